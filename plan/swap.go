package plan

import (
	"cmp"
	"slices"

	"gosplan/linalg"
	"gosplan/production"
)

// swaps ranks the techniques out of use by how little their inputs would have
// to be cheaper. At the plan's prices one run of technique t costs
//
//	Cost = Σ_i Price[i]·Input[t,i] + Σ_f Rent[f]·Use[t,f] (+ Use[t,Factor] where that factor is what the plan saves)
//
// and what it makes is worth Σ_i Price[i]·Output[t,i]; the difference is what
// linear programming calls its reduced cost.
func swaps(t *production.Table, p *Plan) []Swap {
	var out []Swap
	for period := range p.Price {
		level := periodOf(p.Level, period)
		largest := 0.0
		for _, runs := range level {
			largest = max(largest, runs)
		}
		for way := range t.Makes {
			if entry(level, way) > trifle*largest {
				continue
			}
			cost, worth := costOf(t, p, period, way)
			if cost <= 0 || worth <= 0 || cost-worth <= scarce*cost {
				continue // it costs nothing, or is as good as what is in use
			}
			out = append(out, Swap{Way: way, Name: t.Technique(way), Product: int(t.Makes[way]), Period: period,
				Loss: cost - worth, Cheaper: (cost - worth) / cost})
		}
	}
	slices.SortStableFunc(out, func(a, b Swap) int { return cmp.Compare(a.Cheaper, b.Cheaper) })
	return firstOfEach(out, func(s Swap) int { return s.Way })
}

// firstOfEach keeps the first of those that are about the same thing.
func firstOfEach[T any](list []T, about func(T) int) []T {
	seen := map[int]bool{}
	return slices.DeleteFunc(list, func(one T) bool {
		before := seen[about(one)]
		seen[about(one)] = true
		return before
	})
}

// costOf is what one run of a technique costs, and what it makes is worth, at
// the plan's prices.
func costOf(t *production.Table, p *Plan, period, way int) (cost, worth float64) {
	price := periodOf(p.Price, period)
	cost = priced(t.Input, way, price) + priced(t.Use, way, periodOf(p.Rent, period))
	if saves(p.Request.Task) && t.Use != nil && p.Request.Factor < t.Use.Cols {
		cost += t.Use.At(way, p.Request.Factor)
	}
	if t.Output != nil {
		return cost, priced(t.Output, way, price)
	}
	return cost, entry(price, int(t.Makes[way]))
}

// saves tells whether a task is to use as little of its factor as can be.
func saves(task Task) bool { return task == Balances || task == Technique }

// priced is a row of a matrix at prices.
func priced(m *linalg.Matrix, row int, prices []float64) float64 {
	if m == nil || len(prices) == 0 {
		return 0
	}
	sum := 0.0
	cols, vals := m.Row(row)
	for k, col := range cols {
		sum += vals[k] * prices[col]
	}
	return sum
}
