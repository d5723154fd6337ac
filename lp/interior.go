package lp

import (
	"context"
	"math"
	"slices"
)

// Interior solves by a primal-dual interior point method: Mehrotra's
// predictor, then Gondzio's centrality correctors while they lengthen the
// step, on normal equations factored by Cholesky's method in tiles. It is meant
// for up to some tens of thousands of rows, above all for plans of several
// periods, whose rows Problem.Block lays out so that most tiles stay empty.
// Answers lie inside the bounds, near enough to a vertex or a face to be
// proved. Infeasible and unbounded problems are told from iterates that have
// become rays.
//
// Source: Mehrotra 1992, SIAM J. Optim. 2(4); Gondzio 1996, Comput. Optim.
// Appl. 6.
func Interior(ctx context.Context, p *Problem, o Options) (*Solution, error) {
	return solveWith(ctx, p, o.withDefaults(150), diagnosed(interiorOnce))
}

// interiorOnce is the method without a diagnosis of what it could not solve.
func interiorOnce(ctx context.Context, p *Problem, o Options) *Solution {
	wide := stretched(p)
	q, units := scaled(wide, 4, false)
	units.level(q)
	s := newInterior(q)
	s.p, s.units = p, units
	out := s.solve(ctx, o)
	out.Method = "interior"
	out.Reckon(p)
	return out
}

// interior is the state of the method: n columns, then m logicals with
// A·x − s = 0, each v between its bounds with duals zl and zu.
type interior struct {
	p     *Problem // as given
	q     *Problem // scaled
	units scaling
	m, n  int
	eq    *normal

	lo, hi         []float64 // [variable]
	v, zl, zu      []float64 // [variable]
	y              []float64 // [row]
	cost           []float64 // [variable]
	rp, rd         []float64 // residuals: [row], [variable]
	dv, dzl, dzu   []float64 // direction
	dy             []float64
	sl, su         []float64 // targets of complementarity less what is there, [variable]
	g, rhs         []float64
	theta          []float64 // [variable]
	sizeP, sizeD   float64   // of the right sides
	mu, bound      float64
	value, measure float64 // measure: the worst of the relative errors
}

func newInterior(q *Problem) *interior {
	m, n := q.A.Rows, q.A.Cols
	s := &interior{q: q, m: m, n: n, eq: newNormal(q.A, q.Block), lo: slices.Concat(q.Lo, q.RowLo), hi: slices.Concat(q.Hi, q.RowHi),
		cost: make([]float64, n+m), y: make([]float64, m), dy: make([]float64, m), rp: make([]float64, m), rhs: make([]float64, m)}
	for _, part := range []*[]float64{&s.v, &s.zl, &s.zu, &s.rd, &s.dv, &s.dzl, &s.dzu, &s.sl, &s.su, &s.g, &s.theta} {
		*part = make([]float64, n+m)
	}
	copy(s.cost, q.C)
	s.sizeP, s.sizeD = max(1e-3, largestFinite(s.lo, s.hi)), max(1e-3, largest(q.C))
	return s
}

func (s *interior) hasLo(k int) bool { return !math.IsInf(s.lo[k], -1) }
func (s *interior) hasHi(k int) bool { return !math.IsInf(s.hi[k], 1) }
func (s *interior) fixed(k int) bool { return s.lo[k] == s.hi[k] }

// begin takes the point nearest to the bounds that meets the rows, and moves
// it well inside.
func (s *interior) begin() {
	for k := range s.v {
		s.theta[k] = 1
		if s.fixed(k) {
			s.theta[k] = 0
		}
		s.v[k] = max(s.lo[k], min(s.hi[k], 0))
	}
	s.eq.factorise(s.theta[:s.n], s.withReserve())
	s.residuals()
	s.eq.solve(s.dy, s.rp, 1e-6)
	s.back(s.dv, s.dy)
	for k := range s.v {
		s.v[k] += s.theta[k] * s.dv[k]
	}
	for i := range s.rhs { // duals: least squares of Aᵀ·y = c
		s.rhs[i] = rowDot(s.q.A, i, s.cost)
	}
	s.eq.solve(s.y, s.rhs, 1e-6)
	s.back(s.rd, s.y)
	inside, price := 0.0, 0.0
	for k := range s.v {
		s.rd[k] = s.cost[k] - s.rd[k]
		inside = max(inside, s.lo[k]-s.v[k], s.v[k]-s.hi[k])
		price += math.Abs(s.rd[k])
	}
	inside = max(1.5*inside, 1e-2*s.sizeP)
	price = max(price/float64(len(s.v)), 1e-2*s.sizeD)
	for k := range s.v {
		s.enter(k, inside, price)
	}
}

