package institution

import (
	"math"
	"testing"

	"gosplan/economy"
	"gosplan/mechanism"
	"gosplan/scenario"
	"gosplan/unit"
)

// Oil that is sold abroad leaves the depot, is paid for and is ordered beside what
// others order; where users at home get a part of what they order, so does trade.
func TestOilThatIsSoldLeavesTheCountry(t *testing.T) {
	for _, c := range []struct {
		name                             string
		monopoly, use, share, depot, met float64
		ordered, shipped                 float64 // of a year's 12 units of fuel, in a month
	}{
		{"there is enough", 1, 0.65, 0.4, 10, 1, 0.4 * 0.27, 0.4 * 0.27},
		{"users get half", 1, 0.65, 0.4, 10, 0.5, 0.4 * 0.27, 0.2 * 0.27},
		{"the depot is nearly empty", 1, 0.65, 0.4, 0.03, 1, 0.4 * 0.27, 0.03},
		{"the depot is empty", 1, 0.65, 0.4, 0, 1, 0.4 * 0.27, 0},
		{"there is no oil in fuel", 1, 0.65, 0, 10, 1, 0, 0},
		{"the state does not trade", 0, 0.65, 0.4, 10, 1, 0, 0},
		{"nothing is bought for it", 1, 0, 0.4, 10, 1, 0, 0},
	} {
		w, s := country(12)
		w.Given = &scenario.Given{OilShare: scenario.Path{1: c.share}, OilPrice: scenario.Path{1: 30}}
		b := &s.Branch[economy.Fuel]
		b.LastYear, b.Filled, b.Orders = 12, c.met, 1
		s.Audit.Use(economy.Fuel, &b.Depot, b.Depot.Held())
		s.Audit.Make(economy.Fuel, &b.Depot, c.depot)
		purse := s.Centre.Treasury.Held()
		trade := &Trade{Oil: mechanism.OilRent{Use: c.use}, Monopoly: c.monopoly}
		trade.ShipOil(w, s)
		if left := c.depot - b.Depot.Held(); math.Abs(left-c.shipped) > 1e-9 || math.Abs(s.Year.Crude-c.shipped) > 1e-9 {
			t.Errorf("%s: %v leaves and %v is booked, want %v", c.name, left, s.Year.Crude, c.shipped)
		}
		if math.Abs(b.Orders-1-c.ordered) > 1e-9 || math.Abs(s.Centre.Crude-12*c.ordered) > 1e-9 {
			t.Errorf("%s: %v is ordered and %v a year, want %v", c.name, b.Orders-1, s.Centre.Crude, c.ordered)
		}
		if paid := purse - s.Centre.Treasury.Held(); paid != unit.Cost(b.Price, s.Year.Crude) {
			t.Errorf("%s: %v is paid", c.name, paid)
		}
		if err := s.Check(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// The rent is that of the tonnes shipped last year, at the price of this.
func TestOilRentFollowsWhatWasShipped(t *testing.T) {
	for _, c := range []struct {
		name          string
		crude, months float64
		tonnes        float64 // Mt a year
	}{
		{"a year's", 3, 12, 3 * 33.5},
		{"a quarter's", 3, 3, 12 * 33.5},
		{"nothing", 0, 12, 0},
		{"before the first year", 0, 0, 0},
	} {
		w, s := country(12)
		w.Given = &scenario.Given{OilShare: scenario.Path{1: 0.4}, OilPrice: scenario.Path{1: 10, 2: 30}}
		s.Branch[economy.Fuel].LastYear = 100 // what is made is not what is sold
		s.Last.Crude, s.Last.Months = c.crude, c.months
		trade := &Trade{Oil: mechanism.OilRent{Use: 0.5}, Monopoly: 1}
		trade.Ship(w, s)
		oil := w.Physics.Oil
		want := trade.Oil.Billion(c.tonnes, 30) / oil.Dollars
		if got := s.Centre.OilRent; math.Abs(got-want) > 1e-9 {
			t.Errorf("%s: a rent of %v, want %v", c.name, got, want)
		}
	}
}

// Whoever plans fuel plans what trade orders of it, as for any user.
func TestPlansKnowOfOilForTrade(t *testing.T) {
	order := func(crude float64) func(*economy.State) {
		return func(s *economy.State) { s.Centre.Crude = crude }
	}
	usual, _ := planned(economy.Fuel, order(0))
	sold, _ := planned(economy.Fuel, order(0.2))
	if more := sold - usual; more < 0.2 || more > 0.2*1.05 {
		t.Errorf("trade orders 0.2 and ministries plan %v more", more)
	}
	plan := func(crude float64) (fuel, materials float64) {
		w, s, building, supply := plannedCountry()
		s.Centre.Crude = crude
		office(1, 1).Compute(w, s, building, supply)
		return s.Centre.Planned[economy.Fuel], s.Centre.Planned[economy.Materials]
	}
	fuel, materials := plan(0)
	moreFuel, moreMaterials := plan(0.2)
	if more := moreFuel - fuel; more < 0.2 || more > 0.25 || moreMaterials <= materials {
		t.Errorf("trade orders 0.2 and the office computes %v more", more)
	}
	ask := func(crude float64) float64 {
		i, w, s := talks(60)
		s.Centre.Crude = crude
		x := session{plan: i, w: w, s: s, hour: hour(s)}
		x.open(&Army{}, &Retail{RetailPractice: RetailPractice{Home: 0.55}})
		return x.fixed[economy.Fuel]
	}
	if more := ask(0.2) - ask(0); math.Abs(more-0.2) > 1e-9 {
		t.Errorf("trade orders 0.2 and asks councils for %v", more)
	}
}
