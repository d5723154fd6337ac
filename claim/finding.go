package claim

import (
	"fmt"
	"slices"
	"strings"
)

// A Finding is a claim and what became of it.
type Finding struct {
	Claim   *Claim
	Results []*Result
	Ran     int // tests that could be run and on which the essay speaks
	Verdict Verdict
	Why     string
	Again   *Finding // on the claim as it was designed once more; nil if it was not
}

// Findings gathers the results of every claim.
func (r *Registry) Findings(results map[*Test]*Result) []Finding {
	out := make([]Finding, len(r.Claims))
	for i := range r.Claims {
		out[i] = r.Claims[i].Finding(results)
	}
	return out
}

// Each are the tests of a claim as it was first designed.
func (c *Claim) Each() (tests []*Test) {
	for i := range c.Tests {
		tests = append(tests, &c.Tests[i])
	}
	return tests
}

// Finding gathers the results of one claim.
func (c *Claim) Finding(results map[*Test]*Result) Finding {
	f := Finding{Claim: c}
	for _, t := range c.Each() {
		f.Results = append(f.Results, results[t])
	}
	f.decide()
	if c.Again != nil {
		again := c.Again.claim.Finding(results)
		f.Again = &again
	}
	return f
}

// decide gives the verdict on the claim from those on its tests: it stands if
// all that could be run stand, and it falls if one of them falls. A verdict is
// given by tests that can judge. Where it would be given by others alone, be it
// for the claim, against it, or that there is no difference, there is none.
func (f *Finding) decide() {
	if f.Claim.Outside != "" {
		f.Verdict, f.Why = Outside, f.Claim.Outside
		return
	}
	count, blind, wants, open, leaning := f.tally()
	sound := func(v Verdict) bool { return count[v] > blind[v] }
	switch {
	case f.Ran == 0:
		f.Verdict, f.Why = Undetermined, wants
		return
	case sound(Refuted):
		f.Verdict = Refuted
	case sound(Alike):
		f.Verdict = Alike
	case blind[Refuted]+blind[Alike] > 0:
		f.Verdict = Untestable
	case count[Undetermined] > 0:
		f.Verdict = Undetermined
	case sound(Supported):
		f.Verdict = Supported
	case blind[Supported] > 0:
		f.Verdict = Untestable
	default:
		f.Verdict = Settled
	}
	f.Why = fmt.Sprintf("%d of %d tests %s", count[Supported], f.Ran, plural(count[Supported], "agrees", "agree"))
	if n := count[Refuted]; n > 0 && f.Ran > 1 {
		f.Why += fmt.Sprintf(", %d %s against it", n, plural(n, "speaks", "speak"))
	}
	if n := count[Alike]; n > 0 && f.Ran > 1 {
		f.Why += fmt.Sprintf(", %d %s no difference", n, plural(n, "shows", "show"))
	}
	if n := count[Undetermined]; n > 0 {
		f.Why += fmt.Sprintf(", %d open, of which %d %s its way", n, leaning, plural(leaning, "leans", "lean"))
	}
	if n := count[Settled]; n > 0 {
		f.Why += fmt.Sprintf(", %d %s given", n, plural(n, "is", "are"))
	}
	if f.Verdict == Undetermined {
		f.Why += "; " + open
	}
	if n := blind[Supported] + blind[Refuted] + blind[Alike]; n > 0 {
		f.Why += fmt.Sprintf("; %d %s on a figure on which the model misses the record, and cannot judge", n, plural(n, "test rests", "tests rest"))
	}
	f.Why += f.partly()
	if wants != "" {
		f.Why += "; for the rest it " + wants
	}
}

// tally counts the verdicts on the tests the essay speaks to that could be
// run, and those of tests that miss the record, and says what the others need,
// why the first open one is open, and how many of the open ones lean the
// essay's way.
func (f *Finding) tally() (count, blind map[Verdict]int, wants, open string, leaning int) {
	count, blind = map[Verdict]int{}, map[Verdict]int{}
	var missing []string
	for _, r := range f.Results {
		if r.Verdict == "" {
			continue
		}
		if r.Missing != "" {
			missing = append(missing, r.Missing)
			continue
		}
		f.Ran++
		if r.Misses() {
			blind[r.Verdict]++
		}
		if count[r.Verdict]++; r.Verdict != Undetermined {
			continue
		}
		if open == "" {
			open = r.Why
		}
		if r.leans(r.Test.Predicts[Essay]) {
			leaning++
		}
	}
	slices.Sort(missing)
	wants = strings.ReplaceAll(strings.Join(slices.Compact(missing), ", "), ", needs ", ", ")
	return count, blind, wants, open, leaning
}

// Leaning is of how many tests the essay speaks to and that were run the mean
// alone lies where the essay has it, whether or not luck could have put it
// there, and of how many in all.
func (f *Finding) Leaning() (its, all int) {
	for _, r := range f.Results {
		if r.Verdict == "" || r.Missing != "" || r.Verdict == Settled {
			continue
		}
		if all++; r.leans(r.Test.Predicts[Essay]) {
			its++
		}
	}
	return its, all
}

// partly says which tests rest on fewer pairs than were lived.
func (f *Finding) partly() (words string) {
	for i, r := range f.Results {
		if r.Dropped > 0 && r.Effect.N > 0 && r.Verdict != "" {
			words += fmt.Sprintf("; test %d rests on %d of %d pairs", i+1, r.Effect.N, r.Effect.N+r.Dropped)
		}
	}
	return words
}

// Loses tells whether the evidence is against the claim.
func (f *Finding) Loses() bool { return f.Verdict == Refuted || f.Verdict == Alike }

// Closest are the theories whose predictions agree with most of what was
// found on the tests of a claim, with how many of how many.
func (f *Finding) Closest() (theories []string, right, of int) {
	best := -1.0
	for _, t := range f.spoken() {
		hits, said := f.score(t)
		if said == 0 {
			continue
		}
		switch share := float64(hits) / float64(said); {
		case share > best:
			best, theories, right, of = share, []string{t}, hits, said
		case share == best:
			theories = append(theories, t)
		}
	}
	if best <= 0 {
		return nil, 0, 0
	}
	return theories, right, of
}

// score counts how many predictions of a theory agree with what was found.
func (f *Finding) score(theory string) (right, said int) {
	for _, r := range f.Results {
		predicted := r.Test.Predicts[theory]
		if predicted == "" || r.Told() == Unknown {
			continue
		}
		if said++; r.Told() == predicted {
			right++
		}
	}
	return right, said
}

// spoken are the theories that predict something here, in order.
func (f *Finding) spoken() []string {
	all := map[string]bool{}
	for _, r := range f.Results {
		for _, t := range sortedKeys(r.Test.Predicts) {
			all[t] = true
		}
	}
	return sortedKeys(all)
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
