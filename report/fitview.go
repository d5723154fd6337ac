package report

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"gosplan/fit"
	"gosplan/series"
	"gosplan/sheet"
)

// A fitView is the fit as a table in groups.
type fitView struct {
	Groups  []fitGroup
	Seeds   int
	Departs bool // from history: the table says how far the run went from it
	// Bands that the exit status of validate counts, all and those apart on
	// figures that emerge and on years calibration did not use. A band met by
	// imposing a series does not count.
	All, Emerges, Held, Syndrome tally
	Trials                       []trialView
	Errors                       []errorRow // of every series whose record can be set against single years
}

// Untold says what is drawn beside a record and has no error in the table.
func (v *fitView) Untold() string { return fit.Untold }

// A trialView is an ablation as people read it.
type trialView struct {
	fit.Trial
	Unit string // of the difference
}

// A tally is how many were met of those judged.
type tally struct{ Met, Judged int }

func (t *tally) add(met bool) {
	t.Judged++
	t.Met += btoi(met)
}

type fitGroup struct {
	Name string
	Rows []fitRow
}

type fitRow struct {
	fit.Row
	Departs                         bool
	Link                            string // the chart of the series, "" if the page has none
	Years, Got, Spread, Past, Range string
}

// viewFit groups the rows and counts what was met.
func viewFit(in *fit.Table, shown map[string]bool, departs bool) *fitView {
	if in == nil || len(in.Rows) == 0 {
		return nil
	}
	v := &fitView{Seeds: in.Seeds, Departs: departs, Trials: make([]trialView, len(in.Trials))}
	for i, t := range in.Trials {
		v.Trials[i].Trial = t
		v.Trials[i].Effect, v.Trials[i].Unit = t.Shown()
	}
	for _, r := range in.Rows {
		name := groupOf(r)
		n := slices.IndexFunc(v.Groups, func(g fitGroup) bool { return g.Name == name })
		if n < 0 {
			n = len(v.Groups)
			v.Groups = append(v.Groups, fitGroup{Name: name})
		}
		v.count(r)
		r = r.Shown()
		row := fitRow{Row: r, Departs: departs, Years: yearsOf(r)}
		if id := "c-" + slug(r.Series); shown[id] {
			row.Link = "#" + id
		}
		if r.Seeds > 0 {
			row.Got = measured(r.Median)
			if r.Seeds > 1 && measured(r.P10) != measured(r.P90) {
				row.Spread = measured(r.P10) + " to " + measured(r.P90)
			}
		}
		if r.HasValue && r.Kind != fit.MAPE {
			row.Past = measured(r.Value)
			if r.Most > r.Least {
				row.Range = measured(r.Least) + " to " + measured(r.Most)
			}
		}
		v.Groups[n].Rows = append(v.Groups[n].Rows, row)
	}
	return v
}

func (v *fitView) count(r fit.Row) {
	if r.Verdict != fit.Met && r.Verdict != fit.Missed {
		return
	}
	met := r.Verdict == fit.Met
	if r.Syndrome {
		v.Syndrome.add(met)
		return
	}
	v.All.add(met)
	if r.Status == series.Emerges {
		v.Emerges.add(met)
	}
	if r.Period == fit.HeldOut {
		v.Held.add(met)
	}
}

func groupOf(r fit.Row) string {
	switch {
	case r.Syndrome:
		return "The syndrome of the mature plan"
	case r.Kind == fit.MAPE:
		return "Whole series: mean absolute error"
	case r.Kind == fit.Growth:
		return "Growth by period"
	}
	return "Herds, hunger and single years"
}

func yearsOf(r fit.Row) string {
	switch {
	case r.From == 0 && r.To == 0:
		return ""
	case r.From == r.To || r.From == 0:
		return fmt.Sprint(r.To)
	}
	return fmt.Sprintf("%d–%d", r.From, r.To)
}

// Title is the heading of the table.
func (v *fitView) Title() string {
	if v.Departs {
		return "How far it went from history"
	}
	return "How close it came"
}

// Outcome is what the column of results says: a run that departs from history
// has nothing to miss.
func (r fitRow) Outcome() string {
	switch {
	case r.Verdict == fit.Met && r.Departs:
		return "inside"
	case r.Verdict == fit.Missed && r.Departs:
		return "apart"
	case r.Verdict == fit.Met:
		return "✓ " + r.Words()
	case r.Verdict == fit.Missed:
		return "✗ missed"
	}
	return string(r.Verdict)
}

// Class is the class of the cell of the result.
func (r fitRow) Class() string {
	if (r.Verdict == fit.Met || r.Verdict == fit.Missed) && !r.Departs {
		return string(r.Verdict)
	}
	return "none"
}

// Calibrated is what the column on calibration says.
func (r fitRow) Calibrated() string {
	switch r.Period {
	case fit.Calibration:
		return "may be used"
	case fit.HeldOut:
		return "held out"
	case fit.Unused:
		return "not used"
	}
	return "pattern"
}

// Goal is the interval the figure should lie in.
func (r fitRow) Goal() string {
	low, high := r.Accept.Low, r.Accept.High
	switch {
	case low == high:
		return figure(low)
	case math.IsInf(high, 1):
		return "at least " + figure(low)
	case math.IsInf(low, -1), low == 0 && r.Kind == fit.MAPE:
		return "at most " + figure(high)
	}
	return figure(low) + " to " + figure(high)
}

// figure writes a number with at most two decimals, and with more only if
// nothing would be left of it.
func figure(v float64) string {
	s := measured(v)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// measured is figure with its decimals kept, so that columns align.
func measured(v float64) string {
	a := math.Abs(v)
	switch {
	case a >= 0.001 && a < 0.01 || a >= 1e5:
		return sheet.Number(v)
	case a >= 1000:
		return sheet.Minus(strconv.FormatFloat(v, 'f', 0, 64))
	case a >= 10:
		return sheet.Minus(strconv.FormatFloat(v, 'f', 1, 64))
	}
	return sheet.Minus(strconv.FormatFloat(v, 'f', 2, 64))
}
