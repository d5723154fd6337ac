package plan

import (
	"context"
	"fmt"
	"math"
	"slices"
)

// Stopping of concord.
const (
	concordTolerance = 1e-6
	concordSteps     = 400_000 // iterations at most
	concordLook      = 100     // iterations between looks at the gap
	enough           = 0.3     // part of the error at the last restart at which to restart
	cheapening       = 2000    // sweeps that make prices feasible
	longest          = 0.4     // part of all iterations after which to restart anyway
)

// A point is levels and prices on the way to the optimum.
type point struct{ x, y []float64 }

func (p point) clone() point { return point{slices.Clone(p.x), slices.Clone(p.y)} }

// A descent is the primal-dual hybrid gradient method (Chambolle and Pock
// 2011), restarted from its averages (Applegate and others 2021), on
//
//	min_{y≥0} max_{x≥0} Σ_i max_n [H_i(n) − y_i·n] + y·(there + B·x),
//
// with the steps of Pock and Chambolle 2011. The step in y has a closed form
// because the slope of H is linear below the target and 1/n above.
type descent struct {
	*web
	now, sum   point
	tau, sigma []float64
	weight     float64 // of steps in y against steps in x
	count      float64 // of points in sum
	most       []float64
	size       []float64 // [commodity] by which a violation is judged
}

// concord maximises harmony and proves how far from the maximum it stopped.
func concord(ctx context.Context, w *web, r Request) (*Plan, error) {
	goal := r.Tolerance
	if goal == 0 {
		goal = concordTolerance
	}
	best := climb(ctx, w, goal, r.Progress)
	p := w.plan(r, best.x)
	w.told(p, best.y, best.value, best.bound)
	switch {
	case best.error() <= goal:
		p.Status = Proved
		p.Says = fmt.Sprintf("harmony %.6g, proved to be the most there can be", best.value)
	case math.IsInf(best.bound, 1):
		p.Status, p.Bound = Stopped, math.MaxFloat64
		p.Says = fmt.Sprintf("harmony %.6g; how much there could be was not found out", best.value)
	default:
		p.Status = Stopped
		p.Says = fmt.Sprintf("harmony %.6g; no plan has more than %.6g", best.value, best.bound)
	}
	return p, nil
}

// climb looks for the most harmony until gap and violation are below a goal.
func climb(ctx context.Context, w *web, goal float64, tell func(Progress)) verdict {
	d := newDescent(w)
	best := d.judge(d.now)
	start, since := best.error(), 0
	origin := d.now.clone()
	for steps := 0; best.error() > goal && steps < concordSteps && ctx.Err() == nil; {
		for range concordLook {
			d.step()
		}
		steps += concordLook
		since += concordLook
		here := d.judge(d.now)
		if mean := d.judge(d.mean()); mean.error() < here.error() {
			here = mean
		}
		if here.error() < best.error() {
			best = here
		}
		if here.error() < enough*start || float64(since) > longest*float64(steps) {
			d.restart(here.point, origin)
			origin = here.clone()
			start, since = here.error(), 0
		}
		if tell != nil {
			tell(Progress{Rounds: steps, Residual: best.residual, Gap: best.gap, Left: -1})
		}
	}
	return best
}

func newDescent(w *web) *descent {
	d := &descent{web: w, weight: 1, most: w.mosts()}
	d.now = point{slices.Clone(w.scale), make([]float64, len(w.there))}
	d.sum = point{make([]float64, len(w.way)), make([]float64, len(w.there))}
	d.tau, d.sigma = make([]float64, len(w.way)), make([]float64, len(w.there))
	for k := range w.way {
		for _, parts := range [][]quantity{w.way[k].in, w.way[k].out} {
			for _, p := range parts {
				d.tau[k] += math.Abs(p.amount)
				d.sigma[p.commodity] += math.Abs(p.amount)
			}
		}
		d.tau[k] = 1 / max(d.tau[k], math.SmallestNonzeroFloat64)
	}
	for i, s := range d.sigma {
		if d.sigma[i] = 0; s > 0 {
			d.sigma[i] = 1 / s
		}
	}
	d.size = w.gross(w.scale)
	for i := range d.size {
		d.size[i] = max(math.Abs(d.size[i]), math.Abs(w.there[i]), w.target[i])
	}
	for i, target := range w.target {
		if target > 0 {
			d.now.y[i] = 1 / target
		}
	}
	return d
}

