package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gosplan/claim"
	"gosplan/record"
	"gosplan/report"
	"gosplan/scenario"
	"gosplan/system"
)

type compareVerb struct {
	Names []string `arg:"" name:"scenario" help:"Scenarios, built-in or files, and systems, two or more; all stands for all systems."`
	Start string   `default:"start-1928" placeholder:"SCENARIO" help:"Scenario in whose world a system named rules; in start-1928 what leaders decide stands still or goes on as it went, and is the same for all."`
	Since string   `default:"1928-01" placeholder:"MONTH" help:"From when on a system named rules."`
	From  int      `default:"1928" placeholder:"YEAR" help:"First year that is compared."`
	To    int      `default:"1985" placeholder:"YEAR" help:"Last year that is compared."`
	Out   string   `placeholder:"FILE" help:"Write a page there too: with small pictures of every series, or the table alone where the name ends in .md. What somebody has written in the .md under What this rests on stays, and is taken into a page of the same name."`
	trial `embed:""`
	asJSON
}

func (compareVerb) Help() string {
	return `Examples:

  gosplan compare ussr ussr-nep --pairs 16 --scale 1:100000 --out compare.html
  gosplan compare plan-1956 nep war-communism --quick
  gosplan compare all --start industrial --quick
`
}

// allSystems stands for all of them.
const allSystems = "all"

// Run lives the economies with the same luck and lays them side by side.
func (v compareVerb) Run(r *room) error {
	if len(v.Names) == 1 && v.Names[0] == allSystems {
		v.Names = nil
		for _, s := range system.Summaries() {
			v.Names = append(v.Names, s.Name)
		}
	}
	if v.From >= v.To {
		return wrong("--from %d: it must lie before --to %d", v.From, v.To)
	}
	if err := checkPage(v.Out); err != nil {
		return err
	}
	scenarios, err := v.scenarios(r)
	if err != nil {
		return err
	}
	l, err := v.laboratory(r)
	if err != nil {
		return err
	}
	runs, err := l.Scenarios(r.ctx, scenarios)
	if err != nil {
		return v.finished(r, err)
	}
	rows, err := claim.Compare(runs, v.Names, v.From, v.To)
	if err != nil {
		return err
	}
	if v.Out != "" {
		if err := v.write(v.page(runs, rows, scenarios)); err != nil {
			return err
		}
	}
	if v.JSON {
		return printJSON(r.out, v.views(rows))
	}
	v.print(r, runs, rows, scenarios)
	return nil
}

// write writes the page in the form that its name asks for.
func (v compareVerb) write(page report.Comparison) error {
	if strings.EqualFold(filepath.Ext(v.Out), ".md") {
		return writePage(v.Out, v.markdown(page))
	}
	return record.WriteFile(v.Out, func(w io.Writer) error { return report.WriteComparison(w, page) })
}

// The headings of a page: under the first somebody says what the figures rest on.
const restsHead, figuresHead = "## What this rests on\n\n", "## Figures\n\n"

// rests is what somebody wrote in the page in Markdown of this name, by
// paragraphs, so that it can stay when the page is written again.
func (v compareVerb) rests() []string {
	before, _ := os.ReadFile(strings.TrimSuffix(v.Out, filepath.Ext(v.Out)) + ".md") // a page that is not there yet rests on nothing
	text := claim.Between(string(before), restsHead, figuresHead)
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n\n")
}

// markdown is the table of a page.
func (v compareVerb) markdown(page report.Comparison) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s %s Written by\n\n    %s\n\n", page.Title, page.Text, intervals, page.Command)
	if len(page.Rests) > 0 {
		b.WriteString(restsHead + strings.Join(page.Rests, "\n\n") + "\n\n")
	}
	b.WriteString(figuresHead)
	for i, table := range page.Tables {
		if i > 0 {
			fmt.Fprintf(&b, "\n### %s\n\n", table.Head)
		}
		fmt.Fprintf(&b, "| %d–%d | %s |\n|--|%s\n", v.From, v.To, strings.Join(page.Columns, " | "), strings.Repeat("--:|", len(page.Columns)))
		for _, row := range table.Rows {
			fmt.Fprintf(&b, "| %s, %s |", row.Title, row.Unit)
			for _, c := range row.Cells {
				fmt.Fprintf(&b, " %s%s [%s] |", c.Value, starred(c.Differs), strings.Replace(c.Interval, " to ", ", ", 1))
			}
			b.WriteByte('\n')
		}
		if table.Below != "" {
			fmt.Fprintf(&b, "\n%s\n", table.Below)
		}
	}
	return b.String()
}

