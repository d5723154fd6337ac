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
	credit    []float64 // [product] from outside or store, less what is to be left; nil: none
	limits    []limit

	master *master
	mixed  []mixed     // [column of the master, but the first]
	count  float64     // needs are counted by so many
	worth  float64     // gains are counted by so much
	last   [][]float64 // [group] outputs of the newest plan
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

// A mixed is one plan: outputs for the needs of a group, counted, or for the
// credit.
type mixed struct {
	way    []int32
	output []float64
	group  int // −1: for the credit
}

// ofCredit is a plan's group where it is for the credit.
const ofCredit = -1

func (w *works) mixture(economise int, watch linalg.Watch) *mixture {
	g := &mixture{w: w, c: w.cheapest(watch), economise: economise, count: 1, worth: 1, need: make([]float64, w.t.N)}
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
	}
}

// begin makes a master without plans. Its rows are the limits; one for each
// group, whose plans must add up to the multiple or to one; and two for the
// credit, whose plans must add up to one.
func (g *mixture) begin() {
	var room []float64
	for _, l := range g.limits {
		room = append(room, l.room/l.scale)
	}
	once := 0.0
	if g.economise != multiply {
		once = -1
	}
	for range g.groups {
		room = append(room, once)
	}
	if g.credit != nil {
		room = append(room, 1, -1)
	}
	g.master = newMaster(room)
	multiple, gain := make([]float64, len(room)), 0.0
	if g.economise == multiply {
		gain = 1
		for k := range g.groups {
			multiple[len(g.limits)+k] = 1
		}
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
	use := g.uses(p)
	column := make([]float64, len(g.master.room))
	sign, gain := 1.0, 0.0
	switch {
	case p.group == ofCredit:
		sign = -1
		column[len(column)-2], column[len(column)-1] = 1, -1
	default:
		column[len(g.limits)+p.group] = -1
	}
	if g.economise != multiply {
		gain = -sign * g.economised(p, use) / g.worth
	}
	for k, l := range g.limits {
		if l.factor >= 0 {
			column[k] = sign * use[l.factor] / l.scale
		} else {
			column[k] = sign * p.output[l.product] / l.scale
		}
	}
	g.mixed = append(g.mixed, p)
	g.master.add(gain, column)
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
	shares := g.master.shares()
	for k, p := range g.mixed {
		share := shares[before+k]
		if share == 0 {
			continue
		}
		if p.group == ofCredit {
			share = -share
		}
		for i, x := range p.output {
			if way := p.way[i]; way >= 0 {
				level[way] += share * g.w.per(int(way), x)
			}
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
		for k, l := range g.limits {
			if l.factor >= 0 {
				taken[k] += use[l.factor]
			} else {
				taken[k] += p.output[l.product]
			}
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
