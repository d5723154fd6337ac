package format

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"gosplan/production"
)

// put writes files into a folder of their own and gives back its path.
func put(t *testing.T, files ...string) string {
	t.Helper()
	folder := t.TempDir()
	for at := 0; at < len(files); at += 2 {
		path := filepath.Join(folder, files[at])
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(files[at+1]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// workbook writes sheets of a workbook, rows by lines and cells by "|".
func workbook(t *testing.T, sheets ...string) string {
	t.Helper()
	f := excelize.NewFile()
	for at := 0; at < len(sheets); at += 2 {
		if _, err := f.NewSheet(sheets[at]); err != nil {
			t.Fatal(err)
		}
		for row, line := range strings.Split(strings.Trim(sheets[at+1], "\n"), "\n") {
			for column, text := range strings.Split(line, "|") {
				place, _ := excelize.CoordinatesToCellName(column+1, row+1)
				if v, ok := plain([]byte(text)); ok {
					f.SetCellValue(sheets[at], place, v)
				} else if formula, is := strings.CutPrefix(text, "="); is {
					f.SetCellFormula(sheets[at], place, formula)
				} else if text != "" {
					f.SetCellValue(sheets[at], place, text)
				}
			}
		}
	}
	f.DeleteSheet("Sheet1")
	path := filepath.Join(t.TempDir(), "book.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// The same economy in every layout: farms make 100 and works 140, farms use
// 20 of their own and 30 of the works', works 10 and 40.
const (
	beaUse = `The Use of Commodities by Industries,,,,,,,,,
(Millions of dollars),,,,,,,,,
Bureau of Economic Analysis,,,,,,,,,
,,,,,,,,,
IOCode,Name,111,33,T001,F010,F040,F050,T004,T007
,Commodities/Industries,Farms,Works,Total Intermediate,Household consumption,Exports,Imports,Total final uses,Total output
111,Farms,20,10,30,60,20,-10,70,100
33,Works,30,40,70,50,30,-10,70,140
Used,Used goods,...,...,...,...,...,...,...,...
T005,Total Intermediate,50,50,100,,,,,
V001,Compensation of employees,30,60,90,,,,,
V003,Gross operating surplus,20,30,50,,,,,
T006,Total Value Added,50,90,140,,,,,
T008,Total Industry Output,100,140,240,,,,,
Note. Detail may not add to total due to rounding.
`
	beaMake = `The Make of Commodities by Industries,,,,
(Millions of dollars),,,,
IOCode,Name,111,33,T008
,Industries/Commodities,Farms,Works,Total
111,Farms,100,...,100
33,Works,...,140,140
T007,Total,100,140,240
`
	supplyTable = `Code,Description,111,33,T013,MCIF
111,Farms,100,0,100,10
33,Works,0,140,140,10
`
	oecd = `,D01T02,D10T33,HFCE,EXPO,IMPO,OUTPUT
TTL_01T02,20,10,60,20,-10,100
TTL_10T33,30,40,50,30,-10,140
TTL_INT_FNL,50,50,,,,
LABR,30,60,,,,
GOPS,20,30,,,,
VALU,50,90,,,,
OUTPUT,100,140,,,,
`
	china = `row,col,w10k_cny
001,001,20
001,002,10
001,TIU,30
001,FU101,60
001,EX,20
001,TFU,80
001,IM,10
001,GO,100
002,001,30
002,002,40
002,FU101,50
002,EX,30
002,IM,10
002,GO,140
VA001,001,30
VA001,002,60
VA004,001,20
VA004,002,30
TI,001,100
TI,002,140
`
	plainWords = `unit;;;;;;
million crowns;;;;;;
;farms;works;households;exports;imports;total output
farms;20,0;10,0;60,0;20,0;10,0;100,0
works;30,0;40,0;50,0;30,0;10,0;140,0
wages;30,0;60,0;;;;
operating surplus;20,0;30,0;;;;
`
	eurostat = `DATAFLOW,LAST UPDATE,freq,unit,stk_flow,prd_use,prd_ava,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG
x,y,A,MIO_EUR,TOTAL,CPA_A01,CPA_A01,AT,2015,20,
x,y,A,MIO_EUR,TOTAL,CPA_C10,CPA_A01,AT,2015,10,
x,y,A,MIO_EUR,TOTAL,P3_S14,CPA_A01,AT,2015,60,
x,y,A,MIO_EUR,TOTAL,P3,CPA_A01,AT,2015,60,
x,y,A,MIO_EUR,TOTAL,P6,CPA_A01,AT,2015,20,
x,y,A,MIO_EUR,TOTAL,TFU,CPA_A01,AT,2015,80,
x,y,A,MIO_EUR,TOTAL,CPA_A01,CPA_C10,AT,2015,30,
x,y,A,MIO_EUR,TOTAL,CPA_C10,CPA_C10,AT,2015,40,
x,y,A,MIO_EUR,TOTAL,P3_S14,CPA_C10,AT,2015,50,
x,y,A,MIO_EUR,TOTAL,P6,CPA_C10,AT,2015,30,
x,y,A,MIO_EUR,TOTAL,CPA_A01,D1,AT,2015,30,
x,y,A,MIO_EUR,TOTAL,CPA_C10,D1,AT,2015,60,
x,y,A,MIO_EUR,TOTAL,CPA_A01,B2A3G,AT,2015,20,
x,y,A,MIO_EUR,TOTAL,CPA_C10,B2A3G,AT,2015,30,
x,y,A,MIO_EUR,TOTAL,CPA_A01,B2A3N,AT,2015,15,
x,y,A,MIO_EUR,TOTAL,CPA_A01,P1,AT,2015,100,
x,y,A,MIO_EUR,TOTAL,CPA_C10,P1,AT,2015,140,
x,y,A,MIO_EUR,TOTAL,CPA_A01,P7,AT,2015,10,
x,y,A,MIO_EUR,TOTAL,CPA_C10,P7,AT,2015,10,
x,y,A,MIO_EUR,DOM,CPA_C10,CPA_C10,AT,2015,39,
`
	regions = "region\t\tnorth\tsouth\nsector\t\tfarms\tworks\nregion\tsector\t\t\nnorth\tfarms\t20\t10\nsouth\tworks\t30\t40\n"
	demand  = "region\t\tnorth\tsouth\ncategory\t\thouseholds\thouseholds\nregion\tsector\t\t\nnorth\tfarms\t60\t10\nsouth\tworks\t50\t20\n"
	factors = "region\tnorth\tsouth\nsector\tfarms\tworks\nstressor\t\t\nwages\t30\t60\nsurplus\t20\t30\n"
	unitTxt = "region\tsector\tunit\nnorth\tfarms\tM.EUR\nsouth\tworks\tM.EUR\n"
)

// tsv is the Eurostat table as its bulk download has it.
func tsv() string {
	var out strings.Builder
	out.WriteString("freq,unit,stk_flow,prd_use,prd_ava,geo\\TIME_PERIOD\t2014 \t2015 \n")
	for line := range strings.Lines(eurostat) {
		if f := strings.Split(line, ","); f[0] == "x" {
			out.WriteString(strings.Join(f[2:8], ",") + "\t: \t" + f[9] + " p\n")
		}
	}
	return out.String()
}

func TestEveryLayoutGivesTheSameTable(t *testing.T) {
	long := func(text string) string { return strings.ReplaceAll(text, ",", "|") }
	for _, c := range []struct {
		name  string
		path  func(t *testing.T) string
		o     Options
		unit  string
		named string // the second product
	}{
		{"BEA, use and make", func(t *testing.T) string {
			return filepath.Join(put(t, "IOUse_Summary.csv", beaUse, "IOMake_Summary.csv", beaMake), "IOUse_Summary.csv")
		}, Options{}, "million dollars", "33 Works"},
		{"BEA, use and supply, turned round", func(t *testing.T) string {
			return filepath.Join(put(t, "Use_2017.csv", strings.ReplaceAll(beaUse, "F050", "T099"), "Supply_2017.csv", supplyTable), "Use_2017.csv")
		}, Options{}, "million dollars", "33 Works"},
		{"BEA, industries as techniques", func(t *testing.T) string {
			return filepath.Join(put(t, "use.csv", beaUse, "make.csv", beaMake), "use.csv")
		}, Options{ByProducts: true}, "million dollars", "33 Works"},
		{"OECD", func(t *testing.T) string { return filepath.Join(put(t, "AUS2018ttl.csv", oecd), "AUS2018ttl.csv") }, Options{Unit: "million USD"}, "million USD", "10T33"},
		{"China", func(t *testing.T) string { return filepath.Join(put(t, "c.csv", china), "c.csv") }, Options{}, "10 thousand CNY", "002"},
		{"words and decimal commas", func(t *testing.T) string { return filepath.Join(put(t, "w.csv", plainWords), "w.csv") }, Options{}, "million crowns", "works"},
		{"Eurostat, SDMX-CSV", func(t *testing.T) string { return filepath.Join(put(t, "e.csv", eurostat), "e.csv") }, Options{}, "million EUR", "CPA_C10"},
		{"Eurostat, bulk download", func(t *testing.T) string { return filepath.Join(put(t, "e.tsv", tsv()), "e.tsv") }, Options{Pick: map[string]string{"time_period": "2015"}}, "million EUR", "CPA_C10"},
		{"regions in a folder", func(t *testing.T) string {
			return put(t, "Z.txt", regions, "Y.txt", demand, "unit.txt", unitTxt, "factor_inputs/F.txt", factors)
		}, Options{}, "M.EUR", "south/works"},
		{"a workbook, wide", func(t *testing.T) string { return workbook(t, "ReadMe", "how to read this", "2018", long(oecd)) }, Options{Unit: "million USD"}, "million USD", "10T33"},
		{"a workbook, long", func(t *testing.T) string { return workbook(t, "data", long(china)) }, Options{}, "10 thousand CNY", "2"},
		{"Parquet, long", func(t *testing.T) string { return asParquet(t, china) }, Options{}, "10 thousand CNY", "002"},
	} {
		t.Run(c.name, func(t *testing.T) {
			table, found, err := Read(c.path(t), c.o)
			if err != nil {
				t.Fatal(err)
			}
			sameEconomy(t, table)
			if table.UnitOf(1) != c.unit || table.Product(1) != c.named {
				t.Errorf("%s in %s, want %s in %s", table.Product(1), table.UnitOf(1), c.named, c.unit)
			}
			for _, f := range found {
				if f.Severity > production.Note {
					t.Error(f)
				}
			}
		})
	}
}

func asParquet(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "t.parquet")
	lines := strings.Split(strings.TrimSpace(text), "\n")
	names := strings.Split(lines[0], ",")
	err := (&losses{}).toSheet(path, []column{{names[0], false}, {names[1], false}, {names[2], true}}, nil, func(put func(...cell) error) error {
		for _, line := range lines[1:] {
			f := strings.Split(line, ",")
			v, _ := plain([]byte(f[2]))
			if err := put(word(f[0]), word(f[1]), figure(v)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// sameEconomy checks a table against the one economy, row by row.
func sameEconomy(t *testing.T, table *production.Table) {
	t.Helper()
	near := func(what string, got, want float64) {
		t.Helper()
		if math.Abs(got-want) > 1e-12 {
			t.Errorf("%s is %v, want %v", what, got, want)
		}
	}
	if table.Ways() < 2 || table.N < 2 || table.Ran == nil {
		t.Fatalf("%d products, %d techniques", table.N, table.Ways())
	}
	for way, row := range [][]float64{{0.2, 0.3}, {10.0 / 140, 40.0 / 140}} {
		for i, want := range row {
			near("an input", table.Input.At(way, i), want)
		}
		near("output", table.Ran[way], []float64{100, 140}[way])
		near("wages", table.Use.At(way, 0), []float64{0.3, 60.0 / 140}[way])
		near("surplus", table.Use.At(way, 1), []float64{0.2, 30.0 / 140}[way])
	}
	first := table.Periods[0]
	if len(table.Factors) != 2 || first.Need == nil {
		t.Fatalf("factors %v, needs %v", table.Factors, first.Need)
	}
	for i, want := range [][2]float64{{80, 10}, {80, 10}} {
		if first.Import == nil { // imports were taken from exports in the folder of regions
			near("need less imports", first.Need[i], want[0]-want[1])
			continue
		}
		near("need", first.Need[i], want[0])
		near("import", first.Import[i], want[1])
	}
	near("labour", first.Capacity[0], 90)
	if !math.IsInf(first.Capacity[1], 1) {
		t.Errorf("surplus is limited to %v", first.Capacity[1])
	}
}

// Where a table parts what is imported from what is not, imported inputs are
// a factor of their own.
func TestImportedInputsAreAFactor(t *testing.T) {
	const text = `,D01T02,D10T33,HFCE,OUTPUT
DOM_01T02,15,10,75,100
DOM_10T33,20,40,80,140
IMP_01T02,5,3,9,
IMP_10T33,10,7,9,
VALU,50,80,,
OUTPUT,100,140,,
`
	table, _, err := Read(filepath.Join(put(t, "t.csv", text), "t.csv"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if table.N != 2 || len(table.Factors) != 2 || table.Factors[1] != "imported inputs" {
		t.Fatalf("%v, factors %v", table.Products, table.Factors)
	}
	if got := table.Use.At(0, 1); math.Abs(got-0.15) > 1e-12 {
		t.Errorf("farms import %v, want 0.15", got)
	}
	if got := table.Input.At(1, 1); math.Abs(got-40.0/140) > 1e-12 {
		t.Errorf("works use %v of their own", got)
	}
}

// One of several tables in a file is picked by any column.
func TestPick(t *testing.T) {
	const text = "row,col,value,edition\na,a,1,old\na,need,9,old\na,a,2,new\na,need,8,new\n"
	path := filepath.Join(put(t, "t.csv", text), "t.csv")
	table, _, err := Read(path, Options{Pick: map[string]string{"edition": "new"}})
	if err != nil {
		t.Fatal(err)
	}
	if table.Periods[0].Need[0] != 8 || table.Input.At(0, 0) != 0.2 {
		t.Errorf("need %v, input %v", table.Periods[0].Need, table.Input.Val)
	}
	if _, _, err := Read(path, Options{Pick: map[string]string{"colour": "red"}}); err == nil || !strings.Contains(err.Error(), "colour") {
		t.Error(err)
	}
}

// Of two files of names the first to name a code counts, also where the table
// writes codes with a prefix and the names do not.
func TestTheFirstFileOfNamesCounts(t *testing.T) {
	const table = "row,col,value\nTTL_01,D01,2\nTTL_01,D20,1\nTTL_20,D01,3\nTTL_20,D20,1\nTTL_01,HFCE,7\nTTL_20,HFCE,5\n"
	for name, c := range map[string]struct{ first, second string }{
		"the table's codes":         {"TTL_01,Crops\n", "TTL_01,Later\nTTL_20,Chemicals\n"},
		"codes without prefix":      {"01,Crops\n", "01,Later\n20,Chemicals\n"},
		"first one, then the other": {"TTL_01,Crops\n", "01,Later\n20,Chemicals\n"},
	} {
		folder := put(t, "t.csv", table, "t_codes.csv", c.first, "t_names.csv", c.second)
		read, found, err := Read(filepath.Join(folder, "t.csv"), Options{})
		if err != nil {
			t.Fatal(name, err, found)
		}
		if want := []string{"01 Crops", "20 Chemicals"}; !slices.Equal(read.Products, want) {
			t.Errorf("%s: %q, want %q", name, read.Products, want)
		}
	}
}
