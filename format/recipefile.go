package format

import (
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"

	"gosplan/production"
)

// A said is one row of a recipes table.
type said struct {
	kind                        rowKind
	name, technique, item, unit int32 // labels; -1: empty
	period                      int32
	amount, weight              float64
	tier                        int8
	hasAmount                   bool
	file                        uint8
	line                        int32
}

// A book gathers the rows of a recipes table from all its files.
type book struct {
	*reader
	files  []*Error // where: file and sheet
	words  *labels
	rows   []said
	manner manner
}

// readRecipes reads recipes from a file, a workbook, a folder or several files.
func (r *reader) readRecipes(paths []string) (*production.Table, error) {
	b := &book{reader: r, words: newLabels()}
	for _, path := range paths {
		if err := b.readPath(path); err != nil {
			return nil, err
		}
	}
	if len(b.rows) == 0 {
		return nil, &Error{File: paths[0], What: "has a header and no rows", Mend: "fill in the recipes"}
	}
	return b.assemble()
}

// readPath reads a folder, a workbook of several sheets, or one table.
func (b *book) readPath(path string) error {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		for _, part := range recipeParts {
			for _, ending := range tableEndings {
				if file := filepath.Join(path, part+ending); exists(file) {
					if err := b.readPart(file, "", partKinds[part]); err != nil {
						return err
					}
				}
			}
		}
		return nil
	}
	if text, err := head(path); err == nil && strings.HasPrefix(string(text), "PK\x03\x04") && b.Sheet == "" {
		opened, err := openBook(path)
		if err != nil {
			return err
		}
		sheets := opened.GetSheetList()
		opened.Close()
		if isRecipeBook(sheets) {
			return b.readSheets(path, sheets)
		}
	}
	kind := plainInput
	if part, is := partKinds[strings.ToLower(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)))]; is {
		kind = part
	}
	return b.readPart(path, "", kind)
}

// readSheets reads the sheets of a workbook by their names.
func (b *book) readSheets(path string, sheets []string) error {
	var left []string
	for _, sheet := range sheets {
		kind, known := partKinds[strings.ToLower(sheet)]
		if !known {
			left = append(left, sheet)
			continue
		}
		if err := b.readPart(path, sheet, kind); err != nil {
			return err
		}
	}
	if len(left) > 0 {
		b.note("sheets left out", filepath.Base(path), "no part of a recipes table is called "+some(left))
	}
	return nil
}

// readPart reads one table whose rows are of a kind where they do not say so.
func (b *book) readPart(path, sheet string, kind rowKind) error {
	var d *document
	var err error
	if sheet == "" {
		d, err = b.open(path)
	} else if opened, failed := openBook(path); failed != nil {
		return failed
	} else {
		d, err = b.openSheet(path, opened, sheet)
	}
	if err != nil {
		return err
	}
	defer d.close()
	b.files = append(b.files, &Error{File: path, Sheet: d.sheet()})
	first, line, err := d.next()
	if errors.Is(err, io.EOF) {
		return d.fault(0, 0, "is empty", "write a header and rows")
	}
	if err != nil {
		return d.placed(err)
	}
	at, bad := recipeHead(first)
	switch {
	case bad >= 0:
		return d.fault(line, bad+1, fmt.Sprintf("unknown column %q", first[bad].text), "columns are kind, name, technique, item, amount, unit, period, weight, tier, note")
	case at[colName] < 0:
		return d.fault(line, 0, "has no column name", "name the column that holds products or factors")
	}
	for _, about := range []string{"title", "source"} {
		if text := d.about[about]; text != "" {
			b.rows = append(b.rows, said{kind: map[string]rowKind{"title": asTitle, "source": asSource}[about], name: b.words.add(text), file: uint8(len(b.files) - 1)})
		}
	}
	return d.placed(b.readRows(d, at, kind))
}

// readRows reads the rows of a table below its header.
func (b *book) readRows(d *document, at [colCount]int, kind rowKind) error {
	if len(b.files) > math.MaxUint8 {
		return &Error{What: "is one file too many", Mend: "put recipes into fewer files"}
	}
	early, err := d.first(sampleRows)
	if err != nil {
		return err
	}
	var e evidence
	for _, line := range early {
		for _, k := range []int{colAmount, colWeight} {
			if at[k] >= 0 && at[k] < len(line.cells) && !line.cells[at[k]].isReal {
				e.see(line.cells[at[k]].text)
			}
		}
	}
	var what string
	if b.manner, what = e.manner(b.Decimal); what != "" {
		return &Error{Column: at[colAmount] + 1, What: what, Mend: "say which sign is the decimal sign, or write all numbers alike"}
	}
	take := func(row []cell, line int) error { return b.take(row, line, at, kind) }
	for _, line := range early {
		if err := take(line.cells, line.at); err != nil {
			return err
		}
	}
	return d.rest(take)
}
