package claim

import (
	"cmp"
	"fmt"
	"slices"
)

// leastPairs is how many pairs a verdict needs: there is no interval of one.
const leastPairs = 2

// A Look is what could be judged of a registry when time was up.
type Look struct {
	Claims   int       // that have tests
	Waiting  []Waiting // claims that could not be judged yet, what costs least first
	Fewest   int       // pairs of the tests that could be judged
	Most     int
	registry *Registry
}

// A Waiting is a claim for whose latest design runs lack.
type Waiting struct {
	Claim  *Claim
	Cost   float64 // of the runs that it lacks, in the measure of Progress
	Chosen bool    // politics chooses in some of them
}

// Look tells what runs do not suffice for yet.
func (l *Laboratory) Look(r *Registry, runs *Runs) Look {
	out := Look{registry: r}
	out.Fewest, out.Most = PairsOf(r.Tests(), runs)
	for i := range r.Claims {
		c := &r.Claims[i]
		if len(c.Tests) == 0 {
			continue
		}
		out.Claims++
		if tests := testsInForce(c.Each(), c.Again); anyWaits(tests, runs) {
			w := l.lack(r.Needed(tests), runs)
			w.Claim = c
			out.Waiting = append(out.Waiting, w)
		}
	}
	slices.SortStableFunc(out.Waiting, func(a, b Waiting) int { return cmp.Compare(a.Cost, b.Cost) })
	return out
}

// PairsOf is how many pairs tests have at the least and at the most, of those
// that have enough to be judged; 0 if none has.
func PairsOf(tests []*Test, runs *Runs) (fewest, most int) {
	for _, t := range tests {
		switch n := t.pairs(runs); {
		case n < leastPairs || t.broken(runs):
		case most == 0:
			fewest, most = n, n
		default:
			fewest, most = min(fewest, n), max(most, n)
		}
	}
	return fewest, most
}

// PairsInWords writes how many pairs tests have.
func PairsInWords(fewest, most int) string {
	switch {
	case most == 0:
		return fmt.Sprintf("no test has the %d pairs that a verdict needs", leastPairs)
	case most > fewest:
		return fmt.Sprintf("%d to %d pairs", fewest, most)
	}
	return fmt.Sprintf("%d pairs", fewest)
}

// Lacks is what arms lack of all their runs, in the measure of Progress.
func (l *Laboratory) Lacks(arms map[string]Arm, runs *Runs) float64 { return l.lack(arms, runs).Cost }

func (l *Laboratory) lack(arms map[string]Arm, runs *Runs) (w Waiting) {
	for _, name := range sortedKeys(arms) {
		arm, missing := arms[name], l.Pairs-len(runs.Of[name])
		s, err := arm.Build()
		if err != nil || missing == 0 || runs.Broken[name] != nil {
			continue
		}
		scale := l.Scale
		if scale == 0 {
			scale = arm.Scale
		}
		w.Cost += float64(missing) * cost(s, scale)
		w.Chosen = w.Chosen || s.Politics.Governs()
	}
	return w
}

// Rows is how many of the tests that tell theories apart have in all their
// parts the pairs that judging needs.
func (r *Registry) Rows(runs *Runs) (n int) {
	for i := range r.Tells {
		if !anyWaits(r.Tells[i].Counts(), runs) {
			n++
		}
	}
	return n
}

// anyWaits tells whether one of the tests can be run and lacks pairs.
func anyWaits(tests []*Test, runs *Runs) bool {
	return slices.ContainsFunc(tests, func(t *Test) bool { return !t.broken(runs) && t.pairs(runs) < leastPairs })
}

// pairs are how many seeds all arms of a test have been lived with.
func (t *Test) pairs(runs *Runs) int {
	n := len(runs.Of[t.terms[0].arm])
	for _, term := range t.terms {
		n = min(n, len(runs.Of[term.arm]))
	}
	return n
}

// broken tells whether an arm of a test cannot be lived at all.
func (t *Test) broken(runs *Runs) bool {
	return slices.ContainsFunc(t.terms, func(term term) bool { return runs.Broken[term.arm] != nil })
}

// Judged are the claims that are no longer waiting.
func (k Look) Judged() int { return k.Claims - len(k.Waiting) }

// Waits tells whether a claim waits.
func (k Look) Waits(c *Claim) bool {
	return slices.ContainsFunc(k.Waiting, func(w Waiting) bool { return w.Claim == c })
}

// String says how far the look went and what so few pairs could show.
func (k Look) String() string {
	tests := len(k.registry.Tests())
	if k.Most == 0 {
		return "First look: " + PairsInWords(k.Fewest, k.Most) + "."
	}
	return fmt.Sprintf("First look: %s, %d of %d claims reached, the others not yet. %s", PairsInWords(k.Fewest, k.Most), k.Judged(), k.Claims, Needs(k.Most, tests))
}
