package lp

import (
	"math"
	"slices"
)

// refactor factors the basis anew, puts logicals in the place of columns that
// depend on others, and reckons the basic variables from the rest.
func (s *simplex) refactor() {
	for {
		f, dependent, rows := newFactor(s.columns, s.basis)
		if len(dependent) == 0 {
			s.f = f
			break
		}
		for k, at := range dependent {
			out := s.basis[at]
			s.where[out] = -1
			s.x[out] = resting(s.lo[out], s.hi[out], s.x[out])
			s.basis[at] = int32(s.n) + rows[k]
			s.where[s.basis[at]] = at
		}
	}
	clear(s.byRow)
	for v, at := range s.where {
		if value := s.x[v]; at < 0 && value != 0 {
			eachOf(s.columns, int32(v), func(row int32, a float64) { s.byRow[row] -= a * value })
		}
	}
	s.f.forward(s.byRow, s.byPosition)
	for at, v := range s.basis {
		s.x[v] = s.byPosition[at]
	}
}

// infeasibility is the sum of what basic variables lie outside their bounds,
// zero where all are within the tolerance.
func (s *simplex) infeasibility() float64 {
	sum := 0.0
	for _, v := range s.basis {
		if by := max(s.lo[v]-s.x[v], s.x[v]-s.hi[v]); by > s.within(v) {
			sum += by
		}
	}
	return sum
}

func (s *simplex) within(v int32) float64 { return feasibleWithin * max(1, math.Abs(s.x[v])) }

// price reckons duals and reduced costs, of the sum of infeasibilities in the
// first phase.
func (s *simplex) price(first bool) {
	for at, v := range s.basis {
		s.byPosition[at] = s.cost(v, first)
	}
	s.f.backward(s.byPosition, s.y)
	for j := range s.n {
		s.reduced[j] = -rowDot(s.columns, j, s.y)
		if !first {
			s.reduced[j] += s.q.C[j]
		}
	}
	for i, y := range s.y {
		s.reduced[s.n+i] = y
	}
}

func (s *simplex) cost(v int32, first bool) float64 {
	switch {
	case first && s.x[v] < s.lo[v]-s.within(v):
		return -1
	case first && s.x[v] > s.hi[v]+s.within(v):
		return 1
	case !first && int(v) < s.n:
		return s.q.C[v]
	}
	return 0
}

// entering is the variable that promises most, or −1. After many stalls it is
// the first that promises anything (Bland).
func (s *simplex) entering() int32 {
	best, most := int32(-1), 0.0
	for v, d := range s.reduced {
		if s.where[v] >= 0 || s.lo[v] == s.hi[v] || math.Abs(d) <= pricedWithin {
			continue
		}
		free := math.IsInf(s.lo[v], -1) && math.IsInf(s.hi[v], 1)
		if !free && (d < 0 && s.x[v] >= s.hi[v] || d > 0 && s.x[v] <= s.lo[v]) {
			continue
		}
		if s.byTheBook() {
			return int32(v)
		}
		if worth := d * d / s.weight[v]; worth > most {
			best, most = int32(v), worth
		}
	}
	return best
}

// byTheBook tells that perturbing has been tried often enough and Bland's
// rule must end the cycle.
func (s *simplex) byTheBook() bool { return s.shaken > 5 && s.stalled > stallLimit }

// answer puts the state into a solution.
func (s *simplex) answer(status Status, rounds int) *Solution {
	out := &Solution{Status: status, X: slices.Clone(s.x[:s.n]), Rounds: rounds}
	if status == Stopped {
		s.price(false)
	}
	out.Y = slices.Clone(s.y)
	if status != Infeasible {
		for i, at := range s.where[s.n:] {
			if at >= 0 {
				out.Y[i] = 0
			}
		}
	}
	return out
}

// unbounded is the answer when the entering variable may move without end.
func (s *simplex) unbounded(entering int32, rounds int) *Solution {
	out := s.answer(Unbounded, rounds)
	out.Ray = make([]float64, s.n)
	sign := -math.Copysign(1, s.reduced[entering])
	if int(entering) < s.n {
		out.Ray[entering] = sign
	}
	for at, v := range s.basis {
		if int(v) < s.n && math.Abs(s.alpha[at]) > dropBelow {
			out.Ray[v] = -sign * s.alpha[at]
		}
	}
	return out
}
