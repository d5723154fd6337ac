package format

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strconv"
	"strings"

	"gosplan/linalg"
)

// A market is the head of a Matrix Market file.
type market struct {
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
	m := &market{flip: flip}
	out, err := m.read(bufio.NewReaderSize(file, 1<<20), info.Size())
	var bad *Error
	if errors.As(err, &bad) {
		bad.File = path
	}
	return out, err
}

// read reads a matrix from a text of some bytes. Its errors name no file.
func (m *market) read(in *bufio.Reader, size int64) (*linalg.Matrix, error) {
	if err := m.head(in, size); err != nil {
		return nil, err
	}
	read := m.array
	if m.coordinate {
		read = m.coordinates
	}
	c, err := read(in)
	if err != nil {
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
	return c.matrix(nil, nil, rows, cols, m.flip)
}
