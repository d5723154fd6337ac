package plan

import (
	"context"
	"errors"
	"fmt"
	"slices"

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
// with the constraints of the package, in one period. Prices are such that
// the needs are worth one.
func bundle(ctx context.Context, t *production.Table, r Request) (*Plan, error) {
	switch {
	case len(t.Periods) > 1:
		return nil, fmt.Errorf("the table has %d periods: ask for %s", len(t.Periods), Years)
	case t.Periods[0].Need == nil || slices.Max(t.Periods[0].Need) <= 0:
		return nil, errors.New("nothing is needed, so that any multiple of it is had: give needs")
	case slices.Min(t.Periods[0].Need) < 0:
		return nil, errors.New("a need is negative: what comes from outside belongs to imports")
	}
	w, err := worksOf(t)
	if err != nil {
		return nil, err
	}
	gap := bundleGap
	if r.Tolerance > 0 {
		gap = r.Tolerance
	}
	s := &mixing{ctx: ctx, tell: r.Progress, residual: gap / 50, mixture: w.mixture(multiply, nil)}
	s.group(needGroups)
	s.disposing(func() { s.seek(gap, nil) })
	p := &Plan{Request: r}
	switch {
	case s.free:
		p.Status, p.Says = Unbounded, "nothing that the needs take is limited: any multiple of them can be had"
		p.Level, p.Scale = s.together(), s.count
		return p, nil
	case s.ended:
		return s.nothing(p), nil
	}
	return s.bundled(p, gap), nil
}

// together is the first plans of all groups together.
func (s *mixing) together() [][]float64 {
	level := make([]float64, s.w.t.Ways())
	for _, p := range s.mixed {
		for i, x := range p.output {
			if way := p.way[i]; way >= 0 {
				level[way] += s.w.per(int(way), x)
			}
		}
	}
	return [][]float64{level}
}

// nothing says that not even prices were found.
func (s *mixing) nothing(p *Plan) *Plan {
	p.Status = Stopped
	p.Says = "no plan was found: to make what is needed, techniques may use up more products than they make"
	if s.ctx.Err() != nil {
		p.Says = "stopped before there was a plan"
	}
	return p
}

// bundled fills in the plan that was found.
func (s *mixing) bundled(p *Plan, gap float64) *Plan {
	level, scale := s.level()
	s.price0(p)
	p.Bound = s.bound
	switch {
	case s.lacks && s.bound < 0:
		p.Status, p.Bound = Infeasible, 0
		p.Says = "not even without any needs can what is to be left in store be had"
		return p
	case s.lacks:
		p.Status, p.Says = Stopped, "no plan within the capacities was found yet"
		return p
	}
	p.Level, p.Scale, p.Value = [][]float64{level}, scale, scale
	s.storeEnd(p)
	if s.gap() <= gap && slices.Min(level) >= 0 {
		p.Status = Proved
		p.Says = fmt.Sprintf("the needs can be met %.6g times, and not more", scale)
		return p
	}
	p.Status = Stopped
	p.Says = fmt.Sprintf("the needs are met %.6g times; it is proved that they cannot be met more than %.6g times", scale, s.bound)
	return p
}

// price0 sets prices and rents of the only period.
func (s *mixing) price0(p *Plan) {
	rent := make([]float64, len(s.w.t.Factors))
	for k, l := range s.limits {
		if l.factor >= 0 {
			rent[l.factor] = s.rent[k]
		}
	}
	p.Price, p.Rent = [][]float64{s.price}, [][]float64{rent}
}

// storeEnd notes what is left in store.
func (s *mixing) storeEnd(p *Plan) {
	if s.w.t.Terminal != nil {
		p.Store = [][]float64{slices.Clone(s.w.t.Terminal)}
		p.Keep = slices.Clone(s.price)
	}
}

// disposing searches again and again until every product of which there is
// more than is needed costs nothing and is not made.
func (s *mixing) disposing(search func()) {
	for range frees {
		search()
		if s.credit == nil || s.free || s.ended || s.lacks || !s.dispose() {
			return
		}
		s.mixed, s.last, s.c.known = nil, make([][]float64, len(s.groups)), false
		s.price = nil
	}
}

// dispose looks for products that would have to be unmade, and for such as
// are wanted although they were taken for plentiful. It answers whether there
// are any.
func (s *mixing) dispose() bool {
	level, scale := s.level()
	out := make([]float64, s.w.t.N)
	used := make([]float64, s.w.t.N)
	for way, x := range level {
		if s.w.made != nil {
			x *= s.w.made[way]
		}
		out[s.w.t.Makes[way]] += x
		level[way] = x
	}
	s.w.net.TimesTransposed(level, used)
	free := make([]bool, s.w.t.N)
	copy(free, s.c.free)
	changed := false
	size := linalg.Largest(out)
	for i := range free {
		if len(s.w.ways(i)) == 0 {
			continue
		}
		short := used[i] + scale*s.need[i] - s.credit[i] - out[i]
		switch {
		case !free[i] && out[i] < -1e-9*size:
			free[i], changed = true, true
		case free[i] && short > 1e-9*size:
			free[i], changed = false, true
		}
	}
	s.c.free = free
	return changed
}
