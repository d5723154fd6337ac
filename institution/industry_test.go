package institution

import (
	"math"
	"testing"

	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/mechanism"
	"gosplan/scenario"
)

// stocked fills the depot of a good and makes all enterprises want nothing but
// one, which orders it.
func stocked(s *economy.State, g economy.Good, depot, order float64) *economy.Enterprise {
	var made ledger.Tally
	made.Make(&s.Branch[g].Depot, depot)
	s.Audit.Take(g, made)
	e := &s.Enterprise[0]
	e.Order[g] = order
	return e
}

// What is late in one month comes in the next, ordered again or not, even when
// a new quarter has begun; what the depot lacked of it is still owed.
func TestLateGoodsComeNextMonth(t *testing.T) {
	const g = economy.Materials
	for name, i := range map[string]*Supply{
		"bought":   {SupplyPractice: SupplyPractice{Ready: 1}},
		"allotted": {Allot: 1, Release: [3]float64{1, 1, 1}, SupplyPractice: SupplyPractice{Ready: 1}},
	} {
		w, s := country(12)
		e := stocked(s, g, 100, 10)
		e.Allot[g] = 10
		held := e.In[g].Held()
		s.Branch[g].Late = 1
		i.Deliver(w, s)
		if got, want := e.In[g].Held()-held, 10*w.Work.LateShare; math.Abs(got-want) > 1e-9 {
			t.Errorf("%s: %v of a late 10 came at once, want %v", name, got, want)
		}
		s.Branch[g].Late = 0
		e.Order[g], e.Drawn[g], e.Allot[g] = 0, 0, 0 // a new quarter, and nothing allotted
		s.Month++
		depot := s.Branch[g].Depot.Held()
		s.Audit.Use(g, &s.Branch[g].Depot, depot-3)
		i.Deliver(w, s)
		if got, want := e.In[g].Held()-held, 10*w.Work.LateShare+3; math.Abs(got-want) > 1e-9 {
			t.Errorf("%s: %v came in all from a depot that had 3, want %v", name, got, want)
		}
		if want := 10*(1-w.Work.LateShare) - 3; math.Abs(e.Due[g]-want) > 1e-9 || e.Drawn[g] != 0 {
			t.Errorf("%s: %v are still owed and %v counted as drawn, want %v and none", name, e.Due[g], e.Drawn[g], want)
		}
		if err := s.Check(); err != nil {
			t.Error(err)
		}
	}
}

// Depots that buy for sale buy what users wait for beyond their usual stock.
func TestDepotsBuyWhatUsersWaitFor(t *testing.T) {
	const g = economy.Fuel
	bought := func(orders, filled float64) float64 {
		w, s := country(12)
		b := &s.Branch[g]
		b.Sales, b.Orders, b.Filled = b.Depot.Held(), orders, filled
		var made ledger.Tally
		for k := range s.Enterprise {
			if e := &s.Enterprise[k]; e.Good == g {
				made.Make(&e.Out, 10)
			}
		}
		s.Audit.Take(g, made)
		before := b.Depot.Held()
		(&Supply{SupplyPractice: SupplyPractice{Room: 1}}).Sell(w, s)
		return b.Depot.Held() - before
	}
	if usual, waited := bought(8, 1), bought(8, 0.25); usual > 1e-9 || math.Abs(waited-6) > 1e-9 {
		t.Errorf("depots buy %v when all is served and %v when 6 are not", usual, waited)
	}
}

// planned is what the office wants of a good and the part of its branch in
// funds, after a change to the country.
func planned(g economy.Good, change func(s *economy.State)) (want, part float64) {
	w, s := country(12)
	w.Decided = &scenario.Decided{AccumulationShare: scenario.Path{1: 0.2}}
	for k := economy.FirstBranch; k < economy.Goods; k++ {
		s.Branch[k].LastYear = economy.ReferenceOutput[k]
	}
	s.Centre.GDP = 100
	change(s)
	i := &Investment{Norm: mechanism.ProjectNorm{Trend: 0.02}, InvestmentPractice: InvestmentPractice{
		Least: 0.3, TotalWar: 1, Reserve: 1, FuelReserve: 1, Stocks: 1, Source: 0.5, Memory: 4, ShareLeast: 0.01, ShareBase: 0.03, ShareGrowth: 0.5, Utilised: 0.9,
	}}
	i.Plan(w, s, &Credit{})
	return s.Branch[g].Wanted, s.Branch[g].Share
}

