package format

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"

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
	t := &production.Table{Unit: r.Unit, N: n, Input: a, Makes: oneEach(n), Periods: []production.Period{{Need: make([]float64, n)}}}
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
