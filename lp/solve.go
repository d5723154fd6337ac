package lp

import (
	"context"
	"math"
	"slices"
)

// Limits up to which a method is taken. The work is what two cores do in about
// a minute; above it the first-order method has the better chance.
const (
	simplexRows  = 200  // rows
	interiorWork = 6e12 // multiplications and additions of one factorisation
)

// Solve chooses a method by size: simplex for what is small, interior point
// where the rows can be factored, first order for the rest. What one method
// could not prove goes to the next.
func Solve(ctx context.Context, p *Problem, o Options) (*Solution, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	if p.A.Rows <= simplexRows {
		return Simplex(ctx, p, o)
	}
	if FactorWork(p) <= interiorWork {
		s, err := Interior(ctx, p, o)
		if err != nil || s.Status != Stopped || ctx.Err() != nil {
			return s, err
		}
		o.Start = s
	}
	return Halpern(ctx, p, o)
}

// A method solves a problem that is in order and whose bounds do not cross.
type method func(context.Context, *Problem, Options) *Solution

// solveWith refuses what is no problem, and answers by itself where bounds
// cross, which proves itself. The rest is the method's, but for an answer that
// overflowed on the way to the problem's own units: it says nothing.
func solveWith(ctx context.Context, p *Problem, o Options, m method) (*Solution, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	if p.boundsCross() {
		return &Solution{Status: Infeasible, Y: make([]float64, p.A.Rows), Bound: math.Inf(-1), Method: "bounds"}, nil
	}
	out := m(ctx, p, o)
	ended := out.Status == Infeasible || out.Status == Unbounded // claims no value
	if !allFinite(out.X) || !allFinite(out.Y) || !allFinite(out.Ray) || !ended && !allFinite([]float64{out.Value}) {
		rounds, method := out.Rounds, out.Method
		out = atRest(p)
		out.Rounds, out.Method = rounds, method
		out.Reckon(p)
	}
	return out, nil
}

// atRest is the point within the columns' bounds that is nearest to zero, and
// duals that prove nothing.
func atRest(p *Problem) *Solution {
	out := &Solution{Status: Stopped, X: make([]float64, p.A.Cols), Y: make([]float64, p.A.Rows)}
	for j := range out.X {
		out.X[j] = max(p.Lo[j], min(p.Hi[j], 0))
	}
	return out
}

func allFinite(values []float64) bool {
	return !slices.ContainsFunc(values, func(v float64) bool { return math.IsNaN(v) || math.IsInf(v, 0) })
}

// FactorWork is about how many multiplications and additions one factorisation
// of the interior point method takes: each block joined within itself and to the
// next, as the periods of a plan are, and the last block to all of them.
func FactorWork(p *Problem) float64 {
	rows := []float64{0}
	for i := range p.A.Rows {
		block := 0
		if p.Block != nil {
			block = int(p.Block[i])
		}
		for len(rows) <= block {
			rows = append(rows, 0)
		}
		rows[block]++
	}
	work, last := 0.0, len(rows)-1
	for block, n := range rows {
		work += n * n * n / 3
		if block < last {
			work += n * rows[last] * (n + rows[last])
		}
		if block+1 < last {
			work += n * n * n * 2 / 3
		}
	}
	return work
}
