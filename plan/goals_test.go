package plan

import (
	"context"
	"math"
	"slices"
	"testing"

	"gosplan/production"
)

func aimed(t *testing.T, tab *production.Table) *Plan {
	t.Helper()
	p, err := goals(context.Background(), tab, Request{Task: Goals})
	if err != nil {
		t.Fatal(err)
	}
	if r := Verify(tab, p, 0); !r.Passed {
		t.Errorf("%s: %s%s", p.Status, r.Claims, failures(r))
	}
	return p
}

func TestGoalsGiveUpWhatMattersLeast(t *testing.T) {
	// 7 of the 14 hours that 4 sacks and 2 ingots take; a sack takes 2, an ingot 3
	for _, c := range []struct {
		name   string
		change func(*production.Period)
		short  []float64
		tiers  []float64
	}{
		{"corn goes before iron", func(p *production.Period) { p.Tier = []int8{1, 2} }, []float64{0.5, 2}, []float64{0.125, 1}},
		{"iron goes before corn", func(p *production.Period) { p.Tier = []int8{2, 1} }, []float64{3.5, 0}, []float64{0, 0.875}},
		{"in one tier the share of a need that saves most hours is given up", func(p *production.Period) {}, []float64{3.5, 0}, []float64{0.875}},
		{"a dear sack is worth more than an ingot", func(p *production.Period) { p.Weight = []float64{1, 1} }, []float64{0.5, 2}, []float64{2.5}},
		{"an ingot with twice its weight is kept", func(p *production.Period) { p.Weight = []float64{1, 2} }, []float64{3.5, 0}, []float64{3.5}},
		{"with hours enough nothing is given up", func(p *production.Period) { p.Capacity = []float64{14} }, []float64{0, 0}, []float64{0}},
		{"with none everything is", func(p *production.Period) { p.Capacity = []float64{0} }, []float64{4, 2}, []float64{2}},
		{"what must go out counts as needed", func(p *production.Period) {
			p.Capacity, p.Need, p.Import = []float64{0}, []float64{4, 0}, []float64{0, -2}
		}, []float64{4, 2}, []float64{2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			tab := hours(withSickle(cornAndIronByHand()), 7)
			c.change(&tab.Periods[0])
			p := aimed(t, tab)
			within := func(a, b float64) bool { return math.Abs(a-b) < 1e-5 }
			if p.Status != Proved || !slices.EqualFunc(p.Short[0], c.short, within) || !slices.EqualFunc(p.Tiers, c.tiers, within) {
				t.Errorf("%s: short %v, tiers %v; want %v and %v", p.Status, p.Short[0], p.Tiers, c.short, c.tiers)
			}
		})
	}
}

// Only a capacity that is wanted at the end and cannot be built leaves goals
// without a plan.
func TestGoalsWithoutAPlan(t *testing.T) {
	tab := hours(cornAndIronByHand(), 7)
	tab.TerminalCap = []float64{8}
	if p := aimed(t, tab); p.Status != Infeasible {
		t.Errorf("%s: %s", p.Status, p.Says)
	}
	built := feldman()
	built.TerminalCap = []float64{0, 200}
	if p := aimed(t, built); p.Status != Proved || !(p.Value > 0) {
		t.Errorf("%s with a shortfall of %v: %s", p.Status, p.Value, p.Says)
	}
}

// Goals over several years build for what goes before.
func TestGoalsOfSeveralYears(t *testing.T) {
	tab := feldman() // at most 12½ times the needs
	for k := range tab.Periods {
		tab.Periods[k].Need[1] *= 20
	}
	tab.Periods[2].Need[1] = 60
	p := aimed(t, tab)
	if want := 10. / 60; math.Abs(p.Value-want) > 1e-6 || math.Abs(p.Begun[0][0]-10) > 1e-6 {
		t.Errorf("shortfall %v with %v begun, want %v and all machines to the first department", p.Value, p.Begun, want)
	}
}

// Where nothing limits a plan its levels are a ray.
func TestYearsWithoutLimits(t *testing.T) {
	tab := cornAndIronByHand()
	p, err := years(context.Background(), tab, Request{Task: Years})
	if err != nil {
		t.Fatal(err)
	}
	if r := Verify(tab, p, 0); p.Status != Unbounded || !r.Passed {
		t.Errorf("%s: %s%s", p.Status, r.Claims, failures(r))
	}
}
