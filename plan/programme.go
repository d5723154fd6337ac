package plan

import (
	"fmt"
	"math"
	"slices"

	"gosplan/linalg"
	"gosplan/lp"
	"gosplan/production"
)

// A programme is the canonical linear programme of a table, in the columns
//
//	of each period: Level by technique, Begun by factor that can be built,
//	Store by product that keeps, Short by product that is wanted; then Scale
//
// and the rows
//
//	balances by period and product; capacities by period and limited factor;
//	capacities after the last period; one row for each tier but the last
//
// It always minimises: the largest Scale is the least −Scale. A column that a
// task does not have is kept at zero. Terminal stocks are the lower bounds of
// the last period's stores.
type programme struct {
	t        *production.Table
	lp       *lp.Problem
	limit    [][]float64 // [period][factor] capacity there is before what the plan builds; the last of one period more
	most     [][]float64 // [period][product] shortfall that is allowed
	scale    bool        // the needs are times a Scale, else they are in full
	tiers    []int8      // in their order
	level    []int       // [period] first column of levels
	begun    [][]int     // [period][factor] column, −1: none
	store    [][]int     // [period][product]
	short    [][]int     // [period][product]
	capacity [][]int     // [period][factor] row, −1: none; the last of one period more
	fix      []int       // [tier] row that holds a tier's shortfall, −1 for the last
}

const none = -1

// newProgramme builds the programme: with shortfalls in tiers, or else with a
// scale.
func newProgramme(t *production.Table, shortfalls bool) *programme {
	g := &programme{t: t, limit: capacities(t), scale: !shortfalls}
	if shortfalls {
		g.most = allowances(t)
		g.tiers = tiersOf(t, g.most)
	}
	columns := g.layColumns()
	rows := g.layRows()
	g.lp = &lp.Problem{C: make([]float64, columns), A: linalg.New(0, columns), Lo: make([]float64, columns), Hi: make([]float64, columns),
		RowLo: make([]float64, 0, rows), RowHi: make([]float64, 0, rows), Block: make([]int32, 0, rows)}
	for j := range g.lp.Hi {
		g.lp.Hi[j] = math.Inf(1)
	}
	g.fillBounds()
	g.fillBalances()
	g.fillCapacities()
	g.fillTiers()
	return g
}

// capacities is what there is of each factor in each period and, last, after
// all of them, before what the plan itself builds: what was there, less
// depreciation, and what is added. No list in the first period means no limits.
func capacities(t *production.Table) [][]float64 {
	out := make([][]float64, len(t.Periods)+1)
	for period := range out {
		out[period] = make([]float64, len(t.Factors))
		for f := range out[period] {
			var added []float64
			if period < len(t.Periods) {
				added = t.Periods[period].Capacity
			}
			switch {
			case period == 0 && added == nil:
				out[0][f] = math.Inf(1)
				continue
			case added != nil:
				out[period][f] = added[f]
			}
			if period > 0 {
				out[period][f] += (1 - entry(t.Depreciation, f)) * out[period-1][f]
			}
		}
	}
	return out
}

// entry is an element of an optional list, zero where the list is left out.
func entry[T any](list []T, i int) (value T) {
	if i < len(list) {
		value = list[i]
	}
	return value
}

// allowances are the largest shortfalls that mean something: of what is
// needed or must go out and, in the last period, be in store. Whoever falls
// short by more would live on goods that nobody made. So that a plan always
// exists, building for terminal capacities counts as needed in the last period
// in which it can begin.
func allowances(t *production.Table) [][]float64 {
	out := make([][]float64, len(t.Periods))
	last := len(out) - 1
	for period := range out {
		out[period] = make([]float64, t.N)
		p := &t.Periods[period]
		for i := range t.N {
			most := max(0, entry(p.Need, i)) + max(0, -entry(p.Import, i))
			if period == last {
				most += max(0, entry(t.Terminal, i))
			}
			out[period][i] = most
		}
	}
	for f, wanted := range t.TerminalCap {
		if period := last + 1 - entry(t.Gestation, f); t.Build != nil && period >= 0 {
			cols, vals := t.Build.Row(f)
			for k, i := range cols {
				out[min(period, last)][i] += max(0, wanted*vals[k])
			}
		}
	}
	return out
}

