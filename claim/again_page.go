package claim

import (
	"fmt"
	"strings"
)

// again shows the verdicts on all designs of a claim side by side, and why
// there are later ones.
func (p Page) again(b *strings.Builder) {
	b.WriteString("## Designed again\n\nThese designs turned out to be weak. They and their verdicts stay; a later design was registered (`claim/" +
		strings.Join(later, "`, `claim/") + "`) before it was run, and p values are corrected for the tests of all.\n\n")
	for i := range p.Findings {
		f := &p.Findings[i]
		if f.Again == nil {
			continue
		}
		fmt.Fprintf(b, "- **%s** %s First: *%s*, %s.", f.Claim.Number, f.Claim.Claim, f.Verdict, strings.TrimSuffix(f.Why, "."))
		design := f.Claim.Again
		for again := range f.Designs() {
			fmt.Fprintf(b, " Again, registered on %s: *%s*, %s. What was wrong: %s What was known: %s",
				design.Registered, again.Verdict, strings.TrimSuffix(again.Why, "."), design.Wrong, design.Known)
			design = again.Claim.Again
		}
		b.WriteString("\n")
	}
	for i := range p.Registry.Tells {
		t := &p.Registry.Tells[i]
		for design := range t.Again.Designs() {
			fmt.Fprintf(b, "- **%s** %s Again, registered on %s; theories are scored by it. What was wrong: %s What was known: %s\n",
				t.Number, t.Title, design.Registered, design.Wrong, design.Known)
		}
	}
	b.WriteString("\n")
}

// nth names a later design.
func nth(n int) string {
	if n == 0 {
		return "again"
	}
	return fmt.Sprintf("again, design %d", n+2)
}

// tells writes the tests of rows that were designed again, those of all designs.
func (p Page) tells(row func(number string, res *Result)) {
	for i := range p.Registry.Tells {
		t := &p.Registry.Tells[i]
		if t.Again == nil || p.Results == nil {
			continue
		}
		for _, test := range t.Each() {
			row(t.Number, p.Results[test])
		}
		n := 0
		for design := range t.Again.Designs() {
			for _, test := range design.Each() {
				row(t.Number+" "+nth(n), p.Results[test])
			}
			n++
		}
	}
}

// firstRow shows how theories did on the first design of a row that has later
// ones; it does not count.
func (r *Registry) firstRow(b *strings.Builder, tell int, scores []Score) {
	t := &r.Tells[tell]
	if t.Again == nil {
		return
	}
	fmt.Fprintf(b, "| %s as first designed, not counted |", t.Number)
	for _, s := range scores {
		fmt.Fprintf(b, " %s |", s.First[tell])
	}
	b.WriteString("\n")
}
