package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"gosplan"
	"gosplan/claim"
	"gosplan/parameter"
	"gosplan/scenario"
)

type pathsVerb struct {
	Scenario string `arg:"" optional:"" default:"ussr-endogenous" help:"Scenario in which politics chooses systems."`
	Seeds    int    `least:"1" most:"10000" default:"200" help:"How many seeds, beginning with 1."`
	Scale    scale  `default:"1:100000" placeholder:"1:N" help:"People for whom one simulated person stands (1:100000)."`
	Vary     bool   `help:"Also halve and double every assumed weight of politics, one at a time; takes many more runs."`
	Few      int    `least:"1" most:"10000" default:"16" placeholder:"N" help:"Seeds for each weight that is halved or doubled (16)."`
	Together int    `most:"100000" placeholder:"N" help:"Also live N runs in which all of them are halved or doubled at once, each by a throw of its own; tells of all weights in a few hundred runs, and with fewer than a hundred mostly of luck."`
	Only     string `placeholder:"PATH" help:"Vary only parameters whose path begins so, as Politics.Ruling."`
	Out      string `placeholder:"FILE" help:"Write the page there, such as docs/paths.md. What somebody has written under Reading in it stays."`
	Cache    string `placeholder:"DIR" help:"Where finished runs are kept, to be used again; the user's cache folder if absent."`
	asJSON
	Quiet bool `help:"No progress."`
}

func (pathsVerb) Help() string {
	return `Examples:

  gosplan paths --seeds 20
  gosplan paths ussr-endogenous --seeds 200 --scale 1:200000 --together 400
  gosplan paths ussr-endogenous --seeds 200 --scale 1:100000 --vary --out docs/paths.md

Runs that finished are kept and used again; after Ctrl-C the same command goes
on from there.
`
}

// Run lives the seeds and tells which systems they went through.
func (v pathsVerb) Run(r *room) error {
	if err := checkText(v.Out); err != nil {
		return err
	}
	s, err := scenario.Load(v.Scenario)
	if err != nil {
		return asWrong(err)
	}
	if !s.Politics.Governs() {
		return wrong("%s: nothing is chosen within its runs; it needs politics: with candidates (gosplan scenarios)", s.Name)
	}
	known, err := r.engine.Parameters(s)
	if err != nil {
		return asWrong(err)
	}
	page := claim.PathPage{Scenario: s.Name, Scale: int(v.Scale), Command: v.command()}
	runs, err := v.live(r, v.Seeds, map[string]*scenario.Scenario{"": s}, nil)
	if err != nil {
		return err
	}
	page.Paths = claim.NewPaths(s, runs.Of[""])
	if v.Vary {
		if page.Varied, err = v.vary(r, s, known); err != nil {
			return err
		}
	}
	if v.Together > 0 {
		if page.Swayed, page.Together, err = v.together(r, s, known); err != nil {
			return err
		}
	}
	return v.print(r, page)
}

// live lives seeds of scenarios, or takes them from the shelf. First is where
// the seeds of a scenario begin, if not with 1.
func (v pathsVerb) live(r *room, seeds int, scenarios map[string]*scenario.Scenario, first map[string]int) (*claim.Runs, error) {
	t := trial{Pairs: max(2, seeds), Scale: v.Scale, Cache: v.Cache, Quiet: v.Quiet}
	l, err := t.laboratory(r)
	if err != nil {
		return nil, err
	}
	l.Pairs, l.First = seeds, first
	runs, err := l.Scenarios(r.ctx, scenarios)
	if err != nil {
		return nil, t.finished(r, err)
	}
	return runs, nil
}

// weights are the assumed weights of politics that can be halved or doubled.
func (v pathsVerb) weights(known []gosplan.Parameter) (out []gosplan.Parameter, err error) {
	for _, p := range known {
		if p.Value != 0 && strings.HasPrefix(p.Path, "Politics.") && strings.HasPrefix(p.Source, "assumed") && strings.HasPrefix(p.Path, v.Only) {
			out = append(out, p)
		}
	}
	if len(out) == 0 {
		return nil, wrong("--only %s: no assumed weight of politics begins so", v.Only)
	}
	return out, nil
}

// together halves and doubles all of them at once.
func (v pathsVerb) together(r *room, s *scenario.Scenario, known []gosplan.Parameter) ([]claim.Sway, int, error) {
	weights, err := v.weights(known)
	if err != nil {
		return nil, 0, err
	}
	design := claim.Together{Weights: weights, Runs: v.Together}
	scenarios, first := design.Scenarios(s)
	runs, err := v.live(r, 1, scenarios, first)
	if err != nil {
		return nil, 0, err
	}
	sways, lived := design.Sways(s, runs.Of)
	return sways, lived, nil
}

