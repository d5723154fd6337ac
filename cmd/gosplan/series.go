package main

import (
	"gosplan/measure"
	"gosplan/parameter"
	"gosplan/record"
	"gosplan/series"
)

type seriesVerb struct {
	Name string `arg:"" optional:"" help:"Define this series alone."`
	asJSON
}

func (seriesVerb) Help() string {
	return "Examples:\n\n  gosplan series\n  gosplan series stock_ratio\n"
}

// Run lists what a run reports, or defines one series.
func (v seriesVerb) Run(r *room) error {
	views, rows := []record.Definition{}, [][]string(nil)
	for _, d := range measure.Catalogue {
		views = append(views, record.Definition(*d))
		rows = append(rows, []string{d.Name, d.Title, d.Unit, frequency(d), string(d.Status)})
	}
	if v.Name != "" {
		return v.define(r)
	}
	if v.JSON {
		return printJSON(r.out, views)
	}
	printTable(r.out, []string{"name", "title", "unit", "every", "status"}, rows)
	return nil
}

func (v seriesVerb) define(r *room) error {
	name, err := findSeries(v.Name, measure.Catalogue)
	if err != nil {
		return err
	}
	d := measure.Find(name)
	if v.JSON {
		return printJSON(r.out, record.Definition(*d))
	}
	say(r.out, "%s: %s\n\n%s\n\n", d.Name, d.Title, d.Meaning)
	say(r.out, "unit    %s\nevery   %s\nstatus  %s\n", d.Unit, frequency(d), d.Status)
	if d.Why != "" {
		say(r.out, "why     %s\n", d.Why)
	}
	if d.Basis != "" {
		say(r.out, "prices  %s\n", d.Basis)
	}
	return nil
}

func frequency(d *series.Definition) string {
	if d.Every == series.Quarterly {
		return "quarter"
	}
	return "year"
}

// findSeries answers a mistyped name with the nearest.
func findSeries(word string, among []*series.Definition) (string, error) {
	var names []string
	for _, d := range among {
		names = append(names, d.Name)
	}
	name, err := parameter.Match(word, names)
	if err != nil {
		return "", wrong("no series %q%s (gosplan series lists them)", word, parameter.Suggest(word, names))
	}
	return name, nil
}
