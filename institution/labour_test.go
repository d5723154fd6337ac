package institution

import (
	"math"
	"testing"

	"gosplan/economy"
	"gosplan/mechanism"
)

// A scale is in force at once where there was none, comes branch by branch where
// there was another, and is gone at once where none is set.
func TestScaleOfPay(t *testing.T) {
	for _, c := range []struct {
		name        string
		before, set float64
		months      int
		want        float64
	}{
		{"the first scale", 0, 3, 1, 3},
		{"another scale, after a month", 3, 2, 1, 2.9},
		{"and after two years", 3, 2, 24, 2 + math.Pow(0.9, 24)},
		{"the same scale", 3, 3, 12, 3},
		{"no scale any more", 3, 0, 1, 0},
		{"none before or after", 0, 0, 12, 0},
	} {
		i := &Labour{Scale: mechanism.PayScale{Span: c.set, Grades: 6, Pieces: 0.5}}
		i.Rewrite = 0.1
		terms := &economy.Terms{Span: c.before}
		for range c.months {
			i.scale(terms)
		}
		if math.Abs(terms.Span-c.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", c.name, terms.Span, c.want)
		}
		if terms.Grades != 6 || terms.Pieces != 0.5 {
			t.Errorf("%s: %v grades and %v by the piece", c.name, terms.Grades, terms.Pieces)
		}
	}
}
