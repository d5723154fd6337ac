package mechanism

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestNegotiation(t *testing.T) {
	for _, c := range []struct {
		name          string
		m             Negotiation
		benefit, mean float64
		want          float64
	}{
		{"off: need decides", Negotiation{}, 3, 1, 1},
		{"the mean branch keeps its claim", Negotiation{Weigh: 5}, 0.1, 0.1, 1},
		{"better than the mean by a fifth", Negotiation{Weigh: 5}, 0.3, 0.1, math.E},
		{"no branch is beyond all measure", Negotiation{Weigh: 2}, 100, 1, math.E},
	} {
		if got := c.m.Weight(c.benefit, c.mean); !near(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestNegotiationFavoursWhatIsWorthMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Negotiation](t)
		less, more := two(t, "benefit", 0, 10)
		mean := some(t, "mean", 0, 10)
		rises(t, "worth more, given less", m.Weight(less, mean), m.Weight(more, mean))
	})
}
