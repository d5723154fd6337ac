package format

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

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
	defer d.close()
	row, _, err := d.peek()
	isLong := false
	if err == nil {
		_, isLong = longHeader(row)
	}
	var c *cells
	var layout longLayout
	switch {
	case errors.Is(err, io.EOF):
		return nil, layout, &Error{File: path, What: "is empty", Mend: "save the table into it"}
	case err != nil:
		return nil, layout, d.placed(err)
	case isLong:
		c, layout, err = r.readLong(d)
	default:
		c, err = r.readWide(d)
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
	t.Input, t.Makes = z, oneEach(n)
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
