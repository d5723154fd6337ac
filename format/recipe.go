package format

import (
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gosplan/production"
)

// A rowKind is what a row of a recipes table says. Every row speaks of the
// product or factor in its column name; what goes into it is in item.
type rowKind uint8

// Row kinds, in the order in which they are written.
const (
	asTitle rowKind = iota
	asSource
	asProduct
	asFactor
	asTechnique
	asOutput
	asInput
	asUse
	asRan
	asBuild
	asGestation
	asDepreciation
	asStock
	asPerish
	asPeriod
	asNeed
	asImport
	asCapacity
	asTerminal
	plainInput // an input or a use: the item tells which
)

// kindWords are the words for row kinds, and what each says.
var kindWords = []struct{ word, says string }{
	{"title", "what the table is called"},
	{"source", "where the figures come from"},
	{"product", "name is a product, measured in unit"},
	{"factor", "name is labour, land or a kind of equipment, measured in unit"},
	{"technique", "technique is a way to make name"},
	{"output", "one run of technique makes amount of item; without such a row it makes 1 of name"},
	{"input", "one run of technique uses up amount of item"},
	{"use", "one run of technique occupies amount of the factor item"},
	{"ran", "technique ran at the level amount in the year before the first period"},
	{"build", "building one unit of the factor name uses up amount of item"},
	{"gestation", "the factor name can be used amount periods after its building begins"},
	{"depreciation", "the factor name loses the share amount of its capacity from period to period"},
	{"stock", "amount of name is in store when the first period begins"},
	{"perish", "a store of name loses the share amount from period to period"},
	{"period", "name is a period; periods follow in the order of these rows"},
	{"need", "amount of name is needed in period; without a period in every one"},
	{"import", "amount of name comes from outside in period; without a period in every one"},
	{"capacity", "amount of the factor name is there in the first period; in a later period so much is added"},
	{"terminal", "amount of name is wanted in store, or of capacity, after the last period"},
}

// RecipeRows are the words of the column kind, with what each says.
func RecipeRows() [][2]string {
	var out [][2]string
	for _, k := range kindWords {
		out = append(out, [2]string{k.word, k.says})
	}
	return out
}

// recipeColumns are the columns of a recipes table, each with the words by
// which it may be called.
var recipeColumns = [][]string{
	{"kind"},
	{"name", "product", "of", "factor"},
	{"technique", "way", "process", "recipe"},
	{"item", "input", "output", "material"},
	{"amount", "quantity", "value"},
	{"unit", "units"},
	{"period", "year"},
	{"weight", "priority"},
	{"tier"},
	{"note", "comment", "comments", "source"},
}

// Places of the columns in recipeColumns.
const (
	colKind = iota
	colName
	colTechnique
	colItem
	colAmount
	colUnit
	colPeriod
	colWeight
	colTier
	colNote
	colCount
)

// recipeParts are the files of a folder, or the sheets of a workbook, that
// hold recipes in parts, and what their rows say where no column kind does.
var recipeParts = []string{"recipes", "about", "periods", "products", "factors", "techniques", "outputs", "inputs", "uses", "ran", "building", "gestation", "depreciation",
	"stocks", "perishing", "needs", "imports", "capacities", "terminals"}

var partKinds = map[string]rowKind{"recipes": plainInput, "about": asTitle, "periods": asPeriod, "products": asProduct, "factors": asFactor,
	"techniques": asTechnique, "outputs": asOutput, "inputs": asInput, "uses": asUse, "ran": asRan, "building": asBuild, "gestation": asGestation,
	"depreciation": asDepreciation, "stocks": asStock, "perishing": asPerish, "needs": asNeed, "imports": asImport, "capacities": asCapacity, "terminals": asTerminal}

// recipeHead finds the columns of a recipes table: which column of the file
// holds each, -1 where none does. Every header must be known.
func recipeHead(row []cell) (at [colCount]int, bad int) {
	for k := range at {
		at[k] = -1
	}
	for column, c := range row {
		word := strings.ToLower(strings.TrimSpace(c.text))
		if word == "" {
			continue
		}
		found := -1
		for k, words := range recipeColumns {
			if slices.Contains(words, word) && at[k] < 0 {
				found = k
				break
			}
		}
		if found < 0 {
			return at, column
		}
		at[found] = column
	}
	return at, -1
}

// isRecipeHeader tells the first row of a recipes table.
func isRecipeHeader(row []cell) bool {
	at, bad := recipeHead(row)
	if at[colKind] >= 0 {
		return at[colName] >= 0
	}
	return bad < 0 && at[colName] >= 0 && at[colTechnique] >= 0 && at[colItem] >= 0 && at[colAmount] >= 0
}

func isRecipeBook(sheets []string) bool {
	return slices.ContainsFunc(sheets, func(name string) bool { return strings.EqualFold(name, "recipes") })
}

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
	var early []sheetLine
	settled := false
	settle := func() error {
		settled = true
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
		for _, line := range early {
			if err := b.take(line.cells, line.at, at, kind); err != nil {
				return err
			}
		}
		return nil
	}
	for {
		row, line, err := d.next()
		if errors.Is(err, io.EOF) {
			if !settled {
				return settle()
			}
			return nil
		}
		switch {
		case err != nil:
			return err
		case settled:
			err = b.take(row, line, at, kind)
		default:
			early = append(early, sheetLine{slices.Clone(row), line})
			if len(early) == sampleRows {
				err = settle()
			}
		}
		if err != nil {
			return err
		}
	}
}

