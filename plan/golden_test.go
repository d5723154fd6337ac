package plan

import (
	"context"
	"math"
	"slices"
	"testing"

	"gosplan/linalg"
	"gosplan/production"
)

// kantorovich is the example with which L. V. Kantorovich begins "Mathematical
// Methods of Organizing and Planning Production" (1939; Management Science 6,
// 1960, tables 1 and 2): two parts in equal numbers from three milling machines,
// three turret lathes and one automatic turret lathe.
func kantorovich() *production.Table {
	machines := [][]float64{{1, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 1, 0}, {0, 0, 1}, {0, 0, 1}}
	return &production.Table{
		Title: "a workshop", N: 2, Products: []string{"first part", "second part"}, Unit: "pieces",
		Makes: []int32{0, 1, 0, 1, 0, 1}, Input: linalg.FromRows([][]float64{nil, nil, nil, nil, nil, nil}, 2),
		Output:  linalg.FromRows([][]float64{{10, 0}, {0, 20}, {20, 0}, {0, 30}, {30, 0}, {0, 80}}, 2),
		Factors: []string{"milling machine", "turret lathe", "automatic turret lathe"}, Use: linalg.FromRows(machines, 3),
		Periods: []production.Period{{Name: "a day", Need: []float64{1, 1}, Capacity: []float64{3, 3, 1}}},
	}
}

// Kantorovich finds 86 sets a day in whole pieces, against 77 when every
// machine makes both parts evenly.
func TestKantorovichsWorkshop(t *testing.T) {
	tab := kantorovich()
	p, err := years(context.Background(), tab, Request{Task: Years})
	if err != nil {
		t.Fatal(err)
	}
	if p.Status != Proved || math.Floor(p.Scale) != 86 || math.Abs(p.Scale-260./3) > 1e-9 {
		t.Errorf("%s: %v sets, want 86⅔", p.Status, p.Scale)
	}
	want := []float64{26, 6, 60, 0, 0, 80} // table 2: pieces by machine and part
	for technique, x := range p.Level[0] {
		_, made := tab.Output.Row(technique)
		if got := made[0] * x; math.Floor(got) != want[technique] {
			t.Errorf("%s: %v pieces of the %s, published %v", tab.Factors[technique/2], got, tab.Product(technique%2), want[technique])
		}
	}
	if r := Verify(tab, p, 1e-9); !r.Passed {
		t.Errorf("%s%s", r.Claims, failures(r))
	}
}

// Fel'dman's lesson: to have most later, first make machines that make machines.
func TestFeldmansTwoDepartments(t *testing.T) {
	p, err := years(context.Background(), feldman(), Request{Task: Years})
	if err != nil {
		t.Fatal(err)
	}
	want := feldmanPlan()
	if math.Abs(p.Scale-want.Scale) > 1e-9 {
		t.Errorf("scale %v, want %v", p.Scale, want.Scale)
	}
	for period, begun := range want.Begun {
		if !slices.EqualFunc(p.Begun[period], begun, func(a, b float64) bool { return math.Abs(a-b) < 1e-9 }) {
			t.Errorf("period %d: %v begun, want %v", period+1, p.Begun[period], begun)
		}
	}
	if r := Verify(feldman(), p, 1e-9); !r.Passed {
		t.Errorf("%s%s", r.Claims, failures(r))
	}
}
