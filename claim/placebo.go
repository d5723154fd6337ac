package claim

import (
	"cmp"
	"slices"
)

// Placebos are what tests come to when nothing is compared but luck: the first
// arm of each with one half of its seeds against the same arm with the other
// half. Whatever is found there is a false alarm.
func Placebos(tests []*Test, runs *Runs) map[*Test]*Result {
	view := &Runs{Of: map[string][]*Figures{}, Broken: runs.Broken}
	copies := make([]*Test, len(tests))
	for i, t := range tests {
		arm := t.terms[0].arm
		other := arm + ", other luck"
		half := len(runs.Of[arm]) / 2
		view.Of[arm], view.Of[other] = runs.Of[arm][:half], runs.Of[arm][half:2*half]
		placebo := *t
		placebo.terms = []term{{1, arm}, {-1, other}}
		copies[i] = &placebo
	}
	results := Results(copies, view, 0)
	out := make(map[*Test]*Result, len(tests))
	for i, t := range tests {
		out[t] = results[copies[i]]
	}
	return out
}

// Arms are the arms that a test compares, in the order in which it names them.
func (t *Test) Arms() []string {
	out := make([]string, len(t.terms))
	for i := range t.terms {
		out[i] = t.terms[i].arm
	}
	return out
}

// Series are the national series that a test's statistic is made of.
func (t *Test) Series() (names []string) {
	seen := map[string]bool{}
	t.expression.visit(func(n *node) {
		if n.kind == 's' && n.place == "" && !seen[n.name] {
			seen[n.name] = true
			names = append(names, n.name)
		}
	})
	return names
}

// Spans are the first and the last years that the functions of a test's
// statistic name, in order, each once.
func (t *Test) Spans() (out [][2]int) {
	t.expression.visit(func(n *node) {
		var years []int
		for _, part := range n.parts {
			if year := int(part.number); n.kind == 'f' && part.kind == 'n' && float64(year) == part.number && year >= earliest && year <= latest {
				years = append(years, year)
			}
		}
		if len(years) > 0 {
			out = append(out, [2]int{slices.Min(years), slices.Max(years)})
		}
	})
	slices.SortFunc(out, func(a, b [2]int) int { return cmp.Or(a[0]-b[0], a[1]-b[1]) })
	return slices.Compact(out)
}

// Alarm tells whether a difference was found.
func (r *Result) Alarm() bool { return r.Found == Above || r.Found == Below }
