package scenario

import (
	"math"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestBuiltinScenariosAreSound(t *testing.T) {
	for i, summary := range Builtin() {
		if summary.Name != builtin[i] || summary.Title == "" || summary.Description == "" {
			t.Errorf("%s: summary %+v", builtin[i], summary)
		}
		s, err := Load(summary.Name)
		if err != nil {
			t.Fatal(err)
		}
		if err := Check(s, Vocabulary{Systems: slices.Concat(vocabulary.Systems, []string{"transition"}), Removable: []string{"Kolkhoz"}}); err != nil {
			t.Error(err)
		}
		historical := s.From == (Month{1917, 11}) && s.To == (Month{1991, 12})
		if strings.HasPrefix(s.Name, "ussr") != historical || s.Extends != "" {
			t.Errorf("%s: from %v to %v, extends %q", s.Name, s.From, s.To, s.Extends)
		}
		for _, f := range s.series() {
			if len(f.path) == 0 && len(f.regional) == 0 && f.name != "nature.lend_lease" {
				t.Errorf("%s: %s is empty", s.Name, f.name)
			}
			if years := f.path.Years(); len(years) > 0 && years[0] > 1917 && s.Name == "ussr" {
				t.Errorf("%s: %s begins in %d", s.Name, f.name, years[0])
			}
		}
	}
}

func TestEverySeriesOfUssrHasAComment(t *testing.T) {
	data, err := files.ReadFile("builtin/ussr.yaml")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(data), "\n")
	for i, line := range lines {
		if len(line) > 2 && line[:2] == "  " && line[2] >= 'a' && line[2] <= 'z' && !strings.HasPrefix(lines[i-1], "  #") {
			t.Errorf("line %d: no source: %.60s", i+1, line)
		}
	}
}

func TestVariantsDifferAsTheySay(t *testing.T) {
	load := func(name string) *Scenario {
		s, err := Load(name)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	history := load("ussr")
	nep, farms, war, oil, peace := load("ussr-nep"), load("ussr-no-collectivisation"), load("ussr-no-war"), load("ussr-flat-oil"), load("ussr-peace")
	for _, s := range []*Scenario{nep, farms} {
		if s.Decisions.CollectiveTarget.At(1935) != 0 {
			t.Errorf("%s collectivises", s.Name)
		}
	}
	if last := nep.Eras[len(nep.Eras)-1]; last.System != "nep" || nep.Decisions.AccumulationShare.At(1960) != 0.17 {
		t.Errorf("NEP ends: %+v", last)
	}
	for _, s := range []*Scenario{war, peace} {
		if s.Nature.War.At(1942) != 0 || s.Nature.WarDeaths.At(1942) != 0 || s.Nature.LendLease.At(1943) != 0 ||
			s.Nature.Occupied.At(1942, "Ukraine", 0) != 0 || s.Nature.Destroyed.At(1941, "Ukraine", 0) != 0 ||
			s.Decisions.UnderArms.At(1943) > 3 || s.Decisions.AccumulationShare.At(1943) < 0.2 {
			t.Errorf("%s has a war in 1941–45", s.Name)
		}
		if !reflect.DeepEqual(s.Nature.Annexed, history.Nature.Annexed) || s.Nature.Occupied.At(1919, "Ukraine", 0) != history.Nature.Occupied.At(1919, "Ukraine", 0) {
			t.Errorf("%s changes more than the second world war", s.Name)
		}
	}
	if !reflect.DeepEqual(war.Nature.Threat, history.Nature.Threat) || peace.Nature.Threat.At(1950) != 0.1 {
		t.Error("threat")
	}
	if oil.Nature.OilPrice.At(1980) != oil.Nature.OilPrice.At(1970) || oil.Nature.OilPrice.At(1960) != history.Nature.OilPrice.At(1960) {
		t.Error("the oil price is not flat after 1970, or not history before")
	}
}

func TestPath(t *testing.T) {
	p := Path{1920: 1, 1930: 2, 1932: 6}
	for year, want := range map[int]float64{1900: 1, 1920: 1, 1929: 1, 1930: 2, 1931: 2, 1932: 6, 1990: 6} {
		if got := p.At(year); got != want {
			t.Errorf("At(%d) = %v, want %v", year, got, want)
		}
	}
	for _, c := range []struct {
		year, month int
		want        float64
	}{{1910, 1, 1}, {1920, 1, 1}, {1932, 12, 6}, {1931, 1, 2 + 4*6.5/24}, {1931, 12, 2 + 4*17.5/24}, {1930, 12, 2 + 4*5.5/24}, {1930, 1, 1 + 114.5/120}, {1925, 1, 1 + 54.5/120}} {
		if got := p.Between(c.year, c.month); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("Between(%d, %d) = %v, want %v", c.year, c.month, got, c.want)
		}
	}
	if (Path{}).At(1930) != 0 || (Path{}).Between(1930, 1) != 0 || p.In(1931, 7) != 7 || p.In(1932, 7) != 6 {
		t.Error("empty paths or events")
	}
	r := Regional{1921: {"Volga": 0.4}}
	if r.At(1921, "Volga", 1) != 0.4 || r.At(1921, "Ukraine", 1) != 1 || r.At(1922, "Volga", 1) != 1 {
		t.Error("regional")
	}
}

