package decide

import (
	"math"
	"slices"
	"testing"
)

func near(t *testing.T, name string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s: got %.4f, want %.4f ± %.4f", name, got, want, tolerance)
	}
}

// bruteRatchet finds C'(y*) for C = y²/2 by value iteration over the target.
func bruteRatchet(b, lambda, r float64) float64 {
	const targets, outputs, most = 11, 1001, 1.0
	value, next := make([]float64, targets), make([]float64, targets)
	step := most / (targets - 1)
	read := func(q float64) float64 {
		i := min(max(int(q/step), 0), targets-2)
		return value[i] + (q/step-float64(i))*(value[i+1]-value[i])
	}
	chosen := 0.0
	for range 250 {
		for i := range next {
			q, best := float64(i)*step, math.Inf(-1)
			for j := range outputs {
				y := most * float64(j) / (outputs - 1)
				if worth := b*(y-q) - y*y/2 + read(q+lambda*(y-q))/(1+r); worth > best {
					best, chosen = worth, y
				}
			}
			next[i] = best
		}
		value, next = next, value
	}
	return chosen
}

func TestRatchetPrice(t *testing.T) {
	for _, c := range []struct{ lambda, r, want float64 }{
		{0.2, 0.15, 0.4286}, {0.5, 0.15, 0.2308}, {0, 0.15, 1},
	} {
		near(t, "closed form", RatchetPrice(1, c.lambda, c.r), c.want, 1e-4)
		near(t, "value iteration", bruteRatchet(1, c.lambda, c.r), c.want, 0.002)
	}
}

func TestSelfTarget(t *testing.T) {
	for _, c := range []struct{ alpha, beta, gamma, want float64 }{
		{0.7, 1, 1.3, 0.5}, {0.5, 1, 2, 0.3333},
	} {
		near(t, "closed form", SelfTarget(c.alpha, c.beta, c.gamma), c.want, 1e-4)
		// Output uniform on [0, 1], so that F(ŷ) = ŷ.
		best, pick := 0.0, math.Inf(-1)
		for i := range 401 {
			target, mean := float64(i)/400, 0.0
			for j := range 400 {
				mean += ThreePart(c.alpha, c.beta, c.gamma, target, (float64(j)+0.5)/400) / 400
			}
			if mean > pick {
				best, pick = target, mean
			}
		}
		near(t, "tried one by one", best, c.want, 0.005)
	}
}

// Climbing finds what a search does, for values below, on, between and beyond
// the nodes.
func TestClimbingFindsWhatSearchingFinds(t *testing.T) {
	axis := newAxis(0.7, 0.85, 0.95, 1.05, 1.2, 1.5)
	values := slices.Clone(axis.nodes)
	for i := range 1000 {
		values = append(values, 0.5+0.00123*float64(i))
	}
	slices.Sort(values)
	cell := 0
	for _, v := range values {
		cell = axis.climb(cell, v)
		want, part := axis.find(v)
		if got := axis.weight(cell, v); cell != want || got != part {
			t.Errorf("climbing to %v finds %d and %v, searching %d and %v", v, cell, got, want, part)
		}
	}
}
