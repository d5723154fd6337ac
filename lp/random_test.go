package lp

import (
	"math"
	"math/rand/v2"

	"gosplan/linalg"
)

// luck is a source of numbers for tests that is the same in every run.
func luck(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 17)) }

// randomProblem has rows and columns with all kinds of bounds. Most have an
// optimum; some are infeasible or unbounded.
func randomProblem(r *rand.Rand, m, n int) *Problem {
	p := &Problem{C: make([]float64, n), RowLo: make([]float64, m), RowHi: make([]float64, m),
		Lo: make([]float64, n), Hi: make([]float64, n)}
	rows := make([][]float64, m)
	inside := make([]float64, n)
	for j := range n {
		p.C[j] = float64(r.IntN(21) - 8)
		p.Lo[j], p.Hi[j] = 0, math.Inf(1)
		switch r.IntN(5) {
		case 0:
			p.Hi[j] = float64(1 + r.IntN(9))
		case 1:
			p.Lo[j], p.Hi[j] = -float64(r.IntN(5)), float64(r.IntN(5))
		case 2:
			if r.IntN(4) == 0 {
				p.Lo[j] = math.Inf(-1)
			}
		}
		inside[j] = max(p.Lo[j], min(p.Hi[j], float64(r.IntN(5))))
	}
	for i := range m {
		rows[i] = make([]float64, n)
		at := 0.0
		for j := range n {
			if r.IntN(3) == 0 {
				rows[i][j] = float64(r.IntN(11) - 4)
				at += rows[i][j] * inside[j]
			}
		}
		p.RowLo[i], p.RowHi[i] = math.Inf(-1), math.Inf(1)
		switch r.IntN(4) {
		case 0:
			p.RowLo[i], p.RowHi[i] = at, at
		case 1:
			p.RowLo[i], p.RowHi[i] = at-float64(r.IntN(5)), at+float64(r.IntN(5))
		case 2:
			p.RowHi[i] = at + float64(r.IntN(9))
		case 3:
			p.RowLo[i] = at - float64(r.IntN(9))
		}
		if r.IntN(40) == 0 {
			p.RowLo[i] = at + 100
			p.RowHi[i] = max(p.RowHi[i], at+100)
		}
	}
	p.A = linalg.FromRows(rows, len(rows[0]))
	return p
}
