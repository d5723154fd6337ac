package report

import (
	"math"

	"gosplan/data"
	"gosplan/fit"
	"gosplan/series"
)

// A growthTable compares growth rates by period.
type growthTable struct {
	Periods []period
	Rows    []growthRow
	Spread  bool
	Past    bool // there is a record to compare with
}

// A growthRow is the growth of one aggregate; Alone, if the run has none of
// that concept and only the record is shown.
type growthRow struct {
	Title, Basis, Note string
	Cells              []growthCell
	Alone              bool
}

type growthCell struct {
	Sim, Past           float64 // yearly rate; NaN where unknown
	Low, High           float64 // 10th and 90th percentile of the seeds
	Estimate, Estimated float64 // least and greatest published rate
}

func (c growthCell) HasPast() bool  { return finite(c.Past) }
func (c growthCell) HasSim() bool   { return finite(c.Sim) }
func (c growthCell) HasRange() bool { return c.High > c.Low }
func (c growthCell) Differ() bool   { return c.Estimated-c.Estimate > 0.0005 }

// growth compares the growth of the main aggregates; periods the run has not
// lived are left out.
func (m *maker) growth() *growthTable {
	t := &growthTable{Spread: len(m.others) > 0, Past: !m.in.isStylised()}
	for _, p := range periods {
		if float64(p.From) >= m.from && float64(p.To) < m.to {
			t.Periods = append(t.Periods, p)
		}
	}
	for _, name := range growthOf {
		d := m.defs[name]
		if d == nil {
			continue
		}
		row := growthRow{Title: d.Title, Basis: d.Basis}
		if atConstantBorders(name) {
			row.Note = "constant borders"
		}
		record, _ := past(m.in.History, name, series.Nation)
		history := make([]dot, 0, len(record))
		for _, r := range record {
			history = append(history, dot{r.at, r.v})
		}
		some := false
		for _, p := range t.Periods {
			cell := growthCell{Sim: grown(m.run, name, p), Past: rate(history, p)}
			if main, low, high, ok := recordedGrowth(name, p); ok && t.Past {
				if !cell.HasPast() {
					cell.Past = main
				}
				cell.Estimate, cell.Estimated = min(low, cell.Past), max(high, cell.Past)
			}
			cell.Low, cell.High = m.spread(func(x index) float64 { return grown(x, name, p) })
			some = some || cell.HasSim()
			row.Cells = append(row.Cells, cell)
		}
		if some {
			t.Rows = append(t.Rows, row)
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	if official := officialGrowth(t.Periods); t.Past && official != nil {
		t.Rows = append(t.Rows, *official)
	}
	return t
}

// officialGrowth is what was claimed at the time, of another concept than any
// series of a run, or nil where the table has none of the periods.
func officialGrowth(periods []period) *growthRow {
	t := data.Find("gdp_growth_official")
	if t == nil {
		return nil
	}
	row := &growthRow{Title: "Official net material product", Basis: t.Basis, Note: "without most services; hides inflation; early weights to 1950", Alone: true}
	some := false
	for _, p := range periods {
		cell := growthCell{Sim: math.NaN(), Past: math.NaN()}
		if q, ok := t.Over(p.From, p.To); ok {
			cell.Past, some = q.Value/100, true
		}
		row.Cells = append(row.Cells, cell)
	}
	if !some {
		return nil
	}
	return row
}

// atConstantBorders tells the aggregates whose record knows one territory only.
func atConstantBorders(name string) bool { return name == "gdp" || name == "gdp_early" }

// grown is the mean yearly growth of a series of a run, of GDP at constant
// borders, as in the table of goals.
func grown(x index, name string, p period) float64 {
	v := rate(x.yearly(name, series.Nation), p)
	if !atConstantBorders(name) {
		return v
	}
	percent, ok := fit.AtConstantBorders(func(name string, from, to int) (float64, bool) {
		v := rate(x.yearly(name, series.Nation), period{From: from, To: to})
		return 100 * v, finite(v)
	}, p.From, p.To)
	if !ok {
		return math.NaN()
	}
	return (1+v)*(1+percent/100)/(1+rate(x.yearly("gdp", series.Nation), p)) - 1
}

// rate is the mean yearly growth from the first to the last year of a period.
func rate(dots []dot, p period) float64 {
	from, ok := find(dots, moment(p.From, 0))
	to, ok2 := find(dots, moment(p.To, 0))
	if !ok || !ok2 || from <= 0 || to <= 0 {
		return math.NaN()
	}
	return math.Pow(to/from, 1/float64(p.To-p.From)) - 1
}

// spread is the 10th and the 90th percentile of a figure over all runs, NaN
// where there is one run alone.
func (m *maker) spread(figure func(index) float64) (low, high float64) {
	if len(m.others) == 0 {
		return math.NaN(), math.NaN()
	}
	var values []float64
	for _, x := range append([]index{m.run}, m.others...) {
		if v := figure(x); finite(v) {
			values = append(values, v)
		}
	}
	if len(values) == 0 {
		return math.NaN(), math.NaN()
	}
	return fit.Spread(values)
}
