package plan

import (
	"math"
	"strings"
	"testing"

	"gosplan/linalg"
	"gosplan/production"
)

// smithy makes iron from ore by an old and a new technique, and bread; oil is
// in store and comes from outside. It plans two years.
func smithy() *production.Table {
	return &production.Table{
		Title: "smithy", N: 4, Products: []string{"ore", "iron", "bread", "oil"}, Units: []string{"t", "t", "loaves", "l"},
		Techniques: []string{"ore", "iron.old", "iron.new", "bread"}, Makes: []int32{0, 1, 1, 2},
		Input:   linalg.FromRows([][]float64{{0, 0, 0, 0.1}, {2, 0, 0, 0}, {1.5, 0, 0, 0.5}, {0, 0.01, 0, 0}}, 4),
		Factors: []string{"labour", "ovens"}, FactorUnits: []string{"hours", "pieces"},
		Use:          linalg.FromRows([][]float64{{1, 0}, {4, 0}, {2, 0}, {0.5, 0.1}}, 2),
		Depreciation: []float64{0, 0.5}, Stock: []float64{0, 0, 0, 8}, Perish: []float64{0, 0, 1, 0},
		Periods: []production.Period{
			{Name: "1931", Need: []float64{0, 1, 10, 0}, Import: []float64{0, 0, 0, 2}, Capacity: []float64{100, 4}},
			{Name: "1932", Need: []float64{0, 2, 20, 0}, Capacity: []float64{10, math.Inf(1)}},
		},
	}
}

func TestWhatIfSaysWhatItMeans(t *testing.T) {
	for _, c := range []struct {
		text, means string
		look        func(*production.Table) float64
		want        float64
	}{
		{"labour -20%", "capacity labour -20%", func(t *production.Table) float64 { return Standing(t, nil)[1][0] }, 88},
		{"labour +5% in 1931", "capacity labour +5% in 1931", func(t *production.Table) float64 { return Standing(t, nil)[0][0] }, 105},
		{"a change in one year leaves the next as it was: labour +5% in 1931", "capacity labour +5% in 1931", func(t *production.Table) float64 { return Standing(t, nil)[1][0] }, 110},
		{"Labour =50 from 1932", "capacity labour =50 from 1932", func(t *production.Table) float64 { return Standing(t, nil)[1][0] }, 50},
		{"ovens +1 in 1", "capacity ovens +1 in 1931", func(t *production.Table) float64 { return Standing(t, nil)[0][1] }, 5},
		{"capacity ovens =6 in 1932", "capacity ovens =6 in 1932", func(t *production.Table) float64 { return Standing(t, nil)[1][1] }, 6},
		{"need bread +10%", "need bread +10%", func(t *production.Table) float64 { return t.Periods[1].Need[2] }, 22},
		{"need bread +10% in 1932", "need bread +10% in 1932", func(t *production.Table) float64 { return t.Periods[0].Need[2] }, 10},
		{"need all -50%", "need all -50%", func(t *production.Table) float64 { return t.Periods[1].Need[1] }, 1},
		{"stock oil +3", "stock oil +3", func(t *production.Table) float64 { return t.Stock[3] }, 11},
		{"import ore −3 in 1932", "import ore -3 in 1932", func(t *production.Table) float64 { return entry(t.Periods[1].Import, 0) }, -3},
		{"oil -20%", "stock oil -20% import oil -20%", func(t *production.Table) float64 { return t.Stock[3] + t.Periods[0].Import[3] }, 8},
		{"oil -20% in 1931", "import oil -20% in 1931", func(t *production.Table) float64 { return t.Stock[3] + t.Periods[0].Import[3] }, 9.6},
		{"iron -20%", "yield iron -20%", func(t *production.Table) float64 { return t.Input.At(1, 0) }, 2.5},
		{"yield all +100%", "yield all +100%", func(t *production.Table) float64 { return t.Use.At(3, 0) }, 0.25},
		{"technique iron.old without", "technique iron.old without", func(t *production.Table) float64 { return t.Input.At(1, 3) + float64(t.Ways()) }, 3.5},
	} {
		_, text, split := strings.Cut(c.text, ": ")
		if !split {
			text = c.text
		}
		table := smithy()
		changes, err := ParseChange(text, table)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		var means []string
		changed := table
		for _, change := range changes {
			means = append(means, change.String())
			if changed, err = change.Apply(changed); err != nil {
				t.Fatalf("%s: %v", c.text, err)
			}
		}
		if got := strings.Join(means, " "); got != c.means {
			t.Errorf("%s means %q, want %q", c.text, got, c.means)
		}
		if got := c.look(changed); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s gives %g, want %g", c.text, got, c.want)
		}
		if err := changed.Shape(); err != nil {
			t.Errorf("%s: %v", c.text, err)
		}
		if c.look(table) == c.look(changed) && !split && c.means != "need bread +10% in 1932" {
			t.Errorf("%s changed the table it began with, or nothing", c.text)
		}
	}
}

