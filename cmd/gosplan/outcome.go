package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"gosplan/data"
	"gosplan/fit"
	"gosplan/measure"
	"gosplan/record"
	"gosplan/report"
	"gosplan/scenario"
	"gosplan/series"
)

// An outcome is a run held against history.
type outcome struct {
	log     *series.Log
	others  []*series.Log // further seeds
	fit     fit.Table     // this run alone
	periods []fit.PeriodRow
	alone   bool // a stylised country: there is no record to hold it against
	departs bool // from history, so that what lies apart from the record has not missed it
}

func newOutcome(log *series.Log, others []*series.Log, s *scenario.Scenario) *outcome {
	if s.Stylised {
		return &outcome{log: log, others: others, periods: growthAlone(log), alone: true}
	}
	return &outcome{log: log, others: others, fit: fit.Measure([]*series.Log{log}), periods: fit.Periods(log), departs: s.Departs()}
}

// growthAlone is growth by period with no record beside it.
func growthAlone(log *series.Log) []fit.PeriodRow {
	rows := fit.Periods(log)
	for i := range rows {
		rows[i].Value, rows[i].Low, rows[i].High = math.NaN(), math.NaN(), math.NaN()
	}
	return rows
}

// print writes the table at the end of a run, as people or programs read it.
func (o *outcome) print(w io.Writer, dir string, m *record.Manifest, asJSON bool) error {
	if asJSON {
		return printJSON(w, o.view(dir, m))
	}
	say(w, "%s, seed %d, scale 1:%d, %d–%d. Final state %.12s, %.1f s.\n", m.Name, m.Seed, m.Scale, m.From, m.To, m.State, m.WallSeconds)
	if coarse := report.Coarse(m.Scale); coarse != "" {
		say(w, "%s\n", coarse)
	}
	if d := m.Decisions; d.Problems > 0 {
		say(w, "Managers solved %s, which took %.0f %% of that time.\n", count(d.Problems, "decision problem"), 100*d.Seconds/max(d.Seconds, m.WallSeconds))
		if d.Loss != nil {
			say(w, "Their choices lose %.2g %% of base pay beside those on a fine grid in the mean of problems, %.2g %% in the worst.\n", 100*d.Loss.Mean, 100*d.Loss.Worst)
		}
	}
	o.printEvents(w)
	o.printPeriods(w)
	if o.alone {
		say(w, "\nThe country is made up, so that there is no record to hold the run against.\n")
		o.printStatuses(w)
	} else {
		o.printErrors(w)
		o.printStatuses(w)
		o.printMissed(w)
	}
	open := ""
	if _, has := m.Files[record.ReportFile]; has {
		open = fmt.Sprintf("; open %s/%s", dir, record.ReportFile)
	}
	say(w, "\nThe run is in %s%s\n", dir, open)
	if open != "" && len(m.SpreadSeeds) == 0 {
		say(w, "It is one seed; with --seeds 16 the page also shows how much is luck.\n")
	}
	return nil
}

const (
	heldOutMark = "*"
	heldOutNote = "* not used in calibration"
)

// printEvents says when systems changed or collapsed, and through what.
func (o *outcome) printEvents(w io.Writer) {
	if len(o.log.Events) == 0 {
		return
	}
	var rows [][]string
	for _, e := range o.log.Events {
		rows = append(rows, []string{e.Date(), e.What(), e.Why()})
	}
	say(w, "\nChanges of system within the run, and collapses of output\n")
	printTable(w, []string{"month", "what", "why"}, rows)
}

func (o *outcome) printPeriods(w io.Writer) {
	var rows [][]string
	for _, p := range o.periods {
		if p.Ran {
			rows = append(rows, []string{p.Title, years(p.From, p.To, p.HeldOut), percent(p.Simulated), percent(p.Value),
				spanOf(p.Low, p.High)})
		}
	}
	if len(rows) == 0 {
		say(w, "\nGrowth by period: the run covers none of the periods for which there are figures.\n")
		return
	}
	say(w, "\nGrowth by period, %% a year\n")
	if o.alone {
		for i := range rows {
			rows[i] = []string{rows[i][0], strings.TrimSuffix(rows[i][1], heldOutMark), rows[i][2]}
		}
		printTable(w, []string{"", "period", "simulated"}, rows)
		return
	}
	printTable(w, []string{"", "period", "simulated", "historical", "published estimates"}, rows)
	say(w, heldOutNote+"\n")
}

// spanOf writes the range of published estimates; a single one is no range.
func spanOf(low, high float64) string {
	if high-low < 0.05 {
		return "one"
	}
	return percent(low) + " to " + percent(high)
}

