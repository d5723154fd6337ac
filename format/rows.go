package format

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"slices"
	"strings"
	"unicode/utf8"
)

// A cell is what stands in one place of a sheet: text, or a number that the
// file keeps as one.
type cell struct {
	text   string
	number float64
	isReal bool // number holds it
}

// rows is a sheet, row by row.
type rows interface {
	// next is the next row, with its number from 1; io.EOF after the last.
	// The cells are good until the next call.
	next() ([]cell, int, error)
	// sheet names the sheet, if it has a name.
	sheet() string
	close() error
}

// A document is a file opened as a sheet, with what its comments say.
type document struct {
	rows
	path   string
	about  map[string]string // comments "# key: value"
	peeked *peekedRow        // that next gives next
}

// A peekedRow is what next gave.
type peekedRow struct {
	cells []cell
	at    int
	err   error
}

// peek is the next row, which stays the next.
func (d *document) peek() ([]cell, int, error) {
	row, at, err := d.next()
	d.peeked = &peekedRow{row, at, err}
	return row, at, err
}

func (d *document) next() ([]cell, int, error) {
	if p := d.peeked; p != nil {
		d.peeked = nil
		return p.cells, p.at, p.err
	}
	return d.rows.next()
}

// fault is an error at a place in a document.
func (d *document) fault(row, column int, what, mend string) *Error {
	return &Error{File: d.path, Sheet: d.sheet(), Row: row, Column: column, What: what, Mend: mend}
}

// first are the first rows of a document, at most so many.
func (d *document) first(most int) ([]sheetLine, error) {
	var out []sheetLine
	for len(out) < most {
		row, at, err := d.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		out = append(out, sheetLine{slices.Clone(row), at})
	}
	return out, nil
}

// rest gives the rows that have not been read yet to take, up to the first
// error.
func (d *document) rest(take func(row []cell, line int) error) error {
	for {
		row, at, err := d.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = take(row, at)
		}
		if err != nil {
			return err
		}
	}
}

// headSize is how much of a file is looked at to find out what it is.
const headSize = 1 << 16

// head is the beginning of a file.
func head(path string) ([]byte, error) {
	in, err := os.Open(path)
	if err != nil {
		return nil, &Error{File: path, What: "cannot be opened", Err: err}
	}
	defer in.Close()
	text := make([]byte, headSize)
	n, err := io.ReadFull(in, text)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && err != io.EOF {
		return nil, &Error{File: path, What: "cannot be read", Err: err}
	}
	return text[:n], nil
}

var byteOrderMark = []byte("\xef\xbb\xbf")

// separator is the sign between the columns of a text: the one that most of
// its first lines have most often.
func separator(text []byte) rune {
	best, most := ',', 0
	for _, sign := range []rune{',', '\t', ';', '|'} {
		count, lines := 0, 0
		for line := range bytes.Lines(text) {
			if len(bytes.TrimSpace(line)) == 0 || line[0] == '#' {
				continue
			}
			if lines++; lines > 50 {
				break
			}
			// Commas within numbers and names are fewer than a table's columns.
			count += bytes.Count(line, []byte(string(sign)))
		}
		if sign != ',' && count > 0 && 2*count >= most || count > most {
			best, most = sign, count
		}
	}
	return best
}

// comments reads "# key: value" at the beginning of a text.
func comments(text []byte) map[string]string {
	about := map[string]string{}
	for line := range bytes.Lines(bytes.TrimPrefix(text, byteOrderMark)) {
		said, is := strings.CutPrefix(strings.TrimRight(string(line), "\r\n,;\t\" "), "#")
		if !is {
			break
		}
		if key, value, ok := strings.Cut(said, ":"); ok {
			about[strings.ToLower(strings.TrimSpace(key))] = strings.TrimSpace(value)
		}
	}
	return about
}

