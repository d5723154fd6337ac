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

// A visit is what a household has decided before it goes shopping.
type visit struct {
	coins         float64
	first, second int32
}

// visitBatch is how many households decide before they buy: enough that what
// they look at comes from memory while others decide.
const visitBatch = 64

// shop lets households decide what to spend and where, and buy, one after the
// other.
func (s *bamState) shop() {
	n := len(s.household)
	perMean := 1 / max(s.saved/float64(n)+s.owed, bamNothing)
	shuffle(s, s.order, 3)
	length := runLength(n)
	var batch [visitBatch]visit
	var who [visitBatch]*household
	saved, place := 0.0, 0
	for _, run := range s.order {
		from := int(run) * length
		for i := from; i < min(n, from+length); i++ {
			who[place%visitBatch] = &s.household[i]
			if place++; place%visitBatch == 0 {
				saved += s.serve(who[:], batch[:], place-visitBatch, perMean)
			}
		}
	}
	saved += s.serve(who[:place%visitBatch], batch[:], place-place%visitBatch, perMean)
	s.saved, s.owed = saved, 0
}

// serve lets some households decide and then buy, from a place in the line
// on. Four places share one draw. It returns what they have saved.
func (s *bamState) serve(who []*household, batch []visit, place int, perMean float64) (saved float64) {
	others := len(s.shelf) - 1
	var bits [4]uint32
	for i, h := range who {
		if i&3 == 0 {
			bits = lanes(s.luck, askShop, uint64(place+i)>>2, s.now)
		}
		savings := h.savings + s.owed
		wealth := savings + h.wage
		coins := wealth * s.thrift.at(savings*perMean)
		h.savings = wealth - coins
		other := pick(bits[i&3], others)
		other += truth(other >= h.loyal)
		batch[i] = visit{coins, h.loyal, other}
		h.loyal = batch[i].sort(s.shelf)
	}
	for i, h := range who {
		at := &batch[i]
		coins := s.shelf[at.first].sell(at.coins)
		if coins > bamNothing {
			coins = s.shelf[at.second].sell(coins)
		}
		h.savings += coins
		saved += h.savings
	}
	return saved
}

// sort puts the cheaper firm first, and returns the one to know next time: the
// larger, or the cheaper of two that are alike. It has no branches, since none
// could be foreseen.
func (v *visit) sort(shelves []shelf) int32 {
	one, two := &shelves[v.first], &shelves[v.second]
	either := v.first ^ v.second
	swap := -truth(two.price < one.price)
	v.first ^= either & swap
	v.second ^= either & swap
	small := -truth(shelves[v.first].made < shelves[v.second].made)
	return v.first ^ either&small
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
