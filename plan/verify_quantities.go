package plan

import (
	"fmt"
	"math"
	"slices"
	"sort"

	"gosplan/par"
)

// A sheet is the balance of every product in a period.
type sheet struct {
	over []float64 // [product] what is left over; negative: what is missing
	size []float64 // [product] sum of all that is made, used, stored, needed
}

// A reading says how the constants of the table count: fully in a plan, not
// at all in a ray.
type reading struct {
	given float64 // weight of imports, stocks, capacities, ends: 1 or 0
	scale float64 // of the needs
}

// balance reckons a period's sheet.
func (v *verifier) balance(period int, r reading) sheet {
	t, p := v.t, v.p
	s := v.flows(period)
	before, after, short := rowIn(p.Store, period-1), rowIn(p.Store, period), rowIn(p.Short, period)
	if period == 0 {
		before = t.Stock
	}
	needs := &t.Periods[period]
	begun := rowIn(p.Begun, period)
	if t.Build != nil {
		for f, b := range begun {
			if b != 0 {
				cols, vals := t.Build.Row(f)
				for k, i := range cols {
					s.over[i] -= vals[k] * b
					s.size[i] += math.Abs(vals[k] * b)
				}
			}
		}
	}
	carried := 1.0
	if period == 0 {
		carried = r.given
	}
	const block = 1 << 13
	par.Blocks((t.N+block-1)/block, func(b int) {
		for i := b * block; i < min(t.N, (b+1)*block); i++ {
			for _, x := range [...]float64{
				r.given * value(needs.Import, i), carried * remaining(t, i) * value(before, i), -value(after, i), value(short, i),
				-r.scale * value(needs.Need, i),
			} {
				s.over[i] += x
				s.size[i] += math.Abs(x)
			}
		}
	})
	return s
}

// flows are what techniques make less what they use up, (Output − Input)ᵀ·Level.
// Products are dealt out to workers in fixed ranges, each of which goes through
// all techniques and picks its own, so that every sum has one order.
func (v *verifier) flows(period int) sheet {
	t, level := v.t, v.p.Level[period]
	s := sheet{make([]float64, t.N), make([]float64, t.N)}
	const width, most = 1 << 16, 8
	ranges := min(most, (t.N+width-1)/width)
	par.Blocks(ranges, func(b int) {
		from, to := int32(b*t.N/ranges), int32((b+1)*t.N/ranges)
		take := func(cols []int32, vals []float64, x float64) {
			if ranges > 1 {
				k := sort.Search(len(cols), func(k int) bool { return cols[k] >= from })
				cols, vals = cols[k:], vals[k:]
			}
			for k, i := range cols {
				if i >= to {
					return
				}
				s.over[i] += vals[k] * x
				s.size[i] += math.Abs(vals[k] * x)
			}
		}
		for technique, x := range level {
			if x == 0 {
				continue
			}
			if t.Output != nil {
				cols, vals := t.Output.Row(technique)
				take(cols, vals, x)
			} else if i := t.Makes[technique]; i >= from && i < to {
				s.over[i] += x
				s.size[i] += math.Abs(x)
			}
			cols, vals := t.Input.Row(technique)
			take(cols, vals, -x)
		}
	})
	return s
}

// feasible tests balances, capacities and ends of a plan.
func (v *verifier) feasible() {
	r := reading{given: 1, scale: v.p.Scale}
	v.balances(r)
	if v.p.Request.Task != Balances && (v.p.Request.Task != Technique || v.p.Rent != nil) {
		v.capacities(r)
	}
	if v.p.Request.Task == Goals || v.p.Request.Task == Years {
		v.ends(r)
	}
	if v.p.Request.Task == Goals {
		v.allowed()
	}
}

// smallestFlow is the share of the largest flow of any product below which a
// flow is rounding: violations of smaller flows are held against it.
const smallestFlow = 1e-9

// balances tests that nothing is short; in the task of that name also that
// nothing is left over that somebody made.
func (v *verifier) balances(r reading) {
	exact := v.p.Request.Task == Balances
	c := Inspected{Name: "balances", Tested: "of every product at least as much is there as is used up, stored and needed"}
	if exact {
		c.Tested = "of every product exactly as much is there as is used up and needed"
	}
	var w worst
	var off float64
	sheets, rounding := make([]sheet, len(v.t.Periods)), 0.0
	for period := range v.t.Periods {
		sheets[period] = v.balance(period, r)
		rounding = max(rounding, smallestFlow*slices.Max(sheets[period].size))
	}
	for period, s := range sheets {
		var made []bool
		if exact {
			made = v.isMade(period)
		}
		before := w
		w.search(period, v.t.N, func(i int) float64 {
			by := max(0, -s.over[i])
			if exact && made[i] {
				by = math.Abs(s.over[i])
			}
			return share(by, max(s.size[i], rounding))
		})
		if w != before {
			off = s.over[w.i]
		}
	}
	c.Violation = w.by
	word := "missing"
	if off > 0 {
		word = "too many"
	}
	c.Worst = fmt.Sprintf("%s in %s: %s %s", v.t.Product(w.i), v.period(w.period), v.amount(math.Abs(off), w.i), word)
	v.add(c)
}

// isMade tells which products some technique makes.
func (v *verifier) isMade(period int) []bool {
	out := make([]bool, v.t.N)
	for technique, x := range v.p.Level[period] {
		if x <= 0 {
			continue
		}
		if v.t.Output == nil {
			out[v.t.Makes[technique]] = true
			continue
		}
		cols, _ := v.t.Output.Row(technique)
		for _, i := range cols {
			out[i] = true
		}
	}
	return out
}
