package lp

import (
	"math"
	"slices"

	"gosplan/linalg"
)

// A factor solves with a basis B whose columns are columns of a matrix or,
// for the logical of row i, −1 in row i. It holds B = L·U and, for every pivot
// since, one eta column (product form).
type factor struct {
	lower []sparse  // [step] multipliers below the pivot, by row
	upper []sparse  // [step] entries above the pivot, by step
	pivot []float64 // [step]
	row   []int32   // [step] pivot row
	order []int32   // [step] position in the basis
	etas  []eta
	work  []float64 // [m]
}

type sparse struct {
	at  []int32
	val []float64
}

func (s *sparse) add(at int32, val float64) {
	s.at, s.val = append(s.at, at), append(s.val, val)
}

type eta struct {
	column   sparse // by position, without the pivot
	position int32
	pivot    float64
}

// dropBelow is what counts as zero in a factor: rounding of entries near one.
const dropBelow = 1e-14

// newFactor factors the basis, columns with few entries first and, among
// pivots of a tenth of the largest and more, rows with few entries first. It
// returns the positions whose columns depend on the others and rows that are
// left for logicals in their place.
func newFactor(columns *linalg.Matrix, basis []int32) (f *factor, dependent, rows []int32) {
	m := columns.Cols
	f = &factor{work: make([]float64, m)}
	step := make([]int32, m) // [row] step at which it was pivot, −1: not yet
	count := make([]int32, m)
	size := make([]int32, m) // [position] entries
	for at, v := range basis {
		step[at] = -1
		eachOf(columns, v, func(row int32, _ float64) { count[row]++; size[at]++ })
	}
	order := make([]int32, m)
	for at := range order {
		order[at] = int32(at)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return int(size[a] - size[b]) })
	w := f.work
	for _, at := range order {
		eachOf(columns, basis[at], func(row int32, v float64) { w[row] = v })
		upper := f.eliminate(w)
		best, found := f.choose(w, step, count)
		if !found {
			clear(w)
			dependent = append(dependent, at)
			continue
		}
		lower, pivot := sparse{}, w[best]
		w[best] = 0
		for row, v := range w {
			if v != 0 && step[row] < 0 && math.Abs(v) > dropBelow {
				lower.add(int32(row), v/pivot)
			}
			w[row] = 0
		}
		step[best] = int32(len(f.row))
		f.lower, f.upper, f.pivot = append(f.lower, lower), append(f.upper, upper), append(f.pivot, pivot)
		f.row, f.order = append(f.row, best), append(f.order, at)
	}
	for row, s := range step {
		if s < 0 {
			rows = append(rows, int32(row))
		}
	}
	return f, dependent, rows
}

// eliminate applies the steps so far to a column and returns what lies above
// its pivot.
func (f *factor) eliminate(w []float64) sparse {
	var upper sparse
	for s, row := range f.row {
		v := w[row]
		if v == 0 {
			continue
		}
		if math.Abs(v) > dropBelow {
			upper.add(int32(s), v)
			l := &f.lower[s]
			for k, at := range l.at {
				w[at] -= v * l.val[k]
			}
		}
		w[row] = 0
	}
	return upper
}

// choose finds a pivot row.
func (f *factor) choose(w []float64, step, count []int32) (best int32, found bool) {
	const singular, share = 1e-11, 0.1
	top := largest(w)
	if top < singular {
		return 0, false
	}
	for row, v := range w {
		if step[row] < 0 && math.Abs(v) >= share*top && (!found || count[row] < count[best]) {
			best, found = int32(row), true
		}
	}
	return best, found
}

// eachOf visits the entries of a column of the matrix, or of a logical.
func eachOf(columns *linalg.Matrix, v int32, visit func(row int32, val float64)) {
	if logical := int(v) - columns.Rows; logical >= 0 {
		visit(int32(logical), -1)
		return
	}
	rows, vals := columns.Row(int(v))
	for k, row := range rows {
		visit(row, vals[k])
	}
}

// forward solves B·x = b: b by row goes in and is used up, x by position
// comes out.
func (f *factor) forward(b, x []float64) {
	for s, row := range f.row {
		if v := b[row]; v != 0 {
			l := &f.lower[s]
			for k, at := range l.at {
				b[at] -= v * l.val[k]
			}
		}
	}
	for s := len(f.row) - 1; s >= 0; s-- {
		v := b[f.row[s]]
		x[f.order[s]] = 0
		if v == 0 {
			continue
		}
		v /= f.pivot[s]
		x[f.order[s]] = v
		u := &f.upper[s]
		for k, at := range u.at {
			b[f.row[at]] -= v * u.val[k]
		}
	}
	for i := range f.etas {
		e := &f.etas[i]
		v := x[e.position]
		if v == 0 {
			continue
		}
		v /= e.pivot
		x[e.position] = v
		for k, at := range e.column.at {
			x[at] -= v * e.column.val[k]
		}
	}
}

// backward solves Bᵀ·y = c: c by position goes in and is used up, y by row
// comes out.
func (f *factor) backward(c, y []float64) {
	for i := len(f.etas) - 1; i >= 0; i-- {
		e := &f.etas[i]
		v := c[e.position]
		for k, at := range e.column.at {
			v -= c[at] * e.column.val[k]
		}
		c[e.position] = v / e.pivot
	}
	for s := range f.row {
		v := c[f.order[s]]
		u := &f.upper[s]
		for k, at := range u.at {
			v -= u.val[k] * f.work[at]
		}
		f.work[s] = v / f.pivot[s]
	}
	for s, row := range f.row {
		y[row] = f.work[s]
	}
	for s := len(f.row) - 1; s >= 0; s-- {
		l := &f.lower[s]
		v := y[f.row[s]]
		for k, at := range l.at {
			v -= l.val[k] * y[at]
		}
		y[f.row[s]] = v
	}
	clear(f.work)
}

// replace puts a column, already solved for, in the place of a position.
func (f *factor) replace(column []float64, position int32) {
	e := eta{position: position, pivot: column[position]}
	for at, v := range column {
		if int32(at) != position && math.Abs(v) > dropBelow {
			e.column.add(int32(at), v)
		}
	}
	f.etas = append(f.etas, e)
}
