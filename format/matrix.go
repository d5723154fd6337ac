package format

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"gosplan/linalg"
	"gosplan/production"
)

// readMatrix reads a matrix A of input coefficients in Matrix Market, inputs
// in rows and products in columns, with what lies beside it: names, needs,
// uses of factors. A folder holds A.mtx, names.txt, needs.mtx, uses.mtx and
// factors.txt; beside steel.mtx the same are steel_names.txt and so on.
func (r *reader) readMatrix(path string) (*production.Table, error) {
	file, prefix := path, strings.TrimSuffix(path, filepath.Ext(path))+"_"
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		file, prefix = filepath.Join(path, "A.mtx"), path+string(filepath.Separator)
	}
	a, err := readMarket(file, true)
	if err != nil {
		return nil, err
	}
	n := a.Rows
	if a.Rows != a.Cols {
		return nil, &Error{File: file, What: fmt.Sprintf("is %d × %d", a.Cols, a.Rows), Mend: "a matrix of input coefficients has a row and a column for every product"}
	}
	if n == 0 {
		return nil, &Error{File: file, What: "has no products", Mend: "fill in the matrix"}
	}
	t := &production.Table{Unit: r.Unit, N: n, Input: a, Makes: make([]int32, n), Periods: []production.Period{{Need: make([]float64, n)}}}
	for i := range t.Makes {
		t.Makes[i] = int32(i)
	}
	r.note("coefficients", "", "values are taken as input for one unit of output, rows into columns")
	if t.Products, err = readLines(prefix+"names.txt", n); err != nil {
		return nil, err
	}
	if err := r.matrixNeeds(prefix+"needs.mtx", t); err != nil {
		return nil, err
	}
	return t, r.matrixUses(prefix, t)
}

// matrixNeeds reads needs from a matrix of one column.
func (r *reader) matrixNeeds(path string, t *production.Table) error {
	need := t.Periods[0].Need
	if !exists(path) {
		for i := range need {
			need[i] = 1
		}
		r.warn("no final demand", "", "no needs lie beside the matrix; one unit of every product is assumed", "write them into "+filepath.Base(path))
		return nil
	}
	m, err := readMarket(path, false)
	if err != nil {
		return err
	}
	if m.Rows != t.N || m.Cols != 1 {
		return &Error{File: path, What: fmt.Sprintf("is %d × %d", m.Rows, m.Cols), Mend: fmt.Sprintf("needs are %d × 1", t.N)}
	}
	for i := range need {
		need[i] = m.At(i, 0)
	}
	return nil
}

// matrixUses reads what techniques occupy, factors in rows.
func (r *reader) matrixUses(prefix string, t *production.Table) error {
	if !exists(prefix + "uses.mtx") {
		return nil
	}
	m, err := readMarket(prefix+"uses.mtx", true)
	if err != nil {
		return err
	}
	if m.Rows != t.N {
		return &Error{File: prefix + "uses.mtx", What: fmt.Sprintf("has %d columns", m.Rows), Mend: fmt.Sprintf("it has one for each of %d products", t.N)}
	}
	t.Use, t.FactorUnits = m, make([]string, m.Cols)
	if t.Factors, err = readLines(prefix+"factors.txt", m.Cols); err != nil {
		return err
	}
	capacity := make([]float64, m.Cols)
	for f := range capacity {
		capacity[f] = production.Unlimited()
		if len(t.Factors) <= f {
			t.Factors = append(t.Factors, fmt.Sprintf("factor %d", f+1))
		}
	}
	t.Periods[0].Capacity = capacity
	r.note("no capacities", "", "factors are there without limit")
	return nil
}

// readLines reads names, one to a line; nil where there is no such file.
func readLines(path string, want int) ([]string, error) {
	if !exists(path) {
		return nil, nil
	}
	in, err := os.Open(path)
	if err != nil {
		return nil, &Error{File: path, What: "cannot be opened", Err: err}
	}
	defer in.Close()
	var names []string
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		names = append(names, strings.TrimSpace(lines.Text()))
	}
	if err := lines.Err(); err != nil {
		return nil, &Error{File: path, Row: len(names) + 1, What: "cannot be read", Err: err}
	}
	if len(names) != want {
		return nil, &Error{File: path, What: fmt.Sprintf("has %d names for %d", len(names), want), Mend: "write one name to a line"}
	}
	return names, nil
}

// A market is the head of a Matrix Market file.
type market struct {
	path       string
	coordinate bool
	symmetry   string
	rows, cols int
	entries    int64
	line       int // of the first entry
	flip       bool
}

