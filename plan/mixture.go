package plan

import (
	"math"

	"gosplan/linalg"
)

// A mixture is plans for the same needs with different techniques, mixed so
// that together they keep within capacities: the decomposition of Dantzig and
// Wolfe (Operations Research 8, 1960). A small programme, the master, sets
// rents of what is scarce. At these rents the cheapest techniques are found,
// and the plan they make is one more for the master to mix. What the master
// mixes is a plan; what rents and prices come to bounds any plan.
//
// Where a factor is economised, needs are met once and its use is smallest;
// else the multiple of the needs is largest.
type mixture struct {
	w         *works
	c         *cheapest
	economise int       // factor, or multiply
	need      []float64 // [product]
	groups    [][2]int  // products from and to, whose needs are planned by themselves
	spare     bool      // some needs are negative: there is more than is needed of some products
	limits    []limit

	master *master
	mixed  []mixed     // [column of the master, but the first]
	count  float64     // needs are counted by so many
	worth  float64     // gains are counted by so much
	last   [][]float64 // [group] outputs of the newest plan
}

// multiply is a mixture that economises nothing.
const multiply = -1

// A limit is a factor of which there is not without end, or a product from
// outside or store, to be taken where it is not made.
type limit struct {
	factor  int // −1: a product
	product int
	room    float64
	scale   float64 // what the master counts room by
}

// A mixed is one plan: outputs for the needs of a group, counted; or levels
// that meet the needs of all.
type mixed struct {
	way    []int32
	output []float64
	group  int
	level  []float64
}

// runs is a plan's levels by technique.
func (w *works) runs(p mixed) []float64 {
	if p.level != nil {
		return p.level
	}
	return w.levels(p.output, p.way)
}

// mixture is a mixture without plans. Needs are net of what comes from outside
// and from store, and may be negative, but for products that are rationed: of
// these there is as much as credit says, and it is taken at a rent.
func (w *works) mixture(economise int, need, credit []float64, rationed []bool, watch linalg.Watch) *mixture {
	g := &mixture{w: w, c: w.cheapest(watch), economise: economise, need: need, count: 1, worth: 1}
	g.c.priced = true
	for f, room := range capacities(w.t)[0] {
		if !math.IsInf(room, 1) {
			g.limits = append(g.limits, limit{factor: f, room: room})
		}
	}
	for i := range w.t.N {
		g.c.fixed[i] = -1
		if rationed[i] {
			g.limits = append(g.limits, limit{factor: -1, product: i, room: credit[i]})
		}
		g.spare = g.spare || need[i] < 0
	}
	for k, l := range g.limits {
		if g.limits[k].scale = math.Abs(l.room); l.room == 0 {
			g.limits[k].scale = 1
		}
	}
	if g.spare {
		g.group(1) // what one group has to spare may be what another needs
	} else {
		g.group(needGroups)
	}
	return g
}

// credits is what comes from outside and from store in the only period, less
// what is to be left in store, and whether there is any.
func (w *works) credits() (credit []float64, any bool) {
	credit = netNeed(w.t, 0, 0)
	for i := range credit {
		credit[i] = -credit[i]
		if w.t.Stock != nil {
			credit[i] += kept(w.t, i) * w.t.Stock[i]
		}
		any = any || credit[i] != 0
	}
	return credit, any
}

// unmade is the products that nobody makes.
func (w *works) unmade() []bool {
	unmade := make([]bool, w.t.N)
	for i := range unmade {
		unmade[i] = len(w.ways(i)) == 0
	}
	return unmade
}

// netOf is needs less a part of credits, but for products that are rationed.
func netOf(need, credit []float64, part float64, rationed []bool) []float64 {
	net := make([]float64, len(credit))
	copy(net, need)
	for i, c := range credit {
		if !rationed[i] {
			net[i] -= part * c
		}
	}
	return net
}

// begin makes a master with the plans there are. Its rows are the limits, and
// one for each group, whose plans must add up to the multiple or to one.
func (g *mixture) begin() {
	var room []float64
	for _, l := range g.limits {
		room = append(room, l.room/l.scale)
	}
	once, gain := -1.0, 0.0
	if g.economise == multiply {
		once, gain = 0, 1
	}
	for range g.groups {
		room = append(room, once)
	}
	g.master = newMaster(room)
	multiple := make([]float64, len(room))
	for k := range g.groups {
		multiple[len(g.limits)+k] = gain
	}
	g.master.add(gain, multiple)
	known := g.mixed
	g.mixed = nil
	for _, p := range known {
		g.take(p)
	}
}

// before is how many columns of the master come before the first plan: room
// where there is none, and the multiple.
const before = 2

// take gives a plan to the master.
func (g *mixture) take(p mixed) {
	use, gain := g.uses(p), 0.0
	if g.economise != multiply {
		gain = -g.economised(p, use) / g.worth
	}
	column := make([]float64, len(g.master.room))
	for k := range g.limits {
		column[k] = g.taken(k, p, use) / g.limits[k].scale
	}
	if column[len(g.limits)+p.group] = -1; p.level != nil {
		for k := range g.groups {
			column[len(g.limits)+k] = -1
		}
	}
	g.mixed = append(g.mixed, p)
	g.master.add(gain, column)
}

// taken is what a plan takes of a limit.
func (g *mixture) taken(k int, p mixed, use []float64) float64 {
	l := g.limits[k]
	switch {
	case l.factor >= 0:
		return use[l.factor]
	case p.way[l.product] < 0:
		return p.output[l.product]
	}
	return 0
}

// uses is what a plan uses of every factor.
func (g *mixture) uses(p mixed) []float64 {
	use := make([]float64, len(g.w.t.Factors))
	if g.w.t.Use != nil {
		g.w.t.Use.TimesTransposed(g.w.runs(p), use)
	}
	return use
}

// economised is what is economised: use of a factor, or runs.
func (g *mixture) economised(p mixed, use []float64) float64 {
	if g.w.t.Use == nil {
		return linalg.Sum(g.w.runs(p))
	}
	return use[g.economise]
}

// level is what the master's mixture runs, by technique, and how many times
// the needs it meets.
func (g *mixture) level() (level []float64, scale float64) {
	level = make([]float64, g.w.t.Ways())
	shares := g.master.shares()
	for k, p := range g.mixed {
		share := shares[before+k]
		if share == 0 {
			continue
		}
		for way, x := range g.w.runs(p) {
			level[way] += share * x
		}
	}
	return level, shares[1] * g.count
}

// countBy makes the master count needs by the multiple that the first plans
// alone could have, so that its numbers are near one.
func (g *mixture) countBy(plans []mixed) {
	most, taken := math.Inf(1), make([]float64, len(g.limits))
	for _, p := range plans {
		use := g.uses(p)
		for k := range g.limits {
			taken[k] += g.taken(k, p, use)
		}
	}
	for k, l := range g.limits {
		if taken[k] > 0 && l.room > 0 {
			most = min(most, l.room/taken[k])
		}
	}
	if !math.IsInf(most, 1) && most > 0 {
		g.count = most
	}
}

// group splits the needs into groups of about the same worth.
func (g *mixture) group(groups int) {
	total, sum := 0.0, 0.0
	for _, n := range g.need {
		total += max(n, 0)
	}
	from := 0
	for i, n := range g.need {
		sum += max(n, 0)
		if i == len(g.need)-1 || sum >= total*float64(len(g.groups)+1)/float64(groups) && len(g.groups) < groups-1 {
			g.groups = append(g.groups, [2]int{from, i + 1})
			from = i + 1
		}
	}
	g.last = make([][]float64, len(g.groups))
}
