package lp

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// WriteMPS writes a problem in MPS format. The free form keeps every number
// exactly, but for the widths of ranges, and names unless they have blanks or
// come twice; then rows and columns are numbered. The fixed form numbers them
// always and keeps what of a number fits into twelve characters. It is for tests
// and benchmarks, here and in package plan.
func WriteMPS(w io.Writer, p *Problem, fixed bool) error {
	if err := p.Validate(); err != nil {
		return err
	}
	out := &mpsWriter{w: bufio.NewWriter(w), p: p, fixed: fixed, rows: p.Rows, columns: p.Columns}
	if fixed || !distinct(p.Rows, "obj") {
		out.rows = numbered("R", p.A.Rows)
	}
	if fixed || !distinct(p.Columns, "") {
		out.columns = numbered("C", p.A.Cols)
	}
	name := strings.Join(strings.Fields(p.Name), "_")
	fmt.Fprintf(out.w, "NAME          %s\n", name)
	out.writeRows()
	out.writeColumns()
	out.writeRight()
	out.writeRanges()
	out.writeBounds()
	fmt.Fprintln(out.w, "ENDATA")
	return out.w.Flush()
}

type mpsWriter struct {
	w             *bufio.Writer
	p             *Problem
	fixed         bool
	rows, columns []string
}

// distinct tells whether names can stand in the free form.
func distinct(names []string, reserved string) bool {
	if names == nil {
		return false
	}
	seen := map[string]bool{reserved: true}
	for _, name := range names {
		if seen[name] || len(strings.Fields(name)) != 1 || strings.TrimSpace(name) != name || name[0] == '*' || strings.Trim(name, "'") == "MARKER" {
			return false
		}
		seen[name] = true
	}
	return true
}

func numbered(letter string, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("%s%07d", letter, i+1)
	}
	return out
}

// entry writes a name, a row and a number.
func (m *mpsWriter) entry(kind, name, row string, value float64) {
	if m.fixed {
		fmt.Fprintf(m.w, " %-2s %-8s  %-8s  %12s\n", kind, name, row, short(value))
		return
	}
	fmt.Fprintf(m.w, " %s %s %s %s\n", kind, name, row, strconv.FormatFloat(value, 'g', -1, 64))
}

// short is a number in at most twelve characters.
func short(value float64) string {
	for digits := 12; ; digits-- {
		if text := strconv.FormatFloat(value, 'g', digits, 64); len(text) <= 12 {
			return text
		}
	}
}

// kind is the kind of a row and its right side; a row with two bounds that
// differ is G with a range.
func (m *mpsWriter) kind(i int) (string, float64) {
	lo, hi := m.p.RowLo[i], m.p.RowHi[i]
	switch {
	case lo == hi:
		return "E", lo
	case !math.IsInf(lo, -1):
		return "G", lo
	case !math.IsInf(hi, 1):
		return "L", hi
	}
	return "G", math.Inf(-1)
}

func (m *mpsWriter) writeRows() {
	fmt.Fprint(m.w, "ROWS\n N  obj\n")
	for i, name := range m.rows {
		kind, _ := m.kind(i)
		fmt.Fprintf(m.w, " %s  %s\n", kind, name)
	}
}

func (m *mpsWriter) writeColumns() {
	fmt.Fprintln(m.w, "COLUMNS")
	columns := m.p.A.Transpose()
	for j, name := range m.columns {
		rows, vals := columns.Row(j)
		if m.p.C[j] != 0 || len(rows) == 0 {
			m.entry("", name, "obj", m.p.C[j])
		}
		for k, i := range rows {
			m.entry("", name, m.rows[i], vals[k])
		}
	}
}

func (m *mpsWriter) writeRight() {
	fmt.Fprintln(m.w, "RHS")
	if m.p.Constant != 0 {
		m.entry("", "rhs", "obj", -m.p.Constant)
	}
	for i, name := range m.rows {
		if _, right := m.kind(i); right != 0 {
			m.entry("", "rhs", name, clamp(right))
		}
	}
}

// clamp writes infinity as a number that is read as infinite.
func clamp(v float64) float64 { return max(-infinite, min(infinite, v)) }

func (m *mpsWriter) writeRanges() {
	fmt.Fprintln(m.w, "RANGES")
	for i, name := range m.rows {
		lo, hi := m.p.RowLo[i], m.p.RowHi[i]
		if lo != hi && !math.IsInf(lo, -1) && !math.IsInf(hi, 1) {
			m.entry("", "rng", name, hi-lo)
		}
	}
}

func (m *mpsWriter) writeBounds() {
	fmt.Fprintln(m.w, "BOUNDS")
	for j, name := range m.columns {
		lo, hi := m.p.Lo[j], m.p.Hi[j]
		noLo, noHi := math.IsInf(lo, -1), math.IsInf(hi, 1)
		switch {
		case noLo && noHi:
			m.entry("FR", "bnd", name, 0)
			continue
		case lo == hi:
			m.entry("FX", "bnd", name, lo)
			continue
		case noLo:
			m.entry("MI", "bnd", name, 0)
		case lo != 0 || hi < 0:
			m.entry("LO", "bnd", name, lo)
		}
		if !noHi {
			m.entry("UP", "bnd", name, hi)
		}
	}
}
