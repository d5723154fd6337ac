package plan

import (
	"math"

	"gosplan/linalg"
	"gosplan/production"
)

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
		built = t.Build.Transpose()
	}
	for period := range t.Periods {
		p := &t.Periods[period]
		for i := range t.N {
			supply := entry(p.Import, i)
			if period == 0 {
				supply += kept(t, i) * entry(t.Stock, i)
			} else {
				g.put(g.store[period-1][i], kept(t, i))
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
	return net.Transpose()
}

func (g *programme) fillCapacities() {
	t := g.t
	used := linalg.New(len(t.Factors), t.Ways())
	if t.Use != nil {
		used = t.Use.Transpose()
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
