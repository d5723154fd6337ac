package behaviour

import (
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/unit"
)

// planned is what a house with some cash and income means to spend in a month.
func (p *Buyer) planned(cash, income float64) float64 {
	plan := p.Spend * income
	if over := cash - p.Reserve*income; over > 0 {
		plan += p.Dishoard * over
	}
	return atLeast(atMost(plan, cash), 0)
}

// buy takes up to want of a good, which the house can pay, at the counter and
// returns the money spent and the money that stayed in the pocket because there
// was none left.
func (v *visit) buy(h *economy.House, c *economy.Counter, g economy.Good, price, want float64, budget *float64) (spent, missed float64) {
	if want <= 0 {
		return 0, 0
	}
	q := atMost(want, c.Stock[g].Held())
	c.Meant[g] += want * price
	v.pay(h, c, g, price, q, budget)
	return q * price, (want - q) * price
}

// pay settles a purchase at a counter and returns what it cost: the house eats,
// stores or uses it.
func (v *visit) pay(h *economy.House, c *economy.Counter, g economy.Good, price, q float64, budget *float64) unit.Kopecks {
	if q <= 0 {
		return 0
	}
	cost := min(unit.Cost(price, q), h.Purse.Held()) // rounding lends no kopeck
	ledger.Pay(&h.Purse, &c.Till, cost)
	*budget -= float64(cost)
	c.Spent[g] += float64(cost)
	switch g {
	case economy.Grain:
		q = ledger.Ship(&c.Stock[g], &h.Grain, q)
		h.Bought += float32(q)
	case economy.Produce:
		q = ledger.Ship(&c.Stock[g], &h.Larder, q)
	default:
		q = v.b.Sum.Tally[g].Use(&c.Stock[g], q)
	}
	c.Sold[g] += q
	return cost
}

// under buys consumer goods under the counter at their price there, of which
// the till gets what the list says, and returns the money spent at that.
func (v *visit) under(h *economy.House, shop *economy.ShopState, c *economy.Counter, want float64, budget *float64) float64 {
	price := shop.Under
	q := min(want, c.Under.Held(), *budget/max(1, price))
	if q <= 0 || price <= 0 {
		return 0
	}
	cost := min(unit.Cost(price, q), h.Purse.Held()) // rounding lends no kopeck
	listed := min(unit.Cost(shop.Price[economy.Consumer], q), cost)
	ledger.Pay(&h.Purse, &c.Till, listed)
	ledger.Pay(&h.Purse, &c.Hand, cost-listed)
	*budget -= float64(cost)
	c.Sold[economy.Consumer] += v.b.Sum.Tally[economy.Consumer].Use(&c.Under, q)
	v.b.Sum.Second += float64(cost - listed)
	return q * shop.Price[economy.Consumer]
}

// market buys on the peasant market at its price, as far as the house can
// and will pay, and returns the money spent at state prices.
func (v *visit) market(h *economy.House, k int, statePrice, want float64, budget *float64) float64 {
	region := &v.s.Region[h.Region]
	pool := &v.b.Pool[h.Region]
	price := region.MarketPrice[k]
	if price <= 0 {
		return 0
	}
	if k == economy.PoolProduce {
		want *= v.p.Buyer.willing(h, price/statePrice, v.s.Shop[economy.ShopOf(h)].Failed[economy.Produce])
	}
	want = atMost(want, *budget/price) // for bread people pay what they have
	pool.Asked[k] += want
	q := atMost(want, pool.Market[k].Held())
	if q <= 0 {
		return 0
	}
	cost := min(unit.Cost(price, q), h.Purse.Held()) // rounding lends no kopeck
	ledger.Pay(&h.Purse, &pool.Stall, cost)
	*budget -= float64(cost)
	pool.Sold[k] += q
	if k == economy.PoolGrain {
		h.Bought += float32(ledger.Ship(&pool.Market[k], &h.Grain, q))
	} else {
		ledger.Ship(&pool.Market[k], &h.Larder, q)
	}
	return q * statePrice
}

// appetite is how much of the usual share of spending goes to produce where that
// share would buy so much a month for a million people, points: less than all beyond what was
// usual, and less and less towards what anybody can eat (Engel's law).
func (p *Buyer) appetite(month float64) float64 {
	return min(1, (p.Plate+p.Full)/(12*month+p.Full))
}

// willing is the part of the produce that a house missed at the state's price
// that it wants at ratio times that, where failed is the part that shops
// usually lack. It has meant a sum for produce, and in all it wants what that
// buys at the higher price (an elasticity of one, as shares of spending are
// fixed), less what it usually gets in shops, so that few pay much more where
// little is missing. A ruble kept is worth what it will buy elsewhere, which is
// less the more purchases have failed; who is hungry wants all at any price.
func (p *Buyer) willing(h *economy.House, ratio, failed float64) float64 {
	worth := ratio * (1 - unit.Clip(float64(h.Short), 0, 1)*p.Idle)
	if worth <= 1 || failed <= 0 {
		return 1
	}
	hungry := unit.Clip(float64(h.Hunger), 0, 1)
	return unit.Clip(1-(1-hungry)*(1-1/worth)/failed, 0, 1)
}
