package institution

import (
	"math"
	"testing"

	"gosplan/behaviour"
	"gosplan/economy"
	"gosplan/mechanism"
	"gosplan/plan"
	"gosplan/scenario"
)

// office is a planning office that computes.
func office(planner, truth float64) *Plan {
	return &Plan{Targets: 1, Planner: planner, Truth: truth, Taut: 0.3, Most: 1.3, Ratchet: mechanism.Ratchet{Up: 0.6, Down: 0.2},
		PlanPractice: PlanPractice{Reach: 1, Rounds: 200, Tolerance: 1e-4, Forget: 0.2, Hoard: 1, First: 2.4, Floor: 0.01, NewPlant: 0.9, Failing: 0.9}}
}

// planned is a country in January whose enterprises have reported a quarter:
// nine tenths of what they could make, padded by a twentieth, a tenth of it
// faulty, with twice the inputs requested that they need.
func plannedCountry() (*economy.World, *economy.State, *Investment, *Supply) {
	w, s := country(12)
	w.Decided.PlannedGrowth = scenario.Path{1: 0.1}
	behaviour.Order(w, s) // which reviews plant
	for k := range s.Enterprise {
		s.Enterprise[k].Staff = int64(s.Enterprise[k].Posts * 1e6)
	}
	behaviour.Order(w, s)
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		for m := range e.Made {
			e.Made[m], e.Faulty[m] = 0.9*e.Capacity, 0.09*e.Capacity
		}
		e.Reported, e.Request, e.Ref = 3*0.9*1.05*e.Capacity, 2, 3*e.Capacity
		for g, need := range economy.Needs[e.Good] {
			if economy.Good(g) != economy.Services {
				e.Need[g] = need * e.Capacity
			}
		}
	}
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		s.Branch[g].Wanted = 1.1 * economy.ReferenceOutput[g]
	}
	s.Centre.GDP, s.Last.Months = 100, 12
	building := &Investment{Consumption: 0.02, Lead: 2, InvestmentPractice: InvestmentPractice{Reserve: 1, FuelReserve: 1, ShareLeast: 0.01, ShareBase: 0.02, ShareGrowth: 0.5}}
	return w, s, building, &Supply{SupplyPractice: SupplyPractice{Rank: [economy.Goods]float64{economy.Arms: 1}}}
}

func nearly(got, want float64) bool { return math.Abs(got-want) <= 1e-9*max(1, math.Abs(want)) }

// What was looked for and not found is counted in goods and not as a part of all that is made, of which households may
// buy a quarter.
func TestUnmetNeedsAreWhatWasNotFound(t *testing.T) {
	s := &economy.State{}
	for k, failed := range []float64{0.5, 0, 0.25} {
		s.Shop[k].Price[economy.Services], s.Shop[k].Meant[economy.Services], s.Shop[k].Failed[economy.Services] = 2e8, 4e8, failed
	}
	if got := unmet(s, economy.Services); !nearly(got, 12*(1+0.5)) {
		t.Errorf("%v points a year were not found, want 18", got)
	}
	if got := unmet(s, economy.Consumer); got != 0 {
		t.Errorf("%v points of a good that no shop has were not found", got)
	}
}

