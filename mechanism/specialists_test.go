package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestSpecialistsPremium(t *testing.T) {
	for _, c := range []struct {
		name       string
		m          Specialists
		mean, want float64
	}{
		{"off: schooling earns nothing", Specialists{}, 2, 0},
		{"nobody has been to school", Specialists{Full: 8, Scarcity: 0.2}, 0, 0.2},
		{"four years each, half the premium", Specialists{Full: 8, Scarcity: 0.2}, 4, 0.1},
		{"eight years each, it has melted", Specialists{Full: 8, Scarcity: 0.2}, 8, 0},
		{"more years do not turn it round", Specialists{Full: 8, Scarcity: 0.2}, 12, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Premium(c.mean); !near(got, c.want) {
				t.Errorf("Premium(%v) = %v, want %v", c.mean, got, c.want)
			}
		})
	}
}

func TestSpecialistsPremiumMeltsAsSchoolsFill(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Specialists](t)
		few, many := two(t, "mean", 0, absurd)
		rises(t, "more schooling, a higher premium", m.Premium(many), m.Premium(few))
		within(t, "premium", m.Premium(few), 0, m.Scarcity)
	})
}
