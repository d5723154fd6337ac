package claim

import (
	"fmt"
	"strings"
)

// againRows says what was wrong with rows that were designed again.
func (p Page) againRows(b *strings.Builder) {
	for i := range p.Registry.Tells {
		t := &p.Registry.Tells[i]
		for design := range t.Again.Designs() {
			fmt.Fprintf(b, "- **%s** %s Designed again, registered on %s; theories are scored by it. What was wrong: %s What was known: %s\n",
				t.Number, t.Title, design.Registered, design.Wrong, design.Known)
		}
	}
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
		n := 1
		for design := range t.Again.Designs() {
			for _, test := range design.Each() {
				row(t.Number+" "+ordinal(n), p.Results[test])
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