// step is one iteration.
func (d *descent) step() {
	w := d.web
	further := make([]float64, len(w.way))
	for k, x := range d.now.x {
		next := max(0, x+d.tau[k]/d.weight*w.profit(k, d.now.y))
		further[k] = 2*next - x
		d.now.x[k] = next
		d.sum.x[k] += next
	}
	net := w.net(further)
	for i, y := range d.now.y {
		sigma := d.sigma[i] * d.weight
		d.now.y[i] = react(w.target[i], y-sigma*net[i], sigma)
		d.sum.y[i] += d.now.y[i]
	}
	d.count++
}

// react is the price after a step: v + σ·n, with n what is consumed at it.
func react(target, v, sigma float64) float64 {
	if target <= 0 {
		return max(0, v)
	}
	n := (2/target - v) / (1/(target*target) + sigma)
	switch {
	case n <= 0:
		return v
	case n > target && sigma == 0:
		n = 1 / v
	case n > target:
		n = (math.Sqrt(v*v+4*sigma) - v) / (2 * sigma)
		if v > 0 { // the same without cancellation
			n = 2 / (math.Sqrt(v*v+4*sigma) + v)
		}
	}
	return v + sigma*n
}

// mean is the average since the last restart.
func (d *descent) mean() point {
	m := d.sum.clone()
	for _, values := range [][]float64{m.x, m.y} {
		for i := range values {
			values[i] /= max(1, d.count)
		}
	}
	return m
}

// restart begins again from a point and balances the two kinds of step by the
// distances covered.
func (d *descent) restart(from, origin point) {
	distance := func(a, b, step []float64) (sum float64) {
		for i := range a {
			if step[i] > 0 {
				sum += (a[i] - b[i]) * (a[i] - b[i]) / step[i]
			}
		}
		return math.Sqrt(sum)
	}
	far, wide := distance(from.x, origin.x, d.tau), distance(from.y, origin.y, d.sigma)
	if far > 0 && wide > 0 {
		d.weight = math.Exp(0.5*math.Log(wide/far) + 0.5*math.Log(d.weight))
	}
	d.now = from.clone()
	clear(d.sum.x)
	clear(d.sum.y)
	d.count = 0
}

// A verdict is how good a point is.
type verdict struct {
	point
	value, bound  float64
	residual, gap float64
}

func (v *verdict) error() float64 { return max(v.residual, v.gap) }

// judge makes a plan and prices of a point and says how far they are from what
// is possible and from each other.
func (d *descent) judge(p point) verdict {
	v := verdict{point: p.clone()}
	d.reach(v.x)
	d.cheapen(v.y)
	net := d.net(v.x)
	for i := range net {
		if net[i] < 0 && d.size[i] > 0 {
			v.residual = max(v.residual, -net[i]/d.size[i])
		}
	}
	v.value, v.bound = d.value(net), d.bound(v.y, d.most)
	v.gap = math.Abs(v.bound-v.value) / (1 + math.Abs(v.value))
	if math.IsInf(v.bound, 1) {
		v.gap = math.Inf(1)
	}
	return v
}

// reach scales levels down until no factor is used beyond what there is.
func (d *descent) reach(level []float64) {
	net := d.net(level)
	fits := 1.0
	for i, there := range d.there {
		if used := there - net[i]; d.factors[i] && used > there {
			fits = min(fits, max(0, there)/used)
		}
	}
	for k := range level {
		level[k] *= fits
	}
}

// cheapen lowers the prices of what is made, way by way, until no way earns
// more than it costs.
func (d *descent) cheapen(y []float64) {
	for range cheapening {
		lowered := false
		for k := range d.way {
			worth, cost := d.worth(k, y)
			if worth <= cost*(1+1e-15) {
				continue
			}
			lowered = true
			for _, p := range d.way[k].out {
				y[p.commodity] *= cost / worth
			}
		}
		if !lowered {
			return
		}
	}
}
