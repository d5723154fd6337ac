package format

import (
	"bufio"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"

	"gosplan/linalg"
	"gosplan/production"
)

// Labels around the square of a table of flows that is written.
const (
	needLabel   = "final demand"
	importLabel = "imports"
	outputLabel = "gross output"
)

// factorsKey is the comment that says which rows of a table of coefficients
// are factors and not products.
const factorsKey = "factors"

// square tells why a table cannot be written as one of flows or coefficients.
func square(path string, t *production.Table) error {
	if !t.Square() {
		return &Error{File: path, What: "the table has other than one technique for each product", Mend: "write it as recipes"}
	}
	return nil
}

// losesAll notes what no table of flows or coefficients can hold. Flows tell
// how much labour there is by how much was used.
func (l *losses) losesAll(path string, t *production.Table, flows bool) {
	l.lose(len(t.Periods) > 1, fmt.Sprintf("%d periods after the first", len(t.Periods)-1))
	l.lose(t.Build != nil || t.Gestation != nil || t.Depreciation != nil || t.TerminalCap != nil, "building, gestation, depreciation and wanted capacities")
	l.lose(t.Stock != nil || t.Terminal != nil || t.Perish != nil, "stocks")
	l.lose(t.Periods[0].Weight != nil || t.Periods[0].Tier != nil, "weights and tiers of needs")
	l.lose(t.Techniques != nil, "names of techniques")
	l.lose(t.Units != nil, "units by product")
	l.lose(!keepsAbout(path) && (t.Title != "" || t.Source != "" || t.Unit != ""), "title, source and unit")
	limited := false
	for f, v := range t.Periods[0].Capacity {
		limited = limited || !math.IsInf(v, 1) && !(flows && isUsedUp(t, f, v))
	}
	l.lose(limited, "capacities other than what was used")
}

// isUsedUp tells whether a capacity is what the reported year used of it.
func isUsedUp(t *production.Table, f int, capacity float64) bool {
	if t.Ran == nil || t.Use == nil {
		return false
	}
	used := 0.0
	for way := range t.Ways() {
		used += max(0, t.Use.At(way, f)*t.Ran[way])
	}
	return math.Abs(used-capacity) <= 1e-9*capacity
}

// writeFlows writes a table that reports its year in long form: flows, final
// demand, imports, value added and gross output.
func (l *losses) writeFlows(path string, t *production.Table) error {
	if err := square(path, t); err != nil {
		return err
	}
	if t.Ran == nil {
		return &Error{File: path, What: "the table reports no year, so that there are no flows", Mend: "write coefs or recipes"}
	}
	l.losesAll(path, t, true)
	l.lose(unranUses(t), "recipes of sectors that made nothing")
	return l.toSheet(path, []column{{"row", false}, {"col", false}, {"value", true}}, about(t), func(put func(...cell) error) error {
		return writeLong(t, put, func(way int) float64 { return t.Ran[way] })
	})
}

// unranUses tells whether a sector that made nothing has a recipe.
func unranUses(t *production.Table) bool {
	for way, x := range t.Ran {
		if _, values := t.Input.Row(way); x == 0 && len(values) > 0 {
			return true
		}
	}
	return false
}

// writeCoefs writes input coefficients in long form.
func (l *losses) writeCoefs(path string, t *production.Table) error {
	if err := square(path, t); err != nil {
		return err
	}
	l.losesAll(path, t, false)
	l.lose(t.Ran != nil, "the levels of the reported year")
	said := about(t)
	if t.Use != nil && keepsAbout(path) {
		said = append(said, [2]string{factorsKey, strings.Join(t.Factors, "; ")})
	} else if t.Use != nil {
		l.lose(true, "factors and what techniques occupy of them")
		bare := *t
		bare.Use, t = nil, &bare
	}
	return l.toSheet(path, []column{{"row", false}, {"col", false}, {"coef", true}}, said, func(put func(...cell) error) error {
		return writeLong(t, put, nil)
	})
}

