package format

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

// Headers of the columns of a table in long form, lower case, by what they
// hold; the first that is there counts.
var (
	rowHeaders   = []string{"icioirow", "icsuprow", "icuserow", "prd_ava", "prod_na", "prd_amo", "ind_ava", "row", "from", "input", "commodity_from", "origin", "seller", "t_rows2"}
	colHeaders   = []string{"icioicol", "icsupcol", "icusecol", "prd_use", "induse", "ind_use", "ind_impv", "col", "column", "to", "product", "buyer", "destination", "t_cols2"}
	valueHeaders = []string{"obs_value", "obsvalue", "value", "values", "val", "amount", "flow", "flows", "coef", "coefficient"}
	coefHeaders  = []string{"coef", "coefficient", "a"}
	// pickHeaders are columns that part several tables in one file.
	pickHeaders = []string{"unit", "geo", "time", "time_period", "year", "stk_flow", "freq", "country", "valuation"}
	// pickFirst is the value taken where several are there.
	pickFirst = map[string][]string{"stk_flow": {"TOTAL"}, "unit": {"MIO_EUR", "MIO_NAC"}}
)

// A longLayout is which column of a long table holds what.
type longLayout struct {
	row, col, value int
	width           int
	picks           []pick
	isCoef          bool
	isMake          bool // rows are industries, columns what they make
	unit            string
}

// A pick keeps to those lines that have a value in a column.
type pick struct {
	at   int
	name string
	want string
	only bool // nobody picked: a line with another value is an error
}

// longHeader finds the layout of a table in long form from its first row. ok
// is false where it is no such table.
func longHeader(row []cell) (layout longLayout, ok bool) {
	var names []string
	for _, c := range row {
		names = append(names, strings.ToLower(strings.TrimSpace(c.text)))
	}
	find := func(wanted []string) int {
		for _, name := range wanted {
			if at := slices.Index(names, name); at >= 0 {
				return at
			}
		}
		return -1
	}
	layout = longLayout{row: find(rowHeaders), col: find(colHeaders), value: find(valueHeaders), width: len(row)}
	switch {
	case len(names) == 3 && names[0] == "industry" && names[1] == "commodity":
		layout.row, layout.col, layout.value, layout.isMake = 0, 1, 2, true
	case len(names) == 3 && layout.row >= 0 && layout.col >= 0 && layout.row != layout.col && names[3-layout.row-layout.col] != "":
		layout.value = 3 - layout.row - layout.col
	case len(names) == 3 && names[0] == "commodity" && names[1] == "industry":
		layout.row, layout.col, layout.value = 0, 1, 2
	}
	if layout.row < 0 || layout.col < 0 || layout.value < 0 || layout.row == layout.col {
		return layout, false
	}
	layout.isCoef = slices.Contains(coefHeaders, names[layout.value])
	if !layout.isCoef && !slices.Contains(valueHeaders, names[layout.value]) {
		layout.unit = unitWord(names[layout.value])
	}
	for at, name := range names {
		if slices.Contains(pickHeaders, name) {
			layout.picks = append(layout.picks, pick{at: at, name: name})
		}
	}
	return layout, true
}

// unitWord is a unit that stands as the header of a column.
func unitWord(name string) string {
	for _, known := range [][2]string{{"musd", "million USD"}, {"meur", "million EUR"}, {"mnac", "million national currency"}, {"w10k_cny", "10 thousand CNY"}} {
		if name == known[0] {
			return known[1]
		}
	}
	return strings.ReplaceAll(name, "_", " ")
}

// readLong reads a table in long form.
func (r *reader) readLong(path string) (*cells, longLayout, error) {
	d, err := r.open(path)
	if err != nil {
		return nil, longLayout{}, err
	}
	defer d.close()
	first, line, err := d.next()
	if err != nil {
		return nil, longLayout{}, d.placed(err)
	}
	layout, ok := longHeader(first)
	if !ok {
		return nil, layout, d.fault(line, 0, "is not the header of a table in long form", "name the columns row, col and value")
	}
	c := newCells(path, d.sheet())
	c.about, c.unit = d.about, layout.unit
	for at := range layout.picks {
		layout.picks[at].want = r.Pick[layout.picks[at].name]
	}
	l := &longReader{reader: r, cells: c, layout: layout, document: d}
	if text, is := d.rows.(*sheetReader); is {
		// Text is read by all cores. What csv has buffered is left behind.
		text.close()
		err = l.scan(path, text.in.Comma, line)
	} else {
		err = l.walk()
	}
	return c, l.layout, d.placed(err)
}

