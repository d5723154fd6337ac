package lp

import (
	"cmp"
	"math"
	"slices"
)

// A kink is a step length at which a basic variable meets a bound.
type kink struct {
	step  float64
	slope float64 // what meeting it adds to the slope of the sum of infeasibilities
	at    int32   // position
	upper bool    // which bound
}

// pivot moves the entering variable as far as pays and is allowed. It is
// false where nothing ends the move.
func (s *simplex) pivot(entering int32, first bool) bool {
	clear(s.byRow)
	eachOf(s.columns, entering, func(row int32, a float64) { s.byRow[row] = a })
	s.f.forward(s.byRow, s.alpha)
	sign := -math.Copysign(1, s.reduced[entering])

	leaving, found := kink{step: math.Inf(1)}, false
	if first {
		leaving, found = s.lastKink(sign, math.Abs(s.reduced[entering]))
	} else {
		leaving, found = s.firstKink(sign)
	}
	width := s.hi[entering] - s.lo[entering]
	if width <= leaving.step || !found {
		if math.IsInf(width, 1) || math.IsNaN(width) {
			return false
		}
		s.move(entering, sign, width)
		s.x[entering] = resting(s.lo[entering], s.hi[entering], s.x[entering])
		return true
	}
	s.exchange(entering, sign, leaving)
	return true
}

// move steps along the entering variable.
func (s *simplex) move(entering int32, sign, step float64) {
	s.x[entering] += sign * step
	for at, a := range s.alpha {
		if a != 0 {
			s.x[s.basis[at]] -= sign * step * a
		}
	}
	s.noteProgress(step)
}

// exchange swaps the entering and the leaving variable.
func (s *simplex) exchange(entering int32, sign float64, leaving kink) {
	out := s.basis[leaving.at]
	s.reweigh(entering, leaving.at)
	s.move(entering, sign, leaving.step)
	s.x[out] = s.lo[out]
	if leaving.upper {
		s.x[out] = s.hi[out]
	}
	s.f.replace(s.alpha, leaving.at)
	s.basis[leaving.at], s.where[entering], s.where[out] = entering, leaving.at, -1
	if math.Abs(s.alpha[leaving.at]) < smallestPivot*10 {
		s.f = nil // a small pivot: do not build on it
	}
}

// kinksAlong gathers where basic variables meet bounds on the way.
func (s *simplex) kinksAlong(sign float64) {
	s.kinks = s.kinks[:0]
	threshold := smallestPivot * min(1, largest(s.alpha))
	for at, a := range s.alpha {
		if math.Abs(a) <= threshold {
			continue
		}
		v := s.basis[at]
		x, within, rate := s.x[v], s.within(v), -sign*a
		add := func(bound float64, upper bool) {
			if !math.IsInf(bound, 0) {
				s.kinks = append(s.kinks, kink{max(0, (bound-x)/rate), math.Abs(a), int32(at), upper})
			}
		}
		if rate < 0 && x >= s.lo[v]-within {
			add(s.lo[v], false)
		}
		if rate < 0 && x > s.hi[v]+within {
			add(s.hi[v], true)
		}
		if rate > 0 && x <= s.hi[v]+within {
			add(s.hi[v], true)
		}
		if rate > 0 && x < s.lo[v]-within {
			add(s.lo[v], false)
		}
	}
}

// lastKink walks through the kinks of the sum of infeasibilities while it
// falls, and picks the largest pivot among the last ones passed.
func (s *simplex) lastKink(sign, slope float64) (kink, bool) {
	s.kinksAlong(sign)
	slices.SortStableFunc(s.kinks, func(a, b kink) int { return cmp.Compare(a.step, b.step) })
	chosen, found := kink{step: math.Inf(1)}, false
	for _, k := range s.kinks {
		stays := found && k.step <= chosen.step+feasibleWithin
		if slope <= 0 && !stays {
			break
		}
		if !found || k.slope >= 0.1*chosen.slope || slope > 0 && k.slope > 1e-5 {
			chosen, found = k, true
		}
		slope -= k.slope
	}
	return chosen, found
}

// firstKink is Harris's test: of the bounds met before any variable is out of
// its bounds by more than the tolerance, the one with the largest pivot.
func (s *simplex) firstKink(sign float64) (kink, bool) {
	s.kinksAlong(sign)
	limit := math.Inf(1)
	for _, k := range s.kinks {
		limit = min(limit, k.step+s.within(s.basis[k.at])/k.slope)
	}
	chosen, found := kink{step: math.Inf(1)}, false
	for _, k := range s.kinks {
		if k.step > limit {
			continue
		}
		better := !found || k.slope > chosen.slope
		if s.byTheBook() {
			better = !found || k.step < chosen.step || k.step == chosen.step && s.basis[k.at] < s.basis[chosen.at]
		}
		if better {
			chosen, found = k, true
		}
	}
	return chosen, found
}

// reweigh updates Devex weights by the pivot row.
func (s *simplex) reweigh(entering, position int32) {
	clear(s.byPosition)
	s.byPosition[position] = 1
	s.f.backward(s.byPosition, s.byRow)
	pivot, reference := s.alpha[position], s.weight[entering]
	for i, rho := range s.byRow {
		if rho == 0 {
			continue
		}
		s.raise(int32(s.n+i), -rho, pivot, reference)
	}
	for j := range s.n {
		if s.where[j] < 0 && int32(j) != entering {
			s.raise(int32(j), rowDot(s.columns, j, s.byRow), pivot, reference)
		}
	}
	s.weight[s.basis[position]] = max(1, reference/(pivot*pivot))
	if s.weight[s.basis[position]] > 1e9 {
		copy(s.weight, ones(len(s.weight)))
	}
}

// raise raises the weight of a variable outside the basis.
func (s *simplex) raise(v int32, entry, pivot, reference float64) {
	if s.where[v] < 0 && entry != 0 {
		ratio := entry / pivot
		s.weight[v] = max(s.weight[v], ratio*ratio*reference)
	}
}

// noteProgress counts pivots that move nothing, and perturbs the bounds of
// basic variables when there are many.
func (s *simplex) noteProgress(step float64) {
	if step > 1e-12 {
		s.stalled = 0
		return
	}
	s.stalled++
	if s.stalled != stallLimit || s.shaken > 5 {
		return
	}
	s.shaken, s.stalled, s.perturbed = s.shaken+1, 0, true
	for _, v := range s.basis {
		size := 1e-7 * (1 + spread(uint64(v)+uint64(s.shaken)<<32))
		if !math.IsInf(s.lo[v], -1) {
			s.lo[v] -= size * max(1, math.Abs(s.lo[v]))
		}
		if !math.IsInf(s.hi[v], 1) {
			s.hi[v] += size * max(1, math.Abs(s.hi[v]))
		}
	}
}

// spread turns a number into a fraction that looks like luck but is always
// the same (the finaliser of SplitMix64).
func spread(z uint64) float64 {
	z += 0x9e3779b97f4a7c15
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return float64((z^z>>31)>>11) / (1 << 53)
}

// settle takes perturbations back.
func (s *simplex) settle() {
	copy(s.lo, s.q.Lo)
	copy(s.lo[s.n:], s.q.RowLo)
	copy(s.hi, s.q.Hi)
	copy(s.hi[s.n:], s.q.RowHi)
	for v, at := range s.where {
		if at < 0 {
			s.x[v] = resting(s.lo[v], s.hi[v], s.x[v])
		}
	}
	s.perturbed = false
	s.refactor()
}
