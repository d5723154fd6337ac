package measure

import (
	"math"
	"slices"
	"sync"

	"gosplan/economy"
	"gosplan/par"
	"gosplan/statistic"
)

// A share is how much so many people of a house have together, as a number that
// orders shares: by what each has, and among equals by how many they are. It is
// the quotient of the two without its last byte, in which the people stand. No
// two quotients of a float32 and a byte are so near that this mixes them up, and
// none loses the float32.
type share uint64

// newShare is that of people who have nothing or more.
func newShare(has float32, people uint8) share {
	return share(math.Float64bits(float64(has)/float64(people)))&^math.MaxUint8 | share(people)
}

// people is how many they are.
func (x share) people() float64 { return float64(uint8(x)) }

// each is what one of them has.
func (x share) each() float64 {
	has := float32(math.Float64frombits(uint64(x&^math.MaxUint8)) * x.people())
	return float64(has) / x.people()
}

// roll is the shares of all houses in rising order: each block's are sorted on
// their own, and runs of sorted ones merged in pairs, so that all cores have a
// part in it.
type roll struct {
	list, spare []share
	end         []int // of the runs of sorted shares in the list
	block       []economy.Block
	of          func(*economy.House) float32
	enter, join func(int) // kept, so that nothing is allocated
}

// rolls are kept from year to year, so that none has to be made.
var rolls = sync.Pool{New: func() any {
	r := &roll{}
	r.enter, r.join = r.enterBlock, r.joinPair
	return r
}}

// count lists anew what the houses of all blocks have.
func (r *roll) count(blocks []economy.Block, of func(*economy.House) float32) []share {
	r.block, r.of, r.end = blocks, of, r.end[:0]
	all := 0
	for b := range blocks {
		for i := range blocks[b].House {
			all += min(1, int(blocks[b].House[i].Members))
		}
		r.end = append(r.end, all)
	}
	r.list = slices.Grow(r.list[:0], all)[:all]
	r.spare = slices.Grow(r.spare[:0], all)[:all]
	par.Blocks(len(blocks), r.enter)
	r.block = nil
	for len(r.end) > 1 {
		pairs := (len(r.end) + 1) / 2
		par.Blocks(pairs, r.join)
		for i := range pairs {
			r.end[i] = r.end[min(2*i+1, len(r.end)-1)]
		}
		r.end = r.end[:pairs]
		r.list, r.spare = r.spare, r.list
	}
	return r.list
}

// start is where a run begins.
func (r *roll) start(run int) int {
	if run == 0 {
		return 0
	}
	return r.end[run-1]
}

func (r *roll) enterBlock(b int) {
	at := r.start(b)
	for i := range r.block[b].House {
		if h := &r.block[b].House[i]; h.Members > 0 {
			r.list[at] = newShare(r.of(h), h.Members)
			at++
		}
	}
	slices.Sort(r.list[r.start(b):at])
}

// joinPair merges two neighbouring runs into the spare list, or copies the
// last one where it has no neighbour.
func (r *roll) joinPair(pair int) {
	at := r.start(2 * pair)
	a, b := r.list[at:r.end[2*pair]], []share(nil)
	if 2*pair+1 < len(r.end) {
		b = r.list[r.end[2*pair]:r.end[2*pair+1]]
	}
	for ; len(a) > 0 && len(b) > 0; at++ {
		if b[0] < a[0] {
			r.spare[at], b = b[0], b[1:]
		} else {
			r.spare[at], a = a[0], a[1:]
		}
	}
	at += copy(r.spare[at:], a)
	copy(r.spare[at:], b)
}

// inequality writes how unequally money income and consumption are spread over
// all people, each with an equal part of what his house has. It is exact for
// the people who are simulated.
func (c *writer) inequality() {
	r := rolls.Get().(*roll)
	defer rolls.Put(r)
	for _, k := range []struct {
		gini, tenth, deciles string
		of                   func(*economy.House) float32
	}{
		{"gini", "top_tenth", "income_deciles", func(h *economy.House) float32 { return h.Income }},
		{"gini_consumption", "top_tenth_consumption", "consumption_deciles", func(h *economy.House) float32 { return h.Spent }},
	} {
		list := r.count(c.s.Block, k.of)
		if gini, tenth, ok := spread(list); ok {
			c.put(k.gini, gini)
			c.put(k.tenth, tenth)
		}
		if low := quantile(list, 0.1); low > 0 {
			c.put(k.deciles, quantile(list, 0.9)/low)
		}
	}
}

// spread is the Gini coefficient of shares in rising order, and the part of
// all that the tenth of people has who have most. ok is false if there is
// nothing to share.
func spread(list []share) (gini, tenth float64, ok bool) {
	var people, all float64
	for _, x := range list {
		n := x.people()
		people += n
		all += x.each() * n
	}
	if all <= 0 {
		return 0, 0, false
	}
	var before, area float64
	for _, x := range list {
		n, each := x.people(), x.each()
		area += each * n * (2*before + n)
		tenth += each * max(0, min(n, before+n-0.9*people))
		before += n
	}
	return area/(people*all) - 1, tenth / all, true
}

// quantile is what somebody has below whom a part of all people lies.
func quantile(list []share, part float64) float64 {
	var people, below float64
	for _, x := range list {
		people += x.people()
	}
	for _, x := range list {
		if below += x.people(); below >= part*people {
			return x.each()
		}
	}
	return 0
}

// profitAndInvestment is the correlation over enterprises between the profit
// of the year before and the investment of the last, each over capital. ok is
// false where fewer than three have both, or one of them does not vary.
func profitAndInvestment(s *economy.State) (r float64, ok bool) {
	var pairs statistic.Pairs
	for i := range s.Enterprise {
		e := &s.Enterprise[i]
		capital := economy.AddCapital(0, e.Vintage[:e.Plants])
		if e.Gain[2] == 0 || capital <= 0 {
			continue
		}
		pairs.Add(e.Gain[2]/capital, e.Put[1]/capital)
	}
	const even = 1e-12 // of the mean square: rounding, and no variance
	return pairs.Correlation(even*pairs.XX/pairs.N, even*pairs.YY/pairs.N)
}

// returns is how far rates of return lie apart between branches: the standard
// deviation of a year's profit over plant at the price of new plant, points of
// a hundred. ok is false where fewer than two have plant.
func returns(w *economy.World, s *economy.State) (sd float64, ok bool) {
	var gain, capital [economy.Goods]float64
	for i := range s.Enterprise {
		e := &s.Enterprise[i]
		gain[e.Good] += e.Gain[1]
		capital[e.Good] = economy.AddCapital(capital[e.Good], e.Vintage[:e.Plants])
	}
	price := s.PlantPrice(&w.Physics.Plant)
	var n, x, xx float64
	for g := range capital {
		if value := capital[g] * price; value > 0 {
			rate := 100 * gain[g] / value
			n++
			x += rate
			xx += rate * rate
		}
	}
	if n < 2 {
		return 0, false
	}
	return math.Sqrt(max(0, xx/n-x/n*x/n)), true
}
