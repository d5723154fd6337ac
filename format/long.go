package format

import (
	"bytes"
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
func (r *reader) readLong(d *document) (*cells, longLayout, error) {
	first, line, err := d.next()
	if err != nil {
		return nil, longLayout{}, d.placed(err)
	}
	layout, ok := longHeader(first)
	if !ok {
		return nil, layout, d.fault(line, 0, "is not the header of a table in long form", "name the columns row, col and value")
	}
	c := newCells(d.path, d.sheet())
	c.about, c.unit = d.about, layout.unit
	if err := layout.pick(first, r.Pick); err != nil {
		err.Row = line
		return nil, layout, d.placed(err)
	}
	l := &longReader{reader: r, cells: c, layout: layout, document: d}
	if text, is := d.rows.(*sheetReader); is {
		// Text is read by all cores. What csv has buffered is left behind.
		text.close()
		err = l.scan(d.path, text.in.Comma, line)
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
