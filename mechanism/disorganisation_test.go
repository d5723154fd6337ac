package mechanism

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// Chains whose links break one by one make what Blanchard and Kremer's formula
// says, at outside offers up to the whole of a supplier's share.
func TestDisorganisationIsBlanchardAndKremers(t *testing.T) {
	m := Disorganisation{Outside: 1}
	for _, c := range []struct{ n, output float64 }{{1, 0.875}, {2, 0.796}, {4, 0.746}} {
		whole := math.Pow(1-m.Break(c.n, 0, 0), c.n)
		if want := Links(c.n, m.Outside); !near(whole, want) {
			t.Errorf("of chains of %v, %v stay whole, want %v", c.n, whole, want)
		}
		// a whole chain makes 1 a supplier; who leaves has what he found, those
		// who would have stayed find the mean of what they turned down
		output := whole*(1-Offer(c.n, m.Outside)/2) + m.Outside/2
		if math.Abs(output-c.output) > 5e-4 || !near(output, Chain(c.n, m.Outside)) {
			t.Errorf("chains of %v make %v, want %v", c.n, output, c.output)
		}
	}
}

func TestDisorganisationBreak(t *testing.T) {
	m := Disorganisation{Outside: 1, Renew: 0.5}
	for _, c := range []struct {
		name               string
		m                  Disorganisation
		n, renewed, orders float64
		want               float64
	}{
		{"off: links hold", Disorganisation{}, 4, 0, 0, 0},
		{"nothing to break", m, 0, 0, 0, 0},
		{"one supplier: half find more outside", m, 1, 0, 0, 0.5},
		{"four are offered more, and a fifth go", m, 4, 0, 0, 0.2},
		{"orders hold half", m, 4, 0, 0.5, 0.1},
		{"half are agreed anew", m, 4, 0.5, 0, 0.1},
		{"offers that buyers match", Disorganisation{Outside: 0.5}, 1, 0, 0, 0},
	} {
		if got := c.m.Break(c.n, c.renewed, c.orders); !near(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	if got := m.Next(0, 2); !near(got, 1-math.Exp(-1)) {
		t.Errorf("after two years %v are agreed anew", got)
	}
	if got := m.Next(m.Next(0.1, 1), 1); !near(got, m.Next(0.1, 2)) {
		t.Error("two years are not a year and a year")
	}
}

func TestDisorganisationFades(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Disorganisation](t)
		n := some(t, "links", 0, 10)
		few, many := two(t, "renewed", 0, 1)
		less, more := two(t, "orders", 0, 1)
		rises(t, "more agreed, more broken", m.Break(n, many, less), m.Break(n, few, less))
		rises(t, "more orders, more broken", m.Break(n, few, more), m.Break(n, few, less))
		within(t, "break", m.Break(n, few, less), 0, 1)
		rises(t, "agreements are undone", few, m.Next(few, some(t, "years", 0, 10)))
	})
}
