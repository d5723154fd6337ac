package fit

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"gosplan/series"
)

func find(t *testing.T, table Table, name string) Row {
	t.Helper()
	for _, row := range table.Rows {
		if row.Name == name {
			return row
		}
	}
	t.Fatalf("no row %s", name)
	return Row{}
}

func TestACopyOfHistoryMeetsEveryBand(t *testing.T) {
	free := history().scale("stock_ratio", 0.3).log(1917, 1991, series.Emerges)
	log := history().log(1917, 1992, series.Emerges)
	table := Measure([]*series.Log{log, log, log}, free, free, free)
	for _, row := range table.Rows {
		if row.Verdict != Met {
			t.Errorf("%s: %s: %v in %v (tier %s)", row.Name, row.Verdict, row.Median, row.Accept, row.Tier)
		}
		if row.Seeds != 3 && row.Verdict != NotRun {
			t.Errorf("%s: %d seeds", row.Name, row.Seeds)
		}
	}
	if missed := table.Missed(); len(missed) > 0 {
		t.Errorf("%d rows set the exit status", len(missed))
	}
	for _, e := range table.Errors {
		if e.Calibrated.Absolute > 1e-9 || e.HeldOut.Absolute > 1e-9 {
			t.Errorf("%s: error of a copy: %v, %v", e.Reference, e.Calibrated, e.HeldOut)
		}
	}
}

// What a search sees of money beside the bands ends in 1970, is met by history and missed by a run that is far from it.
func TestMoneyOfASearch(t *testing.T) {
	for _, row := range Measure([]*series.Log{history().log(1917, 1971, series.Emerges)}).Guides {
		if row.Verdict != Met || row.To > calibrationEnds {
			t.Errorf("%s to %d: %s: %v in %v", row.Name, row.To, row.Verdict, row.Median, row.Accept)
		}
	}
	for _, name := range []string{"wage", "cash_months", "frustrated_share"} {
		for _, row := range Measure([]*series.Log{history().scale(name, 2).log(1917, 1971, series.Emerges)}).Guides {
			if missed := row.Verdict == Missed; missed != (row.Series == name) {
				t.Errorf("twice the %s: %s is %s", name, row.Name, row.Verdict)
			}
		}
	}
	for _, row := range Measure(nil).Guides {
		for _, b := range Bands() {
			if b.Name == row.Name {
				t.Errorf("%s would be counted twice", b.Name)
			}
		}
	}
}

func TestAShiftedRunMisses(t *testing.T) {
	for _, c := range []struct {
		series string
		by     float64
		rows   []string // missed, and only these
	}{
		{"grain_output", 1.2, []string{"grain_output", "grain_output_held_out", "harvest_1931_32"}},
		{"urban_share", 0.8, []string{"urban_share", "urban_share_held_out"}},
		{"sheep", 1.2, []string{"sheep"}},
		{"excess_deaths", 2, []string{"famine_1931_34", "famine_1921_22", "famine_ukraine", "famine_nomads"}},
		{"excess_deaths", 0, []string{"famine_1931_34", "famine_1931_34_regions", "famine_1931_34_peak", "famine_1921_22", "famine_1946_47", "famine_ukraine", "famine_nomads"}},
		{"unemployment_rate", 20, []string{"unemployment", "vacancies"}},
		{"gdp_per_head", 3, nil}, // an index: its level means nothing
	} {
		log := history().scale(c.series, c.by).log(1917, 1992, series.Emerges)
		free := history().scale("stock_ratio", 0.3).log(1917, 1991, series.Emerges)
		table := Measure([]*series.Log{log}, free)
		var missed []string
		for _, row := range table.Rows {
			if row.Verdict == Missed {
				missed = append(missed, row.Name)
			}
		}
		if strings.Join(missed, " ") != strings.Join(c.rows, " ") {
			t.Errorf("%s times %v: missed %v, want %v", c.series, c.by, missed, c.rows)
		}
	}
}

