package format

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A wideLayout is how a wide table lies in its sheet.
type wideLayout struct {
	header     int // row of the column labels, from 1
	label      int // column of the row labels
	name, unit int // columns of what rows are called and of their units; -1: none
	names      int // row of what columns are called; 0: none
	data       []int
	labels     []string // of the data columns
}

// headRows is how far down the header may be, headColumns how far right the
// row labels.
const (
	headRows    = 60
	headColumns = 6
)

// A line is a row of a sheet with its number.
type sheetLine struct {
	cells []cell
	at    int
}

// readWide reads a table that has a row and a column for each sector.
func (r *reader) readWide(path string) (*cells, error) {
	d, err := r.open(path)
	if err != nil {
		return nil, err
	}
	defer d.close()
	var early []sheetLine
	for len(early) < headRows {
		row, at, err := d.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, d.placed(err)
		}
		early = append(early, sheetLine{slices.Clone(row), at})
	}
	layout, ok := findHeader(early)
	if !ok {
		return nil, d.fault(1, 0, "has no header that names the columns as the rows are named", "put the names of the sectors into one row and one column")
	}
	c := newCells(path, d.sheet())
	c.about = d.about
	c.unit = preambleUnit(early, layout)
	w := &wideReader{reader: r, cells: c, document: d, layout: layout}
	if err := w.begin(early); err != nil {
		return nil, d.placed(err)
	}
	for {
		row, at, err := d.next()
		if errors.Is(err, io.EOF) {
			return c, nil
		}
		if err == nil {
			err = w.take(row, at)
		}
		if err != nil {
			return nil, d.placed(err)
		}
	}
}

// findHeader finds the row and the column whose labels have most in common.
func findHeader(lines []sheetLine) (wideLayout, bool) {
	best, most := wideLayout{}, 0
	for h, line := range lines {
		heads := map[string]bool{}
		for _, c := range line.cells {
			if c.text != "" {
				heads[normal(c.text)] = true
			}
		}
		if len(heads) < 2 {
			continue
		}
		for column := range headColumns {
			common, seen := 0, map[string]bool{}
			for _, below := range lines[h+1:] {
				if column < len(below.cells) {
					if word := normal(below.cells[column].text); word != "" && heads[word] && !seen[word] {
						seen[word] = true
						common++
					}
				}
			}
			// Names may lie beside codes: what stands further out must match
			// clearly better.
			if 2*common > 3*most {
				most = common
				best = wideLayout{header: h + 1, label: column, name: -1, unit: -1}
			}
		}
	}
	if most < 1 {
		return best, false
	}
	best.columns(lines)
	return best, len(best.data) > 0
}

// columns finds which columns hold data and which what rows are called.
func (w *wideLayout) columns(lines []sheetLine) {
	head := lines[w.header-1].cells
	below := lines[w.header:]
	for column := range head {
		text := head[column].text
		switch {
		case column == w.label:
		case strings.EqualFold(text, "unit") || strings.EqualFold(text, "units"):
			w.unit = column
		case column < headColumns && w.textual(below, column, text):
			if w.name < 0 {
				w.name = column
			}
		case text != "":
			w.data, w.labels = append(w.data, column), append(w.labels, text)
		}
	}
	// A row of text directly below or above the labels says what they mean.
	for _, row := range []int{w.header + 1, w.header - 1} {
		if row < 1 || row > len(lines) || len(w.data) == 0 {
			continue
		}
		texts := 0
		for _, column := range w.data {
			if cells := lines[row-1].cells; column < len(cells) && cells[column].text != "" && !looksNumeric(cells[column].text) && !isMissing(cells[column].text) {
				texts++
			}
		}
		if 2*texts > len(w.data) {
			w.names = row
			break
		}
	}
}

// textual tells whether a column holds words: what rows are called.
func (w *wideLayout) textual(below []sheetLine, column int, head string) bool {
	words, numbers := 0, 0
	for _, line := range below {
		if column >= len(line.cells) || isMissing(line.cells[column].text) {
			continue
		}
		if looksNumeric(line.cells[column].text) {
			numbers++
		} else {
			words++
		}
	}
	return words > numbers || words == 0 && numbers == 0 && head == ""
}

// preambleUnit is a unit that stands in brackets above a table.
func preambleUnit(lines []sheetLine, w wideLayout) string {
	for _, line := range lines[:w.header-1] {
		for _, c := range line.cells {
			lower := strings.ToLower(strings.Trim(c.text, "[]() "))
			for _, begin := range []string{"millions of ", "million ", "thousands of ", "thousand ", "unit:"} {
				if rest, is := strings.CutPrefix(lower, begin); is && len(lower) < 60 {
					if begin == "unit:" {
						return strings.TrimSpace(rest)
					}
					return strings.TrimSuffix(strings.Fields(begin)[0], "s") + " " + rest
				}
			}
		}
	}
	return ""
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
