package plan

import (
	"context"
	"fmt"

	"gosplan/production"
)

// balancesResidual is how exactly balances are met unless a request says more.
const balancesResidual = 1e-8

// balances computes gross outputs for given needs, every product by the only
// technique it has, and what a unit of each product takes of the factor asked
// for: its labour value where that is labour. Together they are the optimum,
// and the proof, of the programme
//
//	minimise Σ_t Use[t,Factor]·Level[t]
//
// with the constraints of the package. A table without factors counts runs.
// Needs that take more of a factor than there is are a finding: the plan then
// is Infeasible and its levels say what would be made if there were enough.
func balances(ctx context.Context, t *production.Table, r Request) (*Plan, error) {
	l, err := newLeast(ctx, t, r)
	if err != nil {
		return nil, err
	}
	for i := range t.N {
		if ways := l.w.ways(i); len(ways) > 1 {
			return nil, fmt.Errorf("product %q can be made in %d ways: ask for %s, or leave one", t.Product(i), len(ways), Technique)
		}
	}
	return l.plan(balancesResidual), nil
}