func TestAnImposedSeriesIsNotMet(t *testing.T) {
	table := Measure([]*series.Log{history().log(1917, 1992, series.Imposed)})
	for _, row := range table.Rows {
		if row.Verdict == Met {
			t.Errorf("%s: met by imposing", row.Name)
		}
	}
	if row := find(t, table, "horses"); row.Verdict != Given {
		t.Errorf("horses: %s", row.Verdict)
	}
	bad := Measure([]*series.Log{history().scale("horses", 2).log(1917, 1992, series.Imposed)})
	if row := find(t, bad, "horses"); row.Verdict != Missed {
		t.Errorf("imposed and wrong: %s", row.Verdict)
	}
}

func TestShortRunsAreNotRun(t *testing.T) {
	table := Measure([]*series.Log{history().log(1917, 1935, series.Emerges)})
	for name, want := range map[string]Verdict{
		"gdp_per_head": NotRun, "gdp_growth_1928_40": NotRun, "gdp_growth_1950_60": NotRun, "horses_fall": Met,
		"famine_1931_34": Met, "unemployment": NotRun, "stock_ratio": NotRun, "elasticity": NotRun,
	} {
		if row := find(t, table, name); row.Verdict != want {
			t.Errorf("%s: %s, want %s", name, row.Verdict, want)
		}
	}
	if empty := Measure(nil); len(empty.Missed()) != 0 || len(empty.Rows) != len(Bands()) {
		t.Error("no runs: rows or misses are wrong")
	}
}

func TestRecalledRowsOfTheSyndromeDoNotSetTheExitStatus(t *testing.T) {
	log := history().scale("unfinished_construction", 0.1).scale("defect_rate", 0.1).log(1917, 1992, series.Emerges)
	table := Measure([]*series.Log{log})
	if find(t, table, "unfinished").Verdict != Missed || find(t, table, "defects").Verdict != Missed {
		t.Fatal("planted misses were not found")
	}
	missed := table.Missed()
	if len(missed) != 1 || missed[0].Name != "defects" {
		t.Errorf("%d rows set the exit status", len(missed))
	}
	if rest := table.MissedBeside(); rest != 1 {
		t.Errorf("%d rows are missed beside, want that of unfinished construction", rest)
	}
}

func TestBeyondAsksForTheTenthPercentile(t *testing.T) {
	var logs, free []*series.Log
	for i := range 5 {
		logs = append(logs, history().scale("stock_ratio", 0.8+0.2*float64(i)).log(1917, 1991, series.Emerges))
		free = append(free, history().scale("stock_ratio", 0.45).log(1917, 1991, series.Emerges))
	}
	row := find(t, Measure(logs, free...), "stock_ratio")
	if row.Median <= 2 || row.P10 >= 2 || row.Verdict != Missed {
		t.Errorf("median %v, tenth %v: %s", row.Median, row.P10, row.Verdict)
	}
}

// An end is passed by more than the rounding of sums, or it is not passed.
func TestAnEndIsNotPassedByRounding(t *testing.T) {
	third := 1.3
	for _, c := range []struct {
		accept Interval
		v      float64
		in     bool
	}{
		{Interval{2.6, 3.9}, third + third + third, true},
		{Interval{2.6, 3.9}, 3.9001, false},
		{Interval{third + third + third, 5}, 3.9, true},
		{Interval{-0.3, 1}, -0.1 - 0.2, true},
		{Interval{-0.3, 1}, -0.3001, false},
		{atMost(0), 1e-12, false},
		{atLeast(3.9), 1e300, true},
		{atMost(3.9), -1e300, true},
	} {
		b := Band{Accept: c.accept}
		if got := verdict(b, Row{Band: b, Median: c.v}); (got == Met) != c.in {
			t.Errorf("%v in %v: %s", c.v, c.accept, got)
		}
	}
}

func TestBandsAreNotTighterThanEstimates(t *testing.T) {
	names := map[string]bool{}
	for _, b := range Bands() {
		if names[b.Name] {
			t.Errorf("%s twice", b.Name)
		}
		names[b.Name] = true
		if b.Title == "" || b.Unit == "" || b.From == 0 || b.To < b.From || b.Basis == "" || b.Borders == "" || b.gauge == nil {
			t.Errorf("%s: not whole: %+v", b.Name, b)
		}
		if b.Kind == Growth && (b.Accept.Low > b.expected[1] || b.Accept.High < b.expected[2]) {
			t.Errorf("%s: %v is tighter than estimates %v", b.Name, b.Accept, b.expected)
		}
		if b.Kind == MAPE && b.Accept.High < math.Max(b.Goal, b.expected[2]) {
			t.Errorf("%s: %v", b.Name, b.Accept)
		}
	}
}