func TestWhatIfRefusesByName(t *testing.T) {
	for text, want := range map[string]string{
		"":                            "says no change",
		"labour":                      "says no change",
		"labour 20%":                  "says no change",
		"labour -20%%":                "says no change",
		"labour +inf":                 "says no change",
		"labour =-3":                  "says no change",
		"labour =0x10":                "says no change",
		"-20%":                        "says no change",
		"labor -20%":                  `did you mean "labour"|did you mean labour`,
		"need labour +5%":             "no product",
		"capacity bread +5%":          "no factor",
		"labour -120%":                "takes more than all",
		"labour -200":                 "less than nothing",
		"labour +5% on 1931":          "in PERIOD",
		"labour +5% in":               "in PERIOD",
		"labour +5% in 1913":          "no period",
		"labour +5% in 3":             "no period",
		"ovens -10%":                  "no limit",
		"stock iron +5%":              "share of nothing",
		"import iron +5%":             "share of nothing",
		"stock oil +3 in 1931":        "leave the period out",
		"oil -20% in 1932":            "",
		"oil +3":                      "write stock oil or import oil",
		"yield iron +3":               "changes by a share",
		"yield iron -100%":            "without",
		"iron -20% in 1931":           "same in all periods",
		"technique iron.old":          "there or not",
		"technique steel.old without": "no technique",
		"technique without":           "there or not",
		"need +10%":                   "no factor and no product",
	} {
		table := smithy()
		changes, err := ParseChange(text, table)
		for _, c := range changes {
			if err == nil {
				_, err = c.Apply(table)
			}
		}
		if want == "" {
			continue
		}
		if err == nil {
			t.Errorf("%q was taken for %v", text, changes)
			continue
		}
		ok := false
		for _, one := range strings.Split(want, "|") {
			ok = ok || strings.Contains(err.Error(), one)
		}
		if !ok {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

func TestNameOfTwoThingsIsRefused(t *testing.T) {
	table := smithy()
	table.Factors[0] = "oil"
	if _, err := ParseChange("oil -20%", table); err == nil || !strings.Contains(err.Error(), "a factor and a product") {
		t.Errorf("got %v", err)
	}
	if _, err := ParseChange("capacity oil -20%", table); err != nil {
		t.Error(err)
	}
}

// What is typed is refused or gives a table that planners can be told.
func FuzzParseChange(f *testing.F) {
	for _, text := range []string{"oil -20%", "labour +5% in 1931", "need bread +10%", "technique iron.old without", "need all =0 from 2", "import oil -1e300", "capacity ovens =3"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		table := smithy()
		changes, err := ParseChange(text, table)
		if err != nil {
			return
		}
		for _, c := range changes {
			again, err := ParseChange(c.String(), table)
			if err != nil || len(again) != 1 || again[0] != c {
				t.Errorf("%q is written %q, which is read as %v, %v", text, c, again, err)
			}
			if table, err = c.Apply(table); err != nil {
				return
			}
		}
		if err := table.Shape(); err != nil {
			t.Error(err)
		}
		for _, p := range table.Periods {
			for _, v := range append(append(p.Need, p.Import...), p.Capacity...) {
				if math.IsNaN(v) {
					t.Errorf("%q leaves a number that is none", text)
				}
			}
		}
	})
}
