package format

import (
	"fmt"
	"slices"
)

// sampleRows is how many lines are looked at to find out how a file is made.
const sampleRows = 400

// walk reads a long table from any sheet.
func (l *longReader) walk() error {
	early, err := l.document.first(sampleRows)
	if err != nil {
		return err
	}
	var lines [][]string
	for _, e := range early {
		var fields []string
		for _, c := range e.cells {
			fields = append(fields, c.text)
		}
		lines = append(lines, fields)
	}
	if err := l.settle(lines); err != nil {
		return err
	}
	for _, e := range early {
		if err := l.take(e.cells, e.at); err != nil {
			return err
		}
	}
	return l.document.rest(l.take)
}

// take reads one line.
func (l *longReader) take(row []cell, line int) error {
	if !slices.ContainsFunc(row, func(c cell) bool { return c.text != "" }) {
		return nil
	}
	if len(row) <= max(l.layout.row, l.layout.col, l.layout.value) {
		return &Error{Row: line, What: fmt.Sprintf("has %d columns, the header has %d", len(row), l.layout.width), Mend: "write every line with all columns"}
	}
	for _, p := range l.layout.picks {
		if p.at >= len(row) || row[p.at].text != p.want {
			if p.only && p.at < len(row) {
				return p.other(line, row[p.at].text)
			}
			return nil
		}
	}
	c := row[l.layout.value]
	if !c.isReal {
		if isMissing(c.text) {
			l.gaps++
			return nil
		}
		var why, mend string
		if c.number, why, mend = l.manner.number([]byte(c.text)); why != "" {
			return &Error{Row: line, Column: l.layout.value + 1, What: fmt.Sprintf("%q %s", c.text, why), Mend: mend}
		}
	}
	if bad := notFinite(c.number); bad {
		return &Error{Row: line, Column: l.layout.value + 1, What: "is no finite number", Mend: "write the number, or leave the cell empty"}
	}
	from, to := row[l.layout.row].text, row[l.layout.col].text
	if from == "" || to == "" {
		return &Error{Row: line, What: "has no name of a row or column", Mend: "name both"}
	}
	l.add(l.cells.rows.add(from), l.cols.add(to), c.number)
	return nil
}

func notFinite(v float64) bool { return v-v != 0 }
