package plan

import (
	"math"
	"slices"

	"gosplan/production"
)

// reportedMiss is how far a capacity may be from what the year of a table used
// to be a figure of that year and no limit.
const reportedMiss = 1e-3

// WithoutReported is a table in which capacities that only repeat what the
// year it reports used are no limits, and the names of those factors. Whoever
// asks how much must be made of everything wants to be told how much labour
// that takes, not that it takes more than in the year of the table.
func WithoutReported(t *production.Table) (*production.Table, []string) {
	if t.Ran == nil || t.Use == nil || len(t.Periods) != 1 {
		return t, nil
	}
	used, there := addRows(t.Use, t.Ran, len(t.Factors)), Standing(t, nil)[0]
	out, capacity := *t, slices.Clone(there)
	var names []string
	for f := range t.Factors {
		if !math.IsInf(there[f], 0) && math.Abs(used[f]-there[f]) <= reportedMiss*used[f] {
			capacity[f] = production.Unlimited()
			names = append(names, t.Factors[f])
		}
	}
	if names == nil {
		return t, nil
	}
	out.Periods = slices.Clone(t.Periods)
	out.Periods[0].Capacity = capacity
	return &out, names
}
