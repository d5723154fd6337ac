package plan

import (
	"math"

	"gosplan/linalg"
	"gosplan/production"
)

// Uses is where the products of one period come from and where they go:
//
//	Made + Import + FromStore + Short = Input + Building + Wanted + ToStore + Left
type Uses struct {
	Made      []float64 // [product] gross output
	Import    []float64 // [product] negative: goes out
	FromStore []float64 // [product] what the period before left, less what perished
	Short     []float64 // [product] wanted and not met

	Input    []float64 // [product] used up by techniques
	Building []float64 // [product] used up by what the plan builds
	Wanted   []float64 // [product] final needs, times the plan's scale
	ToStore  []float64 // [product] in store at the end
	Left     []float64 // [product] over; below zero by no more than the plan's residual
}

// UsesOf adds up one period of a plan.
func UsesOf(t *production.Table, p *Plan, period int) *Uses {
	level, given := periodOf(p.Level, period), t.Periods[period]
	u := &Uses{
		Made: make([]float64, t.N), Import: orZeros(given.Import, t.N),
		FromStore: openingStore(t, p, period), Short: orZeros(periodOf(p.Short, period), t.N),
		Input: addRows(t.Input, level, t.N), Building: addRows(t.Build, periodOf(p.Begun, period), t.N),
		Wanted: make([]float64, t.N), ToStore: orZeros(periodOf(p.Store, period), t.N), Left: make([]float64, t.N),
	}
	if t.Output != nil {
		u.Made = addRows(t.Output, level, t.N)
	} else {
		for way, product := range t.Makes {
			if way < len(level) {
				u.Made[product] += level[way]
			}
		}
	}
	for i, need := range given.Need {
		u.Wanted[i] = p.Scale * need
	}
	for i := range u.Left {
		u.Left[i] = u.Made[i] + u.Import[i] + u.FromStore[i] + u.Short[i] - u.Input[i] - u.Building[i] - u.Wanted[i] - u.ToStore[i]
	}
	return u
}

// FactorUse is what is occupied of the factors in one period.
type FactorUse struct {
	Used  []float64 // [factor]
	There []float64 // [factor] capacity; +Inf: no limit
	Begun []float64 // [factor] capacity whose building begins
}

// FactorsOf adds up the factors of one period of a plan.
func FactorsOf(t *production.Table, p *Plan, period int) *FactorUse {
	n := len(t.Factors)
	return &FactorUse{
		Used:  addRows(t.Use, periodOf(p.Level, period), n),
		There: Standing(t, p.Begun)[period],
		Begun: orZeros(periodOf(p.Begun, period), n),
	}
}

// Standing is the capacity there is of every factor in every period, from
// what the table gives and what a plan began in time; begun may be nil.
func Standing(t *production.Table, begun [][]float64) [][]float64 {
	out := make([][]float64, len(t.Periods))
	for period, given := range t.Periods {
		out[period] = make([]float64, len(t.Factors))
		for f := range t.Factors {
			there := 0.0
			if period > 0 {
				there = worn(out[period-1][f], entry(t.Depreciation, f))
			}
			if from := period - entry(t.Gestation, f); from >= 0 {
				there += entry(periodOf(begun, from), f)
			}
			if period == 0 && len(given.Capacity) == 0 {
				there = math.Inf(1)
			}
			out[period][f] = there + entry(given.Capacity, f)
		}
	}
	return out
}

// worn is what a period's wear leaves of a capacity; without limit it stays.
func worn(capacity, wear float64) float64 {
	if wear == 1 {
		return 0
	}
	return capacity * (1 - wear)
}

// openingStore is what the period before left of every product.
func openingStore(t *production.Table, p *Plan, period int) []float64 {
	if period == 0 {
		return keeps(t, t.Stock)
	}
	return keeps(t, periodOf(p.Store, period-1))
}

// keeps is what is left of a store after a period's perishing.
func keeps(t *production.Table, store []float64) []float64 {
	out := make([]float64, t.N)
	for i := range store {
		out[i] = store[i] * kept(t, i)
	}
	return out
}

// addRows is the sum of a matrix's rows, each so many times: m' × times.
func addRows(m *linalg.Matrix, times []float64, width int) []float64 {
	out := make([]float64, width)
	if m == nil {
		return out
	}
	for row := range min(m.Rows, len(times)) {
		if times[row] == 0 {
			continue
		}
		cols, vals := m.Row(row)
		for k, col := range cols {
			out[col] += times[row] * vals[k]
		}
	}
	return out
}

// periodOf is one period of a plan's numbers, nil where a task has no such thing.
func periodOf(rows [][]float64, period int) []float64 {
	if period < len(rows) {
		return rows[period]
	}
	return nil
}

func orZeros(list []float64, n int) []float64 {
	if len(list) == n {
		return list
	}
	return make([]float64, n)
}

// Entry is a number of a plan by period, 0 where the task has none.
func Entry(rows [][]float64, period, i int) float64 { return entry(periodOf(rows, period), i) }
