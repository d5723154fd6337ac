package report

import (
	"math"
	"strings"
	"testing"

	"gosplan"
	"gosplan/measure"
	"gosplan/series"
)

func TestNumbersInWords(t *testing.T) {
	for v, want := range map[float64]string{10: "10", 4: "4", 0.38: "0.38", 0.005: "0.005", 1933: "1933", -60.8: "−60.8", 100: "100"} {
		if got := figure(v); got != want {
			t.Errorf("figure(%g) = %q, want %q", v, got, want)
		}
	}
}

func TestSpreadNeedsTwoRuns(t *testing.T) {
	got := spread([][]dot{{{1, 5}, {2, 7}}, {{1, 3}, {3, 9}}, {{2, math.NaN()}}})
	if len(got) != 1 || math.Abs(got[0].low-3.2) > 1e-12 || math.Abs(got[0].high-4.8) > 1e-12 {
		t.Errorf("spread %v, want 3.2 to 4.8 at 1: the 10th and 90th percentile between 3 and 5", got)
	}
}

// Alternative estimates widen the range and do not move the line.
func TestPastGathersEstimates(t *testing.T) {
	got, sources := past([]Published{
		{"x", "P", []Point{{Year: 1930, Value: 10, Low: 9, High: 12}}, "A (1990)", "B", ""},
		{"x", "P", []Point{{Year: 1930, Value: 15}, {Year: 1931, Value: 11}}, "B (1991); A (1990)", "B", ""},
		{"x", "P", []Point{{Year: 1931, Value: 12}}, "D", "R", ""},
		{"x", "P", []Point{{Year: 1930, Value: 99}}, "E", "C", "claimed at the time"}, // is no estimate
		{"y", "P", []Point{{Year: 1930, Value: 1}}, "C", "C", ""},
	}, "x", "P")
	want := []reach{{1930.5, 1930.5, 10, 9, 15}, {1931.5, 1931.5, 11, 11, 12}}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("got %v, want %v", got, want)
	}
	if len(sources) != 2 || strings.Join(sources[0].Sources, "|") != "A (1990)|B (1991)" || sources[1].Trust != "recalled, not looked up" {
		t.Errorf("sources %q", sources)
	}
}

// The record is in the units of the catalogue: figures everybody knows.
func TestRecordIsInTheUnitsOfTheCatalogue(t *testing.T) {
	for _, c := range []struct {
		name      string
		year      int
		low, high float64
	}{
		{"gdp", 1928, 100, 100},
		{"gdp_per_head", 1928, 100, 100},
		{"gdp", 1942, 80, 160},
		{"population", 1934, 156, 157},
		{"population", 1959, 205, 215},
		{"births", 1960, 4.5, 6},
		{"urban_share", 1939, 0.3, 0.36},
		{"grain_output", 1978, 225, 240},
		{"oil_output", 1970, 345, 360},
		{"military_share", 1944, 0.4, 0.6},
	} {
		record, _ := past(Record(), c.name, series.Nation)
		found := false
		for _, r := range record {
			if r.at == moment(c.year, 0) {
				found = true
				if r.v < c.low-1e-9 || r.v > c.high+1e-9 {
					t.Errorf("%s %d is %g, want %g to %g", c.name, c.year, r.v, c.low, c.high)
				}
			}
		}
		if !found {
			t.Errorf("no %s for %d", c.name, c.year)
		}
	}
	if len(Library()) < 20 {
		t.Errorf("%d sources", len(Library()))
	}
}

func TestGrowthRate(t *testing.T) {
	log := &series.Log{}
	d := measure.Find("gdp")
	for year := 1917; year <= 1991; year++ {
		log.Add(d, series.Nation, year, 0, 100*math.Pow(1.05, float64(year-1928)))
	}
	g := newMaker(Input{Log: log, History: Record()}).growth()
	if g == nil || len(g.Rows) != 2 || !g.Rows[1].Alone || len(g.Periods) != len(periods) {
		t.Fatalf("growth table %+v", g)
	}
	for _, c := range g.Rows[0].Cells {
		if math.Abs(c.Sim-0.05) > 1e-9 || !c.HasPast() {
			t.Errorf("growth %g, historical %g", c.Sim, c.Past)
		}
	}
}

// Land that joins the country is no growth of its product.
func TestGrowthAtConstantBorders(t *testing.T) {
	log := &series.Log{}
	for year := 1928; year <= 1950; year++ {
		people := 150 * math.Pow(1.01, float64(year-1928))
		if year >= 1940 {
			people *= 1.12
		}
		head := 100 * math.Pow(1.03, float64(year-1928))
		log.Add(measure.Find("population"), series.Nation, year, 0, people)
		log.Add(measure.Find("gdp_per_head"), series.Nation, year, 0, head)
		log.Add(measure.Find("gdp"), series.Nation, year, 0, head*people/150)
	}
	for _, c := range []struct{ from, to int }{{1928, 1937}, {1928, 1940}, {1940, 1950}} {
		if got := grown(indexed(log), "gdp", period{From: c.from, To: c.to}); math.Abs(got-(1.03*1.01-1)) > 1e-9 {
			t.Errorf("%d to %d: %g a year", c.from, c.to, got)
		}
	}
}

