package format

import (
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"gosplan/production"
)

// indexWords are what the first cells of header rows say in folders of
// multi-regional tables.
var indexWords = []string{"", "region", "sector", "category", "unit", "stressor", "inputtype", "level_0", "level_1"}

// readMRIO reads a folder of tab-separated tables whose rows and columns are
// named by region and sector: flows Z.txt or coefficients A.txt, final demand
// Y.txt, units unit.txt, value added factor_inputs/F.txt.
func (r *reader) readMRIO(folder string) (*production.Table, error) {
	c := newCells(folder, "")
	c.rowIs, c.colIs = map[string]role{}, map[string]role{}
	name, coefs := "Z.txt", false
	if !exists(filepath.Join(folder, name)) {
		name, coefs = "A.txt", true
	}
	if err := r.readLevels(filepath.Join(folder, name), c, sector, sector); err != nil {
		return nil, err
	}
	demand := filepath.Join(folder, "Y.txt")
	if exists(demand) {
		if err := r.readLevels(demand, c, sector, final); err != nil {
			return nil, err
		}
	}
	for _, part := range []string{"factor_inputs/F.txt", "value_added/F.txt", "VA.txt"} {
		if path := filepath.Join(folder, part); exists(path) && !coefs {
			if err := r.readLevels(path, c, added, sector); err != nil {
				return nil, err
			}
			break
		}
	}
	if path := filepath.Join(folder, "unit.txt"); exists(path) {
		if err := r.readUnits(path, c); err != nil {
			return nil, err
		}
	}
	return r.symmetric(c, coefs)
}

// A levelled table has several header rows and several columns of row names.
type levelled struct {
	columns []string
	levels  int // header rows
	names   int // columns of row names
	units   bool
}

// readLevels adds a table with names in several levels to the entries.
func (r *reader) readLevels(path string, c *cells, rowsAre, colsAre role) error {
	d, err := r.open(path)
	if err != nil {
		return err
	}
	defer d.close()
	var l levelled
	var sets [][]string
	var first []cell
	var line int
	for {
		row, at, err := d.next()
		if errors.Is(err, io.EOF) {
			return d.fault(at, 0, "has no rows", "save the whole folder again")
		}
		if err != nil {
			return d.placed(err)
		}
		if len(row) == 0 || !slices.Contains(indexWords, strings.ToLower(row[0].text)) {
			first, line = row, at
			break
		}
		var texts []string
		for _, c := range row {
			texts = append(texts, c.text)
		}
		sets = append(sets, texts)
	}
	if err := l.head(sets, first); err != nil {
		err.Row = line
		return d.placed(err)
	}
	ids := make([]int32, len(l.columns))
	for k, column := range l.columns {
		ids[k] = c.cols.add(column)
		c.colIs[column] = colsAre
	}
	take := func(row []cell, line int) error { return l.take(row, line, c, ids, rowsAre) }
	if err := take(first, line); err != nil {
		return d.placed(err)
	}
	return d.placed(d.rest(take))
}

// head finds the names of the columns in the header rows.
func (l *levelled) head(sets [][]string, first []cell) *Error {
	if len(sets) == 0 {
		return &Error{What: "has no header of regions and sectors", Mend: "save the table with its header"}
	}
	// The last header row may name the levels of the rows and nothing else.
	if last := sets[len(sets)-1]; len(sets) > 1 && !slices.ContainsFunc(last, func(s string) bool { return !slices.Contains(indexWords, strings.ToLower(s)) }) {
		l.units = slices.Contains(last, "unit")
		sets = sets[:len(sets)-1]
	}
	for l.names < len(sets[0]) && slices.Contains(indexWords, strings.ToLower(sets[0][l.names])) {
		l.names++
	}
	l.levels = len(sets)
	// Rows with more levels than columns have their unit in the last.
	l.units = l.units || l.names > l.levels
	for k := l.names; k < len(sets[0]); k++ {
		var parts []string
		for _, set := range sets {
			if k < len(set) && set[k] != "" {
				parts = append(parts, set[k])
			}
		}
		l.columns = append(l.columns, strings.Join(parts, "/"))
	}
	if len(l.columns) == 0 || l.names == 0 || len(first) < l.names {
		return &Error{What: "has no columns", Mend: "save the table with its header"}
	}
	return nil
}

// take adds one row.
func (l *levelled) take(row []cell, line int, c *cells, ids []int32, is role) error {
	if len(row) < l.names {
		return nil
	}
	var parts []string
	for _, cell := range row[:l.names] {
		parts = append(parts, cell.text)
	}
	unit := ""
	if l.units && len(parts) > 1 {
		unit, parts = parts[len(parts)-1], parts[:len(parts)-1]
	}
	label := strings.Join(parts, "/")
	id := c.rows.add(label)
	c.rowIs[label] = is
	if unit != "" {
		c.rowUnits[normal(label)] = unit
	}
	if len(row)-l.names > len(ids) {
		return &Error{Row: line, Column: l.names + len(ids) + 1, What: "has more numbers than the header has columns", Mend: "save the table again"}
	}
	for k, cell := range row[l.names:] {
		if isMissing(cell.text) {
			continue
		}
		v, why, mend := manner{'.'}.number([]byte(cell.text))
		if why != "" {
			return &Error{Row: line, Column: l.names + k + 1, What: cell.text + " " + why, Mend: mend}
		}
		if v != 0 {
			c.add(id, ids[k], v)
		}
	}
	return nil
}

// readUnits reads region, sector and unit.
func (r *reader) readUnits(path string, c *cells) error {
	d, err := r.open(path)
	if err != nil {
		return err
	}
	defer d.close()
	header := true
	return d.placed(d.rest(func(row []cell, _ int) error {
		if header || len(row) < 2 {
			header = false
			return nil
		}
		var parts []string
		for _, cell := range row[:len(row)-1] {
			parts = append(parts, cell.text)
		}
		c.rowUnits[normal(strings.Join(parts, "/"))] = row[len(row)-1].text
		return nil
	}))
}
