// Package format reads and writes production tables: input-output and
// supply-use tables as statistical offices publish them, recipes as people
// write them into a spreadsheet, and plain matrices. What a file is, is found
// out from what is in it. This package computes no plan.
package format

import (
	"fmt"
	"os"
	"path/filepath"

	"gosplan/production"
)

// A Kind is a layout of a table in a file or folder.
type Kind string

// Kinds.
const (
	Flows   Kind = "flows"   // input-output table of flows: CSV, XLSX or Parquet, wide or long
	Use     Kind = "use"     // use table, with its make table beside it
	Make    Kind = "make"    // make (supply) table
	Coefs   Kind = "coefs"   // input coefficients, long: row, column, value
	Recipes Kind = "recipes" // recipes in long form, in a file, a folder or a workbook
	Matrix  Kind = "matrix"  // Matrix Market, with needs and names in files beside it
	MRIO    Kind = "mrio"    // folder with Z.txt or A.txt, Y.txt, unit.txt
	MPS     Kind = "mps"     // a linear programme; not a production table
)

// Kinds are all kinds, with what each is.
func Kinds() [][2]string {
	return [][2]string{
		{string(Flows), "input-output table of flows, wide or long"},
		{string(Use), "use table, with its make table"},
		{string(Make), "make or supply table, with its use table"},
		{string(Coefs), "input coefficients in long form"},
		{string(Recipes), "recipes in long form"},
		{string(Matrix), "matrix of input coefficients in Matrix Market"},
		{string(MRIO), "folder of tab-separated multi-regional tables"},
		{string(MPS), "linear programme; not a production table"},
	}
}

// Findings is what was noticed and assumed while reading.
type Findings = production.Findings

// Options say what a file does not say itself. The zero value asks for
// everything to be found out.
type Options struct {
	Kind    Kind              // empty: found out from the content
	Sheet   string            // of a workbook; empty: the only one that holds a table
	Decimal string            // "." or ","; empty: found out
	Pick    map[string]string // column to value, where a file holds several tables: "geo" to "AT"
	Make    string            // path of the make table of a use table; empty: looked for beside it
	Names   string            // path of a table "code,name"; empty: looked for beside it
	Unit    string            // of a table that does not name it

	// MostNumbers refuses recipes of more products, techniques and factors,
	// times periods; 0: any number. A table takes a few times eight bytes for
	// each.
	MostNumbers int

	// ByProducts keeps what industries of a supply-use table make beside
	// their main product as joint output. False: the table is made square by
	// the industry-technology assumption.
	ByProducts bool
}

// Read reads a production table from a file or folder. What it noticed and
// assumed on the way is in the findings; an error is an *Error where it has a
// place in a file.
func Read(path string, o Options) (*production.Table, Findings, error) {
	return ReadFiles([]string{path}, o)
}

// ReadFiles reads a table that lies in several files: a use table and its
// make table, or recipes in parts.
func ReadFiles(paths []string, o Options) (*production.Table, Findings, error) {
	if len(paths) == 0 {
		return nil, nil, fmt.Errorf("no file: name the table to read")
	}
	r := &reader{Options: o}
	defer r.closeBegun()
	t, err := r.read(paths)
	if err != nil {
		return nil, r.findings, err
	}
	if err := t.Shape(); err != nil {
		return nil, r.findings, &Error{File: paths[0], What: err.Error(), Mend: "the file does not hold a whole table"}
	}
	if t.Title == "" {
		t.Title = filepath.Base(paths[0])
	}
	return t, r.findings, nil
}

// A reader reads one table and gathers what it notices.
type reader struct {
	Options
	findings Findings
	begun    *document // opened to find out what it is, and not yet read
}

// closeBegun closes what was opened and not read.
func (r *reader) closeBegun() {
	if r.begun != nil {
		r.begun.close()
	}
}

// note adds a finding that needs no mending.
func (r *reader) note(kind, where, what string) {
	r.findings = append(r.findings, production.Finding{Severity: production.Note, Kind: kind, Where: where, What: what, Count: 1})
}

// warn adds a finding that the user should look at.
func (r *reader) warn(kind, where, what, mend string) {
	r.findings = append(r.findings, production.Finding{Severity: production.Warning, Kind: kind, Where: where, What: what, Mend: mend, Count: 1})
}

func (r *reader) read(paths []string) (*production.Table, error) {
	for _, path := range paths {
		if _, err := os.Stat(path); err != nil {
			return nil, &Error{File: path, What: "cannot be opened", Mend: "look at the spelling of the path", Err: err}
		}
	}
	kind := r.Kind
	if kind == "" {
		var err error
		if kind, err = r.detect(paths[0]); err != nil {
			return nil, err
		}
	}
	if len(paths) > 1 && (kind == Matrix || kind == MRIO || kind == MPS) {
		return nil, &Error{File: paths[1], What: fmt.Sprintf("is a second file, and a table of kind %s is one file or folder", kind), Mend: "name one"}
	}
	switch kind {
	case Recipes:
		return r.readRecipes(paths)
	case Matrix:
		return r.readMatrix(paths[0])
	case MRIO:
		return r.readMRIO(paths[0])
	case Flows, Use, Make, Coefs:
		return r.readFlows(paths, kind)
	case MPS:
		return nil, &Error{File: paths[0], What: "is a linear programme in MPS, not a production table", Mend: "it can be solved as it stands, by the solver of linear programmes"}
	}
	return nil, &Error{File: paths[0], What: fmt.Sprintf("unknown kind of table %q", kind), Mend: fmt.Sprintf("kinds are %s", words(Kinds()))}
}
