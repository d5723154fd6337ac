package plan

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"gosplan/linalg"
	"gosplan/production"
)

// bundleGap is how close to the optimum the largest bundle is proved unless a
// request says otherwise.
const bundleGap = 1e-6

// needGroups is into how many groups needs are split. Each has a share of its
// own in the mixture, so that fewer rounds are needed, and takes a solution of
// its own in every round. Six is the best of 1 to 64 at ten thousand products.
const needGroups = 6

// bundle finds the largest multiple of the needs within capacities and stocks
// (Kantorovich, Mathematical Methods of Organizing and Planning Production,
// 1939):
//
//	maximise Scale
//
// with the constraints of the package. Prices are such that the needs are
// worth one. One period is planned by mixing plans; several periods, and small
// tables where mixing stops short of a proof, by one linear programme.
func bundle(ctx context.Context, t *production.Table, r Request) (*Plan, error) {
	gap := bundleGap
	if r.Tolerance > 0 {
		gap = r.Tolerance
	}
	least, most := 0.0, 0.0
	for _, period := range t.Periods {
		for _, need := range period.Need {
			least, most = min(least, need), max(most, need)
		}
	}
	switch {
	case most <= 0:
		return nil, errors.New("nothing is needed, so that any multiple of it is had: give needs")
	case least < 0:
		return nil, errors.New("a need is negative: what comes from outside belongs to imports")
	case len(t.Periods) > 1:
		return wholeBundle(ctx, t, r, gap)
	}
	w, err := worksOf(t)
	if err != nil {
		return nil, err
	}
	b := &bundling{w: w, r: r, gap: gap, need: t.Periods[0].Need, p: &Plan{Request: r}}
	b.credit, b.credited = w.credits()
	b.rationed = w.unmade()
	b.run(ctx)
	if b.p.Status == Stopped && ctx.Err() == nil && isSmall(t) {
		if p, err := wholeBundle(ctx, t, r, gap); err == nil && p.Status != Stopped {
			return p, nil
		}
	}
	return b.p, nil
}

// wholeBundle finds the bundle as one linear programme over all periods, which
// is that of years without building.
func wholeBundle(ctx context.Context, t *production.Table, r Request, gap float64) (*Plan, error) {
	asked := r
	r.Tolerance = gap
	p, err := newProgramme(withoutBuilding(t), scaling).largest(ctx, r)
	if err != nil {
		return nil, err
	}
	p.Request, p.Begun, p.KeepRent = asked, nil, nil
	if len(t.Periods) == 1 && t.Terminal == nil {
		p.Store, p.Keep = nil, nil
	}
	if p.Status == Proved && p.Gap() > gap && p.Bound > 1e-12 { // the programme's own gap is not relative below one
		p.Status = Stopped
	}
	p.Says = strings.TrimSuffix(p.Says, ".") + unbuilt(t) + "."
	return p, nil
}

// A bundling is the work on a bundle. Imports and stocks do not grow with the
// multiple s of the needs. So the needs are taken net of a share of them, need
// − credit/s, for a guess of s, and the next guess is the bound that rents and
// prices prove: Newton's method, since that bound is convex in what they are
// for.
type bundling struct {
	w            *works
	r            Request
	gap          float64
	need, credit []float64
	credited     bool
	rationed     []bool // [product] credit is a limit with a rent
	p            *Plan
	s            *mixing
}

// multiples is how many guesses of the multiple are made at most.
const multiples = 30

// mostRations is how many stocks and imports are rationed at most, each of
// which is a row of the master.
const mostRations = 200

// run searches, and where a guess and its answer do not agree, because what a
// stock is worth jumps between nothing and its cost, searches once more with
// every stock a limit that has its own rent.
func (b *bundling) run(ctx context.Context) {
	b.p.Bound = math.Inf(1)
	found := b.search(ctx)
	if found && !b.proved() && ctx.Err() == nil && b.ration() {
		b.search(ctx)
	}
	if !found {
		b.nothing()
		return
	}
	b.conclude()
}

// proved tells whether value and bound are as close as asked.
func (b *bundling) proved() bool { return b.p.Bound <= 0 || b.p.Value >= b.p.Bound*(1-b.gap) }

// ration makes a limit of whatever there is in store or from outside. It
// answers whether that is something new, and not too much.
func (b *bundling) ration() bool {
	rations, more := 0, false
	for i, c := range b.credit {
		if c > 0 || b.rationed[i] {
			more = more || !b.rationed[i]
			rations++
		}
	}
	if !more || rations > mostRations {
		return false
	}
	for i, c := range b.credit {
		b.rationed[i] = b.rationed[i] || c > 0
	}
	return true
}

// search answers whether there is anything to conclude from.
func (b *bundling) search(ctx context.Context) bool {
	part, inner := 0.0, b.gap // of the credit; of one guess
	if b.credited {
		inner /= 10
	}
	for range multiples {
		b.s = &mixing{ctx: ctx, tell: b.r.Progress, from: b.r.From, residual: inner / 50}
		rationing(b.s, b.rationed, func() *mixture {
			return b.w.mixture(multiply, netOf(b.need, b.credit, part, b.rationed), b.credit, b.rationed, nil)
		}, func() {
			b.s.known = b.known()
			b.s.seek(inner, nil)
		})
		if b.s.free || b.s.price == nil {
			return b.p.Price != nil && !b.s.free
		}
		b.note()
		if !b.credited || ctx.Err() != nil || b.proved() || 1/b.p.Bound == part {
			break
		}
		part = 1 / b.p.Bound
	}
	return true
}

