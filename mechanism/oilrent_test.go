package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestOilRentBillion(t *testing.T) {
	for _, c := range []struct {
		name      string
		m         OilRent
		mt, price float64
		want      float64
	}{
		{"off: no rent is used", OilRent{}, 100, 30, 0},
		{"a hundred Mt are 730 million barrels", OilRent{Use: 1}, 100, 10, 7.3},
		{"half is used", OilRent{Use: 0.5}, 100, 10, 3.65},
		{"nothing sold", OilRent{Use: 1}, 0, 30, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Billion(c.mt, c.price); !near(got, c.want) {
				t.Errorf("Billion(%v, %v) = %v, want %v", c.mt, c.price, got, c.want)
			}
		})
	}
}

func TestOilRentRisesWithThePrice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[OilRent](t)
		mt := some(t, "Mt", 0, absurd)
		cheap, dear := two(t, "price", 0, absurd)
		rises(t, "dearer oil, less rent", m.Billion(mt, cheap), m.Billion(mt, dear))
		within(t, "rent", m.Billion(mt, dear), 0, mt*barrels*dear/1000)
	})
}
