package plan

import "gosplan/linalg"

const (
	climbs     = 400  // steps towards a ray
	slackOfRay = 1e-9 // of itself that a ray's price may exceed what it may not
)

// ray looks for prices that prove that needs cannot be met by any technique:
//
//	price[i] ≤ Σ_j net[t,j]·price[j] for every technique t of i, and price·need > 0
//
// A product nobody makes may have any price. nil: none was found.
func (c *cheapest) ray(need []float64) []float64 {
	costs, fixed, hopeless := c.cost, c.fixed, c.hopeless
	defer func() { c.cost, c.fixed, c.hopeless = costs, fixed, hopeless }()
	c.hopeless = nil
	c.cost, c.fixed = make([]float64, len(costs)), make([]float64, len(fixed))
	missing := false
	for i := range c.fixed {
		c.way[i], c.fixed[i] = -1, -1
		if len(c.ways(i)) == 0 {
			c.fixed[i], missing = 1, true
		}
	}
	clear(c.price)
	if missing { // what depends on products nobody makes
		c.sweeps(climbs)
		if c.proves(c.price, need) {
			return c.price
		}
	}
	for i := range c.price {
		c.price[i] = 1
	}
	for range climbs / 10 { // what depends on loops that use more than they make
		c.sweeps(10)
		c.scale()
	}
	for range climbs {
		c.trim()
	}
	if c.proves(c.price, need) {
		return c.price
	}
	return nil
}

// scale divides prices by the largest.
func (c *cheapest) scale() {
	if largest := linalg.Largest(c.price); largest > 0 {
		for i := range c.price {
			c.price[i] = max(0, c.price[i]/largest)
		}
	}
}

// trim lowers prices to what they may not exceed.
func (c *cheapest) trim() {
	copy(c.next, c.price)
	c.products(func(_, from, to int) {
		for i := from; i < to; i++ {
			if c.fixed[i] < 0 {
				least, _ := c.best(i, c.price)
				c.next[i] = max(0, min(c.price[i], least))
			}
		}
	})
	c.price, c.next = c.next, c.price
}

// proves tests a ray.
func (c *cheapest) proves(price, need []float64) bool {
	worth, size := 0.0, 0.0
	for i, p := range price {
		worth += p * need[i]
		size += p * max(need[i], -need[i])
		for _, way := range c.ways(i) {
			if p > (1+slackOfRay)*c.net.RowTimes(int(way), price) && p > 0 {
				return false
			}
		}
	}
	return worth > slackOfRay*size
}
