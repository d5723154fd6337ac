package lp

import (
	"fmt"
	"math"

	"gosplan/linalg"
)

// problem puts together what was read.
func (m *mps) problem() (*Problem, error) {
	p := m.p
	p.A = fromEntries(len(m.kinds), len(p.C), m.entries)
	for i, kind := range m.kinds {
		lo, hi := m.rhs[i], m.rhs[i]
		width := math.Abs(m.ranges[i])
		switch {
		case kind == 'E' && m.ranged[i] && m.ranges[i] < 0:
			lo -= width
		case kind == 'E' && m.ranged[i]:
			hi += width
		case kind == 'L':
			lo = math.Inf(-1)
			if m.ranged[i] {
				lo = hi - width
			}
		case kind == 'G':
			hi = math.Inf(1)
			if m.ranged[i] {
				hi = lo + width
			}
		}
		p.RowLo, p.RowHi = append(p.RowLo, lo), append(p.RowHi, hi)
	}
	if m.maximise {
		p.Constant = -p.Constant
		for j := range p.C {
			p.C[j] = -p.C[j]
		}
	}
	if err := p.Validate(); err != nil {
		return nil, fmt.Errorf("mps: %w", err)
	}
	return p, nil
}

// fromEntries is a matrix from entries that come column by column.
func fromEntries(rows, cols int, entries []mpsEntry) *linalg.Matrix {
	a := linalg.New(rows, cols)
	for _, e := range entries {
		a.Start[e.row+1]++
	}
	for i := range rows {
		a.Start[i+1] += a.Start[i]
	}
	a.Col, a.Val = make([]int32, len(entries)), make([]float64, len(entries))
	next := append([]int64(nil), a.Start[:rows]...)
	for _, e := range entries {
		a.Col[next[e.row]], a.Val[next[e.row]] = int32(e.column), e.value
		next[e.row]++
	}
	return a
}
