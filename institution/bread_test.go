package institution

import (
	"math"
	"testing"

	"gosplan/economy"
	"gosplan/scenario"
)

// Bread that towns lack is kept back from exports and bought abroad as far as
// leaders see to it: for goods that the treasury pays makers for, no more than
// is lacking, and nothing where the state does not trade or nobody orders it.
func TestTheStateBuysTheBreadThatTownsLack(t *testing.T) {
	for _, c := range []struct {
		name            string
		order, monopoly float64
		held            float64 // Mt in the granary
		buys, exports   bool
	}{
		{"none ordered", 0, 1, 1, false, true},
		{"no trade", 1, 0, 1, false, false},
		{"enough", 1, 1, 1000, false, true},
		{"half", 0.5, 1, 1, true, true},
		{"all", 1, 1, 1, true, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, s := country(12 + 9)
			decided := *w.Decided
			decided.BreadAssured = scenario.Path{w.StartYear: c.order}
			w.Decided = &decided
			for _, g := range exported {
				s.Audit.Make(g, &s.Branch[g].Depot, 100)
			}
			s.Audit.Use(economy.Grain, &s.Centre.Granary, s.Centre.Granary.Held())
			s.Audit.Make(economy.Grain, &s.Centre.Granary, c.held)
			i := &Trade{Monopoly: c.monopoly, Terms: 1.2, Voyage: 6, Granary: 0.5, Most: 1, Haste: 1}
			s.Centre.Season = 10
			_, month := s.Date(w)
			want := c.order * max(0, -beyondBread(w, s, month)) / i.Voyage
			purse := s.Centre.Treasury.Held()
			i.Exchange(w, s, &Buying{BuyingPractice: BuyingPractice{GrainStock: 1, RawStock: 1}})
			got := s.Centre.Granary.Held() - c.held
			if (got > 0) != c.buys || c.buys && math.Abs(got-want) > 1e-9 {
				t.Errorf("%v Mt bought, %v lack this month", got, want)
			}
			if paid := purse - s.Centre.Treasury.Held(); (paid > 0) != c.buys {
				t.Errorf("%v Mt bought for %v kopecks", got, paid)
			}
			before := s.Centre.Granary.Held()
			if i.Ship(w, s); (s.Centre.Granary.Held() < before) != c.exports {
				t.Errorf("%v Mt exported", before-s.Centre.Granary.Held())
			}
			if err := s.Check(); err != nil {
				t.Error(err)
			}
		})
	}
}

// Plant that stands without hands lowers a branch's claim to funds where it
// counts, and not where plans start from output.
func TestIdlePlantCountsWhereFundsAreShared(t *testing.T) {
	share := func(standing, idle float64) float64 {
		w, s := country(12)
		w.Decided = &scenario.Decided{AccumulationShare: scenario.Path{1: 0.3}}
		s.Centre.GDP = 100
		for g := economy.FirstBranch; g < economy.Goods; g++ {
			s.Branch[g].LastYear = economy.ReferenceOutput[g]
		}
		for k := range s.Enterprise {
			if e := &s.Enterprise[k]; e.Good == economy.Machinery {
				e.Rated = idle
			}
		}
		i := &Investment{Standing: standing, InvestmentPractice: InvestmentPractice{ShareLeast: 0.012, ShareBase: 0.025, ShareGrowth: 0.5, Utilised: 0.9, Memory: 4, Reserve: 1, FuelReserve: 1, ArmsLeast: 0.1}}
		i.Plan(w, s, &Credit{})
		return s.Branch[economy.Machinery].Share
	}
	if a, b := share(0, 0), share(0, 10); a != b || a <= 0 {
		t.Errorf("idle plant does not count and moves a share from %v to %v", a, b)
	}
	if a, b := share(1, 0), share(1, 10); b >= a {
		t.Errorf("idle plant counts and moves a share from %v to %v", a, b)
	}
}

// Machines promised to countries that have taken the order over are not there
// at home, and there are never less than none.
func TestAidIsGivenInMachines(t *testing.T) {
	bought := func(aid float64) float64 {
		w, s := country(12)
		w.Decided = &scenario.Decided{MachineryImport: scenario.Path{1: 0.02}}
		s.Centre.GDP, s.Polity.Aid = 100, aid
		s.Branch[economy.Fuel].LastYear = 1
		i := &Trade{Monopoly: 1}
		i.Ship(w, s)
		return s.Centre.Imports
	}
	all := bought(0)
	for _, aid := range []float64{0, 0.5, 1e6} {
		if got, want := bought(aid), max(0, all-aid); math.Abs(got-want) > 1e-12 || all <= 0.5 {
			t.Errorf("with %v points of aid due %v of %v are left", aid, got, all)
		}
	}
}

// A granary with what people of towns usually eat until the harvest and what soldiers
// are promised is neither short nor beyond bread: the usual is by heads, of which a
// grown person eats more and a child less.
func TestBreadIsReckonedByHeads(t *testing.T) {
	for _, c := range []struct {
		month int
		left  float64
	}{{8, 1}, {9, 12}, {2, 7}} {
		w, s := country(12)
		food := &w.Physics.Food
		var eats, people float64 // of all houses, were they in towns
		for b := range s.Block {
			for i := range s.Block[b].House {
				h := &s.Block[b].House[i]
				eats += food.Town * food.Adult * float64(h.Eaters) / 4
				people += float64(h.Home)
			}
		}
		if math.Abs(eats/people/food.Town-1) > 0.03 {
			t.Errorf("a head eats %v t a year, usual are %v", eats/people, food.Town)
		}
		s.Last.Procured, s.Centre.Quota, s.Centre.Promised = [economy.Regions]float64{}, 0, 0.2
		s.Audit.Use(economy.Grain, &s.Centre.Granary, s.Centre.Granary.Held())
		s.Audit.Make(economy.Grain, &s.Centre.Granary, c.left*(food.Town/12*townsmen(s)+0.2))
		if got := beyondBread(w, s, c.month) - s.GrainComing(c.month); math.Abs(got) > 1e-9 {
			t.Errorf("month %d: %v Mt beyond bread", c.month, got)
		}
	}
}
