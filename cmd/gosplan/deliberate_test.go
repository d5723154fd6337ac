package main

import (
	"context"
	"math"
	"os"
	"time"

	"gosplan/plan"
	"gosplan/production"
)

// deliberate is a planner that takes REHEARSAL_ROUNDS rounds of
// REHEARSAL_ROUND to come near the plan, and says after each how far it is.
// REHEARSAL_MARK is a file that it writes in the third. Stopped, it answers with less; from where it stopped it goes on.
type deliberate struct{}

func (deliberate) Make(ctx context.Context, t *production.Table, r plan.Request) (*plan.Plan, error) {
	pause, err := time.ParseDuration(os.Getenv("REHEARSAL_ROUND"))
	if err != nil {
		return plan.Make(ctx, t, r)
	}
	first := 0
	if r.From != nil {
		first = len(r.From.Rounds)
	}
	const rounds = 40
	p := &plan.Plan{Request: r, Scale: 1, Value: 1, Bound: 2, Says: "a rehearsal"}
	for range t.Periods {
		p.Level = append(p.Level, make([]float64, t.Ways()))
		p.Price = append(p.Price, make([]float64, t.N))
		p.Rent = append(p.Rent, make([]float64, len(t.Factors)))
	}
	for round := range rounds {
		if round >= first {
			time.Sleep(pause)
		}
		gap := math.Pow(0.7, float64(round))
		p.Rounds = append(p.Rounds, plan.Round{Imbalance: gap})
		p.Bound = 1 + gap
		if r.Progress != nil {
			r.Progress(plan.Progress{Rounds: round + 1, Residual: gap / 10, Gap: gap})
		}
		if mark := os.Getenv("REHEARSAL_MARK"); mark != "" && round == first+2 {
			os.WriteFile(mark, nil, 0o644)
		}
		if ctx.Err() != nil {
			p.Status = plan.Stopped
			return p, nil
		}
	}
	p.Status, p.Bound = plan.Heuristic, 1
	return p, nil
}
