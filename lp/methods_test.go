package lp

import (
	"context"
	"math"
	"testing"
)

// The other methods and the simplex method agree, and the check proves both.
func TestMethodsAgreeWithSimplex(t *testing.T) {
	for _, c := range []struct {
		name          string
		solve         Solver
		options       Options
		seeds         uint64
		rows, columns int     // at most
		within        float64 // of the value
	}{
		{"halpern", Halpern, Options{Tolerance: 1e-7}, 100, 15, 20, 1e-5},
		{"interior", Interior, Options{}, 300, 40, 60, 1e-6},
	} {
		t.Run(c.name, func(t *testing.T) {
			for seed := range c.seeds {
				r := luck(seed)
				p := randomProblem(r, 1+r.IntN(c.rows), 1+r.IntN(c.columns))
				exact, err := Simplex(context.Background(), p, Options{})
				if err != nil {
					t.Fatal(err)
				}
				s, err := c.solve(context.Background(), p, c.options)
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
				if s.Status == Optimal && math.Abs(s.Value-exact.Value) > c.within*max(1, math.Abs(exact.Value)) {
					t.Errorf("seed %d: %v, the simplex method found %v", seed, s.Value, exact.Value)
				}
			}
		})
	}
}