// An index starts at 100 in its own 1928, and the page says where that was.
func TestAnIndexIsItsOwn(t *testing.T) {
	log := &series.Log{}
	for year := 1928; year <= 1930; year++ {
		log.Add(measure.Find("gdp"), series.Nation, year, 0, 86*float64(year-1927))
		log.Add(measure.Find("grain_output"), series.Nation, year, 0, 86)
	}
	m := newMaker(Input{Log: log, History: Record()})
	index, grain := m.chart("gdp", series.Nation, wide), m.chart("grain_output", series.Nation, wide)
	if index.sim[0].v != 100 || index.sim[2].v != 300 || grain.sim[0].v != 86 {
		t.Errorf("the curves are %v and %v", index.sim, grain.sim)
	}
	if strings.Contains(index.Meaning, "not the run's own") || !strings.Contains(strings.Join(index.Notes, " "), "86 %") {
		t.Errorf("the chart says %q and %q", index.Meaning, index.Notes)
	}
}

// Where nothing was lost, the share of losses that were covered is none.
func TestYearsThatSayNothing(t *testing.T) {
	log := &series.Log{}
	for year, lost := range []float64{0.1, 0, 0.2} {
		log.Add(measure.Find("soft_budget"), series.Nation, 1950+year, 0, 0)
		log.Add(measure.Find("enterprise_losses"), series.Nation, 1950+year, 0, lost)
	}
	x := indexed(log)
	if got := x.without("soft_budget", series.Nation); len(got) != 2 || got[1].at != moment(1952, 0) {
		t.Errorf("the curve is %v", got)
	}
	if got := x.without("enterprise_losses", series.Nation); len(got) != 3 {
		t.Errorf("the other is %v", got)
	}
}

func TestDeathsAreSummed(t *testing.T) {
	in := fake(1)
	table := newMaker(in).deaths("excess_deaths")
	if len(table.Episodes) != 3 || len(table.Rows) != len(regions)+1 {
		t.Fatalf("%d episodes, %d rows", len(table.Episodes), len(table.Rows))
	}
	last := table.Rows[len(table.Rows)-1]
	if !last.Total || last.Place != "Whole country" || last.Cells[1].Value < 5 {
		t.Errorf("the last row is %+v", last)
	}
	for _, r := range table.Rows {
		all, lived := 0.0, 0.0
		for _, c := range r.Cells {
			all += c.Value
		}
		place := r.Place
		if r.Total {
			place = series.Nation
		}
		for _, d := range newMaker(in).run.yearly("excess_deaths", strings.Replace(place, "Kazakh nomads", "Kazakh-nomads", 1)) {
			lived += d.v
		}
		civil, invasion, peace := r.Cells[3].Years, r.Cells[4].Years, r.Cells[5].Years
		if math.Abs(all-lived) > 1e-9 || civil != 4 || invasion != 5 || peace != 75-2-4-2-4-5 {
			t.Errorf("%s: %g in all columns, %g in all years; %d, %d and %d years outside the famines", r.Place, all, lived, civil, invasion, peace)
		}
		if r.Place == "Ukraine" && r.Cells[1].Published != "published 2.60 up to 3.90" {
			t.Errorf("Ukraine: %q", r.Cells[1].Published)
		}
	}
}

func TestYearsMarkWhatIsNew(t *testing.T) {
	row := func(when, who, does, writes string) gosplan.ScheduleRow {
		return gosplan.ScheduleRow{When: when, Who: who, Does: does, Writes: writes}
	}
	got := viewYears([]gosplan.EraSchedule{
		{From: "1918", System: "a", Rows: []gosplan.ScheduleRow{row("m", "x", "stays", "A"), row("m", "x", "goes", "A"), row("m", "x", "writes", "A")}},
		{From: "1921", System: "b", Rows: []gosplan.ScheduleRow{row("m", "x", "stays", "A"), row("m", "x", "writes", "A, B"), row("m", "x", "comes", "A")}},
	})
	if got[0].New+got[0].Changed+len(got[0].Gone) != 0 {
		t.Errorf("the first era has nothing before it: %+v", got[0])
	}
	marks := []string{}
	for _, r := range got[1].Rows {
		marks = append(marks, r.Mark)
	}
	if strings.Join(marks, ",") != ",changed,new" || len(got[1].Gone) != 1 || got[1].Gone[0].Does != "goes" {
		t.Errorf("marks %q, gone %v", marks, got[1].Gone)
	}
}

