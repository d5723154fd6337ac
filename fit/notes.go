package fit

import (
	"fmt"
	"slices"
	"strings"

	"gosplan/measure"
	"gosplan/series"
)

// trials is the table of ablations, if there are any.
func (t Table) trials(b *strings.Builder) {
	if len(t.Trials) == 0 {
		return
	}
	b.WriteString("\n## What weakens the pattern\n\nPaired runs of the same seeds with and without one cause, or with another value of one number; the difference with its 95 % interval over seeds. No effect is a finding.\n\n" +
		"| row | without, or set | figure | with it | without it | difference | theory expects that it | finding |\n|--|--|--|--|--|--|--|--|\n")
	for _, trial := range t.Trials {
		a := trial.Ablation
		e, unit := trial.Shown()
		if e.Seeds == 0 {
			fmt.Fprintf(b, "| %s | %s | %s | – | – | – | %s: %s | %s |\n", a.Row, a.Path, a.Series, a.Expect, a.Theory, e.Finding)
			continue
		}
		with, without := trial.Levels()
		if unit != "" {
			unit = " " + unit
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s | %s [%s, %s]%s | %s: %s | %s |\n", a.Row, a.Path, a.Series,
			with, without, number(e.Difference), number(e.Low), number(e.High), unit, a.Expect, a.Theory, e.Finding)
	}
}

// guides is the table of figures that guided the search for values.
func (t Table) guides(b *strings.Builder) {
	b.WriteString("\n## Goals that guided the search and judge no run\n\nMoney was among what the search for values tried to meet, so that people hold neither a year's income that buys nothing nor none. These goals are judged and were never bands; they are in no count above.\n\n")
	t.table(b, t.Guides, func(Row) bool { return true })
}

// given says why series and figures do not emerge, once for each reason.
func (t Table) given(b *strings.Builder) {
	var order []string
	named := map[string][]string{}
	add := func(name, why string, status series.Status) {
		why = fmt.Sprintf("(%s): %s", status, why)
		if named[why] == nil {
			order = append(order, why)
		}
		if !slices.Contains(named[why], name) {
			named[why] = append(named[why], name)
		}
	}
	for _, row := range t.Rows {
		d := measure.Find(row.Series)
		switch {
		case row.Why == "":
		case d != nil && row.Why == d.Why:
			add(row.Series, row.Why, d.Status)
		default:
			add(fmt.Sprintf("%s, %d-%d", row.Title, row.From, row.To), row.Why, row.Status)
		}
	}
	for _, e := range t.Errors {
		if d := measure.Find(e.Series); d != nil && d.Why != "" {
			add(e.Series, d.Why, d.Status)
		}
	}
	b.WriteString("\n## Why a figure does not emerge\n\n")
	for _, why := range order {
		fmt.Fprintf(b, "- **%s** %s\n", strings.Join(named[why], "; "), why)
	}
}

// notes says of a band what a careful reader should know.
func (t Table) notes(b *strings.Builder) {
	b.WriteString("\n## Notes\n\n")
	for _, row := range t.Rows {
		note := row.Note
		if row.Status == series.Imposed {
			note = strings.TrimSpace(note + " The series is imposed: it cannot count as met.")
		}
		if note != "" {
			fmt.Fprintf(b, "- **%s, %d-%d.** %s\n", row.Title, row.From, row.To, note)
		}
	}
}

// references gives source, borders, price basis and caveat of every table the
// bands rest on, once each.
func (t Table) references(b *strings.Builder) {
	b.WriteString("\n## References, borders and price bases\n\n")
	seen := map[string]bool{"": true}
	for _, row := range t.Rows {
		for _, name := range append([]string{row.Reference}, row.Alternatives...) {
			if seen[name] {
				continue
			}
			seen[name] = true
			s := reference(name)
			fmt.Fprintf(b, "- **%s** (%s, tier %s). %s. Borders: %s. Price basis: %s. %s\n", name, s.Unit, s.Tier, s.Source, s.Borders, s.Basis, s.Caveat)
		}
	}
}
