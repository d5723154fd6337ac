package decide

// careful is the best care of a month, in closed form:
//
//	max_c  value·(−loss·c) − careless·(1 − c)²   ⇒   c = 1 − value·loss / (2·careless)
//
// where loss is the output that full care costs, value the worth of output
// there (a chord over that loss, since bonus steps have no slope) and careless
// what defects of carelessness would be charged. Care that costs nothing worth
// having is taken.
func (s *stage) careful(v *solver, node int, o *option, kept weighed) float64 {
	if o.work.Care <= 0 {
		return 1
	}
	worth := func(care float64) float64 {
		j := node % v.done[s.month].len()
		f := v.done[s.month].nodes[j] + o.work.Output - (care-v.usual)*o.work.Care
		m := kept.move
		i, weight := s.next.find(f)
		m.cell += i - m.cell%s.next.len()
		m.done = weight
		total := s.look(v, &m)
		if s.month == months-1 {
			total += at(v.tally.total, f)
		}
		if pay := &v.problem.Pay; pay.Deadline < 1 {
			output := o.work.Output - (care-v.usual)*o.work.Care
			total += (1 - pay.Deadline) * at(v.tally.paid, months*output) / months
		}
		return total
	}
	lost := worth(0) - worth(1)
	switch {
	case lost <= notice:
		return 1
	case o.careless <= 0:
		return 0
	}
	return min(max(1-lost/(2*o.careless), 0), 1)
}

// paceFor is the pace that hands over a wanted output at a given draw, or 0.
func (v *solver) paceFor(s State, wanted, draw float64) float64 {
	h := &v.problem.Physics
	full := h.WipFull / months
	made := wanted - draw*s.Wip*full
	if draw < 0 {
		made = wanted - draw*(1-s.Wip)*full
		made = min(made, wanted/(1-h.RebuildMost))
	}
	if made <= 0 {
		return 0
	}
	if covered := h.ready(s.Stock) / months; made > covered {
		if h.Makeshift <= 0 {
			return 0
		}
		made = covered + (made-covered)/h.Makeshift
	}
	return made / (s.Slack / months * (1 - h.WipDrag*(1-s.Wip)) * (1 - h.CareCost*v.usual))
}

// drawFor is the draw that hands over a wanted output at a given pace, or 0.
func (v *solver) drawFor(s State, wanted, pace float64) float64 {
	h := &v.problem.Physics
	gap := (wanted - h.Month(s, pace, 0, v.usual).Made) * months / h.WipFull
	switch {
	case gap > 0 && gap < s.Wip:
		return gap / s.Wip
	case gap < 0 && s.Wip < 1:
		return max(gap/(1-s.Wip), -h.Rebuild)
	}
	return 0
}
