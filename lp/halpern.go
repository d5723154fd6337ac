package lp

import (
	"context"
	"math"

	"gosplan/linalg"
)

// Halpern solves by a first-order method that needs two passes over the
// matrix to a step and no factorisation: primal-dual hybrid gradient steps,
// reflected, drawn back towards an anchor (Halpern's iteration) and restarted
// when the fixed-point error has fallen enough. It is meant for problems too
// large to factor. Steps are taken in scaled units; errors are judged in the
// problem's own, by Check itself.
//
// Source: Lu and Yang 2024, arXiv 2407.16144 (reflected restarted Halpern
// PDHG); Applegate et al. 2021, arXiv 2106.04756 (PDLP: restarts, primal
// weight, scaling).
func Halpern(ctx context.Context, p *Problem, o Options) (*Solution, error) {
	return solveWith(ctx, p, o.withDefaults(400_000), diagnosed(halpernOnce))
}

// halpernOnce is the method without a diagnosis of what it could not solve.
func halpernOnce(ctx context.Context, p *Problem, o Options) *Solution {
	q, units := scaled(p, 10, true)
	h := newHalpern(q)
	h.p, h.units = p, units
	if o.Start != nil && len(o.Start.X) == h.n && len(o.Start.Y) == h.m {
		for j, v := range o.Start.X {
			h.x[j] = v / units.column[j]
		}
		for i, v := range o.Start.Y {
			h.y[i] = v / units.row[i]
		}
	}
	out := h.solve(ctx, o)
	out.Method = "halpern"
	out.Reckon(p)
	return out
}

// Restart rules (PDLP's): at once, when the error has fallen enough; when it
// has fallen a little and rises again; and when the run has grown long.
const (
	fallAtOnce   = 0.2
	fallAtRise   = 0.8
	longestShare = 0.36
	checkEvery   = 64
)

// halpern is the state of the method.
type halpern struct {
	p     *Problem
	q     *Problem
	units scaling
	m, n  int

	columns     *linalg.Matrix
	cuts, cutsT []int
	x, y        []float64 // point
	x0, y0      []float64 // anchor
	xt, yt      []float64 // after the plain step
	reach       []float64 // 2·xt − x
	movedX      []float64 // per span of columns: Σ(xt−x)²
	movedY      []float64 // per span of rows: Σ(yt−y)²
	crossed     []float64 // per span of rows: Σ(yt−y)·A(xt−x)
	ax, ax0     []float64 // A·x of the point and of the anchor
	axt         []float64 // A·xt

	length float64 // η: step lengths are η/ω and η·ω
	weight float64 // ω, the primal weight
	age    int     // steps since the restart
	first  float64 // fixed-point error at the restart
	last   float64
}

func newHalpern(q *Problem) *halpern {
	m, n := q.A.Rows, q.A.Cols
	h := &halpern{q: q, m: m, n: n, columns: q.A.Transpose(), x: make([]float64, n), y: make([]float64, m),
		xt: make([]float64, n), yt: make([]float64, m), reach: make([]float64, n), ax: make([]float64, m), axt: make([]float64, m)}
	h.cuts, h.cutsT = spans(q.A), spans(h.columns)
	h.movedX, h.movedY = make([]float64, len(h.cutsT)), make([]float64, len(h.cuts))
	h.crossed = make([]float64, len(h.cuts))
	for j := range h.x {
		h.x[j] = max(q.Lo[j], min(q.Hi[j], 0))
	}
	h.length = 0.99 / h.matrixNorm()
	h.weight = 1
	right := 0.0
	for i := range q.RowLo {
		b := 0.0
		for _, v := range []float64{q.RowLo[i], q.RowHi[i]} {
			if !math.IsInf(v, 0) {
				b = max(b, math.Abs(v))
			}
		}
		right += b * b
	}
	if cost := norm(q.C); cost > 0 && right > 0 {
		h.weight = cost / math.Sqrt(right)
	}
	return h
}

// matrixNorm is an upper bound of the largest singular value: the power
// method with a margin, and at most what rows and columns prove.
func (h *halpern) matrixNorm() float64 {
	const rounds, margin = 60, 1.05
	proved := math.Sqrt(sumNorm(h.q.A) * sumNorm(h.columns))
	v, w := make([]float64, h.n), make([]float64, h.m)
	for j := range v {
		v[j] = 0.5 + spread(uint64(j))
	}
	size := 0.0
	for range rounds {
		multiplyInto(w, h.q.A, h.cuts, v)
		multiplyInto(v, h.columns, h.cutsT, w)
		size = norm(v)
		if size == 0 {
			return 1
		}
		for j := range v {
			v[j] /= size
		}
	}
	return min(margin*math.Sqrt(size), proved)
}

// sumNorm is the largest sum of a row's absolute values.
func sumNorm(a *linalg.Matrix) float64 {
	out := 0.0
	for i := range a.Rows {
		_, vals := a.Row(i)
		sum := 0.0
		for _, v := range vals {
			sum += math.Abs(v)
		}
		out = max(out, sum)
	}
	return out
}

// advance takes one step and returns the fixed-point error of the point it
// left: the length of the plain step in the norm in which the plain step
// contracts.
func (h *halpern) advance() float64 {
	pull := 1 / float64(h.age+2) // towards the anchor
	tau, sigma := h.length/h.weight, h.length*h.weight
	q := h.q
	overSpans(h.cutsT, func(b, from, to int) {
		moved := 0.0
		for j := from; j < to; j++ {
			x := h.x[j]
			xt := max(q.Lo[j], min(q.Hi[j], x-tau*(q.C[j]-rowDot(h.columns, j, h.y))))
			moved += (xt - x) * (xt - x)
			h.xt[j], h.reach[j] = xt, 2*xt-x
			h.x[j] = pull*h.x0[j] + (1-pull)*(2*xt-x)
		}
		h.movedX[b] = moved
	})
	overSpans(h.cuts, func(b, from, to int) {
		moved, cross := 0.0, 0.0
		for i := from; i < to; i++ {
			y, at := h.y[i], rowDot(q.A, i, h.reach)
			free := at - y/sigma
			yt := sigma * (max(q.RowLo[i], min(q.RowHi[i], free)) - free)
			moved += (yt - y) * (yt - y)
			cross += (yt - y) * (at - h.ax[i]) // A(2xt−x) − A·x = 2·A(xt−x)
			h.yt[i] = yt
			h.y[i] = pull*h.y0[i] + (1-pull)*(2*yt-y)
			h.axt[i] = (at + h.ax[i]) / 2
			h.ax[i] = pull*h.ax0[i] + (1-pull)*at
		}
		h.movedY[b], h.crossed[b] = moved, cross
	})
	h.age++
	return math.Sqrt(max(0, sum(h.movedX)/tau+sum(h.movedY)/sigma+sum(h.crossed)))
}
