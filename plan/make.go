package plan

import (
	"context"
	"fmt"

	"gosplan/production"
)

// A planner computes one task. It may hold to its contract without looking at
// the table's shape again: Make has checked it.
type planner func(context.Context, *production.Table, Request) (*Plan, error)

// planners is who computes what.
var planners = map[Task]planner{
	Balances:  balances,
	Technique: technique,
	Bundle:    bundle,
	Goals:     goals,
	Years:     years,
	Harmony:   harmony,
	Council:   council,
	Achieved:  achieved,
}

// Make computes a plan. When the context ends it answers with the best plan
// so far, Stopped. An error is the user's to mend: a task that the table
// cannot be asked, a factor it does not have.
func Make(ctx context.Context, t *production.Table, r Request) (*Plan, error) {
	compute := planners[r.Task]
	if compute == nil {
		return nil, fmt.Errorf("plan: no task %q: ask for one of %v", r.Task, Tasks)
	}
	if err := t.Shape(); err != nil {
		return nil, fmt.Errorf("plan: %s: %w", r.Task, err)
	}
	p, err := compute(ctx, t, r)
	if err != nil {
		return nil, fmt.Errorf("plan: %s: %w", r.Task, err)
	}
	return p, nil
}
