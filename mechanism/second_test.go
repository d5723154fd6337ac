package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestSecondEconomyDiverted(t *testing.T) {
	usual := SecondEconomy{Most: 0.4, Gain: 0.5, Risk: 1}
	for _, c := range []struct {
		name            string
		m               SecondEconomy
		ratio, severity float64
		want            float64
	}{
		{"off: all is sold at the counter", SecondEconomy{}, 4, 0, 0},
		{"nothing to gain", usual, 1, 0, 0},
		{"twice the price", usual, 2, 0, 0.2},
		{"the law takes the gain away", usual, 2, 0.5, 0},
		{"some take the risk", usual, 2, 0.25, 0.1},
		{"not more than can be hidden", usual, 10, 0, 0.4},
		{"cheaper than the counter", usual, 0.5, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Diverted(c.ratio, c.severity); !near(got, c.want) {
				t.Errorf("Diverted(%v, %v) = %v, want %v", c.ratio, c.severity, got, c.want)
			}
		})
	}
}

func TestSecondEconomyFollowsGainAndFearsTheLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[SecondEconomy](t)
		small, large := two(t, "ratio", 0, absurd)
		mild, harsh := two(t, "severity", 0, absurd)
		at := m.Diverted(small, harsh)
		within(t, "share diverted", at, 0, m.Most)
		rises(t, "more to gain, less diverted", at, m.Diverted(large, harsh))
		rises(t, "milder law, less diverted", at, m.Diverted(small, mild))
	})
}
