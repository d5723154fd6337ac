package format

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A workbook may unpack to so many bytes, and one of its sheets may be kept
// in memory up to so many; larger ones go through a temporary file.
const (
	unpackedMost = 4 << 30
	inMemoryMost = 64 << 20
)

// openBook opens a workbook. A library's panic on a damaged file is a damaged
// file.
func openBook(file string) (book *excelize.File, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &Error{File: file, What: fmt.Sprintf("is a damaged workbook (%v)", p), Mend: "open it in a spreadsheet and save it again"}
		}
	}()
	book, err = excelize.OpenFile(file, excelize.Options{UnzipSizeLimit: unpackedMost, UnzipXMLSizeLimit: inMemoryMost, RawCellValue: true})
	if err != nil {
		return nil, &Error{File: file, What: "is not a whole workbook", Mend: "open it in a spreadsheet and save it again as XLSX", Err: err}
	}
	return book, nil
}

// openWorkbook opens the one sheet of a workbook that holds a table.
func (r *reader) openWorkbook(file string) (*document, error) {
	book, err := openBook(file)
	if err != nil {
		return nil, err
	}
	name, err := r.chooseSheet(file, book)
	if err != nil {
		book.Close()
		return nil, err
	}
	return r.openSheet(file, book, name)
}

// openSheet opens a sheet of a workbook that is open.
func (r *reader) openSheet(file string, book *excelize.File, name string) (*document, error) {
	if err := r.checkFormulas(file, name); err != nil {
		book.Close()
		return nil, err
	}
	in, err := book.Rows(name)
	if err != nil {
		book.Close()
		return nil, &Error{File: file, Sheet: name, What: "cannot be read", Err: err}
	}
	return &document{path: file, rows: &bookRows{book: book, in: in, name: name}, about: map[string]string{}}, nil
}

// chooseSheet is the sheet asked for, or the only one that holds a table.
func (r *reader) chooseSheet(file string, book *excelize.File) (string, error) {
	names := book.GetSheetList()
	if r.Sheet != "" {
		if slices.Contains(names, r.Sheet) {
			return r.Sheet, nil
		}
		return "", &Error{File: file, What: fmt.Sprintf("has no sheet %q", r.Sheet), Mend: "its sheets are " + some(names)}
	}
	var tables []string
	for _, name := range names {
		if holdsTable(book, name) {
			tables = append(tables, name)
		}
	}
	switch len(tables) {
	case 0:
		return "", &Error{File: file, What: "has no sheet with a table", Mend: "put names into the first row and column, and numbers between them"}
	case 1:
		if len(names) > 1 {
			r.note("sheet", tables[0], fmt.Sprintf("the only one of %d sheets that holds a table", len(names)))
		}
		return tables[0], nil
	}
	return "", &Error{File: file, What: fmt.Sprintf("has %d sheets that could be the table", len(tables)), Mend: "name one of " + some(tables)}
}

// holdsTable tells whether a sheet has three rows with two numbers each.
func holdsTable(book *excelize.File, name string) bool {
	in, err := book.Rows(name)
	if err != nil {
		return false
	}
	defer in.Close()
	rows := 0
	for line := 0; line < sampleRows && in.Next(); line++ {
		texts, err := in.Columns()
		if err != nil {
			return false
		}
		numbers, texted := 0, 0
		for _, text := range texts {
			if looksNumeric(text) {
				numbers++
			} else if text != "" {
				texted++
			}
		}
		if numbers >= 2 || numbers >= 1 && texted >= 2 {
			rows++
		}
	}
	return rows >= 2
}

// bookRows is a sheet of a workbook.
type bookRows struct {
	book *excelize.File
	in   *excelize.Rows
	name string
	line int
	row  []cell
}

func (s *bookRows) next() (row []cell, line int, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &Error{Row: s.line, What: fmt.Sprintf("is damaged (%v)", p), Mend: "open the workbook in a spreadsheet and save it again"}
		}
	}()
	if !s.in.Next() {
		if err := s.in.Error(); err != nil {
			return nil, 0, &Error{Row: s.line, What: "cannot be read", Err: err}
		}
		return nil, 0, io.EOF
	}
	s.line++
	texts, err := s.in.Columns()
	if err != nil {
		return nil, 0, &Error{Row: s.line, What: "cannot be read", Err: err}
	}
	s.row = s.row[:0]
	for _, text := range texts {
		text = strings.TrimSpace(text)
		c := cell{text: text}
		// A workbook keeps numbers with a point, whatever it shows.
		if v, why, _ := (manner{'.'}).number([]byte(text)); text != "" && why == "" && !strings.ContainsAny(text, ", '’\u00a0") {
			c.number, c.isReal = v, true
		}
		s.row = append(s.row, c)
	}
	return s.row, s.line, nil
}

func (s *bookRows) sheet() string { return s.name }
func (s *bookRows) close() error  { s.in.Close(); return s.book.Close() }