// writeLong writes entries times the level of the technique they are of;
// without levels it writes coefficients.
func writeLong(t *production.Table, put func(...cell) error, level func(int) float64) error {
	scale := func(way int) float64 {
		if level == nil {
			return 1
		}
		return level(way)
	}
	for way := range t.Ways() {
		cols, values := t.Input.Row(way)
		for at, product := range cols {
			if err := put(word(t.Product(int(product))), word(t.Product(way)), figure(values[at]*scale(way))); err != nil {
				return err
			}
		}
		if t.Use != nil {
			cols, values := t.Use.Row(way)
			for at, f := range cols {
				if err := put(word(t.Factors[f]), word(t.Product(way)), figure(values[at]*scale(way))); err != nil {
					return err
				}
			}
		}
	}
	first := t.Periods[0]
	for i := range t.N {
		margins := []struct {
			label  string
			values []float64
		}{{needLabel, first.Need}, {importLabel, first.Import}}
		if level != nil {
			margins = append(margins, struct {
				label  string
				values []float64
			}{outputLabel, t.Ran})
		}
		for _, m := range margins {
			if m.values != nil && (m.values[i] != 0 || m.label == outputLabel) {
				if err := put(word(t.Product(i)), word(m.label), figure(m.values[i])); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// writeMatrix writes coefficients as a folder of matrices in Matrix Market.
func (l *losses) writeMatrix(path string, t *production.Table) error {
	if err := square(path, t); err != nil {
		return err
	}
	l.losesAll("", t, false)
	l.lose(t.Ran != nil, "the levels of the reported year")
	l.lose(t.Periods[0].Import != nil, "imports")
	partial := path + ".partial"
	err := l.matrixFolder(partial, t)
	if err == nil {
		err = os.Rename(partial, path)
	}
	if err != nil {
		os.RemoveAll(partial)
		return &Error{File: path, What: "cannot be written", Err: err}
	}
	return nil
}

func (l *losses) matrixFolder(path string, t *production.Table) error {
	if err := os.MkdirAll(path, 0o755); err != nil {
		return err
	}
	need := linalg.New(t.N, 1)
	for i := range t.N {
		if t.Periods[0].Need != nil && t.Periods[0].Need[i] != 0 {
			need.Col, need.Val = append(need.Col, 0), append(need.Val, t.Periods[0].Need[i])
		}
		need.Start[i+1] = int64(len(need.Col))
	}
	errs := []error{writeMarket(filepath.Join(path, "A.mtx"), t.Input, true), writeMarket(filepath.Join(path, "needs.mtx"), need, false)}
	if t.Products != nil {
		errs = append(errs, writeLines(filepath.Join(path, "names.txt"), t.Products))
	}
	if t.Use != nil {
		errs = append(errs, writeMarket(filepath.Join(path, "uses.mtx"), t.Use, true), writeLines(filepath.Join(path, "factors.txt"), t.Factors))
	}
	return errors.Join(errs...)
}

// writeMarket writes a matrix by coordinate; flipped, its rows are columns.
func writeMarket(path string, m *linalg.Matrix, flip bool) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(file, 1<<20)
	rows, cols := m.Rows, m.Cols
	if flip {
		rows, cols = cols, rows
	}
	fmt.Fprintf(out, "%%%%MatrixMarket matrix coordinate real general\n%d %d %d\n", rows, cols, m.Entries())
	for i := range m.Rows {
		columns, values := m.Row(i)
		for at, j := range columns {
			row, col := i+1, int(j)+1
			if flip {
				row, col = col, row
			}
			fmt.Fprintf(out, "%d %d %s\n", row, col, figure(values[at]).text)
		}
	}
	return errors.Join(out.Flush(), file.Close())
}

// writeLines writes names, one to a line.
func writeLines(path string, names []string) error {
	var text strings.Builder
	for _, name := range names {
		text.WriteString(strings.Join(strings.Fields(name), " ") + "\n")
	}
	return os.WriteFile(path, []byte(text.String()), 0o644)
}
