package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestCoercionPenalty(t *testing.T) {
	for _, c := range []struct {
		name           string
		m              Coercion
		severity, want float64
	}{
		{"off: no law reaches the workplace", Coercion{}, 1, 0},
		{"leaders order nothing", Coercion{Reach: 0.5}, 0, 0},
		{"half of what is ordered arrives", Coercion{Reach: 0.5}, 0.8, 0.4},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Penalty(c.severity); !near(got, c.want) {
				t.Errorf("Penalty(%v) = %v, want %v", c.severity, got, c.want)
			}
		})
	}
}

func TestCoercionNeverExceedsTheOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Coercion](t)
		mild, harsh := two(t, "severity", 0, absurd)
		rises(t, "a harsher order, a smaller penalty", m.Penalty(mild), m.Penalty(harsh))
		within(t, "penalty", m.Penalty(harsh), 0, harsh)
	})
}