// A longReader reads the lines of a table in long form.
type longReader struct {
	*reader
	*cells
	*document
	layout longLayout
	manner manner
}

// settle decides from the first lines how numbers are written, and which of
// several tables is meant.
func (l *longReader) settle(lines [][]string) error {
	var e evidence
	for _, fields := range lines {
		if l.layout.value < len(fields) {
			e.see(fields[l.layout.value])
		}
	}
	var what string
	if l.manner, what = e.manner(l.Decimal); what != "" {
		return &Error{Column: l.layout.value + 1, What: what, Mend: "say which sign is the decimal sign, or write all numbers alike"}
	}
	for at := range l.layout.picks {
		p := &l.layout.picks[at]
		if p.want != "" {
			continue
		}
		for _, wanted := range pickFirst[p.name] {
			if slices.ContainsFunc(lines, func(fields []string) bool { return p.at < len(fields) && fields[p.at] == wanted }) {
				p.want = wanted
				l.note("picked", "", fmt.Sprintf("of column %s, lines of %s are read", p.name, wanted))
				break
			}
		}
		if p.want == "" && len(lines) > 0 && p.at < len(lines[0]) {
			p.want, p.only = lines[0][p.at], true
		}
		if p.name == "unit" && l.unit == "" {
			l.unit = unitCode(p.want)
		}
	}
	return nil
}

// unitCode is a statistical office's code of a unit, in words.
func unitCode(code string) string {
	for _, known := range [][2]string{{"MIO_EUR", "million EUR"}, {"MIO_NAC", "million national currency"}, {"THS_T", "thousand t"}, {"T_NAC", "thousand national currency"}} {
		if code == known[0] {
			return known[1]
		}
	}
	return code
}

// other is the error of a line that belongs to another table than the first.
func (p pick) other(line int, value string) *Error {
	return &Error{Row: line, Column: p.at + 1, What: fmt.Sprintf("several tables are in the file: %s is %q and %q", p.name, p.want, value),
		Mend: fmt.Sprintf("pick one, as in %s=%s", p.name, p.want)}
}

// sampleRows is how many lines are looked at to find out how a file is made.
const sampleRows = 400

// walk reads a long table from any sheet.
func (l *longReader) walk() error {
	type line struct {
		cells []cell
		at    int
	}
	var early []line
	settled := false
	settle := func() error {
		var lines [][]string
		for _, e := range early {
			var fields []string
			for _, c := range e.cells {
				fields = append(fields, c.text)
			}
			lines = append(lines, fields)
		}
		settled = true
		if err := l.settle(lines); err != nil {
			return err
		}
		for _, e := range early {
			if err := l.take(e.cells, e.at); err != nil {
				return err
			}
		}
		return nil
	}
	for {
		row, at, err := l.document.next()
		if errors.Is(err, io.EOF) {
			if !settled {
				return settle()
			}
			return nil
		}
		if err != nil {
			return err
		}
		switch {
		case settled:
			err = l.take(row, at)
		default:
			early = append(early, line{slices.Clone(row), at})
			if len(early) == sampleRows {
				err = settle()
			}
		}
		if err != nil {
			return err
		}
	}
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

// scan reads a long table from delimited text on all cores.
func (l *longReader) scan(path string, comma rune, headerLine int) error {
	in, err := os.Open(path)
	if err != nil {
		return &Error{File: path, What: "cannot be opened", Err: err}
	}
	defer in.Close()
	text, err := head(path)
	if err != nil {
		return err
	}
	skip := 0
	for range headerLine {
		skip += bytes.IndexByte(text[skip:], '\n') + 1
	}
	if skip == 0 || bytes.Count(text[:skip], []byte("\n")) < headerLine {
		return nil // a header and nothing else
	}
	if _, err := in.Seek(int64(skip), io.SeekStart); err != nil {
		return &Error{File: path, What: "cannot be read", Err: err}
	}
	s := &scanner{longReader: l, comma: byte(comma)}
	if err := l.settle(s.sampled(text[skip:])); err != nil {
		return err
	}
	return inBlocks(in, headerLine+1, s.parse, s.done)
}