func years(from, to int, heldOut bool) string {
	text := fmt.Sprintf("%d–%d", from, to)
	if heldOut {
		text += heldOutMark
	}
	return text
}

// percent rounds halves up, as the page of the run does.
func percent(v float64) string { return fmt.Sprintf("%.1f", math.Round(v*10)/10) }

func (o *outcome) printErrors(w io.Writer) {
	var rows [][]string
	for _, e := range o.fit.Errors {
		rows = append(rows, []string{title(e.Series), data.Plain(e.Reference), string(e.Status), misfit(e.Calibrated), bias(e.Calibrated), misfit(e.HeldOut), bias(e.HeldOut), estimates(e)})
	}
	if len(rows) == 0 {
		say(w, "\nErrors: the run and the historical record have no year in common.\n")
		return
	}
	if o.departs {
		say(w, "\nHow far the run went from the historical record, on average, %%, and in which direction (bias; above zero: the run lies higher)\n")
	} else {
		say(w, "\nMean absolute error against the historical record, %%, and bias (above zero: the run is too high)\n")
	}
	printTable(w, []string{"series", "against", "status", "to 1970", "bias", "1971–91*", "bias*", "estimates ±"}, rows)
	say(w, heldOutNote+"\n"+fit.Untold+"\n")
}

func title(name string) string {
	if d := measure.Find(name); d != nil {
		return d.Title
	}
	return name
}

func misfit(m fit.Misfit) string {
	if m.Years == 0 {
		return "–"
	}
	return percent(m.Absolute)
}

func bias(m fit.Misfit) string {
	if m.Years == 0 {
		return "–"
	}
	return strings.Replace(fmt.Sprintf("%+.1f", m.Bias), "-0.0", "+0.0", 1)
}

func estimates(e fit.SeriesError) string {
	spread := max(e.Calibrated.Spread, e.HeldOut.Spread)
	if spread == 0 {
		return "–" // a single estimate
	}
	return percent(spread)
}

// printStatuses says plainly which series are imposed, driven or emerge.
func (o *outcome) printStatuses(w io.Writer) {
	byStatus := o.statuses()
	say(w, "\nImposed by the scenario, so that meeting them proves nothing: %s.\n", orNone(byStatus[series.Imposed]))
	say(w, "Driven, following closely from imposed decisions or nature: %s.\n", orNone(byStatus[series.Driven]))
	say(w, "Emerging from what agents do: the other %d series.\n", len(byStatus[series.Emerges]))
}

func (o *outcome) statuses() map[series.Status][]string {
	out := map[series.Status][]string{}
	for _, d := range o.log.Definitions() {
		out[d.Status] = append(out[d.Status], d.Name)
	}
	for status := range out { // order does not matter: each list is sorted alone
		slices.Sort(out[status])
	}
	return out
}

func orNone(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}

// printMissed says what missed, and how much was not measured. A run that
// departs from history lies in the bands of history or apart from them.
func (o *outcome) printMissed(w io.Writer) {
	var rows [][]string
	met, imposed, notRun := 0, 0, 0
	for _, r := range o.fit.Rows {
		switch r.Verdict {
		case fit.Missed:
			r = r.Shown()
			rows = append(rows, []string{r.Title, years(r.From, r.To, r.Period == fit.HeldOut),
				figure(r.Median, r.Unit), r.Accept.String(), string(r.Status)})
		case fit.Met:
			met++
		case fit.Given:
			imposed++
		case fit.NotRun:
			notRun++
		}
	}
	title, wanted := "Missed", "wanted"
	if o.departs {
		title, wanted = "How far the run went from history, where it lies apart", "as in history"
		say(w, "\nThe scenario departs from history. Of the bands that history is known by, the run (one seed) lies inside %d and apart from %d; %d are inside but imposed, %d not covered by this run.\n",
			met, len(rows), imposed, notRun)
	} else {
		say(w, "\nBands (%s; gosplan validate judges by the median of many): %d met, %d missed, %d inside but imposed, %d not covered by this run.\n",
			o.seed(), met, len(rows), imposed, notRun)
	}
	if len(rows) > 0 {
		say(w, "\n%s\n", title)
		printTable(w, []string{"band", "years", "run", wanted, "status"}, rows)
		say(w, heldOutNote+"\n")
	}
}

// seed says which run is held to the bands.
func (o *outcome) seed() string {
	if n := len(o.others); n > 0 {
		return fmt.Sprintf("the first of %d seeds alone; their spread is in the report", n+1)
	}
	return "one seed"
}

// figure writes three digits that count, and years without a unit.
func figure(value float64, unit string) string {
	if unit == "year" {
		return series.Digits(value, 3)
	}
	return series.Digits(value, 3) + " " + unit
}
