package lp

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"gosplan/linalg"
)

// ReadMPS reads a problem in MPS format. In the free form fields are parted
// by blanks; in the fixed form they stand in columns 2–3, 5–12, 15–22, 25–36,
// 40–47 and 50–61, so that names may have blanks. Numbers from 1e30 on are
// infinite where a bound may be. A problem that maximises is turned into one
// that minimises. Of the rows of kind N the first is the objective, and a right
// side of the objective is minus its constant; further ones are left out.
// Errors name the line. Integer columns are refused.
func ReadMPS(r io.Reader, fixed bool) (*Problem, error) {
	m := &mps{p: &Problem{}, fixed: fixed, row: map[string]int{}, column: map[string]int{}, objective: -1}
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 1<<16), 1<<20)
	for lines.Scan() && m.section != "ENDATA" {
		m.line++
		if err := m.read(lines.Text()); err != nil {
			return nil, fmt.Errorf("mps: line %d: %w", m.line, err)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("mps: line %d: %w", m.line+1, err)
	}
	if m.section != "ENDATA" {
		return nil, fmt.Errorf("mps: line %d: the file ends without ENDATA", m.line)
	}
	return m.problem()
}

// infinite is where numbers count as no bound.
const infinite = 1e30

// dropped is the row number of free rows that are left out.
const dropped = -2

// mps is the state of a reader.
type mps struct {
	p         *Problem
	fixed     bool
	line      int
	section   string
	maximise  bool
	row       map[string]int // −1: the objective, dropped: no row of ours
	column    map[string]int
	objective int    // line on which the objective is named
	kinds     []byte // [row]
	rhs       []float64
	ranges    []float64
	ranged    []bool
	entries   linalg.Triplets
	hasLo     []bool       // [column] a lower bound was given
	seen      map[int]bool // rows of the last column
}

func (m *mps) read(line string) error {
	line = strings.TrimRight(line, " \t\r")
	if strings.TrimSpace(line) == "" || line[0] == '*' {
		return nil
	}
	if line[0] != ' ' && line[0] != '\t' {
		return m.open(strings.Fields(line))
	}
	fields, err := m.fields(line)
	if err != nil || len(fields) == 0 {
		return err
	}
	switch m.section {
	case "ROWS":
		return m.readRow(fields)
	case "COLUMNS":
		return m.readColumn(fields)
	case "RHS":
		return m.readPairs(fields, "right side", m.setRight)
	case "RANGES":
		return m.readPairs(fields, "range", m.setRange)
	case "BOUNDS":
		return m.readBound(fields)
	case "OBJSENSE":
		return m.readSense(fields[0])
	}
	return fmt.Errorf("data %q outside ROWS, COLUMNS, RHS, RANGES and BOUNDS", fields[0])
}

// open begins a section.
func (m *mps) open(fields []string) error {
	switch fields[0] {
	case "NAME":
		m.p.Name = strings.Join(fields[1:], " ")
	case "OBJSENSE":
		if len(fields) > 1 {
			return m.readSense(fields[1])
		}
	case "ROWS", "COLUMNS", "RHS", "RANGES", "BOUNDS", "ENDATA":
	default:
		return fmt.Errorf("no section %q", fields[0])
	}
	m.section = fields[0]
	return nil
}

func (m *mps) readSense(word string) error {
	switch strings.ToUpper(word) {
	case "MAX", "MAXIMIZE", "MAXIMISE":
		m.maximise = true
	case "MIN", "MINIMIZE", "MINIMISE":
		m.maximise = false
	default:
		return fmt.Errorf("objective sense %q, want MIN or MAX", word)
	}
	return nil
}

// fields parts a line. In the fixed form empty fields at the front stay, so
// that what a field is can be told from its place.
func (m *mps) fields(line string) ([]string, error) {
	if !m.fixed {
		return strings.Fields(line), nil
	}
	if strings.Contains(line, "\t") {
		return nil, fmt.Errorf("a tab in the fixed form, where columns count")
	}
	var out []string
	for _, span := range [][2]int{{1, 3}, {4, 12}, {14, 22}, {24, 36}, {39, 47}, {49, 61}} {
		if span[0] >= len(line) {
			break
		}
		out = append(out, strings.TrimSpace(line[span[0]:min(span[1], len(line))]))
	}
	if m.section != "ROWS" && m.section != "BOUNDS" && len(out) > 0 {
		out = out[1:] // the kind
	}
	return out, nil
}

