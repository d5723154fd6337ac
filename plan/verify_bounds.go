package plan

import (
	"fmt"
	"math"
	"slices"
)

// most is the largest shortfall that means something: of what is needed, must
// go out, must be in store at the end, or is used up by building, in the last
// period in which that is possible, the capacity that is wanted at the end.
func (v *verifier) most(period, i int) float64 {
	needs := &v.t.Periods[period]
	out := max(0, value(needs.Need, i)) + max(0, -value(needs.Import, i))
	last := len(v.t.Periods) - 1
	if period == last {
		out += max(0, value(v.t.Terminal, i))
	}
	for f, want := range v.t.TerminalCap {
		if begun := last + 1 - gestation(v.t, f); v.t.Build != nil && want > 0 && begun >= 0 && min(begun, last) == period {
			out += max(0, want*v.t.Build.At(f, i))
		}
	}
	return out
}

// weightOf is the worth of a unit of shortfall.
func (v *verifier) weightOf(period, i int) float64 {
	needs := &v.t.Periods[period]
	if needs.Weight != nil {
		return needs.Weight[i]
	}
	if need := value(needs.Need, i); need > 0 {
		return 1 / need
	}
	return 1 / v.most(period, i)
}

func (v *verifier) tierOf(period, i int) int8 {
	if tiers := v.t.Periods[period].Tier; tiers != nil {
		return tiers[i]
	}
	return 0
}

// tiers lists the tiers of what may fall short, and each tier's weighted needs.
func (v *verifier) tiers() (tiers []int8, wanted []float64) {
	weighted := map[int8]float64{}
	for period := range v.t.Periods {
		for i := range v.t.N {
			if most := v.most(period, i); most > 0 {
				tier := v.tierOf(period, i)
				if !slices.Contains(tiers, tier) {
					tiers = append(tiers, tier)
				}
				weighted[tier] += most * v.weightOf(period, i)
			}
		}
	}
	slices.Sort(tiers)
	for _, tier := range tiers {
		wanted = append(wanted, weighted[tier])
	}
	return tiers, wanted
}

// allowed tests that no shortfall is larger than what is wanted.
func (v *verifier) allowed() {
	c := Inspected{Name: "size of shortfalls", Tested: "no shortfall is larger than what is wanted"}
	var w worst
	for period, short := range v.p.Short {
		w.search(period, v.t.N, func(i int) float64 {
			return share(short[i]-v.most(period, i), math.Abs(short[i]))
		})
	}
	c.Violation = w.by
	c.Worst = fmt.Sprintf("%s in %s", v.t.Product(w.i), v.period(w.period))
	v.add(c)
}

// costOfShort is what a unit of shortfall costs in a tier's programme.
func (v *verifier) costOfShort(l *ledger, period, i int) float64 {
	tier := slices.Index(l.tiers, v.tierOf(period, i))
	switch {
	case tier == l.tier:
		return l.weights * v.weightOf(period, i)
	case tier < l.tier:
		return value(l.fixed, tier) * v.weightOf(period, i)
	}
	return 0
}

// proves is the sum that the duals prove of the objective: for scaled tasks of
// minus the scale times the needs' worth, else of what is minimised; and the
// size of its terms.
func (v *verifier) proves(l *ledger) (sum, size float64) {
	t := v.t
	add := func(x float64) { sum += x; size += math.Abs(x) }
	for period := range t.Periods {
		needs, price := &t.Periods[period], rowIn(l.price, period)
		term := func(i int) (x, y, z float64) {
			if !l.scaled {
				x = value(price, i) * value(needs.Need, i)
			}
			y = -value(price, i) * value(needs.Import, i)
			if period == 0 {
				y -= value(price, i) * remaining(t, i) * value(t.Stock, i)
			}
			if l.tier >= 0 {
				if most := v.most(period, i); most > 0 {
					z = min(0, v.costOfShort(l, period, i)-value(price, i)) * most
				}
			}
			return x, y, z
		}
		sum += total(t.N, func(i int) float64 { x, y, z := term(i); return x + y + z })
		size += total(t.N, func(i int) float64 { x, y, z := term(i); return math.Abs(x) + math.Abs(y) + math.Abs(z) })
		for f, rent := range rowIn(l.rent, period) {
			if rent != 0 {
				add(-rent * v.room[period][f])
			}
		}
	}
	if l.storing {
		for i, x := range l.keep {
			add(x * value(t.Terminal, i))
		}
		for f, x := range l.keepRent {
			if x != 0 {
				add(x * (value(t.TerminalCap, f) - v.room[len(t.Periods)][f]))
			}
		}
	}
	for k, x := range l.fixed {
		add(-x * value(v.p.Tiers, k))
	}
	return sum, size
}

// worth is what the needs of all periods are worth at the prices.
func (v *verifier) worth(l *ledger) float64 {
	sum := 0.0
	for period := range v.t.Periods {
		need, price := v.t.Periods[period].Need, rowIn(l.price, period)
		sum += total(v.t.N, func(i int) float64 { return value(need, i) * value(price, i) })
	}
	return sum
}

// feasiblePrices tests all that the duals must hold to.
func (v *verifier) feasiblePrices(l *ledger) {
	v.priceSigns(l)
	v.techniques(l)
	if l.building {
		v.buildings(l)
	}
	if l.storing {
		v.stores(l)
	}
	if l.unit > 0 {
		v.rows(l)
	}
}

// infeasible tests that the duals are a Farkas ray: at these prices nothing
// that can be done earns anything, and yet what is wanted is worth more than
// what is there.
func (v *verifier) infeasible() {
	l := v.ledgerOf()
	l.name, l.factor = "ray: ", noFactor
	l.storing = true
	if v.p.Request.Task == Goals {
		l.tier = 0
		l.tiers, _ = v.tiers()
	}
	if l.price == nil {
		v.add(Inspected{Name: "ray", Tested: "there are prices that prove it", Worst: "none", Violation: math.Inf(1)})
		return
	}
	v.feasiblePrices(l)
	sum, size := v.proves(l)
	c := Inspected{Name: "ray: demand", Tested: "what is wanted is worth more than all that is there", Tolerance: math.SmallestNonzeroFloat64}
	if !(sum > v.tolerance*size) || l.scaled && v.worth(l) < 0 {
		c.Violation, c.Worst = 1, fmt.Sprintf("it is worth %.4g more, of sums of %.4g", sum, size)
	}
	v.add(c)
	v.report.Claims = "No plan can do what is asked."
	if !l.building && v.t.Build != nil {
		v.report.Claims = "No plan can do what is asked without building."
	}
}

// unbounded tests that the levels are a ray: from nothing they make needs.
func (v *verifier) unbounded() {
	v.signs()
	r := reading{given: 0, scale: v.p.Scale}
	v.balances(r)
	v.capacities(r)
	c := Inspected{Name: "ray: gain", Tested: "the ray meets needs"}
	scaled := v.p.Request.Task == Bundle || v.p.Request.Task == Years
	if !scaled || !(v.p.Scale > 0) {
		c.Violation, c.Worst = 1, "it meets none"
	}
	v.add(c)
	v.report.Claims = "The needs can be met any number of times over, if at all."
}
