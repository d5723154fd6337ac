package institution

import (
	"math"
	"testing"

	"gosplan/economy"
	"gosplan/unit"
)

// A dearer barrel buys more of all that is ordered: machines, grain beyond the
// ceiling, and goods that shops sell and the treasury gets the price of. What
// grain costs is not spent on machines as well.
func TestADearerBarrelBuysMore(t *testing.T) {
	i := &Trade{Monopoly: 1, OilGoods: 0.2, OilGrain: 2.5, Cost: 0.12}
	var before float64
	for _, rent := range []float64{0, 1, 10} {
		w, s := country(12 + 3)
		s.Centre.OilRent = rent
		goods, purse := s.Branch[economy.Consumer].Depot.Held(), s.Centre.Treasury.Held()
		i.goods(s)
		got := s.Branch[economy.Consumer].Depot.Held() - goods
		if want := 0.2 * rent / economy.BasePrice[economy.Consumer] / 12; math.Abs(got-want) > 1e-9 {
			t.Errorf("a rent of %v brings %v consumer goods a month, want %v", rent, got, want)
		}
		if paid := s.Centre.Treasury.Held() - purse; paid != unit.Cost(s.Branch[economy.Consumer].Price, got) {
			t.Errorf("%v goods are paid %v", got, paid)
		}
		if got < before || rent > 0 && got == before {
			t.Errorf("a rent of %v brings no more than less did", rent)
		}
		before = got
		if err := s.Check(); err != nil {
			t.Errorf("month %d of %d: %v", s.Month, w.StartYear, err)
		}
	}
	for _, c := range []struct {
		name          string
		wanted        float64 // Mt
		month         int
		imports       float64 // points a year before
		bought, after float64
	}{
		{"January", 1, 1, 6, 1, 6 - 0.12},
		{"July, out of half a year", 1, 7, 6, 1, 6 - 0.24},
		{"December, out of a month", 1, 12, 6, 1, 6 - 1.44},
		{"more than can be paid", 100, 7, 6, 25, 0},
		{"nothing earned", 10, 1, 0, 0, 0},
		{"nothing planned", 0, 1, 5, 0, 5},
	} {
		abroad := economy.Centre{Imports: c.imports}
		if got := pay(&abroad, c.wanted, 0.12, c.month); math.Abs(got-c.bought) > 1e-9 || math.Abs(abroad.Imports-c.after) > 1e-9 {
			t.Errorf("%s: %v Mt bought and %v points of machines left, want %v and %v", c.name, got, abroad.Imports, c.bought, c.after)
		}
	}
}
