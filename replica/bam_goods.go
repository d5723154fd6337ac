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

// householdBlock is how many households decide together.
const householdBlock = 16384

// runs is in how many runs of neighbours households shop: one each where they
// are few, some thousand runs where they are many, so that the order is drawn
// anew every quarter at little cost. Neighbours have nothing else in common.
func runs(households int) int { return blocks(households, runLength(households)) }

func runLength(households int) int { return max(1, households/4096) }

// shop lets every household decide what to spend and where, and then buy one
// after the other.
func (s *bamState) shop() {
	n := len(s.shopper)
	mean := max(s.saved/float64(n)+s.owed, bamNothing)
	if n <= householdBlock {
		s.decide(0, n, 1/mean)
	} else {
		par.Blocks(blocks(n, householdBlock), func(b int) {
			s.decide(b*householdBlock, min(n, (b+1)*householdBlock), 1/mean)
		})
	}
	s.owed = 0
	s.shuffle(s.order, 3)
	length := runLength(n)
	s.saved = 0
	for _, run := range s.order {
		from := int(run) * length
		s.saved += buy(s.shelf, s.shopper[from:min(n, from+length)])
	}
}

// decide sets budgets and shops. Four households share one draw.
func (s *bamState) decide(from, to int, perMean float64) {
	others := len(s.shelf) - 1
	var bits [4]uint32
	for i := from; i < to; i++ {
		if i&3 == 0 {
			bits = lanes(s.luck, askShop, uint64(i>>2), s.now)
		}
		at := &s.shopper[i]
		savings := at.savings + s.owed
		wealth := savings + s.wage[i]
		at.budget = wealth * s.thrift.at(savings*perMean)
		at.savings = wealth - at.budget
		one, two := at.loyal, pick(bits[i&3], others)
		if two >= one {
			two++
		}
		mine, new := &s.shelf[one], &s.shelf[two]
		if new.made > mine.made {
			at.loyal = two
		}
		if new.price < mine.price {
			one, two = two, one
		}
		at.first, at.second = one, two
	}
}

// buy lets households shop and returns their savings.
func buy(shelves []shelf, shoppers []shopper) (saved float64) {
	for i := range shoppers {
		at := &shoppers[i]
		left := at.budget
		if left > bamNothing {
			left = shelves[at.first].sell(left)
			if left > bamNothing {
				left = shelves[at.second].sell(left)
			}
		}
		at.savings += left
		saved += at.savings
	}
	return saved
}

// sell takes what a shopper has to spend and returns what is left of it.
func (f *shelf) sell(coins float64) float64 {
	if f.stock <= bamNothing {
		return coins
	}
	goods := coins * f.perCoin
	if goods < f.stock {
		f.stock -= goods
		return 0
	}
	coins -= f.stock * f.price
	f.stock = 0
	return coins
}
