package lp

import (
	"context"
	"testing"
)

// Whatever the simplex method says of a problem, the check proves.
func TestSimplexAnswersAreProved(t *testing.T) {
	seen := map[Status]int{}
	for seed := range uint64(600) {
		r := luck(seed)
		p := randomProblem(r, 1+r.IntN(30), 1+r.IntN(40))
		s, err := Simplex(context.Background(), p, Options{})
		if err != nil {
			t.Fatal(err)
		}
		seen[s.Status]++
		if s.Status == Stopped {
			t.Errorf("seed %d: stopped after %d", seed, s.Rounds)
		}
		if err := s.Check(p, 1e-7); err != nil {
			t.Errorf("seed %d: %s: %v", seed, s.Status, err)
		}
	}
	for _, status := range []Status{Optimal, Infeasible, Unbounded} {
		if seen[status] < 10 {
			t.Errorf("%d problems were %s: the test does not see what it should", seen[status], status)
		}
	}
}
