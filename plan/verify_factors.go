package plan

import (
	"fmt"
	"math"

	"gosplan/par"
)

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
