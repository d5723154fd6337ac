package production

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"gosplan/linalg"
)

// damaged is an input-output table with one case of everything that can be
// repaired: a residue below zero, a subsidy, an import that is made nowhere,
// an empty sector, a need below zero, rows that miss by rounding.
func damaged() *Table {
	return &Table{
		Products: []string{"corn", "tools", "books", "coffee", "nothing"}, Unit: "million", N: 5,
		Makes: []int32{0, 1, 2, 3, 4}, Ran: []float64{100, 50, 20, 0, 0},
		Input:   linalg.FromRows([][]float64{{0.2, 0.1, 0, 0.05, 0}, {0.1, 0.8, -0.001, 0, 0}, {0, 0.1, 0.1, 0, 0}, {0, 0, 0, 0, 0}, {0, 0, 0, 0, 0}}, 5),
		Factors: []string{"wages", "taxes"}, FactorUnits: []string{"million", "million"},
		Use:     linalg.FromRows([][]float64{{0.6, 0.05}, {0.7, 0}, {0.9, -0.1}, {0, 0}, {0, 0}}, 2),
		Periods: []Period{{Need: []float64{75.1, -2, 18.06, 0, 0}, Import: []float64{0.1, 0, 0, 5, 0}, Capacity: []float64{math.Inf(1), math.Inf(1)}}},
	}
}

func TestRepairMendsAndLists(t *testing.T) {
	table := damaged()
	before := table.Clone()
	out, done := Repair(table, Check(table), nil)
	if !reflect.DeepEqual(table, before) {
		t.Error("the table itself was changed")
	}
	if err := out.Shape(); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, r := range done {
		if r.Count == 0 || r.What == "" || r.Refused {
			t.Errorf("%+v", r)
		}
		names = append(names, r.Name)
	}
	want := []string{"clip-negatives", "clip-factors", "drop-empty", "stock-draw", "import-only", "balance-rounding"}
	if !slices.Equal(names, want) {
		t.Errorf("repairs %v, want %v", names, want)
	}
	for _, kind := range []string{"tiny negative input", "negative use of a factor", "empty sector", "used, not made", "negative need"} {
		if left := Check(out).Of(kind); left != nil {
			t.Errorf("left: %v", left)
		}
	}
	if out.N != 4 || out.Technique(3) != "import of coffee" || out.Periods[0].Import[3] != 0 || math.Abs(out.Ran[3]-5) > 1e-12 {
		t.Errorf("coffee is brought in as %q, %v of it, beside %v", out.Technique(3), out.Ran[3], out.Periods[0].Import)
	}
}

// Each repair can be refused by its name, and all by one word; the rest is
// done.
func TestRepairsCanBeRefused(t *testing.T) {
	table := damaged()
	found := Check(table)
	_, all := Repair(table, found, nil)
	for _, r := range all {
		_, done := Repair(table, found, []string{r.Name})
		at := slices.IndexFunc(done, func(d Repaired) bool { return d.Name == r.Name })
		if at < 0 || !done[at].Refused || done[at].Count != 0 {
			t.Errorf("%s refused: %+v", r.Name, done)
		}
	}
	out, done := Repair(table, found, []string{RepairAll})
	if !reflect.DeepEqual(out, table) {
		t.Error("everything was refused and the table changed")
	}
	if len(done) != len(all) {
		t.Errorf("%d of %d repairs listed", len(done), len(all))
	}
}

// What a finding names as its repair exists.
func TestRepairsOfFindingsExist(t *testing.T) {
	var names []string
	for _, pair := range RepairNames() {
		names = append(names, pair[0])
	}
	for _, f := range Check(damaged()) {
		if f.Repair != "" && !slices.Contains(names, f.Repair) {
			t.Errorf("no repair %q", f.Repair)
		}
	}
}

func TestRepairDropsTwinsAndZeros(t *testing.T) {
	table := workshop()
	table.Ran = nil
	table.Makes, table.Techniques = []int32{0, 0, 1}, []string{"field", "meadow", "forge"}
	table.Input = linalg.FromRows([][]float64{{0.2, 0.1}, {0.2, 0.1}, {0.4, 0.1}}, 2)
	table.Use = linalg.FromRows([][]float64{{3}, {3}, {8}}, 1)
	table.Input.Val[5] = 0
	out, done := Repair(table, Check(table), nil)
	if len(done) != 2 || !slices.Equal(out.Techniques, []string{"field", "forge"}) || out.Input.Entries() != 3 {
		t.Errorf("%+v left %v with %d entries", done, out.Techniques, out.Input.Entries())
	}
}

// After repair the reported year balances.
func TestRepairedRowsBalance(t *testing.T) {
	table := workshop()
	table.Periods[0].Need[0] = 6.01
	out, _ := Repair(table, Check(table), nil)
	for i, miss := range out.misses() {
		if math.Abs(miss) > 1e-9 {
			t.Errorf("%s misses by %v", out.Product(i), miss)
		}
	}
}

// What a clipped residue supplied in the reported year counts as coming from
// outside, so that its row balances as before.
func TestClippingKeepsTheBalance(t *testing.T) {
	table := damaged()
	out, _ := Repair(table, Check(table), []string{"balance-rounding", "drop-empty", "import-only", "stock-draw"})
	before, after := table.misses(), out.misses()
	for i := range before {
		if math.Abs(before[i]-after[i]) > 1e-12 {
			t.Errorf("%s missed by %v, and by %v after", table.Product(i), before[i], after[i])
		}
	}
}