// smallestEntry is how many bytes an entry takes at least, "1 1 1" and a line
// end, or "1" and a line end in an array: a file cannot hold more entries.
const (
	smallestEntry = 6
	smallestValue = 2
)

// emptyMost is how many rows or columns a matrix may have beyond its entries.
const emptyMost = 1 << 20

// readMarket reads a matrix in Matrix Market; flipped, columns are rows.
func readMarket(path string, flip bool) (*linalg.Matrix, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, &Error{File: path, What: "cannot be opened", Err: err}
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, &Error{File: path, What: "cannot be opened", Err: err}
	}
	in := bufio.NewReaderSize(file, 1<<20)
	m := &market{path: path, flip: flip}
	if err := m.head(in, info.Size()); err != nil {
		var bad *Error
		if errors.As(err, &bad) {
			bad.File = path
		}
		return nil, err
	}
	var c *cells
	if m.coordinate {
		c, err = m.coordinates(in)
	} else {
		c, err = m.array(in)
	}
	if err != nil {
		var bad *Error
		if errors.As(err, &bad) {
			bad.File = path
		}
		return nil, err
	}
	return m.sort(c)
}

// head reads the first lines, up to the size.
func (m *market) head(in *bufio.Reader, size int64) error {
	for {
		text, err := in.ReadSlice('\n')
		m.line++
		if err != nil && (err != io.EOF || len(text) == 0) {
			return &Error{Row: m.line, What: "has no line with the size of the matrix", Mend: "write rows, columns and entries"}
		}
		line := strings.TrimSpace(string(text))
		switch {
		case m.line == 1:
			if err := m.banner(strings.Fields(strings.ToLower(line))); err != nil {
				return err
			}
		case line == "" || line[0] == '%':
		default:
			m.line++
			return m.size(strings.Fields(line), size)
		}
	}
}

func (m *market) banner(word []string) error {
	if len(word) != 5 || word[0] != "%%matrixmarket" || word[1] != "matrix" {
		return &Error{Row: 1, What: "is no head of a matrix in Matrix Market", Mend: "begin with %%MatrixMarket matrix coordinate real general"}
	}
	if word[3] != "real" && word[3] != "integer" && word[3] != "double" {
		return &Error{Row: 1, What: "holds values that are " + word[3], Mend: "write real or integer values"}
	}
	if word[4] != "general" && word[4] != "symmetric" && word[4] != "skew-symmetric" {
		return &Error{Row: 1, What: "is " + word[4], Mend: "write a general or symmetric matrix"}
	}
	if word[2] != "coordinate" && word[2] != "array" {
		return &Error{Row: 1, What: "is a matrix by " + word[2], Mend: "write it by coordinate or array"}
	}
	m.coordinate, m.symmetry = word[2] == "coordinate", word[4]
	return nil
}

func (m *market) size(word []string, bytes int64) error {
	want := 3
	if !m.coordinate {
		want = 2
	}
	row := m.line - 1
	if len(word) != want {
		return &Error{Row: row, What: fmt.Sprintf("has %d sizes", len(word)), Mend: "write rows and columns, and entries where they are by coordinate"}
	}
	var sizes [3]int64
	for at, w := range word {
		v, err := strconv.ParseInt(w, 10, 64)
		if err != nil || v < 0 || at < 2 && v > math.MaxInt32 {
			return &Error{Row: row, Column: at + 1, What: fmt.Sprintf("%q is no size", w), Mend: fmt.Sprintf("write a whole number up to %d", math.MaxInt32)}
		}
		sizes[at] = v
	}
	m.rows, m.cols, m.entries = int(sizes[0]), int(sizes[1]), sizes[2]
	held := bytes / smallestEntry
	if !m.coordinate {
		m.entries, held = sizes[0]*sizes[1], bytes/smallestValue+1
		if m.symmetry != "general" {
			held *= 2
		}
	}
	if m.entries > held+1 {
		return &Error{Row: row, What: fmt.Sprintf("claims %d entries, more than the %d bytes of the file can hold", m.entries, bytes), Mend: "the file is cut off, or its size is wrong"}
	}
	if most := m.entries + emptyMost; sizes[0] > most || sizes[1] > most {
		return &Error{Row: row, What: fmt.Sprintf("claims %d × %d places for %d entries", m.rows, m.cols, m.entries), Mend: "leave out empty rows and columns"}
	}
	if m.symmetry != "general" && m.rows != m.cols {
		return &Error{Row: row, What: "is symmetric and not square", Mend: "write it as general"}
	}
	return nil
}

// entries are what some lines hold.
type entries struct {
	chunk
	err error
}

