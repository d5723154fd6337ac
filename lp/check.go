package lp

import (
	"fmt"
	"math"
)

// Check proves the Status from the Problem's numbers alone, trusting nothing
// else that a solver computed; Value, Bound and Rounds are not read. Every
// amount is held against the sizes it was summed from: a row against its bound
// and Σ|a·x|, a reduced cost against |c| and Σ|a·y|, the gap against value and
// bound; as usual in linear programming, amounts below one are held against
// one and reduced costs at least against the largest cost. Where such sums
// overflow nothing is proved. Errors name the worst row or column. A stopped
// solution claims nothing, so there is nothing to prove.
func (s *Solution) Check(p *Problem, tolerance float64) error {
	if s.Status == Optimal || s.Status == Unbounded {
		if len(s.X) != p.A.Cols {
			return fmt.Errorf("lp: %d values for %d columns", len(s.X), p.A.Cols)
		}
	}
	if s.Status == Optimal || s.Status == Infeasible {
		if len(s.Y) != p.A.Rows {
			return fmt.Errorf("lp: %d duals for %d rows", len(s.Y), p.A.Rows)
		}
	}
	switch s.Status {
	case Optimal:
		return s.checkOptimal(p, tolerance)
	case Infeasible:
		return checkFarkas(p, s.Y, tolerance)
	case Unbounded:
		if err := checkFeasible(p, s.X, tolerance); err != nil {
			return err
		}
		return checkRay(p, s.Ray, tolerance)
	case Stopped:
		return nil
	}
	return fmt.Errorf("lp: no status %q", s.Status)
}

func (s *Solution) checkOptimal(p *Problem, tolerance float64) error {
	if err := checkFeasible(p, s.X, tolerance); err != nil {
		return err
	}
	reduced, size := reducedCosts(p, p.C, s.Y)
	dearest := largest(p.C)
	for i, y := range s.Y {
		if leansOnNothing(y, p.RowLo[i], p.RowHi[i]) {
			return fmt.Errorf("lp: %s: dual %.3g leans on a bound that is not there", p.Row(i), y)
		}
	}
	for j, d := range reduced {
		if leansOnNothing(d, p.Lo[j], p.Hi[j]) && !within(math.Abs(d), tolerance*max(dearest, size[j])) {
			return fmt.Errorf("lp: %s: reduced cost %.3g leans on a bound that is not there (terms of size %.3g)", p.Column(j), d, size[j])
		}
	}
	value, bound := p.value(s.X), p.bound(s.Y, reduced)
	if gap := math.Abs(value - bound); !within(gap, tolerance*max(1, math.Abs(value), math.Abs(bound))) {
		return fmt.Errorf("lp: value %.12g and bound %.12g differ by %.3g; %s", value, bound, gap, s.worstSlackness(p, reduced))
	}
	return nil
}

// within tells whether an amount is no more than rounding allows. A sum that
// overflowed allows nothing, and neither does one that is no number.
func within(amount, allowed float64) bool { return amount <= allowed && !math.IsInf(allowed, 1) }

// worstSlackness names the dual that is paid most for a bound it is not at.
func (s *Solution) worstSlackness(p *Problem, reduced []float64) string {
	worst, where := 0.0, "all slacknesses hold"
	note := func(dual, at, lo, hi float64, name func(int) string, k int) {
		bound := lo
		if dual < 0 {
			bound = hi
		}
		if by := math.Abs(dual * (at - bound)); by > worst && !math.IsInf(bound, 0) {
			worst, where = by, fmt.Sprintf("%s, with dual %.3g, is %.3g from its bound", name(k), dual, at-bound)
		}
	}
	for i, at := range product(p.A, s.X) {
		note(s.Y[i], at, p.RowLo[i], p.RowHi[i], p.Row, i)
	}
	for j, at := range s.X {
		note(reduced[j], at, p.Lo[j], p.Hi[j], p.Column, j)
	}
	return where
}

