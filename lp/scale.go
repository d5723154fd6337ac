package lp

import (
	"math"

	"gosplan/linalg"
)

// A scaling is the units in which a solver works: row i is multiplied by
// Row[i] and column j by Column[j]. Factors are powers of two, so that scaling
// rounds nothing.
type scaling struct {
	row, column  []float64
	cost, amount float64 // by which costs and amounts are multiplied besides
}

// scaled is a problem in units in which the largest entries of all rows and
// columns are near one: Ruiz's iteration, then one of Pock and Chambolle's
// where a first-order method asks for it.
//
// Source: Ruiz 2001, RAL-TR-2001-034; Pock and Chambolle 2011, ICCV, α = 1.
func scaled(p *Problem, rounds int, balance bool) (*Problem, scaling) {
	a := &linalg.Matrix{Rows: p.A.Rows, Cols: p.A.Cols, Start: p.A.Start, Col: p.A.Col, Val: append([]float64(nil), p.A.Val...)}
	s := scaling{ones(a.Rows), ones(a.Cols), 1, 1}
	for range rounds {
		s.apply(a, math.Max)
	}
	if balance {
		s.apply(a, func(x, y float64) float64 { return x + y })
	}
	q := &Problem{A: a, C: make([]float64, a.Cols), Block: p.Block, Constant: p.Constant,
		RowLo: make([]float64, a.Rows), RowHi: make([]float64, a.Rows), Lo: make([]float64, a.Cols), Hi: make([]float64, a.Cols)}
	for i, f := range s.row {
		q.RowLo[i], q.RowHi[i] = p.RowLo[i]*f, p.RowHi[i]*f
	}
	for j, f := range s.column {
		q.C[j], q.Lo[j], q.Hi[j] = p.C[j]*f, p.Lo[j]/f, p.Hi[j]/f
	}
	return q, s
}

// apply divides every row and column by the root of its size, which is the
// largest entry or the sum of entries.
func (s scaling) apply(a *linalg.Matrix, gather func(x, y float64) float64) {
	row, column := make([]float64, a.Rows), make([]float64, a.Cols)
	for i := range a.Rows {
		cols, vals := a.Row(i)
		for k, j := range cols {
			v := math.Abs(vals[k])
			row[i], column[j] = gather(row[i], v), gather(column[j], v)
		}
	}
	toFactors(row)
	toFactors(column)
	for i := range a.Rows {
		s.row[i] *= row[i]
		cols, vals := a.Row(i)
		for k, j := range cols {
			vals[k] *= row[i] * column[j]
		}
	}
	for j := range column {
		s.column[j] *= column[j]
	}
}

// toFactors turns sizes into the powers of two nearest to 1/√size.
func toFactors(size []float64) {
	for i, v := range size {
		size[i] = nearestInverse(math.Sqrt(v))
	}
}

// level brings the largest cost and the largest bound near one.
func (s *scaling) level(q *Problem) {
	bounds := [][]float64{q.RowLo, q.RowHi, q.Lo, q.Hi}
	s.cost, s.amount = nearestInverse(largest(q.C)), nearestInverse(largestFinite(bounds...))
	for _, list := range bounds {
		for k := range list {
			list[k] *= s.amount
		}
	}
	for j := range q.C {
		q.C[j] *= s.cost
	}
}

// nearestInverse is the power of two nearest to 1/v, and 1 for zero.
func nearestInverse(v float64) float64 {
	if v == 0 {
		return 1
	}
	return math.Exp2(math.Round(-math.Log2(v)))
}

// back returns a solution to the problem's own units.
func (s scaling) back(x *Solution) {
	for j := range x.X {
		x.X[j] *= s.column[j] / s.amount
	}
	for j := range x.Ray {
		x.Ray[j] *= s.column[j]
	}
	for i := range x.Y {
		x.Y[i] *= s.row[i] / s.cost
	}
}

func ones(n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = 1
	}
	return out
}

// Reckon drops duals that lean on nothing and reckons value and bound from
// the problem's own numbers.
func (x *Solution) Reckon(p *Problem) {
	for i, y := range x.Y {
		if leansOnNothing(y, p.RowLo[i], p.RowHi[i]) {
			x.Y[i] = 0
		}
	}
	if x.X != nil {
		x.Value = p.value(x.X)
	}
	x.Bound = math.Inf(-1)
	if x.Y != nil && x.Status != Infeasible {
		reduced, _ := reducedCosts(p, p.C, x.Y)
		x.Bound = p.bound(x.Y, reduced)
	}
}
