package plan

import (
	"math"
	"slices"

	"gosplan/production"
)

// capacities is what there is of each factor in each period and, last, after
// all of them, before what the plan itself builds: what was there, less
// depreciation, and what is added. No list in the first period means no limits.
func capacities(t *production.Table) [][]float64 {
	out := make([][]float64, len(t.Periods)+1)
	for period := range out {
		out[period] = make([]float64, len(t.Factors))
		for f := range out[period] {
			var added []float64
			if period < len(t.Periods) {
				added = t.Periods[period].Capacity
			}
			switch {
			case period == 0 && added == nil:
				out[0][f] = math.Inf(1)
				continue
			case added != nil:
				out[period][f] = added[f]
			}
			if period > 0 {
				out[period][f] += (1 - entry(t.Depreciation, f)) * out[period-1][f]
			}
		}
	}
	return out
}

// entry is an element of an optional list, zero where the list is left out.
func entry[T any](list []T, i int) (value T) {
	if list != nil {
		value = list[i]
	}
	return value
}

// allowances are the largest shortfalls that mean something: of what is
// needed or must go out and, in the last period, be in store. Whoever falls
// short by more would live on goods that nobody made. So that a plan always
// exists, building for terminal capacities counts as needed in the last period
// in which it can begin.
func allowances(t *production.Table) [][]float64 {
	out := make([][]float64, len(t.Periods))
	last := len(out) - 1
	for period := range out {
		out[period] = make([]float64, t.N)
		p := &t.Periods[period]
		for i := range t.N {
			most := max(0, entry(p.Need, i)) + max(0, -entry(p.Import, i))
			if period == last {
				most += max(0, entry(t.Terminal, i))
			}
			out[period][i] = most
		}
	}
	for f, wanted := range t.TerminalCap {
		if period := last + 1 - entry(t.Gestation, f); t.Build != nil && period >= 0 {
			cols, vals := t.Build.Row(f)
			for k, i := range cols {
				out[min(period, last)][i] += max(0, wanted*vals[k])
			}
		}
	}
	return out
}

// tiersOf lists the tiers of products that may fall short.
func tiersOf(t *production.Table, most [][]float64) []int8 {
	var out []int8
	for period := range most {
		for i, m := range most[period] {
			if tier := entry(t.Periods[period].Tier, i); m > 0 && !slices.Contains(out, tier) {
				out = append(out, tier)
			}
		}
	}
	slices.Sort(out)
	return out
}

// weight is the worth of a unit of shortfall.
func weight(t *production.Table, most [][]float64, period, i int) float64 {
	if w := t.Periods[period].Weight; w != nil {
		return w[i]
	}
	if need := entry(t.Periods[period].Need, i); need > 0 {
		return 1 / need
	}
	return 1 / most[period][i]
}
