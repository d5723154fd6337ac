package lp

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
)

const everything = `* a comment
NAME          all kinds
ROWS
 N  cost
 L  upto
 G  atleast
 E  exactly
 E  over
 E  under
 N  other
COLUMNS
    x         cost      1   upto  1
    x         atleast   2.5
    x         other     9
    y         exactly   -3  over  4
    y         under     1e-2
    z         cost      -1
RHS
    rhs       cost      -7  upto  4
    rhs       atleast   1   exactly 2
    over      3
    under     3
RANGES
    rng       upto      1
    rng       atleast   2   over  1.5
    rng       under     -1.5
BOUNDS
 UP bnd       x         4
 UP bnd       y         -1
 FR bnd       z
ENDATA
`

func TestReadMPSKnowsAllKindsOfRowsAndBounds(t *testing.T) {
	p, err := ReadMPS(strings.NewReader(everything), false)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name      string
		got, want any
	}{
		{"name", p.Name, "all kinds"},
		{"costs", p.C, []float64{1, 0, -1}},
		{"a negative right side of the objective is its constant", p.Constant, 7.0},
		{"row lower bounds", p.RowLo, []float64{3, 1, 2, 3, 1.5}},
		{"row upper bounds", p.RowHi, []float64{4, 3, 2, 4.5, 3}},
		{"lower bounds; a negative upper one opens the lower", p.Lo, []float64{0, -inf, -inf}},
		{"upper bounds", p.Hi, []float64{4, -1, inf}},
		{"entries", p.A.Val, []float64{1, 2.5, -3, 4, 0.01}},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
}

func TestReadMPSErrorsNameTheLine(t *testing.T) {
	for _, c := range []struct{ name, change, to, want string }{
		{"unknown section", "RANGES", "RANGE", "line 23: no section"},
		{"unknown row", "x         atleast   2.5", "x         atmost    2.5", `line 13: coefficient in row "atmost"`},
		{"no number", "4\n    rhs       atleast", "four\n    rhs       atleast", `line 19: right side in row "upto": "four" is no number`},
		{"row twice", " N  other", " L  upto", `line 10: row "upto" comes twice`},
		{"row kind", " G  atleast", " X  atleast", `line 6: row kind "X"`},
		{"coefficient twice", "x         atleast   2.5", "x         upto      2.5", "line 13"},
		{"column torn apart", "    z         cost      -1", "    z  cost -1\n    x  exactly 1", `line 18: column "x" goes on`},
		{"bound kind", " FR bnd", " XX bnd", `line 30: bound kind "XX"`},
		{"integers", " FR bnd", " BV bnd", "line 30"},
		{"bound of nobody", "bnd       y", "bnd       w", `line 29: bound of column "w"`},
		{"no end", "ENDATA", "", "ends without ENDATA"},
		{"not a number", "-3  over", "NaN  over", `line 15: coefficient in row "exactly": "NaN"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Replace(everything, c.change, c.to, 1)
			if text == everything {
				t.Fatal("the change changes nothing")
			}
			_, err := ReadMPS(strings.NewReader(text), false)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %q", err, c.want)
			}
		})
	}
}

func TestReadMPSFixedTakesBlanksInNames(t *testing.T) {
	text := "NAME          DEMO\nROWS\n N  COST\n G  A ROW\nCOLUMNS\n    COL 1     COST               1.0   A ROW              2.0\nRHS\n    RHS       A ROW              3.0\nBOUNDS\n UP BND       COL 1              4.0\nENDATA\n"
	p, err := ReadMPS(strings.NewReader(text), true)
	if err != nil {
		t.Fatal(err)
	}
	if p.Rows[0] != "A ROW" || p.Columns[0] != "COL 1" || p.RowLo[0] != 3 || p.Hi[0] != 4 || p.A.At(0, 0) != 2 {
		t.Errorf("read as %+v", p)
	}
}

// What is written is read back as it was.
func TestMPSThereAndBack(t *testing.T) {
	for seed := range uint64(60) {
		r := luck(seed)
		p := randomProblem(r, 1+r.IntN(12), 1+r.IntN(12))
		p.Constant = float64(r.IntN(3) - 1)
		for _, fixed := range []bool{false, true} {
			var text bytes.Buffer
			if err := WriteMPS(&text, p, fixed); err != nil {
				t.Fatal(err)
			}
			q, err := ReadMPS(&text, fixed)
			if err != nil {
				t.Fatalf("seed %d, fixed %v: %v", seed, fixed, err)
			}
			q.Rows, q.Columns = nil, nil
			if p.A.Entries() == 0 {
				q.A.Col, q.A.Val = p.A.Col, p.A.Val
			}
			if !reflect.DeepEqual(p, q) {
				t.Errorf("seed %d, fixed %v: %+v came back as %+v", seed, fixed, p, q)
			}
		}
	}
}

// Whatever is read is a problem that can be checked, written and read again.
func FuzzReadMPS(f *testing.F) {
	f.Add(everything, false)
	f.Add("NAME\nROWS\n N  C\nCOLUMNS\nRHS\nENDATA\n", true)
	f.Add("OBJSENSE\n    MAX\nROWS\n N C\n L R\nCOLUMNS\n X C 1 R 1\nRHS\n R 1e31\nENDATA", false)
	f.Fuzz(func(t *testing.T, text string, fixed bool) {
		p, err := ReadMPS(strings.NewReader(text), fixed)
		if err != nil {
			return
		}
		if err := p.Validate(); err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := WriteMPS(&out, p, false); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadMPS(&out, false); err != nil {
			t.Fatalf("%v in\n%s", err, out.String())
		}
	})
}
