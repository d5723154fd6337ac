package lp

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// readBound reads a bound: a kind, the name of the bounds, which may be
// missing in the free form, a column and, for most kinds, a number.
func (m *mps) readBound(fields []string) error {
	kind := strings.ToUpper(fields[0])
	bare := slices.Contains([]string{"FR", "MI", "PL"}, kind)
	if !bare && !slices.Contains([]string{"UP", "LO", "FX"}, kind) {
		if slices.Contains([]string{"BV", "LI", "UI", "SC"}, kind) {
			return fmt.Errorf("bound %q: integer and semi-continuous columns are not linear programming", fields[0])
		}
		return fmt.Errorf("bound kind %q, want UP, LO, FX, FR, MI or PL", fields[0])
	}
	rest := fields[1:]
	want := 2
	if bare {
		want = 1
	}
	if m.fixed || len(rest) > want {
		rest = rest[min(1, len(rest)):] // the name of the bounds
	}
	if len(rest) < want || !bare && len(rest) > want {
		return fmt.Errorf("bound %s has %d fields", kind, len(fields))
	}
	j, known := m.column[rest[0]]
	if !known {
		return fmt.Errorf("bound of column %q, which COLUMNS does not have", rest[0])
	}
	value := 0.0
	if !bare {
		var err error
		if value, err = number(rest[1]); err != nil {
			return fmt.Errorf("bound of column %q: %w", rest[0], err)
		}
	}
	return m.setBound(kind, j, value)
}

func (m *mps) setBound(kind string, j int, value float64) error {
	p := m.p
	switch kind {
	case "UP":
		p.Hi[j] = value
		if value < 0 && !m.hasLo[j] {
			p.Lo[j] = math.Inf(-1) // what most readers take a negative upper bound to mean
		}
	case "LO":
		p.Lo[j], m.hasLo[j] = value, true
	case "FX":
		p.Lo[j], p.Hi[j], m.hasLo[j] = value, value, true
	case "FR":
		p.Lo[j], p.Hi[j], m.hasLo[j] = math.Inf(-1), math.Inf(1), true
	case "MI":
		p.Lo[j], m.hasLo[j] = math.Inf(-1), true
	case "PL":
		p.Hi[j] = math.Inf(1)
	}
	if isNoRange(p.Lo[j], p.Hi[j]) {
		return fmt.Errorf("bounds of column %q are %v to %v", p.Columns[j], p.Lo[j], p.Hi[j])
	}
	return nil
}
