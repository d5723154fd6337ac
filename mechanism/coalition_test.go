package mechanism

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestCoalition(t *testing.T) {
	usual := Coalition{Majority: 0.5, Least: 0.03, Eager: 8, Most: 0.6, Silence: 0.8}
	for _, c := range []struct {
		name                   string
		m                      Coalition
		weights, gains         []float64
		support, gain, chances float64
	}{
		{"off: nothing moves", Coalition{Most: 1}, []float64{0.9, 0.1}, []float64{1, 1}, 1, 1, 0},
		{"most are for it", usual, []float64{0.6, 0.4}, []float64{0.2, -0.1}, 0.6, 0.08, 1 - math.Exp(-0.64)},
		{"just a half is not enough", usual, []float64{0.5, 0.5}, []float64{0.2, 0}, 0.5, 0.1, 0},
		{"few gain much, and lose", usual, []float64{0.3, 0.7}, []float64{0.6, -0.1}, 0.3, 0.11, 0},
		{"the loss of the losers counts", usual, []float64{0.6, 0.4}, []float64{0.05, -0.6}, 0.6, -0.21, 0},
		{"no ruin counts for more than the most", usual, []float64{0.6, 0.4}, []float64{0.6, -9}, 0.6, 0.12, 1 - math.Exp(-0.96)},
	} {
		t.Run(c.name, func(t *testing.T) {
			support, gain := c.m.Support(c.weights, c.gains)
			if !near(support, c.support) || !near(gain, c.gain) || !near(c.m.Chance(support, gain), c.chances) {
				t.Errorf("support %v, gain %v, chance %v; want %v, %v, %v", support, gain, c.m.Chance(support, gain), c.support, c.gain, c.chances)
			}
		})
	}
}

func TestCoercionSilencesTheExposed(t *testing.T) {
	m := Coalition{Silence: 0.8}
	got := m.Weights([]float64{0.5, 0.5}, []float64{1, 0}, 1)
	if !near(got[0], 0.1/0.6) || !near(got[1], 0.5/0.6) {
		t.Errorf("weights %v", got)
	}
	if got := m.Weights([]float64{0, 0}, []float64{1, 0}, 1); got[0] != 0 || got[1] != 0 {
		t.Errorf("nobody has influence, and the weights are %v", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Coalition](t)
		milder, harder := two(t, "coercion", 0, 1)
		a, b := rapid.Float64Range(0.01, 1).Draw(t, "a"), rapid.Float64Range(0.01, 1).Draw(t, "b")
		before := m.Weights([]float64{a, b}, []float64{1, 0}, milder)
		after := m.Weights([]float64{a, b}, []float64{1, 0}, harder)
		rises(t, "who is coerced gains weight", after[0], before[0]+1e-12)
		if !near(before[0]+before[1], 1) {
			t.Errorf("weights sum to %v", before[0]+before[1])
		}
	})
}
