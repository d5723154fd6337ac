package format

import (
	"fmt"
	"slices"
)

// A shape is what the rows and columns of a table of flows are.
type shape struct {
	rowRole, colRole []role
	rowPays          []bool
	sectors          []string // labels as compared, in the order of the table
	rowPlace         []int32  // [row label] sector, -1
	colPlace         []int32  // [column label] sector, -1
}

// shapeOf finds out what the rows and columns of a table are: by their codes,
// and where these say nothing by where labels stand. What is both a row and a
// column is a sector; what is a row only is value added, unless it enters
// final demand; what is a column only is final demand. In a table of
// coefficients all that no code says otherwise is a sector, and so is what a
// table beside it names.
func (r *reader) shapeOf(c *cells, coefs bool, beside ...*cells) shape {
	s := shape{}
	s.rowRole, s.rowPays = roles(c.rows.names, rowRules)
	s.colRole, _ = roles(c.cols.names, columnRules)
	rows, cols := index(normalAll(c.rows.names)), index(normalAll(c.cols.names))
	for _, other := range beside {
		for _, name := range slices.Concat(normalAll(other.rows.names), normalAll(other.cols.names)) {
			for _, here := range []map[string]int32{rows, cols} {
				if _, is := here[name]; !is {
					here[name] = elsewhere
				}
			}
		}
	}
	both := func(names []string, kinds []role, others map[string]int32, otherKinds []role) {
		for i, name := range names {
			other, is := others[normal(name)]
			if is && other >= 0 && (otherKinds[other] == output || otherKinds[other] == total) {
				kinds[i] = total
			} else if is && (kinds[i] == unclear || kinds[i] == final || kinds[i] == added || kinds[i] == imports) {
				kinds[i] = sector
			}
		}
	}
	both(c.cols.names, s.colRole, rows, s.rowRole)
	both(c.rows.names, s.rowRole, cols, s.colRole)
	known(c.rows.names, s.rowRole, c.rowIs)
	known(c.cols.names, s.colRole, c.colIs)
	s.guess(r, c, coefs)
	s.place(c)
	return s
}

// elsewhere is the number of a label of another table.
const elsewhere = -1

// known gives labels the role that is known from where they stood.
func known(names []string, kinds []role, is map[string]role) {
	for i, name := range names {
		if kind, ok := is[name]; ok {
			kinds[i] = kind
		}
	}
}

func normalAll(names []string) []string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = normal(name)
	}
	return out
}

// guess gives the labels that neither code nor place explains a role, and
// says so.
func (s *shape) guess(r *reader, c *cells, coefs bool) {
	var asFinal, asAdded []string
	for i, name := range c.cols.names {
		if s.colRole[i] == unclear && coefs {
			s.colRole[i] = sector
		} else if s.colRole[i] == unclear {
			s.colRole[i] = final
			asFinal = append(asFinal, name)
		}
	}
	demanded := make([]bool, len(c.rows.names))
	if slices.Contains(s.rowRole, unclear) {
		c.each(func(row, col int32, v float64) {
			switch s.colRole[col] {
			case final, imports, output:
				demanded[row] = demanded[row] || v != 0
			}
		})
	}
	for i, name := range c.rows.names {
		switch {
		case s.rowRole[i] != unclear:
		case coefs || demanded[i]:
			s.rowRole[i] = sector
		default:
			s.rowRole[i] = added
			asAdded = append(asAdded, name)
		}
	}
	if len(asFinal) > 0 {
		r.note("assumed final demand", "", fmt.Sprintf("columns that are no rows: %s", some(asFinal)))
	}
	if len(asAdded) > 0 {
		r.note("assumed value added", "", fmt.Sprintf("rows that are no columns: %s", some(asAdded)))
	}
}

// place numbers the sectors: rows first, then columns that are no rows.
func (s *shape) place(c *cells) {
	var n numbering
	s.rowPlace = n.places(c.rows.names, s.rowRole)
	s.colPlace = n.places(c.cols.names, s.colRole)
	s.sectors = n.names
}

// A numbering numbers sectors in the order in which they are first placed.
type numbering struct {
	names []string
	at    map[string]int32
}

// places is where each label's sector is, -1 for what is no sector.
func (n *numbering) places(names []string, kinds []role) []int32 {
	if n.at == nil {
		n.at = map[string]int32{}
	}
	out := make([]int32, len(names))
	for i, name := range names {
		out[i] = -1
		if kinds[i] != sector {
			continue
		}
		key := normal(name)
		at, known := n.at[key]
		if !known {
			at = int32(len(n.names))
			n.at[key] = at
			n.names = append(n.names, key)
		}
		out[i] = at
	}
	return out
}

// common is how many sectors are both row and column.
func (s *shape) common() int {
	row := make([]bool, len(s.sectors))
	for _, at := range s.rowPlace {
		if at >= 0 {
			row[at] = true
		}
	}
	both := 0
	for _, at := range s.colPlace {
		if at >= 0 && row[at] {
			both++
		}
	}
	return both
}
