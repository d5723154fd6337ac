package plan

import (
	"math"
	"slices"

	"gosplan/production"
)

// A web is a table unrolled over its periods, for harmony: commodities are
// the products and factors of every period, ways are techniques, building and
// storing. Building yields capacity in all periods in which it stands.
type web struct {
	t       *production.Table
	there   []float64 // [commodity] without being made; 0 also for factors without limit, which no way uses
	target  []float64 // [commodity] need; 0: not final
	way     []webWay
	scale   []float64 // [way] level at which to begin
	produce []bool    // [commodity] made by some way
	factors []bool    // [commodity] is a factor
}

// A webWay is what a run uses and yields.
type webWay struct {
	in, out []quantity
	kind    wayKind
	period  int
	index   int // technique, factor or product
}

type wayKind uint8

const (
	runs wayKind = iota
	builds
	stores
)

// A quantity is an amount of a commodity.
type quantity struct {
	commodity int
	amount    float64
}

// product and factor number the commodities.
func (w *web) product(period, i int) int { return period*(w.t.N+len(w.t.Factors)) + i }
func (w *web) factor(period, f int) int  { return w.product(period, w.t.N+f) }

// unroll makes the web of a table, with or without storing between periods.
func unroll(t *production.Table, storing bool) *web {
	w := &web{t: t}
	n := w.product(len(t.Periods), 0)
	w.there, w.target, w.produce = make([]float64, n), make([]float64, n), make([]bool, n)
	w.factors = make([]bool, n)
	limits := capacities(t)
	for period := range t.Periods {
		for i := range t.N {
			w.target[w.product(period, i)], w.there[w.product(period, i)] = wanted(t, period, i)
		}
		for f, limit := range limits[period] {
			w.factors[w.factor(period, f)] = true
			if !math.IsInf(limit, 1) {
				w.there[w.factor(period, f)] = limit
			}
		}
		books := newBooks(t, period, nil)
		for range reckonings {
			books.balance()
		}
		for way := range t.Ways() {
			w.addRun(period, way, books.level[way], limits[period])
		}
		for f := range t.Factors {
			w.addBuilding(period, f, limits)
		}
		for i := range t.N {
			if storing && period+1 < len(t.Periods) && kept(t, i) > 0 {
				w.add(webWay{kind: stores, period: period, index: i,
					in:  []quantity{{w.product(period, i), 1}},
					out: []quantity{{w.product(period+1, i), kept(t, i)}}}, 0)
			}
		}
	}
	return w
}

func (w *web) add(way webWay, scale float64) {
	for _, p := range way.out {
		w.produce[p.commodity] = true
	}
	w.way, w.scale = append(w.way, way), append(w.scale, scale)
}

// addRun adds a technique; factors without limit bind nobody.
func (w *web) addRun(period, way int, scale float64, limit []float64) {
	t := w.t
	run := webWay{kind: runs, period: period, index: way}
	makes(t, way, func(i int, amount float64) { run.out = append(run.out, quantity{w.product(period, i), amount}) })
	products, amounts := t.Input.Row(way)
	for k, i := range products {
		run.in = append(run.in, quantity{w.product(period, int(i)), amounts[k]})
	}
	if t.Use != nil {
		factors, amounts := t.Use.Row(way)
		for k, f := range factors {
			if !math.IsInf(limit[f], 1) {
				run.in = append(run.in, quantity{w.factor(period, int(f)), amounts[k]})
			}
		}
	}
	w.add(run, scale)
}

// addBuilding adds the building of a factor that is begun in a period, if it
// can be built and stands before the last has ended.
func (w *web) addBuilding(period, f int, limits [][]float64) {
	t := w.t
	first := period + entry(t.Gestation, f)
	if t.Build == nil || first >= len(t.Periods) || math.IsInf(limits[0][f], 1) {
		return
	}
	products, amounts := t.Build.Row(f)
	if len(products) == 0 {
		return
	}
	b := webWay{kind: builds, period: period, index: f}
	for k, i := range products {
		b.in = append(b.in, quantity{w.product(period, int(i)), amounts[k]})
	}
	stands := 1.0
	for later := first; later < len(t.Periods); later++ {
		b.out = append(b.out, quantity{w.factor(later, f), stands})
		stands *= 1 - entry(t.Depreciation, f)
	}
	w.add(b, limits[period][f])
}

// gross is what there is of every commodity before it is used.
func (w *web) gross(level []float64) []float64 {
	sum := slices.Clone(w.there)
	for k := range w.way {
		for _, p := range w.way[k].out {
			sum[p.commodity] += p.amount * level[k]
		}
	}
	return sum
}

// net is what is left of every commodity at levels.
func (w *web) net(level []float64) []float64 {
	sum := w.gross(level)
	for k := range w.way {
		for _, p := range w.way[k].in {
			sum[p.commodity] -= p.amount * level[k]
		}
	}
	return sum
}

// plan puts levels of ways into the form of a plan.
func (w *web) plan(r Request, level []float64) *Plan {
	var levels, begun, store [][]float64
	for range w.t.Periods {
		levels = append(levels, make([]float64, w.t.Ways()))
		begun = append(begun, make([]float64, len(w.t.Factors)))
		store = append(store, make([]float64, w.t.N))
	}
	into := [...][][]float64{runs: levels, builds: begun, stores: store}
	for k := range w.way {
		into[w.way[k].kind][w.way[k].period][w.way[k].index] = level[k]
	}
	if w.t.Build == nil {
		begun = nil
	}
	return heuristic(w.t, r, levels, begun, store)
}
