package main

import (
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"gosplan/fit"
	"gosplan/record"
	"gosplan/report"
	"gosplan/series"
)

// writeReport gives the report all that a run knows.
func writeReport(w io.Writer, l *live, m *record.Manifest, o *outcome) error {
	e, c := l.room.engine, l.config
	parameters, err := e.Parameters(c.Scenario)
	if err != nil {
		return err
	}
	schedule, err := e.Schedule(c.Scenario)
	if err != nil {
		return err
	}
	judged := o.fit
	if len(o.others) > 0 && !o.alone {
		judged = fit.Measure(append([]*series.Log{o.log}, o.others...))
	}
	goods, year := l.sim.Flows()
	flows := make([]report.Flow, len(goods))
	for i, f := range goods {
		flows[i] = report.Flow(f)
	}
	return report.Write(w, report.Input{
		Command: l.wishes.Typed, Flows: flows, FlowsOf: strconv.Itoa(year),
		Scenario: c.Scenario, Seed: c.Seed, Scale: c.Scale, Version: m.Program, Hash: m.State,
		Wall: time.Duration(m.WallSeconds * float64(time.Second)),
		Log:  o.log, Others: o.others, Parameters: parameters, Schedule: schedule, Fit: &judged,
	})
}

// command is what was typed, for the page's reader to type again, but for the
// folder, which is now taken.
func command() string {
	if len(os.Args) < 2 || os.Args[1] != "run" {
		return ""
	}
	words := []string{"gosplan"}
	for i, word := range os.Args[1:] {
		switch {
		case word == "--quiet", word == "--out", strings.HasPrefix(word, "--out="), i > 0 && os.Args[i] == "--out":
		default:
			words = append(words, word)
		}
	}
	return strings.Join(words, " ")
}
