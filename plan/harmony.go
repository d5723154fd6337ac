package plan

import (
	"context"
	"fmt"
	"math"
	"slices"

	"gosplan/production"
)

// harmony plans for Cockshott's objective (Cockshott and Cottrell, Towards a
// New Socialism, 1993; Cockshott 2018): the sum over needs and periods of
//
//	H = s − s²/2 where s < 0, log(1+s) elsewhere,  s = (net output − target)/target,
//
// so that a shortfall counts the more the larger it is and a surplus the less.
// H is concave. Without Request.Rounds it is maximised, with a proved bound;
// with Rounds, Cockshott's own procedure is run for so many (he takes 80 to
// 100) and held against the bound. Capacity wanted after the last period is not
// part of it, and the plan says so.
func harmony(ctx context.Context, t *production.Table, r Request) (*Plan, error) {
	w := unroll(t, r.Rounds == 0)
	if !slices.ContainsFunc(w.target, func(target float64) bool { return target > 0 }) {
		return nil, fmt.Errorf("no needs, and harmony is how well needs are met")
	}
	compute := concord
	if r.Rounds > 0 {
		compute = harmonise
	}
	p, err := compute(ctx, w, r)
	if err == nil && t.TerminalCap != nil {
		p.Says += "; capacity wanted at the end is not looked at"
	}
	return p, err
}

// harmonyOf is H, and slope its derivative by net output.
func harmonyOf(target, net float64) float64 {
	s := (net - target) / target
	if s < 0 {
		return s - s*s/2
	}
	return math.Log1p(s)
}

func slope(target, net float64) float64 {
	s := (net - target) / target
	if s < 0 {
		return (1 - s) / target
	}
	return 1 / (target * (1 + s))
}

// value is the harmony of all needs; a need cannot be met by less than nothing.
func (w *web) value(net []float64) (sum float64) {
	for i, target := range w.target {
		if target > 0 {
			sum += harmonyOf(target, max(0, net[i]))
		}
	}
	return sum
}

// bound is a harmony that no plan can exceed, by weak duality: at prices y ≥ 0
//
//	max H ≤ Σ_i max_n [H_i(n) − y_i·n] + y·there + Σ_k most_k·max(0, profit_k),
//
// where most bounds the level of a way. It is +Inf where a way without a bound
// makes a profit.
func (w *web) bound(y, most []float64) float64 {
	sum := 0.0
	for i, price := range y {
		sum += price * w.there[i]
		if target := w.target[i]; target > 0 {
			n := consume(target, price)
			if math.IsInf(n, 1) {
				return n
			}
			sum += harmonyOf(target, n) - price*n
		}
	}
	for k := range w.way {
		if worth, cost := w.worth(k, y); worth > cost*(1+1e-14) {
			sum += most[k] * (worth - cost)
		}
	}
	return sum
}

// worth is what a run yields at prices, and cost what it uses.
func (w *web) worth(k int, y []float64) (worth, cost float64) {
	for _, p := range w.way[k].out {
		worth += p.amount * y[p.commodity]
	}
	for _, p := range w.way[k].in {
		cost += p.amount * y[p.commodity]
	}
	return worth, cost
}

// profit is their difference.
func (w *web) profit(k int, y []float64) float64 {
	worth, cost := w.worth(k, y)
	return worth - cost
}

// consume is the net output at which the slope of harmony is a price.
func consume(target, price float64) float64 {
	switch worth := price * target; {
	case worth >= 2:
		return 0
	case worth >= 1:
		return target * (2 - worth)
	case worth > 0:
		return target / worth
	}
	return math.Inf(1)
}

// mosts bounds the level of every way by what it needs of commodities of which
// there is only so much.
func (w *web) mosts() []float64 {
	most, ceiling := make([]float64, len(w.way)), slices.Clone(w.there)
	for i, made := range w.produce {
		if made {
			ceiling[i] = math.Inf(1)
		}
	}
	for range 3 * len(w.t.Periods) { // what can be made bounds what can be built, and that what can be made later
		for k := range w.way {
			most[k] = math.Inf(1)
			for _, p := range w.way[k].in {
				if p.amount > 0 {
					most[k] = min(most[k], max(0, ceiling[p.commodity])/p.amount)
				}
			}
		}
		copy(ceiling, w.there)
		for k := range w.way {
			for _, p := range w.way[k].out {
				if p.amount > 0 {
					ceiling[p.commodity] += p.amount * most[k]
				}
			}
		}
	}
	return most
}

// told puts prices and what is known of the optimum into a plan.
func (w *web) told(p *Plan, y []float64, value, bound float64) {
	p.Value, p.Bound = value, bound
	for period := range w.t.Periods {
		from := w.product(period, 0)
		p.Price = append(p.Price, slices.Clone(y[from:from+w.t.N]))
		p.Rent = append(p.Rent, slices.Clone(y[from+w.t.N:w.product(period+1, 0)]))
	}
}
