package production

import (
	"fmt"
	"math"

	"gosplan/par"
)

// The recipes of a table can make more than they use up if and only if there
// are prices p > 0 at which for every product some technique costs less than
// it makes:
//
//	F(p)_i = min over techniques t of i of Σ_j Input[t,j]·p_j ÷ made[t,i],   F(p) < p.
//
// F is monotone and scales with p, so that for any p > 0 (Collatz 1942,
// Wielandt 1950) max_i F(p)_i/p_i < 1 proves that they can, and
// min_{i in S} F_S(p)_i/p_i ≥ 1, where F_S counts inputs from S alone, proves
// that S consumes at least what it makes. With one technique a product the two
// bounds close in on the spectral radius of A. Groups of products that do not
// need one another are looked at one by one.

// loopRounds is how often prices are recomputed at most, and loopClose how
// near the two bounds must come. Once it is decided that a group makes more
// than it uses up, loopWork bounds how many inputs are gone through to learn
// the radius more exactly.
const (
	loopRounds = 500
	loopClose  = 1e-5
	loopWork   = 200_000_000
)

// checkLoops tells the spectral radius, and looks for loops that consume more
// than they make.
func checkLoops(t *Table) Findings {
	g := newGraph(t)
	if !g.finite {
		return nil // what is not a number is a finding of its own
	}
	bad := &tally{Finding: Finding{Severity: Fault, Kind: "loop consumes more than it makes", Mend: "one of these amounts is wrong, or in another unit than it should be"}}
	low, high := 0.0, 0.0
	for _, group := range g.groups() {
		b := g.bounds(group)
		low, high = max(low, b.low), max(high, b.high)
		if b.stuck != nil {
			bad.see(b.low, func() (string, string) { return t.few(b.stuck), g.say(b) })
		}
	}
	out := found(bad)
	if t.Square() {
		finding := Finding{Severity: Note, Kind: "spectral radius", Count: 1, Size: low,
			What: fmt.Sprintf("the spectral radius of the inputs is %.4f (between %.5f and %.5f)", (low+high)/2, low, high)}
		if low >= 1 {
			finding.Severity, finding.Mend = Fault, "no plan can meet any need for the products named above"
		}
		out = append(out, finding)
	}
	return out
}

// A graph is what every product needs, by its techniques.
type graph struct {
	t      *Table
	ways   [][]int32 // [product] techniques that make it as their main product
	made   []float64 // [technique] of its main product
	place  []int32   // [product] where it is in the group looked at, -1 outside
	finite bool
}

func newGraph(t *Table) *graph {
	g := &graph{t: t, ways: make([][]int32, t.N), made: make([]float64, t.Ways()), place: make([]int32, t.N), finite: true}
	for i := range g.place {
		g.place[i] = -1
	}
	for way, product := range t.Makes {
		g.made[way] = 1
		if t.Output != nil {
			g.made[way] = t.Output.At(way, int(product))
		}
		if g.made[way] > 0 {
			g.ways[product] = append(g.ways[product], int32(way))
		}
	}
	for _, v := range t.Input.Val {
		g.finite = g.finite && !math.IsNaN(v) && !math.IsInf(v, 0)
	}
	return g
}

// bound is what is known of a group of products: its growth factor lies
// between low and high, and stuck, where not nil, consume more than they make.
type bound struct {
	low, high float64
	stuck     []int
	price     map[int]float64
}

// bounds iterates prices of a group until the two bounds meet or one of them
// decides.
func (g *graph) bounds(group []int) bound {
	g.enter(group)
	price, next := make([]float64, len(group)), make([]float64, len(group))
	for at := range price {
		price[at] = 1
	}
	b := bound{high: math.Inf(1)}
	for round := range loopRounds {
		low, high, top := math.Inf(1), 0.0, 0.0
		g.reckon(group, price, next)
		for at := range group {
			low, high = min(low, next[at]/price[at]), max(high, next[at]/price[at])
		}
		b.low, b.high = max(b.low, low), min(b.high, high)
		for at := range price {
			price[at] = max((price[at]+next[at])/2, math.SmallestNonzeroFloat64)
			top = max(top, price[at])
		}
		for at := range price {
			price[at] = max(price[at]/top, 1e-290)
		}
		if b.high-b.low <= loopClose*b.high || b.high < 1 && int64(round)*g.t.Input.Entries() > loopWork {
			break
		}
	}
	g.leave(group)
	if b.high >= 1 {
		g.stick(&b, group, price)
	}
	return b
}

// enter makes a group the one looked at; leave ends that.
func (g *graph) enter(group []int) {
	for at, i := range group {
		g.place[i] = int32(at)
	}
}

func (g *graph) leave(group []int) {
	for _, i := range group {
		g.place[i] = -1
	}
}

// loopBlock is how many products one core reckons at a time.
const loopBlock = 4096

// reckon is what each of a group costs at prices of the group.
func (g *graph) reckon(group []int, price, cost []float64) {
	par.Blocks((len(group)+loopBlock-1)/loopBlock, func(block int) {
		for at := block * loopBlock; at < min(len(group), (block+1)*loopBlock); at++ {
			cost[at] = g.cheapest(group[at], price)
		}
	})
}

// cheapest is what a unit of a product costs at prices of its group.
func (g *graph) cheapest(i int, price []float64) float64 {
	best := math.Inf(1)
	for _, way := range g.ways[i] {
		cost := 0.0
		cols, values := g.t.Input.Row(int(way))
		for at, j := range cols {
			if k := g.place[j]; k >= 0 && values[at] > 0 {
				cost += values[at] * price[k]
			}
		}
		best = min(best, cost/g.made[way])
	}
	return best
}

// stick proves that those of a group whose prices do not fade consume at
// least what they make.
func (g *graph) stick(b *bound, group []int, price []float64) {
	const faded = 1e-6
	var stuck []int
	var kept []float64
	for at, i := range group {
		if price[at] > faded {
			stuck, kept = append(stuck, i), append(kept, price[at])
		}
	}
	low := math.Inf(1)
	g.enter(stuck)
	for at, i := range stuck {
		low = min(low, g.cheapest(i, kept)/kept[at])
	}
	g.leave(stuck)
	if low < 1 {
		return
	}
	b.low, b.stuck, b.price = max(b.low, low), stuck, map[int]float64{}
	for at, i := range stuck {
		b.price[i] = kept[at]
	}
}
