package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestSuffrageSafest(t *testing.T) {
	usual := Suffrage{Vote: 4, Revolt: 20}
	for _, c := range []struct {
		name            string
		m               Suffrage
		opposed, unrest float64
		want            float64
	}{
		{"off: votes decide nothing", Suffrage{}, 0, 0, 0},
		{"nobody is against them", usual, 0, 0.1, 1},
		{"all quiet", usual, 0.5, 0, 0},
		{"opposed and restless", usual, 0.5, 0.1, 0.5},
		{"more opposed than restless", usual, 0.9, 0.01, 0},
		{"nobody can be denied everything", Suffrage{Vote: 4, Revolt: 20, Least: 0.1}, 0.9, 0.01, 0.1},
	} {
		if got := c.m.Safest(c.opposed, c.unrest); !near(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// No other franchise is safer than the safest.
func TestSuffrageSafestIsSafest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Suffrage](t)
		opposed, unrest := some(t, "opposed", 0, 1), some(t, "unrest", 0, 1)
		other := max(m.Least, some(t, "franchise", 0, 1)) // as far as it can be chosen
		rises(t, "there is a safer franchise", m.Loss(m.Safest(opposed, unrest), opposed, unrest), m.Loss(other, opposed, unrest)+1e-12)
		calm, restless := two(t, "unrest", 0, 1)
		rises(t, "more unrest, a narrower franchise", m.Safest(opposed, calm), m.Safest(opposed, restless))
		within(t, "franchise", m.Safest(opposed, unrest), 0, 1)
	})
}
