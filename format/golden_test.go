package format

import (
	"math"
	"slices"
	"testing"

	"gosplan/production"
)

// balanceMiss is the largest share of its output by which a row of a table
// that reports its year misses x = A x + f.
func balanceMiss(t *production.Table) (worst float64) {
	first := t.Periods[0]
	got := slices.Clone(first.Need)
	for way := range t.Ways() {
		cols, values := t.Input.Row(way)
		for at, i := range cols {
			got[i] += values[at] * t.Ran[way]
		}
	}
	for i, x := range t.Ran {
		if first.Import != nil {
			got[i] -= first.Import[i]
		}
		if x != 0 {
			worst = max(worst, math.Abs(got[i]-x)/x)
		}
	}
	return worst
}

// The published tables, added up to some twenty sectors, balance as far as
// their rounding goes: to one million dollars for each of the cells of a row
// of 402 sectors, and to the digits of the Chinese table.
func TestRealTablesBalance(t *testing.T) {
	for _, c := range []struct {
		path     string
		products int
		miss     float64
		radius   float64
		labour   float64 // compensation of employees
		unit     string
		named    string
	}{
		// BEA gives compensation of employees in 2017 as 10.4 trillion dollars.
		{"testdata/us2017_use.csv", 21, 1e-4, 0.4701, 10_435_000, "million USD", "11 Agriculture"},
		// NBS gives it as 42.3 trillion yuan.
		{"testdata/china2017.csv", 19, 1e-9, 0.6405, 4.23268e9, "10 thousand CNY", "C01 Agriculture"},
	} {
		t.Run(c.path, func(t *testing.T) {
			table, _, err := Read(c.path, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if miss := balanceMiss(table); miss > c.miss {
				t.Errorf("a row misses by %.2g of its output", miss)
			}
			if table.N != c.products || table.UnitOf(0) != c.unit || table.Product(0) != c.named || table.Source == "" {
				t.Errorf("%d products, %q in %s, from %q", table.N, table.Product(0), table.UnitOf(0), table.Source)
			}
			if labour := table.Periods[0].Capacity[0]; math.Abs(labour-c.labour) > 1e-3*c.labour {
				t.Errorf("labour %v, want %v", labour, c.labour)
			}
			radius := production.Check(table).Of("spectral radius")[0]
			if math.Abs(radius.Size-c.radius) > 1e-4 {
				t.Errorf("spectral radius %v, want %v", radius.Size, c.radius)
			}
		})
	}
}

// Either half of a supply-use table can be named, or both in either order.
func TestHalvesOfASupplyUseTable(t *testing.T) {
	const use, makes = "testdata/us2017_use.csv", "testdata/us2017_make.csv"
	want, _, err := Read(use, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, paths := range [][]string{{makes}, {use, makes}, {makes, use}} {
		got, _, err := ReadFiles(paths, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(got.Ran, want.Ran) || !slices.Equal(got.Input.Val, want.Input.Val) || !slices.Equal(got.Periods[0].Need, want.Periods[0].Need) {
			t.Errorf("%v give another table", paths)
		}
	}
}

// Industries as techniques make and use what the square table does, in all:
// the same net output at the levels of the year.
func TestByProductsKeepTheYear(t *testing.T) {
	square, _, err := Read("testdata/us2017_use.csv", Options{})
	if err != nil {
		t.Fatal(err)
	}
	joint, _, err := Read("testdata/us2017_use.csv", Options{ByProducts: true})
	if err != nil {
		t.Fatal(err)
	}
	if joint.Ways() != 18 || joint.Output == nil {
		t.Fatalf("%d techniques", joint.Ways())
	}
	net := func(table *production.Table) []float64 {
		out := make([]float64, table.N)
		for way, x := range table.Ran {
			cols, values := table.Input.Row(way)
			for at, i := range cols {
				out[i] -= values[at] * x
			}
			if table.Output == nil {
				out[table.Makes[way]] += x
				continue
			}
			cols, values = table.Output.Row(way)
			for at, i := range cols {
				out[i] += values[at] * x
			}
		}
		return out
	}
	a, b := net(square), net(joint)
	for i := range a {
		if math.Abs(a[i]-b[i]) > 1e-9*square.Ran[0] {
			t.Errorf("%s: net output %v and %v", square.Product(i), a[i], b[i])
		}
	}
}
