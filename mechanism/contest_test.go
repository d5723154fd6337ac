package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestContestWeight(t *testing.T) {
	usual := Contest{Crowd: 0.5}
	for _, c := range []struct {
		name       string
		m          Contest
		n, o, l, f float64
		want       float64
	}{
		{"off: nobody has a say", Contest{}, 9, 1, 1, 1, 0},
		{"all four", usual, 9, 0.5, 0.5, 0.4, 0.3},
		{"nobody there", usual, 0, 1, 1, 1, 0},
		{"nobody acts with anybody", usual, 9, 0, 1, 1, 0},
		{"they stop nothing", usual, 9, 1, 0, 1, 0},
		{"they are shut out", usual, 9, 1, 1, 0, 0},
		{"four times the heads, twice the weight", usual, 36, 0.5, 0.5, 0.4, 0.6},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Weight(c.n, c.o, c.l, c.f); !near(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestContestWeightRises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Contest](t)
		few, many := two(t, "number", 0, absurd)
		loose, tied := two(t, "organisation", 0, 1)
		rises(t, "more people, less weight", m.Weight(few, loose, 1, 1), m.Weight(many, loose, 1, 1))
		rises(t, "better organised, less weight", m.Weight(many, loose, 1, 1), m.Weight(many, tied, 1, 1))
	})
}
