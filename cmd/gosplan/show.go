package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/guptarohit/asciigraph"

	"gosplan/fit"
	"gosplan/parameter"
	"gosplan/record"
	"gosplan/scenario"
	"gosplan/series"
)

type showVerb struct {
	Dir    string `arg:"" help:"Folder of a finished run."`
	Series string `placeholder:"NAME" help:"Print one series, with a chart."`
	Place  string `default:"USSR" help:"Region of the series."`
	asJSON
}

func (showVerb) Help() string {
	return `Examples:

  gosplan show runs/ussr-1
  gosplan show runs/ussr-1 --series grain_output
  gosplan show runs/ussr-1 --series excess_deaths --place Ukraine
`
}

// Run prints a stored run, after checking its files.
func (v showVerb) Run(r *room) error {
	if v.Series == "" && v.Place != series.Nation {
		return wrong("--place %s: only a series has a place; name one with --series", v.Place)
	}
	run, err := record.Open(v.Dir)
	if err != nil {
		return err
	}
	for _, name := range run.Missing {
		say(r.err, "%s is gone from %s; the run itself is whole.\n", name, v.Dir)
	}
	if v.Series == "" {
		return newOutcome(run.Log, nil, scenarioOf(run.Manifest)).print(r.out, v.Dir, run.Manifest, v.JSON)
	}
	name, err := findSeries(v.Series, run.Log.Definitions())
	if err != nil {
		return err
	}
	place, err := parameter.Match(v.Place, run.Log.Places(name))
	if err != nil {
		return wrong("--place: %w; %s is written for %s", err, name, strings.Join(run.Log.Places(name), ", "))
	}
	return v.chart(r, run, name, place)
}

// scenarioOf is what a stored run lived; what cannot be read is empty.
func scenarioOf(m *record.Manifest) *scenario.Scenario {
	s := &scenario.Scenario{}
	if err := json.Unmarshal(m.Scenario, s); err != nil {
		return &scenario.Scenario{}
	}
	return s
}

// marks is the room beside a chart for the figures of its axis.
const marks = 14

// A pointView is one date of a series.
type pointView struct {
	Date       string  `json:"date"`
	Simulated  number  `json:"simulated"`
	Historical *number `json:"historical,omitempty"`
}

// chart prints a series, with the historical one where there is one.
func (v showVerb) chart(r *room, run *record.Run, name, place string) error {
	var d *series.Definition
	history, points, values := recordOf(run, name, place), []pointView{}, []float64(nil)
	for _, row := range run.Log.Rows {
		if row.Def.Name != name || row.Place != place {
			continue
		}
		d = row.Def
		p := pointView{Date: row.Date(), Simulated: number(row.Value)}
		if value, has := history[row.Year]; has && row.Quarter == 0 {
			p.Historical = &value
		}
		points, values = append(points, p), append(values, row.Value)
	}
	if v.JSON {
		return printJSON(r.out, map[string]any{"definition": record.Definition(*d), "place": place, "points": points})
	}
	unit, by := series.Shown(d.Unit)
	for i := range values {
		values[i] *= by
	}
	say(r.out, "%s, %s, %s (%s)\n%s\n\n", d.Title, place, unit, d.Status, d.Meaning)
	fmt.Fprintln(r.out, asciigraph.Plot(values, asciigraph.Height(12), asciigraph.Width(within(r.out, 80)-marks),
		asciigraph.Caption(points[0].Date+" to "+points[len(points)-1].Date)))
	fmt.Fprintln(r.out)
	header, rows := []string{"date", "simulated"}, [][]string(nil)
	if len(history) > 0 {
		header = append(header, "historical")
	}
	digits := decimals(values)
	for _, p := range points {
		row := []string{p.Date, (p.Simulated * number(by)).fixed(digits)}
		if p.Historical != nil {
			row = append(row, (*p.Historical * number(by)).fixed(digits))
		}
		rows = append(rows, row)
	}
	printTable(r.out, header, rows)
	return nil
}

// recordOf is the record of a series of a stored run, if any is about it.
func recordOf(run *record.Run, name, place string) map[int]number {
	if scenarioOf(run.Manifest).Stylised {
		return nil
	}
	return historical(run.Log, name, place)
}

// historical is the record of a series by year; the first comparison wins
// where several figures exist.
func historical(log *series.Log, name, place string) map[int]number {
	out := map[int]number{}
	if place != series.Nation {
		return out
	}
	for _, c := range slices.Backward(fit.Measure([]*series.Log{log}).Curves) {
		if c.Series == name {
			curve := map[int]number{}
			for _, p := range c.Points {
				curve[p.Year] = number(p.Value)
			}
			maps.Copy(out, curve)
		}
	}
	return out
}
