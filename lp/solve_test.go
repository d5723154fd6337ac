package lp

import (
	"context"
	"testing"

	"gosplan/linalg"
)

// Whatever the size, what Solve says is proved.
func TestSolveIsProvedAtAnySize(t *testing.T) {
	methods := map[string]int{}
	for seed := range uint64(8) {
		r := luck(seed)
		p := randomProblem(r, simplexRows-50+int(seed)*15, 300)
		s, err := Solve(context.Background(), p, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Check(p, 1e-6); err != nil || s.Status == Stopped {
			t.Errorf("seed %d: %s by %s: %v", seed, s.Status, s.Method, err)
		}
		methods[s.Method]++
	}
	if methods["simplex"] == 0 || methods["interior"] == 0 {
		t.Errorf("methods %v: want simplex for few rows and interior for more", methods)
	}
}

// The work of a factor is that of its dense blocks, of the ties between
// neighbours, and of the last block's ties to all.
func TestFactorWorkCountsBlocks(t *testing.T) {
	p := &Problem{A: linalg.FromRows([][]float64{{1}, {1}, {1}, {1}}, 1)}
	if got, want := FactorWork(p), 64./3; got != want {
		t.Errorf("one block: %v, want %v", got, want)
	}
	p.Block = []int32{0, 1, 2, 2}
	// thirds of cubes 1 + 1 + 8; the first to the second ⅔; the last to both 2·3
	if got, want := FactorWork(p), 10./3+2./3+12; got < want-1e-9 || got > want+1e-9 {
		t.Errorf("three blocks: %v, want %v", got, want)
	}
}
