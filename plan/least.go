package plan

import (
	"context"
	"fmt"
	"math"
	"slices"

	"gosplan/linalg"
	"gosplan/production"
)

// A least is the work on a plan that meets needs with least use of one factor,
// period by period.
type least struct {
	ctx   context.Context
	t     *production.Table
	r     Request
	w     *works
	c     *cheapest
	p     *Plan
	carry []float64 // [product] in store

	torn     bool     // some products are worth something between nothing and their cost
	frees    [][]bool // [period][product] not made, since there is more than is needed
	ahead    bool     // something might better be made in an earlier period
	unproved bool     // outputs were found, but no prices that go with them
}

// frees is how often the set of products that need not be made is looked at
// again, because another set makes other techniques the cheapest.
const frees = 8

func newLeast(ctx context.Context, t *production.Table, r Request) (*least, error) {
	if t.Use != nil && (r.Factor < 0 || r.Factor >= len(t.Factors)) {
		return nil, fmt.Errorf("factor %d: the table has %d, numbered from 0", r.Factor, len(t.Factors))
	}
	w, err := worksOf(t)
	if err != nil {
		return nil, err
	}
	l := &least{ctx: ctx, t: t, r: r, w: w, p: &Plan{Request: r, Scale: 1}, carry: slices.Clone(t.Stock)}
	l.c = w.cheapest(watchOf(r.Progress))
	w.costs(oneAt(len(t.Factors), r.Factor), l.c.cost)
	l.c.goOn(r.From)
	return l, nil
}

// goOn begins with the prices and techniques of another plan, if they fit.
func (c *cheapest) goOn(from *Plan) {
	if from == nil || len(from.Price) == 0 || len(from.Level) == 0 || len(from.Price[0]) != c.t.N || len(from.Level[0]) != c.t.Ways() {
		return
	}
	copy(c.price, from.Price[0])
	c.known = true
	for i := range c.way {
		most := 0.0
		for _, way := range c.ways(i) {
			if level := from.Level[0][way]; level > most {
				c.way[i], most = way, level
			} else if c.way[i] < 0 {
				c.way[i] = way
			}
		}
	}
}

// watchOf tells a request's progress how a solver goes on.
func watchOf(tell func(Progress)) linalg.Watch {
	if tell == nil {
		return nil
	}
	return func(products int, residual float64) {
		tell(Progress{Rounds: products, Residual: residual, Gap: math.NaN(), Left: -1})
	}
}

// oneAt is a vector that is one in one place.
func oneAt(n, at int) []float64 {
	v := make([]float64, n)
	if at < n {
		v[at] = 1
	}
	return v
}

// wanted is needs of a period net of imports and of what is in store.
func (l *least) wanted(period int) []float64 {
	need := netNeed(l.t, period, 1)
	for i, stock := range l.carry {
		need[i] -= kept(l.t, i) * stock
	}
	return need
}

// kept is the share of a store that is left a period later.
func kept(t *production.Table, i int) float64 { return 1 - entry(t.Perish, i) }

// netNeed is a multiple of the needs of a period net of imports, with the
// terminal stock in the last one.
func netNeed(t *production.Table, period int, scale float64) []float64 {
	need := make([]float64, t.N)
	p := t.Periods[period]
	for i := range need {
		need[i] = scale*entry(p.Need, i) - entry(p.Import, i)
		if period == len(t.Periods)-1 && t.Terminal != nil {
			need[i] += t.Terminal[i]
		}
	}
	return need
}

// period plans one period: prices, techniques and outputs that fit together.
// It answers the outputs, or nil where there are none. Outputs without prices
// leave a plan without a proof.
func (l *least) period(need []float64, residual float64) *output {
	if l.w.most <= 1 {
		return l.onlyWay(need, residual)
	}
	var o *output
	var chosen []int32
	for range frees {
		if !l.prices(residual) {
			return nil
		}
		if o == nil || !slices.Equal(chosen, l.c.way) {
			o = l.w.outputs(l.c.way)
			chosen = slices.Clone(l.c.way)
		}
		if !o.find(l.ctx, need, residual, l.c.watch) {
			return nil
		}
		free := o.free()
		if differ(free, l.c.free) == nil {
			return o
		}
		l.c.free, l.c.known = free, false
	}
	l.torn = true
	return o
}

// onlyWay plans a period where nothing is to be chosen.
func (l *least) onlyWay(need []float64, residual float64) *output {
	l.only()
	o := l.w.outputs(l.c.way)
	if !o.find(l.ctx, need, residual, l.c.watch) {
		return nil
	}
	l.c.free = o.free()
	if l.prices(residual) || l.ctx.Err() != nil {
		return o
	}
	l.only()
	if !o.needed(l.ctx, need, residual, l.c.watch) {
		return nil
	}
	l.c.free = o.free()
	l.unproved = !l.prices(residual)
	l.only()
	return o
}

// only takes the only technique of every product.
func (l *least) only() {
	for i := range l.c.way {
		l.c.way[i] = -1
		if ways := l.w.ways(i); len(ways) > 0 {
			l.c.way[i] = ways[0]
		}
	}
}

// prices finds cheapest prices. What turns out to cost beyond all measure is
// taken for what cannot be made.
func (l *least) prices(residual float64) bool {
	if l.c.find(l.ctx, residual) {
		return true
	}
	if l.ctx.Err() != nil || l.w.most <= 1 {
		return false
	}
	l.c.giveUp()
	return l.c.find(l.ctx, residual)
}

// giveUp takes products whose price has grown beyond all measure for such as
// nobody makes.
func (c *cheapest) giveUp() {
	dear := linalg.Largest(c.cost)
	c.hopeless = make([]bool, c.t.N)
	for i, p := range c.price {
		c.hopeless[i] = p > stand*dear/100 || math.IsNaN(p)
	}
}
