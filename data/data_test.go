package data

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// units are all that a table may use, spelled as the catalogue of a run does.
var units = []string{
	"1913 = 1", "1913 = 100", "1928 = 100", "1940 = 100", "1980 dollars a barrel",
	"2011 international dollars a head", "Mt", "Mha", "billion rubles", "million", "million a year", "million days a year", "number",
	"per 1000 people", "percent a year", "ratio", "rubles a month", "separations a year per job", "months of income", "kg a year", "share",
	"share of GDP", "share of a year's investment", "share of crude steel", "share of household income",
	"share of people aged 9 to 49", "share of stock a year", "years",
}

func TestEveryTableIsWhole(t *testing.T) {
	for _, s := range All() {
		if !slices.Contains(units, s.Unit) {
			t.Errorf("%s: unknown unit %q", s.Name, s.Unit)
		}
		if found := Find(s.Name); found == nil || found.Name != s.Name {
			t.Errorf("%s is not found", s.Name)
		}
		for i, p := range s.Points {
			if !strings.Contains("ABCR", p.Tier) || len(p.Tier) != 1 {
				t.Errorf("%s: %d: tier %q", s.Name, p.Year, p.Tier)
			}
			if p.Year < 1890 || p.Year > 1991 || p.From > p.Year {
				t.Errorf("%s: years %d to %d", s.Name, p.From, p.Year)
			}
			if p.Low > p.Value || p.Value > p.High {
				t.Errorf("%s: %d: %v is not between %v and %v", s.Name, p.Year, p.Value, p.Low, p.High)
			}
			if i > 0 && p.Year < s.Points[i-1].Year {
				t.Errorf("%s: %d after %d", s.Name, p.Year, s.Points[i-1].Year)
			}
			if strings.HasPrefix(s.Unit, "share") && (p.Value < 0 || p.Value > 1) {
				t.Errorf("%s: %d: %v is not a share", s.Name, p.Year, p.Value)
			}
			for _, q := range s.Points[:i] {
				if q.From == p.From && q.Year == p.Year && q.Region == p.Region {
					t.Errorf("%s: %d to %d %s twice", s.Name, p.From, p.Year, p.Region)
				}
			}
		}
		if strings.Contains(s.Source, "/") && strings.Contains(s.Source, ".csv") {
			t.Errorf("%s: the source is a path", s.Name)
		}
	}
}

func TestSourcesListsEveryTable(t *testing.T) {
	text, err := os.ReadFile("SOURCES.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range All() {
		if !strings.Contains(string(text), "| "+s.Name+" | "+s.Unit+" | "+s.Tier+" |") {
			t.Errorf("SOURCES.md: no %s", s.Name)
		}
	}
}

func TestKnownFigures(t *testing.T) {
	for _, c := range []struct {
		name     string
		from, to int
		value    float64
	}{
		{"gdp_per_head", 1928, 1928, 2184},
		{"deaths", 1933, 1933, 11.45},
		{"sheep", 1934, 1934, 36.5},
		{"gdp_growth_mpd", 1928, 1940, 5.08},
	} {
		s, err := Load(c.name)
		if err != nil {
			t.Fatal(err)
		}
		if p, ok := s.Over(c.from, c.to); !ok || p.Value != c.value {
			t.Errorf("%s in %d: %v, want %v", c.name, c.to, p.Value, c.value)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	head := "# name: x\n# unit: Mt\n# source: s\n# tier: A\n# borders: b\n# basis: physical\n# caveat: c\n# licence: l\n"
	for _, c := range []struct{ name, text string }{
		{"no unit", strings.Replace(head, "# unit: Mt\n", "", 1) + "year,value\n1913,1\n"},
		{"unknown header", "# colour: red\n" + head + "year,value\n1913,1\n"},
		{"unknown column", head + "year,worth\n1913,1\n"},
		{"no rows", head + "year,value\n"},
		{"not a number", head + "year,value\n1913,much\n"},
		{"another name", strings.Replace(head, "name: x", "name: y", 1) + "year,value\n1913,1\n"},
	} {
		if _, err := parse("x", c.text); err == nil {
			t.Errorf("%s: accepted", c.name)
		}
	}
	if _, err := Load("no_such_series"); err == nil {
		t.Error("a series that is not there was loaded")
	}
}
