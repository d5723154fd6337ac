package plan

import "gosplan/production"

// Only is a table with one of its periods alone: the capacities that would
// stand then if nothing were built before, nothing built, and no stores but in
// the first period. What is wanted after the last period is wanted of that
// one only.
func Only(t *production.Table, period int) *production.Table {
	out := withoutBuilding(t)
	out.Periods = []production.Period{t.Periods[period]}
	if len(t.Factors) > 0 {
		out.Periods[0].Capacity = Standing(t, nil)[period]
	}
	if period > 0 {
		out.Stock = nil
	}
	if period < len(t.Periods)-1 {
		out.Terminal = nil
	}
	return out
}

// FindPeriod finds a period by its name or number.
func FindPeriod(t *production.Table, name string) (int, error) {
	c := Change{}
	if err := c.parsePeriod([]string{"in", name}, t); err != nil {
		return 0, err
	}
	return c.Period, nil
}
