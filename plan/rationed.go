package plan

import "slices"

// mix finds the least use of a factor where another, or a product that nobody
// makes, is scarce. First it is asked whether the needs can be met at all,
// which is whether the largest bundle is one; then plans that meet them are
// mixed.
func (l *least) mix(tolerance float64) *Plan {
	credit, _ := l.w.credits()
	rationed := l.w.unmade()
	can, s := &mixing{ctx: l.ctx, residual: tolerance / 50}, &mixing{ctx: l.ctx, tell: l.r.Progress, residual: tolerance / 50}
	anew := func(economise int) *mixture {
		return l.w.mixture(economise, netOf(l.t.Periods[0].Need, credit, 1, rationed), credit, rationed, nil)
	}
	feasible := func() bool { return !can.lacks && can.value >= 1 }
	rationing(can, rationed, func() *mixture { return anew(multiply) }, func() {
		can.seek(tolerance, func() bool { return can.bound < 1 || feasible() })
		if s.torn = nil; can.torn != nil || can.price == nil || can.bound < 1 || !feasible() {
			return
		}
		s.mixture = anew(l.r.Factor)
		s.goOn(can)
		s.seek(tolerance, nil)
		can.torn = s.torn
	})
	p := l.p
	p.Level, p.Price, p.Rent = nil, nil, nil
	switch {
	case can.ended || can.price == nil:
		return can.nothing(p)
	case can.bound < 1:
		p.Price, p.Rent = can.duals()
		p.Status = Infeasible
		p.Says = "there is too little, of " + can.scarcest() + " above all, for the needs to be met in full"
		return p
	case !feasible():
		p.Status, p.Says = Stopped, "stopped before it was known whether the needs can be met"
		return p
	}
	return l.rationedPlan(s, tolerance)
}

// goOn takes over plans that were mixed to meet the needs at all.
func (s *mixing) goOn(can *mixing) {
	s.c.free = can.c.free
	for _, m := range can.mixed {
		m.output = slices.Clone(m.output)
		scaleBy(m.output, 1/can.count)
		s.mixed = append(s.mixed, m)
	}
	s.worth = 0
	for _, m := range s.mixed[:len(s.groups)] {
		s.worth += s.economised(m, s.uses(m))
	}
	if s.worth <= 0 {
		s.worth = 1
	}
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

// rationedPlan fills in the plan that was mixed.
func (l *least) rationedPlan(s *mixing, tolerance float64) *Plan {
	p := l.p
	level, _ := s.level()
	p.Price, p.Rent = s.duals()
	p.Level, p.Value, p.Bound = [][]float64{level}, s.value, s.bound
	if l.t.Terminal != nil {
		p.Store, p.Keep = [][]float64{slices.Clone(l.t.Terminal)}, slices.Clone(s.price)
	}
	switch {
	case s.lacks || s.ended || slices.Min(level) < 0:
		p.Level = nil
		p.Status, p.Says = Stopped, "no plan within the capacities was found yet"
	default:
		l.conclude(tolerance)
	}
	return p
}