// The mean of the months around a year's middle is the year's value on a
// straight path, and a line never leaves the range of its ends.
func TestBetweenIsALine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.Float64Range(-10, 10).Draw(t, "a"), rapid.Float64Range(-10, 10).Draw(t, "b")
		span := rapid.IntRange(1, 30).Draw(t, "span")
		p := Path{1920: a, 1920 + span: b}
		last := p.Between(1919, 12)
		step := (b - a) / float64(12*span)
		for m := range 12 * (span + 2) {
			v := p.Between(1920+m/12, m%12+1)
			if v < min(a, b)-1e-9 || v > max(a, b)+1e-9 || math.Abs(v-last) > math.Abs(step)+1e-9 {
				t.Fatalf("month %d: %v after %v", m, v, last)
			}
			last = v
		}
		if mid := (p.Between(1920, 6) + p.Between(1920, 7)) / 2; math.Abs(mid-a-step/4) > 1e-9 {
			t.Fatalf("the middle of 1920 is %v, not %v", mid, a+step/4)
		}
	})
}

func TestExtending(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	write("base.yaml", "version: 1\nextends: ussr\nname: base\nset: {A.B: 1, A.C: 2}\nwithout: [X]\nnature: {war: {1930: 1}}\n")
	child := write("child.yaml", "version: 1\nextends: base.yaml\nto: 1930-06\nset: {A.C: 3}\nwithout: [Y, X]\nnature: {oil_price: {1917: 5}, lend_lease: {}}\n")
	s, err := Load(child)
	if err != nil {
		t.Fatal(err)
	}
	if s.Name != "child" || s.Title != "The Soviet Union, 1917–1991" || s.To != (Month{1930, 6}) || s.From != (Month{1917, 11}) {
		t.Errorf("words and dates: %+v", s)
	}
	if !reflect.DeepEqual(s.Set, Changes{"A.B": 1, "A.C": 3}) || !slices.Equal(s.Without, []string{"X", "Y"}) {
		t.Errorf("set %v without %v", s.Set, s.Without)
	}
	if len(s.Nature.OilPrice) != 1 || len(s.Nature.War) != 1 || s.Nature.LendLease == nil || len(s.Nature.LendLease) != 0 || len(s.Nature.Weather) == 0 || len(s.Eras) != 9 {
		t.Error("series")
	}
	write("a.yaml", "version: 1\nextends: b.yaml\n")
	if _, err := Load(write("b.yaml", "version: 1\nextends: a.yaml\n")); err == nil || !strings.Contains(err.Error(), "extends itself") {
		t.Errorf("circle: %v", err)
	}
	for word, hint := range map[string]string{"usr": "did you mean ussr?", "mars": "the built-in ones are ussr,", folder: "this is a folder"} {
		if _, err := Load(word); err == nil || !strings.Contains(err.Error(), hint) {
			t.Errorf("Load(%q): %v", word, err)
		}
	}
}

func TestTemplateIsSound(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mine.yaml")
	if err := os.WriteFile(path, Template(), 0o644); err != nil {
		t.Fatal(err)
	}
	s, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := Check(s, vocabulary); err != nil {
		t.Error(err)
	}
	commented := regexpUncomment(string(Template()))
	if _, err := Parse("template", []byte(commented)); err != nil {
		t.Errorf("with the examples taken in:\n%v", err)
	}
}

// regexpUncomment takes in the examples of the template.
func regexpUncomment(text string) string {
	var out []string
	for line := range strings.Lines(text) {
		inside, isComment := strings.CutPrefix(line, "# ")
		key, _, hasColon := strings.Cut(strings.TrimLeft(inside, " -{"), ":")
		if isComment && hasColon && !strings.Contains(key, " ") {
			line = inside
		}
		out = append(out, line)
	}
	return strings.Join(out, "")
}

// A device has no size and no end; it is not read to the end of memory.
func TestAFileWithoutEndIsRefused(t *testing.T) {
	path := "/dev/zero"
	if _, err := os.Stat(path); err != nil {
		t.Skip("NOT TESTED: there is no " + path)
	}
	_, err := Load(path)
	if err == nil || !strings.Contains(err.Error(), "a scenario has at most") {
		t.Errorf("%v", err)
	}
}

// Each block that the template offers works as it stands, alone.
func TestTheTemplateWorksUncommented(t *testing.T) {
	blocks := strings.Split(string(Template()), "\n\n")
	for i := range blocks {
		mine := slices.Clone(blocks)
		mine[i] = regexpUncomment(blocks[i])
		words := strings.Join(mine, "\n\n")
		path := filepath.Join(t.TempDir(), "mine.yaml")
		if err := os.WriteFile(path, []byte(words), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := Load(path); err != nil {
			t.Errorf("block %d: %v\n%s", i, err, words)
		}
	}
}

func TestWhatEditorsWriteIsRead(t *testing.T) {
	s, err := Parse("mine.yaml", []byte("\uFEFFversion: 1\nextends: ussr\nset: {Plan.Ratchet.Up: 5e-1}\ndecisions:\n  grain_export: {1917: 1e-1, 1918: 2E-1}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if s.Set["Plan.Ratchet.Up"] != 0.5 || s.Decisions.GrainExport[1917] != 0.1 || s.Decisions.GrainExport[1918] != 0.2 {
		t.Errorf("read %v and %v", s.Set, s.Decisions.GrainExport)
	}
}