// enter moves a variable inside its bounds and gives it duals.
func (s *interior) enter(k int, inside, price float64) {
	s.zl[k], s.zu[k] = 0, 0
	switch lo, hi := s.hasLo(k), s.hasHi(k); {
	case s.fixed(k):
		s.v[k] = s.lo[k]
	case lo && hi:
		margin := min(inside, 0.3*(s.hi[k]-s.lo[k]))
		s.v[k] = max(s.lo[k]+margin, min(s.hi[k]-margin, s.v[k]))
		s.zl[k], s.zu[k] = price+max(0, s.rd[k]), price+max(0, -s.rd[k])
	case lo:
		s.v[k] = max(s.v[k], s.lo[k]+inside)
		s.zl[k] = price + max(0, s.rd[k])
	case hi:
		s.v[k] = min(s.v[k], s.hi[k]-inside)
		s.zu[k] = price + max(0, -s.rd[k])
	}
}

// back sets out = (Aᵀ·y, −y): what the rows' duals are to variables.
func (s *interior) back(out, y []float64) {
	multiplyInto(out[:s.n], s.eq.columns, s.eq.cutsT, y)
	for i, v := range y {
		out[s.n+i] = -v
	}
}

// withReserve is the logicals' share of the normal matrix, with a little more
// so that rows that follow from others have a pivot.
func (s *interior) withReserve() []float64 {
	const reserve = 1e-14
	e := make([]float64, s.m)
	for i := range e {
		e[i] = s.theta[s.n+i] + reserve
	}
	return e
}

// residuals reckons rp, rd, μ, value, bound and the measure of errors.
func (s *interior) residuals() {
	multiplyInto(s.rp, s.q.A, s.eq.cuts, s.v[:s.n])
	for i := range s.rp {
		s.rp[i] = s.v[s.n+i] - s.rp[i]
	}
	s.back(s.rd, s.y)
	sum, count := 0.0, 0
	s.value, s.bound = 0, 0
	worst := 0.0
	for k, v := range s.v {
		s.rd[k] = s.cost[k] - s.rd[k]
		s.value += s.cost[k] * v
		if s.fixed(k) {
			s.bound += s.rd[k] * v
			s.rd[k] = 0
			continue
		}
		s.rd[k] -= s.zl[k] - s.zu[k]
		worst = max(worst, math.Abs(s.rd[k]))
		if s.hasLo(k) {
			sum, count = sum+s.zl[k]*(v-s.lo[k]), count+1
			s.bound += s.zl[k] * s.lo[k]
		}
		if s.hasHi(k) {
			sum, count = sum+s.zu[k]*(s.hi[k]-v), count+1
			s.bound -= s.zu[k] * s.hi[k]
		}
	}
	s.mu = sum / max(1, float64(count))
	gap := math.Abs(s.value-s.bound) / (1e-3*s.sizeD + max(math.Abs(s.value), math.Abs(s.bound)))
	s.measure = max(largest(s.rp)/s.sizeP, worst/s.sizeD, gap)
}

// solve iterates until the errors are within the tolerance or nothing helps.
func (s *interior) solve(ctx context.Context, o Options) *Solution {
	s.begin()
	const patience = 15
	best, least, idle := math.Inf(1), math.Inf(1), 0
	kept := atRest(s.p) // where even the first point is not made of numbers
	for round := 0; ; round++ {
		s.residuals()
		o.Progress(Progress{Method: "interior", Rounds: round, Primal: largest(s.rp) / s.sizeP,
			Dual: largest(s.rd) / s.sizeD, Gap: math.Abs(s.value-s.bound) / (1e-3 + max(math.Abs(s.value), math.Abs(s.bound)))})
		idle++
		if s.measure < best {
			kept, best, idle = s.snapshot(Stopped, round), s.measure, 0
		}
		if off := largest(s.rp) + largest(s.rd); off < 0.95*least {
			least, idle = off, 0 // the gap may wait until the residuals are gone
		}
		if s.measure <= o.Tolerance {
			return s.snapshot(Optimal, round)
		}
		if round > 5 && round%2 == 0 {
			if found := s.ray(round); found != nil {
				return found
			}
		}
		if round >= o.Rounds || idle > patience || ctx.Err() != nil || math.IsNaN(s.measure) {
			kept.Rounds = round
			return kept
		}
		s.direction()
		s.step()
	}
}

// snapshot is the point in the units of the problem as given.
func (s *interior) snapshot(status Status, rounds int) *Solution {
	out := &Solution{Status: status, X: slices.Clone(s.v[:s.n]), Y: slices.Clone(s.y), Rounds: rounds}
	s.units.back(out)
	out.shrink(s.p)
	return out
}

// ray looks whether the iterates have become a proof that there is no answer.
func (s *interior) ray(rounds int) *Solution {
	const proved = 1e-9
	out := s.snapshot(Infeasible, rounds)
	rounding := 1e-14 * largest(out.Y)
	for i, y := range out.Y {
		if leansOnNothing(y, s.p.RowLo[i], s.p.RowHi[i]) || math.Abs(y) < rounding {
			out.Y[i] = 0
		}
	}
	if s.bound > 0 && checkFarkas(s.p, out.Y, proved) == nil {
		return out
	}
	if s.value < 0 && checkRay(s.p, out.X, proved) == nil && largest(s.rp) <= proved*largest(s.v) {
		out.Status, out.Ray = Unbounded, slices.Clone(out.X)
		if checkFeasible(s.p, out.X, 1e-6) == nil {
			return out
		}
	}
	return nil
}
