package lp

import (
	"context"
	"math"

	"gosplan/linalg"
)

// diagnosed is a method that says why where it gives up.
func diagnosed(m method) method {
	return func(ctx context.Context, p *Problem, o Options) *Solution {
		out := m(ctx, p, o)
		if out.Status == Stopped && ctx.Err() == nil && out.Rounds < o.Rounds {
			if why := diagnose(ctx, p, o, m); why != nil {
				why.Rounds, why.Method = why.Rounds+out.Rounds, out.Method
				return why
			}
		}
		return out
	}
}

// diagnose finds out why a method came to no optimum: it lets the method
// solve two problems that always have one. The least sum of violations of the
// rows is above zero where there is no plan, and then its duals are a Farkas
// ray. The best direction within a box lowers the cost where there is no end.
// Nil where neither is so.
func diagnose(ctx context.Context, p *Problem, o Options, m method) *Solution {
	proved := max(1e-9, o.Tolerance)
	o.Start, o.Tolerance = nil, min(o.Tolerance, 1e-8)
	elastic := m(ctx, violations(p), o)
	out := &Solution{Status: Infeasible, X: elastic.X[:p.A.Cols], Y: elastic.Y, Rounds: elastic.Rounds}
	trim(out.Y)
	out.Reckon(p)
	if checkFarkas(p, out.Y, proved) == nil {
		return out
	}
	if checkFeasible(p, out.X, 1e-6) != nil {
		return nil
	}
	best := m(ctx, directions(p), o)
	trim(best.X)
	if checkRay(p, best.X, 1e-7) != nil {
		return nil
	}
	out.Status, out.Ray, out.Y, out.Rounds = Unbounded, best.X, make([]float64, p.A.Rows), out.Rounds+best.Rounds
	out.Reckon(p)
	return out
}

// trim drops what is rounding beside the largest.
func trim(v []float64) {
	const rounding = 1e-11
	top := largest(v)
	for i, x := range v {
		if math.Abs(x) < rounding*top {
			v[i] = 0
		}
	}
}

// violations is the problem of the least violation of the rows: for each row
// a column that adds to it and one that takes from it, at a cost of one.
func violations(p *Problem) *Problem {
	m, n := p.A.Rows, p.A.Cols
	a := &linalg.Matrix{Rows: m, Cols: n + 2*m, Start: make([]int64, 1, m+1)}
	for i := range m {
		cols, vals := p.A.Row(i)
		a.Col = append(append(a.Col, cols...), int32(n+2*i), int32(n+2*i+1))
		a.Val = append(append(a.Val, vals...), 1, -1)
		a.Start = append(a.Start, int64(len(a.Col)))
	}
	q := &Problem{A: a, RowLo: p.RowLo, RowHi: p.RowHi, Block: p.Block,
		C: append(make([]float64, n), ones(2*m)...), Lo: append(append([]float64(nil), p.Lo...), make([]float64, 2*m)...),
		Hi: append([]float64(nil), p.Hi...)}
	for range 2 * m {
		q.Hi = append(q.Hi, math.Inf(1))
	}
	return q
}

// directions is the problem of the direction, within a box, that lowers the
// cost most and never meets a bound.
func directions(p *Problem) *Problem {
	q := &Problem{A: p.A, C: p.C, Block: p.Block}
	q.RowLo, q.RowHi = goOn(p.RowLo, p.RowHi, math.Inf(1))
	q.Lo, q.Hi = goOn(p.Lo, p.Hi, 1)
	return q
}

// goOn turns bounds into those of a direction: zero where there was one.
func goOn(lo, hi []float64, most float64) (low, high []float64) {
	low, high = make([]float64, len(lo)), make([]float64, len(hi))
	for i := range lo {
		if math.IsInf(lo[i], -1) {
			low[i] = -most
		}
		if math.IsInf(hi[i], 1) {
			high[i] = most
		}
	}
	return low, high
}