// coordinates reads lines "row column value" on all cores.
func (m *market) coordinates(in io.Reader) (*cells, error) {
	c := newCells(m.path, "")
	count := int64(0)
	err := inBlocks(in, m.line, m.parse, func(e entries) error {
		if e.err != nil {
			return e.err
		}
		count += int64(len(e.value))
		c.chunks = append(c.chunks, e.chunk)
		return nil
	})
	if err == nil && count != m.entries {
		err = &Error{What: fmt.Sprintf("has %d entries and claims %d", count, m.entries), Mend: "the file is cut off, or its size is wrong"}
	}
	return c, err
}

// parse reads a block of lines.
func (m *market) parse(b block) (out entries) {
	line := b.line - 1
	point := manner{'.'}
	out.chunk = newChunk(b.lines())
	for text := b.text; len(text) > 0; {
		var this []byte
		this, text = cutLine(text)
		line++
		this = bytes.TrimSpace(this)
		if len(this) == 0 || this[0] == '%' {
			continue
		}
		row, rest := integer(this)
		col, rest := integer(rest)
		if row < 1 || col < 1 || row > m.rows || col > m.cols {
			out.err = &Error{Row: line, What: fmt.Sprintf("%q is no place in a matrix of %d × %d", clip(this), m.rows, m.cols), Mend: "write row, column and value, counted from 1"}
			return out
		}
		v, why, mend := point.number(rest)
		if why != "" {
			out.err = &Error{Row: line, Column: 3, What: fmt.Sprintf("%q %s", clip(rest), why), Mend: mend}
			return out
		}
		out.row, out.col, out.value = append(out.row, int32(row-1)), append(out.col, int32(col-1)), append(out.value, v)
	}
	return out
}

// clip is the beginning of a text.
func clip(text []byte) string { return string(text[:min(len(text), 40)]) }

// integer reads a whole number and what is behind it; -1 where there is none.
func integer(text []byte) (int, []byte) {
	at, v := 0, 0
	for at < len(text) && text[at] >= '0' && text[at] <= '9' && v < math.MaxInt32 {
		v = v*10 + int(text[at]-'0')
		at++
	}
	if at == 0 || at < len(text) && text[at] != ' ' && text[at] != '\t' {
		return -1, text
	}
	for at < len(text) && (text[at] == ' ' || text[at] == '\t') {
		at++
	}
	return v, text[at:]
}

// array reads values column by column; of a symmetric matrix the lower part.
func (m *market) array(in io.Reader) (*cells, error) {
	c := newCells(m.path, "")
	lines := bufio.NewScanner(in)
	row, col, line := 0, 0, m.line-1
	if m.symmetry == "skew-symmetric" {
		row = 1
	}
	for lines.Scan() {
		line++
		text := bytes.TrimSpace(lines.Bytes())
		if len(text) == 0 || text[0] == '%' {
			continue
		}
		if col >= m.cols || m.rows == 0 {
			return nil, &Error{Row: line, What: "is one value too many", Mend: "the size is wrong"}
		}
		v, why, mend := manner{'.'}.number(text)
		if why != "" {
			return nil, &Error{Row: line, Column: 1, What: fmt.Sprintf("%q %s", clip(text), why), Mend: mend}
		}
		if v != 0 {
			c.add(int32(row), int32(col), v)
		}
		if row++; row == m.rows {
			col++
			if row = 0; m.symmetry != "general" {
				row = col
			}
			if m.symmetry == "skew-symmetric" {
				row++
			}
		}
	}
	if err := lines.Err(); err != nil {
		return nil, &Error{Row: line + 1, What: "cannot be read", Err: err}
	}
	if m.rows > 0 && col < m.cols && !(m.symmetry == "skew-symmetric" && col == m.cols-1) {
		return nil, &Error{Row: line, What: fmt.Sprintf("ends in column %d of %d", col+1, m.cols), Mend: "the file is cut off, or its size is wrong"}
	}
	return c, nil
}

// sort makes the matrix of its entries, with the half that symmetry adds.
func (m *market) sort(c *cells) (*linalg.Matrix, error) {
	if m.symmetry != "general" {
		sign := 1.0
		if m.symmetry == "skew-symmetric" {
			sign = -1
		}
		for _, k := range c.chunks[:len(c.chunks):len(c.chunks)] {
			for at, v := range k.value {
				if k.row[at] != k.col[at] {
					c.add(k.col[at], k.row[at], sign*v)
				}
			}
		}
	}
	rows, cols := m.rows, m.cols
	if m.flip {
		rows, cols = cols, rows
	}
	out, err := c.matrix(nil, nil, rows, cols, m.flip)
	var bad *Error
	if errors.As(err, &bad) {
		bad.File = m.path
	}
	return out, err
}