func TestTableIsWritable(t *testing.T) {
	for _, log := range []*series.Log{history().log(1917, 1992, series.Emerges), history().log(1930, 1932, series.Emerges), {}} {
		table := Measure([]*series.Log{log})
		for _, a := range Ablations() {
			table.Trials = append(table.Trials, Trial{a, a.Effect([]*series.Log{log}, []*series.Log{log})})
		}
		if _, err := json.Marshal(table); err != nil {
			t.Error(err)
		}
		text := table.Markdown()
		for _, want := range []string{"# How close the model came", "not used in calibration", "Price basis", "†", "What weakens"} {
			if !strings.Contains(text, want) {
				t.Errorf("page lacks %q", want)
			}
		}
		if strings.Contains(text, "NaN") || strings.Contains(text, "Inf") {
			t.Error("page has a number that is none")
		}
	}
}

func TestPeriods(t *testing.T) {
	seen := 0
	for _, row := range Periods(history().log(1917, 1992, series.Emerges)) {
		if row.Title == "Consumption per head" {
			continue
		}
		if row.Title == "Capital outside agriculture" || row.From != 1928 { // GDP of 1928-40 has its own population
			if !row.Ran || math.Abs(row.Simulated-row.Value) > 0.02 {
				t.Errorf("%s %d-%d: %v, want %v", row.Title, row.From, row.To, row.Simulated, row.Value)
			}
			seen++
		}
	}
	if seen < 10 {
		t.Errorf("%d periods", seen)
	}
	for _, row := range Periods(history().log(1950, 1955, series.Emerges)) {
		if row.Ran {
			t.Errorf("%s %d-%d ran", row.Title, row.From, row.To)
		}
	}
}

func TestAnnexationIsNoGrowth(t *testing.T) {
	p := planted{}
	for y := 1917; y <= 1945; y++ {
		annexed := 1.0
		if y >= 1940 {
			annexed = 1.13
		}
		p.set("population", series.Nation, y, 150*annexed)
		p.set("gdp", series.Nation, y, 100*annexed*math.Pow(1.05, float64(y-1928)))
		p.set("gdp_per_head", series.Nation, y, 100*math.Pow(1.05, float64(y-1928)))
	}
	g, ok := constantBorders(read(p.log(1917, 1945, series.Emerges)), 1928, 1940)
	if !ok || math.Abs(g-5) > 1e-9 {
		t.Errorf("growth %v, want 5", g)
	}
}

// Rows are read in per cent and what weakens them in percentage points; what is kept of them stays as it is.
func TestSharesAreShownInPerCent(t *testing.T) {
	row := Row{Band: Band{Unit: "share of output", Accept: atLeast(0.08)}, Median: 0.05, P10: 0.04, P90: 0.06}
	if got := row.Shown(); got.Unit != "% of output" || got.Median != 5 || got.Accept.Low != 8 || !math.IsInf(got.Accept.High, 1) || row.Median != 0.05 {
		t.Errorf("the row is shown as %+v", got)
	}
	for path, want := range map[string]string{"Plan.Bonus.Step": "percentage points of output", "Plan.Balance": "points a year"} {
		for _, a := range Ablations() {
			if a.Path != path {
				continue
			}
			trial := Trial{Ablation: a, Effect: Effect{With: 0.5, Difference: -0.25}}
			e, unit := trial.Shown()
			by := e.With / trial.Effect.With
			if unit != want || e.Difference != by*trial.Effect.Difference || (by == 100) != strings.HasPrefix(want, "percentage") {
				t.Errorf("without %s the figure changes by %v %s, want it in %s", path, e.Difference, unit, want)
			}
		}
	}
}

