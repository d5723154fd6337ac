package report

import (
	"bytes"
	"encoding/xml"
	"io"
	"math"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gosplan"
	"gosplan/fit"
	"gosplan/measure"
	"gosplan/scenario"
	"gosplan/series"
	"gosplan/sheet"
)

func render(t *testing.T, in Input) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, in); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A page to look at: GOSPLAN_REPORT=/tmp/report.html go test -run Look.
func TestLook(t *testing.T) {
	path := os.Getenv("GOSPLAN_REPORT")
	if path == "" {
		t.Skip("GOSPLAN_REPORT names no file to write a page with invented figures to")
	}
	if err := os.WriteFile(path, []byte(render(t, fake(6))), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestEverySeriesOfTheCatalogueIsShown(t *testing.T) {
	page := render(t, fake(1))
	for _, d := range measure.Catalogue {
		if !strings.Contains(page, `data-series="`+d.Name+`"`) {
			t.Errorf("%s is in the log and not on the page", d.Name)
		}
	}
}

func TestEverySectionNamesSeriesOfTheCatalogue(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range parts {
		names := append(append([]string{}, p.series...), p.herds...)
		if p.lead != "" {
			names = append(names, p.lead)
		}
		for _, name := range names {
			if measure.Find(name) == nil {
				t.Errorf("section %s: no series %q", p.id, name)
			}
			if seen[name] {
				t.Errorf("section %s: %q has a place already", p.id, name)
			}
			seen[name] = true
		}
	}
	for _, r := range recorded {
		if measure.Find(r.series) == nil {
			t.Errorf("history: no series %q", r.series)
		}
	}
}

// A series that the sections do not know is shown all the same.
func TestStrangersAreShown(t *testing.T) {
	log := &series.Log{}
	log.Add(&series.Definition{Name: "barter", Title: "Barter", Unit: "share of trade", Every: series.Yearly}, "Volga", 1950, 0, 0.2)
	page := render(t, Input{Log: log})
	for _, want := range []string{`id="further"`, "Barter, Volga", "% of trade"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q", want)
		}
	}
}

func TestWhatIsMissingLeavesNoTrace(t *testing.T) {
	log := &series.Log{}
	d := measure.Find("grain_output")
	for year, v := range map[int]float64{1925: 70, 1926: math.NaN(), 1927: math.Inf(1), 1928: 73} {
		log.Add(d, series.Nation, year, 0, v)
	}
	for name, in := range map[string]Input{
		"empty": {Log: &series.Log{}}, "one series": {Log: log}, "two": {Log: log, Others: []*series.Log{log, {}}},
	} {
		page := render(t, in)
		for _, bad := range []string{"NaN", "Inf", "%!", "<nil>", "no value", `id="famine"`, `id="parameters"`, `id="flow"`, `id="year"`, `id="fit"`} {
			if strings.Contains(strings.ReplaceAll(page, pageJS+sheet.ShellJS, ""), bad) {
				t.Errorf("%s: the page holds %q", name, bad)
			}
		}
		balanced(t, page)
	}
	if err := Write(io.Discard, Input{}); err == nil {
		t.Error("no log, no error")
	}
}

// A country of no place is held against no record, and nobody died there.
func TestAStylisedCountryHasNoRecord(t *testing.T) {
	in := fake(2)
	in.Scenario.Stylised, in.History, in.Sources = true, nil, nil
	page := render(t, in)
	for _, bad := range []string{`id="fit"`, "Historical:", "Historical (", `class="past"`, `class="range"`, ">historical<", "Published estimates", "Where the historical figures come from", "1946–47"} {
		if strings.Contains(strings.ReplaceAll(page, pageJS+sheet.ShellJS, ""), bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
	balanced(t, page)
}

var (
	loads   = regexp.MustCompile(`(?i)<(link|img|iframe|object|embed|source|base|form)\b|\bsrc\s*=|@import|srcset|fetch\(|XMLHttpRequest|http-equiv`)
	targets = regexp.MustCompile(`(?i)(?:href|xlink:href|action)\s*=\s*"([^"]*)"`)
	urls    = regexp.MustCompile(`url\(([^)]*)\)`)
)

// Nothing may be loaded from anywhere, so that the page opens offline.
func TestPageLoadsNothing(t *testing.T) {
	page := render(t, fake(2))
	for _, m := range loads.FindAllString(page, -1) {
		if m != "<link" {
			t.Errorf("the page may load something: %s", m)
		}
	}
	if n := strings.Count(page, "<link"); n != 1 || !strings.Contains(page, `<link rel="icon" href="data:,">`) {
		t.Errorf("%d links in the head, want the empty icon only", n)
	}
	for _, m := range targets.FindAllStringSubmatch(page, -1) {
		if !strings.HasPrefix(m[1], "#") && m[1] != "data:," {
			t.Errorf("a link leads to %s", m[1])
		}
	}
	for _, m := range urls.FindAllStringSubmatch(page, -1) {
		if !strings.HasPrefix(m[1], "#") {
			t.Errorf("a style refers to %s", m[1])
		}
	}
}

// Whoever writes a scenario or a series cannot put a script on the page.
func TestEverythingIsEscaped(t *testing.T) {
	const evil = `"'><script>alert(1)</script><img src=x onerror=alert(2)>`
	d := &series.Definition{Name: evil, Title: evil, Unit: evil, Meaning: evil, Basis: evil + ": " + evil, Every: series.Quarterly, Status: evil}
	hunger := *measure.Find("excess_deaths")
	log := &series.Log{}
	for year := 1917; year < 1950; year++ {
		for q := 1; q <= 4; q++ {
			log.Add(d, evil, year, q, float64(year))
			log.Add(d, series.Nation, year, q, float64(year))
		}
		log.Add(&hunger, evil, year, 0, 1)
	}
	in := fake(1)
	in.Log, in.Title, in.Command, in.Hash, in.Version, in.FlowsOf = log, evil, evil, evil, evil, evil
	in.Scenario = &scenario.Scenario{Name: evil, Title: evil, Description: evil, Eras: []scenario.Era{{From: scenario.Month{Year: 1917, Month: 1}, System: evil}}}
	in.Parameters = []gosplan.Parameter{{Path: evil, Unit: evil, Source: evil, Meaning: evil}}
	in.Schedule = []gosplan.EraSchedule{{From: evil, System: evil, Rows: []gosplan.ScheduleRow{{When: evil, Who: evil, Does: evil, Writes: evil}}}}
	in.Flows = []Flow{{evil, evil + "2", 1, evil}}
	in.History = []Published{{evil, series.Nation, []Point{{Year: 1930, Value: 1, Low: 0.5, High: 2}}, evil, evil, ""}, {evil, series.Nation, []Point{{Year: 1930, Value: 3}}, evil, evil, evil}}
	in.Sources = []Source{{evil, evil, evil, evil, evil, evil, evil, evil}}
	for i := range in.Fit.Rows {
		r := &in.Fit.Rows[i]
		r.Title, r.Unit, r.Note, r.Basis, r.Series = evil, evil, evil, evil, evil
	}

	page := render(t, in)
	for _, bad := range []string{"<script>alert", "<img", "onerror=alert(2)>\"", "ZgotmplZ"} {
		if strings.Contains(page, bad) {
			i := strings.Index(page, bad)
			t.Errorf("the page holds %s: …%s…", bad, page[max(0, i-80):i+40])
		}
	}
	balanced(t, page)
}

// Two writes of the same run are the same page.
func TestSamePageTwice(t *testing.T) {
	one, two := render(t, fake(3)), render(t, fake(3))
	if one != two {
		t.Error("two pages of one run differ")
	}
}

func TestPageIsSmall(t *testing.T) {
	const most = 2 << 20
	if n := len(render(t, fake(16))); n > most {
		t.Errorf("the page has %d bytes, at most %d wanted", n, most)
	}
}

var ids = regexp.MustCompile(`\sid="([^"]*)"`)

func TestIdsAreUniqueAndReachable(t *testing.T) {
	page := render(t, fake(2))
	seen := map[string]bool{}
	for _, m := range ids.FindAllStringSubmatch(page, -1) {
		if seen[m[1]] {
			t.Errorf("two elements have the id %q", m[1])
		}
		seen[m[1]] = true
	}
	for _, m := range targets.FindAllStringSubmatch(page, -1) {
		if id, ok := strings.CutPrefix(m[1], "#"); ok && !seen[id] {
			t.Errorf("a link leads to #%s, which is not there", id)
		}
	}
}

var tags = regexp.MustCompile(`(?s)<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^>"']|"[^"]*"|'[^']*')*)>`)

// balanced checks that every element is closed in order.
func balanced(t *testing.T, page string) {
	t.Helper()
	page = strings.ReplaceAll(page, pageJS+sheet.ShellJS, "")
	void := " br hr meta link input wbr "
	var open []string
	for _, m := range tags.FindAllStringSubmatch(page, -1) {
		name := strings.ToLower(m[2])
		switch {
		case name == "" || strings.Contains(void, " "+name+" ") || strings.HasSuffix(m[3], "/"):
		case m[1] == "":
			open = append(open, name)
		case len(open) == 0 || open[len(open)-1] != name:
			t.Fatalf("</%s> closes %v", name, open)
		default:
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Errorf("never closed: %v", open)
	}
}

func TestPageIsBalanced(t *testing.T) { balanced(t, render(t, fake(2))) }

func wellFormed(t *testing.T, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

// One run says how to see luck; many say what their band is; thresholds that
// are nobody's figure are marked.
func TestThePageSaysWhatABandIs(t *testing.T) {
	alone, many := render(t, fake(1)), render(t, fake(4))
	for _, c := range []struct {
		name, page, want string
		there            bool
	}{
		{"one run", alone, "--seeds 16", true},
		{"one run", alone, "middle 80 %", true}, // of what --seeds would draw
		{"one run", alone, `class="seeds"`, false},
		{"four runs", many, "--seeds 16", false},
		{"four runs", many, "middle 80 % of 4 seeds", true},
		{"four runs", many, `class="seeds"`, true},
		{"four runs", many, "; soft</small>", true},
		{"four runs", many, "Other years, of peace", true},
	} {
		if strings.Contains(c.page, c.want) != c.there {
			t.Errorf("%s: %q is there: %v", c.name, c.want, !c.there)
		}
	}
}

// A run that departs from history misses nothing: the table says how far it
// went.
func TestADepartingRunMissesNothing(t *testing.T) {
	in := fake(1) // invented eras
	page := render(t, in)
	for _, bad := range []string{"How close it came", `class="missed"`, `class="met"`, "goals met"} {
		if strings.Contains(page, bad) {
			t.Errorf("a departing run: the page holds %q", bad)
		}
	}
	if !strings.Contains(page, "How far it went from history") || !strings.Contains(page, `<span class="none">apart</span>`) {
		t.Error("a departing run: the page does not say how far it went")
	}
	history, err := scenario.Load("ussr")
	if err != nil {
		t.Fatal(err)
	}
	in.Scenario = history
	if page = render(t, in); !strings.Contains(page, "How close it came") || !strings.Contains(page, `<span class="missed">✗ missed</span>`) {
		t.Error("history: the page does not say how close it came")
	}
}

// A run of few people says that their luck moves its figures.
func TestACoarseRunSaysSo(t *testing.T) {
	for scale, want := range map[int]bool{1: false, 10_000: false, 20_000: false, 20_001: true, 100_000: true} {
		in := fake(1)
		in.Scale = scale
		if said := strings.Contains(render(t, in), "the luck of single ones"); said != want || (Coarse(scale) != "") != want {
			t.Errorf("1:%d: the page says so: %v", scale, said)
		}
	}
}

// A caption speaks of the level at which an index is 100 where a record is drawn.
func TestLevelsStandWhereARecordIs(t *testing.T) {
	m := newMaker(filled(fake(1)))
	for name, want := range map[string]bool{"gdp": true, "gdp_early": false, "gdp_quarter": false, "capital": false, "real_wage": true} {
		c := m.chart(name, series.Nation, medium)
		if said := strings.Contains(strings.Join(c.Notes, " "), "in that year the run stood at"); said != want || want != (len(c.past) > 0) {
			t.Errorf("%s: said %v, with %d figures of a record", name, said, len(c.past))
		}
	}
}

// Growth is shown for every period that the terminal shows and scores judge,
// with the fall of the end and the forties.
func TestGrowthByPeriod(t *testing.T) {
	table := newMaker(filled(fake(1))).growth()
	for _, want := range []period{{1940, 1950, false}, {1985, 1989, true}, {1989, 1991, true}} {
		i := slices.Index(table.Periods, want)
		if i < 0 {
			t.Errorf("no growth %d-%d", want.From, want.To)
			continue
		}
		if gdp := table.Rows[0].Cells[i]; !gdp.HasSim() || want.From == 1989 && !gdp.HasPast() {
			t.Errorf("%d-%d: %+v", want.From, want.To, gdp)
		}
	}
}

// Every series drawn with a record has an error in the table, or the table says
// why not.
func TestErrorsOfEverySeriesWithARecord(t *testing.T) {
	in := fake(1)
	told := map[string]bool{
		"gdp": true, "food_per_head_rural": true, "food_per_head_urban": true, "second_economy_share": true,
		"stock_ratio": true, "grain_output_free": true, // in the row of the harvest
	}
	for _, e := range in.Fit.Errors {
		told[e.Series] = true
	}
	for _, p := range Record() {
		if !told[p.Series] {
			t.Errorf("%s has a record and no error", p.Series)
		}
	}
	if page := render(t, in); !strings.Contains(page, fit.Untold) {
		t.Error("the page does not say what is left out of the table")
	}
}

// filled is the input as Write completes it.
func filled(in Input) Input {
	in.History = Record()
	return in
}
