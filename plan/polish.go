package plan

import (
	"math"

	"gosplan/linalg"
	"gosplan/lp"
)

// Limits of polishing.
const (
	polishSweeps  = 400
	polishWithin  = 1e-12 // of a row's flow, of a column's costs
	negligible    = 1e-8  // of a row's flow, for a column that does not pay
	dust          = 1e-14 // of the largest level, for one that is rounding
	clearlyDearer = 1e-6  // of a column's costs, for such a column
	worthless     = 1e-40 // of the largest price, for one that comes down
	shrinkings    = 4
	cuttings      = 60   // the same of a plan that was stopped
	shrinkAtMost  = 1e-3 // of the plan; what is off by more is no rounding
)

// polish makes a solution of the programme hold product by product to
// rounding, which solvers hold to only as a whole:
//
//   - levels that do not pay and are all but zero become zero;
//   - where a product is short, the technique that makes most of it makes what
//     is missing, until no product is short (its inputs are less than what it
//     makes, so this ends);
//   - where a factor is used beyond what is there, the whole plan shrinks by as
//     much, and shortfalls grow where it has them;
//   - where a technique would earn more than it costs, the price of what it
//     makes comes down until none does, and with it what others cost.
//
// Each step changes what is of the order of the solver's errors.
func (g *programme) polish(s *lp.Solution) {
	b := &polisher{g: g, columns: g.byColumn(), x: s.X, y: s.Y}
	b.dropTheIdle()
	b.repairBalances()
	times, atMost := shrinkings, shrinkAtMost
	if s.Status == lp.Stopped { // no rounding: what is asked of the plan must be cut
		times, atMost = cuttings, 1
	}
	for range times {
		if !b.shrink(atMost) {
			break
		}
		b.repairBalances()
	}
	b.lowerPrices()
	if g.scale {
		b.normalise()
	}
	s.Reckon(g.lp)
}

type polisher struct {
	g       *programme
	columns *linalg.Matrix
	x, y    []float64
}

// dropTheIdle puts columns at their lower bound that are dear and all but
// there.
func (b *polisher) dropTheIdle() {
	a := b.g.lp.A
	flow := make([]float64, a.Rows)
	for i := range flow {
		_, flow[i] = a.RowSum(i, b.x)
	}
	rounding := 0.0
	for _, x := range b.x {
		rounding = max(rounding, dust*x)
	}
	for j, x := range b.x {
		lo := b.g.lp.Lo[j]
		if x <= lo+rounding {
			b.x[j] = lo
			continue
		}
		earns, size := b.columns.RowSum(j, b.y)
		c := b.g.lp.C[j]
		if c-earns <= clearlyDearer*(size+math.Abs(c)) {
			continue
		}
		little := true
		rows, vals := b.columns.Row(j)
		for k, i := range rows {
			little = little && math.Abs(vals[k])*(x-lo) <= negligible*flow[i]
		}
		if little {
			b.x[j] = lo
		}
	}
}

// repairBalances raises levels until no product is short.
func (b *polisher) repairBalances() {
	g := b.g
	a := g.lp.A
	rows := len(g.t.Periods) * g.t.N
	carrier := make([]int, rows)
	for i := range carrier {
		carrier[i] = b.carrier(i)
	}
	for range polishSweeps {
		worst := 0.0
		for i := range rows {
			sum, size := a.RowSum(i, b.x)
			missing := g.lp.RowLo[i] - sum
			size += math.Abs(g.lp.RowLo[i])
			if missing <= polishWithin*size || carrier[i] == none {
				continue
			}
			worst = max(worst, missing/size)
			j := carrier[i]
			b.x[j] = min(b.x[j]+missing/a.At(i, j), g.lp.Hi[j])
		}
		if worst <= polishWithin {
			return
		}
	}
}

// carrier is the column that provides a product in a period: its shortfall if
// it has one, else the technique that makes most of it, else the store of the
// period before.
func (b *polisher) carrier(row int) int {
	g := b.g
	period, product := row/g.t.N, row%g.t.N
	short := g.short[period][product]
	if short != none && b.x[short] > 0 && b.x[short] < g.lp.Hi[short] {
		return short
	}
	best, most := none, 0.0
	cols, vals := g.lp.A.Row(row)
	for k, j := range cols {
		isLevel := int(j) >= g.level[period] && int(j) < g.level[period]+g.t.Ways()
		if made := vals[k] * b.x[j]; isLevel && made > most {
			best, most = int(j), made
		}
	}
	switch {
	case best != none:
		return best
	case period > 0 && g.store[period-1][product] != none && b.x[g.store[period-1][product]] > 0:
		return g.store[period-1][product]
	}
	return short
}

// shrink makes the plan smaller by the largest share by which a factor is used
// beyond what is there, if it is not too large, and tells whether it did.
func (b *polisher) shrink(atMost float64) bool {
	g := b.g
	worst := 0.0
	for period := range g.t.Periods {
		for _, row := range g.capacity[period] {
			if row == none {
				continue
			}
			used, size := g.lp.A.RowSum(row, b.x)
			if over := used - g.lp.RowHi[row]; over > polishWithin*size {
				worst = max(worst, over/max(used, polishWithin*size))
			}
		}
	}
	if worst == 0 || worst > atMost {
		return false
	}
	by := 1 - worst
	for period := range g.level {
		for j := range g.t.Ways() {
			b.x[g.level[period]+j] *= by
		}
	}
	if g.scale {
		b.x[len(b.x)-1] *= by
	}
	return true
}

// lowerPrices brings prices and rents down until no column would earn more
// than it costs.
func (b *polisher) lowerPrices() {
	balances := len(b.g.t.Periods) * b.g.t.N
	for i, y := range b.y {
		if i < balances {
			b.y[i] = max(0, y)
		} else {
			b.y[i] = min(0, y)
		}
	}
	nothing := worthless * linalg.Largest(b.y)
	for range polishSweeps {
		worst := 0.0
		for j := range b.columns.Rows {
			if !math.IsInf(b.g.lp.Hi[j], 1) || b.g.scale && j == b.columns.Rows-1 {
				continue
			}
			earns, size := b.columns.RowSum(j, b.y)
			c := b.g.lp.C[j]
			size += math.Abs(c)
			if over := earns - c; over > polishWithin*size {
				worst = max(worst, over/size)
				b.lower(j, over, nothing)
			}
		}
		if worst <= polishWithin {
			return
		}
	}
}

// lower takes what a column earns too much from the rows that pay it, in
// proportion to what they pay. What then is worth no more than nothing becomes
// zero, else products that only serve each other would halve without end.
func (b *polisher) lower(column int, over, nothing float64) {
	rows, vals := b.columns.Row(column)
	paid := 0.0
	for k, i := range rows {
		paid += max(0, vals[k]*b.y[i])
	}
	for k, i := range rows {
		if vals[k]*b.y[i] > 0 {
			b.y[i] *= max(0, 1-over/paid)
			if math.Abs(b.y[i]) <= nothing {
				b.y[i] = 0
			}
		}
	}
}

// normalise sizes the prices so that one bundle of needs is worth one, as the
// dual of Scale wants.
func (b *polisher) normalise() {
	earns, _ := b.columns.RowSum(b.columns.Rows-1, b.y)
	if worth := -earns; worth > 0 {
		for i := range b.y {
			b.y[i] /= worth
		}
	}
}
