package mechanism

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestContagionHazard(t *testing.T) {
	usual := Contagion{Base: 0.1, Example: 2, Powers: 0.7, Bound: 0.5}
	for _, c := range []struct {
		name                                            string
		m                                               Contagion
		crisis, succeeded, isolation, control, interest float64
		want                                            float64
	}{
		{"off", Contagion{}, 1, 1, 0, 0, 0, 0},
		{"alone and unhindered", usual, 1, 0, 0, 0, 0, 0.1},
		{"no crisis", usual, 0, 1, 0, 0, 0, 0},
		{"half have had theirs", usual, 1, 0.5, 0, 0, 0, 0.2},
		{"the powers are free to act", usual, 1, 0, 1, 0, 0, 0.03},
		{"parties bound to officials elsewhere", usual, 1, 0, 0, 1, 1, 0.05},
		{"bound to a country without officials in power", usual, 1, 0, 0, 1, 0, 0.1},
	} {
		if got := c.m.Hazard(c.crisis, c.succeeded, c.isolation, c.control, c.interest); !near(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// Without contagion waiting times are those of a Poisson process: a year goes
// by without an event with probability e^−h, and years are independent.
func TestContagionWithoutExampleIsPoisson(t *testing.T) {
	m := Contagion{Base: 0.3}
	h := m.Hazard(1, 0.9, 1, 1, 1)
	if h != 0.3 {
		t.Fatalf("hazard %v depends on others", h)
	}
	left := 1.0
	for year := 1; year <= 40; year++ {
		left *= 1 - m.Chance(h)
		if want := math.Exp(-0.3 * float64(year)); math.Abs(left/want-1) > 1e-12 {
			t.Fatalf("%v are left after %d years, want %v", left, year, want)
		}
	}
}

func TestContagionProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Contagion](t)
		few, many := two(t, "succeeded", 0, 1)
		free, put := two(t, "isolation", 0, 1)
		rises(t, "a stronger example, rarer", m.Hazard(1, few, free, 0, 0), m.Hazard(1, many, free, 0, 0))
		rises(t, "more put down, more frequent", m.Hazard(1, few, put, 0, 0), m.Hazard(1, few, free, 0, 0))
		within(t, "chance", m.Chance(m.Hazard(1, many, free, 1, 1)), 0, 1)
	})
}
