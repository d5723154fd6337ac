package plan

import (
	"math"
	"slices"

	"gosplan/production"
)

// Answers of the councils of a table.
const (
	readiness  = 3.0  // percent more that workers propose per percent that a run is worth more than it costs
	habit      = 0.25 // percent of the usual level that follows a percent of a changed one
	heed       = 0.3  // and that follows a percent that was asked for more than was offered
	boldness   = 2.0  // proposals at most multiply or divide the usual level by this
	newcomers  = 0.1  // of what is asked for that those propose to make who made none
	reckonings = 40   // rounds in which the first prices are reckoned up from costs
)

// An assembly is the councils of one period of a table. Commodities are the
// products, then the factors.
//
// Workers of a technique propose to run it at
//
//	level = usual · (worth/cost)^readiness,
//
// which is best for them where the effort of a run rises with the level, cost
// being its inputs and factors at the prices announced. The usual level follows
// what they have proposed and what was asked of them. Consumers spend fixed
// shares of an income on the needs (Cobb and Douglas), the shares being those
// of the needs at the first prices. A factor without limit is offered as it is
// asked for.
type assembly struct {
	t       *production.Table
	limit   []float64 // [factor]
	usual   []float64 // [technique]
	level   []float64 // [technique] proposed
	need    []float64 // [product] to be met from what is made
	outside []float64 // [product]
	opening []float64 // [commodity] first prices
	tally   *tally
}

// newAssembly opens a period. What councils are used to is what they did
// last, and at first to making what consumers need, for nobody has told them
// yet what other workers need.
func newAssembly(t *production.Table, period int, limit []float64, from *Plan) *assembly {
	a := &assembly{t: t, limit: limit,
		usual: make([]float64, t.Ways()), level: make([]float64, t.Ways()),
		need: make([]float64, t.N), outside: make([]float64, t.N), tally: newTally(t)}
	books := newBooks(t, period, nil)
	for i := range a.need {
		a.need[i], a.outside[i] = wanted(t, period, i)
	}
	copy(a.usual, books.level)
	fit(t, a.usual, limit)
	a.tally.count(t, a.usual)
	a.opening = a.costs(books.target)
	if from == nil || len(from.Level) == 0 || len(from.Level[0]) != t.Ways() {
		return a
	}
	last := len(from.Level) - 1
	for way, x := range from.Level[last] {
		a.usual[way] = max(x, 1e-3*a.usual[way])
	}
	if len(from.Price) > last && len(from.Price[last]) == t.N && len(from.Rent) > last && len(from.Rent[last]) == len(t.Factors) {
		for i, price := range slices.Concat(from.Price[last], from.Rent[last]) {
			if price > 0 {
				a.opening[i] = price
			}
		}
	}
	return a
}

// costs are the prices to begin with: every factor as a whole is worth the
// same, and a product costs what its cheapest technique does.
func (a *assembly) costs(gross []float64) []float64 {
	t := a.t
	price := make([]float64, t.N+len(t.Factors))
	for f := range t.Factors {
		there := a.tally.busy[f]
		if there == 0 && !math.IsInf(a.limit[f], 1) {
			there = a.limit[f]
		}
		if there > 0 {
			price[t.N+f] = firstPrice / there
		}
	}
	for range reckonings {
		next := slices.Repeat([]float64{math.Inf(1)}, t.N)
		for way, i := range t.Makes {
			if y := yield(t, way); y > 0 {
				next[i] = min(next[i], a.cost(way, price)/y)
			}
		}
		for i, p := range next {
			if !math.IsInf(p, 1) {
				price[i] = p
			}
		}
	}
	for i := range t.N { // what costs nothing is worth as much as anything else
		if price[i] <= 0 {
			price[i] = firstPrice / max(gross[i], a.need[i], math.SmallestNonzeroFloat64)
		}
	}
	return price
}

// cost is a run's inputs and factors at prices.
func (a *assembly) cost(way int, price []float64) (sum float64) {
	products, amounts := a.t.Input.Row(way)
	for k, i := range products {
		sum += amounts[k] * price[i]
	}
	if a.t.Use != nil {
		factors, amounts := a.t.Use.Row(way)
		for k, f := range factors {
			sum += amounts[k] * price[a.t.N+int(f)]
		}
	}
	return sum
}

// propose answers prices with supply and demand.
func (a *assembly) propose(price, supply, demand []float64) {
	t := a.t
	for way, i := range t.Makes {
		if y := yield(t, way); a.usual[way] == 0 && y > 0 {
			a.usual[way] = newcomers * demand[i] / y
		}
		if supply[i] > 0 {
			a.usual[way] *= math.Pow(bold(demand[i]/supply[i]), heed)
		}
		worth := 0.0
		makes(t, way, func(i int, amount float64) { worth += amount * price[i] })
		ratio := boldness
		if cost := a.cost(way, price); cost > 0 {
			ratio = bold(math.Pow(worth/cost, readiness))
		}
		a.level[way] = a.usual[way] * ratio
		a.usual[way] *= math.Pow(ratio, habit)
	}
	a.tally.count(t, a.level)
	for i := range t.N {
		supply[i] = a.tally.made[i] + max(0, a.outside[i])
		demand[i] = a.tally.used[i] + max(0, -a.outside[i]) + a.need[i]*a.opening[i]/price[i]
	}
	for f, limit := range a.limit {
		supply[t.N+f], demand[t.N+f] = limit, a.tally.busy[f]
		if math.IsInf(limit, 1) {
			supply[t.N+f] = a.tally.busy[f]
		}
	}
}

// bold keeps a factor within what councils dare to change at once.
func bold(factor float64) float64 { return min(boldness, max(1/boldness, factor)) }
