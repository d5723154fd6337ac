package claim

import (
	"context"
	"runtime"
	"strings"
	"testing"

	"gosplan"
	"gosplan/series"
)

// In a time that does not suffice for all, every claim that can have two pairs
// has them before any has more; the next call goes on from there.
func TestAFirstLookGoesAsFarAsTimeGoes(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1)) // one after another
	r, err := Read([]byte(twoScales))
	if err != nil {
		t.Fatal(err)
	}
	l := laboratory(nil)
	l.Pairs, l.Scale = 4, 100_000
	arms := r.Needed(r.Tests())
	// a plain run takes one tick of the clock, one in which politics chooses ten
	for _, c := range []struct {
		ticks, done, kept        int
		plain, chosen            int // pairs of the claims
		judged, fewest, most     int
		waits, nowWaits, unlived bool
	}{
		{ticks: 3, done: 3, plain: 1, judged: 0, waits: true, nowWaits: true, unlived: true},
		{ticks: 8, done: 4, kept: 3, plain: 2, judged: 1, fewest: 2, most: 2, waits: true, unlived: true},
		{ticks: 20, done: 6, kept: 4, plain: 2, chosen: 2, judged: 2, fewest: 2, most: 2, unlived: true},
		{ticks: 5, done: 10, kept: 6, plain: 4, chosen: 2, judged: 2, fewest: 2, most: 4, unlived: true},
		{ticks: 99, done: 12, kept: 10, plain: 4, chosen: 4, judged: 2, fewest: 4, most: 4},
	} {
		clock, enough := 0, make(chan struct{})
		l.Enough = enough
		l.Live = func(ctx context.Context, config gosplan.Config) (*series.Log, error) {
			takes := 1
			if config.Scenario.Politics.Governs() {
				takes = 10
			}
			if clock += takes; clock > c.ticks {
				close(enough)
				<-ctx.Done() // it is broken off
				return nil, ctx.Err()
			}
			return planted(2, 0.3, 1)(ctx, config)
		}
		runs, err := l.Run(context.Background(), arms, r.Together()...)
		if err != nil {
			t.Fatalf("%d ticks: %v", c.ticks, err)
		}
		results, look := Results(r.Tests(), runs, 0), l.Look(r, runs)
		chosen, plain := results[&r.Claims[0].Tests[0]], results[&r.Claims[1].Tests[0]]
		if runs.Done != c.done || runs.Kept != c.kept || plain.Effect.N != c.plain || chosen.Effect.N != c.chosen {
			t.Errorf("%d ticks: %d runs, %d of them kept, %d and %d pairs, want %+v", c.ticks, runs.Done, runs.Kept, plain.Effect.N, chosen.Effect.N, c)
		}
		waits := look.Waits(&r.Claims[0])
		nowWaits := look.Waits(&r.Claims[1])
		if look.Judged() != c.judged || look.Fewest != c.fewest || look.Most != c.most || waits != c.waits || nowWaits != c.nowWaits {
			t.Errorf("%d ticks: %+v, want %+v", c.ticks, look, c)
		}
		if (l.Lacks(arms, runs) > 0) != c.unlived {
			t.Errorf("%d ticks: %v is lacking", c.ticks, l.Lacks(arms, runs))
		}
		for _, w := range look.Waiting {
			if w.Chosen != (w.Claim == &r.Claims[0]) || w.Cost <= 0 {
				t.Errorf("%d ticks: %s waits for %+v", c.ticks, w.Claim.Number, w)
			}
		}
		page := Page{Registry: r, Findings: r.Findings(results), Scores: r.Scores(results), Runs: runs, Pairs: 4, Look: &look}.Markdown()
		if !strings.Contains(page, "First look: ") {
			t.Errorf("%d ticks: the page does not say that it is a first look", c.ticks)
		}
	}
}