// What is met is not all alike: a band may ask for a sign, or be wider than what is published.
func TestWhatIsMetMayFallShortOfWhatIsPublished(t *testing.T) {
	sign, wide := atLeast(0), Interval{0, 10}
	for _, c := range []struct {
		name      string
		band      Band
		published [3]float64 // none if all are 0
		median    float64
		want      Short
	}{
		{"within what is published", Band{Accept: wide}, [3]float64{4, 3, 5}, 3.1, ""},
		{"wider than what is published", Band{Accept: wide}, [3]float64{4, 3, 5}, 6, Outside},
		{"near the one figure", Band{Accept: wide}, [3]float64{-4, -4, -4}, -4.3, ""},
		{"far from the one figure", Band{Accept: wide}, [3]float64{-4, -4, -4}, -4.5, Outside},
		{"a sign of another size", Band{Accept: sign}, [3]float64{5, 5, 5}, 1.7, SignOnly},
		{"a sign of that size", Band{Accept: sign}, [3]float64{5, 5, 5}, 4.9, ""},
		{"a sign alone", Band{Accept: sign}, [3]float64{}, 4, SignOnly},
		{"a threshold of ours", Band{Accept: atLeast(0.2), Soft: true}, [3]float64{}, 4, SignOnly},
		{"nothing is published", Band{Accept: wide}, [3]float64{}, 4, ""},
		{"a mean error", Band{Accept: atMost(5), Kind: MAPE}, [3]float64{0, 0, 1}, 4, ""},
	} {
		r := Row{Band: c.band, Verdict: Met, Median: c.median, Value: c.published[0], Least: c.published[1], Most: c.published[2], HasValue: c.published != [3]float64{}}
		if got := r.short(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if r.Verdict = Missed; r.short() != "" {
			t.Errorf("%s: what is missed falls short", c.name)
		}
	}
}

// A figure has the status of its series or its own, and a reason if it does not emerge.
func TestBandsSayWhyTheyDoNotEmerge(t *testing.T) {
	for _, b := range Bands() {
		if (b.Why != "") != (b.Status != series.Emerges) {
			t.Errorf("%s is %s, and the reason is %q", b.Name, b.Status, b.Why)
		}
	}
}

func TestAnAblationTakesOutOrSets(t *testing.T) {
	if path, value, ok := (Ablation{Path: "A.B=0.5"}).Set(); path != "A.B" || value != 0.5 || !ok {
		t.Errorf("%s to %v: %v", path, value, ok)
	}
	if path, _, ok := (Ablation{Path: "A.B"}).Set(); path != "A.B" || ok {
		t.Errorf("%s is set", path)
	}
}

// A sum says that its parts miss, and that they make it up between them.
func TestASumSaysThatItsPartsMiss(t *testing.T) {
	const parts, opposite = "Parts of this sum miss their bands", "opposite directions"
	for _, c := range []struct {
		name            string
		ukraine, nomads float64 // times history
		parts, opposite bool
	}{
		{"as in history", 1, 1, false, false},
		{"one part too small", 0.5, 1, true, false},
		{"both too small", 0.5, 0.5, true, false},
		{"both too large", 1.2, 1.3, true, false},
		{"one too small and one too large", 0.6, 1.6, true, true},
	} {
		p := history()
		for place, by := range map[string]float64{"Ukraine": c.ukraine, "Kazakh-nomads": c.nomads} {
			values := p[[2]string{"excess_deaths", place}]
			for year := range values {
				values[year] *= by
			}
		}
		table := Measure([]*series.Log{p.log(1917, 1991, series.Emerges)})
		note := find(t, table, "famine_1931_34_regions").Note
		if strings.Contains(note, parts) != c.parts || strings.Contains(note, opposite) != c.opposite {
			t.Errorf("%s: %s", c.name, note)
		}
		if c.parts && !strings.Contains(table.Markdown(), parts) {
			t.Errorf("%s: the page does not say it", c.name)
		}
	}
	known := map[string]bool{}
	for _, b := range Bands() {
		known[b.Name] = true
	}
	for _, b := range Bands() {
		for _, part := range b.Parts {
			if !known[part] {
				t.Errorf("%s is a sum of %s, which is no band", b.Name, part)
			}
		}
	}
}
