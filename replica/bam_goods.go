package replica

import "math"

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

// shop lets households decide what to spend and where, and buy, one after the
// other. Four places in the line share one draw.
func (s *bamState) shop() {
	n := len(s.household)
	perMean := 1 / max(s.saved/float64(n)+s.owed, bamNothing)
	shuffle(s, s.order, 3)
	length := runLength(n)
	others := len(s.shelf) - 1
	saved, place := 0.0, 0
	var bits [4]uint32
	for _, run := range s.order {
		from := int(run) * length
		for i := from; i < min(n, from+length); i++ {
			if place&3 == 0 {
				bits = lanes(s.luck, askShop, uint64(place>>2), s.now)
			}
			h := &s.household[i]
			savings := h.savings + s.owed
			wealth := savings + h.wage
			budget := wealth * s.thrift.at(savings*perMean)
			two := pick(bits[place&3], others)
			if two >= h.loyal {
				two++
			}
			h.savings = wealth - budget + s.buy(h, two, budget)
			saved += h.savings
			place++
		}
	}
	s.saved, s.owed = saved, 0
}

// buy visits the firm a household knows and another one, the cheaper first,
// and returns what is not spent. Next time it knows the larger, or the cheaper
// of two that are alike.
func (s *bamState) buy(h *household, other int32, coins float64) float64 {
	one, two := &s.shelf[h.loyal], &s.shelf[other]
	known, first, second := h.loyal, one, two
	if two.price < one.price {
		known, first, second = other, two, one
	}
	if two.made > one.made {
		known = other
	}
	if two.made < one.made {
		known = h.loyal
	}
	h.loyal = known
	if coins = first.sell(coins); coins > bamNothing {
		coins = second.sell(coins)
	}
	return coins
}

// sell takes what a shopper has to spend and returns what is left of it. There
// is no branch in it, since none could be foreseen.
func (f *shelf) sell(coins float64) float64 {
	goods := min(coins*f.perCoin, f.stock)
	f.stock -= goods
	return coins - goods*f.price
}