// What the office is told at both ends of the truth.
func TestReportsBetweenPaddingAndTruth(t *testing.T) {
	w, s, building, _ := plannedCountry()
	var able, full [economy.Goods]float64
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		able[e.Good] += 12 * e.Capacity
		full[e.Good] += 12 * max(e.Capacity, e.Rated*e.Effort*e.Skill*e.Shape)
		office(1, 0).remember(e)
	}
	s.Branch[economy.Materials].Cut = 0.25
	for _, c := range []struct {
		truth                       float64
		made, faulty, capacity, use float64 // over what could be made; need of machinery for materials
	}{
		{0, 0.9 * 1.05, 0, 0.9 * 1.05, economy.Needs[economy.Machinery][economy.Materials] * 2 * 0.75},
		{1, 0.9, 0.09, 1, economy.Needs[economy.Machinery][economy.Materials]},
	} {
		r := office(1, c.truth).hear(w, s, building)
		for g := economy.FirstBranch; g < economy.Goods; g++ {
			capacity := c.capacity * able[g]
			if c.truth == 1 {
				capacity = full[g]
			}
			if !nearly(r.Made[g], c.made*able[g]) || !nearly(r.Faulty[g], c.faulty*able[g]) || !nearly(r.Capacity[g]+r.Idle[g], capacity) {
				t.Errorf("truth %v, %s: told of %v made, %v faulty, %v possible, of %v", c.truth, g, r.Made[g], r.Faulty[g], r.Capacity[g]+r.Idle[g], able[g])
			}
		}
		if got := r.Norm[economy.Machinery][economy.Materials]; !nearly(got, c.use) {
			t.Errorf("truth %v: machines are said to take %v of materials, want %v", c.truth, got, c.use)
		}
	}
}

// What is reported is remembered: more at once, less slowly.
func TestOfficeRemembersWhatWasShown(t *testing.T) {
	i, e := office(1, 0), &economy.Enterprise{}
	for _, c := range []struct{ reported, want float64 }{{25, 100}, {30, 120}, {20, 118}, {29.5, 118}} {
		e.Reported = c.reported
		i.remember(e)
		if !nearly(e.Shown, c.want) {
			t.Errorf("after a report of %v the office goes by %v a year, want %v", c.reported, e.Shown, c.want)
		}
	}
}

// An office that begins after years without targets goes by the last report, and
// by what it remembers where that is more; with the truth, by plant.
func TestOfficeThatBegins(t *testing.T) {
	w := &economy.World{}
	for _, c := range []struct{ shown, reported, truth, capacity, want float64 }{
		{0, 25, 0, 12, 100}, {80, 25, 0, 12, 100}, {130, 25, 0, 12, 130}, {80, 25, 1, 12, 144}, {80, 25, 0.5, 12, 122},
	} {
		e := &economy.Enterprise{Shown: c.shown, Reported: c.reported, Capacity: c.capacity}
		if got := office(2, c.truth).capacity(w, e); !nearly(got, c.want) {
			t.Errorf("%+v: the office goes by %v a year", c, got)
		}
	}
}

// Before a whole year has been lived there is nothing to plan from.
func TestNoPlanOutOfPartOfAYear(t *testing.T) {
	for _, months := range []float64{0, 2, 11, 12} {
		w, s, building, supply := plannedCountry()
		s.Last.Months = months
		i := office(2, 0)
		i.Compute(w, s, building, supply)
		if planned := s.Centre.Planned[economy.Fuel] > 0; planned != (months == 12) {
			t.Errorf("after %v months: %v of fuel is planned", months, s.Centre.Planned[economy.Fuel])
		}
	}
}

// A quarter of what changed is heard a year late.
func TestReportsComeLate(t *testing.T) {
	i := office(1, 0)
	i.Delay = 0.25
	w, s, building, _ := plannedCountry()
	first := i.hear(w, s, building)
	for k := range s.Enterprise {
		s.Enterprise[k].Reported *= 2
	}
	second := i.hear(w, s, building)
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		if want := 1.75 * first.Made[g]; !nearly(second.Made[g], want) {
			t.Errorf("%s: %v, want %v", g, second.Made[g], want)
		}
	}
}

// Managers expect of targets what the office does with reports.
func TestWhatManagersExpectOfTheirReports(t *testing.T) {
	for _, c := range []struct{ planner, truth, up, down float64 }{
		{2, 0, 1.0 / 4, 0.2 / 4}, {2, 0.5, 0.5 / 4, 0.1 / 4}, {2, 1, 0, 0},
	} {
		i := office(c.planner, c.truth)
		if up, down := i.passes(i.Ratchet.Up, 1), i.passes(i.Ratchet.Down, i.Forget); !nearly(up, c.up) || !nearly(down, c.down) {
			t.Errorf("planner %v, truth %v: %v up and %v down a quarter, want %v and %v", c.planner, c.truth, up, down, c.up, c.down)
		}
	}
}

