package plan

import (
	"context"
	"math"

	"gosplan/lp"
)

// shareOfTolerance is how much of a plan's tolerance the linear programme may
// use up; the rest is for what turning it into a plan costs.
const shareOfTolerance = 0.1

// minimise solves the programme as it stands and polishes what comes out.
func (g *programme) minimise(ctx context.Context, r Request, start *lp.Solution) (*lp.Solution, error) {
	o := lp.Options{Tolerance: shareOfTolerance * r.Tolerance, Start: start}
	if r.Progress != nil {
		o.Progress = func(p lp.Progress) {
			r.Progress(Progress{Rounds: p.Rounds, Residual: max(p.Primal, p.Dual), Gap: p.Gap, Left: -1})
		}
	}
	s, err := lp.Solve(ctx, g.lp, o)
	if err != nil {
		return nil, err
	}
	if s.Status == lp.Optimal || s.Status == lp.Stopped {
		g.polish(s)
	}
	return s, nil
}

// newPlan is an empty plan of the programme's shape, without prices and rents.
func (g *programme) newPlan(r Request) *Plan {
	t := g.t
	p := &Plan{Request: r, Scale: 1, Keep: make([]float64, t.N), KeepRent: make([]float64, len(t.Factors))}
	for range t.Periods {
		p.Level = append(p.Level, make([]float64, t.Ways()))
		p.Begun = append(p.Begun, make([]float64, len(t.Factors)))
		p.Store = append(p.Store, make([]float64, t.N))
		if g.most != nil {
			p.Short = append(p.Short, make([]float64, t.N))
		}
	}
	return p
}

// writeQuantities reads columns into a plan.
func (g *programme) writeQuantities(p *Plan, x []float64) {
	for period := range g.t.Periods {
		copy(p.Level[period], x[g.level[period]:g.level[period]+g.t.Ways()])
		pick(p.Begun[period], x, g.begun[period], 1)
		pick(p.Store[period], x, g.store[period], 1)
		if g.most != nil {
			pick(p.Short[period], x, g.short[period], 1)
		}
	}
	if g.scale {
		p.Scale = x[len(x)-1]
	}
}

// pick copies what has a place in the programme.
func pick(out, from []float64, places []int, sign float64) {
	for k, at := range places {
		if at != none {
			out[k] = sign * from[at]
		}
	}
}

// duals reads rows into prices and rents.
func (g *programme) duals(y []float64) (price, rent [][]float64, keep, keepRent []float64) {
	t := g.t
	last := len(t.Periods) - 1
	for period := range t.Periods {
		price = append(price, append([]float64(nil), y[period*t.N:(period+1)*t.N]...))
		rents := make([]float64, len(t.Factors))
		pick(rents, y, g.capacity[period], -1)
		rent = append(rent, rents)
	}
	keep, keepRent = make([]float64, t.N), make([]float64, len(t.Factors))
	pick(keepRent, y, g.capacity[last+1], -1)
	for i, at := range g.store[last] {
		if at != none {
			keep[i] = price[last][i]
		}
	}
	return price, rent, keep, keepRent
}

// startFrom turns an earlier plan into a point to begin from, or nil.
func (g *programme) startFrom(p *Plan) *lp.Solution {
	if p == nil || len(p.Level) != len(g.t.Periods) || len(p.Price) != len(p.Level) {
		return nil
	}
	s := &lp.Solution{X: make([]float64, g.lp.A.Cols), Y: make([]float64, g.lp.A.Rows)}
	put := func(into, values []float64, places []int, sign float64) {
		for k, at := range places {
			if at != none && k < len(values) {
				into[at] = sign * values[k]
			}
		}
	}
	for period := range g.t.Periods {
		if len(p.Level[period]) != g.t.Ways() || len(p.Price[period]) != g.t.N {
			return nil
		}
		copy(s.X[g.level[period]:], p.Level[period])
		put(s.X, periodOf(p.Begun, period), g.begun[period], 1)
		put(s.X, periodOf(p.Store, period), g.store[period], 1)
		put(s.X, periodOf(p.Short, period), g.short[period], 1)
		copy(s.Y[period*g.t.N:], p.Price[period])
		put(s.Y, periodOf(p.Rent, period), g.capacity[period], -1)
	}
	put(s.Y, p.KeepRent, g.capacity[len(g.t.Periods)], -1)
	if g.scale {
		s.X[len(s.X)-1] = p.Scale
	}
	return s
}

// statusOf is what a solution is worth as a plan.
func statusOf(s *lp.Solution, tolerance float64) Status {
	switch {
	case s.Status == lp.Infeasible:
		return Infeasible
	case s.Status == lp.Unbounded:
		return Unbounded
	case s.Status == lp.Optimal && math.Abs(s.Value-s.Bound) <= tolerance*max(1, math.Abs(s.Value)):
		return Proved
	}
	return Stopped
}

// proves tells whether a solution's duals prove its bound: no column without
// an upper bound would earn more than it costs.
func (g *programme) proves(s *lp.Solution, tolerance float64) bool {
	columns := g.byColumn()
	for j, c := range g.lp.C {
		earns, size := columns.RowSum(j, s.Y)
		if math.IsInf(g.lp.Hi[j], 1) && earns-c > tolerance*(size+math.Abs(c)) {
			return false
		}
	}
	return !math.IsNaN(s.Bound)
}

// canBeDone tells whether a point keeps to every row, relative to its terms.
func (g *programme) canBeDone(x []float64, tolerance float64) bool {
	for i := range g.lp.A.Rows {
		sum, size := g.lp.A.RowSum(i, x)
		if max(g.lp.RowLo[i]-sum, sum-g.lp.RowHi[i]) > tolerance*size {
			return false
		}
	}
	return true
}
