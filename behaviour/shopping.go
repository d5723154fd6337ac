package behaviour

import (
	"gosplan/draw"
	"gosplan/economy"
	"gosplan/par"
)

var askTurn = draw.Ask("household.turn")

// Shop is a month of shopping. Each block finds its part of every shop's and
// market's stock; its houses come in an order drawn for the month, buy what
// there is at the prices they find, queue, turn to other goods or to the
// peasant market, and keep what they cannot spend.
func Shop(w *economy.World, s *economy.State, p *Primitives) {
	layOut(s)
	base := newVisit(w, s, p)
	par.Blocks(len(s.Block), func(b int) {
		v := base
		v.b = &s.Block[b]
		n := len(v.b.House)
		if n == 0 {
			return
		}
		u, x := w.Deck.Uniforms(askTurn, uint64(b), s.Month)
		v.offerHours()
		turns := newRound(n, u, x)
		for range n {
			if h := &v.b.House[turns.next()]; h.Members > 0 {
				v.house(h)
			}
		}
	})
	clearAway(s, &p.Buyer)
}

// visit is the round of one block's houses.
type visit struct {
	w *economy.World
	s *economy.State
	p *Primitives
	b *economy.Block

	month   int
	spring  bool                     // the months before sowing
	weather [economy.Regions]float64 // of gardens
	own     [economy.Regions]float64 // part of the money meant for services that goes to neighbours
	hour    [economy.Regions]float64 // price of their work
	memory  float32                  // of failed purchases, months
}

// house does a month's shopping of one house and eats what a town house eats.
func (v *visit) house(h *economy.House) {
	at := economy.ShopOf(h)
	shop, counter := &v.s.Shop[at], &v.b.Counter[at]
	buyer := &v.p.Buyer
	cash := float64(h.Purse.Held())
	budget := 0.0
	if h.Home > 0 { // somebody is there to shop
		budget = buyer.planned(cash, float64(h.Income))
	}
	start := budget
	millions := float64(h.Home) * float64(v.w.Weight) / 1e6
	var meant, failed float64

	if need := v.breadNeeded(h); need > 0 {
		price := shop.Price[economy.Grain]
		if v.s.Region[h.Region].MarketPrice[economy.PoolGrain] < price { // the market is cheaper
			need -= v.market(h, economy.PoolGrain, price, need, &budget) / price
		}
		limit := need
		if need < 1e-3*millions {
			limit = 0
		}
		switch region := &v.s.Region[h.Region]; {
		case h.Village >= 0 && region.Cards > 0: // which are for townspeople
			limit = 0
		case h.Village < 0 && region.Ration > 0:
			limit = min(need, region.Ration*millions)
		}
		spent, missed := v.buy(h, counter, economy.Grain, price, atMost(limit, budget/price), &budget)
		meant += spent + missed
		failed += missed
		if short := need - spent/price; short > 1e-3*need {
			budget = max(budget, min(cash-(start-budget), start*buyer.Dip)) // hungry people dip into savings
			v.market(h, economy.PoolGrain, price, short, &budget)
		}
	}
	produce, goods := buyer.Produce, buyer.Goods
	if h.Village >= 0 {
		produce, goods = 0, buyer.Farmer
	}
	rest := budget
	if produce > 0 {
		if less := 1 - buyer.appetite(rest*produce/shop.Price[economy.Produce]/max(1e-9, millions)); less != 0 {
			goods += goods / (1 - produce) * produce * less
			produce -= produce * less
		}
	}
	services := 1 - produce - goods
	shares := [len(basket)]float64{produce, goods, services}
	var again float64
	for k, share := range shares {
		if share <= 0 || rest <= 0 {
			continue
		}
		g := basket[k]
		price := shop.Price[g]
		money := atMost(rest*share, budget)
		if g == economy.Produce && v.s.Region[h.Region].MarketPrice[economy.PoolProduce] < price { // the market is cheaper
			money -= v.market(h, economy.PoolProduce, price, money/price, &budget)
			money = atMost(money, budget)
		}
		if g == economy.Services { // neighbours do a part of it
			money -= v.neighbour(h, money*v.own[h.Region], &budget)
			money = atMost(money, budget)
		}
		spent, missed := v.buy(h, counter, g, price, money/price, &budget)
		meant += spent + missed
		failed += missed
		if g == economy.Consumer && missed > 1e-3*money {
			missed -= v.under(h, shop, counter, missed/price, &budget)
		}
		if g == economy.Produce && missed > 1e-3*money {
			missed -= v.market(h, economy.PoolProduce, price, missed/price, &budget)
		}
		if missed > 0 {
			again += missed
		}
	}
	if again > 0 { // what failed is tried on the good that is there
		for _, g := range [2]economy.Good{economy.Consumer, economy.Services} {
			if left := counter.Stock[g].Held(); left > 0 {
				price := shop.Price[g]
				q := min(left, min(budget, again*buyer.Replace)/price)
				again -= float64(v.pay(h, counter, g, price, q, &budget))
				break
			}
		}
		v.neighbour(h, again*buyer.Replace, &budget)
	}
	share := 0.0
	if meant > 0 {
		share = failed / meant
	}
	h.Short += float32(share-float64(h.Short)) / v.memory
	sum := &v.b.Sum
	sum.Meant += meant
	sum.Failed += failed
	adults := float64(h.Grown) * float64(v.w.Weight) / 1e6
	sum.Queue += buyer.Wait * share * adults
	sum.Adults += adults
	left := float64(h.Purse.Held())
	sum.Spent += cash - left
	sum.Cash += left
	h.Spent += float32(cash-left) / 12
	if h.Village < 0 {
		v.eat(h, millions)
	}
}

