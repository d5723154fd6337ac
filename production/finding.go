package production

import (
	"cmp"
	"fmt"
	"slices"
)

// A Severity is how bad a finding is.
type Severity int8

// Severities, mildest first.
const (
	Note    Severity = iota // worth knowing; nothing need be done
	Warning                 // a plan can be made, but may not mean what its reader thinks
	Fault                   // a plan made of it would be wrong, or there is none
)

// String is the severity in a word.
func (s Severity) String() string { return [...]string{"note", "warning", "fault"}[s] }

// A Finding is something odd about a table. Findings of one kind are counted
// together; Where and What tell of the worst.
type Finding struct {
	Severity Severity `json:"severity"`
	Kind     string   `json:"kind"`   // what is odd, in two or three words: "negative input"
	Where    string   `json:"where"`  // sheet, row and column, or product and technique
	What     string   `json:"what"`   // one sentence
	Mend     string   `json:"mend"`   // what the user can do
	Repair   string   `json:"repair"` // the repair that mends it; empty: none does
	Count    int      `json:"count"`  // how many there are of the kind
	Size     float64  `json:"size"`   // of the worst, in the measure that What names
}

// String is a finding in one line.
func (f Finding) String() string {
	text := fmt.Sprintf("%s: %s: %s", f.Severity, f.Kind, f.What)
	if f.Where != "" {
		text = fmt.Sprintf("%s: %s: %s: %s", f.Severity, f.Kind, f.Where, f.What)
	}
	if f.Count > 1 {
		text += fmt.Sprintf(" (the worst of %d)", f.Count)
	}
	if f.Mend != "" {
		text += "; " + f.Mend
	}
	return text
}

// Findings is what is odd about a table, worst first.
type Findings []Finding

// Worst is the severity of the worst finding, Note where there is none.
func (f Findings) Worst() Severity {
	worst := Note
	for _, finding := range f {
		worst = max(worst, finding.Severity)
	}
	return worst
}

// Of are the findings of a kind.
func (f Findings) Of(kind string) Findings {
	var out Findings
	for _, finding := range f {
		if finding.Kind == kind {
			out = append(out, finding)
		}
	}
	return out
}

// sorted puts the worst first and leaves findings of one severity in the
// order in which they were looked for.
func (f Findings) sorted() Findings {
	slices.SortStableFunc(f, func(a, b Finding) int { return cmp.Compare(b.Severity, a.Severity) })
	return f
}

// A tally counts findings of one kind and remembers the worst.
type tally struct {
	Finding
	seen bool
}

// see counts one case. Where it is worse than all before, say tells of it.
func (c *tally) see(size float64, say func() (where, what string)) {
	c.Count++
	if !c.seen || size > c.Size {
		c.seen, c.Size = true, size
		c.Where, c.What = say()
	}
}

// found are those tallies that counted something.
func found(tallies ...*tally) Findings {
	var out Findings
	for _, c := range tallies {
		if c.Count > 0 {
			out = append(out, c.Finding)
		}
	}
	return out
}
