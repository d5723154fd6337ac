package record

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"

	"gosplan/series"
)

// header names the columns of series.csv and series.parquet.
var header = []string{"series", "place", "date", "value", "unit"}

// WriteCSV writes one line a number.
func WriteCSV(w io.Writer, log *series.Log) error {
	out := csv.NewWriter(w)
	out.Write(header)
	for _, row := range log.Rows {
		value := strconv.FormatFloat(row.Value, 'g', -1, 64)
		if err := out.Write([]string{row.Def.Name, row.Place, row.Date(), value, row.Def.Unit}); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// tidy is a row of series.parquet.
type tidy struct {
	Series string  `parquet:"series,dict"`
	Place  string  `parquet:"place,dict"`
	Date   string  `parquet:"date,dict"`
	Value  float64 `parquet:"value"`
	Unit   string  `parquet:"unit,dict"`
}

// WriteParquet writes the same rows and columns as WriteCSV.
func WriteParquet(w io.Writer, log *series.Log) error {
	const batch = 4096
	out := parquet.NewGenericWriter[tidy](w, parquet.Compression(&zstd.Codec{}))
	rows := make([]tidy, 0, batch)
	for i, row := range log.Rows {
		rows = append(rows, tidy{row.Def.Name, row.Place, row.Date(), row.Value, row.Def.Unit})
		if len(rows) == batch || i == len(log.Rows)-1 {
			if _, err := out.Write(rows); err != nil {
				return err
			}
			rows = rows[:0]
		}
	}
	return out.Close()
}

// readCSV reads what WriteCSV wrote. find gives the definition of a series.
func readCSV(r io.Reader, find func(name, unit string) *series.Definition) (*series.Log, error) {
	in := csv.NewReader(r)
	in.FieldsPerRecord = len(header)
	in.ReuseRecord = true
	first, err := in.Read()
	if err != nil {
		return nil, err
	}
	if strings.Join(first, ",") != strings.Join(header, ",") {
		return nil, fmt.Errorf("line 1: the columns are %v, not %v", first, header)
	}
	log := &series.Log{}
	for {
		fields, err := in.Read()
		if err == io.EOF {
			return log, nil
		}
		if err != nil {
			return nil, err
		}
		line, _ := in.FieldPos(0)
		year, quarter, err := ParseDate(fields[2])
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
		value, err := strconv.ParseFloat(fields[3], 64)
		if err != nil {
			return nil, fmt.Errorf("line %d: %q is no number", line, fields[3])
		}
		log.Add(find(fields[0], fields[4]), strings.Clone(fields[1]), year, quarter, value)
	}
}

// ParseDate reads "1933" or "1933-Q2".
func ParseDate(text string) (year, quarter int, err error) {
	number, rest, has := strings.Cut(text, "-Q")
	if year, err = strconv.Atoi(number); err == nil && has {
		quarter, err = strconv.Atoi(rest)
	}
	if err != nil || has && (quarter < 1 || quarter > 4) {
		return 0, 0, fmt.Errorf("%q is no date such as 1933 or 1933-Q2", text)
	}
	return year, quarter, nil
}
