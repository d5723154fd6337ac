package plan

import (
	"math"
)

// harmonious proves the most harmony: prices at which nothing that can be done
// earns more than it costs bound the harmony of every plan by
//
//	Σ max_n [H(n) − price·n] + what imports, stocks and capacities are worth.
//
// What must be in store at the end counts as needed then.
func (v *verifier) harmonious() {
	l := v.ledgerOf()
	is, bound := v.harmonies(l)
	v.claimed("value", is, v.p.Value)
	for period, rents := range l.rent {
		for f, rent := range rents {
			if rent != 0 {
				bound += rent * v.room[period][f]
			}
		}
	}
	unit := 1 + math.Abs(is)
	v.conclude(func() {
		v.hasPrices(l)
		v.feasiblePrices(l)
		v.gap("", bound-is, unit)
	}, "A plan, and none has more harmony.", func() float64 { return (bound - is) / unit })
	v.overclaimed(bound, 1, unit)
}

// harmonies adds up the harmony of a plan and, but for capacities, what its
// prices allow at most.
func (v *verifier) harmonies(l *ledger) (have, most float64) {
	t := v.t
	for period := range t.Periods {
		sheet, price := v.balance(period, reading{given: 1, scale: 1}), rowIn(l.price, period)
		needs := &t.Periods[period]
		for i := range t.N {
			there, target := value(needs.Import, i), value(needs.Need, i)
			if period == 0 {
				there += remaining(t, i) * value(t.Stock, i)
			}
			if period == len(t.Periods)-1 {
				target += value(t.Terminal, i)
			}
			most += value(price, i) * there
			if target <= 0 {
				continue
			}
			net := sheet.over[i] - value(rowIn(v.p.Short, period), i) + target
			have += harmonyAt(max(0, net)/target - 1)
			most += mostHarmony(value(price, i) * target)
		}
	}
	return have, most
}

// harmonyAt is Cockshott's function of the surplus over the target, as a share
// of it.
func harmonyAt(s float64) float64 {
	if s < 0 {
		return s - s*s/2
	}
	return math.Log(1 + s)
}

// mostHarmony is the largest H(s) − p·(1+s) over s ≥ −1. The slope of H is
// 1−s below the target and 1/(1+s) above.
func mostHarmony(p float64) float64 {
	switch {
	case p <= 0:
		return math.Inf(1)
	case p <= 1:
		return math.Log(1/p) - 1
	case p <= 2:
		return harmonyAt(1-p) - p*(2-p)
	}
	return harmonyAt(-1)
}
