package plan

import (
	"context"
	"fmt"
	"math"
	"slices"

	"gosplan/production"
)

// balancesResidual is how exactly balances are met unless a request says more.
const balancesResidual = 1e-8

// balances computes gross outputs for given needs, every product by one
// technique, and what a unit of each product takes of the factor asked for: its
// labour value where that is labour. Together they are the optimum, and the
// proof, of the programme
//
//	minimise Σ_t Use[t,Factor]·Level[t]
//
// with the constraints of the package and no other techniques. A table without
// factors counts runs. Of several techniques of a product the one that ran most
// in the year the table reports is taken, else the first of the table; the plan
// says which, and proves nothing of the others. Needs that take more of a
// factor than there is are a finding: the plan then is Infeasible, or, where
// other techniques might do, Stopped, and its levels say what would be made if
// there were enough.
func balances(ctx context.Context, t *production.Table, r Request) (*Plan, error) {
	taken, words := inUse(t)
	if taken == nil {
		l, err := newLeast(ctx, t, r)
		if err != nil {
			return nil, err
		}
		return l.plan(balancesResidual), nil
	}
	l, err := newLeast(ctx, onlyWays(t, taken), r)
	if err != nil {
		return nil, err
	}
	p := l.plan(balancesResidual)
	for period, level := range p.Level {
		p.Level[period] = make([]float64, t.Ways())
		for k, way := range taken {
			p.Level[period][way] = level[k]
		}
	}
	switch {
	case p.Status == Infeasible && p.Level == nil:
		return nil, fmt.Errorf("%s, where %s: ask for %s, which can take others", p.Says, words, Technique)
	case p.Status == Infeasible:
		p.Status, p.Price, p.Rent = Stopped, nil, nil
		p.Says = fmt.Sprintf("%s, where %s; %s can take others", p.Says, words, Technique)
	case p.Status == Proved:
		p.Says = fmt.Sprintf("the needs are met with %.6g %s, where %s", p.Value, l.unit(), words)
	default:
		p.Says = fmt.Sprintf("%s, where %s", p.Says, words)
	}
	p.Bound = -math.MaxFloat64
	return p, nil
}

// inUse is one technique for every product that has any, in their order, and
// what was chosen in words; nil where there is nothing to choose.
func inUse(t *production.Table) (taken []int32, words string) {
	best, several := make([]int32, t.N), make([]bool, t.N)
	for i := range best {
		best[i] = none
	}
	for way, product := range t.Makes {
		at := best[product]
		several[product] = at != none
		if at == none || entry(t.Ran, way) > entry(t.Ran, int(at)) {
			best[product] = int32(way)
		}
	}
	var names []string
	for i, way := range best {
		if way != none {
			taken = append(taken, way)
		}
		if several[i] {
			name := fmt.Sprintf("technique %d", way+1)
			if t.Techniques != nil {
				name = t.Techniques[way]
			}
			names = append(names, fmt.Sprintf("%s (%s)", t.Product(i), name))
		}
	}
	if names == nil {
		return nil, ""
	}
	why := "the first of several techniques"
	if t.Ran != nil {
		why = "of several techniques the one that ran most"
	}
	slices.Sort(taken)
	return taken, fmt.Sprintf("%s makes %s", why, fewNames(names))
}

// onlyWays is a table with some of its techniques.
func onlyWays(t *production.Table, ways []int32) *production.Table {
	out := *t
	out.Makes, out.Techniques, out.Ran = nil, nil, nil
	for _, way := range ways {
		out.Makes = append(out.Makes, t.Makes[way])
		if t.Techniques != nil {
			out.Techniques = append(out.Techniques, t.Techniques[way])
		}
		if t.Ran != nil {
			out.Ran = append(out.Ran, t.Ran[way])
		}
	}
	out.Input = t.Input.Pick(ways)
	if t.Output != nil {
		out.Output = t.Output.Pick(ways)
	}
	if t.Use != nil {
		out.Use = t.Use.Pick(ways)
	}
	return &out
}
