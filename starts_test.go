package gosplan

import (
	"os"
	"slices"
	"testing"

	"gosplan/economy"
	"gosplan/scenario"
	"gosplan/system"
)

// The plant of a start for any system closes the input table: fuel and
// materials can be made as they are needed where all plant is at work, and
// people are there for it.
func TestStartsCloseTheInputTable(t *testing.T) {
	s := begin(t, "industrial", 1, coarse, 1928)
	var rated, needed [economy.Goods]float64
	var staff, posts float64
	for k := range s.state.Enterprise {
		e := &s.state.Enterprise[k]
		rated[e.Good] += e.Rated
		staff += float64(e.Staff) / 1e6
		posts += e.Posts
		for g, need := range economy.Needs[e.Good] {
			needed[g] += need * e.Rated
		}
	}
	for _, g := range []economy.Good{economy.Fuel, economy.Materials} {
		if ratio := rated[g] / needed[g]; !(ratio > 0.95 && ratio < 1.15) {
			t.Errorf("plant makes %.2f of the %v that plant needs", ratio, g)
		}
	}
	if ratio := staff / posts; !(ratio > 0.8 && ratio < 1.05) {
		t.Errorf("%.2f hands to a workplace", ratio)
	}
}

// A start knows what its enterprises can make, so that an office that sets
// targets on the first day does not begin from nothing.
func TestStartsKnowWhatCanBeMade(t *testing.T) {
	s := under(t, "industrial", "plan-1956", coarse, nil)
	var before float64
	for k := range s.state.Enterprise {
		before += s.state.Enterprise[k].Capacity
	}
	live(t, s, 1)
	var after, target float64
	for k := range s.state.Enterprise {
		after += s.state.Enterprise[k].Capacity
		target += s.state.Enterprise[k].Target / 3
	}
	if !(before > 0.7*after && before < 1.4*after) {
		t.Errorf("enterprises that could make %.2f a month are taken to make %.2f", after, before)
	}
	if !(target > 0.5*after) {
		t.Errorf("they are told to make %.2f", target)
	}
}

// Plant under way at the start is finished in its time, half of it before.
func TestStartsHaveProjectsUnderWay(t *testing.T) {
	s := under(t, "industrial", "nep", coarse, nil)
	var cost, sunk float64
	for k := range s.state.Enterprise {
		j := &s.state.Enterprise[k].Project[0]
		if j.Open != 1 || j.Sunk < 0 || j.Sunk > j.Cost || j.Cost <= 0 {
			t.Fatalf("project %+v", *j)
		}
		cost += j.Cost
		sunk += j.Sunk
	}
	if done := sunk / cost; !(done > 0.4 && done < 0.6) {
		t.Errorf("%.2f of it is done", done)
	}
	report(t, "two years", lived(s, 24))
}

// Every system lives from a start of one's own, with its books in order.
func TestAllSystemsLiveFromAStartOfOnesOwn(t *testing.T) {
	t.Parallel()
	const text = `version: 1
name: mine
extends: industrial
set: {Start.People: 60, Start.Urban: 0.45, Start.Staffed: 0.9, Start.Deepness: 1.5, "Start.Herd[1]": 24, Start.School: 3, Start.Wage: 40, Start.Product: 80}
`
	path := t.TempDir() + "/mine.yaml"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range system.Names() {
		sc, err := scenario.Load(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := sc.Under(name, 4); err != nil {
			t.Fatal(err)
		}
		s, err := New(Config{Scenario: sc, Seed: 301, Scale: coarse / 2})
		if err != nil {
			t.Fatal(err)
		}
		s.Audit()
		report(t, name, lived(s, 48))
		if product := s.state.Centre.GDP; !(product > 20 && product < 400) {
			t.Errorf("%s: a product of %v after four years", name, product)
		}
	}
}

// A kolkhoz is shared out when its era ends, and the land is worked on.
func TestLandIsWorkedAfterThePlan(t *testing.T) {
	from := found(t, "sales-profit-1965")
	s := from.resumed(t, func(sc *scenario.Scenario) {
		sc.Eras = slices.Clone(sc.Eras)
		for i := range sc.Eras {
			if sc.Eras[i].System == "sales-profit-1965" {
				sc.Eras[i].System = "transition"
			}
		}
	})
	report(t, "two years of transition", lived(s, 24))
	var harvest float64
	for _, q := range s.state.Last.Harvest {
		harvest += q
	}
	if harvest < 20 {
		t.Errorf("%.1f Mt are harvested", harvest)
	}
	for k := range s.state.Village {
		if v := &s.state.Village[k]; v.Houses > 0 && (v.Member != 0 || v.Land > 1e-6) {
			t.Fatalf("village %d still has %v of its houses and %v of land together", k, v.Member, v.Land)
		}
	}
}
