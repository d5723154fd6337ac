package plan

import (
	"fmt"
	"math"
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
	for period := range v.t.Periods {
		s := v.balance(period, r)
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
			return share(by, s.size[i])
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

// used is what techniques occupy of each factor in a period.
func (v *verifier) used(period int) (used []float64) {
	used = make([]float64, len(v.t.Factors))
	if v.t.Use == nil || len(used) == 0 {
		return used
	}
	const block = 1 << 14
	level := v.p.Level[period]
	blocks := (len(level) + block - 1) / block
	parts := make([][]float64, blocks)
	par.Blocks(blocks, func(b int) {
		sum := make([]float64, len(used))
		for technique := b * block; technique < min(len(level), (b+1)*block); technique++ {
			cols, vals := v.t.Use.Row(technique)
			for k, f := range cols {
				sum[f] += vals[k] * level[technique]
			}
		}
		parts[b] = sum
	})
	for _, part := range parts {
		for f, x := range part {
			used[f] += x
		}
	}
	return used
}

// built is what the plan's own building adds to a factor by a period.
func (v *verifier) built(period, f int) float64 {
	sum := 0.0
	for begun := 0; begun < min(period-gestation(v.t, f)+1, len(v.p.Begun)); begun++ {
		age := period - gestation(v.t, f) - begun
		sum += math.Pow(lasting(v.t, f), float64(age)) * v.p.Begun[begun][f]
	}
	return sum
}

// buildable tells whether a factor's capacity can be made at all.
func (v *verifier) buildable(f int) bool {
	if v.t.Build == nil {
		return false
	}
	cols, _ := v.t.Build.Row(f)
	return len(cols) > 0
}

// capacities tests that nothing is used that is not there.
func (v *verifier) capacities(r reading) {
	c := Inspected{Name: "capacities", Tested: "no factor is used beyond what there is and what was built in time"}
	for period := range v.t.Periods {
		for f, used := range v.used(period) {
			room := 0.0
			if r.given > 0 || math.IsInf(v.room[period][f], 1) {
				room = v.room[period][f]
			}
			room += v.built(period, f)
			if by := share(used-room, max(math.Abs(used), math.Abs(room))); by > c.Violation || math.IsNaN(by) {
				c.Violation = by
				c.Worst = fmt.Sprintf("%s in %s: %s of %s", v.t.Factors[f], v.period(period), v.factorAmount(used, f), v.factorAmount(room, f))
			}
		}
	}
	v.add(c)
	c = Inspected{Name: "building", Tested: "only what can be built is begun"}
	for period, begun := range v.p.Begun {
		for f, x := range begun {
			if x > 0 && !v.buildable(f) {
				c.Violation, c.Worst = math.Inf(1), fmt.Sprintf("%s in %s: %s", v.t.Factors[f], v.period(period), v.factorAmount(x, f))
			}
		}
	}
	v.add(c)
}

// ends tests what must be left after the last period.
func (v *verifier) ends(r reading) {
	if r.given == 0 {
		return
	}
	last := len(v.t.Periods) - 1
	c := Inspected{Name: "terminal stocks", Tested: "what must be in store at the end is"}
	for i, want := range v.t.Terminal {
		have := value(rowIn(v.p.Store, last), i)
		if by := share(want-have, math.Abs(want)); by > c.Violation {
			c.Violation, c.Worst = by, fmt.Sprintf("%s: %s of %s", v.t.Product(i), v.amount(have, i), v.amount(want, i))
		}
	}
	v.add(c)
	c = Inspected{Name: "terminal capacities", Tested: "what capacity must be there at the end is"}
	for f, want := range v.t.TerminalCap {
		have := v.room[last+1][f] + v.built(last+1, f)
		if by := share(want-have, math.Abs(want)); by > c.Violation {
			c.Violation, c.Worst = by, fmt.Sprintf("%s: %s of %s", v.t.Factors[f], v.factorAmount(have, f), v.factorAmount(want, f))
		}
	}
	v.add(c)
}

// imbalances reports what a procedure left over and short; it tests nothing.
func (v *verifier) imbalances() {
	v.onlyReport(func() {
		r := reading{given: 1, scale: v.p.Scale}
		v.balances(r)
		v.capacities(r)
		for period := range v.p.Short {
			missing, i := 0.0, 0
			for k, x := range v.p.Short[period] {
				if need := value(v.t.Periods[period].Need, k); need > 0 && x/need > missing {
					missing, i = x/need, k
				}
			}
			v.add(Inspected{Name: "shortfalls", Tested: "needs are met in " + v.period(period), Violation: missing,
				Worst: fmt.Sprintf("%s: %s short, as the plan says", v.t.Product(i), v.amount(v.p.Short[period][i], i))})
		}
	})
}

// onlyReport runs checks whose failing fails nothing, and tells whether they
// would have passed.
func (v *verifier) onlyReport(checks func()) (passed bool) {
	was, from := v.report.Passed, len(v.report.Checks)
	v.report.Passed = true
	checks()
	passed = v.report.Passed
	for k := range v.report.Checks[from:] {
		c := &v.report.Checks[from+k]
		c.Reported, c.Passed = true, true
	}
	v.report.Passed = was
	return passed
}
