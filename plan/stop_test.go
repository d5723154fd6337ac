package plan

import (
	"context"
	"math"
	"strings"
	"testing"

	"gosplan/production"
)

// stopped computes a plan and stops after some rounds.
func stopped(t *testing.T, tab *production.Table, task Task, rounds int) (*Plan, Report) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	p, err := planners[task](ctx, tab, Request{Task: task, Progress: func(p Progress) {
		if p.Rounds >= rounds {
			cancel()
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	return p, Verify(tab, p, 0)
}

// A plan that is stopped early is a plan all the same, comes nearer to the best
// with time, and claims no more than its prices prove.
func TestStoppedPlansArePlans(t *testing.T) {
	tab := economy(3, size{products: 60, inputs: 6, techniques: 3, factors: 5, periods: 4})
	gap := math.Inf(1)
	for _, rounds := range []int{3, 6, 9} {
		p, r := stopped(t, tab, Years, rounds)
		if p.Status != Stopped || !r.Passed || !strings.HasPrefix(r.Claims, "A plan, within") {
			t.Errorf("after %d rounds: %s %v: %s%s", rounds, p.Status, p.Scale, r.Claims, failures(r))
		}
		if now := p.Bound - p.Value; !(now < gap) {
			t.Errorf("after %d rounds the gap is %v, before it was %v", rounds, now, gap)
		}
		gap = p.Bound - p.Value
	}
}

// What was stopped before there was anything says so, and does not pass.
func TestStoppedTooEarlySaysSo(t *testing.T) {
	tab := economy(3, size{products: 60, inputs: 6, techniques: 3, factors: 5, periods: 4})
	p, r := stopped(t, tab, Years, 0)
	if p.Status != Stopped || r.Passed || !strings.Contains(p.Says, "not yet a plan") {
		t.Errorf("%s %q, passed %v", p.Status, p.Says, r.Passed)
	}
	for _, rounds := range []int{0, 5, 9} {
		p, r := stopped(t, tab, Goals, rounds)
		if says := !strings.Contains(p.Says, "not yet a plan"); p.Status != Stopped || r.Passed != says {
			t.Errorf("after %d rounds: %s %q, passed %v%s", rounds, p.Status, p.Says, r.Passed, failures(r))
		}
	}
}

// A plan goes on from another one.
func TestYearsGoOnFromAPlan(t *testing.T) {
	tab := economy(3, size{products: 20, inputs: 4, techniques: 2, factors: 4, periods: 3})
	first, err := years(context.Background(), tab, Request{Task: Years})
	if err != nil {
		t.Fatal(err)
	}
	again, err := years(context.Background(), tab, Request{Task: Years, From: first})
	if err != nil {
		t.Fatal(err)
	}
	if r := Verify(tab, again, 0); !r.Passed || !nearEnough(first.Scale, again.Scale) {
		t.Errorf("%v became %v: %s%s", first.Scale, again.Scale, r.Claims, failures(r))
	}
}
