package institution

import (
	"math"
	"testing"

	"gosplan/economy"
	"gosplan/scenario"
)

// builder builds with all it has, as far as it is paid for.
var builder = Investment{InvestmentPractice: InvestmentPractice{Spend: 1, Overrun: 1, BuildTime: 12, Latitude: 1}}

// A site is what a country builds from: machines and building in depots, what
// leaders pay a year and a project of every branch.
func site(machines, building, paid float64) (*economy.World, *economy.State) {
	w, s := country(12)
	w.Decided = &scenario.Decided{FarmInvestment: scenario.Path{1: 0.2}}
	s.Centre.GDP, s.Centre.Accumulated = 100, paid/100
	for g, held := range map[economy.Good]float64{economy.Machinery: machines, economy.Construction: building} {
		depot := &s.Branch[g].Depot
		s.Audit.Use(g, depot, depot.Held())
		s.Audit.Make(g, depot, held)
	}
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		s.Branch[g].Share = 1 / float64(economy.Branches)
	}
	for k := range s.Enterprise {
		s.Enterprise[k].Project = [economy.Projects]economy.Project{{Cost: 10, Places: 0.1, Yield: 3, Open: 1}}
	}
	return w, s
}

// Farm machines wear in every month, and what is built comes on top.
func TestFarmMachinesWearWhateverIsBuilt(t *testing.T) {
	for _, c := range []struct {
		name                     string
		machines, building, paid float64
	}{
		{"there is all", 1, 1, 20},
		{"no machines", 0, 1, 20},
		{"no building", 1, 0, 20},
		{"nothing at all", 0, 0, 20},
		{"nothing is paid for", 1, 1, 0},
	} {
		w, s := site(c.machines, c.building, c.paid)
		sum := func() (all float64) {
			for r := range s.Region {
				all += s.Region[r].Tractors
			}
			return all
		}
		before := sum()
		builder.Build(w, s)
		want := before*(1-w.Physics.Farming.Wear/12) + s.Year.FarmInvested
		if got := sum(); math.Abs(got-want) > 1e-9 {
			t.Errorf("%s: farm machines went from %v to %v, want %v", c.name, before, got, want)
		}
		if built := s.Year.FarmInvested > 0; built != (min(c.machines, c.building, c.paid) > 0) {
			t.Errorf("%s: farms got %v", c.name, s.Year.FarmInvested)
		}
		if err := s.Check(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// Machines from abroad land month by month, and what is not built in waits: of a
// year's nothing is lost, however little is built.
func TestMachinesFromAbroadWaitUntilTheyAreBuiltIn(t *testing.T) {
	for _, c := range []struct {
		name                     string
		machines, building, paid float64
	}{
		{"all can be built", 1, 100, 1000},
		{"nothing is made at home", 0, 100, 1000},
		{"a part is paid for", 1, 100, 2},
		{"no building", 1, 0, 20},
		{"nothing is paid for", 1, 1, 0},
	} {
		w, s := site(c.machines, c.building, c.paid)
		w.Decided.MachineryImport = scenario.Path{1: 0.12, 2: 0.12}
		trade := &Trade{Monopoly: 1}
		depot := &s.Branch[economy.Machinery].Depot
		before, used := depot.Held(), s.Audit.Tally[economy.Machinery].Used
		for month := range 12 {
			held := s.Centre.Landed.Held()
			trade.Ship(w, s)
			if came := s.Centre.Landed.Held() - held; math.Abs(came-1/economy.BasePrice[economy.Machinery]) > 1e-9 {
				t.Errorf("%s: %v machines land in month %d", c.name, came, month)
			}
			builder.Build(w, s)
			s.Month++
		}
		came := 12 / economy.BasePrice[economy.Machinery]
		built := s.Audit.Tally[economy.Machinery].Used - used - (before - depot.Held())
		if waits := s.Centre.Landed.Held(); math.Abs(came-built-waits) > 1e-9 {
			t.Errorf("%s: %v machines landed, %v were built in and %v wait", c.name, came, built, waits)
		}
		if some := min(c.building, c.paid) > 0; some != (built > 0) {
			t.Errorf("%s: %v machines from abroad were built in", c.name, built)
		}
		if err := s.Check(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
