package format

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gosplan/production"
)

// The example is what its first lines say, and nothing is odd about it.
func TestTheExampleIsSound(t *testing.T) {
	path := filepath.Join(put(t, "small.csv", Example()), "small.csv")
	table, found, err := Read(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if found != nil {
		t.Error("reading noticed", found)
	}
	for _, f := range production.Check(table) {
		t.Error(f)
	}
	if table.N != 8 || table.Ways() != 11 || len(table.Factors) != 3 || len(table.Periods) != 2 {
		t.Errorf("%d products, %d techniques, %d factors, %d periods", table.N, table.Ways(), len(table.Factors), len(table.Periods))
	}
}

// With the first technique of every product the needs of the first year fit
// into what there is: a plan exists, and grows from there.
func TestTheExampleCanBePlanned(t *testing.T) {
	table, _, err := Read("example/recipes.csv", Options{})
	if err != nil {
		t.Fatal(err)
	}
	first := make([]int, table.N)
	for way := table.Ways() - 1; way >= 0; way-- {
		first[table.Makes[way]] = way
	}
	level := make([]float64, table.N)
	const rounds = 200 // the loops of the example are weak
	for range rounds {
		next := append([]float64(nil), table.Periods[0].Need...)
		for i, way := range first {
			cols, values := table.Input.Row(way)
			for at, j := range cols {
				next[j] += values[at] * level[i]
			}
		}
		level = next
	}
	for f, name := range table.Factors {
		used := 0.0
		for i, way := range first {
			used += table.Use.At(way, f) * level[i]
		}
		there := table.Periods[0].Capacity[f]
		if used > there || used < 0.5*there {
			t.Errorf("%s: %.4g of %.4g used", name, used, there)
		}
	}
}

func ExampleRead() {
	folder, _ := os.MkdirTemp("", "example")
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "workshop.csv")
	os.WriteFile(path, []byte(`product,technique,input,amount
bread,oven,flour,0.8
bread,oven,water,0.5
flour,mill,grain,1.3
`), 0o644)

	table, _, err := Read(path, Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.Join(table.Products, ", "))
	fmt.Println(table.Input.At(0, 1), table.Product(1), "to a run of", table.Technique(0))
	for _, finding := range production.Check(table).Of("nobody makes") {
		fmt.Println(finding)
	}
	// Output:
	// bread, flour, water, grain
	// 0.8 flour to a run of oven
	// fault: nobody makes: product water: it is used or needed, and no technique makes it (the worst of 2); add a technique, a stock or an import for it
}
