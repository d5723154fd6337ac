package mechanism

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// The numbers of Blanchard and Kremer 1997 at outside offers up to the whole
// of a supplier's share in the joint output.
func TestChainIsBlanchardAndKremers(t *testing.T) {
	for _, c := range []struct {
		name          string
		n, offer      float64
		want, rounded float64
	}{
		{"off: nobody offers anything", 4, 0, 1, 0},
		{"no chain, nothing to break", 0, 1, 1, 0},
		{"one supplier", 1, 1, 0.875, 5e-4},
		{"two suppliers", 2, 1, 0.796, 5e-4},
		{"four suppliers", 4, 1, 0.746, 5e-4},
		{"offers that the buyer matches break nothing", 4, 0.8, 1, 1e-12},
		{"offers just above do", 4, 0.81, 0.976, 5e-4},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Chain(c.n, c.offer); math.Abs(got-c.want) > c.rounded {
				t.Errorf("Chain(%v, %v) = %v, want %v", c.n, c.offer, got, c.want)
			}
		})
	}
}

func TestChainLosesNothingWhileTheBuyerCanMatch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := some(t, "suppliers", 1, 100)
		offer := some(t, "offer", 0, n/(n+1))
		within(t, "output", Chain(n, offer), 1, 1)
	})
}

// A longer chain bears higher offers, but falls deeper when it breaks.
func TestChainBreaksDeeperTheLongerItIs(t *testing.T) {
	worst := func(n float64) float64 {
		least := 1.0
		for offer := 0.0; offer <= 3; offer += 0.001 {
			least = min(least, Chain(n, offer))
		}
		return least
	}
	for n := 1.0; n < 10; n++ {
		if !(worst(n+1) < worst(n)) {
			t.Errorf("%v suppliers lose %v at worst, %v lose %v", n, 1-worst(n), n+1, 1-worst(n+1))
		}
	}
}

// The price offered is the best one for the buyer, found by trying them all.
func TestChainBuyerOffersTheBestPrice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := float64(rapid.IntRange(1, 10).Draw(t, "suppliers"))
		offer := some(t, "offer", 0.05, 1.5)
		profit := func(p float64) float64 { return math.Pow(min(1, p/offer), n) * (1 - p) }
		best := 0.0
		for p := 0.0; p <= 1; p += 0.0005 {
			if profit(p) > profit(best) {
				best = p
			}
		}
		want := math.Pow(min(1, best/offer), n)*(1-best/2) + offer/2
		if best < offer && math.Abs(Chain(n, offer)-want) > 0.005 || best >= offer && Chain(n, offer) < 1-0.005 {
			t.Fatalf("Chain(%v, %v) = %v, by trial %v", n, offer, Chain(n, offer), want)
		}
	})
}

func TestPartialReformDelivered(t *testing.T) {
	reform := PartialReform{Outside: 1, Chain: 1}
	for _, c := range []struct {
		name   string
		m      PartialReform
		orders float64
		want   float64
	}{
		{"off: all links hold without orders", PartialReform{}, 0, 1},
		{"all is ordered", reform, 1, 1},
		{"half is ordered", reform, 0.5, 0.75},
		{"nothing is ordered: a supplier stays half of the time", reform, 0, 0.5},
		{"nobody outside offers anything", PartialReform{Chain: 4}, 0, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Delivered(c.orders); !near(got, c.want) {
				t.Errorf("Delivered(%v) = %v, want %v", c.orders, got, c.want)
			}
		})
	}
}

func TestPartialReformOrdersHoldLinks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[PartialReform](t)
		few, many := two(t, "orders", 0, 1)
		rises(t, "more orders, fewer links", m.Delivered(few), m.Delivered(many))
		within(t, "links", m.Delivered(few), 0, 1)
		within(t, "links at absurd offers", Links(some(t, "suppliers", -absurd, absurd), some(t, "offer", -absurd, absurd)), 0, 1)
	})
}
