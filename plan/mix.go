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
	from     *Plan     // rents to begin with; nil: none are known
	known    []float64 // [technique] levels that meet the needs once; nil: none are known
	residual float64

	rent  []float64 // [limit] of the best bound
	price []float64 // [product]
	share float64   // of the cheapest prices that no technique earns anything at
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

// firstRents are those of the plan to go on from; else they make every limit
// cost the same, and nothing where a factor is economised.
func (s *mixing) firstRents() []float64 {
	rent := make([]float64, len(s.limits))
	if s.from != nil && len(s.from.Rent) > 0 && len(s.from.Rent[0]) == len(s.w.t.Factors) && len(s.from.Price) > 0 && len(s.from.Price[0]) == s.w.t.N {
		for k, l := range s.limits {
			if l.factor >= 0 {
				rent[k] = max(0, s.from.Rent[0][l.factor])
			} else {
				rent[k] = max(0, s.from.Price[0][l.product])
			}
		}
		if linalg.Sum(rent) > 0 {
			return rent
		}
	}
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
		unit = s.share * linalg.Dot(s.c.price, s.need)
	}
	s.price = append(s.price[:0], s.c.price...)
	scaleBy(s.price, s.share/unit)
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