// breadNeeded is the grain a house has to buy this month, Mt.
func (v *visit) breadNeeded(h *economy.House) float64 {
	food := &v.w.Physics.Food
	weight := float64(v.w.Weight) / 1e6
	eaters := float64(h.Eaters) / 4 * weight
	if h.Village < 0 {
		return atLeast(food.Town/12*eaters*food.Adult*(1+v.p.Buyer.Instead*v.s.Shop[h.Region].Failed[economy.Produce])-h.Grain.Held(), 0)
	}
	seed := v.w.Physics.Farming.Seed
	barn := pantry(h, &v.s.Village[h.Village], float64(h.Members)*weight, seed)
	next := v.month%12 + 1
	need := atLeast(food.Normal/12*eaters*food.Adult*v.p.Buyer.Bread-barn/lasts(h, next), 0)
	if reaps(h, next) {
		need = 0
	}
	if v.spring && h.Joined == 0 { // seed is bought before it is needed
		need += max(0, float64(h.Land)*seed-h.Grain.Held())
	}
	return need
}

// eat is a town house's month at table.
func (v *visit) eat(h *economy.House, millions float64) {
	food := &v.w.Physics.Food
	eaters := float64(h.Eaters) / 4 * float64(v.w.Weight) / 1e6
	grain := v.b.Sum.Tally[economy.Grain].Use(&h.Grain, food.Town/12*eaters*food.Adult*(1+v.p.Buyer.Instead*v.s.Shop[h.Region].Failed[economy.Produce]))
	v.b.Sum.Tally[economy.Produce].Make(&h.Larder, v.allotment(h, millions))
	produce := v.b.Sum.Tally[economy.Produce].Use(&h.Larder, h.Larder.Held())
	h.Bought = 0
	v.b.Sum.Eaten[1][h.Region] += grain
	v.b.Sum.EatenProduce[1][h.Region] += produce
	Starve(food, h, eaters, grain, produce)
}

// Starve updates the hunger of a house from a month's food.
func Starve(food *economy.Food, h *economy.House, eaters, grain, produce float64) {
	if eaters <= 0 { // all are with the army
		h.Hunger = 0
		return
	}
	h.Hunger += float32(food.Felt(float64(h.Hunger), eaters, grain, produce))
}

func newVisit(w *economy.World, s *economy.State, p *Primitives) visit {
	year, month := s.Date(w)
	v := visit{w: w, s: s, p: p, month: month, spring: month == sowing-2 || month == sowing-1, weather: weather(w, year), memory: float32(max(1, p.Buyer.Memory))}
	for r := range v.own {
		price := ownPrice(&s.Region[r])
		v.own[r] = p.OwnAccount.Asked(price)
		v.hour[r] = price * s.Shop[r].Price[economy.Services]
	}
	return v
}

// basket is what houses buy beside bread, in the order of their rounds.
var basket = [...]economy.Good{economy.Produce, economy.Consumer, economy.Services}
