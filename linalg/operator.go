package linalg

import "math"

// An operator is rows of a matrix with values of one width, ready to be
// multiplied: the matrix's own memory, and rows split into blocks. With pick,
// row i of the operator is row pick[i] of the matrix, or empty if that is
// negative.
type operator[F float32 | float64] struct {
	start []int64
	col   []int32
	val   []F
	pick  []int32
	grid  grid
}

// entries is what row i holds.
func (o *operator[F]) entries(i int) ([]int32, []F) {
	if o.pick != nil {
		if i = int(o.pick[i]); i < 0 {
			return nil, nil
		}
	}
	from, to := o.start[i], o.start[i+1]
	return o.col[from:to:to], o.val[from:to:to]
}

// row is the product of a row and a vector, summed in four parts, which the
// processor can add up side by side.
func row(cols []int32, vals, x []float64) float64 {
	vals = vals[:len(cols)]
	var a, b, c, d float64
	for len(cols) >= 4 && len(vals) >= 4 {
		a += vals[0] * x[cols[0]]
		b += vals[1] * x[cols[1]]
		c += vals[2] * x[cols[2]]
		d += vals[3] * x[cols[3]]
		cols, vals = cols[4:], vals[4:]
	}
	for k, j := range cols {
		a += vals[k] * x[j]
	}
	return (a + b) + (c + d)
}

func (m *Matrix) operator(pick []int32) *operator[float64] {
	return &operator[float64]{m.Start, m.Col, m.Val, pick, gridOf(m.Start, pick)}
}

// Times writes the product y = M·x: x has one number to a column, y one to a
// row.
func (m *Matrix) Times(x, y []float64) {
	o := m.operator(nil)
	o.grid.each(func(from, to int) {
		for i := from; i < to; i++ {
			cols, vals := o.entries(i)
			y[i] = row(cols, vals, x)
		}
	})
}

// RowTimes is the product of one row and x.
func (m *Matrix) RowTimes(i int, x []float64) float64 {
	cols, vals := m.Row(i)
	return row(cols, vals, x)
}

// RowSum is the product of one row and x, summed term by term, and the sum of
// the terms' sizes.
func (m *Matrix) RowSum(i int, x []float64) (sum, size float64) {
	cols, vals := m.Row(i)
	for k, j := range cols {
		sum += vals[k] * x[j]
		size += math.Abs(vals[k] * x[j])
	}
	return sum, size
}
