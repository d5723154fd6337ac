package fit

import (
	"math"
	"slices"
	"strings"

	"gosplan/series"
	"gosplan/statistic"
)

// Verdict is what became of a band.
type Verdict string

const (
	Met    Verdict = "met"
	Missed Verdict = "missed"
	Given  Verdict = "imposed" // inside, but the series is imposed: does not count as met
	NotRun Verdict = "not run" // the runs are too short, or a comparison run is missing
)

// A Row is a band and what the runs made of it.
type Row struct {
	Band
	Seeds           int     `json:"seeds"` // runs that have the figure
	Median          float64 `json:"median"`
	P10             float64 `json:"p10"`
	P90             float64 `json:"p90"`   // spread over seeds
	Value           float64 `json:"value"` // the historical figure, where there is one
	Least           float64 `json:"least"`
	Most            float64 `json:"most"` // spread of published estimates
	HasValue        bool    `json:"has_value"`
	Error           float64 `json:"error"` // median less the historical figure, 0 without one; for a mean error the median
	Verdict         Verdict `json:"verdict"`
	SetsExitStatus  bool    `json:"sets_exit_status"`
	OutsideAccepted float64 `json:"outside_accepted"` // how far the median is from the band, 0 inside
	Short           Short   `json:"short,omitempty"`  // how a band that is met falls short of what is published
}

// Short is what a figure that met its band lacks.
type Short string

const (
	SignOnly Short = "by sign only"              // no size is published, or it is another
	Outside  Short = "outside what is published" // inside a band that is wider
)

// Words are the verdict, and what a band that is met falls short of.
func (r Row) Words() string {
	switch r.Short {
	case SignOnly:
		return string(r.Verdict) + " " + string(r.Short)
	case Outside:
		return string(r.Verdict) + ", " + string(r.Short)
	}
	return string(r.Verdict)
}

// near is how far a figure may lie from one that is published alone, as a part
// of it, and still be called what is published.
const near = 0.1

// short compares what met its band with what is published. A mean error is
// compared with nothing: its band is a distance from the record.
func (r *Row) short() Short {
	if r.Verdict != Met || r.Kind == MAPE {
		return ""
	}
	least, most := r.Least, r.Most
	if least == most {
		least, most = least-near*math.Abs(least), most+near*math.Abs(most)
	}
	switch {
	case r.HasValue && r.Median >= least && r.Median <= most:
		return ""
	case r.isSign():
		return SignOnly
	case r.HasValue:
		return Outside
	}
	return ""
}

// Shown is the row as people read it: shares in per cent.
func (r Row) Shown() Row {
	unit, by := series.Shown(r.Unit)
	r.Unit = unit
	for _, v := range []*float64{&r.Median, &r.P10, &r.P90, &r.Value, &r.Least, &r.Most, &r.Accept.Low, &r.Accept.High} {
		*v *= by
	}
	return r
}

// A Table is how close one run or many came.
type Table struct {
	Seeds  int           `json:"seeds"`
	Rows   []Row         `json:"rows"`
	Curves []Curve       `json:"curves"`
	Errors []SeriesError `json:"errors"`
	Guides []Row         `json:"guides"`           // figures that guide a search for values and judge no run
	Trials []Trial       `json:"trials,omitempty"` // ablations, if the caller ran them
	Origin Origin        `json:"origin"`           // what made the table, if the caller says so
}

// Origin is what a reader needs to make a table again.
type Origin struct {
	Command string `json:"command,omitempty"` // as it is typed
	Scale   int    `json:"scale,omitempty"`   // people for whom one simulated person stands
	Program string `json:"program,omitempty"` // version
}

// A Curve is a series of the runs with the historical one, for a chart.
type Curve struct {
	Series    string       `json:"series"`
	Reference string       `json:"reference"`
	Title     string       `json:"title"`
	Unit      string       `json:"unit"`
	Basis     string       `json:"basis"`
	Borders   string       `json:"borders"`
	Tier      string       `json:"tier"`
	Points    []CurvePoint `json:"points"`
}

// A CurvePoint is one year: median and spread over seeds, the historical
// figure and the spread of published estimates.
type CurvePoint struct {
	Year   int     `json:"year"`
	Median float64 `json:"median"`
	P10    float64 `json:"p10"`
	P90    float64 `json:"p90"`
	Value  float64 `json:"value"`
	Low    float64 `json:"low"`
	High   float64 `json:"high"`
	Tier   string  `json:"tier"`
}

// Measure lays runs beside history: one log for each seed. The logs of free,
// if any, are runs of the same seeds in which enterprises buy and sell freely;
// without them the row that compares the two is not run.
func Measure(logs []*series.Log, free ...*series.Log) Table {
	runs, others := readAll(logs), readAll(free)
	t := Table{Seeds: len(logs)}
	for _, b := range Bands() {
		t.Rows = append(t.Rows, judge(b, runs, others))
	}
	tellParts(t.Rows)
	t.Guides = guides(runs)
	t.Curves = curves(runs)
	t.Errors = errorsOf(runs)
	return t
}

