package plan

import (
	"context"

	"gosplan/production"
)

// techniqueGap is how close to the optimum the choice of techniques is proved
// unless a request says otherwise.
const techniqueGap = 1e-10

// technique chooses the techniques that meet the needs with least use of one
// factor,
//
//	minimise Σ_t Use[t,Factor]·Level[t]
//
// with the constraints of the package. Where the others are not scarce, the
// cheapest techniques are the same whatever is needed; where one is, its rent
// enters the costs, and techniques are mixed.
func technique(ctx context.Context, t *production.Table, r Request) (*Plan, error) {
	l, err := newLeast(ctx, t, r)
	if err != nil {
		return nil, err
	}
	return l.plan(techniqueGap), nil
}
