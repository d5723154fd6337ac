package claim

import (
	"math"
	"strings"
	"testing"

	"gosplan/measure"
	"gosplan/statistic"
)

// came is a result that came to a verdict, on a figure on which the model
// misses the record or not.
func came(t *Test, v Verdict, misses bool) *Result {
	found := map[Verdict]Sign{Supported: Above, Refuted: Below, Alike: None, Undetermined: Unknown}[v]
	mean := map[Sign]float64{Above: 2.5, Below: -2.5}[found]
	res := &Result{Test: t, Verdict: v, Found: found, Reach: math.NaN(), Effect: statistic.Effect{N: 2, Mean: mean, Low: mean, High: mean},
		By: map[int]float64{0: mean, 1: mean}}
	if misses {
		res.Recorded = &Recorded{Arm: "plan", Misses: true}
	}
	return res
}

// No claim is given a verdict by tests alone that cannot judge, whichever
// verdict it is; tests that can judge count as ever.
func TestWhatCannotJudgeGivesNoVerdict(t *testing.T) {
	type one struct {
		verdict Verdict
		misses  bool
	}
	for _, c := range []struct {
		name    string
		tests   []one
		verdict Verdict
		record  string
	}{
		{"all can judge", []one{{Supported, false}, {Refuted, false}}, Refuted, ""},
		{"refuted by what cannot judge", []one{{Refuted, true}}, Untestable, MissesAll},
		{"supported by what cannot judge", []one{{Supported, true}}, Untestable, MissesAll},
		{"no difference by what cannot judge", []one{{Alike, true}}, Untestable, MissesAll},
		{"refuted by one of either kind", []one{{Refuted, true}, {Refuted, false}}, Refuted, MissesSome},
		{"supported by one of either kind", []one{{Supported, true}, {Supported, false}}, Supported, MissesSome},
		{"another test agrees", []one{{Refuted, true}, {Supported, false}}, Untestable, MissesAll},
		{"another test shows no difference", []one{{Refuted, true}, {Alike, false}}, Alike, MissesSome},
		{"another test is open", []one{{Refuted, true}, {Undetermined, false}}, Untestable, MissesAll},
		{"one agrees and another is open", []one{{Supported, true}, {Undetermined, false}}, Undetermined, ""},
		{"the rest is given", []one{{Supported, true}, {Settled, false}}, Untestable, MissesAll},
	} {
		r, err := Read([]byte(small))
		if err != nil {
			t.Fatal(err)
		}
		test := &r.Claims[0].Tests[0]
		f := Finding{Claim: &r.Claims[0]}
		for _, o := range c.tests {
			f.Results = append(f.Results, came(test, o.verdict, o.misses))
		}
		f.decide()
		if f.Verdict != c.verdict || f.MissesRecord() != c.record {
			t.Errorf("%s: %s, %q, want %s, %q", c.name, f.Verdict, f.MissesRecord(), c.verdict, c.record)
		}
		latest, _ := Count([]Finding{f})
		page := Page{Registry: r, Findings: []Finding{f}, Runs: &Runs{}, Pairs: 2}.Markdown()
		lost := Between(page, "## Where the essay loses\n\n", "## ")
		if untestable := c.verdict == Untestable; latest[c.verdict] != 1 || strings.Contains(lost, "**E1**") != f.Loses() || untestable && f.Loses() ||
			strings.Contains(page, "## Where the model cannot judge") != untestable {
			t.Errorf("%s: counted as %v, on the page\n%s", c.name, latest, page)
		}
	}
}

// Theories are scored by tests that can judge.
func TestTheoriesAreNotScoredByWhatCannotJudge(t *testing.T) {
	for _, c := range []struct {
		misses             bool
		right, wrong, open int
	}{
		{false, 1, 0, 0},
		{true, 0, 0, 1},
	} {
		r, err := Read([]byte(small))
		if err != nil {
			t.Fatal(err)
		}
		results := map[*Test]*Result{}
		for _, test := range r.Tests() {
			results[test] = came(test, Supported, c.misses)
		}
		s := r.Scores(results)[0]
		if s.Theory != Essay || s.Right != c.right || s.Wrong != c.wrong || s.Open != c.open || math.IsNaN(s.Low) != c.misses {
			t.Errorf("the record is missed %v: %+v", c.misses, s)
		}
		f := r.Claims[0].Finding(results)
		if theories, _, _ := f.Closest(); (len(theories) == 0) != c.misses {
			t.Errorf("the record is missed %v: closest %v", c.misses, theories)
		}
	}
}

// Parameters say rightly on which series they were set.
func TestParametersWereSetOnSeriesThereAre(t *testing.T) {
	if len(fitted()) == 0 {
		t.Error("no parameter says on which series it was set")
	}
	for name, paths := range fitted() { // order does not matter: each is held alone
		if measure.Find(name) == nil {
			t.Errorf("%v were set on %s, which no run reports", paths, name)
		}
	}
}
