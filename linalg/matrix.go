// Package linalg is sparse matrices and the iterative methods that planning
// needs. It knows nothing of products. Results do not depend on the number of
// cores: work is split into fixed blocks and reduced in their order.
package linalg

import (
	"errors"
	"fmt"
	"slices"

	"gosplan/par"
)

// A Matrix is sparse and stored by rows. Columns ascend within a row and none
// comes twice.
type Matrix struct {
	Rows, Cols int
	Start      []int64   // [Rows+1] where a row begins in Col and Val; the last is the number of entries
	Col        []int32   // [entries]
	Val        []float64 // [entries]
}

// New is an empty matrix of a shape.
func New(rows, cols int) *Matrix {
	return &Matrix{Rows: rows, Cols: cols, Start: make([]int64, rows+1)}
}

// FromRows is the matrix of rows that are written out, zeros left out.
func FromRows(rows [][]float64, cols int) *Matrix {
	m := New(len(rows), cols)
	for i, row := range rows {
		for j, v := range row {
			if v != 0 {
				m.Col, m.Val = append(m.Col, int32(j)), append(m.Val, v)
			}
		}
		m.Start[i+1] = int64(len(m.Col))
	}
	return m
}

// Entries is how many entries are stored.
func (m *Matrix) Entries() int64 { return m.Start[m.Rows] }

// Row is the columns and values of a row; they are the matrix's own memory.
func (m *Matrix) Row(i int) ([]int32, []float64) {
	from, to := m.Start[i], m.Start[i+1]
	return m.Col[from:to], m.Val[from:to]
}

// At is the value at a row and a column, 0 where nothing is stored.
func (m *Matrix) At(row, col int) float64 {
	cols, vals := m.Row(row)
	if at, found := slices.BinarySearch(cols, int32(col)); found {
		return vals[at]
	}
	return 0
}

// Check tells what is wrong with the structure of a matrix: shape, order of
// columns, columns out of range.
func (m *Matrix) Check() error {
	switch {
	case m.Rows < 0 || m.Cols < 0:
		return errors.New("linalg: a matrix with a negative side")
	case len(m.Start) != m.Rows+1 || m.Start[0] != 0:
		return fmt.Errorf("linalg: %d row starts for %d rows", len(m.Start), m.Rows)
	case m.Entries() != int64(len(m.Col)) || len(m.Col) != len(m.Val):
		return fmt.Errorf("linalg: %d entries promised, %d columns and %d values stored", m.Entries(), len(m.Col), len(m.Val))
	}
	for i := range m.Rows {
		if m.Start[i] > m.Start[i+1] || m.Start[i+1] > m.Entries() {
			return fmt.Errorf("linalg: row %d ends before it begins", i)
		}
	}
	g := gridOf(m.Start, nil)
	wrong := make([]error, g.blocks())
	par.Blocks(g.blocks(), func(b int) { wrong[b] = m.checkRows(g[b], g[b+1]) })
	for _, err := range wrong {
		if err != nil {
			return err
		}
	}
	return nil
}

// checkRows tells what is wrong with the columns of some rows.
func (m *Matrix) checkRows(from, to int) error {
	for i := from; i < to; i++ {
		last := int32(-1)
		for _, col := range m.Col[m.Start[i]:m.Start[i+1]] {
			if col <= last || int(col) >= m.Cols {
				return fmt.Errorf("linalg: row %d: column %d after %d of %d", i, col, last, m.Cols)
			}
			last = col
		}
	}
	return nil
}
