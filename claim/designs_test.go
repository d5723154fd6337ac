package claim

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// chain is a claim with so many designs, each with a verdict of its own.
func chain(verdicts ...Verdict) Finding {
	var finding *Finding
	var claim *Claim
	for i := len(verdicts) - 1; i >= 0; i-- {
		c := &Claim{Number: "E1"}
		if claim != nil {
			c.Again = &Again{Wrong: fmt.Sprint("wrong with ", i), Known: fmt.Sprint("known after ", i), Registered: "2026-11-26", claim: *claim}
		}
		finding, claim = &Finding{Claim: c, Verdict: verdicts[i], Again: finding}, c
	}
	return *finding
}

// The verdict that counts is that of the latest design, however many there are.
func TestTheLatestDesignCounts(t *testing.T) {
	for _, c := range []struct {
		verdicts       []Verdict
		latest         Verdict
		earlier, wrong string
	}{
		{[]Verdict{Refuted}, Refuted, "", ""},
		{[]Verdict{Refuted, Supported}, Supported, "first design, found faulty: refuted", "wrong with 0"},
		{[]Verdict{Refuted, Supported, Alike}, Alike, "first design, found faulty: refuted; second design, found faulty: supported", "wrong with 0 wrong with 1"},
	} {
		f := chain(c.verdicts...)
		var wrong []string
		for _, d := range f.Versions() {
			if d.Wrong != "" {
				wrong = append(wrong, d.Wrong)
			}
		}
		if got := f.Latest(); got.Verdict != c.latest || f.Earlier() != c.earlier || strings.Join(wrong, " ") != c.wrong || got.Wrong != "" {
			t.Errorf("%v: %s, %s, %v", c.verdicts, got.Verdict, f.Earlier(), wrong)
		}
		if latest, first := Count([]Finding{f}); latest[c.latest] != 1 || first[c.verdicts[0]] != 1 || len(latest) != 1 || len(first) != 1 {
			t.Errorf("%v: counted as %v and %v", c.verdicts, latest, first)
		}
		if n := len(f.Claim.Versions()); n != len(c.verdicts) {
			t.Errorf("%v: the claim has %d designs", c.verdicts, n)
		}
	}
}

// Tests that ask the same are told, also the other way round, and no others.
func TestTheSameTestIsToldOnce(t *testing.T) {
	for _, c := range []struct {
		name, test string
		same       bool
	}{
		{"itself", `{ask: Q, compare: hard - plan, statistic: "mean(gdp, 1930, 1939)", unit: index, smallest: 1, predicts: {TK: "+"}}`, true},
		{"blanks", `{ask: Q, compare: hard - plan, statistic: "mean(gdp,1930,1939)", unit: index, smallest: 1, predicts: {TK: "+"}}`, true},
		{"the other way round", `{ask: Q, compare: plan - hard, statistic: "mean(gdp, 1930, 1939)", unit: index, smallest: 1, predicts: {TK: "-"}}`, true},
		{"the other sign", `{ask: Q, compare: hard - plan, statistic: "mean(gdp, 1930, 1939)", unit: index, smallest: 1, predicts: {TK: "-"}}`, false},
		{"the other way round with the same sign", `{ask: Q, compare: plan - hard, statistic: "mean(gdp, 1930, 1939)", unit: index, smallest: 1, predicts: {TK: "+"}}`, false},
		{"another year", `{ask: Q, compare: hard - plan, statistic: "mean(gdp, 1930, 1938)", unit: index, smallest: 1, predicts: {TK: "+"}}`, false},
		{"one arm", `{ask: Q, compare: hard, statistic: "mean(gdp, 1930, 1939)", unit: index, smallest: 1, predicts: {TK: "+"}}`, false},
	} {
		text := small[:strings.Index(small, "tells:")] + "tells:\n  - number: T1\n    title: Q\n    tests:\n      - " + c.test + "\n"
		r, err := Read([]byte(text))
		if err != nil {
			t.Fatal(c.name, err)
		}
		want := map[bool]string{true: "E1"}[c.same]
		if got := r.Same()[&r.Tells[0].Tests[0]]; got != want {
			t.Errorf("%s: the same as %q, want %q", c.name, got, want)
		}
	}
}

// A comparison that a claim gave up is told where it still stands.
func TestWhatIsNoLongerCompared(t *testing.T) {
	for _, c := range []struct {
		name, compare string
		claims        []string
	}{
		{"given up", "late - plan", []string{"E1"}},
		{"kept", "hard - plan", nil},
	} {
		r, _ := Read([]byte(small))
		if err := r.Amend([]byte(strings.Replace(smallAgain, "compare: late - plan", "compare: "+c.compare, 1))); err != nil {
			if c.compare != "hard - plan" { // then an arm is in no test
				t.Fatal(err)
			}
		}
		if got := r.Faulted(&r.Tells[0].Tests[0]); !slices.Equal(got, c.claims) {
			t.Errorf("%s: %v, want %v", c.name, got, c.claims)
		}
	}
}