func TestPlansKnowWhatIsSpoiledStoredAndBuilt(t *testing.T) {
	nothing := func(*economy.State) {}
	usual, part := planned(economy.Materials, nothing)
	spoiled, _ := planned(economy.Materials, func(s *economy.State) {
		for g := range s.Branch {
			s.Branch[g].Waste = 0.2
		}
	})
	if math.Abs(spoiled/usual-1.25) > 0.05 {
		t.Errorf("a fifth of the users' work is spoiled and %v are planned, want a quarter over %v", spoiled, usual)
	}
	stored, _ := planned(economy.Materials, func(s *economy.State) {
		var made ledger.Tally
		made.Make(&s.Branch[economy.Materials].Depot, 100)
	})
	if stored >= usual || stored < 0.4*usual {
		t.Errorf("depots are full and %v are planned, without stocks %v", stored, usual)
	}
	enough := func(s *economy.State) {
		s.Last.Months, s.Last.Parted = 12, economy.ReferenceOutput[economy.Consumer]
	}
	sold, _ := planned(economy.Consumer, enough)
	unsold, _ := planned(economy.Consumer, func(s *economy.State) {
		enough(s)
		var made ledger.Tally
		made.Make(&s.Shop[0].Stock[economy.Consumer], 100)
	})
	if unsold >= sold || unsold < 0.4*sold {
		t.Errorf("shops are full and %v are planned, without stocks %v", unsold, sold)
	}
	slow, _ := planned(economy.Consumer, func(s *economy.State) {
		enough(s)
		s.Last.Parted *= 0.8
	})
	if math.Abs(slow/sold-0.8) > 0.05 {
		t.Errorf("a fifth less is sold and %v are planned, before %v", slow, sold)
	}
	_, fewer := planned(economy.Materials, func(s *economy.State) {
		for k := range s.Enterprise {
			if e := &s.Enterprise[k]; e.Good == economy.Materials {
				e.Project[0] = economy.Project{Cost: 1, Places: 0.02, Yield: 4, Open: 1}
			}
		}
	})
	if fewer >= part {
		t.Errorf("plant is being built for a branch and its part in funds goes from %v to %v", part, fewer)
	}
}

// Technique advances with its branch: where the pace is nil it stands.
func TestTechniqueAdvancesWithItsBranch(t *testing.T) {
	w, s := country(12)
	w.Physics.Plant.Progress = [economy.Goods]float64{economy.Machinery: 1, economy.Services: 0.5}
	w.Physics.Plant.Growth, w.Physics.Plant.Imitate = 0.02, 0
	grown := func(g economy.Good) float64 {
		before := s.Branch[g].Technique
		(&Investment{}).design(w, s, g, 0, 1)
		return math.Log(s.Branch[g].Technique / before)
	}
	machines, services, fuel := grown(economy.Machinery), grown(economy.Services), grown(economy.Fuel)
	if math.Abs(machines-0.02) > 1e-12 || math.Abs(services-0.01) > 1e-12 || fuel != 0 {
		t.Errorf("technique grows by %v in machines, %v in services and %v in fuel", machines, services, fuel)
	}
}

// Techniques abroad are ahead from the first day, and the first plan reckons with
// them as with a rival's.
func TestTheFirstPlanKnowsHowFarOthersAreAhead(t *testing.T) {
	const share = 0.1
	ahead := economy.DefaultStart().Lead - 1
	for _, c := range []struct{ rival, threat, want float64 }{
		{0, 0.5, share}, {0.2, 0, share}, {0.2, 0.5, share + 0.1*ahead},
	} {
		w, s := country(0)
		w.Decided = &scenario.Decided{AccumulationShare: scenario.Path{1: share}}
		s.Centre.Threat = c.threat
		(&Investment{Rival: c.rival, InvestmentPractice: InvestmentPractice{Memory: 4, Utilised: 0.9}}).Plan(w, s, &Credit{})
		if got := s.Centre.Accumulated; math.Abs(got-c.want) > 1e-9 {
			t.Errorf("rivalry %v under a threat of %v: %v is invested, want %v", c.rival, c.threat, got, c.want)
		}
	}
}

