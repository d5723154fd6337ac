package format

import (
	"math"
	"path/filepath"
	"reflect"
	"testing"

	"gosplan/production"
)

func readText(t *testing.T, name, text string) (*production.Table, Findings) {
	t.Helper()
	table, found, err := Read(filepath.Join(put(t, name, text), name), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return table, found
}

// A need without a period counts in every one, unless a period says
// otherwise; a capacity without one is what there is at the beginning.
func TestWhatIsSaidWithoutAPeriod(t *testing.T) {
	table, found := readText(t, "t.csv", `kind,name,technique,item,amount,unit,period,weight,tier
input,bread,oven,flour,0.8
use,bread,oven,labour,2
use,bread,oven,stove,1
build,mill,,flour,3
need,bread,,,100
need,bread,,,120,,second
need,flour,,,5,,first,7
capacity,labour,,,400
capacity,labour,,,30,,second
capacity,land,,,7
period,first
period,second
`)
	inf := math.Inf(1)
	want := []production.Period{
		{Name: "first", Need: []float64{100, 5}, Weight: []float64{0.01, 7}, Capacity: []float64{400, inf, 0, 7}},
		{Name: "second", Need: []float64{120, 0}, Weight: []float64{1.0 / 120, 0}, Capacity: []float64{30, 0, 0, 0}},
	}
	if !reflect.DeepEqual(table.Factors, []string{"labour", "stove", "mill", "land"}) {
		t.Fatalf("factors %v", table.Factors)
	}
	if !reflect.DeepEqual(table.Periods, want) {
		t.Errorf("%+v\nwant %+v", table.Periods, want)
	}
	if len(found) != 1 || found[0].Kind != "no capacity" {
		t.Errorf("found %v", found)
	}
}

// Without a column kind an item is an input, or a use if it is known as a
// factor from another file.
func TestRecipesInParts(t *testing.T) {
	folder := put(t,
		"recipes.csv", "product;technique;input;quantity\nbread;oven;flour;0,8\nbread;oven;labour;2,5\n",
		"capacities.csv", "factor;amount\nlabour;400\n",
		"needs.tsv", "product\tamount\tpriority\nbread\t100\t3\n")
	table, _, err := Read(folder, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if table.N != 2 || len(table.Factors) != 1 || table.Input.At(0, 1) != 0.8 || table.Use.At(0, 0) != 2.5 || table.Periods[0].Need[0] != 100 || table.Periods[0].Weight[0] != 3 {
		t.Errorf("%+v", table)
	}
	sheets := workbook(t, "recipes", "product|technique|input|amount\nbread|oven|flour|0.8\nbread|oven|labour|2.5",
		"capacities", "factor|amount\nlabour|400", "needs", "product|amount|priority\nbread|100|3", "remarks", "nothing to see")
	same, found, err := Read(sheets, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(same.Input, table.Input) || !reflect.DeepEqual(same.Periods, table.Periods) {
		t.Errorf("a workbook of sheets is read as %+v", same)
	}
	if len(found) != 1 || found[0].Kind != "sheets left out" {
		t.Errorf("found %v", found)
	}
}

// Joint output, and an output other than one.
func TestOutputs(t *testing.T) {
	table, _ := readText(t, "t.csv", `kind,name,technique,item,amount
output,meat,herd,meat,4
output,meat,herd,hides,2
input,meat,herd,grass,9
input,hides,trap,bait,1
`)
	if table.Output == nil || table.Output.At(0, 0) != 4 || table.Output.At(0, 1) != 2 || table.Output.At(1, 1) != 1 {
		t.Errorf("outputs %+v", table.Output)
	}
}

// The same matrix, however it is written.
func TestMatricesInEveryForm(t *testing.T) {
	const head = "%%MatrixMarket matrix "
	for _, c := range []struct {
		name, text string
		want       [][]float64
	}{
		{"coordinate", head + "coordinate real general\n% remark\n3 3 3\n1 2 0.1\n2 3 2e-1\n\n3 1 .3\n", [][]float64{{0, 0.1, 0}, {0, 0, 0.2}, {0.3, 0, 0}}},
		{"symmetric", head + "coordinate integer symmetric\n2 2 2\n1 1 5\n2 1 3\n", [][]float64{{5, 3}, {3, 0}}},
		{"skew", head + "coordinate real skew-symmetric\n2 2 1\n2 1 3\n", [][]float64{{0, -3}, {3, 0}}},
		{"array", head + "array real general\n2 2\n1\n2\n3\n4\n", [][]float64{{1, 3}, {2, 4}}},
		{"symmetric array", head + "array real symmetric\n3 3\n1\n2\n3\n4\n5\n6\n", [][]float64{{1, 2, 3}, {2, 4, 5}, {3, 5, 6}}},
		{"skew array", head + "array real skew-symmetric\n3 3\n1\n2\n3\n", [][]float64{{0, -1, -2}, {1, 0, -3}, {2, 3, 0}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			table, _ := readText(t, "t.mtx", c.text)
			for i, row := range c.want {
				for j, want := range row {
					if got := table.Input.At(j, i); got != want {
						t.Errorf("row %d, column %d: %v, want %v", i+1, j+1, got, want)
					}
				}
			}
		})
	}
}
