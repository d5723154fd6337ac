package format

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strconv"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"
	"github.com/xuri/excelize/v2"
)

// figure is a number as it is written, so that it is read back as the same.
func figure(v float64) cell {
	if math.IsInf(v, 1) {
		return cell{text: "unlimited", number: v, isReal: true}
	}
	return cell{text: strconv.FormatFloat(v, 'g', -1, 64), number: v, isReal: true}
}

// word is a text as it is written.
func word(text string) cell { return cell{text: text} }

// header is the row of the names of columns.
func header(columns []column) []cell {
	var names []cell
	for _, c := range columns {
		names = append(names, word(c.name))
	}
	return names
}

// A textSink writes delimited text.
type textSink struct {
	file   *os.File
	buffer *bufio.Writer
	out    *csv.Writer
	row    []string
}

func newTextSink(path, ending string, columns []column, about [][2]string) (sink, error) {
	file, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	s := &textSink{file: file, buffer: bufio.NewWriterSize(file, 1<<20)}
	for _, pair := range about {
		fmt.Fprintf(s.buffer, "# %s: %s\n", pair[0], pair[1])
	}
	s.out = csv.NewWriter(s.buffer)
	if ending != ".csv" {
		s.out.Comma = '\t'
	}
	return s, s.put(header(columns))
}

func (s *textSink) put(row []cell) error {
	s.row = s.row[:0]
	for _, c := range row {
		s.row = append(s.row, c.text)
	}
	return s.out.Write(s.row)
}

func (s *textSink) close() error {
	s.out.Flush()
	return errors.Join(s.out.Error(), s.buffer.Flush(), s.file.Close())
}

// A parquetSink writes Parquet; cells without a number are null.
type parquetSink struct {
	file    *os.File
	out     *parquet.GenericWriter[any]
	columns []column
	place   []int // [column] its place among Parquet's, which are in order of name
	rows    []parquet.Row
}

// parquetBatch is how many rows are handed on at a time.
const parquetBatch = 4096

func newParquetSink(path string, columns []column) (sink, error) {
	file, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	group := parquet.Group{}
	for _, c := range columns {
		if c.isReal {
			group[c.name] = parquet.Optional(parquet.Leaf(parquet.DoubleType))
		} else {
			group[c.name] = parquet.Encoded(parquet.String(), &parquet.RLEDictionary)
		}
	}
	schema := parquet.NewSchema("table", group)
	s := &parquetSink{file: file, columns: columns, place: make([]int, len(columns))}
	for at, c := range columns {
		leaf, found := schema.Lookup(c.name)
		if !found {
			file.Close()
			return nil, fmt.Errorf("column %q twice", c.name)
		}
		s.place[at] = leaf.ColumnIndex
	}
	s.out = parquet.NewGenericWriter[any](file, schema, parquet.Compression(&zstd.Codec{}))
	return s, nil
}

func (s *parquetSink) put(row []cell) error {
	out := make(parquet.Row, len(s.columns))
	for at, c := range s.columns {
		value, level := parquet.NullValue(), 0
		switch {
		case c.isReal && row[at].isReal:
			value, level = parquet.DoubleValue(row[at].number), 1
		case !c.isReal:
			value = parquet.ByteArrayValue([]byte(row[at].text))
		}
		out[s.place[at]] = value.Level(0, level, s.place[at])
	}
	s.rows = append(s.rows, out)
	if len(s.rows) == parquetBatch {
		return s.flush()
	}
	return nil
}

func (s *parquetSink) flush() error {
	_, err := s.out.WriteRows(s.rows)
	s.rows = s.rows[:0]
	return err
}

func (s *parquetSink) close() error {
	return errors.Join(s.flush(), s.out.Close(), s.file.Close())
}

// A bookSink writes a workbook of one sheet.
type bookSink struct {
	path string
	book *excelize.File
	out  *excelize.StreamWriter
	line int
}

// A sheet of a workbook has so many rows and columns at the most.
const (
	sheetRows    = 1 << 20
	sheetColumns = 1 << 14
)

func newBookSink(path string, columns []column) (sink, error) {
	s := &bookSink{path: path, book: excelize.NewFile()}
	if len(columns) > sheetColumns {
		return nil, fmt.Errorf("a sheet has at most %d columns: write CSV or Parquet", sheetColumns)
	}
	var err error
	if err = s.book.SetSheetName("Sheet1", "table"); err != nil {
		return nil, err
	}
	if s.out, err = s.book.NewStreamWriter("table"); err != nil {
		return nil, err
	}
	return s, s.put(header(columns))
}

func (s *bookSink) put(row []cell) error {
	s.line++
	if s.line > sheetRows {
		return fmt.Errorf("a sheet has at most %d rows: write CSV or Parquet", sheetRows)
	}
	values := make([]any, len(row))
	for at, c := range row {
		switch {
		case c.isReal && !notFinite(c.number):
			values[at] = c.number
		case c.text != "":
			values[at] = c.text
		}
	}
	return s.out.SetRow("A"+strconv.Itoa(s.line), values)
}

func (s *bookSink) close() error {
	if err := s.out.Flush(); err != nil {
		return err
	}
	file, err := os.Create(s.path)
	if err != nil {
		return err
	}
	_, err = s.book.WriteTo(io.Writer(file))
	return errors.Join(err, file.Close(), s.book.Close())
}
