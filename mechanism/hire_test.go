package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestHireDue(t *testing.T) {
	for _, c := range []struct {
		name string
		m    Hire
		made float64
		want float64
	}{
		{"off", Hire{}, 10, 0},
		{"each fifth sheaf", Hire{Part: 0.2}, 10, 2},
		{"nothing grew", Hire{Part: 0.2}, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Due(c.made); !near(got, c.want) {
				t.Errorf("Due(%v) = %v, want %v", c.made, got, c.want)
			}
		})
	}
}

func TestHireTakesAPart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Hire](t)
		made := rapid.Float64Range(0, 1e3).Draw(t, "made")
		within(t, "due", m.Due(made), 0, made/2)
	})
}
