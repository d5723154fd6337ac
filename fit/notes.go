package fit

import (
	"fmt"
	"strings"

	"gosplan/series"
)

// trials is the table of ablations, if there are any.
func (t Table) trials(b *strings.Builder) {
	if len(t.Trials) == 0 {
		return
	}
	b.WriteString("\n## What weakens the pattern\n\nPaired runs with and without one cause; the difference with its 95 % interval over seeds. No effect is a finding.\n\n" +
		"| row | without | measured | theory | with it | without it | difference | finding |\n|--|--|--|--|--|--|--|--|\n")
	for _, trial := range t.Trials {
		a := trial.Ablation
		e, unit := trial.Shown()
		if e.Seeds == 0 {
			fmt.Fprintf(b, "| %s | %s | %s | %s: %s | – | – | – | %s |\n", a.Row, a.Path, a.Series, a.Expect, a.Theory, e.Finding)
			continue
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s: %s | %s | %s | %s [%s, %s] %s | %s |\n", a.Row, a.Path, a.Series, a.Expect, a.Theory,
			number(e.With), number(e.Without), number(e.Difference), number(e.Low), number(e.High), unit, e.Finding)
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
