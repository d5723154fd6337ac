package plan

import (
	"math"
	"slices"

	"gosplan/linalg"
)

// answer finds the cheapest techniques at rents, gives the plans they make to
// the master, and answers the bound that prices and rents prove.
func (s *mixing) answer(rent []float64) (bound float64, ok bool) {
	if !s.priced(rent, s.priceResidual()) {
		return 0, false
	}
	o := s.outputs(rent)
	if o == nil {
		return 0, false
	}
	return s.proved(rent), s.make(o)
}

// outputs prepares outputs of the techniques chosen. Where there is more than
// is needed of some products, these cost nothing and are not made; others may
// then be the cheapest techniques, and so on. Products for which this comes to
// no end are worth something between nothing and their cost.
func (s *mixing) outputs(rent []float64) *output {
	o := s.w.outputs(s.c.way)
	if !s.spare {
		return o
	}
	for range frees {
		if !o.find(s.ctx, s.need, s.residual, s.c.watch) {
			return nil
		}
		free := o.free()
		if s.torn = differ(free, s.c.free); s.torn == nil {
			return o
		}
		s.c.free, s.c.known = free, false
		if !s.priced(rent, s.priceResidual()) {
			return nil
		}
		o = s.w.outputs(s.c.way)
	}
	return nil
}

// differ is where two sets differ. nil is the empty set.
func differ(a, b []bool) []int {
	var where []int
	for i := range max(len(a), len(b)) {
		if (a != nil && a[i]) != (b != nil && b[i]) {
			where = append(where, i)
		}
	}
	return where
}

// rationing seeks with a mixture made anew, again and again with torn products
// rationed, as long as there are more of them.
func rationing(s *mixing, rationed []bool, anew func() *mixture, seek func()) {
	for more := true; more; {
		s.mixture, s.torn = anew(), nil
		seek()
		more = false
		for _, i := range s.torn {
			more = more || !rationed[i]
			rationed[i] = true
		}
	}
}

// priced finds the cheapest techniques at rents.
func (s *mixing) priced(rent []float64, residual float64) bool {
	full := make([]float64, len(s.w.t.Factors))
	if s.economise >= 0 && s.economise < len(full) {
		full[s.economise] = 1
	}
	for k, l := range s.limits {
		if l.factor >= 0 {
			full[l.factor] += rent[k]
		} else {
			s.c.fixed[l.product] = rent[k]
		}
	}
	s.w.costs(full, s.c.cost)
	if !s.c.find(s.ctx, residual) {
		return false
	}
	const finer = 30 // where something costs nothing, prices cannot be lowered to what is proved
	if s.share = s.c.feasible(s.residual); s.share < 0.5 && residual > s.residual/finer {
		return s.priced(rent, s.residual/finer)
	}
	return true
}

// priceResidual is how exact prices need to be: in the beginning not very.
func (s *mixing) priceResidual() float64 {
	const share, most = 1e-2, 1e-4
	gap := s.gap()
	switch {
	case s.from != nil:
		return s.residual
	case math.IsNaN(gap) || math.IsInf(s.bound, 0):
		return most
	}
	return min(max(share*gap, s.residual), most)
}

// roomWorth is what all that is limited is worth at rents.
func (s *mixing) roomWorth(rent []float64) float64 {
	worth := 0.0
	for k, l := range s.limits {
		worth += rent[k] * l.room
	}
	return worth
}

// proved is the bound that rents and prices prove.
func (s *mixing) proved(rent []float64) float64 {
	worth := s.roomWorth(rent)
	needs := s.share * linalg.Dot(s.c.price, s.need)
	switch {
	case s.economise >= 0:
		return needs - worth
	case needs <= 0:
		return math.Inf(1)
	}
	return worth / needs
}

// make gives the plans of the techniques chosen to the master.
func (s *mixing) make(o *output) bool {
	way := slices.Clone(s.c.way)
	plans := make([]mixed, len(s.groups))
	for k, g := range s.groups {
		need := make([]float64, len(s.need))
		copy(need[g[0]:g[1]], s.need[g[0]:g[1]])
		o.x = make([]float64, len(need))
		copy(o.x, s.last[k])
		if !o.find(s.ctx, need, s.residual, s.c.watch) {
			return false
		}
		s.last[k] = o.x
		plans[k] = mixed{way: way, output: slices.Clone(o.x), group: k}
	}
	if s.economise == multiply && len(s.mixed) == 0 {
		s.countBy(plans)
		if s.free = s.limitless(plans); s.known != nil {
			scaleBy(s.known, s.count)
			s.take(mixed{level: s.known})
			s.known = nil
		}
	}
	for _, p := range plans {
		for i := range p.output {
			p.output[i] *= s.count
		}
		s.take(p)
	}
	return true
}

// limitless tells whether plans take nothing of which there is an end.
func (s *mixing) limitless(plans []mixed) bool {
	for _, p := range plans {
		use := s.uses(p)
		for k := range s.limits {
			if s.taken(k, p, use) > 0 {
				return false
			}
		}
	}
	return true
}
