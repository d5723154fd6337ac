package format

import (
	"fmt"
	"math"
	"os"
	"path/filepath"

	"gosplan/linalg"
	"gosplan/production"
)

// recipeSheet are the columns of recipes as they are written.
var recipeSheet = []column{{"kind", false}, {"name", false}, {"technique", false}, {"item", false}, {"amount", true},
	{"unit", false}, {"period", false}, {"weight", true}, {"tier", true}}

// A recipeWriter writes the rows of a recipes table.
type recipeWriter struct {
	t    *production.Table
	put  func(...cell) error
	err  error
	name []string // [technique] as written
}

// row writes one row.
func (w *recipeWriter) row(kind rowKind, cells ...cell) {
	row := make([]cell, len(recipeSheet))
	row[colKind] = word(kindWords[kind].word)
	copy(row[colName:], cells)
	if w.err == nil {
		w.err = w.put(row...)
	}
}

// writeRecipes writes a recipes table into a file, or into a folder where the
// path has no ending.
func (l *losses) writeRecipes(path string, t *production.Table) error {
	w := &recipeWriter{t: t, name: l.techniqueNames(t)}
	if t.Products == nil {
		l.note("names", "products without names are named by number")
	}
	if t.Units == nil && t.Unit != "" {
		l.note("one unit", fmt.Sprintf("every product is measured in %s and says so", t.Unit))
	}
	file := path
	if filepath.Ext(path) == "" {
		if err := os.MkdirAll(path, 0o755); err != nil {
			return &Error{File: path, What: "cannot be written", Err: err}
		}
		file = filepath.Join(path, "recipes.csv")
	}
	err := l.toSheet(file, recipeSheet, nil, func(put func(...cell) error) error {
		w.put = put
		w.nouns()
		w.techniques()
		w.factors()
		w.products()
		w.periods()
		return w.err
	})
	if err != nil && file != path {
		os.Remove(path) // stays if there was something in it before
	}
	return err
}

// note tells of a change that loses nothing.
func (l *losses) note(kind, what string) {
	l.findings = append(l.findings, production.Finding{Severity: production.Note, Kind: kind, What: what, Count: 1})
}

// techniqueNames are the names of techniques as they are written: two that
// make one product must differ. What had no name loses none.
func (l *losses) techniqueNames(t *production.Table) []string {
	out := make([]string, t.Ways())
	taken := map[[2]string]bool{}
	renamed, first := 0, ""
	for way, product := range t.Makes {
		if t.Techniques != nil {
			out[way] = t.Techniques[way]
		}
		name := out[way]
		for k := 2; taken[[2]string{t.Product(int(product)), name}]; k++ {
			name = fmt.Sprintf("%s (%d)", t.Technique(way), k)
		}
		if t.Techniques != nil && name != out[way] {
			if renamed++; renamed == 1 {
				first = fmt.Sprintf("%q is called %q", t.Technique(way), name)
			}
		}
		out[way] = name
		taken[[2]string{t.Product(int(product)), name}] = true
	}
	if renamed > 0 {
		l.note("names", fmt.Sprintf("%d techniques have the name of another that makes the same, and get a number: %s", renamed, first))
	}
	return out
}

// nouns writes the title, the products and the factors.
func (w *recipeWriter) nouns() {
	t := w.t
	if t.Title != "" {
		w.row(asTitle, word(t.Title))
	}
	if t.Source != "" {
		w.row(asSource, word(t.Source))
	}
	for i := range t.N {
		w.row(asProduct, word(t.Product(i)), word(""), word(""), word(""), word(t.UnitOf(i)))
	}
	for f, name := range t.Factors {
		unit := ""
		if t.FactorUnits != nil {
			unit = t.FactorUnits[f]
		}
		w.row(asFactor, word(name), word(""), word(""), word(""), word(unit))
	}
	for i, p := range t.Periods {
		if p.Name != "" || len(t.Periods) > 1 {
			w.row(asPeriod, word(w.period(i)))
		}
	}
}

func (w *recipeWriter) period(i int) string {
	if w.t.Periods[i].Name != "" {
		return w.t.Periods[i].Name
	}
	if len(w.t.Periods) == 1 {
		return ""
	}
	return fmt.Sprintf("period %d", i+1)
}

// techniques writes what techniques make, use up and occupy.
func (w *recipeWriter) techniques() {
	t := w.t
	for way, product := range t.Makes {
		name, technique := word(t.Product(int(product))), word(w.name[way])
		w.row(asTechnique, name, technique)
		part := func(kind rowKind, m *linalg.Matrix, of func(int) string) {
			if m == nil {
				return
			}
			cols, values := m.Row(way)
			for at, col := range cols {
				if values[at] != 0 {
					w.row(kind, name, technique, word(of(int(col))), figure(values[at]))
				}
			}
		}
		part(asOutput, t.Output, t.Product)
		if t.Output != nil && t.Output.At(way, int(product)) == 0 {
			w.row(asOutput, name, technique, name, figure(0))
		}
		part(asInput, t.Input, t.Product)
		part(asUse, t.Use, func(f int) string { return t.Factors[f] })
		if t.Ran != nil {
			w.row(asRan, name, technique, word(""), figure(t.Ran[way]))
		}
	}
}

// factors writes building, gestation, depreciation and wanted capacities.
func (w *recipeWriter) factors() {
	t := w.t
	for f, name := range t.Factors {
		if t.Build != nil {
			cols, values := t.Build.Row(f)
			for at, col := range cols {
				w.row(asBuild, word(name), word(""), word(t.Product(int(col))), figure(values[at]))
			}
		}
		if t.Gestation != nil {
			w.value(asGestation, name, float64(t.Gestation[f]))
		}
		if t.Depreciation != nil {
			w.value(asDepreciation, name, t.Depreciation[f])
		}
		if t.TerminalCap != nil {
			w.value(asTerminal, name, t.TerminalCap[f])
		}
	}
}

// value writes what is told once of a product or factor.
func (w *recipeWriter) value(kind rowKind, name string, v float64) {
	w.row(kind, word(name), word(""), word(""), figure(v))
}

// products writes stocks.
func (w *recipeWriter) products() {
	for _, part := range []struct {
		kind   rowKind
		values []float64
	}{{asStock, w.t.Stock}, {asPerish, w.t.Perish}, {asTerminal, w.t.Terminal}} {
		for i, v := range part.values {
			if v != 0 {
				w.value(part.kind, w.t.Product(i), v)
			}
		}
	}
}

// periods writes needs, imports and capacities.
func (w *recipeWriter) periods() {
	t := w.t
	for at, p := range t.Periods {
		period := word(w.period(at))
		dated := func(kind rowKind, name string, v float64, rest ...cell) {
			w.row(kind, append([]cell{word(name), word(""), word(""), figure(v), word(""), period}, rest...)...)
		}
		for i, v := range p.Need {
			weighted := p.Weight != nil && !math.IsNaN(p.Weight[i])
			if v == 0 && !(weighted && p.Weight[i] != 0) {
				continue
			}
			rest := make([]cell, 2)
			if weighted {
				rest[0] = figure(p.Weight[i])
			}
			if p.Tier != nil && p.Tier[i] > 0 {
				rest[1] = figure(float64(p.Tier[i]))
			}
			dated(asNeed, t.Product(i), v, rest...)
		}
		for i, v := range p.Import {
			if v != 0 {
				dated(asImport, t.Product(i), v)
			}
		}
		for f, v := range p.Capacity {
			if at == 0 || v != 0 {
				dated(asCapacity, t.Factors[f], v)
			}
		}
	}
}
