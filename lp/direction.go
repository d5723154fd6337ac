package lp

import (
	"math"
	"slices"
)

// correctors is how many of Gondzio's correctors are tried at most: a solve
// costs little beside a factorisation.
const correctors = 4

// direction finds dv, dy, dzl and dzu: Mehrotra's predictor and corrector,
// then centrality correctors as long as they lengthen the step.
func (s *interior) direction() {
	for k := range s.theta {
		s.theta[k] = 0
		if s.fixed(k) {
			continue
		}
		inverse := 0.0
		if s.hasLo(k) {
			inverse += s.zl[k] / (s.v[k] - s.lo[k])
		}
		if s.hasHi(k) {
			inverse += s.zu[k] / (s.hi[k] - s.v[k])
		}
		s.theta[k] = 1 / max(inverse, 1e-10)
	}
	s.eq.factorise(s.theta[:s.n], s.withReserve())

	s.aim(func(product, _, _ float64) float64 { return -product })
	s.newton()
	primal, dual := s.lengths()
	affine, count := 0.0, 0
	for k := range s.v {
		if s.fixed(k) {
			continue
		}
		if s.hasLo(k) {
			affine, count = affine+(s.v[k]-s.lo[k]+primal*s.dv[k])*(s.zl[k]+dual*s.dzl[k]), count+1
		}
		if s.hasHi(k) {
			affine, count = affine+(s.hi[k]-s.v[k]-primal*s.dv[k])*(s.zu[k]+dual*s.dzu[k]), count+1
		}
	}
	affine /= max(1, float64(count))
	share := affine / s.mu
	target := s.mu * min(1, share*share*share)
	s.aim(func(product, first, second float64) float64 { return target - product - first*second })
	s.newton()
	s.centre(target)
}

// aim sets the wanted change of each product of complementarity from the
// product and the changes that the last direction makes in its two factors.
func (s *interior) aim(want func(product, first, second float64) float64) {
	for k := range s.v {
		s.sl[k], s.su[k] = 0, 0
		if s.fixed(k) {
			continue
		}
		if s.hasLo(k) {
			s.sl[k] = want(s.zl[k]*(s.v[k]-s.lo[k]), s.dv[k], s.dzl[k])
		}
		if s.hasHi(k) {
			s.su[k] = want(s.zu[k]*(s.hi[k]-s.v[k]), -s.dv[k], s.dzu[k])
		}
	}
}

// newton solves for the direction that removes the residuals and makes the
// wanted changes.
func (s *interior) newton() {
	for k := range s.g {
		s.g[k] = 0
		if s.fixed(k) {
			continue
		}
		s.g[k] = s.rd[k]
		if s.hasLo(k) {
			s.g[k] -= s.sl[k] / (s.v[k] - s.lo[k])
		}
		if s.hasHi(k) {
			s.g[k] += s.su[k] / (s.hi[k] - s.v[k])
		}
	}
	weighted := s.dv // free for now
	for k := range s.g {
		weighted[k] = s.theta[k] * s.g[k]
	}
	multiplyInto(s.rhs, s.q.A, s.eq.cuts, weighted[:s.n])
	for i := range s.rhs {
		s.rhs[i] += s.rp[i] - weighted[s.n+i]
	}
	s.eq.solve(s.dy, s.rhs, 1e-10)
	s.back(s.dv, s.dy)
	for k := range s.dv {
		s.dv[k] = s.theta[k] * (s.dv[k] - s.g[k])
		s.dzl[k], s.dzu[k] = 0, 0
		if s.fixed(k) {
			continue
		}
		if s.hasLo(k) {
			s.dzl[k] = (s.sl[k] - s.zl[k]*s.dv[k]) / (s.v[k] - s.lo[k])
		}
		if s.hasHi(k) {
			s.dzu[k] = (s.su[k] + s.zu[k]*s.dv[k]) / (s.hi[k] - s.v[k])
		}
	}
}

// lengths are the longest steps that stay inside.
func (s *interior) lengths() (primal, dual float64) {
	primal, dual = 1, 1
	for k := range s.v {
		if s.fixed(k) {
			continue
		}
		if s.hasLo(k) && s.dv[k] < 0 {
			primal = min(primal, (s.lo[k]-s.v[k])/s.dv[k])
		}
		if s.hasHi(k) && s.dv[k] > 0 {
			primal = min(primal, (s.hi[k]-s.v[k])/s.dv[k])
		}
		if s.dzl[k] < 0 {
			dual = min(dual, -s.zl[k]/s.dzl[k])
		}
		if s.dzu[k] < 0 {
			dual = min(dual, -s.zu[k]/s.dzu[k])
		}
	}
	return primal, dual
}

// centre adds correctors that bring products far from the target nearer to it.
func (s *interior) centre(target float64) {
	const low, high, reach, gain = 0.1, 10.0, 0.3, 0.1
	for range correctors {
		primal, dual := s.lengths()
		if min(primal, dual) > 0.95 {
			return
		}
		kept := [][]float64{slices.Clone(s.dv), slices.Clone(s.dy), slices.Clone(s.dzl), slices.Clone(s.dzu)}
		keptL, keptU := slices.Clone(s.sl), slices.Clone(s.su)
		wantedP, wantedD := min(1, primal+reach), min(1, dual+reach)
		push := func(product float64) float64 {
			switch {
			case product < low*target:
				return low*target - product
			case product > high*target:
				return max(high*target-product, -high*target)
			}
			return 0
		}
		for k := range s.v {
			if s.fixed(k) {
				continue
			}
			if s.hasLo(k) {
				s.sl[k] += push((s.v[k] - s.lo[k] + wantedP*s.dv[k]) * (s.zl[k] + wantedD*s.dzl[k]))
			}
			if s.hasHi(k) {
				s.su[k] += push((s.hi[k] - s.v[k] - wantedP*s.dv[k]) * (s.zu[k] + wantedD*s.dzu[k]))
			}
		}
		s.newton()
		nowP, nowD := s.lengths()
		if nowP < primal+gain*reach && nowD < dual+gain*reach || nowP < 0.9*primal || nowD < 0.9*dual {
			if nowP+nowD < primal+dual {
				s.dv, s.dy, s.dzl, s.dzu = kept[0], kept[1], kept[2], kept[3]
				s.sl, s.su = keptL, keptU
			}
			return
		}
	}
}

// step goes along the direction, not quite to the bounds.
func (s *interior) step() {
	primal, dual := s.lengths()
	short := 1 - min(0.1, max(1e-3, 0.1*math.Sqrt(s.measure)))
	primal, dual = min(1, short*primal), min(1, short*dual)
	for k := range s.v {
		if s.fixed(k) {
			continue
		}
		s.v[k] += primal * s.dv[k]
		s.zl[k] += dual * s.dzl[k]
		s.zu[k] += dual * s.dzu[k]
		if s.hasLo(k) {
			s.v[k] = max(s.v[k], s.lo[k]+1e-300)
		}
		s.zl[k], s.zu[k] = max(s.zl[k], 0), max(s.zu[k], 0)
	}
	for i := range s.y {
		s.y[i] += dual * s.dy[i]
	}
}