// Who is twice as far behind takes over more, but not twice as much; who leads,
// or is shut out, nothing.
func TestImitationByDistance(t *testing.T) {
	w, s := country(12)
	w.Physics.Plant.Progress = [economy.Goods]float64{economy.Machinery: 1}
	w.Physics.Plant.Growth, w.Physics.Plant.Imitate = 0, 0.02
	b := &s.Branch[economy.Machinery]
	grown := func(ahead, open float64) float64 {
		b.Technique, b.Abroad = 1, ahead
		(&Investment{}).design(w, s, economy.Machinery, 0.03, open)
		if math.Abs(math.Log(b.Abroad/ahead)-0.03) > 1e-12 {
			t.Errorf("technique abroad grew by %v", math.Log(b.Abroad/ahead))
		}
		return math.Log(b.Technique)
	}
	for _, c := range []struct{ ahead, open, want float64 }{
		{1, 1, 0}, {0.8, 1, 0}, {2, 1, 0.01}, {4, 1, 0.015}, {2, 0.5, 0.005}, {2, 0, 0},
	} {
		if got := grown(c.ahead, c.open); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%v times ahead, open by %v: technique grew by %v, want %v", c.ahead, c.open, got, c.want)
		}
	}
}

// What a branch remembers of how fast posts fill falls no lower than managers reckon with.
func TestHiringIsRememberedAsFarAsItIsReckonedWith(t *testing.T) {
	for _, c := range []struct {
		name          string
		staff, wanted int64
		want          float64
	}{{"no post open", 100, 100, 1}, {"a tenth open", 90, 100, 0.6}, {"most open", 20, 100, 0.25}} {
		w, s := &economy.World{}, &economy.State{Enterprise: []economy.Enterprise{{Good: economy.Fuel, Staff: c.staff, Wanted: c.wanted}}}
		i := &Plan{PlanPractice: PlanPractice{HiringLow: 0.25, Openings: 4, Experience: 4}}
		for range 100 {
			i.Sense(w, s)
		}
		if got := s.Branch[economy.Fuel].Hiring; math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// A branch remembers what part of its staff leaves in a quarter, without those it dismissed.
func TestQuitsAreRemembered(t *testing.T) {
	for _, c := range []struct {
		name string
		gone [2]float64 // in two regions
		want float64
	}{{"nobody", [2]float64{}, 0}, {"some", [2]float64{10, 20}, 0.1}, {"more came than went", [2]float64{-10, 5}, 0}, {"all", [2]float64{100, 300}, 1}} {
		w, s := &economy.World{}, &economy.State{}
		i := &Plan{PlanPractice: PlanPractice{Experience: 4}}
		for range 100 {
			for r, gone := range c.gone {
				cell := &s.Cell[economy.Cell(r, economy.Fuel)]
				cell.Staff, cell.Gone = 100+int64(r)*100, cell.Gone+gone
			}
			i.Sense(w, s)
		}
		if got := s.Branch[economy.Fuel].Quits; math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// Balances move targets by a part of the gap, up to a limit; where depots are full they cut them however far it is.
func TestFullDepotsCutTargets(t *testing.T) {
	i := &Plan{Balance: 0.4, PlanPractice: PlanPractice{Slack: 0.05, Lower: 0.3, Raise: 0.2, Full: 6}}
	for _, c := range []struct {
		name         string
		gap          float64 // log of what is wanted over last year's output
		months, full float64 // in depots
		want         float64
	}{
		{"more is wanted", 0.15, 1, 0.5, 0.04},
		{"much more is wanted", 1, 1, 0.5, 0.08},
		{"more is wanted though depots are full", 0.15, 9, 0.5, 0.04},
		{"less is wanted", -0.15, 1, 0.5, -0.08},
		{"much less is wanted", -1, 1, 0.5, -0.12},
		{"and depots are full", -1, 9, 0.5, -0.525},
		{"which nobody minds", -1, 9, 0, -0.12},
		{"a little less, and depots are full", -0.05, 9, 0.5, -0.05},
		{"hardly anything is wanted", -9, 9, 0.5, -overfullMost},
	} {
		b := &economy.BranchState{LastYear: 12, Wanted: 12 * math.Exp(c.gap)}
		var made ledger.Tally
		made.Make(&b.Depot, c.months)
		i.Overfull = c.full
		if got := i.balanced(b); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s: targets move by %v, want %v", c.name, got, c.want)
		}
	}
}
