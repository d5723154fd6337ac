package format

import (
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Wrong input is refused with its place and how to mend it.
func TestWrongInputIsRefused(t *testing.T) {
	recipes := "kind,name,technique,item,amount,unit,period,weight,tier\n"
	for _, c := range []struct {
		name string
		file string
		text string
		want []string // all are in the message
	}{
		{"an empty file", "t.csv", "", []string{"t.csv", "is empty"}},
		{"a header and nothing else", "t.csv", "row,col,value\n", []string{"t.csv", "no entries"}},
		{"a recipes header and nothing else", "t.csv", recipes, []string{"no rows"}},
		{"no header", "t.csv", "1,2,3\n4,5,6\n", []string{"t.csv", "no header"}},
		{"bytes that are no text", "t.csv", "\x00\x01\x02", []string{"neither text"}},
		{"text in UTF-16", "t.csv", "\xff\xfer\x00o\x00w\x00", []string{"UTF-16"}},
		{"text in an older encoding", "t.csv", "row,col,value\na,b,1\nM\xfcnchen,b,1\n", []string{"row 3", "UTF-8"}},
		{"an old workbook", "t.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", []string{".xls", "XLSX"}},
		{"a workbook cut off", "t.xlsx", "PK\x03\x04 and no more", []string{"t.xlsx", "not a whole workbook"}},
		{"Parquet cut off", "t.parquet", "PAR1 and no more", []string{"t.parquet", "Parquet"}},
		{"not a number", "t.csv", "row,col,value\nsteel,coal,1\nsteel,steel,NaN\n", []string{"row 3", "column 3 (C)", "no finite number"}},
		{"infinity", "t.csv", "row,col,value\nsteel,coal,inf\n", []string{"row 2", "column 3", "no finite number"}},
		{"words for a number", "t.csv", "row,col,value\nsteel,coal,much\n", []string{"row 2", `"much" is not a number`}},
		{"a row that is cut off", "t.csv", "row,col,value\nsteel,coal,1\nsteel\n", []string{"row 3", "1 columns"}},
		{"an open quotation mark", "t.csv", "row,col,value\n\"steel,coal,1\n", []string{"row 2", "quotation mark"}},
		{"an entry twice", "t.csv", "row,col,value\nsteel,coal,1\ncoal,steel,1\nsteel,coal,2\n", []string{`"steel"`, `"coal"`, "twice"}},
		{"decimal commas among points", "t.csv", "row;col;value\nsteel;coal;1,5\nsteel;steel;2.5\n", []string{"column 3", "mixed"}},
		{"a number that can be read two ways", "t.csv", "row;col;value\nsteel;coal;1,500\n", []string{"1,500", "thousands"}},
		{"several years", "t.csv", "prd_ava,prd_use,time,obs_value\nCPA_A01,CPA_A01,2010,1\nCPA_A01,CPA_A01,2015,1\n", []string{"row 3", "several tables", "pick one"}},
		{"a wide table with a word", "t.csv", "x,a,b\na,1,2\nb,3,x4\n", []string{"row 3", "column 3 (C)", `"x4"`}},
		{"a column twice", "t.csv", "x,a,a,b\na,1,2,3\nb,3,4,5\n", []string{"row 1", "column 3 (C)", "twice"}},
		{"a row twice", "t.csv", "x,a,b\na,1,2\na,3,4\nb,1,1\n", []string{"row 3", "twice", "row 2"}},
		{"a use table alone", "IOUse.csv", "row,col,value\n111,X1,5\n112,X2,5\n", []string{"make table"}},
		{"a make table alone", "make.csv", "industry,commodity,value\n111,111,5\n", []string{"other half"}},
		{"an unknown kind of row", "t.csv", recipes + "inputt,bread,,flour,1\n", []string{"row 2", "column 1", "inputt", "input"}},
		{"an unknown column", "t.csv", "kind,name,technique,item,amount,colour\n", []string{"row 1", "column 6 (F)", "colour"}},
		{"a recipe twice", "t.csv", recipes + "input,bread,oven,flour,1\ninput,bread,oven,salt,1\ninput,bread,oven,flour,2\n", []string{"row 4", "row 2", "flour", "bread"}},
		{"a capacity below zero", "t.csv", recipes + "capacity,oven,,,-4\n", []string{"row 2", "column 5 (E)", "capacity", "-4", "below zero"}},
		{"a stock below zero", "t.csv", recipes + "stock,flour,,,-4\n", []string{"row 2", "below zero"}},
		{"a share in percent", "t.csv", recipes + "depreciation,oven,,,10\n", []string{"row 2", "between 0 and 1"}},
		{"half a period", "t.csv", recipes + "gestation,oven,,,0.5\n", []string{"row 2", "whole number"}},
		{"a tier of zero", "t.csv", recipes + "need,bread,,,1,,,,0\n", []string{"row 2", "column 9", "tier"}},
		{"no amount", "t.csv", recipes + "need,bread\n", []string{"row 2", "no amount"}},
		{"no item", "t.csv", recipes + "input,bread,oven,,1\n", []string{"row 2", "column 4", "no item"}},
		{"no name", "t.csv", recipes + "need,,,,1\n", []string{"row 2", "column 2", "no name"}},
		{"two units", "t.csv", recipes + "product,flour,,,,t\ninput,bread,oven,flour,1,kg\n", []string{"row 3", "flour", "kg", "t in row 2"}},
		{"a product that is a factor", "t.csv", recipes + "product,oven\ncapacity,oven,,,1\n", []string{"row 2", "oven", "product", "factor"}},
		{"an infinite amount", "t.csv", recipes + "need,bread,,,Inf\n", []string{"row 2", "column 5", "no finite number"}},
		{"a matrix of a thousand million rows", "t.mtx", "%%MatrixMarket matrix coordinate real general\n1000000000 1000000000 1\n1 1 1\n", []string{"row 2", "1000000000", "places"}},
		{"a matrix of a thousand million rows alone", "t.mtx", "%%MatrixMarket matrix coordinate real general\n1000000000 1 1\n1 1 1\n", []string{"row 2", "1000000000", "places"}},
		{"a matrix of more entries than bytes", "t.mtx", "%%MatrixMarket matrix coordinate real general\n9 9 1000000000\n1 1 1\n", []string{"row 2", "claims 1000000000 entries"}},
		{"an array of more entries than bytes", "t.mtx", "%%MatrixMarket matrix array real general\n100000 100000\n1\n", []string{"row 2", "claims"}},
		{"a place outside the matrix", "t.mtx", "%%MatrixMarket matrix coordinate real general\n2 2 2\n1 1 1\n1 3 1\n", []string{"row 4", "1 3 1", "2 × 2"}},
		{"too few entries", "t.mtx", "%%MatrixMarket matrix coordinate real general\n2 2 2\n1 1 1\n", []string{"1 entries", "claims 2"}},
		{"a place twice", "t.mtx", "%%MatrixMarket matrix coordinate real general\n2 2 2\n1 2 1\n1 2 1\n", []string{"row 1, column 2", "twice"}},
		{"a value that is none", "t.mtx", "%%MatrixMarket matrix coordinate real general\n2 2 1\n1 1 nan\n", []string{"row 3", "column 3", "no finite number"}},
		{"complex values", "t.mtx", "%%MatrixMarket matrix coordinate complex general\n1 1 1\n1 1 1 1\n", []string{"row 1", "complex"}},
		{"a matrix that is not square", "t.mtx", "%%MatrixMarket matrix coordinate real general\n1 2 1\n1 1 1\n", []string{"1 × 2"}},
		{"no size", "t.mtx", "%%MatrixMarket matrix coordinate real general\n% nothing\n", []string{"size"}},
		{"an array cut off", "t.mtx", "%%MatrixMarket matrix array real general\n2 2\n1\n2\n3\n", []string{"column 2 of 2"}},
		{"a linear programme", "t.mps", "NAME diet\nROWS\n N cost\n", []string{"linear programme", "solved as it stands"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, _, err := Read(filepath.Join(put(t, c.file, c.text), c.file), Options{})
			if err == nil {
				t.Fatal("it was read")
			}
			var placed *Error
			if !errors.As(err, &placed) || placed.File == "" || placed.Mend == "" && placed.Err == nil {
				t.Errorf("no place, or no word on how to mend it: %v", err)
			}
			for _, word := range c.want {
				if !strings.Contains(err.Error(), word) {
					t.Errorf("%q is not in %q", word, err)
				}
			}
		})
	}
}

func TestWrongWorkbooks(t *testing.T) {
	const table = "x|a|b|need\na|1|2|3\nb|3|4|5"
	for _, c := range []struct {
		name string
		path func(t *testing.T) string
		o    Options
		want []string
	}{
		{"several tables", func(t *testing.T) string { return workbook(t, "2016", table, "2017", table) }, Options{}, []string{"2 sheets", `"2016"`, `"2017"`, "name one"}},
		{"a sheet that is not there", func(t *testing.T) string { return workbook(t, "2016", table) }, Options{Sheet: "2018"}, []string{`"2018"`, `"2016"`}},
		{"no table", func(t *testing.T) string { return workbook(t, "notes", "read me\nplease") }, Options{}, []string{"no sheet with a table"}},
		{"a formula without a value", func(t *testing.T) string { return workbook(t, "t", strings.Replace(table, "|4|", "|=B2+1|", 1)) }, Options{}, []string{"sheet t", "row 3", "column 3 (C)", "formula"}},
		{"an error of a spreadsheet", func(t *testing.T) string { return workbook(t, "t", strings.Replace(table, "|4|", "|#DIV/0!|", 1)) }, Options{}, []string{"sheet t", "row 3", "column 3 (C)", "#DIV/0!"}},
		{"a word among numbers", func(t *testing.T) string { return workbook(t, "t", strings.Replace(table, "|4|", "|four|", 1)) }, Options{}, []string{"sheet t", "row 3", "four"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, _, err := Read(c.path(t), c.o)
			if err == nil {
				t.Fatal("it was read")
			}
			for _, word := range c.want {
				if !strings.Contains(err.Error(), word) {
					t.Errorf("%q is not in %q", word, err)
				}
			}
		})
	}
	if table, _, err := Read(workbook(t, "2016", table, "2017", table), Options{Sheet: "2017"}); err != nil || table.N != 2 {
		t.Errorf("a sheet that was named: %v", err)
	}
}

// Names may be in any script and hold commas, quotation marks and blanks.
func TestNamesInAnyScript(t *testing.T) {
	text := "row,col,value\n"
	names := []string{"хлеб", "鋼鐵", "\"pain, de \"\"campagne\"\"\"", "ขนมปัง", "خبز"}
	for _, from := range names {
		for _, to := range names {
			text += fmt.Sprintf("%s,%s,1\n", from, to)
		}
		text += from + ",need,9\n"
	}
	table, _, err := Read(filepath.Join(put(t, "t.csv", text), "t.csv"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if table.N != len(names) || table.Product(0) != "хлеб" || table.Product(2) != `pain, de "campagne"` {
		t.Errorf("read %q", table.Products)
	}
}

// A file that claims much costs little memory.
func TestClaimsCostNoMemory(t *testing.T) {
	path := filepath.Join(put(t, "t.mtx", "%%MatrixMarket matrix coordinate real general\n2000000000 2000000000 2000000000\n1 1 1\n"), "t.mtx")
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, _, err := Read(path, Options{}); err == nil {
		t.Fatal("it was read")
	}
	runtime.ReadMemStats(&after)
	const most = 64 << 20
	if used := after.TotalAlloc - before.TotalAlloc; used > most {
		t.Errorf("%d bytes for a refusal", used)
	}
}

// Formulas count as the values stored with them, and the reader is told so.
func TestFormulasCountAsTheirStoredValues(t *testing.T) {
	path := workbook(t, "t", "x|a|b|need\na|0.1|0.2|3\nb|0.3|0.4|5", "notes", "nothing here")
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := book.SetCellFormula("t", "D3", "D2+2"); err != nil {
		t.Fatal(err)
	}
	if err := book.SetCellValue("t", "D2", 4); err != nil { // D3 keeps the 5 that was stored
		t.Fatal(err)
	}
	if err := book.Save(); err != nil {
		t.Fatal(err)
	}
	table, found, err := Read(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if need := table.Periods[0].Need; need[0] != 4 || need[1] != 5 {
		t.Errorf("needs %v", need)
	}
	for kind, what := range map[string]string{"formulas": "1 cells", "sheet": "of 2 sheets"} {
		if told := found.Of(kind); len(told) != 1 || !strings.Contains(told[0].What, what) {
			t.Errorf("%s: said %v, want %q once", kind, told, what)
		}
	}
}
