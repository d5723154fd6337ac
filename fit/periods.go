package fit

import (
	"math"
	"slices"

	"gosplan/measure"
	"gosplan/series"
	"gosplan/statistic"
)

// A PeriodRow is a run against history over some years, percent a year.
type PeriodRow struct {
	Title     string  `json:"title"`
	From      int     `json:"from"`
	To        int     `json:"to"`
	Simulated float64 `json:"simulated"`
	Ran       bool    `json:"ran"` // false: the run does not cover the period
	Value     float64 `json:"value"`
	Low       float64 `json:"low"`
	High      float64 `json:"high"` // spread of published estimates
	HeldOut   bool    `json:"held_out"`
	Basis     string  `json:"basis"`
}

// periodTables are the growth rates of the end-of-run table.
var periodTables = []struct {
	title, series, reference string
	others                   []string
	growth                   func(r *run, name string, from, to int) (float64, bool)
}{
	{"GDP", "gdp", "gdp_growth_mpd", otherGrowth, func(r *run, _ string, from, to int) (float64, bool) { return constantBorders(r, from, to) }},
	{"Capital outside agriculture", "capital", "capital_growth", nil, (*run).growth},
	{"Consumption per head", "consumption_per_head", "consumption_growth", nil, (*run).growth},
}

// Periods is a run against history, period by period.
func Periods(log *series.Log) []PeriodRow {
	r := read(log)
	var out []PeriodRow
	for _, table := range periodTables {
		s := reference(table.reference)
		for _, p := range s.Points {
			row := PeriodRow{
				Title: table.title, From: p.From, To: p.Year, Value: p.Value, Low: p.Low, High: p.High,
				HeldOut: p.Year > calibrationEnds, Basis: s.Basis,
			}
			for _, name := range table.others {
				if q, ok := reference(name).Over(p.From, p.Year); ok {
					row.Low, row.High = math.Min(row.Low, q.Low), math.Max(row.High, q.High)
				}
			}
			row.Simulated, row.Ran = table.growth(r, table.series, p.From, p.Year)
			if !row.Ran {
				row.Simulated = 0
			}
			out = append(out, row)
		}
	}
	return out
}

// Untold says which series have a record and no error, and why.
const Untold = "Without an error here, though drawn beside a record: grain eaten per head, whose record joins town and village; the second economy and input over output stocks, whose records are means of many years; GDP, which is GDP per head times population; deaths from hunger, which have a table of their own."

// A SeriesError is the misfit of one series, medians over seeds.
type SeriesError struct {
	Series     string        `json:"series"`
	Reference  string        `json:"reference"`
	Status     series.Status `json:"status"`
	Tier       string        `json:"tier"`
	Basis      string        `json:"basis"`
	Borders    string        `json:"borders"`
	Calibrated Misfit        `json:"calibrated"` // to 1970
	HeldOut    Misfit        `json:"held_out"`   // 1971-91
}

// A Misfit is the error over the years that run and history share.
type Misfit struct {
	Years    int     `json:"years"` // 0: no year in common
	Absolute float64 `json:"absolute"`
	Bias     float64 `json:"bias"`   // signed: above zero the run is too high
	Spread   float64 `json:"spread"` // half-spread of published estimates, percent
}

func errorsOf(runs []*run) []SeriesError {
	var out []SeriesError
	for _, c := range slices.Concat(comparisons, alsoRecorded) {
		s := reference(c.reference)
		row := SeriesError{Series: c.series, Reference: c.reference, Status: series.Emerges, Tier: s.Tier, Basis: s.Basis, Borders: s.Borders}
		if d := measure.Find(c.series); d != nil {
			row.Status = d.Status
		}
		if imposes(runs, c.series) {
			row.Status = series.Imposed
		}
		row.Calibrated = c.misfits(runs, 0, calibrationEnds)
		row.HeldOut = c.misfits(runs, calibrationEnds+1, math.MaxInt)
		if row.Calibrated.Years+row.HeldOut.Years > 0 {
			out = append(out, row)
		}
	}
	return out
}

// misfits is the median misfit over runs.
func (c comparison) misfits(runs []*run, from, to int) Misfit {
	m := Misfit{Spread: spread(c.points(from, to))}
	var absolute, bias []float64
	for _, r := range runs {
		a, b, n := c.misfit(r, from, to)
		if n > 0 {
			absolute, bias = append(absolute, a), append(bias, b)
			m.Years = max(m.Years, n)
		}
	}
	if m.Years > 0 {
		m.Absolute, m.Bias = statistic.Quantile(absolute, 0.5), statistic.Quantile(bias, 0.5)
	}
	return m
}
