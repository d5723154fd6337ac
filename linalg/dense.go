package linalg

import (
	"errors"
	"math"
)

// An LU is a dense square matrix taken apart into triangles, rows exchanged
// for the sake of large pivots.
type LU struct {
	rows  [][]float64 // below the diagonal L without its ones, the rest U
	order []int       // [row] which row of the matrix came to stand here
}

// ErrSingular is a matrix without an inverse, as far as can be told.
var ErrSingular = errors.New("linalg: singular matrix")

// Factor takes a dense square matrix apart, given by rows. It leaves the
// matrix as it is.
func Factor(a [][]float64) (*LU, error) {
	n := len(a)
	f := &LU{make([][]float64, n), make([]int, n)}
	for i, row := range a {
		f.rows[i], f.order[i] = append([]float64(nil), row...), i
	}
	for k := range n {
		best := k
		for i := k + 1; i < n; i++ {
			if math.Abs(f.rows[i][k]) > math.Abs(f.rows[best][k]) {
				best = i
			}
		}
		f.rows[k], f.rows[best] = f.rows[best], f.rows[k]
		f.order[k], f.order[best] = f.order[best], f.order[k]
		pivot := f.rows[k][k]
		if pivot == 0 || math.IsNaN(pivot) {
			return nil, ErrSingular
		}
		for i := k + 1; i < n; i++ {
			subtract(f.rows[i], f.rows[k], k, pivot)
		}
	}
	return f, nil
}

// subtract clears column k of a row with the help of the pivot's row, and
// leaves the multiple there.
func subtract(row, from []float64, k int, pivot float64) {
	if row[k] == 0 {
		return
	}
	multiple := row[k] / pivot
	row[k] = multiple
	for j := k + 1; j < len(row); j++ {
		row[j] -= multiple * from[j]
	}
}

// Solve answers x with A·x = b.
func (f *LU) Solve(b []float64) []float64 {
	n := len(f.rows)
	x := make([]float64, n)
	for i, row := range f.rows {
		x[i] = b[f.order[i]] - Inner(row[:i], x[:i])
	}
	for i := n - 1; i >= 0; i-- {
		x[i] = (x[i] - Inner(f.rows[i][i+1:], x[i+1:])) / f.rows[i][i]
	}
	return x
}

// Inverse answers the inverse, by rows.
func (f *LU) Inverse() [][]float64 {
	n := len(f.rows)
	inverse := make([][]float64, n)
	for i := range inverse {
		inverse[i] = make([]float64, n)
	}
	unit := make([]float64, n)
	for j := range n {
		unit[j] = 1
		for i, v := range f.Solve(unit) {
			inverse[i][j] = v
		}
		unit[j] = 0
	}
	return inverse
}
