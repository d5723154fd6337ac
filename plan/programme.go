package plan

import (
	"fmt"
	"math"

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
	limit    [][]float64    // [period][factor] capacity there is before what the plan builds; the last of one period more
	most     [][]float64    // [period][product] shortfall that is allowed
	scale    bool           // the needs are times a Scale, else they are in full
	tiers    []int8         // in their order
	level    []int          // [period] first column of levels
	begun    [][]int        // [period][factor] column, −1: none
	store    [][]int        // [period][product]
	short    [][]int        // [period][product]
	capacity [][]int        // [period][factor] row, −1: none; the last of one period more
	fix      []int          // [tier] row that holds a tier's shortfall, −1 for the last
	columns  *linalg.Matrix // nil until byColumn was asked
}

const none = -1

// A kind of programme says how it takes the needs.
type kind uint8

const (
	scaling kind = iota // times a scale
	inTiers             // with shortfalls in tiers
	inFull              // as they are
)

// newProgramme builds the programme of a kind.
func newProgramme(t *production.Table, k kind) *programme {
	g := &programme{t: t, limit: capacities(t), scale: k == scaling}
	if k == inTiers {
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

// Programme is the linear programme of years, or of the first tier of goals,
// for other solvers: rows and columns as described in the package's comment,
// period by period.
func Programme(t *production.Table, task Task) (*lp.Problem, error) {
	if err := t.Shape(); err != nil {
		return nil, fmt.Errorf("plan: %s: %w", task, err)
	}
	switch task {
	case Years:
		g := newProgramme(t, scaling)
		g.aimAtScale()
		return g.lp, nil
	case Goals:
		g := newProgramme(t, inTiers)
		if len(g.tiers) > 0 {
			g.aimAt(0)
		}
		return g.lp, nil
	}
	return nil, fmt.Errorf("plan: %s: ask for the programme of %s or %s", task, Years, Goals)
}

// byColumn is the programme's matrix with columns for rows.
func (g *programme) byColumn() *linalg.Matrix {
	if g.columns == nil {
		g.columns = g.lp.A.Transpose()
	}
	return g.columns
}

// aimAtScale makes the largest scale the objective.
func (g *programme) aimAtScale() { g.lp.C[len(g.lp.C)-1] = -1 }

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
