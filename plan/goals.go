package plan

import (
	"context"
	"fmt"
	"math"
	"strings"

	"gosplan/lp"
	"gosplan/production"
)

// goalsTolerance is the gap, as a share of the weighted needs of a tier, at
// which a tier counts as proved.
const goalsTolerance = 1e-6

// goals has the smallest weighted shortfalls from the needs, tier by tier:
// first those of tier 1, then, without giving up anything there, those of tier
// 2, and so on. A shortfall is at most the whole need (what must go out and
// what must be in store at the end included), so there is always a plan, unless
// a capacity is wanted at the end that nothing can build.
//
// The proof goes tier by tier too. For each there are duals of the programme
// "least weighted shortfall of this tier, those of earlier tiers being at most
// what the plan has", and the bound that they prove.
func goals(ctx context.Context, t *production.Table, r Request) (*Plan, error) {
	if r.Tolerance == 0 {
		r.Tolerance = goalsTolerance
	}
	g := newProgramme(t, inTiers)
	p := g.newPlan(r)
	p.Status = Proved
	if len(g.tiers) == 0 {
		g.tiers, g.fix = []int8{1}, []int{none} // nothing is wanted: one empty tier
	}
	start := g.startFrom(r.From)
	var last *lp.Solution
	proven := true
	for k := range g.tiers {
		g.aimAt(k)
		s, err := g.minimise(ctx, r, start)
		if err != nil {
			return nil, err
		}
		if s.Status == lp.Infeasible {
			p.Price, p.Rent, p.Keep, p.KeepRent = g.duals(s.Y)
			p.Status, p.Short = Infeasible, nil
			p.Says = "No plan leaves the capacities that are wanted at the end, even if every need were given up."
			return p, nil
		}
		if s.Status != lp.Optimal || s.Value-s.Bound > r.Tolerance {
			p.Status = Stopped
		}
		proven = proven && g.proves(s, r.Tolerance)
		p.Proofs = append(p.Proofs, g.proof(k, s))
		last, start = s, s
		g.hold(k, s, fixSlack*r.Tolerance)
	}
	if !proven {
		p.Status = Stopped
	}
	g.writeQuantities(p, last.X)
	g.concludeGoals(p, last.X)
	if !proven {
		p.Bound = -math.MaxFloat64
	}
	return p, nil
}

// hold keeps later tiers from giving up what a tier reached. Where nothing falls
// short its shortfalls are kept at zero, else their weighted sum is held.
func (g *programme) hold(tier int, s *lp.Solution, slack float64) {
	row := g.fix[tier]
	if row == none {
		return
	}
	if s.Value > slack {
		g.lp.RowHi[row] = (s.Value + slack) * g.normal(tier)
		return
	}
	g.lp.RowHi[row] = 0
	g.eachShort(tier, func(_, _, column int, _ float64) { g.lp.Hi[column] = 0 })
}

// fixSlack is the share of the tolerance by which a later tier may give up
// what an earlier one reached; without some the later programme would have no
// inner points.
const fixSlack = 0.1

// aimAt makes the weighted shortfall of a tier the objective, as a share of
// the tier's weighted needs.
func (g *programme) aimAt(tier int) {
	clear(g.lp.C)
	normal := g.normal(tier)
	g.eachShort(tier, func(_, _, column int, weight float64) { g.lp.C[column] = weight / normal })
}

// normal is the weighted shortfall of a tier if nothing were met.
func (g *programme) normal(tier int) float64 {
	total := 0.0
	g.eachShort(tier, func(period, i, _ int, weight float64) { total += weight * g.most[period][i] })
	if total == 0 {
		return 1
	}
	return total
}

// proof is what one tier's duals prove, in the plan's own weights.
func (g *programme) proof(tier int, s *lp.Solution) TierProof {
	normal := g.normal(tier)
	var out TierProof
	out.Price, out.Rent, out.Keep, out.KeepRent = g.duals(s.Y)
	for _, list := range append(append([][]float64{out.Keep, out.KeepRent}, out.Price...), out.Rent...) {
		for i := range list {
			list[i] *= normal
		}
	}
	for earlier, row := range g.fix[:tier] {
		worth := -s.Y[row]
		if g.lp.RowHi[row] == 0 { // kept at zero one by one: worth as much as the dearest
			g.eachShort(earlier, func(period, i, _ int, weight float64) {
				if weight > 0 { // without weight a shortfall is worth nothing
					worth = max(worth, s.Y[period*g.t.N+i]/weight)
				}
			})
		}
		out.Fixed = append(out.Fixed, worth*normal)
	}
	out.Bound = s.Bound * normal
	return out
}

// concludeGoals reckons shortfalls, bounds and words. The prices of the plan
// are those of the last tier that falls short.
func (g *programme) concludeGoals(p *Plan, x []float64) {
	telling := len(p.Proofs) - 1
	var words []string
	for k := range g.tiers {
		tier, normal := 0.0, g.normal(k)
		g.eachShort(k, func(period, i, _ int, weight float64) { tier += weight * p.Short[period][i] })
		p.Tiers = append(p.Tiers, tier)
		p.Value += tier
		p.Bound += p.Proofs[k].Bound
		if tier > p.Request.Tolerance*normal {
			telling = k
			words = append(words, fmt.Sprintf("tier %d by %.3g %% of its weighted needs", g.tiers[k], 100*tier/normal))
		}
	}
	proof := p.Proofs[telling]
	p.Price, p.Rent, p.Keep, p.KeepRent = proof.Price, proof.Rent, proof.Keep, proof.KeepRent
	p.Says = "All needs can be met in full."
	if len(words) > 0 {
		p.Says = "The needs cannot all be met: this plan falls short of " + strings.Join(words, ", of ") + "."
	}
	switch {
	case p.Status == Stopped && g.canBeDone(x, p.Request.Tolerance):
		p.Says = "Stopped early. " + p.Says
	case p.Status == Stopped:
		p.Says = "Stopped too early: this is not yet a plan that can be carried out."
	}
}
