package format

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"gosplan/production"
)

// whole reads a file of some content. Whatever is in it, there is a table
// that fits together, or an error with a place, and no panic.
func whole(t *testing.T, name string, content []byte, o Options) {
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	table, _, err := Read(path, o)
	if err != nil {
		var placed *Error
		if !errors.As(err, &placed) || placed.File == "" {
			t.Fatalf("an error without a place: %v", err)
		}
		return
	}
	if err := table.Shape(); err != nil {
		t.Fatal(err)
	}
	found := production.Check(table)
	repaired, _ := production.Repair(table, found, nil)
	if err := repaired.Shape(); err != nil && table.N > 0 {
		t.Fatal("repaired:", err)
	}
}

func FuzzDelimited(f *testing.F) {
	for _, seed := range []string{beaUse, supplyTable, oecd, china, plainWords, eurostat, tsv(), regions, Example(), "input,product,coef\na,b,0.1\nb,a,0.2\n",
		"row;col;value\na;b;1,5\n", "product,technique,input,amount\nbread,oven,flour,0.8\n", "\xef\xbb\xbfrow,col,val\n\"a \"\"b\"\"\",a,1e300\n", "x,a,b\na,1,\nb,..,2\n"} {
		f.Add([]byte(seed), "")
	}
	f.Add([]byte(beaMake), "flows")
	f.Fuzz(func(t *testing.T, content []byte, kind string) { whole(t, "t.csv", content, Options{Kind: Kind(kind)}) })
}

func FuzzMatrixMarket(f *testing.F) {
	for _, seed := range []string{
		"%%MatrixMarket matrix coordinate real general\n% c\n2 2 3\n1 1 0.1\n2 1 0.2\n1 2 1e-3\n",
		"%%MatrixMarket matrix coordinate integer symmetric\n2 2 2\n1 1 1\n2 1 3\n",
		"%%MatrixMarket matrix array real general\n2 2\n1\n2\n3\n4\n",
		"%%MatrixMarket matrix array real symmetric\n2 2\n1\n2\n3\n",
		"%%MatrixMarket matrix array real skew-symmetric\n3 3\n1\n2\n3\n",
		"%%MatrixMarket matrix coordinate real general\n1000000000 1000000000 1\n1 1 1\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) { whole(t, "t.mtx", content, Options{Kind: Matrix}) })
}

func FuzzFolderOfRegions(f *testing.F) {
	f.Add([]byte(regions), []byte(demand), []byte(unitTxt), []byte(factors))
	f.Fuzz(func(t *testing.T, z, y, unit, va []byte) {
		folder := put(t, "Z.txt", string(z), "Y.txt", string(y), "unit.txt", string(unit), "VA.txt", string(va))
		if table, _, err := Read(folder, Options{}); err == nil {
			if err := table.Shape(); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// A whole workbook and a whole Parquet file, with bytes changed.
func FuzzWorkbook(f *testing.F) {
	folder := f.TempDir()
	table, _, err := Read("example/recipes.csv", Options{})
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range []string{"t.xlsx", "t.parquet"} {
		path := filepath.Join(folder, name)
		if _, err := Write(path, table, Recipes); err != nil {
			f.Fatal(err)
		}
		content, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content, uint16(40), byte(1))
		f.Add(content[:len(content)/2], uint16(0), byte(0))
	}
	f.Fuzz(func(t *testing.T, content []byte, at uint16, flip byte) {
		if int(at) < len(content) {
			content = append([]byte(nil), content...)
			content[at] ^= flip
		}
		whole(t, "t.xlsx", content, Options{})
	})
}

func FuzzNumber(f *testing.F) {
	for _, seed := range []string{"1,234.5", "1.234,5", "−7", "1e999", "0x1", "1 2", "#N/A", "12 %", "١٢"} {
		f.Add([]byte(seed), true)
	}
	f.Fuzz(func(t *testing.T, text []byte, comma bool) {
		m := manner{'.'}
		if comma {
			m.decimal = ','
		}
		v, why, mend := m.number(text)
		if notFinite(v) || why != "" && (v != 0 || mend == "") {
			t.Errorf("%q is %v (%s; %s)", text, v, why, mend)
		}
		var e evidence
		e.see(string(text))
		if m, what := e.manner(""); what == "" && m.decimal == 0 {
			t.Errorf("%q: neither a decimal sign nor why there is none", text)
		}
	})
}