// intervals says what stands in a table.
const intervals = "Means over seeds with 95 % intervals; * the difference from the first, seed by seed, has an interval without zero."

// starred marks a difference.
func starred(differs bool) string {
	if differs {
		return "*"
	}
	return ""
}

// scenarios finds what is compared: a scenario by its name or file, or a
// system that rules from a month on.
func (v compareVerb) scenarios(r *room) (map[string]*scenario.Scenario, error) {
	if len(v.Names) < 2 {
		return nil, wrong("compare: name two scenarios or systems or more")
	}
	if _, err := scenario.ParseMonth(v.Since); err != nil {
		return nil, wrong("--since: %w", err)
	}
	out := map[string]*scenario.Scenario{}
	for _, name := range v.Names {
		if out[name] != nil {
			return nil, wrong("compare: %s is named twice; keep one", name)
		}
		s, err := v.find(name)
		if err == nil {
			_, err = r.engine.Schedule(s)
		}
		if err != nil {
			return nil, asWrong(err)
		}
		if s.From.Year > v.From || s.To.Year < v.To {
			return nil, wrong("compare: %s runs from %d to %d; choose --from and --to within", name, s.From.Year, s.To.Year)
		}
		out[name] = s
	}
	return out, nil
}

func (v compareVerb) find(name string) (*scenario.Scenario, error) {
	if !slices.Contains(system.Names(), name) {
		return scenario.Load(name)
	}
	since, err := scenario.ParseMonth(v.Since)
	if err != nil {
		return nil, fmt.Errorf("--since: %w", err)
	}
	s, err := scenario.Load(v.Start)
	if err != nil {
		return nil, err
	}
	return s, claim.Rule(s, name, since)
}

func (v compareVerb) print(r *room, runs *claim.Runs, rows []claim.ComparedRow, scenarios map[string]*scenario.Scenario) {
	for i, table := range v.tables(rows, v.Names) {
		var cells [][]string
		for _, row := range table.Rows {
			line := []string{row.Title + ", " + row.Unit}
			for _, c := range row.Cells {
				line = append(line, fmt.Sprintf("%s%s [%s]", c.Value, starred(c.Differs), strings.Replace(c.Interval, " to ", ", ", 1)))
			}
			cells = append(cells, line)
		}
		if i > 0 {
			say(r.out, "\n%s\n", table.Head)
		}
		printTable(r.out, append([]string{fmt.Sprintf("%d–%d", v.From, v.To)}, v.Names...), cells)
		if table.Below != "" {
			say(r.out, "%s\n", table.Below)
		}
	}
	say(r.out, "\n%s at %s. %s\n", claim.Seeds(v.Pairs), v.Scale, intervals+spaced(v.few()))
	if words := v.titles(scenarios); words != "" {
		say(r.out, "%s\n", words)
	}
	if words := v.caution(); words != "" {
		say(r.out, "%s\n", words)
	}
	told := false
	for _, name := range v.Names {
		for _, line := range runs.TroublesWithin(name, v.From, v.To) {
			if !told {
				say(r.out, "Runs break down where output falls by more than 15 %% within three years, or where they fail:\n")
				told = true
			}
			say(r.out, "%s broke down: %s\n", name, line)
		}
	}
	if v.Out != "" {
		say(r.out, "The page is in %s.\n", v.Out)
	}
}

// titles says what the names of scenarios stand for.
func (v compareVerb) titles(scenarios map[string]*scenario.Scenario) string {
	var words []string
	for _, name := range v.Names {
		if s := scenarios[name]; s != nil && s.Title != "" && !slices.Contains(system.Names(), name) {
			words = append(words, fmt.Sprintf("%s: %s", name, s.Title))
		}
	}
	if len(words) == 0 {
		return ""
	}
	return strings.Join(words, "; ") + "."
}

// enough is how many seeds a bootstrap asks for (judged).
const enough = 10

// few warns of intervals over few seeds.
func (v compareVerb) few() string {
	if v.Pairs >= enough {
		return ""
	}
	return fmt.Sprintf("With fewer than %d seeds such intervals are too narrow, and a * is no more than a hint.", enough)
}

// spaced is a sentence after others.
func spaced(words string) string {
	if words == "" {
		return ""
	}
	return " " + words
}

// ofSystems is how many of what is compared are systems.
func (v compareVerb) ofSystems() (n int) {
	for _, name := range v.Names {
		if slices.Contains(system.Names(), name) {
			n++
		}
	}
	return n
}

