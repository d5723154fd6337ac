package plan

import (
	"fmt"
	"math"
	"strings"
)

// optimal tests what a plan claims of its worth.
func (v *verifier) optimal() {
	switch v.p.Request.Task {
	case Balances:
		v.values()
	case Technique:
		v.cheapest()
	case Bundle, Years:
		v.largest()
	case Goals:
		v.tierByTier()
	case Harmony:
		v.harmonious()
	default:
		v.add(Inspected{Name: "status", Tested: "a procedure claims no optimum", Worst: string(v.p.Status), Violation: 1})
	}
}

// values tests, where there are any, that the price of every product that is
// made is what its making costs: of the factor directly and of the inputs.
func (v *verifier) values() {
	v.report.Claims = "The outputs are what the needs take."
	if v.p.Price == nil {
		return
	}
	l := v.ledgerOf()
	c := Inspected{Name: "values", Tested: "every product that is made is worth the factor and the inputs that it takes"}
	var w worst
	for period := range v.t.Periods {
		w.search(period, v.t.Ways(), func(technique int) float64 {
			if v.p.Level[period][technique] == 0 {
				return 0
			}
			earns, costs, size := v.account(l, period, technique)
			return share(math.Abs(earns-costs), size)
		})
	}
	c.Violation = w.by
	c.Worst = fmt.Sprintf("%s in %s", v.t.Technique(w.i), v.period(w.period))
	v.add(c)
	if len(v.t.Factors) > 0 {
		v.claimed("value", v.spent(), v.p.Value)
	}
	v.report.Claims = "The outputs are what the needs take, and the values are what the products take."
}

// spent is what of the factor that counts all periods use.
func (v *verifier) spent() float64 {
	sum := 0.0
	for period := range v.t.Periods {
		sum += value(v.used(period), v.p.Request.Factor)
	}
	return sum
}

// claimed tests that a number of the plan is what it should be.
func (v *verifier) claimed(name string, is, says float64) {
	c := Inspected{Name: name, Tested: "the " + name + " is what the plan says"}
	c.Violation = share(math.Abs(is-says), max(math.Abs(is), math.Abs(says)))
	c.Worst = fmt.Sprintf("it is %.9g, the plan says %.9g", is, says)
	v.add(c)
}

// gap tests value against bound. For a stopped plan it says how far apart they
// are. Better is how much a plan could still gain.
func (v *verifier) gap(name string, better, unit float64) {
	c := Inspected{Name: name + "gap", Tested: "no plan is better, by what the prices prove",
		Violation: share(math.Abs(better), unit), Worst: fmt.Sprintf("one may be better by %.4g of %.6g", better, unit)}
	v.add(c)
}

// conclude runs the checks of a proof; where the plan was stopped they are
// only reported.
func (v *verifier) conclude(prove func(), claim string, gap func() float64) {
	if v.p.Status == Proved {
		prove()
		v.report.Claims = claim
		return
	}
	from := len(v.report.Checks)
	if v.onlyReport(prove) {
		v.report.Claims = claim
		return
	}
	v.report.Claims = "A plan; of how good it is nothing is proved."
	for _, c := range v.report.Checks[from:] {
		if c.Violation > v.tolerance && !isOfGap(c.Name) {
			v.add(Inspected{Name: "bound", Tested: "no bound is claimed where the prices prove none",
				Violation: boolean(claimsBound(v.p.Bound)), Worst: fmt.Sprintf("%g is claimed", v.p.Bound)})
			return
		}
	}
	v.report.Claims = fmt.Sprintf("A plan, within %.3g of the best.", gap())
}

// isOfGap tells of a check whether it fails just because a plan is not the
// best yet.
func isOfGap(name string) bool {
	return strings.Contains(name, "gap") || strings.Contains(name, "slackness")
}

// claimsBound tells whether a bound is claimed at all.
func claimsBound(bound float64) bool { return math.Abs(bound) < math.MaxFloat64 }

// overclaimed tests that the plan's bound is not better than what the prices
// prove; sign is 1 where more is better.
func (v *verifier) overclaimed(proved, sign, unit float64) {
	if !claimsBound(v.p.Bound) {
		return
	}
	c := Inspected{Name: "bound", Tested: "the bound is what the prices prove",
		Worst: fmt.Sprintf("they prove %.9g, the plan says %.9g", proved, v.p.Bound)}
	c.Violation = share(max(0, sign*(proved-v.p.Bound)), unit)
	if v.p.Status == Proved {
		c.Violation = share(math.Abs(proved-v.p.Bound), unit)
	}
	if math.IsNaN(proved) {
		c.Violation = 1
	}
	v.add(c)
}

