package format

import (
	"fmt"
	"math"
	"slices"

	"gosplan/linalg"
	"gosplan/production"
)

// newTable is a table with names and units.
func (r *reader) newTable(c *cells, sectors []string) *production.Table {
	n := len(sectors)
	t := &production.Table{Title: c.about["title"], Source: c.about["source"], Unit: r.Unit, N: n, Products: make([]string, n)}
	if t.Unit == "" {
		t.Unit = c.about["unit"]
	}
	if t.Unit == "" {
		t.Unit = c.unit
	}
	for i, code := range sectors {
		t.Products[i] = c.called(code)
	}
	if len(c.rowUnits) > 0 {
		r.takeUnits(c, t, sectors)
	}
	return t
}

// oneEach is what techniques make where each product has one, in their order.
func oneEach(n int) []int32 {
	makes := make([]int32, n)
	for i := range makes {
		makes[i] = int32(i)
	}
	return makes
}

// takeUnits takes the units that a table gives row by row.
func (r *reader) takeUnits(c *cells, t *production.Table, sectors []string) {
	units := make([]string, len(sectors))
	for i, code := range sectors {
		units[i] = c.rowUnits[code]
	}
	if !slices.ContainsFunc(units, func(unit string) bool { return unit != units[0] }) {
		t.Unit = units[0]
		return
	}
	t.Units = units
}

// outputs is the gross output of every sector: as published, or as the row
// adds up.
func (r *reader) outputs(t *production.Table, m *margin) []float64 {
	if m.hasOutput {
		return m.output
	}
	if m.hasColOutput {
		return m.colOutput
	}
	x := make([]float64, t.N)
	for way := range t.N {
		cols, values := t.Input.Row(way)
		for at, product := range cols {
			x[product] += values[at]
		}
	}
	for i := range x {
		x[i] += m.need[i] - m.imports[i]
	}
	r.note("gross output", "", "the table gives none; it is what rows add up to")
	return x
}

// divide makes coefficients of flows: A = Z x̂⁻¹.
func (r *reader) divide(t *production.Table, m *margin) {
	var idle []string
	for way := range t.N {
		_, values := t.Input.Row(way)
		x := t.Ran[way]
		if x == 0 && len(values) > 0 {
			idle = append(idle, t.Product(way))
		}
		for at := range values {
			if x == 0 {
				values[at] = 0
			} else {
				values[at] /= x
			}
		}
	}
	if len(idle) > 0 {
		r.warn("inputs without output", some(idle), "inputs are used up but nothing is made; they are left out", "look for the gross output")
		t.Input = withoutZeros(t.Input)
	}
}

// withoutZeros is a matrix without entries of zero.
func withoutZeros(m *linalg.Matrix) *linalg.Matrix {
	out := linalg.New(m.Rows, m.Cols)
	for i := range m.Rows {
		cols, values := m.Row(i)
		for at, v := range values {
			if v != 0 {
				out.Col, out.Val = append(out.Col, cols[at]), append(out.Val, v)
			}
		}
		out.Start[i+1] = int64(len(out.Col))
	}
	return out
}

// signImports makes imports positive, as they are told to a planner; tables
// publish them either way.
func (r *reader) signImports(v []float64) {
	sum := 0.0
	for _, x := range v {
		sum += x
	}
	if sum < 0 {
		for i := range v {
			v[i] = -v[i]
		}
		r.note("imports", "", "the table gives imports as negative demand; they are read as supply from outside")
	} else if sum > 0 {
		r.note("imports", "", "imports are read as supply from outside, not part of gross output")
	}
}

// addFactors makes factors of value added. What pays for labour is limited to
// what was paid in the year of the table; the rest has no limit.
func (r *reader) addFactors(t *production.Table, m *margin, outputOf func(way int) float64) {
	if len(m.factors) == 0 {
		return
	}
	t.Use = linalg.New(t.Ways(), len(m.factors))
	capacity := make([]float64, len(m.factors))
	for f := range m.factors {
		capacity[f] = production.Unlimited()
		if m.pays[f] && t.Ran != nil {
			capacity[f] = 0
			for _, v := range m.uses[f] {
				capacity[f] += max(0, v)
			}
			r.note("labour", m.factors[f], fmt.Sprintf("it pays for labour: %.6g is there, as much as was used", capacity[f]))
		}
		unit := t.Unit
		if t.Unit == "" && t.Units != nil {
			unit = t.Units[0]
		}
		t.Factors, t.FactorUnits = append(t.Factors, m.factors[f]), append(t.FactorUnits, unit)
	}
	for way := range t.Ways() {
		for f := range m.factors {
			if x := outputOf(way); m.uses[f][way] != 0 && x != 0 {
				t.Use.Col, t.Use.Val = append(t.Use.Col, int32(f)), append(t.Use.Val, m.uses[f][way]/x)
			}
		}
		t.Use.Start[way+1] = int64(len(t.Use.Col))
	}
	t.Periods = []production.Period{{Capacity: capacity}}
}

// addNeeds makes the one period of a table of flows.
func (r *reader) addNeeds(t *production.Table, m *margin) {
	if t.Periods == nil {
		t.Periods = []production.Period{{}}
	}
	p := &t.Periods[0]
	p.Need = m.need
	some := func(values []float64) bool {
		return slices.ContainsFunc(values, func(v float64) bool { return v != 0 })
	}
	if some(m.imports) {
		p.Import = m.imports
	}
	if !some(m.need) {
		r.warn("no final demand", "", "the table names no needs; one unit of every product is assumed", "add a column of needs")
		for i := range p.Need {
			p.Need[i] = 1
		}
	}
}

// differ tells by how much two vectors differ, as a share of the first.
func differ(a, b []float64) float64 {
	miss, all := 0.0, 0.0
	for i := range a {
		miss, all = miss+math.Abs(a[i]-b[i]), all+math.Abs(a[i])
	}
	return miss / all
}
