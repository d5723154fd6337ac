package format

import (
	"slices"
	"strings"
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
