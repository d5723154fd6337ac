package main

import (
	"fmt"
	"slices"
	"strings"

	"gosplan/claim"
	"gosplan/parameter"
	"gosplan/system"
)

type assumptionsVerb struct {
	System  string   `arg:"" optional:"" help:"Only the assumptions that touch this system's institutions."`
	Systems []string `placeholder:"NAME,…" help:"Systems that are ranked; those of the table if absent."`
	To      int      `least:"1" placeholder:"YEAR" help:"Last year; that of the table if absent."`
	List    bool     `help:"Only list the assumptions and whom they are thought to favour; run nothing."`
	Out     string   `placeholder:"FILE" help:"Write the page there, such as docs/assumptions.md."`
	trial   `embed:""`
	asJSON
}

// What is lived unless flags say otherwise, and with --quick.
const (
	assumptionSeeds = 8
	assumptionScale = 100_000
	quickSeeds      = 3
	quickLast       = 1947
)

func (assumptionsVerb) Help() string {
	return `Examples:

  gosplan assumptions --list
  gosplan assumptions --quick
  gosplan assumptions competitive-capitalism --pairs 8 --scale 1:100000
  gosplan assumptions --out docs/assumptions.md

Systems are lived from one start, with and without each flip and with the same
luck, and ranked by every measure. Unless flags say otherwise that is 8 seeds at
1:100000 and some minutes; --quick takes 3 seeds at 1:100000 to 1947. Whom an
assumption is thought to favour was registered before anything was run. Runs
that finished are kept; after Ctrl-C the same command goes on from there.
`
}

// Run flips every assumption and says what becomes of the ranking.
func (v assumptionsVerb) Run(r *room) error {
	table := claim.Assumed()
	if err := v.settle(table); err != nil {
		return err
	}
	entries, err := v.entries(table)
	if err != nil {
		return err
	}
	if err := checkText(v.Out); err != nil {
		return err
	}
	if v.List {
		return v.list(r, entries)
	}
	base, flipped, err := table.Worlds(entries, v.Systems, v.To)
	if err != nil {
		return err
	}
	l, err := v.laboratory(r)
	if err != nil {
		return err
	}
	more, err := l.Scenarios(r.ctx, flipped)
	if err != nil {
		return v.finished(r, err)
	}
	l.Pairs *= 2 // the second half is other luck
	l.Told, v.close = counter(r.err, v.Quiet, 0)
	plain, err := l.Scenarios(r.ctx, base)
	if err != nil {
		return v.finished(r, err)
	}
	w := table.Weigh(entries, v.Systems, plain, more, v.Pairs, v.To)
	if v.Out != "" {
		if err := writePage(v.Out, w.Markdown(v.command(table), int(v.Scale))); err != nil {
			return err
		}
	}
	if v.JSON {
		return printJSON(r.out, weighingView(w))
	}
	v.print(r, w)
	return nil
}

// settle replaces what was not given.
func (v *assumptionsVerb) settle(table *claim.Assumptions) error {
	seeds, people, to := assumptionSeeds, assumptionScale, table.To
	if v.Quick {
		seeds, people, to = quickSeeds, quickScale, quickLast
	}
	if v.Pairs == 0 {
		v.Pairs = seeds
	}
	if v.Scale == 0 {
		v.Scale = scale(people)
	}
	if v.To == 0 {
		v.To = to
	}
	if v.To < table.From+10 {
		return wrong("--to %d: systems are ranked over ten years or more; write %d or later", v.To, table.From+10)
	}
	if len(v.Systems) == 0 {
		v.Systems = table.Systems
	}
	for i, word := range v.Systems {
		name, err := parameter.Match(word, system.Names())
		if err != nil {
			return wrong("--systems %s: %w; there are %s", word, err, strings.Join(system.Names(), ", "))
		}
		if slices.Contains(v.Systems[:i], name) {
			return wrong("--systems: %s is named twice; keep one", name)
		}
		v.Systems[i] = name
	}
	if len(v.Systems) < 2 {
		return wrong("--systems: name two or more, or none for those of the table")
	}
	return nil
}