// cheapest proves the least use of a factor.
func (v *verifier) cheapest() {
	spent := v.spent()
	v.claimed("value", spent, v.p.Value)
	l := v.ledgerOf()
	bound, _ := v.proves(l)
	unit := max(math.Abs(spent), math.Abs(bound))
	l.unit = unit
	v.conclude(func() {
		v.hasPrices(l)
		v.feasiblePrices(l)
		v.gap("", spent-bound, unit)
	}, "A plan, and none uses less.", func() float64 { return (spent - bound) / unit })
	v.overclaimed(bound, -1, unit)
}

// hasPrices tests that there is a proof at all.
func (v *verifier) hasPrices(l *ledger) {
	if l.price == nil {
		v.add(Inspected{Name: l.name + "prices", Tested: "there are prices that prove the plan", Worst: "none", Violation: 1})
	}
}

// largest proves the largest multiple of the needs.
func (v *verifier) largest() {
	v.claimed("value", v.p.Scale, v.p.Value)
	l := v.ledgerOf()
	worth := v.worth(l)
	sum, size := v.proves(l)
	bound := -sum / worth
	unit := max(math.Abs(v.p.Scale), math.Abs(bound), v.tolerance*size/worth)
	l.unit = unit * worth
	v.conclude(func() {
		v.hasPrices(l)
		v.add(Inspected{Name: "prices of needs", Tested: "the needs are worth something, else the prices prove nothing",
			Violation: boolean(!(worth > 0)), Worst: fmt.Sprintf("they are worth %g", worth)})
		v.feasiblePrices(l)
		v.gap("", bound-v.p.Scale, unit)
	}, "A plan, and none meets the needs more times over.", func() float64 { return (bound - v.p.Scale) / unit })
	v.overclaimed(bound, 1, unit)
}

// boolean is 1 for what must not be.
func boolean(wrong bool) float64 {
	if wrong {
		return 1
	}
	return 0
}

// tierByTier proves the shortfalls of goals: each tier's duals prove that no
// plan whose earlier tiers fall short by no more falls short by less. The gap of
// a tier is a share of its weighted needs and of what the earlier shortfalls are
// worth in it, since rounding in those shows here at that rate.
func (v *verifier) tierByTier() {
	tiers, wanted := v.tiers()
	if len(tiers) == 0 {
		v.report.Claims = "A plan; nothing was wanted."
		return
	}
	c := Inspected{Name: "tiers", Tested: "each tier has its shortfall and its proof"}
	if len(v.p.Tiers) != len(tiers) || len(v.p.Proofs) != len(tiers) && v.p.Status == Proved {
		c.Violation, c.Worst = 1, fmt.Sprintf("%d shortfalls and %d proofs for %d tiers", len(v.p.Tiers), len(v.p.Proofs), len(tiers))
		v.add(c)
		return
	}
	v.add(c)
	short, sum := v.shortByTier(tiers), 0.0
	for k := range tiers {
		v.add(Inspected{Name: fmt.Sprintf("tier %d: value", tiers[k]), Tested: "the shortfall is what the plan says",
			Violation: share(math.Abs(short[k]-v.p.Tiers[k]), wanted[k]), Worst: fmt.Sprintf("it is %.9g, the plan says %.9g", short[k], v.p.Tiers[k])})
		sum += v.p.Tiers[k]
	}
	v.claimed("value", sum, v.p.Value)
	bounds, units, far := 0.0, 0.0, 0.0
	v.conclude(func() {
		for k, proof := range v.p.Proofs {
			l := &ledger{name: fmt.Sprintf("tier %d: ", tiers[k]), price: proof.Price, rent: proof.Rent, keep: proof.Keep, keepRent: proof.KeepRent,
				fixed: proof.Fixed, factor: noFactor, tier: k, tiers: tiers, weights: 1, storing: true}
			v.hasPrices(l)
			v.feasiblePrices(l)
			bound, _ := v.proves(l)
			bounds += bound
			unit := wanted[k]
			for earlier, worth := range proof.Fixed {
				unit += worth * v.p.Tiers[earlier]
			}
			units += unit
			far = max(far, (short[k]-bound)/unit)
			v.gap(l.name, short[k]-bound, unit)
		}
	}, "A plan, and none falls short by less, tier by tier.", func() float64 { return far })
	v.overclaimed(bounds, -1, max(units, wanted[0]))
}

// shortByTier is the weighted shortfall of each tier.
func (v *verifier) shortByTier(tiers []int8) []float64 {
	out := make([]float64, len(tiers))
	for period, short := range v.p.Short {
		for i, x := range short {
			if x == 0 || v.most(period, i) == 0 {
				continue
			}
			for k, tier := range tiers {
				if v.tierOf(period, i) == tier {
					out[k] += x * v.weightOf(period, i)
				}
			}
		}
	}
	return out
}
