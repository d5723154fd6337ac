package claim

import (
	"context"
	"strings"
	"testing"
)

const smallAgain = `
version: 1
registered: 2026-11-26
arms:
  late: {scenario: ussr, system: nep, since: 1930-01, until: 1935-01}
claims:
  - number: E1
    wrong: The first looked elsewhere.
    known: Nothing.
    tests:
      - {ask: And there?, compare: late - plan, statistic: "mean(gdp, 1930, 1939)", unit: index, smallest: 1, predicts: {TK: "-", HM: "+"}}
`

func TestAWrongSecondRegistryIsRefusedByName(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"a claim nobody makes", "number: E1", "number: E99", "E99"},
		{"nothing was wrong", "wrong: The first looked elsewhere.", `wrong: ""`, "wrong"},
		{"nothing is said of what was known", "known: Nothing.", `known: ""`, "known"},
		{"no day", "2026-11-26", "soon", "soon"},
		{"an arm of the first", "  late: {", "  plan: {", "plan"},
		{"an arm nobody uses", "arms:\n", "arms:\n  idle: {scenario: ussr}\n", "idle"},
		{"the essay is silent", `TK: "-", `, ``, "essay"},
		{"a word nobody knows", "wrong:", "worng:", "worng"},
		{"an arm nobody knows", "late - plan", "later - plan", "later"},
		{"another version", "version: 1", "version: 2", "version"},
	} {
		text := strings.Replace(smallAgain, c.old, c.new, 1)
		if text == smallAgain {
			t.Fatalf("%s: nothing was changed", c.name)
		}
		r, _ := Read([]byte(small))
		if err := r.Amend([]byte(text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q in it", c.name, err, c.want)
		}
	}
	r, _ := Read([]byte(small))
	if err := r.Amend([]byte(smallAgain)); err != nil {
		t.Fatal(err)
	}
	if err := r.Amend([]byte(strings.Replace(strings.Replace(smallAgain, "late:", "later:", 1), "late -", "later -", 1))); err == nil {
		t.Error("a claim is designed again twice")
	}
}

// A second design leaves the first as it was: same tests, same effect, its own
// verdict. Only the number of tests that p values are corrected for grows.
func TestTheFirstDesignStays(t *testing.T) {
	plain, first := try(t, 2, 0.3, 1)
	r, _ := Read([]byte(small))
	if err := r.Amend([]byte(smallAgain)); err != nil {
		t.Fatal(err)
	}
	runs, err := laboratory(planted(2, 0.3, 1)).Run(context.Background(), r.Needed(r.Tests()))
	if err != nil {
		t.Fatal(err)
	}
	results := Results(r.Tests(), runs, 0)
	if n, want := len(r.Tests()), len(plain.Tests())+1; n != want {
		t.Errorf("%d tests, want %d", n, want)
	}
	before, now := first[&plain.Claims[0].Tests[0]], results[&r.Claims[0].Tests[0]]
	if before.Effect != now.Effect || now.P < before.P {
		t.Errorf("%+v p %v, before %+v p %v", now.Effect, now.P, before.Effect, before.P)
	}
	f := r.Findings(results)[0]
	if f.Verdict != Supported || f.Again == nil || f.Latest().Verdict != Undetermined {
		t.Fatalf("%s %s, again %+v", f.Verdict, f.Why, f.Again)
	}
	page := Page{Registry: r, Findings: r.Findings(results), Scores: r.Scores(results), Runs: runs}.Markdown()
	for _, c := range []struct{ text, want string }{
		{r.Story(&f, runs, nil), "By the second design, registered on 2026-11-26 with results in sight: Nothing."},
		{r.Story(&f, runs, nil), "First design, found faulty: supported. 1 of 1 tests agrees.\n   wrong      The first looked elsewhere."},
		{page, "| E1 | It does. | undetermined | first design, found faulty: supported |"},
		{page, "Of 1 claims, by their latest designs: 0 supported, 0 refuted, 0 no difference, 1 undetermined,"},
		{page, "; by their first, of which 1 were found faulty: 1 supported,"},
		{page, "What was known: Nothing."},
		{page, "| E1 second | And there? |"},
		{page, "| late | ussr with nep from 1930-01 to 1935-01 |"},
	} {
		if !strings.Contains(c.text, c.want) {
			t.Errorf("%q is not in\n%s", c.want, c.text)
		}
	}
}

// A system can rule for a while, after which the scenario goes on.
func TestArmsThatEnd(t *testing.T) {
	words := func(a Arm) string {
		s, err := a.Build()
		if err != nil {
			return err.Error()
		}
		var out []string
		for _, e := range s.Eras {
			out = append(out, e.From.String()+" "+e.System)
		}
		return strings.Join(out, ", ")
	}
	for _, c := range []struct{ since, until, want string }{
		{"1918-06", "1921-04", "1917-11 soviets-1917, 1918-06 soviets-1917, 1921-04 nep, 1929-01 plan-1929, 1940-07 plan-1940"},
		{"1920-01", "1930-01", "1918-06 war-communism, 1920-01 soviets-1917, 1930-01 plan-1929, 1940-07 plan-1940"},
		{"1920-01", "1920-01", "until"},
		{"1920-01", "then", "until"},
	} {
		if got := words(Arm{Scenario: "ussr", System: "soviets-1917", Since: c.since, Until: c.until}); !strings.Contains(got, c.want) {
			t.Errorf("%s to %s: %s, want %s in it", c.since, c.until, got, c.want)
		}
	}
}

// What the program registers again can be read, and is in neither file twice.
func TestTheSecondRegistryIsWhole(t *testing.T) {
	r := Registered()
	for _, number := range []string{"E17", "E21", "E40", "E42"} {
		c, _ := r.Find(number)
		if c.Again == nil {
			t.Errorf("%s is not designed again", number)
			continue
		}
		for _, test := range c.Again.Each() {
			for _, first := range c.Each() {
				if test.Compare == first.Compare && test.Statistic == first.Statistic {
					t.Errorf("%s: %s is the first design", number, test.Ask)
				}
			}
			if err := test.expression.lacks(); err != nil {
				t.Errorf("%s: %v", number, err)
			}
			for _, term := range test.terms {
				if _, err := r.Arms[term.arm].Build(); err != nil {
					t.Errorf("%s: %s: %v", number, term.arm, err)
				}
			}
		}
	}
}
