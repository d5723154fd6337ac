package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestOilRentBillion(t *testing.T) {
	for _, c := range []struct {
		name            string
		m               OilRent
		mt, price, cost float64
		want            float64
	}{
		{"off: no rent is used", OilRent{}, 100, 30, 10, 0},
		{"a hundred Mt are 730 million barrels", OilRent{Use: 1}, 100, 20, 10, 7.3},
		{"half is used", OilRent{Use: 0.5}, 100, 20, 10, 3.65},
		{"below cost there is no rent, and no loss", OilRent{Use: 1}, 100, 5, 10, 0},
		{"nothing sold", OilRent{Use: 1}, 0, 30, 10, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Billion(c.mt, c.price, c.cost); !near(got, c.want) {
				t.Errorf("Billion(%v, %v, %v) = %v, want %v", c.mt, c.price, c.cost, got, c.want)
			}
		})
	}
}

func TestOilRentRisesWithThePrice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[OilRent](t)
		mt, cost := some(t, "Mt", 0, absurd), some(t, "cost", 0, absurd)
		cheap, dear := two(t, "price", 0, absurd)
		rises(t, "dearer oil, less rent", m.Billion(mt, cheap, cost), m.Billion(mt, dear, cost))
		rises(t, "dearer wells, more rent", m.Billion(mt, dear, cost+1), m.Billion(mt, dear, cost))
		within(t, "rent", m.Billion(mt, dear, cost), 0, mt*barrels*dear/1000)
	})
}
