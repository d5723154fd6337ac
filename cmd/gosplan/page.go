package main

import (
	"io"
	"time"

	"gosplan"
	"gosplan/fit"
	"gosplan/record"
	"gosplan/report"
	"gosplan/series"
)

// writeReport gives the report all that a run knows.
func writeReport(w io.Writer, e engine, c gosplan.Config, m *record.Manifest, o *outcome) error {
	parameters, err := e.Parameters(c.Scenario)
	if err != nil {
		return err
	}
	schedule, err := e.Schedule(c.Scenario)
	if err != nil {
		return err
	}
	judged := o.fit
	if len(o.others) > 0 {
		judged = fit.Measure(append([]*series.Log{o.log}, o.others...))
	}
	return report.Write(w, report.Input{
		Scenario: c.Scenario, Seed: c.Seed, Scale: c.Scale, Version: m.Program, Hash: m.State,
		Wall: time.Duration(m.WallSeconds * float64(time.Second)),
		Log:  o.log, Others: o.others, Parameters: parameters, Schedule: schedule, Fit: &judged,
	})
}
