package plan

import (
	"fmt"
	"slices"
)

// mix finds the least use of a factor where another, or a product that nobody
// makes, is scarce. First it is asked whether the needs can be met at all,
// which is whether the largest bundle is one; then plans that meet them are
// mixed.
func (l *least) mix(tolerance float64) *Plan {
	can := &mixing{ctx: l.ctx, residual: tolerance / 50, mixture: l.w.mixture(multiply, nil)}
	can.group(needGroups)
	can.disposing(func() {
		can.seek(tolerance, func() bool { return can.bound < 1 || !can.lacks && can.value > 1 })
	})
	p := l.p
	p.Level, p.Price, p.Rent = nil, nil, nil
	switch {
	case can.ended:
		return can.nothing(p)
	case can.bound < 1:
		can.price0(p)
		p.Status = Infeasible
		p.Says = fmt.Sprintf("with what there is the needs can be met %.6g times at most: most is wanting of %s", max(can.bound, 0), can.scarcest())
		return p
	case can.lacks || can.value < 1:
		p.Status, p.Says = Stopped, "stopped before it was known whether the needs can be met"
		return p
	}
	return l.leastOf(can, tolerance)
}

// scarcest is the name of the limit that is worth most.
func (s *mixing) scarcest() string {
	best, most := 0, 0.0
	for k, l := range s.limits {
		if worth := s.rent[k] * max(l.room, l.scale); worth > most {
			best, most = k, worth
		}
	}
	if l := s.limits[best]; l.factor >= 0 {
		return s.w.t.Factors[l.factor]
	}
	return s.w.t.Product(s.limits[best].product)
}

// leastOf goes on from plans that were mixed to meet the needs at all.
func (l *least) leastOf(can *mixing, tolerance float64) *Plan {
	s := &mixing{ctx: l.ctx, tell: l.r.Progress, residual: tolerance / 50, mixture: l.w.mixture(l.r.Factor, nil)}
	s.group(needGroups)
	s.c.free = can.c.free
	for _, m := range can.mixed {
		if m.group != ofCredit {
			m.output = slices.Clone(m.output)
			for i := range m.output {
				m.output[i] /= can.count
			}
		}
		s.mixed = append(s.mixed, m)
	}
	s.worth = 0
	for _, m := range s.mixed[:len(s.groups)] {
		s.worth += s.economised(m, s.uses(m))
	}
	if s.worth <= 0 {
		s.worth = 1
	}
	s.disposing(func() { s.seek(tolerance, nil) })
	p := l.p
	level, _ := s.level()
	s.price0(p)
	p.Level, p.Value, p.Bound = [][]float64{level}, s.value, s.bound
	s.storeEnd(p)
	switch {
	case s.lacks || s.ended || slices.Min(level) < 0:
		p.Level = nil
		p.Status, p.Says = Stopped, "no plan within the capacities was found yet"
	default:
		l.conclude(tolerance)
	}
	return p
}
