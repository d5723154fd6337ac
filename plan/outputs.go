package plan

import (
	"context"
	"math"

	"gosplan/linalg"
)

// An output is gross outputs that meet needs with a chosen technique for every
// product:
//
//	x[i] = max(0, need[i] + Σ_j net[way j, i]·x[j])
//
// Needs may be negative where imports or stocks exceed them. Then some
// products are not made at all: the set is grown from those that are surely
// needed, as Chandrasekaran does for complementarity with such matrices
// (Opsearch 7, 1970).
type output struct {
	system *linalg.System
	net    *linalg.Matrix // [product × product] row i: what making a unit of each takes of i
	made   []int32        // [product] itself where it is made, -1 where not; nil: all are
	x      []float64      // [product]
	right  []float64
}

// outputs prepares the quantities of a choice of techniques.
func (w *works) outputs(way []int32) *output {
	chosen := w.net
	if !w.t.Square() {
		chosen = w.net.Pick(way)
	}
	net := chosen.Transpose()
	return &output{system: linalg.NewSystem(net, nil), net: net, x: make([]float64, w.t.N), right: make([]float64, w.t.N)}
}

// growths is how often the set of products that are made may grow.
const growths = 60

// find finds gross outputs for needs net of imports and stocks. It answers
// false if these techniques use up more than they make on the way, or if the
// context ended.
func (o *output) find(ctx context.Context, need []float64, residual float64, watch linalg.Watch) bool {
	o.made = nil
	if o.solve(ctx, need, residual, watch) {
		return true
	}
	return ctx.Err() == nil && o.needed(ctx, need, residual, watch)
}

// needed finds gross outputs of nothing but what is needed on the way.
func (o *output) needed(ctx context.Context, need []float64, residual float64, watch linalg.Watch) bool {
	o.made = make([]int32, len(need))
	for i, n := range need {
		o.made[i] = -1
		if n > 0 {
			o.made[i] = int32(i)
		}
	}
	clear(o.x)
	for range growths {
		if !o.solve(ctx, need, residual, watch) {
			return false
		}
		if !o.grow(need, residual) {
			return true
		}
	}
	return false
}

// solve finds outputs of the products that are made. It answers whether they
// are what can be made. Where some seem to be a little less than nothing,
// often because they were something in the first guess, it looks closer and
// without the guess.
func (o *output) solve(ctx context.Context, need []float64, residual float64, watch linalg.Watch) bool {
	const nothing, almost, closest = 1e-13, 1e-9, 1e-14
	copy(o.right, need)
	if !o.open(ctx, residual, watch) {
		return false
	}
	if o.lack() > nothing {
		clear(o.x)
		if !o.open(ctx, max(closest, residual/1000), watch) || o.lack() > almost {
			return false
		}
	}
	for i, x := range o.x {
		o.x[i] = max(x, 0)
	}
	return true
}

// lack is how far outputs are below nothing at most, in shares of what is
// needed and used of a product.
func (o *output) lack() float64 {
	worst := 0.0
	for i, x := range o.x {
		if x >= 0 {
			continue
		}
		turned := math.Abs(o.right[i])
		cols, vals := o.net.Row(i)
		for k, j := range cols {
			turned += math.Abs(vals[k] * o.x[j])
		}
		worst = max(worst, -x/max(turned, math.SmallestNonzeroFloat64))
	}
	return worst
}

// open finds outputs of the products that are made for the right side, of
// either sign.
func (o *output) open(ctx context.Context, residual float64, watch linalg.Watch) bool {
	system := o.system
	if o.made != nil {
		system = system.Repick(o.made)
		for i, made := range o.made {
			if made < 0 {
				o.right[i], o.x[i] = 0, 0
			}
		}
	}
	return system.Solve(ctx, o.right, o.x, residual, watch).Converged
}

// grow adds products that turn out to be needed to those that are made.
func (o *output) grow(need []float64, residual float64) bool {
	grown := false
	for i, made := range o.made {
		if made < 0 {
			used := o.net.RowTimes(i, o.x)
			if short := need[i] + used; short > 10*residual*used {
				o.made[i], grown = int32(i), true
			}
		}
	}
	return grown
}

// free marks the products that there is more of than needed.
func (o *output) free() []bool {
	if o.made == nil {
		return nil
	}
	free := make([]bool, len(o.x))
	for i, made := range o.made {
		free[i] = made < 0
	}
	return free
}
