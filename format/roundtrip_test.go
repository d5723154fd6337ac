package format

import (
	"fmt"
	"math"
	"path/filepath"
	"reflect"
	"strconv"
	"testing"

	"gosplan/linalg"
	"gosplan/production"

	"pgregory.net/rapid"
)

// anyTable draws a table with a bit of everything.
func anyTable(t *rapid.T) *production.Table {
	n := rapid.IntRange(1, 5).Draw(t, "products")
	ways, factors, periods := n+rapid.IntRange(0, 3).Draw(t, "more"), rapid.IntRange(1, 3).Draw(t, "factors"), rapid.IntRange(1, 3).Draw(t, "periods")
	// Twelve digits, so that a workbook keeps them.
	number := func(label string, least, most float64) float64 {
		v, _ := strconv.ParseFloat(strconv.FormatFloat(rapid.Float64Range(least, most).Draw(t, label), 'g', 12, 64), 64)
		return v
	}
	some := func(label string, size int) []float64 {
		out := make([]float64, size)
		for i := range out {
			out[i] = number(label, 0.001, 1)
		}
		return out
	}
	sparse := func(label string, rows, cols int) *linalg.Matrix {
		m := linalg.New(rows, cols)
		m.Col, m.Val = []int32{}, []float64{}
		for i := range rows {
			for j := range cols {
				if rapid.Bool().Draw(t, label) {
					m.Col, m.Val = append(m.Col, int32(j)), append(m.Val, number(label+" value", -1, 1e6))
					if m.Val[len(m.Val)-1] == 0 {
						m.Val[len(m.Val)-1] = 1
					}
				}
			}
			m.Start[i+1] = int64(len(m.Col))
		}
		return m
	}
	table := &production.Table{Title: "any table", Source: "drawn", N: n, Input: sparse("input", ways, n), Use: sparse("use", ways, factors), Build: sparse("build", factors, n),
		Depreciation: some("depreciation", factors), TerminalCap: some("terminal capacity", factors), Gestation: make([]int, factors),
		Stock: some("stock", n), Terminal: some("terminal", n), Perish: some("perish", n), Ran: some("ran", ways)}
	for i := range n {
		table.Products, table.Units = append(table.Products, fmt.Sprintf("продукт %d, 第%d", i, i)), append(table.Units, "t")
	}
	for f := range factors {
		table.Factors, table.FactorUnits = append(table.Factors, fmt.Sprintf("factor \"%d\"", f)), append(table.FactorUnits, "h")
		table.Gestation[f] = f
	}
	for way := range ways {
		table.Makes, table.Techniques = append(table.Makes, int32(way%n)), append(table.Techniques, fmt.Sprintf("way %d", way))
	}
	if rapid.Bool().Draw(t, "joint") {
		table.Output = linalg.New(ways, n)
		for way := range ways {
			for i := range n {
				if i == way%n || rapid.Bool().Draw(t, "by-product") {
					table.Output.Col, table.Output.Val = append(table.Output.Col, int32(i)), append(table.Output.Val, number("made", 2, 3))
				}
			}
			table.Output.Start[way+1] = int64(len(table.Output.Col))
		}
	}
	for at := range periods {
		p := production.Period{Name: fmt.Sprintf("year %d", at+1), Need: some("need", n), Weight: some("weight", n), Import: some("import", n), Capacity: some("capacity", factors)}
		for i := range n {
			p.Tier = append(p.Tier, int8(1+i))
		}
		if at == 0 {
			p.Capacity[0] = math.Inf(1)
		}
		table.Periods = append(table.Periods, p)
	}
	if table.Build.Entries() == 0 {
		table.Build = nil
	}
	return table
}

