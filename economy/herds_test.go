package economy

import (
	"math"
	"testing"
)

// Animals that go short give less; beyond the usual ration each doubling gives a
// little more, and no feed makes them give less than less feed did.
func TestAnimalsGiveByFeed(t *testing.T) {
	h := DefaultPhysics().Herds
	for _, c := range []struct {
		name           string
		pasture, grain float64
		low, high      float64
	}{
		{"starved", 0, 0, 0.1, 0.4},
		{"on pasture alone", 0.5, 0, 0.5, 0.9},
		{"fed in full", 0.5, 1, 1, 1},
		{"fattened as usual", 0.5, h.Usual, 1, 1},
		{"twice that", 0.5, 2 * h.Usual, 1 + h.Rich*0.69, 1 + h.Rich*0.70},
		{"four times", 0, 4 * h.Usual, 1 + h.Rich*1.38, 1 + h.Rich*1.39},
	} {
		if got := h.Yield(h.Feeding(c.pasture, c.grain)); got < c.low || got > c.high {
			t.Errorf("%s: animals give %v, want %v to %v", c.name, got, c.low, c.high)
		}
	}
	last := 0.0
	for grain := 0.0; grain < 8; grain += 0.1 {
		got := h.Yield(h.Feeding(0.3, grain))
		if got < last-1e-12 {
			t.Errorf("at %v of the grain they need animals give %v, and %v at less", grain, got, last)
		}
		last = got
	}
}

// At the ration that pays, a little more brings what it costs; dearer feed is
// given less of.
func TestFeedIsWorthItsPrice(t *testing.T) {
	h := DefaultPhysics().Herds
	const gives, need, produce = 3.0, 2.0, 1.0
	for _, price := range []float64{0.02, 0.05, 0.1} {
		x := h.Worth(gives, need, produce, price)
		more := gives * (h.Yield(h.Feeding(0, x*1.001)) - h.Yield(h.Feeding(0, x)))
		if cost := need * 0.001 * x * price; math.Abs(more*produce/cost-1) > 0.01 {
			t.Errorf("at a price of %v a little more than %v brings %v for %v", price, x, more, cost)
		}
	}
	if x := h.Worth(gives, need, produce, 10); x != 0 {
		t.Errorf("feed that pays for nothing beyond the usual is given up to %v", x)
	}
}
