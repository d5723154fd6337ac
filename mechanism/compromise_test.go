package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestCompromise(t *testing.T) {
	for _, c := range []struct {
		name            string
		speed, policy   float64
		weights, wishes []float64
		want            float64
	}{
		{"off: nothing moves", 0, 0.2, []float64{1}, []float64{1}, 0.2},
		{"a quarter of the way to one wish", 0.25, 0.2, []float64{1}, []float64{1}, 0.4},
		{"wishes that cancel", 0.25, 0.5, []float64{0.5, 0.5}, []float64{0, 1}, 0.5},
		{"who has no weight has no say", 0.25, 0.5, []float64{1, 0}, []float64{0.5, 9}, 0.5},
		{"nobody counts", 0.25, 0.5, []float64{0, 0}, []float64{0, 1}, 0.5},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := (Compromise{c.speed}).Next(c.policy, c.weights, c.wishes); !near(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

// Policy never leaves what somebody wants or has.
func TestCompromiseStaysAmongTheWishes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Compromise](t)
		policy, a, b := rapid.Float64Range(0, 1).Draw(t, "policy"), rapid.Float64Range(0, 1).Draw(t, "a"), rapid.Float64Range(0, 1).Draw(t, "b")
		w := rapid.Float64Range(0, 1).Draw(t, "weight")
		within(t, "policy", m.Next(policy, []float64{w, 1 - w}, []float64{a, b}), min(policy, a, b)-1e-12, max(policy, a, b)+1e-12)
	})
}
