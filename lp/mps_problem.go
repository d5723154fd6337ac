package lp

import (
	"fmt"
	"math"
)

// problem puts together what was read.
func (m *mps) problem() (*Problem, error) {
	p := m.p
	var err error
	if p.A, err = m.entries.Matrix(len(m.kinds), len(p.C)); err != nil {
		return nil, fmt.Errorf("mps: %w", err)
	}
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
