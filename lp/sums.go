package lp

import (
	"math"

	"gosplan/linalg"
)

// leaves tells whether going on in a direction must end at a bound.
func leaves(direction, lo, hi float64) bool {
	return direction < 0 && !math.IsInf(lo, -1) || direction > 0 && !math.IsInf(hi, 1) || math.IsNaN(direction)
}

// leansOnNothing tells whether a dual's bound is infinite.
func leansOnNothing(dual, lo, hi float64) bool {
	return dual > 0 && math.IsInf(lo, -1) || dual < 0 && math.IsInf(hi, 1) || math.IsNaN(dual)
}

// leaning is Σ dual × the bound it leans on, leaving out what is not there.
func leaning(duals, lo, hi []float64) float64 {
	sum := 0.0
	for i, y := range duals {
		sum += lean(y, lo[i], hi[i])
	}
	return sum
}

func leaningSize(duals, lo, hi []float64) float64 {
	sum := 0.0
	for i, y := range duals {
		sum += math.Abs(lean(y, lo[i], hi[i]))
	}
	return sum
}

func lean(dual, lo, hi float64) float64 {
	switch {
	case dual > 0 && !math.IsInf(lo, -1):
		return dual * lo
	case dual < 0 && !math.IsInf(hi, 1):
		return dual * hi
	}
	return 0
}

// reducedCosts are c − Aᵀ·y and, beside each, the size of its terms. Nil
// costs are zero.
func reducedCosts(p *Problem, c, y []float64) (reduced, size []float64) {
	reduced, size = make([]float64, p.A.Cols), make([]float64, p.A.Cols)
	for j, v := range c {
		reduced[j], size[j] = v, math.Abs(v)
	}
	for i, price := range y {
		if price == 0 {
			continue
		}
		cols, vals := p.A.Row(i)
		for k, j := range cols {
			reduced[j] -= vals[k] * price
			size[j] += math.Abs(vals[k] * price)
		}
	}
	return reduced, size
}

// value is the objective at x.
func (p *Problem) value(x []float64) float64 {
	sum := p.Constant
	for j, v := range x {
		sum += p.C[j] * v
	}
	return sum
}

// bound is what duals and their reduced costs prove of the objective.
func (p *Problem) bound(y, reduced []float64) float64 {
	return p.Constant + leaning(y, p.RowLo, p.RowHi) + leaning(reduced, p.Lo, p.Hi)
}

func product(a *linalg.Matrix, x []float64) []float64 {
	out := make([]float64, a.Rows)
	for i := range out {
		out[i], _ = a.RowSum(i, x)
	}
	return out
}
