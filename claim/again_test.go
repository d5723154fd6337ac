package claim

import (
	"context"
	"math"
	"strings"
	"testing"

	"gosplan/statistic"
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
	twice := smallAgain + smallAgain[strings.Index(smallAgain, "  - number: E1"):]
	if err := r.Amend([]byte(strings.ReplaceAll(twice, "late", "later"))); err == nil || !strings.Contains(err.Error(), "twice") {
		t.Errorf("a claim is designed twice in one registry: %v", err)
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

// Claims and rows can be designed any number of times, in the order of the
// registries; theories are scored by the latest design of a row.
func TestLaterDesigns(t *testing.T) {
	third := strings.NewReplacer("late", "later", "2026-11-26", "2026-11-27").Replace(smallAgain) + `
tells:
  - number: T1
    wrong: It asked too little.
    known: Nothing.
    tests:
      - {ask: And there?, compare: later - plan, statistic: "mean(gdp, 1930, 1939)", unit: index, smallest: 1, predicts: {TK: "-", HM: "+"}}
`
	r, _ := Read([]byte(small))
	for _, text := range []string{smallAgain, third} {
		if err := r.Amend([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(r.Tests()); n != 5 {
		t.Errorf("%d tests, want 5", n)
	}
	runs, err := laboratory(planted(2, 0.3, 1)).Run(context.Background(), r.Needed(r.Tests()), r.Together()...)
	if err != nil {
		t.Fatal(err)
	}
	results := Results(r.Tests(), runs, 0)
	findings, scores := r.Findings(results), r.Scores(results)
	if f := findings[0]; f.Earlier() != "first design, found faulty: supported; second design, found faulty: undetermined" || f.Again.Again.Claim.Tests[0].Compare != "later - plan" {
		t.Errorf("later designs: %q, %+v", f.Earlier(), f.Again)
	}
	for _, s := range scores {
		if first := map[string]Mark{"TK": Right, "HM": Wrong}[s.Theory]; s.First[0] != first || s.Rows[0] != Open || s.Open != 1 {
			t.Errorf("%s: first %s, counted %s, %d open", s.Theory, s.First[0], s.Rows[0], s.Open)
		}
	}
	page := Page{Registry: r, Findings: findings, Scores: scores, Results: results, Runs: runs}.Markdown()
	for _, want := range []string{"| E1 second | ", "| E1 third | ", "| T1 | ", "| T1 second | ", "| T1 as first designed, not counted | right |"} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not in\n%s", want, page)
		}
	}
}

// What was put in is given, whatever it comes to, and tells nothing of theories:
// what a scenario settles, and what follows a parameter that was set on the
// same series and is not the same in all that is read. Where politics decides
// within the run it is settled by nobody.
func TestWhatWasPutInIsGiven(t *testing.T) {
	for _, c := range []struct {
		plan, compare, statistic string
		given                    bool
	}{
		{"ussr-peace", "hard - plan", "mean(investment_share, 1930, 1939)", true},
		{"ussr-peace", "hard - plan", "mean(investment_share, 1930, 1939) + mean(war_deaths, 1930, 1939)", true},
		{"ussr-peace", "hard - plan", "mean(investment_share/gdp, 1930, 1939)", false},
		{"ussr", "hard - plan", "mean(investment_share, 1930, 1939)", false}, // the same orders on both sides
		{"ussr", "hard", "mean(investment_share, 1930, 1939)", true},
		{"ussr-endogenous", "hard - plan", "mean(investment_share, 1930, 1939)", false},
		{"ussr-nep", "hard - plan", "log(mean(officials, 1960, 1970))", true},
		{"ussr-nep", "hard - plan", "log(mean(officials/population, 1960, 1970))", true},
		{"ussr-nep", "hard - plan", "log(mean(state_employees, 1960, 1970))", false}, // no parameter was set on them so
		{"ussr-nep", "hard - plan", "log(mean(officials, 1923, 1927))", false},       // NEP on both sides
		{"ussr", "hard - plan", "log(mean(officials, 1960, 1970))", false},
		{"ussr", "hard", "growth(officials, 1955, 1985)", true},  // across a change of institutions
		{"ussr", "hard", "growth(officials, 1922, 1928)", false}, // within one
		{"ussr-endogenous", "hard - plan", "log(mean(officials, 1960, 1970))", false},
	} {
		text := strings.NewReplacer("mean(gdp, 1930, 1939)", c.statistic, "plan: {scenario: ussr}", "plan: {scenario: "+c.plan+"}").Replace(small)
		r, err := Read([]byte(strings.Replace(text, "compare: hard - plan", "compare: "+c.compare, 1)))
		if err != nil {
			t.Fatal(err)
		}
		test := &r.Claims[0].Tests[0]
		res := &Result{Test: test, P: 0, Same: 1, Reach: math.NaN(), By: map[int]float64{0: 2, 1: 3},
			Effect: statistic.Effect{N: 2, Mean: 2.5, Low: 2, High: 3}}
		res.judge()
		f := Finding{Claim: &r.Claims[0], Results: []*Result{res}}
		f.decide()
		verdict, told := Supported, Above
		if c.given {
			verdict, told = Settled, Unknown
		}
		if res.Verdict != verdict || res.Told() != told || f.Verdict != verdict || res.signOf([]int{0, 1}) != told {
			t.Errorf("%s of %s, plan is %s: %s (%s), tells %s, claim %s", c.statistic, c.compare, c.plan, res.Verdict, res.Why, res.Told(), f.Verdict)
		}
	}
}

// A verdict says on how many pairs it rests where some lack the figure.
func TestVerdictsSayOnHowManyPairsTheyRest(t *testing.T) {
	r, _ := Read([]byte(small))
	for _, c := range []struct {
		dropped int
		want    string
	}{{0, ""}, {3, "2 of 5 pairs"}} {
		res := &Result{Test: &r.Claims[0].Tests[0], Same: 1, Reach: math.NaN(), Dropped: c.dropped,
			Effect: statistic.Effect{N: 2, Mean: 2.5, Low: 2, High: 3}}
		res.judge()
		f := Finding{Claim: &r.Claims[0], Results: []*Result{res}}
		f.decide()
		for _, why := range []string{res.Why, f.Why} {
			if said := strings.Contains(why, "pairs"); said != (c.want != "") || !strings.Contains(why, c.want) {
				t.Errorf("%d dropped: %q", c.dropped, why)
			}
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

// What the program registers again can be read and run, and no design is
// registered twice.
func TestLaterRegistriesAreWhole(t *testing.T) {
	r := Registered()
	check := func(number string, first []*Test, again *Again) {
		seen := map[string]bool{}
		for _, test := range first {
			seen[test.Compare+test.Statistic] = true
		}
		for _, test := range again.All() {
			if seen[test.Compare+test.Statistic] {
				t.Errorf("%s: %s is an earlier design", number, test.Ask)
			}
			seen[test.Compare+test.Statistic] = true
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
	for _, number := range []string{"E17", "E21", "E40", "E42", "E18", "E70"} {
		if c, _ := r.Find(number); c.Again == nil {
			t.Errorf("%s is not designed again", number)
		}
	}
	if c, _ := r.Find("E18"); c.Again.Last() == c.Again {
		t.Error("E18 has no third design")
	}
	for i := range r.Claims {
		check(r.Claims[i].Number, r.Claims[i].Each(), r.Claims[i].Again)
	}
	for i := range r.Tells {
		check(r.Tells[i].Number, r.Tells[i].Each(), r.Tells[i].Again)
	}
}