// Goods that flow in a circle are drawn all the same.
func TestFlowsInACircle(t *testing.T) {
	for name, flows := range map[string][]Flow{
		"circle":   {{"Materials", "Machinery", 3, "x"}, {"Machinery", "Materials", 2, "x"}, {"Fuel", "Fuel", 1, "x"}},
		"straight": {{"Land", "Grain", 3, "x"}, {"Grain", "Towns", 2, "x"}},
		"nothing":  {{"a", "b", 0, "x"}, {"a", "b", math.NaN(), "x"}},
	} {
		out := drawFlows(flows)
		if name == "nothing" {
			if len(out) != 0 {
				t.Errorf("%s: %d diagrams", name, len(out))
			}
			continue
		}
		if len(out) != 1 || strings.Contains(string(out[0]), "NaN") || strings.Count(string(out[0]), `class="flow"`) != len(flows) {
			t.Errorf("%s: %v", name, out)
		}
		wellFormed(t, string(out[0]))
	}
}

// The last era of a run is named though it is short and stands at the end.
func TestTheLastEraIsNamed(t *testing.T) {
	if page := render(t, fake(1)); !strings.Contains(page, `>State orders 1988</text>`) {
		t.Error("the last era has no name over its charts")
	}
}

// An axis leaves out the few peaks of a quotient and says so; parts of a whole,
// counts, and what many years show keep theirs.
func TestPeaksAreCut(t *testing.T) {
	for _, c := range []struct {
		name, unit  string
		peak, years float64
		cut         bool
	}{
		{"a ratio at the start", "ratio", 61, 1, true},
		{"a ratio not far above others", "ratio", 8, 1, false},
		{"a ratio that is high for long", "ratio", 61, 20, false},
		{"more than the whole", "% of a year's investment", 1600, 2, true},
		{"a part of the whole", "%", 60, 2, false},
		{"deaths", "million a year", 61, 1, false},
	} {
		chart := &chart{Unit: c.unit, Size: medium, from: 1917, to: 1992}
		for year := 1917; year < 1992; year++ {
			v := 3.0
			if float64(year-1917) < c.years {
				v = c.peak
			}
			chart.sim = append(chart.sim, dot{moment(year, 0), v})
		}
		chart.cutPeaks()
		picture := string(chart.Picture())
		named := strings.Contains(picture, "in 1917</text>") && strings.Contains(strings.Join(chart.Notes, ""), "in 1917")
		if cut := chart.y.High < c.peak; cut != c.cut || named != c.cut {
			t.Errorf("%s: the axis ends at %g, the peak is named: %v", c.name, chart.y.High, named)
		}
	}
}

// An axis that does not begin at zero says so, and branches are all drawn to
// linear axes.
func TestAxesSayWhatTheyAre(t *testing.T) {
	for _, c := range []struct {
		unit      string
		low, high float64
		want      string
	}{
		{"hours", 5, 6, "hours, not from 0"},
		{"hours", 1, 6, "hours"},
		{"1928 GDP = 100", 0.01, 300, "1928 GDP = 100"},
		{"1928 = 1", 1, 1e6, "1928 = 1, logarithmic scale"},
	} {
		chart := &chart{Unit: c.unit, Size: medium, from: 1917, to: 1919, sim: []dot{{1917.5, c.low}, {1918.5, c.high}}}
		if picture := string(chart.Picture()); !strings.Contains(picture, ">"+c.want+"</text>") {
			t.Errorf("%s from %g to %g does not say %q", c.unit, c.low, c.high, c.want)
		}
	}
}

// A series that is zero throughout has no chart and is named.
func TestZeroThroughout(t *testing.T) {
	in := filled(fake(1))
	for k := range in.Log.Rows {
		if name := in.Log.Rows[k].Def.Name; name == "say_at_work" || name == "strike_days" {
			in.Log.Rows[k].Value = 0
		}
	}
	page := render(t, in)
	for want, there := range map[string]bool{`data-series="say_at_work"`: false, "not drawn: Say at work.": true, `data-series="strike_days"`: true} { // strikes have a record
		if strings.Contains(page, want) != there {
			t.Errorf("%q is there: %v", want, !there)
		}
	}
}

// With several seeds captions say what the line is and what the band.
func TestLineAndBand(t *testing.T) {
	for seeds, want := range map[int]bool{1: false, 4: true} {
		page := render(t, fake(seeds))
		if said := strings.Contains(page, "The line is seed 1; the thin line is the median"); said != want || strings.Contains(page, `class="median"`) != want {
			t.Errorf("%d seeds: said %v", seeds, said)
		}
	}
}
