package lp

import (
	"context"
	"math"
	"slices"
)

// solve steps until Check would pass.
func (h *halpern) solve(ctx context.Context, o Options) *Solution {
	multiplyInto(h.ax, h.q.A, h.cuts, h.x)
	h.x0, h.y0, h.ax0 = slices.Clone(h.x), slices.Clone(h.y), slices.Clone(h.ax)
	best, kept := math.Inf(1), h.snapshot(0)
	var watch watcher
	for round := 1; ; round++ {
		now := h.advance()
		if h.age == 1 {
			h.first = now
		}
		if round%checkEvery == 0 || round >= o.Rounds {
			primal, dual, gap := h.errors()
			o.Progress(Progress{Method: "halpern", Rounds: round, Primal: primal, Dual: dual, Gap: gap})
			if worst := max(primal, dual, gap); worst < best {
				best, kept = worst, h.snapshot(round)
			}
			if best <= o.Tolerance {
				kept.Status = Optimal
				return kept
			}
			if round >= o.Rounds || ctx.Err() != nil || watch.hopeless(best, round) {
				kept.Rounds = round
				return kept
			}
		}
		rises := now > h.last
		h.last = now
		switch {
		case h.age > 1 && now <= fallAtOnce*h.first,
			h.age > 1 && now <= fallAtRise*h.first && rises,
			float64(h.age) >= longestShare*float64(round):
			h.restart()
		}
	}
}

// A watcher gives a run up that has not come nearer for as long again as it
// took to come so near.
type watcher struct {
	best  float64
	round int
}

func (w *watcher) hopeless(best float64, round int) bool {
	const patience = 20_000
	if w.round == 0 || best < 0.8*w.best {
		w.best, w.round = best, round
	}
	return round > 2*w.round+patience
}

// restart makes the point after the plain step the new anchor and weighs the
// primal against the dual by how far each has moved since the last.
func (h *halpern) restart() {
	const smooth = 0.5
	dx, dy := distance(h.xt, h.x0), distance(h.yt, h.y0)
	if dx > 1e-12 && dy > 1e-12 {
		h.weight = math.Exp(smooth*math.Log(dy/dx) + (1-smooth)*math.Log(h.weight))
	}
	copy(h.x, h.xt)
	copy(h.y, h.yt)
	copy(h.ax, h.axt)
	copy(h.x0, h.xt)
	copy(h.y0, h.yt)
	copy(h.ax0, h.axt)
	h.age = 0
}

// errors are the worst relative violations, as Check has them, of the point
// after the plain step.
func (h *halpern) errors() (primal, dual, gap float64) {
	q := h.q
	byRow, bounds := make([]float64, len(h.cuts)), make([]float64, len(h.cuts))
	overSpans(h.cuts, func(b, from, to int) {
		for i := from; i < to; i++ {
			at, size := q.A.RowSum(i, h.xt)
			f := h.units.row[i]
			size = max(1, size/f, near(at, q.RowLo[i], q.RowHi[i])/f)
			byRow[b] = max(byRow[b], max(q.RowLo[i]-at, at-q.RowHi[i])/f/size)
			bounds[b] += lean(h.yt[i], q.RowLo[i], q.RowHi[i])
		}
	})
	dearest := largest(h.p.C)
	byCol, parts, values := make([]float64, len(h.cutsT)), make([]float64, len(h.cutsT)), make([]float64, len(h.cutsT))
	overSpans(h.cutsT, func(b, from, to int) {
		for j := from; j < to; j++ {
			at, size := h.columns.RowSum(j, h.yt)
			d, f := q.C[j]-at, h.units.column[j]
			size = max(dearest, (size+math.Abs(q.C[j]))/f)
			if leansOnNothing(d, q.Lo[j], q.Hi[j]) {
				byCol[b] = max(byCol[b], math.Abs(d)/f/size)
			}
			parts[b] += lean(d, q.Lo[j], q.Hi[j])
			values[b] += q.C[j] * h.xt[j]
		}
	})
	value, bound := sum(values)+q.Constant, sum(bounds)+sum(parts)+q.Constant
	return slices.Max(byRow), slices.Max(byCol), math.Abs(value-bound) / max(1, math.Abs(value), math.Abs(bound))
}

// snapshot is the point after the plain step in the problem's own units.
func (h *halpern) snapshot(rounds int) *Solution {
	out := &Solution{Status: Stopped, X: slices.Clone(h.xt), Y: slices.Clone(h.yt), Rounds: rounds}
	h.units.back(out)
	return out
}

func distance(x, y []float64) float64 {
	sum := 0.0
	for i, v := range x {
		sum += (v - y[i]) * (v - y[i])
	}
	return math.Sqrt(sum)
}

func sum(v []float64) float64 {
	out := 0.0
	for _, x := range v {
		out += x
	}
	return out
}