// tellParts says of a sum that its parts, which are bands themselves, miss
// theirs: it may be met because they miss in opposite directions.
func tellParts(rows []Row) {
	for i := range rows {
		var low, high []string
		for _, part := range rows {
			switch {
			case !slices.Contains(rows[i].Parts, part.Name) || part.Verdict != Missed:
			case part.Median < part.Accept.Low:
				low = append(low, part.Title)
			default:
				high = append(high, part.Title)
			}
		}
		var words []string
		for _, side := range []struct {
			titles []string
			way    string
		}{{low, "below"}, {high, "above"}} {
			if len(side.titles) > 0 {
				words = append(words, side.way+" theirs: "+strings.Join(side.titles, "; "))
			}
		}
		if len(words) > 0 {
			rows[i].say("Parts of this sum miss their bands, " + strings.Join(words, ", and ") + ".")
		}
		if rows[i].Verdict == Met && len(low) > 0 && len(high) > 0 {
			rows[i].say("They miss in opposite directions, so that the sum being met says little.")
		}
	}
}

// judge reads the band's figure from every run and gives the verdict.
func judge(b Band, runs, others []*run) Row {
	row := Row{Band: b, Verdict: NotRun, SetsExitStatus: b.Counts()}
	if b.expected != [3]float64{} {
		row.Value, row.Least, row.Most, row.HasValue = b.expected[0], b.expected[1], b.expected[2], true
	}
	var values []float64
	for i, r := range runs {
		var other *run
		if i < len(others) {
			other = others[i]
		}
		if v, ok := b.gauge(&b, r, other); ok && !math.IsNaN(v) && !math.IsInf(v, 0) {
			values = append(values, v)
		}
	}
	if imposes(runs, b.Series) {
		row.Status = series.Imposed
	}
	if len(values) == 0 {
		return row
	}
	row.Seeds = len(values)
	row.Median = statistic.Quantile(values, 0.5)
	row.P10, row.P90 = Spread(values)
	switch {
	case b.Kind == MAPE:
		row.Error = row.Median
	case row.HasValue:
		row.Error = row.Median - row.Value
	}
	if !b.Accept.has(row.Median) {
		row.OutsideAccepted = max(b.Accept.Low-row.Median, row.Median-b.Accept.High)
	}
	row.Verdict = verdict(b, row)
	row.Short = row.short()
	return row
}

func verdict(b Band, row Row) Verdict {
	inside := b.Accept.has(row.Median)
	if b.Beyond {
		inside = b.Accept.has(row.P10) && row.P10 > b.Accept.Low
	}
	switch {
	case !inside:
		return Missed
	case row.Status == series.Imposed:
		return Given
	}
	return Met
}

// Missed lists the rows that set the exit status.
func (t Table) Missed() []Row {
	var out []Row
	for _, row := range t.Rows {
		if row.Verdict == Missed && row.SetsExitStatus {
			out = append(out, row)
		}
	}
	return out
}

// MissedBeside is how many more rows are missed, which do not set the exit status.
func (t Table) MissedBeside() (n int) {
	for _, row := range t.Rows {
		if row.Verdict == Missed && !row.SetsExitStatus {
			n++
		}
	}
	return n
}

// curves draws every comparison.
func curves(runs []*run) []Curve {
	var out []Curve
	for _, c := range comparisons {
		s := reference(c.reference)
		curve := Curve{Series: c.series, Reference: c.reference, Title: c.series, Unit: s.Unit, Basis: s.Basis, Borders: s.Borders, Tier: s.Tier}
		if c.index {
			curve.Unit = "1928 = 100"
		}
		for _, p := range c.points(0, math.MaxInt) {
			var values []float64
			for _, r := range runs {
				if v, ok := c.simulated(r, c.series, p.Year); ok {
					values = append(values, v)
				}
			}
			if len(values) > 0 {
				curve.Points = append(curve.Points, CurvePoint{
					p.Year, statistic.Quantile(values, 0.5), statistic.Quantile(values, 0.1), statistic.Quantile(values, 0.9), p.Value, p.Low, p.High, p.Tier,
				})
			}
		}
		if len(curve.Points) > 0 {
			if d := runs[0].definition(c.series); d != nil {
				curve.Title = d.Title
			}
			out = append(out, curve)
		}
	}
	return out
}

// Spread is the 10th and the 90th percentile of what the seeds made of a figure.
func Spread(values []float64) (low, high float64) {
	return statistic.Quantile(values, 0.1), statistic.Quantile(values, 0.9)
}
