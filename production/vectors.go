package production

import (
	"fmt"
	"math"
)

// checkVectors looks for stocks, needs, imports and capacities that cannot be.
func checkVectors(t *Table) Findings {
	broken := &tally{Finding: Finding{Severity: Fault, Kind: "not a number", Mend: "put the number there, or leave the place empty"}}
	negative := &tally{Finding: Finding{Severity: Fault, Kind: "negative amount", Mend: "it cannot be below zero"}}
	drawn := &tally{Finding: Finding{Severity: Warning, Kind: "negative need", Mend: "a need below zero comes from stores or is a sale of used goods; treat it as coming from outside", Repair: "stock-draw"}}
	look := func(values []float64, below *tally, where func(int) string, limitless bool) {
		for i, v := range values {
			say := func() (string, string) { return where(i), fmt.Sprint(v) }
			switch {
			case math.IsNaN(v) || math.IsInf(v, -1) || math.IsInf(v, 1) && !limitless:
				broken.see(0, say)
			case v < 0 && below != nil:
				below.see(-v, say)
			}
		}
	}
	of := func(what string, name func(int) string) func(int) string {
		return func(i int) string { return what + " of " + name(i) }
	}
	factor := func(i int) string { return t.Factors[i] }
	look(t.Stock, negative, of("stock", t.Product), false)
	look(t.Terminal, negative, of("terminal stock", t.Product), false)
	look(t.TerminalCap, negative, of("terminal capacity", factor), false)
	look(t.Ran, nil, of("reported level", t.Technique), false)
	for i, p := range t.Periods {
		in := fmt.Sprintf(" in %s", t.period(i))
		look(p.Need, drawn, of("need"+in, t.Product), false)
		look(p.Weight, negative, of("weight"+in, t.Product), false)
		look(p.Import, nil, of("import"+in, t.Product), false)
		look(p.Capacity, negative, of("capacity"+in, factor), true)
	}
	return found(broken, negative, drawn)
}

// period is the name of a period.
func (t *Table) period(i int) string {
	if t.Periods[i].Name == "" {
		return fmt.Sprintf("period %d", i+1)
	}
	return t.Periods[i].Name
}

// checkTerms looks for shares outside 0 to 1, gestation that ends before it
// begins, and tiers below the first.
func checkTerms(t *Table) Findings {
	share := &tally{Finding: Finding{Severity: Fault, Kind: "share out of range", Mend: "a share lies between 0 and 1: 10 % is 0.1"}}
	for _, part := range []struct {
		what   string
		values []float64
		name   func(int) string
	}{
		{"depreciation", t.Depreciation, func(i int) string { return t.Factors[i] }},
		{"perishing share", t.Perish, t.Product},
	} {
		for i, v := range part.values {
			if !(v >= 0 && v <= 1) {
				share.see(math.Abs(v), func() (string, string) { return part.what + " of " + part.name(i), fmt.Sprint(v) })
			}
		}
	}
	early := &tally{Finding: Finding{Severity: Fault, Kind: "negative gestation", Mend: "building takes 0 periods or more"}}
	for f, periods := range t.Gestation {
		if periods < 0 {
			early.see(float64(-periods), func() (string, string) { return "gestation of " + t.Factors[f], fmt.Sprint(periods) })
		}
	}
	tier := &tally{Finding: Finding{Severity: Fault, Kind: "tier below one", Mend: "tiers are numbered from 1"}}
	for i, p := range t.Periods {
		for product, v := range p.Tier {
			if v < 0 || v == 0 && p.Need[product] > 0 {
				tier.see(float64(-v), func() (string, string) {
					return fmt.Sprintf("tier of %s in %s", t.Product(product), t.period(i)), fmt.Sprint(v)
				})
			}
		}
	}
	return found(share, early, tier)
}

// checkNeeds looks for periods without needs, and tells of imports.
func checkNeeds(t *Table) Findings {
	idle := &tally{Finding: Finding{Severity: Fault, Kind: "no needs", Mend: "say how much of which product is needed"}}
	outside := &tally{Finding: Finding{Severity: Note, Kind: "imports", Mend: "they count as given; a plan may not ask for more"}}
	for i, p := range t.Periods {
		needed := false
		for _, v := range p.Need {
			needed = needed || v > 0
		}
		if !needed {
			idle.see(0, func() (string, string) { return t.period(i), "nothing is needed" })
		}
		for product, v := range p.Import {
			if v > 0 {
				outside.see(v, func() (string, string) {
					return fmt.Sprintf("%s in %s", t.Product(product), t.period(i)), fmt.Sprintf("%g %s come from outside", v, t.UnitOf(product))
				})
			}
		}
	}
	return found(idle, outside)
}