// encoded tells whether a text can be read as UTF-8.
func encoded(path string, text []byte) error {
	switch {
	case bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff")):
		return &Error{File: path, What: "is text in UTF-16", Mend: "save it as CSV in UTF-8"}
	case bytes.IndexByte(text, 0) >= 0:
		return &Error{File: path, What: "is neither text nor a workbook nor Parquet", Mend: "save the table as CSV, XLSX or Parquet"}
	}
	// The last rune of the head may be cut in two.
	for cut := 0; cut < utf8.UTFMax && cut <= len(text); cut++ {
		if utf8.Valid(text[:len(text)-cut]) {
			return nil
		}
	}
	row := 1 + bytes.Count(text[:firstInvalid(text)], []byte("\n"))
	return &Error{File: path, Row: row, What: "has text that is not UTF-8", Mend: "save it as CSV in UTF-8"}
}

func firstInvalid(text []byte) int {
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRune(text[at:])
		if r == utf8.RuneError && size == 1 {
			return at
		}
		at += size
	}
	return len(text)
}

// open opens a file as a sheet, whatever holds it. One that was opened to find
// out what it is goes on from there.
func (r *reader) open(path string) (*document, error) {
	if d := r.begun; d != nil && d.path == path {
		r.begun = nil
		return d, nil
	}
	text, err := head(path)
	if err != nil {
		return nil, err
	}
	switch {
	case len(bytes.TrimSpace(text)) == 0:
		return nil, &Error{File: path, What: "is empty", Mend: "save the table into it"}
	case bytes.HasPrefix(text, []byte("PK\x03\x04")):
		return r.openWorkbook(path)
	case bytes.HasPrefix(text, []byte("PAR1")):
		return openParquet(path)
	case bytes.HasPrefix(text, []byte("\xd0\xcf\x11\xe0")):
		return nil, &Error{File: path, What: "is a workbook of the old form (.xls)", Mend: "save it as XLSX"}
	}
	if err := encoded(path, text); err != nil {
		return nil, err
	}
	in, err := os.Open(path)
	if err != nil {
		return nil, &Error{File: path, What: "cannot be opened", Err: err}
	}
	d := &document{path: path, about: comments(text)}
	if isEurostatHead(text) {
		d.rows = newMelt(in)
		return d, nil
	}
	d.rows = newSheet(in, separator(text))
	return d, nil
}

// A sheetReader is delimited text.
type sheetReader struct {
	file io.Closer
	in   *csv.Reader
	row  []cell
}

func newSheet(in io.ReadCloser, comma rune) *sheetReader {
	buffered := bufio.NewReaderSize(in, 1<<16)
	if start, _ := buffered.Peek(len(byteOrderMark)); bytes.Equal(start, byteOrderMark) {
		buffered.Discard(len(byteOrderMark))
	}
	reader := csv.NewReader(buffered)
	reader.Comma, reader.Comment = comma, '#'
	reader.FieldsPerRecord, reader.ReuseRecord, reader.TrimLeadingSpace = -1, true, comma != '\t'
	return &sheetReader{file: in, in: reader}
}

func (s *sheetReader) next() ([]cell, int, error) {
	record, err := s.in.Read()
	var bad *csv.ParseError
	if errors.As(err, &bad) {
		return nil, 0, &Error{Row: bad.Line, What: "cannot be read: " + bad.Err.Error(), Mend: `close every quotation mark, and write one within a text as ""`}
	}
	if err != nil {
		return nil, 0, err
	}
	s.row = s.row[:0]
	for _, text := range record {
		s.row = append(s.row, cell{text: strings.TrimSpace(text)})
	}
	line, _ := s.in.FieldPos(0)
	return s.row, line, nil
}

func (s *sheetReader) sheet() string { return "" }
func (s *sheetReader) close() error  { return s.file.Close() }

// placed gives an error of a row source its file and sheet.
func (d *document) placed(err error) error {
	var bad *Error
	if errors.As(err, &bad) && bad.File == "" {
		bad.File, bad.Sheet = d.path, d.sheet()
	}
	return err
}

// IsWorkbook tells whether a file is a workbook of a spreadsheet, whatever its
// name.
func IsWorkbook(path string) bool {
	text, err := head(path)
	return err == nil && bytes.HasPrefix(text, []byte("PK\x03\x04"))
}
