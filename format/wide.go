package format

import (
	"fmt"
	"slices"
)

// readWide reads a table that has a row and a column for each sector.
func (r *reader) readWide(d *document) (*cells, error) {
	early, err := d.first(headRows)
	if err != nil {
		return nil, d.placed(err)
	}
	layout, ok := findHeader(early)
	if !ok {
		return nil, d.fault(1, 0, "has no header that names the columns as the rows are named", "put the names of the sectors into one row and one column")
	}
	c := newCells(d.path, d.sheet())
	c.about = d.about
	c.unit = preambleUnit(early, layout)
	w := &wideReader{reader: r, cells: c, document: d, layout: layout}
	if err := w.begin(early); err != nil {
		return nil, d.placed(err)
	}
	if err := d.rest(w.take); err != nil {
		return nil, d.placed(err)
	}
	return c, nil
}

// A wideReader reads the rows of a wide table.
type wideReader struct {
	*reader
	*cells
	*document
	layout wideLayout
	manner manner
	ids    []int32
	seen   map[string]int
}

// begin settles how numbers are written and reads the rows looked at so far.
func (w *wideReader) begin(early []sheetLine) error {
	w.seen = map[string]int{}
	known := map[string]int{}
	for at, label := range w.layout.labels {
		column := w.layout.data[at] + 1
		if before, twice := known[label]; twice {
			return &Error{Row: early[w.layout.header-1].at, Column: column, What: fmt.Sprintf("column %q stands twice, here and in column %d", label, before), Mend: "give every column its own name"}
		}
		known[label] = column
		w.ids = append(w.ids, w.cols.add(label))
	}
	var e evidence
	for _, line := range early[w.layout.header:] {
		for _, column := range w.layout.data {
			if column < len(line.cells) && !line.cells[column].isReal {
				e.see(line.cells[column].text)
			}
		}
	}
	var what string
	if w.manner, what = e.manner(w.Decimal); what != "" {
		return &Error{What: what, Mend: "say which sign is the decimal sign, or write all numbers alike"}
	}
	for at, line := range early[w.layout.header:] {
		if at+w.layout.header+1 == w.layout.names {
			continue
		}
		if err := w.take(line.cells, line.at); err != nil {
			return err
		}
	}
	return nil
}

// take reads one row. Rows without a label end a table's body: notes follow.
func (w *wideReader) take(row []cell, line int) error {
	if w.layout.label >= len(row) || row[w.layout.label].text == "" {
		return w.unlabelled(row, line)
	}
	label := row[w.layout.label].text
	filled := false
	for at, column := range w.layout.data {
		if column >= len(row) {
			break
		}
		c := row[column]
		if !c.isReal {
			if isMissing(c.text) {
				if c.text != "" {
					w.gaps++
				}
				continue
			}
			var why, mend string
			if c.number, why, mend = w.manner.number([]byte(c.text)); why != "" {
				return &Error{Row: line, Column: column + 1, What: fmt.Sprintf("%q %s", c.text, why), Mend: mend}
			}
		}
		if notFinite(c.number) {
			return &Error{Row: line, Column: column + 1, What: "is no finite number", Mend: "write the number, or leave the cell empty"}
		}
		if !filled {
			if before, twice := w.seen[label]; twice {
				return &Error{Row: line, Column: w.layout.label + 1, What: fmt.Sprintf("row %q stands twice, here and in row %d", label, before), Mend: "keep one of them, or give them their own names"}
			}
			w.seen[label] = line
			filled = true
		}
		w.add(w.cells.rows.add(label), w.ids[at], c.number)
	}
	return w.describe(row, label, line)
}

// describe keeps what a row is called and its unit. A row without a number
// still is a sector.
func (w *wideReader) describe(row []cell, label string, line int) error {
	if _, known := w.seen[label]; !known {
		if len(row) <= w.layout.data[0] && w.cols.find([]byte(label)) == unknown {
			return nil // a note below the table
		}
		w.seen[label] = line
		w.cells.rows.add(label)
	}
	if at := w.layout.name; at >= 0 && at < len(row) && row[at].text != label {
		w.rowNames[normal(label)] = row[at].text
	}
	if at := w.layout.unit; at >= 0 && at < len(row) {
		w.rowUnits[normal(label)] = row[at].text
	}
	return nil
}

// unlabelled refuses numbers in a row that has no name.
func (w *wideReader) unlabelled(row []cell, line int) error {
	for _, column := range w.layout.data {
		if column < len(row) && looksNumeric(row[column].text) {
			if w.layout.name >= 0 && w.layout.name < len(row) && row[w.layout.name].text != "" {
				named := slices.Clone(row)
				named[w.layout.label].text = row[w.layout.name].text
				return w.take(named, line)
			}
			return &Error{Row: line, Column: column + 1, What: "has a number in a row without a name", Mend: "name the row"}
		}
	}
	return nil
}
