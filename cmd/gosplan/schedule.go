package main

import (
	"fmt"

	"gosplan/scenario"
)

type scheduleVerb struct {
	Scenario string `arg:"" optional:"" default:"ussr" help:"Name of a built-in scenario, or a scenario file."`
	asJSON
}

func (scheduleVerb) Help() string { return "Example:\n\n  gosplan schedule ussr\n" }

// Run prints the year of every era.
func (v scheduleVerb) Run(r *room) error {
	s, err := scenario.Load(v.Scenario)
	if err != nil {
		return asWrong(err)
	}
	eras, err := r.engine.Schedule(s)
	if err != nil {
		return asWrong(err)
	}
	type row struct {
		When   string `json:"when"`
		Who    string `json:"who"`
		Does   string `json:"does"`
		Writes string `json:"writes"`
	}
	type era struct {
		From   string `json:"from"`
		System string `json:"system"`
		Rows   []row  `json:"rows"`
	}
	views := []era{}
	for i, e := range eras {
		view, rows := era{e.From, e.System, nil}, [][]string(nil)
		for _, line := range e.Rows {
			view.Rows = append(view.Rows, row(line))
			rows = append(rows, []string{line.When, line.Who, line.Does, line.Writes})
		}
		views = append(views, view)
		if v.JSON {
			continue
		}
		if i > 0 {
			fmt.Fprintln(r.out)
		}
		say(r.out, "From %s: %s\n", e.From, e.System)
		printTable(r.out, []string{"when", "who", "does", "writes"}, rows)
	}
	if v.JSON {
		return printJSON(r.out, views)
	}
	return nil
}
