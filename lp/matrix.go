package lp

import (
	"math"

	"gosplan/linalg"
	"gosplan/par"
)

// spans cuts the rows of a matrix into stretches of about equal work. They
// depend on the matrix alone, not on the number of cores.
func spans(m *linalg.Matrix) []int {
	const work = 1 << 15
	out, load := []int{0}, int64(0)
	for i := range m.Rows {
		load += m.Start[i+1] - m.Start[i] + 4
		if load >= work {
			out, load = append(out, i+1), 0
		}
	}
	if out[len(out)-1] != m.Rows {
		out = append(out, m.Rows)
	}
	return out
}

// overSpans runs work over stretches of rows on all cores.
func overSpans(cuts []int, work func(block, from, to int)) {
	par.Blocks(len(cuts)-1, func(b int) { work(b, cuts[b], cuts[b+1]) })
}

// multiplyInto sets out = m·x.
func multiplyInto(out []float64, m *linalg.Matrix, cuts []int, x []float64) {
	overSpans(cuts, func(_, from, to int) {
		for i := from; i < to; i++ {
			out[i] = rowDot(m, i, x)
		}
	})
}

// rowDot is one row of m·x.
func rowDot(m *linalg.Matrix, i int, x []float64) float64 {
	cols, vals := m.Row(i)
	vals = vals[:len(cols)]
	var a, b float64
	k := 0
	for ; k+1 < len(cols); k += 2 {
		a += vals[k] * x[cols[k]]
		b += vals[k+1] * x[cols[k+1]]
	}
	if k < len(cols) {
		a += vals[k] * x[cols[k]]
	}
	return a + b
}

func largest(v []float64) float64 {
	out := 0.0
	for _, x := range v {
		out = max(out, math.Abs(x))
	}
	return out
}

// largestFinite is the size of the largest bound that is there.
func largestFinite(lists ...[]float64) float64 {
	out := 0.0
	for _, list := range lists {
		for _, b := range list {
			if !math.IsInf(b, 0) {
				out = max(out, math.Abs(b))
			}
		}
	}
	return out
}
