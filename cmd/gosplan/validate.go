package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gosplan"
	"gosplan/claim"
	"gosplan/fit"
	"gosplan/record"
	"gosplan/scenario"
	"gosplan/series"
)

type validateVerb struct {
	Scenario  string `arg:"" optional:"" default:"ussr" help:"Name of a built-in scenario, or a scenario file."`
	Seeds     int    `least:"1" most:"10000" default:"16" help:"How many seeds, beginning with 1. All are reported."`
	Scale     scale  `default:"1:10000" placeholder:"1:N" help:"People for whom one simulated person stands (1:10000)."`
	Free      string `default:"ussr-nep" placeholder:"SCENARIO" help:"Scenario in which the same enterprises buy and sell freely, lived with the same seeds for comparison; none to go without."`
	Ablations bool   `help:"Also take out the cause of each row of the syndrome, or set its number, and measure the effect; takes many more runs."`
	Out       string `placeholder:"FILE" help:"Write the page there too, such as docs/validation.md."`
	asJSON
	Quiet bool `help:"No progress."`
}

func (validateVerb) Help() string {
	return `Examples:

  gosplan validate --out docs/validation.md
  gosplan validate --seeds 4 --scale 1:100000 --free none

Exit status 1 when the median of the seeds misses a band. Rows of the syndrome
that rest on recalled figures are reported and do not set the exit status.
Figures on money that guided the search for values stand in a table of their own
and judge nothing.
`
}

// Run lives the seeds, prints the page and judges.
func (v validateVerb) Run(r *room) error {
	if err := checkText(v.Out); err != nil {
		return err
	}
	s, err := scenario.Load(v.Scenario)
	if err != nil {
		return asWrong(err)
	}
	if s.Stylised {
		return wrong("%s: the country is made up, so that there is no record to hold it against", s.Name)
	}
	var free *scenario.Scenario
	if v.Free != "none" && v.Free != "" {
		if free, err = scenario.Load(v.Free); err != nil {
			return asWrong(err)
		}
	}
	logs, err := v.live(r, s)
	if err != nil {
		return err
	}
	var others []*series.Log
	if free != nil {
		if others, err = v.live(r, free); err != nil {
			return err
		}
	}
	table := fit.Measure(logs, others...)
	table.Origin = fit.Origin{Command: v.command(), Scale: int(v.Scale), Program: programVersion()}
	if v.Ablations {
		if table.Trials, err = v.ablate(r, s, logs); err != nil {
			return err
		}
	}
	return v.print(r, table)
}

// command is what makes the same table again, whatever of it was left to defaults.
func (v validateVerb) command() string {
	words := fmt.Sprintf("gosplan validate %s --seeds %d --scale 1:%d --free %s", v.Scenario, v.Seeds, int(v.Scale), cmp.Or(v.Free, "none"))
	if v.Ablations {
		words += " --ablations"
	}
	return words
}

// live lives the seeds of a scenario.
func (v validateVerb) live(r *room, s *scenario.Scenario) ([]*series.Log, error) {
	if !v.Quiet {
		fmt.Fprintf(r.err, "%s%s, %s\n", s.Name, withoutList(s), claim.Seeds(v.Seeds))
	}
	config := gosplan.Config{Scenario: s, Seed: 1, Scale: int(v.Scale)}
	if _, err := r.engine.New(config); err != nil {
		return nil, asWrong(err)
	}
	logs, err := many(r, config, v.Seeds, v.Quiet)
	if r.ctx.Err() != nil {
		return nil, exit{statusInterrupted, "interrupted; nothing was written"}
	}
	return logs, err
}

func withoutList(s *scenario.Scenario) string {
	out := ""
	if len(s.Without) > 0 {
		out = " without " + strings.Join(s.Without, ", ")
	}
	for _, path := range slices.Sorted(maps.Keys(s.Set)) {
		out += fmt.Sprintf(", %s=%v", path, s.Set[path])
	}
	return out
}

func (v validateVerb) print(r *room, t fit.Table) error {
	page := t.Markdown()
	if v.Out != "" {
		if err := writePage(v.Out, page); err != nil {
			return err
		}
	}
	if v.JSON {
		if err := printJSON(r.out, map[string]any{"seeds": t.Seeds, "bands": bandViews(t.Rows), "guides": bandViews(t.Guides), "ablations": effects(t.Trials), "origin": t.Origin}); err != nil {
			return err
		}
	} else if v.Out == "" {
		io.WriteString(r.out, page)
	} else {
		say(r.out, "The page is in %s.\n", v.Out)
	}
	missed, rest := t.Missed(), t.MissedBeside()
	if len(missed) == 0 {
		return nil
	}
	var names []string
	for _, row := range missed {
		names = append(names, fmt.Sprintf("%s %d–%d", row.Title, row.From, row.To))
	}
	beside := ""
	if rest > 0 {
		beside = fmt.Sprintf(" (%d more on the page, which rest on recalled figures and do not set the exit status)", rest)
	}
	return exit{statusFailed, fmt.Sprintf("%s missed%s: %s", count(len(missed), "band"), beside, strings.Join(names, "; "))}
}

// checkPage refuses a page that cannot be written before hours are spent.
func checkPage(path string) error {
	if path == "" {
		return nil
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return wrong("%s: this is a folder; name a file", path)
	}
	folder := filepath.Dir(path)
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return wrong("%s: there is no folder %s; make it first", path, folder)
	}
	switch ext := strings.ToLower(filepath.Ext(path)); ext {
	case ".html", ".htm", ".md", ".markdown", ".txt", "":
	default:
		return wrong("%s: pages are not written as %s; give it a name in .html or .md", path, ext)
	}
	trial, err := os.CreateTemp(folder, ".page-*") // what is found at the end of long runs would be too late
	if err != nil {
		return wrong("%s: nothing can be written in %s: %s; choose another", path, folder, pathCause(err))
	}
	trial.Close()
	os.Remove(trial.Name())
	return nil
}

// checkText is checkPage for a page that is text only, and would be no page for
// a browser whatever its name.
func checkText(path string) error {
	if ext := strings.ToLower(filepath.Ext(path)); ext == ".html" || ext == ".htm" {
		return wrong("%s: this page is text in Markdown; give it a name in .md", path)
	}
	return checkPage(path)
}

// writePage writes a page whole or not at all.
func writePage(path, text string) error {
	return record.WriteFile(path, func(w io.Writer) error { _, err := io.WriteString(w, text); return err })
}
