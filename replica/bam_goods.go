package replica

import (
	"math"

	"gosplan/par"
)

// A thriftTable holds 1/(1 + tanh(x)^β) at equal steps from 0 to thriftMost;
// between them it is read along straight lines, which is good to 1e-5.
type thriftTable [thriftSteps + 2]float64

const (
	thriftMost  = 8.0 // beyond it the function has reached its end
	thriftSteps = 2048
)

func newThrift(beta float64) (t thriftTable) {
	for i := range t {
		t[i] = 1 / (1 + math.Pow(math.Tanh(float64(i)*thriftMost/thriftSteps), beta))
	}
	return t
}

func (t *thriftTable) at(x float64) float64 {
	at := min(x, thriftMost) * (thriftSteps / thriftMost)
	i := int(at)
	return t[i] + (at-float64(i))*(t[i+1]-t[i])
}

// runs is in how many runs of neighbours households shop: one each where they
// are few, some thousand runs where they are many, so that the order is drawn
// anew every quarter at little cost. Neighbours have nothing else in common.
func runs(households int) int { return blocks(households, runLength(households)) }

func runLength(households int) int { return max(1, households/4096) }

// A visit is what a household has decided before it goes shopping.
type visit struct {
	coins         float64
	first, second int32
}

// Households decide in batches before they buy: in small ones where they are
// few, so that what they looked at is still at hand; all at once, on all
// cores, where they are many. The bits are the same.
const (
	visitBatch = 64      // places in the line
	visitBlock = 1 << 13 // places in the line decided on together
	visitMany  = 1 << 14 // households that are many
)

// shop lets households decide what to spend and where, and buy, one after the
// other.
func (s *bamState) shop() {
	n := len(s.household)
	s.perMean = 1 / max(s.saved/float64(n)+s.owed, bamNothing)
	s.lineUp()
	if n >= visitMany {
		perBlock := visitBlock / runLength(n)
		par.Blocks(blocks(len(s.order), perBlock), func(b int) {
			s.decide(b*perBlock, min(len(s.order), (b+1)*perBlock), 0)
		})
		s.saved = s.buy(0, len(s.order), 0)
		s.owed = 0
		return
	}
	perBatch := max(1, visitBatch/runLength(n))
	saved := 0.0
	for from := 0; from < len(s.order); from += perBatch {
		to := min(len(s.order), from+perBatch)
		base := int(s.start[s.order[from]])
		s.decide(from, to, base)
		saved += s.buy(from, to, base)
	}
	s.saved, s.owed = saved, 0
}

// lineUp brings the runs into a new order and notes where each begins.
func (s *bamState) lineUp() {
	shuffle(s, s.order, 3)
	at := 0
	for _, run := range s.order {
		s.start[run] = int32(at)
		at += len(s.runOf(run))
	}
}

// runOf is the households of a run.
func (s *bamState) runOf(run int32) []household {
	n := len(s.household)
	length := runLength(n)
	return s.household[int(run)*length : min(n, (int(run)+1)*length)]
}

// decide sets what the households of some runs of the line spend and where,
// and puts it down from the place that is base on. Four places share one draw.
func (s *bamState) decide(from, to, base int) {
	others := len(s.shelf) - 1
	place := int(s.start[s.order[from]])
	bits := lanes(s.luck, askShop, uint64(place>>2), s.now)
	for _, run := range s.order[from:to] {
		mine := s.runOf(run)
		for i := range mine {
			h := &mine[i]
			if place&3 == 0 {
				bits = lanes(s.luck, askShop, uint64(place>>2), s.now)
			}
			savings := h.savings + s.owed
			wealth := savings + h.wage
			v := &s.visit[place-base]
			v.coins = wealth * s.thrift.at(savings*s.perMean)
			h.savings = wealth - v.coins
			other := pick(bits[place&3], others)
			other += truth(other >= h.loyal)
			h.loyal = v.choose(s.shelf, h.loyal, other)
			place++
		}
	}
}

// buy serves some runs of the line and returns what they have saved.
func (s *bamState) buy(from, to, base int) (saved float64) {
	at := int(s.start[s.order[from]]) - base
	for _, run := range s.order[from:to] {
		mine := s.runOf(run)
		for i := range mine {
			v := &s.visit[at]
			coins := s.shelf[v.first].sell(v.coins)
			if coins > bamNothing {
				coins = s.shelf[v.second].sell(coins)
			}
			mine[i].savings += coins
			saved += mine[i].savings
			at++
		}
	}
	return saved
}

// choose visits the cheaper of two firms first, and returns the one to know
// next time: the larger, or the cheaper of two that are alike. It has no
// branches, since none could be foreseen, and looks at each firm once.
func (v *visit) choose(shelves []shelf, known, other int32) int32 {
	one, two := &shelves[known], &shelves[other]
	either := known ^ other
	dear, small := -truth(two.price < one.price), -truth(one.made < two.made)
	alike := -truth(one.made == two.made)
	v.first, v.second = known^either&dear, other^either&dear
	return known ^ either&(small&^alike|dear&alike)
}

// truth is 1 or 0.
func truth(is bool) int32 {
	if is {
		return 1
	}
	return 0
}

// sell takes what a shopper has to spend and returns what is left of it. There
// is no branch in it, since none could be foreseen.
func (f *shelf) sell(coins float64) float64 {
	goods := min(coins*f.perCoin, f.stock)
	f.stock -= goods
	return coins - goods*f.price
}
