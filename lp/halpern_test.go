package lp

import (
	"context"
	"math"
	"testing"
)

// The first-order method and the simplex method agree, and the check proves
// both.
func TestHalpernAgreesWithSimplex(t *testing.T) {
	for seed := range uint64(100) {
		r := luck(seed)
		p := randomProblem(r, 1+r.IntN(15), 1+r.IntN(20))
		exact, err := Simplex(context.Background(), p, Options{})
		if err != nil {
			t.Fatal(err)
		}
		s, err := Halpern(context.Background(), p, Options{Tolerance: 1e-7})
		if err != nil {
			t.Fatal(err)
		}
		if s.Status != exact.Status {
			t.Errorf("seed %d: %s after %d, the simplex method found it %s", seed, s.Status, s.Rounds, exact.Status)
			continue
		}
		if err := s.Check(p, 1e-6); err != nil {
			t.Errorf("seed %d: %s: %v", seed, s.Status, err)
		}
		if s.Status == Optimal && math.Abs(s.Value-exact.Value) > 1e-5*max(1, math.Abs(exact.Value)) {
			t.Errorf("seed %d: %v, the simplex method found %v", seed, s.Value, exact.Value)
		}
	}
}