func checkFeasible(p *Problem, x []float64, tolerance float64) error {
	for j, v := range x {
		if short := max(p.Lo[j]-v, v-p.Hi[j]); !within(short, tolerance*max(1, near(v, p.Lo[j], p.Hi[j]))) {
			return fmt.Errorf("lp: %s is %.6g, %.3g outside [%g, %g]", p.Column(j), v, short, p.Lo[j], p.Hi[j])
		}
	}
	for i := range p.A.Rows {
		at, size := p.A.RowSum(i, x)
		size = max(1, size, near(at, p.RowLo[i], p.RowHi[i]))
		if short := max(p.RowLo[i]-at, at-p.RowHi[i]); !within(short, tolerance*size) {
			return fmt.Errorf("lp: %s is %.6g, %.3g outside [%g, %g]", p.Row(i), at, short, p.RowLo[i], p.RowHi[i])
		}
	}
	return nil
}

// near is the size of the bound that a value is outside of or nearest to.
func near(v, lo, hi float64) float64 {
	bound := lo
	if math.Abs(v-hi) < math.Abs(v-lo) {
		bound = hi
	}
	if math.IsInf(bound, 0) {
		return 0
	}
	return math.Abs(bound)
}

// checkFarkas proves that no x exists: over all x within the bounds Yᵀ·A·x
// stays below what the rows demand.
func checkFarkas(p *Problem, y []float64, tolerance float64) error {
	if p.boundsCross() {
		return nil
	}
	for i, v := range y {
		if leansOnNothing(v, p.RowLo[i], p.RowHi[i]) {
			return fmt.Errorf("lp: no proof of infeasibility: %s: %.3g leans on a bound that is not there", p.Row(i), v)
		}
	}
	reduced, size := reducedCosts(p, nil, y)
	rounding := tolerance * largest(size)
	for j, d := range reduced {
		if leansOnNothing(d, p.Lo[j], p.Hi[j]) && !within(math.Abs(d), tolerance*max(rounding, size[j])) {
			return fmt.Errorf("lp: no proof of infeasibility: %s could yield %.3g of %.3g without end", p.Column(j), d, size[j])
		}
	}
	demand := leaning(y, p.RowLo, p.RowHi) + leaning(reduced, p.Lo, p.Hi)
	total := leaningSize(y, p.RowLo, p.RowHi) + leaningSize(reduced, p.Lo, p.Hi)
	if !(demand > tolerance*total) {
		return fmt.Errorf("lp: no proof of infeasibility: the rows demand %.3g more than can be had, of %.3g", demand, total)
	}
	return nil
}

// boundsCross tells whether some lower bound is above its upper one.
func (p *Problem) boundsCross() bool {
	above := func(lo, hi []float64) bool {
		for i := range lo {
			if lo[i] > hi[i] {
				return true
			}
		}
		return false
	}
	return above(p.Lo, p.Hi) || above(p.RowLo, p.RowHi)
}

// checkRay proves that cost falls for ever along a direction.
func checkRay(p *Problem, ray []float64, tolerance float64) error {
	if len(ray) != p.A.Cols {
		return fmt.Errorf("lp: %d values of a ray for %d columns", len(ray), p.A.Cols)
	}
	gain, total, longest := 0.0, 0.0, 0.0
	for j, d := range ray {
		gain -= p.C[j] * d
		total += math.Abs(p.C[j] * d)
		longest = max(longest, math.Abs(d))
	}
	if !(gain > tolerance*total) {
		return fmt.Errorf("lp: the ray lowers the cost by %.3g only", gain)
	}
	for j, d := range ray {
		if leaves(d, p.Lo[j], p.Hi[j]) && !within(math.Abs(d), tolerance*longest) {
			return fmt.Errorf("lp: the ray leaves the bounds of %s", p.Column(j))
		}
	}
	for i := range p.A.Rows {
		at, size := p.A.RowSum(i, ray)
		if leaves(at, p.RowLo[i], p.RowHi[i]) && !within(math.Abs(at), tolerance*max(size, longest)) {
			return fmt.Errorf("lp: the ray leaves the bounds of %s", p.Row(i))
		}
	}
	return nil
}
