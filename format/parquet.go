package format

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/parquet-go/parquet-go"
)

// openParquet opens a Parquet file as a sheet whose first row is its columns.
func openParquet(path string) (d *document, err error) {
	defer func() {
		if p := recover(); p != nil {
			d, err = nil, &Error{File: path, What: fmt.Sprintf("is damaged Parquet (%v)", p), Mend: "write it again"}
		}
	}()
	file, err := os.Open(path)
	if err != nil {
		return nil, &Error{File: path, What: "cannot be opened", Err: err}
	}
	info, err := file.Stat()
	if err != nil {
		file.Close()
		return nil, &Error{File: path, What: "cannot be opened", Err: err}
	}
	in, err := parquet.OpenFile(file, info.Size(), parquet.SkipBloomFilters(true), parquet.SkipPageIndex(true))
	if err != nil {
		file.Close()
		return nil, &Error{File: path, What: "is not whole Parquet", Mend: "write it again", Err: err}
	}
	var names []cell
	for _, field := range in.Schema().Fields() {
		if !field.Leaf() || field.Repeated() {
			file.Close()
			return nil, &Error{File: path, What: fmt.Sprintf("column %q holds lists or groups", field.Name()), Mend: "write one number or text to a column"}
		}
		names = append(names, cell{text: field.Name()})
	}
	return &document{path: path, about: map[string]string{}, rows: &parquetRows{file: file, in: in, names: names}}, nil
}

// parquetRows is a Parquet file, row by row.
type parquetRows struct {
	file   *os.File
	in     *parquet.File
	names  []cell
	group  int
	rows   parquet.Rows
	batch  [256]parquet.Row
	filled int
	at     int
	line   int
	row    []cell
}

func (s *parquetRows) next() (row []cell, line int, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &Error{Row: s.line, What: fmt.Sprintf("is damaged Parquet (%v)", p), Mend: "write the file again"}
		}
	}()
	s.line++
	if s.line == 1 {
		return s.names, 1, nil
	}
	for s.at == s.filled {
		if err := s.fill(); err != nil {
			return nil, 0, err
		}
	}
	s.row = append(s.row[:0], make([]cell, len(s.names))...)
	for _, value := range s.batch[s.at] {
		if at := value.Column(); at < len(s.row) {
			s.row[at] = parquetCell(value)
		}
	}
	s.at++
	return s.row, s.line, nil
}

// fill reads the next few rows.
func (s *parquetRows) fill() error {
	groups := s.in.RowGroups()
	for {
		if s.rows == nil {
			if s.group == len(groups) {
				return io.EOF
			}
			s.rows = groups[s.group].Rows()
			s.group++
		}
		n, err := s.rows.ReadRows(s.batch[:])
		if err != nil && !errors.Is(err, io.EOF) {
			return &Error{Row: s.line, What: "cannot be read", Mend: "write the file again", Err: err}
		}
		if n > 0 {
			s.filled, s.at = n, 0
			return nil
		}
		s.rows.Close()
		s.rows = nil
	}
}

func parquetCell(v parquet.Value) cell {
	number := func(v float64) cell {
		return cell{text: strconv.FormatFloat(v, 'g', -1, 64), number: v, isReal: true}
	}
	if v.IsNull() {
		return cell{}
	}
	switch v.Kind() {
	case parquet.Double:
		return number(v.Double())
	case parquet.Float:
		return number(float64(v.Float()))
	case parquet.Int32:
		return number(float64(v.Int32()))
	case parquet.Int64:
		return number(float64(v.Int64()))
	case parquet.Boolean:
		return cell{text: strconv.FormatBool(v.Boolean())}
	}
	return cell{text: string(v.ByteArray())}
}

func (s *parquetRows) sheet() string { return "" }
func (s *parquetRows) close() error {
	if s.rows != nil {
		s.rows.Close()
	}
	return s.file.Close()
}