// tiersOf lists the tiers of products that may fall short.
func tiersOf(t *production.Table, most [][]float64) []int8 {
	var out []int8
	for period := range most {
		for i, m := range most[period] {
			if tier := entry(t.Periods[period].Tier, i); m > 0 && !slices.Contains(out, tier) {
				out = append(out, tier)
			}
		}
	}
	slices.Sort(out)
	return out
}

// weight is the worth of a unit of shortfall.
func weight(t *production.Table, most [][]float64, period, i int) float64 {
	if w := t.Periods[period].Weight; w != nil {
		return w[i]
	}
	if need := entry(t.Periods[period].Need, i); need > 0 {
		return 1 / need
	}
	return 1 / most[period][i]
}

func (g *programme) layColumns() int {
	t, next := g.t, 0
	periods := len(t.Periods)
	g.level, g.begun = make([]int, periods), make([][]int, periods)
	g.store, g.short = make([][]int, periods), make([][]int, periods)
	lay := func(n int, has func(int) bool) []int {
		out := make([]int, n)
		for k := range out {
			out[k] = none
			if has(k) {
				out[k] = next
				next++
			}
		}
		return out
	}
	for period := range periods {
		g.level[period] = next
		next += t.Ways()
		g.begun[period] = lay(len(t.Factors), func(f int) bool { return g.canBegin(period, f) })
		g.store[period] = lay(t.N, func(i int) bool {
			if period == periods-1 {
				return entry(t.Terminal, i) > 0
			}
			return entry(t.Perish, i) < 1
		})
		g.short[period] = lay(t.N, func(i int) bool { return g.most != nil && g.most[period][i] > 0 })
	}
	if g.scale {
		next++
	}
	return next
}

// canBegin tells whether building a factor may begin in a period and be of
// use.
func (g *programme) canBegin(period, f int) bool {
	if g.t.Build == nil {
		return false
	}
	if cols, _ := g.t.Build.Row(f); len(cols) == 0 {
		return false
	}
	ready := period + entry(g.t.Gestation, f)
	return ready < len(g.t.Periods) && !math.IsInf(g.limit[ready][f], 1) ||
		ready <= len(g.t.Periods) && entry(g.t.TerminalCap, f) > 0
}

func (g *programme) layRows() int {
	next := len(g.t.Periods) * g.t.N
	g.capacity = make([][]int, len(g.limit))
	for period, limits := range g.limit {
		g.capacity[period] = make([]int, len(limits))
		for f, limit := range limits {
			g.capacity[period][f] = none
			terminal := period == len(g.t.Periods)
			if !math.IsInf(limit, 1) && (!terminal || entry(g.t.TerminalCap, f) > 0) {
				g.capacity[period][f] = next
				next++
			}
		}
	}
	g.fix = make([]int, len(g.tiers))
	for k := range g.fix {
		g.fix[k] = none
		if k < len(g.fix)-1 {
			g.fix[k] = next
			next++
		}
	}
	return next
}

func (g *programme) fillBounds() {
	last := len(g.t.Periods) - 1
	for i, j := range g.store[last] {
		if j != none {
			g.lp.Lo[j] = g.t.Terminal[i]
		}
	}
	for period := range g.short {
		for i, j := range g.short[period] {
			if j != none {
				g.lp.Hi[j] = g.most[period][i]
			}
		}
	}
}

// addRow ends a row whose entries have been put into the matrix.
func (g *programme) addRow(lo, hi float64, block int) {
	a := g.lp.A
	a.Rows++
	a.Start = append(a.Start, int64(len(a.Col)))
	g.lp.RowLo, g.lp.RowHi = append(g.lp.RowLo, lo), append(g.lp.RowHi, hi)
	g.lp.Block = append(g.lp.Block, int32(block))
}

func (g *programme) put(column int, value float64) {
	if column != none && value != 0 {
		g.lp.A.Col, g.lp.A.Val = append(g.lp.A.Col, int32(column)), append(g.lp.A.Val, value)
	}
}