func (m *mps) readRow(fields []string) error {
	if len(fields) != 2 || fields[1] == "" {
		return fmt.Errorf("a row has a kind and a name, not %d fields", len(fields))
	}
	kind, name := strings.ToUpper(fields[0]), fields[1]
	if _, twice := m.row[name]; twice {
		return fmt.Errorf("row %q comes twice", name)
	}
	switch {
	case kind == "N" && m.objective < 0:
		m.objective, m.row[name] = m.line, -1
	case kind == "N":
		m.row[name] = dropped
	case kind == "L" || kind == "G" || kind == "E":
		m.row[name] = len(m.kinds)
		m.kinds = append(m.kinds, kind[0])
		m.p.Rows = append(m.p.Rows, name)
		m.rhs, m.ranges, m.ranged = append(m.rhs, 0), append(m.ranges, 0), append(m.ranged, false)
	default:
		return fmt.Errorf("row kind %q, want N, L, G or E", fields[0])
	}
	return nil
}

func (m *mps) readColumn(fields []string) error {
	if len(fields) >= 3 && strings.Trim(fields[1], "'") == "MARKER" {
		return fmt.Errorf("integer columns are not linear programming")
	}
	if len(fields) < 3 || fields[0] == "" {
		return fmt.Errorf("a column has a name, a row and a number, not %d fields", len(fields))
	}
	name := fields[0]
	j, known := m.column[name]
	switch {
	case !known:
		j = len(m.p.C)
		m.column[name] = j
		m.p.Columns = append(m.p.Columns, name)
		m.p.C = append(m.p.C, 0)
		m.p.Lo, m.p.Hi = append(m.p.Lo, 0), append(m.p.Hi, math.Inf(1))
		m.hasLo = append(m.hasLo, false)
		m.seen = map[int]bool{}
	case j != len(m.p.C)-1:
		return fmt.Errorf("column %q goes on after another began", name)
	}
	return m.readPairs(fields, "coefficient", func(row int, value float64) error {
		if row != dropped && m.seen[row] {
			return fmt.Errorf("column %q has two coefficients in a row", name)
		}
		m.seen[row] = true
		switch {
		case row == -1:
			m.p.C[j] = value
		case row >= 0 && value != 0:
			m.entries.Add(row, j, value)
		}
		return nil
	})
}

// readPairs reads a name, which may be missing in the free form, and one or
// two pairs of a row and a number.
func (m *mps) readPairs(fields []string, what string, set func(row int, value float64) error) error {
	if m.fixed || len(fields)%2 == 1 {
		fields = fields[min(1, len(fields)):]
	}
	if len(fields) == 0 || len(fields)%2 == 1 || len(fields) > 4 {
		return fmt.Errorf("a %s is one or two pairs of a row and a number", what)
	}
	for ; len(fields) > 0; fields = fields[2:] {
		row, known := m.row[fields[0]]
		if !known {
			return fmt.Errorf("%s in row %q, which ROWS does not have", what, fields[0])
		}
		value, err := number(fields[1])
		if err != nil {
			return fmt.Errorf("%s in row %q: %w", what, fields[0], err)
		}
		if what == "coefficient" && math.Abs(value) >= infinite {
			return fmt.Errorf("%s in row %q is infinite", what, fields[0])
		}
		if err := set(row, value); err != nil {
			return err
		}
	}
	return nil
}

func (m *mps) setRight(row int, value float64) error {
	switch {
	case row == -1 && math.Abs(value) >= infinite:
		return fmt.Errorf("the constant of the objective is infinite")
	case row == -1:
		m.p.Constant = -value
	case row >= 0:
		m.rhs[row] = value
	}
	return nil
}

func (m *mps) setRange(row int, value float64) error {
	if row >= 0 {
		m.ranges[row], m.ranged[row] = value, true
	}
	return nil
}

// number reads a number; from 1e30 on it is infinite.
func number(text string) (float64, error) {
	v, err := strconv.ParseFloat(text, 64)
	switch {
	case math.Abs(v) >= infinite:
		return math.Inf(int(math.Copysign(1, v))), nil
	case err != nil || math.IsNaN(v):
		return 0, fmt.Errorf("%q is no number", text)
	}
	return v, nil
}
