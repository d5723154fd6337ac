package series

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// An Event is a change of system within a run, or the collapse of one.
type Event struct {
	Year    int      `json:"year"`
	Month   int      `json:"month"`
	From    string   `json:"from"`              // the system that was in force
	To      string   `json:"to,omitempty"`      // the one that took its place; "" when output collapsed
	For     []string `json:"for,omitempty"`     // groups that were to gain
	Against []string `json:"against,omitempty"` // groups that were to lose
	Support float64  `json:"support,omitempty"` // weight of those who were to gain, 0 to 1
	Gain    float64  `json:"gain,omitempty"`    // of all, weighted
	Fall    float64  `json:"fall,omitempty"`    // of output in three years, share
	Crisis  float64  `json:"crisis"`            // index
	Parts   []Part   `json:"parts,omitempty"`   // that it was made of
}

// A Part is what one trouble adds to a crisis.
type Part struct {
	Name  string  `json:"name"`
	Value float64 `json:"value"`
}

// Date is the month of the event: 1929-01.
func (e Event) Date() string { return fmt.Sprintf("%04d-%02d", e.Year, e.Month) }

// What says what happened: the change, or the collapse.
func (e Event) What() string {
	if e.To == "" {
		return fmt.Sprintf("%s: output fell by %.0f %% in three years", e.From, 100*e.Fall)
	}
	return e.From + " → " + e.To
}

// Why says through what it happened: who was for a change and who against, and
// the troubles that made the crisis, the worst first.
func (e Event) Why() string {
	var b strings.Builder
	if e.To != "" {
		fmt.Fprintf(&b, "for it %s (%.0f %% of influence); against it %s; ", orNobody(e.For), 100*e.Support, orNobody(e.Against))
	}
	fmt.Fprintf(&b, "crisis %.2f", e.Crisis)
	parts := slices.Clone(e.Parts)
	slices.SortStableFunc(parts, func(a, b Part) int { return cmp.Compare(b.Value, a.Value) })
	mark := ": "
	for _, p := range parts {
		if p.Value >= 0.005 {
			fmt.Fprintf(&b, "%s%s %.2f", mark, p.Name, p.Value)
			mark = ", "
		}
	}
	return b.String()
}

func orNobody(names []string) string {
	if len(names) == 0 {
		return "nobody"
	}
	return strings.Join(names, ", ")
}
