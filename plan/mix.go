package plan

import (
	"context"
	"math"
	"slices"

	"gosplan/linalg"
)

// A mixing is the search for the best mixture.
type mixing struct {
	*mixture
	ctx      context.Context
	tell     func(Progress)
	residual float64

	rent  []float64 // [limit] of the best bound
	price []float64 // [product]
	value float64   // of the master's mixture
	bound float64   // proved by rent and price
	lacks bool      // the master had to make room where there is none
	free  bool      // nothing limits the needs
	ended bool      // without having found prices or outputs at all
	torn  []int     // products that are not to be made at one choice of techniques and wanting at the next
}

const (
	holdOn  = 0.75 // weight of the best rents in the next, against the master's
	letGo   = 0.7  // what is left of it after a round in which the master gained nothing
	atOnce  = 0.01 // weight of the best rents at which they count for nothing
	finest  = 1e-13
	mixings = 2000 // plans at most
)

// seek searches, and then proves its best bound once more with exact prices.
func (s *mixing) seek(gap float64, enough func() bool) {
	s.search(0.9*gap, enough)
	if s.price == nil || s.free || s.torn != nil {
		return
	}
	ctx := s.ctx
	defer func() { s.ctx = ctx }()
	s.ctx = context.WithoutCancel(ctx) // one valuation more, so that what was found is proved
	rent := slices.Clone(s.rent)
	if s.priced(rent, s.residual) {
		s.bound = s.proved(rent)
		s.keep(rent)
	}
}

// search mixes until value and bound are as close as asked, or enough says so.
func (s *mixing) search(gap float64, enough func() bool) {
	s.begin()
	s.price, s.free, s.ended, s.lacks = nil, false, false, false
	s.rent = make([]float64, len(s.limits))
	s.bound = s.worst()
	at := s.firstRents()
	hold, grown := holdOn, math.Inf(-1)
	for round := range mixings {
		bound, ok := s.answer(at)
		if !ok || s.free {
			s.ended = !ok && round == 0
			return
		}
		better := s.improves(bound)
		if better {
			s.bound = bound
			s.keep(at)
		}
		value, rents := s.master.solve()
		s.read(value)
		if s.tell != nil {
			s.tell(Progress{Rounds: round + 1, Residual: s.residual, Gap: s.gap(), Left: -1})
		}
		if !s.lacks && s.gap() <= gap || enough != nil && enough() || s.ctx.Err() != nil {
			return
		}
		grew := value > grown+entering*math.Abs(value)
		grown = max(grown, value)
		switch {
		case grew:
			hold = holdOn
		case hold > atOnce || better:
			hold *= letGo
		case s.residual > finest:
			s.residual /= 10
			hold = holdOn
		default:
			return
		}
		at = s.between(rents, hold)
	}
}

// worst is a bound that says nothing.
func (s *mixing) worst() float64 {
	if s.economise == multiply {
		return math.Inf(1)
	}
	return math.Inf(-1)
}

func (s *mixing) improves(bound float64) bool {
	if s.economise == multiply {
		return bound < s.bound
	}
	return bound > s.bound
}

// gap is the relative distance of value and bound.
func (s *mixing) gap() float64 {
	return math.Abs(s.bound-s.value) / max(math.Abs(s.bound), math.Abs(s.value), math.SmallestNonzeroFloat64)
}

// read takes the master's value.
func (s *mixing) read(value float64) {
	s.lacks = s.master.shares()[0] > 1e-9
	s.value = value * s.count * s.worth
	if s.economise >= 0 {
		s.value = -s.value
	}
}

// firstRents make every limit cost the same; where a factor is economised,
// nothing.
func (s *mixing) firstRents() []float64 {
	rent := make([]float64, len(s.limits))
	if s.economise == multiply {
		for k, l := range s.limits {
			rent[k] = 1 / l.scale
		}
	}
	return rent
}

// keep notes rents as the best, with prices at which the needs are worth one.
func (s *mixing) keep(rent []float64) {
	unit := 1.0
	if s.economise == multiply {
		unit = linalg.Dot(s.c.price, s.need)
	}
	s.price = append(s.price[:0], s.c.price...)
	for i := range s.price {
		s.price[i] /= unit
	}
	for k := range rent {
		s.rent[k] = rent[k] / unit
	}
}

// between is rents between the best and the master's.
func (s *mixing) between(master []float64, hold float64) []float64 {
	at := make([]float64, len(s.limits))
	for k, l := range s.limits {
		rent := master[k] / l.scale * s.count * s.worth
		at[k] = hold*s.rent[k] + (1-hold)*rent
	}
	return at
}

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

// rationing seeks, and begins anew with torn products rationed, as long as
// there are any. make makes the mixture anew.
func rationing(s *mixing, rationed []bool, anew func() *mixture, seek func()) {
	for {
		s.mixture = anew()
		s.torn = nil
		if seek(); s.torn == nil {
			return
		}
		for _, i := range s.torn {
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
	return s.c.find(s.ctx, residual)
}

// priceResidual is how exact prices need to be: in the beginning not very.
func (s *mixing) priceResidual() float64 {
	const share, most = 1e-2, 1e-4
	gap := s.gap()
	if math.IsNaN(gap) || math.IsInf(s.bound, 0) {
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
	needs := linalg.Dot(s.c.price, s.need)
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
		plans[k] = mixed{way, slices.Clone(o.x), k}
	}
	if s.economise == multiply && len(s.mixed) == 0 {
		s.countBy(plans)
		s.free = s.limitless(plans)
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