// entries are the assumptions that are asked for. With a system, those about
// its institutions, and those about all that are thought to favour it.
func (v *assumptionsVerb) entries(table *claim.Assumptions) (out []*claim.Assumption, err error) {
	name := ""
	if v.System != "" {
		if name, err = parameter.Match(v.System, system.Names()); err != nil {
			return nil, wrong("assumptions: %w; there are %s", err, strings.Join(system.Names(), ", "))
		}
		if !slices.Contains(v.Systems, name) {
			v.Systems = append(slices.Clone(v.Systems), name)
		}
	}
	for i := range table.Entries {
		e := &table.Entries[i]
		if name == "" || e.Touches(name) && e.OfInstitutions() || slices.Contains(e.Favours, name) {
			out = append(out, e)
		}
	}
	if len(out) == 0 {
		return nil, wrong("assumptions: none is about the institutions of %s", name)
	}
	return out, nil
}

// command makes the page again.
func (v *assumptionsVerb) command(table *claim.Assumptions) string {
	words := []string{"gosplan assumptions"}
	if v.System != "" {
		words = append(words, v.System)
	}
	if !slices.Equal(v.Systems, table.Systems) {
		words = append(words, "--systems "+strings.Join(v.Systems, ","))
	}
	return strings.Join(append(words, fmt.Sprintf("--to %d --pairs %d --scale %s --out %s", v.To, v.Pairs, v.Scale, v.Out)), " ")
}

// list prints the table without running anything.
func (v assumptionsVerb) list(r *room, entries []*claim.Assumption) error {
	if v.JSON {
		return printJSON(r.out, assumptionViews(entries, v.Systems))
	}
	var rows [][]string
	for _, e := range entries {
		rows = append(rows, []string{e.Name, e.Says, e.Flipped, e.Reach(v.Systems), orNone(e.Favours)})
	}
	printTable(r.out, []string{"", "assumed", "flipped", "touches", "thought to favour"}, rows)
	return nil
}

func (v assumptionsVerb) print(r *room, w *claim.Weighing) {
	var rows [][]string
	for k, m := range claim.Measures {
		var words []string
		unit, by := m.Shown()
		for _, s := range w.Base[k].Order {
			words = append(words, fmt.Sprintf("%s %s", w.Systems[s], claim.Figure(by*w.Base[k].Means[s].Mean)))
		}
		rows = append(rows, []string{m.Title + ", " + unit, strings.Join(words, ", ")})
	}
	printTable(r.out, []string{"ranked by", "as it stands, the first first"}, rows)
	rows = nil
	row := func(name string, f *claim.Flipped) []string {
		line := []string{name}
		for k := range f.Changes {
			line = append(line, w.Distance(f, k))
		}
		return line
	}
	rows = append(rows, row("placebo: other luck", &w.Placebo))
	for i := range w.Flips {
		rows = append(rows, row(w.Name(&w.Flips[i]), &w.Flips[i]))
	}
	header := []string{"flipped"}
	for _, m := range claim.Measures {
		header = append(header, m.Title)
	}
	say(r.out, "\nPairs that change places when an assumption is flipped, with the middle 95 %% over resampled seeds\n")
	printTable(r.out, header, rows)
	say(r.out, "%s\n", claim.LuckNote)
	rows = nil
	for i := range w.Flips {
		f := &w.Flips[i]
		ahead, behind := w.Favoured(f, 0)
		rows = append(rows, []string{f.Assumption.Name, orNone(w.Briefly(f.Assumption.Favours)), orNone(ahead), orNone(behind), string(w.Expected(f)), orNone(w.Named(f.Changes[0].Swaps, 0.5))})
	}
	say(r.out, "\nWhom assumptions favour, by consumption per head\n")
	printTable(r.out, []string{"assumption", "thought to favour", "favours", "holds back", "", "changes places when flipped (in % of resamples)"}, rows)
	say(r.out, "\n%d–%d from %s, %s at %s.\n", w.Table.From, w.To, w.Table.Start, claim.Seeds(w.Seeds), v.Scale)
	if v.Out != "" {
		say(r.out, "The page is in %s.\n", v.Out)
	}
}