// known is the levels of the plan to go on from, for needs met once, if they
// meet them in this table.
func (b *bundling) known() []float64 {
	from := b.r.From
	if from == nil || len(from.Level) == 0 || len(from.Level[0]) != b.w.t.Ways() || b.credited || slices.Contains(b.rationed, true) {
		return nil
	}
	level := slices.Clone(from.Level[0])
	scale := b.meets(level)
	if !(scale > 0) || slices.Min(level) < 0 {
		return nil
	}
	scaleBy(level, 1/scale)
	return level
}

// note keeps the bound and the plan that were found, if they are better.
func (b *bundling) note() {
	s := b.s
	bound := (s.roomWorth(s.rent) + linalg.Dot(s.price, netOf(nil, b.credit, -1, b.rationed))) / linalg.Dot(s.price, b.need)
	if b.p.Price == nil || bound < b.p.Bound {
		b.p.Bound = bound
		b.p.Price, b.p.Rent = s.duals()
		unit := linalg.Dot(s.price, b.need)
		scaleBy(b.p.Price[0], 1/unit)
		scaleBy(b.p.Rent[0], 1/unit)
	}
	if s.lacks {
		return
	}
	level, scale := s.level()
	if b.credited {
		scale = b.meets(level)
	}
	if b.p.Level == nil || scale > b.p.Scale {
		b.p.Level, b.p.Scale, b.p.Value = [][]float64{level}, scale, scale
	}
}

// meets is how many times levels meet the needs, −1 if they use up more of a
// product than there is.
func (b *bundling) meets(level []float64) float64 {
	left, made := make([]float64, b.w.t.N), make([]float64, b.w.t.N)
	run := slices.Clone(level)
	for way, product := range b.w.t.Makes {
		if b.w.made != nil {
			run[way] *= b.w.made[way]
		}
		made[product] += run[way]
	}
	b.w.net.TimesTransposed(run, left)
	most := math.Inf(1)
	for i, used := range left {
		there := made[i] + max(b.credit[i], 0)
		over := made[i] + b.credit[i] - used
		switch {
		case over < -b.gap*there:
			return -1
		case b.need[i] > 0:
			most = min(most, over/b.need[i])
		}
	}
	return max(most, -1)
}

func scaleBy(x []float64, by float64) {
	for i := range x {
		x[i] *= by
	}
}

// together is the first plans of all groups together.
func (s *mixing) together() [][]float64 {
	level := make([]float64, s.w.t.Ways())
	for _, p := range s.mixed {
		for way, x := range s.w.levels(p.output, p.way) {
			level[way] += x
		}
	}
	return [][]float64{level}
}

// nothing says that there is no end to the needs that can be met, or that not
// even prices were found.
func (b *bundling) nothing() {
	p := b.p
	if b.s.free {
		p.Status, p.Says = Unbounded, "nothing that the needs take is limited: any multiple of them can be had"
		p.Level, p.Scale, p.Bound = b.s.together(), b.s.count, 0
		return
	}
	b.s.nothing(p)
}

// nothing says that not even prices were found.
func (s *mixing) nothing(p *Plan) *Plan {
	p.Status, p.Bound = Stopped, 0
	p.Says = "no plan was found: to make what is needed, techniques may use up more products than they make"
	if s.ctx.Err() != nil {
		p.Says = "stopped before there was a plan"
	}
	return p
}

// conclude says what was found and how far the proof reaches.
func (b *bundling) conclude() {
	p := b.p
	switch {
	case p.Bound < 0:
		p.Status, p.Says = Infeasible, "even if nothing were needed, what is to be left in store could not be had"
		p.Level, p.Scale, p.Value, p.Bound = nil, 0, 0, 0
		return
	case p.Level == nil || p.Scale < 0:
		p.Status, p.Says = Stopped, "no plan within the capacities was found yet"
		p.Level, p.Scale, p.Value = nil, 0, 0
		return
	case b.proved():
		p.Status = Proved
		p.Says = fmt.Sprintf("the needs can be met %.6g times, and not more", p.Scale)
	default:
		p.Status = Stopped
		p.Says = fmt.Sprintf("the needs are met %.6g times; it is proved that they cannot be met more than %.6g times", p.Scale, p.Bound)
	}
	if b.w.t.Terminal != nil {
		p.Store, p.Keep = [][]float64{slices.Clone(b.w.t.Terminal)}, slices.Clone(p.Price[0])
	}
}

// duals are the prices and rents of the best bound.
func (s *mixing) duals() (price, rent [][]float64) {
	rents := make([]float64, len(s.w.t.Factors))
	for k, l := range s.limits {
		if l.factor >= 0 {
			rents[l.factor] = s.rent[k]
		}
	}
	return [][]float64{slices.Clone(s.price)}, [][]float64{rents}
}