func (g *programme) fillBalances() {
	t := g.t
	made, built := netOutput(t), (*linalg.Matrix)(nil)
	if t.Build != nil {
		built = lp.Transpose(t.Build)
	}
	for period := range t.Periods {
		p := &t.Periods[period]
		for i := range t.N {
			kept := 1 - entry(t.Perish, i)
			supply := entry(p.Import, i)
			if period == 0 {
				supply += kept * entry(t.Stock, i)
			} else {
				g.put(g.store[period-1][i], kept)
			}
			cols, vals := made.Row(i)
			for k, technique := range cols {
				g.put(g.level[period]+int(technique), vals[k])
			}
			if built != nil {
				cols, vals := built.Row(i)
				for k, f := range cols {
					g.put(g.begun[period][f], -vals[k])
				}
			}
			g.put(g.store[period][i], -1)
			g.put(g.short[period][i], 1)
			need := entry(p.Need, i)
			if g.scale {
				g.put(g.lp.A.Cols-1, -need)
				need = 0
			}
			g.addRow(need-supply, math.Inf(1), period)
		}
	}
}

// netOutput is Output − Input, [product × technique].
func netOutput(t *production.Table) *linalg.Matrix {
	net := &linalg.Matrix{Rows: t.Ways(), Cols: t.N, Start: make([]int64, 1, t.Ways()+1)}
	for technique := range t.Ways() {
		outCols, outVals := []int32{t.Makes[technique]}, []float64{1}
		if t.Output != nil {
			outCols, outVals = t.Output.Row(technique)
		}
		inCols, inVals := t.Input.Row(technique)
		for a, b := 0, 0; a < len(outCols) || b < len(inCols); {
			product, value := int32(math.MaxInt32), 0.0
			if a < len(outCols) {
				product = outCols[a]
			}
			if b < len(inCols) {
				product = min(product, inCols[b])
			}
			if a < len(outCols) && outCols[a] == product {
				value += outVals[a]
				a++
			}
			if b < len(inCols) && inCols[b] == product {
				value -= inVals[b]
				b++
			}
			net.Col, net.Val = append(net.Col, product), append(net.Val, value)
		}
		net.Start = append(net.Start, int64(len(net.Col)))
	}
	return lp.Transpose(net)
}

func (g *programme) fillCapacities() {
	t := g.t
	used := linalg.New(len(t.Factors), t.Ways())
	if t.Use != nil {
		used = lp.Transpose(t.Use)
	}
	periods := len(t.Periods)
	for period := range g.capacity {
		for f, row := range g.capacity[period] {
			if row == none {
				continue
			}
			ready := period - entry(t.Gestation, f)
			keeps := 1 - entry(t.Depreciation, f)
			build := func(from, to int) {
				for begun := from; begun <= min(to, periods-1); begun++ {
					g.put(g.begun[begun][f], -math.Pow(keeps, float64(ready-begun)))
				}
			}
			if period == periods {
				build(0, ready)
				g.addRow(math.Inf(-1), g.limit[period][f]-t.TerminalCap[f], periods)
				continue
			}
			build(0, min(ready, period-1))
			cols, vals := used.Row(f)
			for k, technique := range cols {
				g.put(g.level[period]+int(technique), vals[k])
			}
			build(period, ready)
			g.addRow(math.Inf(-1), g.limit[period][f], periods)
		}
	}
}

func (g *programme) fillTiers() {
	for k, row := range g.fix {
		if row == none {
			continue
		}
		g.eachShort(k, func(_, _, column int, weight float64) { g.put(column, weight) })
		g.addRow(math.Inf(-1), math.Inf(1), len(g.t.Periods))
	}
}

// eachShort visits the shortfalls of a tier.
func (g *programme) eachShort(tier int, visit func(period, i, column int, weight float64)) {
	for period := range g.short {
		for i, column := range g.short[period] {
			if column != none && entry(g.t.Periods[period].Tier, i) == g.tiers[tier] {
				visit(period, i, column, weight(g.t, g.most, period, i))
			}
		}
	}
}

// Programme is the linear programme of years, or of the first tier of goals,
// for other solvers: rows and columns as described in the package's comment,
// period by period.
func Programme(t *production.Table, task Task) (*lp.Problem, error) {
	if err := t.Shape(); err != nil {
		return nil, fmt.Errorf("plan: %s: %w", task, err)
	}
	switch task {
	case Years:
		g := newProgramme(t, false)
		g.aimAtScale()
		return g.lp, nil
	case Goals:
		g := newProgramme(t, true)
		if len(g.tiers) > 0 {
			g.aimAt(0)
		}
		return g.lp, nil
	}
	return nil, fmt.Errorf("plan: %s: ask for the programme of %s or %s", task, Years, Goals)
}

// aimAtScale makes the largest scale the objective.
func (g *programme) aimAtScale() { g.lp.C[len(g.lp.C)-1] = -1 }
