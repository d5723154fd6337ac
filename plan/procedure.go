package plan

import (
	"gosplan/mechanism"
	"gosplan/production"
)

// What the procedures share: harmony's own rounds, council and achieved have
// no optimum to prove, so a plan of theirs is levels and what follows from
// them.

// makes calls f for everything a technique yields in one run.
func makes(t *production.Table, technique int, f func(product int, amount float64)) {
	if t.Output == nil {
		f(int(t.Makes[technique]), 1)
		return
	}
	products, amounts := t.Output.Row(technique)
	for k, i := range products {
		f(int(i), amounts[k])
	}
}

// yield is what one run makes of a technique's main product.
func yield(t *production.Table, technique int) float64 {
	if t.Output == nil {
		return 1
	}
	return t.Output.At(technique, int(t.Makes[technique]))
}

// A tally is the gross quantities of a period.
type tally struct {
	made, used []float64 // [product]
	busy       []float64 // [factor]
}

func newTally(t *production.Table) *tally {
	return &tally{made: make([]float64, t.N), used: make([]float64, t.N), busy: make([]float64, len(t.Factors))}
}

// count adds up what techniques run at levels make, use up and occupy.
func (k *tally) count(t *production.Table, level []float64) {
	clear(k.made)
	clear(k.used)
	clear(k.busy)
	for way, x := range level {
		makes(t, way, func(i int, amount float64) { k.made[i] += amount * x })
		products, amounts := t.Input.Row(way)
		for at, i := range products {
			k.used[i] += amounts[at] * x
		}
		if t.Use == nil {
			continue
		}
		factors, amounts := t.Use.Row(way)
		for at, f := range factors {
			k.busy[f] += amounts[at] * x
		}
	}
}

// wanted is the need of a product in a period, with what must be in store at
// the end, and outside is what comes without being made.
func wanted(t *production.Table, period, product int) (need, outside float64) {
	p := &t.Periods[period]
	need, outside = entry(p.Need, product), entry(p.Import, product)
	if period == len(t.Periods)-1 {
		need += entry(t.Terminal, product)
	}
	if period == 0 {
		outside += kept(t, product) * entry(t.Stock, product)
	}
	return need, outside
}

// heuristic makes a plan of levels, of capacity begun and of what is kept from
// one period for the next, either of them nil for none. What is made beyond
// the needs is consumed. A shortfall can exceed the need, when techniques are
// to use more of a product than there is.
func heuristic(t *production.Table, r Request, level, begun, store [][]float64) *Plan {
	p := &Plan{Request: r, Status: Heuristic, Scale: 1, Level: level, Begun: begun}
	before := t.Stock
	k := newTally(t)
	for period := range t.Periods {
		k.count(t, level[period])
		if begun != nil {
			k.build(t, begun[period])
		}
		next, short := make([]float64, t.N), make([]float64, t.N)
		if store != nil {
			copy(next, store[period])
		}
		for i := range next {
			if period == len(t.Periods)-1 {
				next[i] = entry(t.Terminal, i)
			}
			there := k.made[i] - k.used[i] + entry(t.Periods[period].Import, i) + kept(t, i)*entry(before, i)
			short[i] = max(0, entry(t.Periods[period].Need, i)+next[i]-there)
		}
		p.Store, p.Short = append(p.Store, next), append(p.Short, short)
		before = next
	}
	return p
}

// build adds what is used up for capacity begun.
func (k *tally) build(t *production.Table, begun []float64) {
	for f, b := range begun {
		products, amounts := t.Build.Row(f)
		for at, i := range products {
			k.used[i] += amounts[at] * b
		}
	}
}

// unbuilt says of a plan that builds nothing that the table asks for it.
func unbuilt(t *production.Table) string {
	if t.Build == nil && t.TerminalCap == nil {
		return ""
	}
	return "; nothing is built, and capacity wanted at the end is not looked at"
}

// fit lowers the levels of the techniques that share a factor of which more
// is wanted than there is, in one proportion.
func fit(t *production.Table, level, capacity []float64) {
	if t.Use == nil {
		return
	}
	busy := addRows(t.Use, level, len(t.Factors))
	for way := range level {
		least := 1.0
		factors, amounts := t.Use.Row(way)
		for at, f := range factors {
			if amounts[at] > 0 && busy[f] > capacity[f] {
				least = min(least, capacity[f]/busy[f])
			}
		}
		level[way] *= least
	}
}

// summary sums up a round of a procedure.
func summary(supply, demand []float64) (r Round) {
	for i := range supply {
		gap := mechanism.Imbalance(supply[i], demand[i])
		r.Imbalance = max(r.Imbalance, gap)
		r.Mean += gap / float64(len(supply))
	}
	return r
}
