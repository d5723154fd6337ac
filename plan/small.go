package plan

import (
	"context"

	"gosplan/lp"
	"gosplan/production"
)

// Up to these sizes the linear programme of a whole table is solved in about a
// second, and gives a plan and a proof where a task's own method has none.
const (
	smallRows    = 1200   // products and factors over all periods
	smallColumns = 20_000 // techniques over all periods
)

// isSmall tells whether the whole programme of a table is soon solved.
func isSmall(t *production.Table) bool {
	periods := len(t.Periods)
	return periods*(t.N+len(t.Factors)) <= smallRows && periods*t.Ways() <= smallColumns
}

// withoutBuilding is a table in which no capacity can be built, and none is
// wanted after the last period.
func withoutBuilding(t *production.Table) *production.Table {
	out := *t
	out.Build, out.Gestation, out.TerminalCap = nil, nil, nil
	return &out
}

// wholly is the least use of a factor as one linear programme over all
// periods, or nil where that has no answer either. It mixes techniques, and
// makes ahead and stores where that takes less.
func wholly(ctx context.Context, t *production.Table, r Request) *Plan {
	g := newProgramme(withoutBuilding(t), inFull)
	for period := range t.Periods {
		for way := range t.Ways() {
			cost := 1.0
			if t.Use != nil {
				cost = t.Use.At(way, r.Factor)
			}
			g.lp.C[g.level[period]+way] = cost
		}
	}
	s, err := g.minimise(ctx, r, nil)
	if err != nil || s.Status == lp.Stopped && !g.canBeDone(s.X, r.Tolerance) {
		return nil
	}
	p := g.newPlan(r)
	p.Price, p.Rent, p.Keep, _ = g.duals(s.Y)
	switch s.Status {
	case lp.Unbounded:
		return nil
	case lp.Infeasible:
		p.Status, p.Level, p.Store, p.Begun, p.KeepRent = Infeasible, nil, nil, nil, nil
		return p
	}
	g.writeQuantities(p, s.X)
	p.Begun, p.KeepRent = nil, nil
	p.Status, p.Value, p.Bound = Stopped, s.Value, s.Bound
	if p.Gap() <= r.Tolerance && g.proves(s, r.Tolerance) {
		p.Status = Proved
	}
	return p
}