// ruling says from when on and where systems rule.
func (v compareVerb) ruling() string {
	if v.ofSystems() == 0 {
		return ""
	}
	words := fmt.Sprintf(" Systems rule from %s on in the world of %s", v.Since, v.Start)
	if v.ofSystems() < len(v.Names) {
		words += "; scenarios are as they are"
	}
	return words + "."
}

// title says what kinds of economies are compared.
func (v compareVerb) title() string {
	what := "Scenarios"
	switch systems := v.ofSystems(); {
	case systems == len(v.Names):
		what = "Systems"
	case systems > 0:
		what = "Systems and scenarios"
	}
	return what + " side by side"
}

// labels are the heads of the columns: what systems are called, and scenarios
// by their name.
func (v compareVerb) labels() []string {
	out := slices.Clone(v.Names)
	for i, name := range v.Names {
		if slices.Contains(system.Names(), name) {
			out[i] = system.Label(name)
		}
	}
	return out
}

// command makes the same comparison again.
func (v compareVerb) command() string {
	words := "gosplan compare " + strings.Join(v.Names, " ")
	if v.ofSystems() > 0 {
		words += fmt.Sprintf(" --start %s --since %s", v.Start, v.Since)
	}
	return fmt.Sprintf("%s --from %d --to %d --pairs %d --scale %s --out %s", words, v.From, v.To, v.Pairs, v.Scale, v.Out)
}

func (v compareVerb) page(runs *claim.Runs, rows []claim.ComparedRow, scenarios map[string]*scenario.Scenario) report.Comparison {
	page := report.Comparison{
		Title: v.title(), Columns: v.labels(), Rests: v.rests(),
		Text:    fmt.Sprintf("%d–%d, %s at %s, with the same luck for all.%s", v.From, v.To, claim.Seeds(v.Pairs), v.Scale, v.ruling()+spaced(v.titles(scenarios))+spaced(v.few())+spaced(v.caution())),
		Command: v.command(), Tables: v.tables(rows, v.labels()),
	}
	for _, row := range rows {
		if d := row.Definition(); d != nil {
			panel := report.Panel{Series: d}
			for _, name := range v.Names {
				panel.Curves = append(panel.Curves, report.Strand(runs.BandOf(name, d.Name, v.From, v.To)))
			}
			page.Panels = append(page.Panels, panel)
		}
	}
	return page
}

// tables are the figures, and apart from them those that assumed weights make.
func (v compareVerb) tables(rows []claim.ComparedRow, labels []string) (out []report.ComparisonTable) {
	for _, t := range []report.ComparisonTable{{Below: claim.Longer(rows, labels)}, {Head: claim.WeightsAssumed, Below: claim.WeightsNote}} {
		for _, row := range claim.Under(rows, t.Head) {
			unit, by := row.Shown()
			line := report.ComparisonRow{Title: row.Title, Unit: unit}
			for _, c := range row.Cells {
				line.Cells = append(line.Cells, report.ComparisonCell{Value: claim.Figure(by * c.Mean), Interval: claim.Figure(by*c.Low) + " to " + claim.Figure(by*c.High), Differs: c.Differs()})
			}
			t.Rows = append(t.Rows, line)
		}
		if len(t.Rows) > 0 {
			out = append(out, t)
		}
	}
	return out
}

// A comparedView is a row for programs to read.
type comparedView struct {
	Title string     `json:"title"`
	Unit  string     `json:"unit"`
	Under string     `json:"under,omitempty"` // the heading under which it stands apart
	Cells []cellView `json:"cells"`
}

type cellView struct {
	Name  string `json:"name"`
	Seeds int    `json:"seeds"`
	Mean  number `json:"mean"`
	Low   number `json:"low"`
	High  number `json:"high"`
	Less  number `json:"difference"`
	From  number `json:"difference_low"`
	To    number `json:"difference_high"`
}

func (v compareVerb) views(rows []claim.ComparedRow) []comparedView {
	out := make([]comparedView, len(rows))
	for i, row := range rows {
		out[i] = comparedView{Title: row.Title, Unit: row.Unit, Under: row.Under}
		for j, c := range row.Cells {
			out[i].Cells = append(out[i].Cells, cellView{v.Names[j], c.Seeds, number(c.Mean), number(c.Low), number(c.High),
				number(c.Less.Mean), number(c.Less.Low), number(c.Less.High)})
		}
	}
	return out
}
