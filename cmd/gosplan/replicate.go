package main

import (
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"strings"
	"time"

	"gosplan/parameter"
	"gosplan/record"
	"gosplan/replica"
)

type replicateVerb struct {
	Name    string `arg:"" optional:"" help:"The replication; all for every one; without it they are listed."`
	Seed    uint64 `default:"1" help:"The first seed."`
	Seeds   int    `least:"0" most:"100000" help:"How many seeds, where a model has luck; 0 for the model's own number. Figures are held against their mean."`
	Explain bool   `help:"Print the claim, the equations and the parameters, and do not run."`
	Out     string `placeholder:"DIR" help:"Keep the series of the first seed and the figures in this folder."`
	Page    string `placeholder:"FILE" help:"Write the figures as a page there too, such as docs/replicas-figures.md."`
	asJSON
}

func (replicateVerb) Help() string {
	return `Published models of other authors, run here and held against their papers.
Examples:

  gosplan replicate
  gosplan replicate goodwin
  gosplan replicate bam --seeds 20 --out runs/bam
  gosplan replicate nelson-winter --explain
  gosplan replicate all --page docs/replicas-figures.md

A figure published as a number is reproduced when it rounds to the same. Marks:
C follows from the equations, V read in the source, R recalled. Exit status 1
when a figure marked C or V is missed and nothing says why.
`
}

// Run lists the replications, or runs some and holds them against their papers.
func (v replicateVerb) Run(r *room) error {
	if v.Name == "" {
		return v.list(r)
	}
	models, err := v.choose()
	if err != nil {
		return err
	}
	if v.Explain {
		return v.explain(r, models)
	}
	if err := v.check(len(models)); err != nil {
		return err
	}
	var results []*replica.Result
	var views []replicaView
	for _, m := range models {
		started := time.Now()
		result, err := replica.Replicate(r.ctx, m, v.Seed, v.Seeds)
		if r.ctx.Err() != nil {
			return exit{statusInterrupted, "interrupted; nothing was written"}
		}
		if err != nil {
			return err
		}
		view := viewOf(result, time.Since(started))
		results, views = append(results, result), append(views, view)
		if !v.JSON {
			printReplica(r.out, view)
		}
	}
	if v.JSON {
		if err := printJSON(r.out, views); err != nil {
			return err
		}
	}
	if err := v.keep(results, views); err != nil {
		return err
	}
	return judge(results)
}

func (v replicateVerb) choose() ([]*replica.Model, error) {
	if v.Name == "all" {
		return replica.Models(), nil
	}
	m, err := replica.Find(v.Name)
	if err != nil {
		return nil, wrong("%w (gosplan replicate lists them)", err)
	}
	return []*replica.Model{m}, nil
}

// check refuses what cannot be written before anything is run.
func (v replicateVerb) check(models int) error {
	if err := checkText(v.Page); err != nil {
		return err
	}
	if v.Out == "" {
		return nil
	}
	if models > 1 {
		return wrong("--out %s: a folder holds one replication; name it, or write all of them to a page with --page", v.Out)
	}
	return record.Check(v.Out)
}

func (v replicateVerb) list(r *room) error {
	type line struct {
		Name    string `json:"name"`
		Title   string `json:"title"`
		Source  string `json:"source"`
		Figures int    `json:"figures"`
	}
	var lines []line
	var rows [][]string
	for _, m := range replica.Models() {
		lines = append(lines, line{m.Name, m.Title, m.Source, len(m.Figures)})
		rows = append(rows, []string{m.Name, m.Title, m.Source, fmt.Sprint(len(m.Figures))})
	}
	if v.JSON {
		return printJSON(r.out, lines)
	}
	printTable(r.out, []string{"name", "what it is", "source", "figures"}, rows)
	return nil
}

// judge fails when a figure that is sure is missed without a reason.
func judge(results []*replica.Result) error {
	var names []string
	for _, result := range results {
		for _, row := range result.Missed() {
			if row.Mark != replica.Recalled && row.Miss == "" {
				names = append(names, result.Model.Name+"."+row.Name)
			}
		}
	}
	if len(names) == 0 {
		return nil
	}
	return exit{statusFailed, "missed without a known reason: " + strings.Join(names, ", ")}
}

// keep writes the page and the folder that were asked for.
func (v replicateVerb) keep(results []*replica.Result, views []replicaView) error {
	if v.Page != "" {
		if err := writePage(v.Page, replicaPage(views, v)); err != nil {
			return err
		}
	}
	if v.Out == "" {
		return nil
	}
	m := results[0].Model
	named, err := json.Marshal(map[string]string{"replication": m.Name})
	if err != nil {
		return err
	}
	writer, err := record.Create(v.Out, record.Setup{Program: programVersion(), Scenario: named, Seed: v.Seed})
	if err != nil {
		return err
	}
	defer writer.Close()
	manifest := &record.Manifest{
		Program: programVersion(), Go: runtime.Version(), Platform: platform(),
		Name: m.Name, Seed: v.Seed, WallSeconds: views[0].Seconds, SpreadSeeds: results[0].Seeds[1:], Scenario: named,
	}
	manifest.Parameters = parametersOf(m)
	return writer.Finish(manifest, &results[0].Log.Log, map[string]func(io.Writer) error{
		"figures.json": func(w io.Writer) error { return printJSON(w, views[0]) },
	})
}

// parametersOf are the numbers of a model.
func parametersOf(m *replica.Model) []record.Parameter {
	if m.Parameters == nil {
		return nil
	}
	var out []record.Parameter
	for _, p := range parameter.List(m.Parameters) {
		out = append(out, record.Parameter{
			Path: p.Path, Value: p.Value, Unit: p.Unit, Low: p.Low, High: p.High, Source: p.Source, Meaning: p.Meaning,
		})
	}
	return out
}