// Every planner's outputs cover, out of what there is and by the office's own
// norms, what their users take; the largest bundle uses up what is scarcest;
// and targets add up to the plan.
func TestComputedPlansAreConsistent(t *testing.T) {
	for planner := 1.0; planner <= 4; planner++ {
		for _, truth := range []float64{0, 1} {
			w, s, building, supply := plannedCountry()
			i := office(planner, truth)
			for k := range s.Enterprise {
				i.remember(&s.Enterprise[k])
			}
			told := i.hear(w, s, building)
			i.Compute(w, s, building, supply)
			i.Target(w, s)

			var targets [economy.Goods]float64
			for k := range s.Enterprise {
				targets[s.Enterprise[k].Good] += s.Enterprise[k].Target
			}
			slack, share, spare := math.Inf(1), 0.0, 0.0
			for g := economy.FirstBranch; g < economy.Goods; g++ {
				made, used := s.Centre.Planned[g], 0.0
				for user := economy.FirstBranch; user < economy.Goods; user++ {
					used += told.Norm[user][g] / told.sound(g) * s.Centre.Planned[user]
				}
				if made <= 0 || used > 1.05*(made+told.Hoards[g]/told.sound(g)) {
					t.Errorf("planner %v, truth %v, %s: %v planned, %v used", planner, truth, g, made, used)
				}
				if tasks[int(planner)] != plan.Balances && made > told.Capacity[g]*(1+told.Growth)*1.001 {
					t.Errorf("planner %v, truth %v, %s: %v planned, %v possible", planner, truth, g, made, told.Capacity[g])
				}
				if got := targets[g]; got > 0.26*made || got < 0.24*made {
					if most := 1.3 * told.Capacity[g] / 4; !nearly(got, most) {
						t.Errorf("planner %v, truth %v, %s: %v a year planned, targets %v a quarter", planner, truth, g, made, got)
					}
				}
				slack = min(slack, 1-made/(told.Capacity[g]*(1+told.Growth)))
				share += s.Branch[g].Share
				spare += told.Staff[g] - told.Labour[g]*made
			}
			if !nearly(share, 1) {
				t.Errorf("planner %v, truth %v: %v of the funds are shared out", planner, truth, share)
			}
			if all := told.Staff[economy.Services]; tasks[int(planner)] == plan.Bundle && slack > 1e-3 && spare > 1e-3*all {
				t.Errorf("truth %v: the largest bundle leaves %v of the scarcest plant idle and %v hands", truth, slack, spare)
			}
		}
	}
}

// Where nobody computes nothing is written.
func TestNobodyComputes(t *testing.T) {
	w, s, building, supply := plannedCountry()
	before := s.Hash()
	office(0, 1).Compute(w, s, building, supply)
	if s.Hash() != before {
		t.Error("an office that computes nothing has written something")
	}
}

// Where the truth is known, plant that works up farm goods counts for no more
// than was made of them and what lies in store allows; reports tell nothing of it.
func TestFarmGoodsBoundWhatIsPlanned(t *testing.T) {
	for _, truth := range []float64{0, 1} {
		for _, stored := range []float64{0, 1e4} {
			w, s, building, _ := plannedCountry()
			s.Audit.Use(economy.Produce, &s.Centre.Barn, s.Centre.Barn.Held())
			s.Audit.Make(economy.Produce, &s.Centre.Barn, stored)
			s.Audit.Make(economy.Grain, &s.Centre.Granary, stored)
			i := &Plan{Planner: 2, Truth: truth}
			idle := i.hear(w, s, building).Idle
			if cut := idle[economy.Consumer] > 0; cut != (truth == 1 && stored == 0) {
				t.Errorf("truth %v, %v in store: %v of the plant counts as idle", truth, stored, idle[economy.Consumer])
			}
			if idle[economy.Machinery] != 0 {
				t.Errorf("%v of plant for machines waits for farm goods", idle[economy.Machinery])
			}
		}
	}
}
