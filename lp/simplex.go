package lp

import (
	"context"
	"math"
	"slices"

	"gosplan/linalg"
)

// Tolerances of the simplex method, in scaled units near one.
const (
	feasibleWithin = 1e-9 // of a bound
	pricedWithin   = 1e-9 // of a reduced cost of zero
	smallestPivot  = 1e-7
	stallLimit     = 100 // pivots without progress before bounds are perturbed
	refactorAfter  = 80  // pivots between factorisations
)

// Simplex solves by the primal simplex method with bounded variables: Devex
// pricing, a first phase that walks through the kinks of the sum of
// infeasibilities, Harris's ratio test, and, against cycling, small fixed
// perturbations of bounds and finally Bland's rule. It ends at a vertex with
// exact zeros, and proves infeasible and unbounded problems by rays. It is
// meant for up to one or two thousand rows.
//
// Source: Forrest and Goldfarb 1992, Mathematical Programming 57 (Devex);
// Maros 2003, Computational Techniques of the Simplex Method, chapter 9.
func Simplex(ctx context.Context, p *Problem, o Options) (*Solution, error) {
	return solveWith(ctx, p, o.withDefaults(1_000_000), simplexOnce)
}

func simplexOnce(ctx context.Context, p *Problem, o Options) *Solution {
	q, units := scaled(p, 3, false)
	x := newSimplex(q)
	out := x.solve(ctx, o)
	units.back(out)
	out.Method = "simplex"
	out.Reckon(p)
	return out
}

// simplex is the state of the method. Variables are the n columns and then
// the m logicals, which equal the rows: A·x − s = 0.
type simplex struct {
	q       *Problem
	n       int
	columns *linalg.Matrix // q.A, column by column
	lo, hi  []float64      // [variable] bounds in force
	x       []float64      // [variable]
	basis   []int32        // [position] variable
	where   []int32        // [variable] position, −1: not in the basis
	weight  []float64      // [variable] Devex
	f       *factor

	y, reduced []float64 // [row], [variable]
	alpha      []float64 // [position] column of the entering variable
	byRow      []float64 // [row] workspace
	byPosition []float64 // [position] workspace
	kinks      []kink

	perturbed bool
	shaken    int // times bounds were perturbed
	stalled   int // pivots without progress
}

func newSimplex(q *Problem) *simplex {
	m, n := q.A.Rows, q.A.Cols
	s := &simplex{q: q, n: n, columns: q.A.Transpose(),
		lo: slices.Concat(q.Lo, q.RowLo), hi: slices.Concat(q.Hi, q.RowHi),
		x: make([]float64, n+m), basis: make([]int32, m), where: make([]int32, n+m), weight: ones(n + m),
		y: make([]float64, m), reduced: make([]float64, n+m), alpha: make([]float64, m),
		byRow: make([]float64, m), byPosition: make([]float64, m)}
	for v := range s.x {
		s.where[v] = -1
		s.x[v] = resting(s.lo[v], s.hi[v], 0)
	}
	for i := range s.basis {
		s.basis[i] = int32(n + i)
		s.where[n+i] = int32(i)
	}
	return s
}

// resting is where a variable waits outside the basis: at the bound nearest
// to where it was, or at zero where there is none.
func resting(lo, hi, was float64) float64 {
	switch {
	case math.IsInf(lo, -1) && math.IsInf(hi, 1):
		return 0
	case math.Abs(was-lo) <= math.Abs(was-hi) || math.IsInf(hi, 1):
		return lo
	}
	return hi
}

// solve pivots until nothing improves.
func (s *simplex) solve(ctx context.Context, o Options) *Solution {
	for round := 0; ; round++ {
		if s.f == nil || len(s.f.etas) >= refactorAfter {
			s.refactor()
		}
		infeasible := s.infeasibility()
		first := infeasible > 0
		s.price(first)
		if round%500 == 0 {
			o.Progress(Progress{Method: "simplex", Rounds: round, Primal: infeasible, Dual: math.NaN(), Gap: math.NaN()})
		}
		if round >= o.Rounds || round%16 == 0 && ctx.Err() != nil {
			return s.answer(Stopped, round)
		}
		entering := s.entering()
		switch {
		case entering < 0 && s.perturbed:
			s.settle()
			continue
		case entering < 0 && len(s.f.etas) > 0: // believe only a fresh factor
			s.refactor()
			continue
		case entering < 0 && first:
			return s.answer(Infeasible, round)
		case entering < 0:
			return s.answer(Optimal, round)
		}
		switch moved := s.pivot(entering, first); {
		case moved:
		case len(s.f.etas) > 0:
			s.refactor()
		case first: // the sum of infeasibilities cannot fall without end
			return s.answer(Stopped, round)
		default:
			return s.unbounded(entering, round)
		}
	}
}