// take reads one row.
func (b *book) take(row []cell, line int, at [colCount]int, kind rowKind) error {
	text := func(k int) string {
		if at[k] < 0 || at[k] >= len(row) {
			return ""
		}
		return row[at[k]].text
	}
	label := func(k int) int32 {
		if word := text(k); word != "" {
			return b.words.add(word)
		}
		return -1
	}
	if !slices.ContainsFunc(row, func(c cell) bool { return c.text != "" }) {
		return nil
	}
	if word := strings.ToLower(text(colKind)); word != "" {
		found := slices.IndexFunc(kindWords, func(k struct{ word, says string }) bool { return k.word == word || k.word+"s" == word })
		if found < 0 {
			return &Error{Row: line, Column: at[colKind] + 1, What: fmt.Sprintf("unknown kind of row %q", word), Mend: "kinds are " + words(RecipeRows())}
		}
		kind = rowKind(found)
	}
	s := said{kind: kind, name: label(colName), technique: label(colTechnique), item: label(colItem), unit: label(colUnit), period: label(colPeriod),
		file: uint8(len(b.files) - 1), line: int32(min(line, math.MaxInt32))}
	var err error
	if s.amount, s.hasAmount, err = b.amount(row, line, at[colAmount], kind == asCapacity); err != nil {
		return err
	}
	hasWeight := false
	if s.weight, hasWeight, err = b.amount(row, line, at[colWeight], false); err != nil {
		return err
	}
	if !hasWeight {
		s.weight = math.NaN()
	}
	tier, hasTier, err := b.amount(row, line, at[colTier], false)
	switch {
	case err != nil:
		return err
	case hasTier && (tier != math.Trunc(tier) || tier < 1 || tier > math.MaxInt8):
		return &Error{Row: line, Column: at[colTier] + 1, What: fmt.Sprintf("%q is no tier", text(colTier)), Mend: fmt.Sprintf("tiers are 1, 2, … %d", math.MaxInt8)}
	}
	s.tier = int8(tier)
	if err := s.check(text, line, at); err != nil {
		return err
	}
	b.rows = append(b.rows, s)
	return nil
}

// amount reads a number of a row, if there is one.
func (b *book) amount(row []cell, line, column int, limitless bool) (v float64, has bool, err error) {
	if column < 0 || column >= len(row) {
		return 0, false, nil
	}
	c := row[column]
	switch {
	case c.isReal && !notFinite(c.number):
		return c.number, true, nil
	case !c.isReal && isMissing(c.text):
		return 0, false, nil
	case limitless && (c.isReal && math.IsInf(c.number, 1) || strings.EqualFold(c.text, "unlimited") || strings.EqualFold(c.text, "no limit")):
		return production.Unlimited(), true, nil
	}
	v, why, mend := b.manner.number([]byte(c.text))
	if c.isReal {
		why, mend = "is no finite number", "write the number, or leave the cell empty"
	}
	if why != "" {
		return 0, false, &Error{Row: line, Column: column + 1, What: fmt.Sprintf("%q %s", c.text, why), Mend: mend}
	}
	return v, true, nil
}

// check tells what a row lacks, or says that cannot be.
func (s *said) check(text func(int) string, line int, at [colCount]int) error {
	lacks := func(k int, what string) error {
		word := kindWords[min(int(s.kind), len(kindWords)-1)].word
		if s.kind == plainInput {
			word = "input"
		}
		return &Error{Row: line, Column: at[k] + 1, What: fmt.Sprintf("a row of kind %s has no %s", word, what), Mend: "fill it in"}
	}
	needsItem := s.kind == asInput || s.kind == asOutput || s.kind == asUse || s.kind == asBuild || s.kind == plainInput
	needsAmount := needsItem || s.kind >= asRan && s.kind != asPeriod
	switch {
	case s.name < 0:
		return lacks(colName, "name")
	case needsItem && s.item < 0:
		return lacks(colItem, "item")
	case needsAmount && !s.hasAmount:
		return lacks(colAmount, "amount")
	}
	cannot := func(k int, mend string) error {
		return &Error{Row: line, Column: at[k] + 1, What: fmt.Sprintf("%s of %q is %s", kindWords[s.kind].word, text(colName), text(k)), Mend: mend}
	}
	switch s.kind {
	case asCapacity, asStock, asTerminal, asRan:
		if s.amount < 0 {
			return cannot(colAmount, "it cannot be below zero")
		}
	case asPerish, asDepreciation:
		if s.amount < 0 || s.amount > 1 {
			return cannot(colAmount, "a share lies between 0 and 1: 10 % is 0.1")
		}
	case asGestation:
		if s.amount < 0 || s.amount != math.Trunc(s.amount) || s.amount > 1e6 {
			return cannot(colAmount, "write a whole number of periods")
		}
	case asNeed:
		if s.weight < 0 {
			return cannot(colWeight, "a weight is not below zero")
		}
	}
	return nil
}
