package format

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"gosplan/production"
)

// Write writes a table in a layout: recipes into a file (CSV, XLSX or
// Parquet, after its ending) or, where the path has no ending, a folder;
// flows into a file; a matrix into a folder. What the layout cannot hold is
// in the findings, one for each loss. The file is complete or absent.
func Write(path string, t *production.Table, kind Kind) (Findings, error) {
	if err := t.Shape(); err != nil {
		return nil, err
	}
	l := &losses{}
	var err error
	switch kind {
	case Recipes:
		err = l.writeRecipes(path, t)
	case Flows:
		err = l.writeFlows(path, t)
	case Coefs:
		err = l.writeCoefs(path, t)
	case Matrix:
		err = l.writeMatrix(path, t)
	default:
		err = fmt.Errorf("tables are not written as %q: write recipes, flows, coefs or matrix", kind)
	}
	if err != nil {
		return nil, err
	}
	return l.findings, nil
}

// losses gathers what a layout cannot hold.
type losses struct{ findings Findings }

// lose notes a loss where there is one, which recipes would not bring.
func (l *losses) lose(is bool, what string) { l.warn(is, what, "write recipes to keep it") }

func (l *losses) warn(is bool, what, mend string) {
	if is {
		l.findings = append(l.findings, production.Finding{Severity: production.Warning, Kind: "lost", What: what, Count: 1, Mend: mend})
	}
}

// A sink takes the rows of a table that is written. A cell is text, or a
// number where isReal.
type sink interface {
	put(row []cell) error
	close() error
}

// toSheet writes a table of some columns into a file of the kind that its
// ending names, complete or not at all. about are comments at its head. A
// workbook keeps fifteen significant digits of a number, as spreadsheets do.
func (l *losses) toSheet(path string, columns []column, about [][2]string, fill func(put func(...cell) error) error) error {
	partial := path + ".partial"
	out, err := openSink(path, partial, columns, about)
	if err != nil {
		return err
	}
	isBook, rounded := strings.EqualFold(filepath.Ext(path), ".xlsx"), 0
	err = fill(func(row ...cell) error {
		for _, c := range row {
			if isBook && c.isReal && !keptByBook(c.number) {
				rounded++
			}
		}
		return out.put(row)
	})
	err = errors.Join(err, out.close())
	l.warn(rounded > 0, fmt.Sprintf("digits of %d numbers beyond the fifteenth, which a workbook does not keep", rounded), "write .csv or .parquet to keep them")
	if err == nil {
		err = os.Rename(partial, path)
	}
	if err != nil {
		os.Remove(partial)
		return &Error{File: path, What: "cannot be written", Err: err}
	}
	return nil
}

// keptByBook tells whether a number has no more digits than a workbook keeps.
func keptByBook(v float64) bool {
	const digits = 15
	short, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', digits, 64), 64)
	return err != nil || short == v
}

// A column is the name of a column that is written, and whether it holds
// numbers.
type column struct {
	name   string
	isReal bool
}

func openSink(path, partial string, columns []column, about [][2]string) (sink, error) {
	switch ending := strings.ToLower(filepath.Ext(path)); ending {
	case ".csv", ".tsv", ".txt":
		return newTextSink(partial, ending, columns, about)
	case ".parquet":
		return newParquetSink(partial, columns)
	case ".xlsx":
		return newBookSink(partial, columns)
	default:
		return nil, &Error{File: path, What: fmt.Sprintf("has the ending %q", ending), Mend: "end the name with .csv, .tsv, .xlsx or .parquet"}
	}
}

// keepsAbout tells whether a file can hold comments.
func keepsAbout(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".csv", ".tsv", ".txt":
		return true
	}
	return false
}

// about is what comments say of a table.
func about(t *production.Table) [][2]string {
	var out [][2]string
	for _, pair := range [][2]string{{"title", t.Title}, {"source", t.Source}, {"unit", t.Unit}} {
		if pair[1] != "" {
			out = append(out, [2]string{pair[0], strings.Join(strings.Fields(pair[1]), " ")})
		}
	}
	return out
}
