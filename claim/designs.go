package claim

import (
	"fmt"
	"slices"
	"strings"
)

// A Design is a finding on one design of a claim.
type Design struct {
	*Finding
	Registered string // on this day; "" for the first, which was registered before anything was run
	Known      string // of results, when it was written
	Wrong      string // what turned out to be wrong with it; "" for the latest
}

// Versions are the findings on all designs of a claim, the first first.
func (f *Finding) Versions() []Design {
	out := []Design{{Finding: f}}
	for f.Again != nil {
		again := f.Claim.Again
		out[len(out)-1].Wrong = again.Wrong
		f = f.Again
		out = append(out, Design{Finding: f, Registered: again.Registered, Known: again.Known})
	}
	return out
}

// Latest is the finding on the latest design, whose verdict counts.
func (f *Finding) Latest() Design {
	designs := f.Versions()
	return designs[len(designs)-1]
}

// Versions are a claim as it was designed, the first design first.
func (c *Claim) Versions() []*Claim {
	out := []*Claim{c}
	for c.Again != nil {
		c = &c.Again.claim
		out = append(out, c)
	}
	return out
}

// Every are the tests of all designs of a claim.
func (c *Claim) Every() (tests []*Test) {
	for _, design := range c.Versions() {
		tests = append(tests, design.Each()...)
	}
	return tests
}

// ordinals of designs.
var ordinals = []string{"first", "second", "third", "fourth", "fifth"}

func ordinal(i int) string {
	if i < len(ordinals) {
		return ordinals[i]
	}
	return fmt.Sprintf("%dth", i+1)
}

// Earlier says what the designs before the latest came to, "" if there was one
// only.
func (f *Finding) Earlier() string {
	designs := f.Versions()
	var words []string
	for i, d := range designs[:len(designs)-1] {
		words = append(words, fmt.Sprintf("%s design, found faulty: %s", ordinal(i), d.Verdict))
	}
	return strings.Join(words, "; ")
}

// A Tally counts claims by verdict.
type Tally map[Verdict]int

// Count counts claims by the verdicts on their latest designs and on their
// first.
func Count(findings []Finding) (latest, first Tally) {
	latest, first = Tally{}, Tally{}
	for i := range findings {
		latest[findings[i].Latest().Verdict]++
		first[findings[i].Verdict]++
	}
	return latest, first
}

// String writes it in the order of reports.
func (t Tally) String() string {
	words := make([]string, len(Verdicts))
	for i, v := range Verdicts {
		words[i] = fmt.Sprintf("%d %s", t[v], v)
	}
	return strings.Join(words, ", ")
}

// Counted says in one line what became of all claims.
func Counted(findings []Finding) string {
	latest, first := Count(findings)
	again := 0
	for i := range findings {
		again += btoi(findings[i].Again != nil)
	}
	if again == 0 {
		return fmt.Sprintf("Of %d claims: %s.", len(findings), latest)
	}
	return fmt.Sprintf("Of %d claims, by their latest designs: %s; by their first, of which %d were found faulty: %s.", len(findings), latest, again, first)
}

// The ways in which a claim rests on figures on which the model misses the
// record.
const (
	MissesAll  = "misses"  // nothing else would give it a verdict
	MissesSome = "in part" // some of the tests that give its verdict do, or would have given another
)

// MissesRecord says how far a claim rests on figures on which the model misses
// the record; "" if it does not.
func (f *Finding) MissesRecord() string {
	switch {
	case f.Verdict == Untestable:
		return MissesAll
	case f.Verdict != Supported && f.Verdict != Refuted && f.Verdict != Alike:
		return "" // nothing was judged
	}
	for _, res := range f.Results {
		if res.Misses() && (res.Verdict == f.Verdict || res.Verdict == Refuted) {
			return MissesSome
		}
	}
	return ""
}

// Missed says on which claims the model cannot judge, or in part.
func Missed(findings []Finding) string {
	by := map[string][]string{}
	for i := range findings {
		f := findings[i].Latest()
		by[f.MissesRecord()] = append(by[f.MissesRecord()], f.Claim.Number)
	}
	all, some := by[MissesAll], by[MissesSome]
	if len(all)+len(some) == 0 {
		return "Wherever the record has the figures that give a claim its verdict, the run of history is near enough to them."
	}
	words := "Where a test asks for a figure on which the run of history misses the record by more than what counts, the model cannot judge by it."
	if len(all) > 0 {
		words += fmt.Sprintf(" For %d %s nothing else would give a verdict, so there is none, neither for nor against (%s).", len(all), plural(len(all), "claim", "claims"), strings.Join(all, ", "))
	}
	if len(some) > 0 {
		words += fmt.Sprintf(" For %d %s other tests give the verdict (%s).", len(some), plural(len(some), "claim", "claims"), strings.Join(some, ", "))
	}
	return words
}

// Same are the tests that ask what an earlier one asks: the same arms, the
// same statistic, and of the essay the same sign. Each is given with where that
// one is.
func (r *Registry) Same() map[*Test]string {
	out, first := map[*Test]string{}, map[string]string{}
	note := func(where string, tests []*Test) {
		for i, t := range tests {
			at := where
			if len(tests) > 1 {
				at = fmt.Sprintf("%s, %s test", where, ordinal(i))
			}
			key := t.key()
			if first[key] == "" {
				first[key] = at
			} else if _, told := out[t]; !told {
				out[t] = first[key]
			}
		}
	}
	for i := range r.Claims {
		for k, design := range r.Claims[i].Versions() {
			where := design.Number
			if k > 0 {
				where += " " + ordinal(k) + " design"
			}
			note(where, design.Each())
		}
	}
	for i := range r.Tells {
		note(r.Tells[i].Number, r.Tells[i].Each())
		k := 1
		for again := range r.Tells[i].Again.Designs() {
			note(r.Tells[i].Number+" "+ordinal(k)+" design", again.Each())
			k++
		}
	}
	return out
}

// key is the same for tests that ask the same, also the other way round.
func (t *Test) key() string {
	weights := map[string]float64{}
	for _, term := range t.terms {
		weights[term.arm] += term.weight
	}
	arms, sign := sortedKeys(weights), t.Predicts[Essay]
	turn := 1.0
	if weights[arms[0]] < 0 {
		turn = -1
		switch sign {
		case Above:
			sign = Below
		case Below:
			sign = Above
		}
	}
	var words []string
	for _, arm := range arms {
		words = append(words, fmt.Sprint(turn*weights[arm], arm))
	}
	return strings.Join(words, " ") + "|" + strings.Join(strings.Fields(t.Statistic), "") + "|" + string(sign)
}

// Faulted are the claims whose earlier designs compare the same arms as a test
// and whose latest no longer does: what was found faulty there may be so here.
func (r *Registry) Faulted(t *Test) (claims []string) {
	if len(t.terms) < 2 {
		return nil
	}
	for i := range r.Claims {
		designs := r.Claims[i].Versions()
		compares := func(c *Claim) bool {
			return slices.ContainsFunc(c.Each(), func(other *Test) bool { return slices.Equal(other.terms, t.terms) })
		}
		last := len(designs) - 1
		if slices.ContainsFunc(designs[:last], compares) && !compares(designs[last]) {
			claims = append(claims, r.Claims[i].Number)
		}
	}
	return claims
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
