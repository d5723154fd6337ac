package plan

import (
	"context"
	"math"
	"slices"

	"gosplan/linalg"
)

// A cheapest is the cheapest way to make every product:
//
//	price[i] = min over its techniques of cost[t] + Σ_j net[t,j]·price[j]
//
// That one choice is the cheapest whatever is needed is the theorem of
// non-substitution (Samuelson, and Georgescu-Roegen, in Koopmans, ed.,
// Activity Analysis of Production and Allocation, 1951). A choice is valued by
// solving a linear system and then bettered product by product, until none is
// better (Howard, Dynamic Programming and Markov Processes, 1960).
type cheapest struct {
	*works
	system *linalg.System
	cost   []float64 // [technique] of the factors for a unit
	price  []float64 // [product]
	way    []int32   // [product] technique chosen, -1: none
	free   []bool    // [product] there is more than is needed: its price is nothing; nil: none is
	fixed  []float64 // [product] price at which it can be had without being made, negative where it cannot
	watch  linalg.Watch

	priced   bool   // fixed was set from outside
	hopeless []bool // [product] using up more of it than is made, whatever the technique; nil: none is known

	known bool      // price and way are of a similar problem
	next  []float64 // [product] room
	right []float64 // [product] room
}

func (w *works) cheapest(watch linalg.Watch) *cheapest {
	n := w.t.N
	c := &cheapest{
		works: w, system: linalg.NewSystem(w.net, nil), watch: watch,
		cost: make([]float64, w.t.Ways()), price: make([]float64, n), way: make([]int32, n),
		fixed: make([]float64, n), next: make([]float64, n), right: make([]float64, n),
	}
	for i := range c.way {
		c.way[i] = -1
	}
	return c
}

const (
	better   = 1e-13 // a technique is better if it saves this share of the price
	warming  = 4     // sweeps more from nothing whenever a choice turns out to use more than it makes
	warmUps  = 12    // times that may happen
	valuings = 200   // choices valued at most
)

// stand is the price of a unit of what nobody makes, against the dearest
// technique's factors: enough to be avoided wherever that is possible.
const stand = 1e8

// find finds cheapest prices to a relative residual. It answers whether it
// did: where not, some products cannot be made without using up more of them
// than is made, or the context has ended.
func (c *cheapest) find(ctx context.Context, residual float64) bool {
	if !c.priced {
		c.standIns()
	}
	if c.known && c.settle(ctx, residual) {
		return true
	}
	c.known = false
	clear(c.price)
	for i := range c.way {
		c.way[i] = -1
	}
	for warmed := range warmUps {
		c.sweeps(warming * (warmed + 1))
		if ctx.Err() != nil {
			return false
		}
		if c.settle(ctx, residual) {
			c.known = true
			return true
		}
		if c.most <= 1 {
			return false
		}
	}
	return false
}

// standIns prices what nobody makes.
func (c *cheapest) standIns() {
	dear := linalg.Largest(c.cost)
	if dear == 0 {
		dear = 1
	}
	for i := range c.fixed {
		c.fixed[i] = -1
		if len(c.ways(i)) == 0 || c.hopeless != nil && c.hopeless[i] {
			c.fixed[i] = stand * dear
		}
	}
}

// sweeps raises prices from below.
func (c *cheapest) sweeps(times int) {
	for range times {
		copy(c.next, c.price)
		c.products(func(_, from, to int) {
			for i := from; i < to; i++ {
				c.next[i], c.way[i] = c.best(i, c.price)
			}
		})
		c.price, c.next = c.next, c.price
	}
}

// best is the cheapest technique of a product at given prices, or −1 where it
// is cheaper not to make it; the one in use unless another is really better.
func (c *cheapest) best(i int, price []float64) (float64, int32) {
	if c.free != nil && c.free[i] {
		return 0, -1
	}
	ways, way := c.ways(i), c.way[i]
	var least float64
	switch {
	case c.hopeless != nil && c.hopeless[i] || len(ways) == 0:
		return c.fixed[i], -1
	case way >= 0:
		least = c.cost[way] + c.net.RowTimes(int(way), price)
	case c.fixed[i] >= 0:
		least = c.fixed[i]
	default:
		way = ways[0]
		least = c.cost[way] + c.net.RowTimes(int(way), price)
	}
	if given := c.fixed[i]; way >= 0 && given >= 0 && given < least-better*math.Abs(least) {
		least, way = given, -1
	}
	for _, other := range ways {
		if other == way {
			continue
		}
		if cost := c.cost[other] + c.net.RowTimes(int(other), price); cost < least-better*math.Abs(least) {
			least, way = cost, other
		}
	}
	return least, way
}

// settle values choices and betters them until none is better. It answers no
// where a choice has no sensible prices.
func (c *cheapest) settle(ctx context.Context, residual float64) bool {
	rough := max(residual, 1e-3)
	for range valuings {
		if !c.value(ctx, rough) {
			return false
		}
		switch changed := c.improve(); {
		case changed == 0 && rough == residual:
			return true
		case changed <= c.t.N/1000:
			rough = residual
		default:
			rough = max(residual, rough/30)
		}
	}
	return ctx.Err() == nil
}

// value solves for the prices of the techniques in use.
func (c *cheapest) value(ctx context.Context, residual float64) bool {
	for i, way := range c.way {
		if c.right[i] = max(0, c.fixed[i]); way >= 0 {
			c.right[i] = c.cost[way]
		}
		if c.free != nil && c.free[i] {
			c.right[i] = 0
		}
	}
	copy(c.next, c.price)
	out := c.system.Repick(c.way).Solve(ctx, c.right, c.next, residual, c.watch)
	if !out.Converged {
		return false
	}
	least := slices.Min(c.next)
	if least < -1e-9*linalg.Largest(c.next) || math.IsNaN(least) {
		return false
	}
	for i, p := range c.next {
		c.price[i] = max(p, 0)
	}
	return true
}

// feasible is the largest share of prices, one at most, at which no technique
// earns anything: share·price[i] ≤ cost[t] + share·net[t]·price. Prices found
// roughly still prove what they prove if they are lowered by it. A share of
// the price that may be earned for all that is not counted.
func (c *cheapest) feasible(uncounted float64) float64 {
	parts := make([]float64, c.blocks())
	c.products(func(b, from, to int) {
		least := 1.0
		for i := from; i < to; i++ {
			for _, way := range c.ways(i) {
				earned := c.price[i] - c.net.RowTimes(int(way), c.price)
				if cost := c.cost[way]; earned > cost+uncounted*c.price[i] {
					least = min(least, cost/earned)
				}
			}
		}
		parts[b] = least
	})
	return slices.Min(parts)
}

// improve chooses the best technique of every product, and lowers to its cost
// a price that exceeds it. It answers how many were changed.
func (c *cheapest) improve() int {
	parts := make([]int, c.blocks())
	c.products(func(b, from, to int) {
		for i := from; i < to; i++ {
			least, way := c.best(i, c.price)
			if c.next[i] = min(c.price[i], max(least, 0)); way != c.way[i] {
				c.way[i] = way
				parts[b]++
			}
		}
	})
	c.price, c.next = c.next, c.price
	changed := 0
	for _, p := range parts {
		changed += p
	}
	return changed
}