// Recipes hold a table whole, in every kind of file.
func TestRecipesComeBackAsTheyWere(t *testing.T) {
	folder := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		table := anyTable(t)
		for _, name := range []string{rapid.SampledFrom([]string{"t.csv", "t.tsv", "t.parquet", "t.xlsx", "folder"}).Draw(t, "file")} {
			path := filepath.Join(folder, name)
			lost, err := Write(path, table, Recipes)
			if err != nil {
				t.Fatal(err)
			}
			if lost != nil {
				t.Errorf("%s: %v", name, lost)
			}
			got, _, err := Read(path, Options{})
			if err != nil {
				t.Fatal(name, err)
			}
			if !reflect.DeepEqual(got, table) {
				t.Fatalf("%s: read %+v\nwant %+v", name, got, table)
			}
		}
	})
}

// What flows, coefficients and matrices cannot hold is said, and the rest
// comes back.
func TestOtherLayoutsSayWhatTheyLose(t *testing.T) {
	table, _, err := Read("testdata/us2017_use.csv", Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		kind   Kind
		losses int
		ran    bool
	}{
		{"t.csv", Flows, 0, true},
		{"t.parquet", Flows, 1, true}, // title, source and unit
		{"t.xlsx", Flows, 2, true},    // also digits
		{"c.csv", Coefs, 2, false},    // the year, labour's limit
		{"folder", Matrix, 4, false},  // also imports, title
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), c.name)
			lost, err := Write(path, table, c.kind)
			if err != nil {
				t.Fatal(err)
			}
			if len(lost) != c.losses {
				t.Errorf("%d losses: %v", len(lost), lost)
			}
			got, _, err := Read(path, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got.N != table.N || (got.Ran != nil) != c.ran || len(got.Factors) != len(table.Factors) {
				t.Fatalf("%d products, %d factors, year %v", got.N, len(got.Factors), got.Ran != nil)
			}
			place := map[string]int{}
			for i := range got.N {
				place[got.Product(i)] = i
			}
			for way := range table.Ways() {
				for i := range table.N {
					want, is := table.Input.At(way, i), got.Input.At(place[table.Product(way)], place[table.Product(i)])
					if math.Abs(want-is) > 1e-14 {
						t.Fatalf("%s for %s: %v, want %v", table.Product(i), table.Product(way), is, want)
					}
				}
				if want, is := table.Periods[0].Need[way], got.Periods[0].Need[place[table.Product(way)]]; want != is {
					t.Errorf("need of %s: %v, want %v", table.Product(way), is, want)
				}
			}
		})
	}
}

// What a layout cannot hold at all is refused and nothing is written.
func TestRefusedToWrite(t *testing.T) {
	table, _, err := Read("example/recipes.csv", Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		kind Kind
	}{{"t.csv", Flows}, {"t.csv", Coefs}, {"m", Matrix}, {"t.doc", Recipes}, {"t.csv", MRIO}} {
		folder := t.TempDir()
		if _, err := Write(filepath.Join(folder, c.name), table, c.kind); err == nil {
			t.Errorf("%s was written as %s", c.name, c.kind)
		}
		if left, _ := filepath.Glob(filepath.Join(folder, "*")); left != nil {
			t.Errorf("%s left %v", c.kind, left)
		}
	}
}

// Who writes recipes is not told to write recipes, and hears once of what is
// done to many.
func TestRecipesTellWhatIsDoneToNames(t *testing.T) {
	for _, c := range []struct {
		about string
		name  []string
		want  string
	}{
		{"no names", nil, ""},
		{"names that differ", []string{"a", "b", "c", "a"}, ""},
		{"names of others", []string{"a", "a", "a", "a"}, `2 techniques have the name of another that makes the same, and get a number: "a" is called "a (2)"`},
	} {
		table := &production.Table{N: 2, Products: []string{"x", "y"}, Makes: []int32{0, 0, 0, 1}, Techniques: c.name,
			Periods: []production.Period{{Need: []float64{1, 1}}}}
		table.Input = linalg.New(4, 2)
		lost, err := Write(filepath.Join(t.TempDir(), "t.csv"), table, Recipes)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, f := range lost {
			got += f.What
			if f.Severity != production.Note || f.Mend != "" {
				t.Errorf("%s: %v", c.about, f)
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.about, got, c.want)
		}
	}
}
