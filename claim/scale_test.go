package claim

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"gosplan"
	"gosplan/economy"
	"gosplan/series"
)

// Arms that choose their systems are lived at a scale they can be lived at, and
// both sides of every pair at the same.
func TestScalesAreStated(t *testing.T) {
	r := Registered()
	for _, test := range r.Tests() {
		governed := false
		for _, term := range test.terms {
			arm := r.Arms[term.arm]
			if s, err := arm.Build(); err == nil {
				governed = governed || s.Politics.Governs()
			}
			if r.scaleOf(term.arm) != test.Scale {
				t.Errorf("%s: %s is lived at 1:%d, the test at 1:%d", test.Compare, term.arm, r.scaleOf(term.arm), test.Scale)
			}
		}
		if want := map[bool]int{false: 50_000, true: 100_000}[governed]; test.Scale != want {
			t.Errorf("%s: at 1:%d, want 1:%d", test.Compare, test.Scale, want)
		}
	}
	if text := r.AtScale(0); !strings.Contains(text, "at 1:50000, in 55 tests of 197 at 1:100000") {
		t.Error(text)
	}
}

const twoScales = `
version: 1
pairs: 8
scale: 50000
theories: {TK: The essay}
arms:
  plan: {scenario: ussr}
  trusts: {scenario: ussr-nep}
  chosen: {scenario: ussr-endogenous, scale: 100000}
claims:
  - {number: E1, claim: It costs more., where: here, tests: [{ask: "?", compare: chosen - plan, statistic: "mean(gdp, 1930, 1935)", unit: index, smallest: 1, predicts: {TK: "+"}}]}
  - {number: E2, claim: It costs less., where: here, tests: [{ask: "?", compare: plan - trusts, statistic: "mean(gdp, 1930, 1935)", unit: index, smallest: 1, predicts: {TK: "+"}}]}
tells: []
`

func TestWholeClaimsComeFirst(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1)) // one after another
	r, err := Read([]byte(twoScales))
	if err != nil {
		t.Fatal(err)
	}
	var mutex sync.Mutex
	var lived []string
	l := laboratory(nil)
	l.Pairs, l.Scale = 2, 0
	ctx, stop := context.WithCancel(context.Background())
	l.Live = func(ctx context.Context, c gosplan.Config) (*series.Log, error) {
		mutex.Lock()
		defer mutex.Unlock()
		if len(lived) == 5 {
			stop()
			return nil, ctx.Err()
		}
		lived = append(lived, fmt.Sprintf("%s 1:%d", c.Scenario.Name, c.Scale))
		return planted(2, 0.3, 1)(ctx, c)
	}
	arms := r.Needed(r.Tests())
	if _, err := l.Run(ctx, arms, r.Together()...); err == nil {
		t.Fatal("an interrupted laboratory says nothing")
	}
	slices.Sort(lived[:4])
	want := []string{"ussr 1:50000", "ussr 1:50000", "ussr-nep 1:50000", "ussr-nep 1:50000"}
	if !slices.Equal(lived[:4], want) || strings.HasPrefix(lived[4], "ussr-nep ") {
		t.Errorf("lived %v, want %v first", lived, want)
	}
	l.Kept = true // what there is
	runs, err := l.Run(context.Background(), arms, r.Together()...)
	if err != nil || runs.Kept != runs.Done {
		t.Fatal(runs, err)
	}
	results := Results(r.Tests(), runs, 0)
	if a, b := results[&r.Claims[0].Tests[0]], results[&r.Claims[1].Tests[0]]; a.Effect.N >= 2 || b.Effect.N != 2 {
		t.Errorf("%d pairs of the claim that was cut off and %d of the other, want fewer than 2, and 2", a.Effect.N, b.Effect.N)
	}
	l.Kept, l.Live = false, planted(2, 0.3, 1) // and on
	var last Progress
	l.Told = func(p Progress) { last = p }
	runs, err = l.Run(context.Background(), arms, r.Together()...)
	if err != nil || runs.Done != 8 || runs.Kept != 5 || last.Whole != 2 || last.Left > 1e-9 || len(runs.Of["plan at 1:100000"]) != 2 {
		t.Errorf("%+v %+v %v", runs, last, err)
	}
	l.Scale = 50_000 // --scale lives all at one, and so the plan once
	if runs, err = l.Run(context.Background(), arms, r.Together()...); err != nil || runs.Done != 6 {
		t.Errorf("%+v %v", runs, err)
	}
}

// Of a run that ends early what was lived before counts, and where it would
// have ended is not known.
func TestWhatARunLivedBeforeItFailedCounts(t *testing.T) {
	l := laboratory(nil)
	l.Pairs = 3
	l.Live = func(ctx context.Context, c gosplan.Config) (*series.Log, error) {
		log, _ := planted(2, 0.3, 1)(ctx, c)
		return log, economy.ErrWorthless
	}
	r, _ := Read([]byte(small))
	runs, err := l.Run(context.Background(), r.Arms)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		statistic string
		ok        bool
	}{{"mean(gdp, 1930, 1939)", true}, {"mean(gdp, 1930, 1985)", false}, {"last(gdp)", false}} {
		n, err := parse(c.statistic)
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := n.figure(runs.Of["plan"][0]); ok != c.ok {
			t.Errorf("%s: %v, want %v", c.statistic, ok, c.ok)
		}
	}
	if lines := runs.Troubles("plan"); len(lines) != 3 {
		t.Errorf("%q", lines)
	}
}
