package main

import (
	"context"
	"fmt"
	"runtime"
	"time"

	"gosplan/claim"
)

// A budget is how long a first look may take, as a flag.
type budget struct {
	Time time.Duration `default:"45s" placeholder:"TIME" help:"After how long --quick begins and goes on with no more runs (45s)."`
}

// usualTime is the budget that nobody asked for; what is left of a minute is
// for composing the arms and for judging.
const usualTime = 45 * time.Second

// check refuses what cannot be meant, and tells a trial how long it may take.
func (b budget) check(t *trial) error {
	switch {
	case b.Time <= 0:
		return wrong("--time %s: write some time, such as 45s or 5m", b.Time)
	case !t.Quick && b.Time != usualTime:
		return wrong("--time %s: it is the limit of --quick; add that", b.Time)
	case t.Quick:
		t.most = b.Time
	}
	return nil
}

// begin ends the runs of a first look when its time is up, and measures how
// long they take.
func (t *trial) begin(r *room, l *claim.Laboratory) (took func() time.Duration) {
	if t.most > 0 {
		ctx, stop := context.WithTimeout(r.ctx, t.most)
		context.AfterFunc(ctx, stop)
		l.Enough = ctx.Done()
	}
	started := time.Now()
	return func() time.Duration { return time.Since(started) }
}

// tempo turns the cost of runs into time: as fast as those that were lived, or,
// if none was, as fast as the machine on which costs were measured.
func tempo(spent time.Duration, runs *claim.Runs) func(cost float64) time.Duration {
	if runs.Lived > 0 {
		return func(cost float64) time.Duration { return time.Duration(cost / runs.Lived * float64(spent)) }
	}
	return func(cost float64) time.Duration {
		return time.Duration(cost / float64(runtime.GOMAXPROCS(0)) * float64(time.Second))
	}
}

// look is how far a first look went, nil if it was none.
func (v claimsVerb) look(l *claim.Laboratory, registry *claim.Registry, runs *claim.Runs) *claim.Look {
	if l.Enough == nil {
		return nil
	}
	look := l.Look(registry, runs)
	return &look
}

// first is the table of a first look, which has too few pairs for verdicts:
// which way claims lean, by means alone.
func (v claimsVerb) first(r *room, findings []claim.Finding, runs *claim.Runs, look *claim.Look) {
	var rows [][]string
	var toward, against, apart int
	for i := range findings {
		f := findings[i].Latest()
		if look.Waits(findings[i].Claim) {
			continue
		}
		its, all := f.Leaning()
		words := fmt.Sprintf("%d of %d tests its way", its, all)
		switch {
		case all == 0:
			words = string(f.Verdict)
		case its == all:
			toward++
		case its == 0:
			against++
		default:
			apart++
		}
		rows = append(rows, []string{f.Claim.Number, f.Claim.Claim, words})
	}
	printTable(r.out, []string{"", "claim", "leans"}, rows)
	say(r.out, "\nBy means alone, which so few pairs cannot tell from luck, %d claims lean the essay's way in all their tests, %d in none and %d in some. %d runs, %d of them kept from before.\n",
		toward, against, apart, runs.Done, runs.Kept)
	say(r.out, "%s\n", look)
}

// waiting lists the claims that could not be judged yet, and how to judge them.
func (v claimsVerb) waiting(r *room, look *claim.Look, pace func(float64) time.Duration) {
	var rows [][]string
	for _, w := range look.Waiting {
		why := "needs runs that were not reached"
		if w.Chosen {
			why = "needs runs in which politics chooses"
		}
		rows = append(rows, []string{w.Claim.Number, w.Claim.Claim, why, "about " + roundTime(pace(w.Cost))})
	}
	if rows == nil {
		return
	}
	say(r.out, "\nNot judged yet\n")
	printTable(r.out, []string{"", "claim", "why", "time"}, rows)
	say(r.out, "The same command goes on from here. One of them without a limit of time:\n  %s\n", v.unlimited(look.Waiting[0].Claim.Number))
}

// unlimited is the command that lives all runs of a claim.
func (v claimsVerb) unlimited(number string) string {
	return fmt.Sprintf("gosplan claims --claim %s --pairs %d --scale %s", number, v.Pairs, v.Scale)
}
