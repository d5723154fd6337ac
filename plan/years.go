package plan

import (
	"context"
	"fmt"
	"math"

	"gosplan/production"
)

// yearsTolerance is the relative gap at which such a plan counts as proved.
const yearsTolerance = 1e-6

// years is the largest multiple of all periods' needs, with investment in
// kind: capacity whose building begins uses up products at once, is there
// after its gestation and then wears; products keep from period to period;
// stores and capacities are left at the end as the table wants.
//
// The method is general linear programming over all periods at once.
func years(ctx context.Context, t *production.Table, r Request) (*Plan, error) {
	if r.Tolerance == 0 {
		r.Tolerance = yearsTolerance
	}
	return newProgramme(t, scaling).largest(ctx, r)
}

// largest is the plan of the largest scale.
func (g *programme) largest(ctx context.Context, r Request) (*Plan, error) {
	g.aimAtScale()
	s, err := g.minimise(ctx, r, g.startFrom(r.From))
	if err != nil {
		return nil, err
	}
	p := g.newPlan(r)
	p.Status = statusOf(s, r.Tolerance)
	switch p.Status {
	case Infeasible:
		p.Scale = 0
		p.Price, p.Rent, p.Keep, p.KeepRent = g.duals(s.Y)
		p.Says = "No plan leaves the stores and capacities that are wanted at the end, or sends out what must go, whatever the needs are cut to."
	case Unbounded:
		g.writeQuantities(p, s.Ray)
		p.Says = "The needs can be met any number of times over: nothing limits the plan."
	default:
		g.writeQuantities(p, s.X)
		p.Price, p.Rent, p.Keep, p.KeepRent = g.duals(s.Y)
		p.Value, p.Bound = p.Scale, math.MaxFloat64
		if g.proves(s, r.Tolerance) {
			p.Bound = -s.Bound
		}
		p.Says = fmt.Sprintf("The needs of %s can be met %.6g times over.", over(g.t), p.Scale)
		switch {
		case p.Status == Stopped && g.canBeDone(s.X, r.Tolerance):
			p.Says = "Stopped early: " + p.Says
		case p.Status == Stopped:
			p.Says = "Stopped too early: this is not yet a plan that can be carried out."
		}
	}
	return p, nil
}

// over names the periods.
func over(t *production.Table) string {
	if len(t.Periods) == 1 {
		return "the period"
	}
	return fmt.Sprintf("all %d periods", len(t.Periods))
}
