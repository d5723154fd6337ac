package format

import (
	"errors"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"slices"
	"strings"

	"gosplan/linalg"
	"gosplan/production"
)

// readFlows reads an input-output table, or a use table with its make table.
func (r *reader) readFlows(paths []string, kind Kind) (*production.Table, error) {
	first, layout, err := r.readEntries(paths[0])
	if err != nil {
		return nil, err
	}
	partner := r.Make
	if len(paths) > 1 {
		partner = paths[1]
	}
	if len(paths) > 2 {
		return nil, &Error{File: paths[2], What: "is a third file", Mend: "give a use table and a make table, no more"}
	}
	isMake := layout.isMake || kind == Make
	coefs := layout.isCoef || kind == Coefs
	if partner == "" && (isMake || kind == Use) {
		if partner = beside(paths[0]); partner == "" {
			return nil, &Error{File: paths[0], What: "is one half of a supply-use table", Mend: "name the other half after it"}
		}
		r.note("other half", "", filepath.Base(partner)+" lies beside it and is read too")
	}
	r.learnNames(paths[0], first)
	if listed := first.about[factorsKey]; listed != "" {
		first.rowIs = map[string]role{}
		for _, name := range strings.Split(listed, ";") {
			first.rowIs[strings.TrimSpace(name)] = added
		}
	}
	if partner != "" {
		second, other, err := r.readEntries(partner)
		if err != nil {
			return nil, err
		}
		r.learnNames(partner, second)
		if isMake && !other.isMake {
			first, second = second, first
		}
		return r.supplyUse(first, second)
	}
	return r.symmetric(first, coefs)
}

// readEntries reads the entries of a table, whether it is long or wide.
func (r *reader) readEntries(path string) (*cells, longLayout, error) {
	d, err := r.open(path)
	if err != nil {
		return nil, longLayout{}, err
	}
	row, _, err := d.next()
	isLong := false
	if err == nil {
		_, isLong = longHeader(row)
	}
	d.close()
	var c *cells
	var layout longLayout
	switch {
	case errors.Is(err, io.EOF):
		return nil, layout, &Error{File: path, What: "is empty", Mend: "save the table into it"}
	case err != nil:
		return nil, layout, d.placed(err)
	case isLong:
		c, layout, err = r.readLong(path)
	default:
		c, err = r.readWide(path)
	}
	if err != nil {
		return nil, layout, err
	}
	if len(c.chunks) == 0 {
		return nil, layout, &Error{File: path, Sheet: c.sheet, What: "has no entries", Mend: "fill in the table"}
	}
	if c.gaps > 0 {
		r.note("missing values", filepath.Base(path), fmt.Sprintf("%d cells say that there is no number; they count as zero", c.gaps))
	}
	return c, layout, nil
}

// symmetric makes a table of an input-output table.
func (r *reader) symmetric(c *cells, coefs bool) (*production.Table, error) {
	s := r.shapeOf(c, coefs)
	n := len(s.sectors)
	if n == 0 {
		return nil, &Error{File: c.path, Sheet: c.sheet, What: "has no sector that is both a row and a column", Mend: "name rows and columns alike; for a use table name its make table too"}
	}
	if both := s.common(); !coefs && 2*both < n {
		return nil, &Error{File: c.path, Sheet: c.sheet, What: fmt.Sprintf("only %d of %d sectors are both row and column", both, n), Mend: "name rows and columns alike; for a use table name its make table too"}
	}
	m := s.margins(c, n, n)
	z, err := c.matrix(s.rowPlace, s.colPlace, n, n, true)
	if err != nil {
		return nil, err
	}
	t := r.newTable(c, s.sectors)
	t.Input = z
	t.Makes = make([]int32, n)
	for i := range t.Makes {
		t.Makes[i] = int32(i)
	}
	r.signImports(m.imports)
	if coefs {
		r.note("coefficients", "", "values are taken as input for one unit of output, rows into columns")
	} else {
		t.Ran = r.outputs(t, m)
		r.divide(t, m)
	}
	r.addFactors(t, m, func(way int) float64 {
		if coefs {
			return 1
		}
		return t.Ran[way]
	})
	r.addNeeds(t, m)
	return t, nil
}

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
