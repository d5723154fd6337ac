package linalg

import (
	"sort"

	"gosplan/par"
)

// stripes is into how many parts of rows a matrix is cut where every part
// needs memory for each column. It is fixed, so that sums do not depend on the
// number of cores.
const stripes = 8

// stripe is where part s of the rows begins, by entries.
func (m *Matrix) stripe(s int) int {
	goal := m.Entries() * int64(s) / stripes
	if s == stripes {
		return m.Rows
	}
	return sort.Search(m.Rows, func(i int) bool { return m.Start[i] >= goal })
}

// Transpose is the matrix with rows and columns exchanged. Beside the result
// it needs eight 4-byte numbers to a column. Rows may hold less than 2³¹
// entries.
func (m *Matrix) Transpose() *Matrix {
	counts := make([][]int32, stripes)
	par.Blocks(stripes, func(s int) {
		count := make([]int32, m.Cols)
		for _, col := range m.Col[m.Start[m.stripe(s)]:m.Start[m.stripe(s+1)]] {
			count[col]++
		}
		counts[s] = count
	})
	t := New(m.Cols, m.Rows)
	t.makeRoom(counts)
	par.Blocks(stripes, func(s int) {
		seen := counts[s]
		for i := m.stripe(s); i < m.stripe(s+1); i++ {
			cols, vals := m.Row(i)
			for k, col := range cols {
				at := t.Start[col] + int64(seen[col])
				seen[col]++
				t.Col[at], t.Val[at] = int32(i), vals[k]
			}
		}
	})
	return t
}

// TimesTransposed writes the product y = Mᵀ·x: x has one number to a row, y
// one to a column. It needs eight numbers to a column of its own; where many
// products are wanted, transpose once.
func (m *Matrix) TimesTransposed(x, y []float64) {
	parts := make([][]float64, stripes)
	par.Blocks(stripes, func(s int) {
		part := make([]float64, m.Cols)
		for i := m.stripe(s); i < m.stripe(s+1); i++ {
			if x[i] == 0 {
				continue
			}
			cols, vals := m.Row(i)
			for k, col := range cols {
				part[col] += vals[k] * x[i]
			}
		}
		parts[s] = part
	})
	plainGrid(m.Cols).each(func(from, to int) {
		for j := from; j < to; j++ {
			sum := 0.0
			for _, part := range parts {
				sum += part[j]
			}
			y[j] = sum
		}
	})
}

// Pick is the matrix of some rows of another, in a given order; a row may
// come more than once, and is empty where the order says a negative number.
func (m *Matrix) Pick(rows []int32) *Matrix {
	p := New(len(rows), m.Cols)
	for i, row := range rows {
		p.Start[i+1] = p.Start[i]
		if row >= 0 {
			p.Start[i+1] += m.Start[row+1] - m.Start[row]
		}
	}
	p.Col, p.Val = make([]int32, p.Entries()), make([]float64, p.Entries())
	gridOf(p.Start, nil).each(func(from, to int) {
		for i := from; i < to; i++ {
			if rows[i] < 0 {
				continue
			}
			cols, vals := m.Row(int(rows[i]))
			copy(p.Col[p.Start[i]:], cols)
			copy(p.Val[p.Start[i]:], vals)
		}
	})
	return p
}
