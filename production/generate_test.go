package production

import (
	"context"
	"math"
	"runtime"
	"slices"
	"testing"

	"gosplan/linalg"
)

func generate(t testing.TB, s Synthetic) *Table {
	t.Helper()
	table, err := Generate(s)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// The structure is the one that is documented: how many inputs, from where,
// and what they cost.
func TestSyntheticEconomyIsAsDocumented(t *testing.T) {
	const n, inputs = 20_000, 30.0
	table := generate(t, Synthetic{Seed: 1, Products: n, Inputs: inputs, Techniques: 2, Equipment: 20})
	if err := table.Shape(); err != nil {
		t.Fatal(err)
	}
	if mean := float64(table.Input.Entries()) / float64(table.Ways()); math.Abs(mean-inputs) > 0.03*inputs {
		t.Errorf("%v inputs a technique, want %v", mean, inputs)
	}
	own, common, logs, squares := 0, 0, 0.0, 0.0
	for way, product := range table.Makes {
		cols, vals := table.Input.Row(way)
		share := 0.0
		for k, col := range cols {
			share += vals[k]
			if int(col)/industry == int(product)/industry {
				own++
			}
			if col%universal == 0 {
				common++
			}
			if col == product {
				t.Fatalf("technique %d uses what it makes", way)
			}
		}
		if share < 0.2-1e-12 || share > 0.85+1e-12 {
			t.Fatalf("inputs of technique %d cost %v", way, share)
		}
		logs += math.Log(float64(len(cols))) / float64(table.Ways())
		squares += math.Pow(math.Log(float64(len(cols))), 2) / float64(table.Ways())
	}
	entries := float64(table.Input.Entries())
	if got := float64(own) / entries; got < 0.44 || got > 0.52 { // some of the others fall into the own block, duplicates out of it
		t.Errorf("%v of inputs are of the own block", got)
	}
	if got := float64(common) / entries; got < 0.20 || got > 0.30 {
		t.Errorf("%v of inputs are universal", got)
	}
	if got := math.Sqrt(squares - logs*logs); math.Abs(got-spread) > 0.05 {
		t.Errorf("the logarithm of the number of inputs varies by %v, want %v", got, spread)
	}
	if root := linalg.Perron(context.Background(), table.Input.Pick(firsts(n, 2)), nil, 1e-2); root.High >= 1 {
		t.Errorf("the first techniques use up %v of what they make", root.High)
	}
}

// firsts is the first technique of every product.
func firsts(n, techniques int) []int32 {
	rows := make([]int32, n)
	for i := range rows {
		rows[i] = int32(i * techniques)
	}
	return rows
}

func TestSameSeedMakesTheSameEconomyOnAnyNumberOfCores(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	s := Synthetic{Seed: 2, Products: 3000, Inputs: 9, Techniques: 2, Equipment: 4, Periods: 3}
	first := generate(t, s)
	for _, cores := range []int{1, 2, 8} {
		runtime.GOMAXPROCS(cores)
		other := generate(t, s)
		if !slices.Equal(first.Input.Val, other.Input.Val) || !slices.Equal(first.Input.Col, other.Input.Col) ||
			!slices.Equal(first.Use.Val, other.Use.Val) || !slices.Equal(first.Periods[2].Need, other.Periods[2].Need) ||
			!slices.Equal(first.Periods[0].Capacity, other.Periods[0].Capacity) {
			t.Fatalf("another economy on %d cores", cores)
		}
	}
	s.Seed = 3
	if other := generate(t, s); slices.Equal(first.Input.Col, other.Input.Col) {
		t.Error("another seed makes the same economy")
	}
}

func TestSyntheticEconomiesOfAllSizesHaveAShape(t *testing.T) {
	for _, s := range []Synthetic{
		{Products: 2, Inputs: 1},
		{Products: 3, Inputs: 50, Techniques: 4, Equipment: 1},
		{Products: 501, Inputs: 39, Equipment: 3, Periods: 2},
		{Products: 1200, Inputs: 300, Techniques: 2, Equipment: 30, Periods: 5},
	} {
		table := generate(t, s)
		if err := table.Shape(); err != nil {
			t.Errorf("%+v: %v", s, err)
		}
		if s.Periods > 1 && (table.Build.Entries() == 0 || table.Gestation[1] < 1 || table.Depreciation[1] <= 0) {
			t.Errorf("%+v: equipment can neither be built nor wear out", s)
		}
	}
}

func TestImpossibleEconomiesAreRefused(t *testing.T) {
	for _, s := range []Synthetic{
		{Products: 1, Inputs: 1}, {Products: -5, Inputs: 1}, {Products: 10}, {Products: 10, Inputs: math.NaN()},
		{Products: 10, Inputs: -1}, {Products: 1 << 30, Inputs: 1, Techniques: 3}, {Products: 10, Inputs: 2, Equipment: -1},
	} {
		if table, err := Generate(s); err == nil {
			t.Errorf("%+v made %d products", s, table.N)
		}
	}
}
