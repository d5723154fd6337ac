package plan

import (
	"math"
	"slices"

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
	credit    []float64 // [product] from outside or store, less what is to be left; nil: none
	limits    []limit
	ties      int // pairs of rows that make shares add up to one

	master *master
	mixed  []mixed // [column of the master, but the first]
	count  float64 // needs are counted by so many
	last   []float64
}

// multiply is a mixture that economises nothing.
const multiply = -1

// A limit is a factor of which there is not without end, or a product that
// nobody makes: it comes from outside or from store alone.
type limit struct {
	factor  int // −1: a product
	product int
	room    float64
	scale   float64 // what the master counts room by
}

// A mixed is one plan: outputs for the needs, counted, or for the credit.
type mixed struct {
	way    []int32
	output []float64
	credit bool
}

func (w *works) mixture(economise int, watch linalg.Watch) *mixture {
	g := &mixture{w: w, c: w.cheapest(watch), economise: economise, count: 1, need: make([]float64, w.t.N)}
	copy(g.need, w.t.Periods[0].Need)
	g.c.priced = true
	g.setCredit()
	for f, room := range standing(w.t)[0] {
		if !math.IsInf(room, 1) {
			g.limits = append(g.limits, limit{factor: f, room: room})
		}
	}
	for i := range w.t.N {
		g.c.fixed[i] = -1
		if len(w.ways(i)) > 0 {
			continue
		}
		l := limit{factor: -1, product: i}
		if g.credit != nil {
			l.room, g.credit[i] = g.credit[i], 0
		}
		g.limits = append(g.limits, l)
	}
	for k, l := range g.limits {
		if g.limits[k].scale = math.Abs(l.room); l.room == 0 {
			g.limits[k].scale = 1
		}
	}
	return g
}

// setCredit adds up what comes from outside and from store, less what is to
// be left in store.
func (g *mixture) setCredit() {
	credit, any := netNeed(g.w.t, 0, 0), false
	for i := range credit {
		credit[i] = -credit[i]
		if g.w.t.Stock != nil {
			credit[i] += kept(g.w.t, i) * g.w.t.Stock[i]
		}
		any = any || credit[i] != 0
	}
	if any {
		g.credit = credit
		g.ties++
	}
	if g.economise >= 0 {
		g.ties++
	}
}

// begin makes a master without plans, and gives it those there are.
func (g *mixture) begin() {
	var room []float64
	for _, l := range g.limits {
		room = append(room, l.room/l.scale)
	}
	for range g.ties {
		room = append(room, 1, -1)
	}
	g.master = newMaster(room)
	known := g.mixed
	g.mixed = nil
	for _, p := range known {
		g.take(p)
	}
}

// take gives a plan to the master.
func (g *mixture) take(p mixed) {
	use := g.uses(p)
	sign, gain := 1.0, 1.0
	if p.credit {
		sign, gain = -1, 0
	}
	if g.economise >= 0 {
		gain = -sign * g.economised(p, use)
	}
	column := make([]float64, 0, len(g.limits)+2*g.ties)
	for _, l := range g.limits {
		if l.factor >= 0 {
			column = append(column, sign*use[l.factor]/l.scale)
		} else {
			column = append(column, sign*p.output[l.product]/l.scale)
		}
	}
	if g.credit != nil {
		column = append(column, tie(p.credit)...)
	}
	if g.economise >= 0 {
		column = append(column, tie(!p.credit)...)
	}
	g.mixed = append(g.mixed, p)
	g.master.add(gain, column)
}

// tie is a column's part in a pair of rows that add up shares to one.
func tie(in bool) []float64 {
	if in {
		return []float64{1, -1}
	}
	return []float64{0, 0}
}

// uses is what a plan uses of every factor.
func (g *mixture) uses(p mixed) []float64 {
	use := make([]float64, len(g.w.t.Factors))
	if g.w.t.Use != nil {
		g.w.t.Use.TimesTransposed(g.w.levels(p.output, p.way), use)
	}
	return use
}

// economised is what is economised: use of a factor, or runs.
func (g *mixture) economised(p mixed, use []float64) float64 {
	if g.w.t.Use == nil {
		return linalg.Sum(g.w.levels(p.output, p.way))
	}
	return use[g.economise]
}

// level is what the master's mixture runs, by technique, and how many times
// the needs it meets.
func (g *mixture) level() (level []float64, scale float64) {
	level = make([]float64, g.w.t.Ways())
	for k, share := range g.master.shares()[1:] {
		p := g.mixed[k]
		if share == 0 {
			continue
		}
		if p.credit {
			share = -share
		} else {
			scale += share * g.count
		}
		for i, x := range p.output {
			if way := p.way[i]; way >= 0 {
				level[way] += share * g.w.per(int(way), x)
			}
		}
	}
	return level, scale
}

// countBy makes the master count needs by the multiple that one plan alone
// could have, so that its numbers are near one.
func (g *mixture) countBy(p mixed) {
	most, use := math.Inf(1), g.uses(p)
	for _, l := range g.limits {
		taken := 0.0
		if l.factor >= 0 {
			taken = use[l.factor]
		} else {
			taken = p.output[l.product]
		}
		if taken > 0 && l.room > 0 {
			most = min(most, l.room/taken)
		}
	}
	if !math.IsInf(most, 1) && most > 0 {
		g.count = most
	}
}

// counted is a plan for the needs as the master counts them.
func (g *mixture) counted(way []int32, output []float64) mixed {
	p := mixed{way: slices.Clone(way), output: slices.Clone(output)}
	if len(g.mixed) == 0 && g.economise == multiply {
		g.countBy(p)
	}
	for i := range p.output {
		p.output[i] *= g.count
	}
	return p
}
