package mechanism

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestQuitHazard(t *testing.T) {
	usual := Quit{Base: 0.4, Response: 3, Young: 2}
	for _, c := range []struct {
		name                    string
		m                       Quit
		wage, mean, posts, lock float64
		newcomer                bool
		want                    float64
	}{
		{"off: nobody leaves", Quit{}, 50, 100, 1, 0, true, 0},
		{"the mean wage and posts for all", usual, 100, 100, 1, 0, false, 0.4},
		{"more posts than seekers change nothing", usual, 100, 100, 5, 0, false, 0.4},
		{"half as many posts as seekers", usual, 100, 100, 0.5, 0, false, 0.2},
		{"no posts, nowhere to go", usual, 100, 100, 0, 0, false, 0},
		{"a newcomer", usual, 100, 100, 1, 0, true, 0.8},
		{"a tenth under the mean wage", usual, 90, 100, 1, 0, false, 0.4 * math.Exp(0.3)},
		{"the law locks", usual, 90, 100, 1, 1, true, 0},
		{"no wages anywhere", usual, 0, 0, 1, 0, false, 0.4},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Hazard(c.wage, c.mean, c.posts, c.lock, c.newcomer); !near(got, c.want) {
				t.Errorf("Hazard(%v, %v, %v, %v, %v) = %v, want %v", c.wage, c.mean, c.posts, c.lock, c.newcomer, got, c.want)
			}
		})
	}
}

func TestQuitFallsWithTheWage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Quit](t)
		mean := some(t, "mean", 0, absurd)
		low, high := two(t, "wage", 0, absurd)
		few, many := two(t, "posts", 0, absurd)
		loose, tight := two(t, "lock", 0, 1)
		newcomer := rapid.Bool().Draw(t, "newcomer")
		at := m.Hazard(high, mean, few, tight, newcomer)
		within(t, "hazard", at, 0, m.Base*m.Young*math.Exp(m.Response))
		rises(t, "less pay, fewer leave", at, m.Hazard(low, mean, few, tight, newcomer))
		rises(t, "more posts, fewer leave", at, m.Hazard(high, mean, many, tight, newcomer))
		rises(t, "a weaker lock, fewer leave", at, m.Hazard(high, mean, few, loose, newcomer))
		rises(t, "newcomers stay longer", m.Hazard(high, mean, few, tight, false), m.Hazard(high, mean, few, tight, true))
	})
}