// vary halves and doubles the assumed weights of politics.
func (v pathsVerb) vary(r *room, s *scenario.Scenario, known []gosplan.Parameter) ([]claim.Variation, error) {
	var out []claim.Variation
	scenarios := map[string]*scenario.Scenario{}
	weights, err := v.weights(known)
	if err != nil {
		return nil, err
	}
	for _, p := range weights {
		for _, factor := range []float64{0.5, 2} {
			value := min(p.High, max(p.Low, factor*p.Value))
			if value == p.Value {
				continue
			}
			changed := *s
			changed.Set = s.Set.With(scenario.Changes{p.Path: value})
			scenarios[fmt.Sprint(p.Path, " ", value)] = &changed
			out = append(out, claim.Variation{Path: p.Path, From: p.Value, Value: value})
		}
	}
	runs, err := v.live(r, v.Few, scenarios, nil)
	if err != nil {
		return nil, err
	}
	for i := range out {
		out[i].Paths = claim.NewPaths(s, runs.Of[fmt.Sprint(out[i].Path, " ", out[i].Value)])
	}
	return out, nil
}

func (v pathsVerb) command() string {
	words := []string{"gosplan paths", v.Scenario, fmt.Sprintf("--seeds %d --scale %s", v.Seeds, v.Scale)}
	if v.Vary {
		words = append(words, fmt.Sprintf("--vary --few %d", v.Few))
	}
	if v.Together > 0 {
		words = append(words, fmt.Sprintf("--together %d", v.Together))
	}
	if v.Only != "" {
		words = append(words, "--only "+v.Only)
	}
	if v.Out != "" {
		words = append(words, "--out "+v.Out)
	}
	return strings.Join(words, " ")
}

func (v pathsVerb) print(r *room, page claim.PathPage) error {
	if v.Out != "" {
		before, _ := os.ReadFile(v.Out) // a page that is not there yet has no reading
		page.Reading = claim.ReadingOf(string(before))
		if err := writePage(v.Out, page.Markdown()); err != nil {
			return err
		}
	}
	switch {
	case v.JSON:
		return printJSON(r.out, map[string]any{"scenario": page.Scenario, "scale": page.Scale, "paths": page.Paths, "varied": page.Varied, "together": page.Together, "swayed": page.Swayed})
	case v.Out != "":
		say(r.out, "The page is in %s.\n", v.Out)
		return nil
	}
	p := page.Paths
	header, rows := []string{"share of seeds, %"}, [][]string(nil)
	for _, year := range p.Years {
		header = append(header, fmt.Sprint(year))
	}
	for _, s := range p.Systems {
		row := []string{s.Name}
		for _, share := range s.Shares {
			row = append(row, fmt.Sprintf("%.0f", 100*share))
		}
		rows = append(rows, row)
	}
	printTable(r.out, header, rows)
	rows = nil
	for _, o := range p.Outcomes {
		rows = append(rows, []string{o.Name, o.Means, fmt.Sprintf("%.0f", 100*o.Share)})
	}
	say(r.out, "\n")
	printTable(r.out, []string{"outcome", "", "share of seeds, %"}, rows)
	rows = nil
	for _, c := range p.Changes {
		rows = append(rows, []string{c.From, c.To, fmt.Sprintf("%.0f", 100*c.Share), fmt.Sprint(c.Early), fmt.Sprint(c.Mid), fmt.Sprint(c.Late)})
	}
	say(r.out, "\n")
	printTable(r.out, []string{"from", "to", "share of seeds, %", "10th percentile", "median", "90th"}, rows)
	for _, x := range page.Varied {
		say(r.out, "%s = %s instead of %s:", x.Path, parameter.Format(x.Value), parameter.Format(x.From))
		for _, name := range claim.Told {
			say(r.out, " %s %.0f %%", name, 100*x.Paths.Share(name))
		}
		say(r.out, "\n")
	}
	for _, x := range page.Swayed {
		for i, name := range append(slices.Clone(claim.Told), "") {
			if e := x.Effects[i]; e.Clear() && name != "" {
				say(r.out, "%s doubled and not halved: %s %+.0f ± %.0f %%\n", x.Path, name, 100*e.By, 100*e.Error)
			} else if e.Clear() {
				say(r.out, "%s doubled and not halved: %+.1f ± %.1f million dead of hunger\n", x.Path, e.By, e.Error)
			}
		}
	}
	say(r.out, "\n%s at %s; %d broke down. Every weight of politics is assumed.\n", claim.Seeds(p.Seeds), v.Scale, p.Broken)
	return nil
}
