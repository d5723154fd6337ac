package system

import (
	"slices"
	"testing"

	"gosplan/scenario"
)

// Every order that a system usually gives is one that politics can take and
// lies within its range; every scripted system says what its leaders decide.
func TestUsualOrders(t *testing.T) {
	for name, orders := range usual {
		if !slices.Contains(Names(), name) {
			t.Errorf("orders of %q, which is no system", name)
		}
		for k := range orders {
			if !slices.Contains(Ruled, k) {
				t.Errorf("%s orders %s, which politics cannot take", name, k)
			}
		}
	}
	for _, name := range Names() {
		for _, k := range []scenario.Decision{scenario.PlannedGrowth, scenario.RetailPriceReview} {
			if _, ok := Usual(name, k, 0); !ok {
				t.Errorf("%s does not say %s", name, k)
			}
		}
		for _, k := range Ruled {
			low, high := k.Bounds()
			for years := range 60 {
				if v, _ := Usual(name, k, years); v < low || v > high {
					t.Errorf("%s: %s is %v after %d years, not between %v and %v", name, k, v, years, low, high)
				}
			}
		}
	}
	for _, k := range eras {
		if usual[k.name] == nil {
			t.Errorf("%s has no orders of its own", k.name)
		}
	}
}
