package mechanism

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestRatchetNext(t *testing.T) {
	for _, c := range []struct {
		name      string
		m         Ratchet
		target, f float64
		want      float64
	}{
		{"off: the target stands", Ratchet{}, 100, 1.3, 100},
		{"met exactly", Ratchet{Up: 0.6, Down: 0.3}, 100, 1, 100},
		{"beaten by a fifth, a quarter of the yearly pull", Ratchet{Up: 0.6, Down: 0.3}, 100, 1.2, 103},
		{"missed by a fifth", Ratchet{Up: 0.6, Down: 0.3}, 100, 0.8, 98.5},
		{"missed, yet never falls", Ratchet{Up: 0.6}, 100, 0.8, 100},
		{"beaten, yet never rises", Ratchet{Down: 0.3}, 100, 1.2, 100},
		{"a wonder counts as half again", Ratchet{Up: 0.6}, 100, 30, 107.5},
		{"a standstill lowers the target no further than a near miss", Ratchet{Down: 0.4, Least: 0.9}, 100, 0, 99},
		{"where nothing bounds it, a standstill lowers it by a year's pull", Ratchet{Down: 0.4}, 100, 0, 90},
		{"no target", Ratchet{Up: 0.6, Down: 0.3}, 0, 1.2, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Next(c.target, c.f); !near(got, c.want) {
				t.Errorf("Next(%v, %v) = %v, want %v", c.target, c.f, got, c.want)
			}
		})
	}
}

// Output that never changes is its own target in the end, and the target
// comes to it from one side.
func TestRatchetSettlesOnSteadyOutput(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := Ratchet{Up: some(t, "up", 0.2, 1), Down: some(t, "down", 0.2, 1)}
		output := some(t, "output", 1, 1e6)
		target := output * some(t, "target over output", 0.1, 10)
		for range 1000 {
			next := m.Next(target, output/target)
			if (next-output)*(target-output) < -1e-9*output*output {
				t.Fatalf("from %v the target jumps over the output %v to %v", target, output, next)
			}
			target = next
		}
		if math.Abs(target/output-1) > 1e-9 {
			t.Fatalf("the target stays at %v of the output", target/output)
		}
	})
}

func TestRatchetAsksMoreOfWhoShowsMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Ratchet](t)
		target := some(t, "target", 0, absurd)
		less, more := two(t, "fulfilment", -absurd, absurd)
		rises(t, "more shown, less asked", m.Next(target, less), m.Next(target, more))
		within(t, "target", m.Next(target, less), target*(1-m.Down/4*(1-m.Least)), target*(1+m.Up/8))
	})
}
