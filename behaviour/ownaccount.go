package behaviour

import (
	"gosplan/draw"
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/par"
	"gosplan/unit"
)

var askOwn = draw.Ask("person.own")

// onOwn tells whether a townsman without a post works on his own account this
// month, as far as trade is allowed.
func (l *life) onOwn(p *economy.Person, region uint8) bool {
	if !l.p.OwnAccount.Active() {
		return false
	}
	dares, temper := l.w.Deck.Uniforms(askOwn, uint64(p.Luck), 0)
	return dares < l.s.Terms.Trade && l.p.OwnAccount.Begins(l.s.Region[region].Earned, l.idle, temper)
}

// ownPrice is the price of neighbours' work over that of services in the shops
// of the towns.
func ownPrice(r *economy.RegionState) float64 {
	if r.OwnPrice == 0 {
		return 1
	}
	return r.OwnPrice
}

// hourly is what somebody makes in a month on his own account, points.
func (v *visit) hourly() float64 { return v.p.OwnAccount.Yield / 12 * float64(v.w.Weight) / 1e6 }

// offerHours counts the work that the block's houses could do for neighbours.
func (v *visit) offerHours() {
	for r := range v.b.Pool {
		pool := &v.b.Pool[r]
		pool.Hours, pool.Wanted, pool.Done = 0, 0, 0
	}
	for i := range v.b.House {
		if h := &v.b.House[i]; working(h) {
			v.b.Pool[h.Region].Hours += float64(h.Own) * v.hourly()
		}
	}
}

// working tells whether somebody of a house works on his own account.
func working(h *economy.House) bool { return h.Own > 0 && h.Members > 0 && h.Village < 0 }

// neighbour spends up to some money on the work of neighbours and returns what
// was spent. It is done when it is asked for, so that none is stored.
func (v *visit) neighbour(h *economy.House, money float64, budget *float64) float64 {
	pool, price := &v.b.Pool[h.Region], v.hour[h.Region]
	if pool.Hours <= 0 {
		return 0
	}
	want := atMost(money, *budget) / max(1, price)
	if want <= 0 {
		return 0
	}
	pool.Wanted += want
	q := min(want, pool.Hours-pool.Done)
	if q <= 0 {
		return 0
	}
	cost := min(unit.Cost(price, q), h.Purse.Held()) // rounding lends no kopeck
	ledger.Pay(&h.Purse, &pool.Own, cost)
	*budget -= float64(cost)
	pool.Done += q
	var work ledger.Store
	v.b.Sum.Tally[economy.Services].Make(&work, q)
	v.b.Sum.Own[town(h)][h.Region] += v.b.Sum.Tally[economy.Services].Use(&work, q)
	return float64(cost)
}

// Earn pays for the month's work of neighbours and moves its price.
func Earn(s *economy.State, p *Primitives) {
	if !p.OwnAccount.Active() {
		return
	}
	par.Blocks(len(s.Block), func(b int) { payHours(&s.Block[b]) })
	priceHours(s, p)
}

// payHours shares what a block's neighbours have earned among them.
func payHours(b *economy.Block) {
	var hands [economy.Regions]unit.Kopecks
	for i := range b.House {
		if h := &b.House[i]; working(h) {
			hands[h.Region] += unit.Kopecks(h.Own)
		}
	}
	for i := range b.House {
		h := &b.House[i]
		if !working(h) {
			continue
		}
		pool := &b.Pool[h.Region]
		part := pool.Own.Held() * unit.Kopecks(h.Own) / hands[h.Region]
		hands[h.Region] -= unit.Kopecks(h.Own)
		ledger.Pay(&pool.Own, &h.Purse, part)
		h.Income += float32(part) / 12
	}
}

// priceHours moves the price of neighbours' work and what one can expect to
// earn by it.
func priceHours(s *economy.State, p *Primitives) {
	m := &p.OwnAccount
	for r := range s.Region {
		var hours, wanted, done float64
		for b := range s.Block {
			pool := &s.Block[b].Pool[r]
			hours += pool.Hours
			wanted += pool.Wanted
			done += pool.Done
		}
		region := &s.Region[r]
		one := m.Yield / 12 / 1e6
		sold := 1.0 // who is alone finds work
		if hours > 0 {
			sold = done / hours
		}
		earned := ownPrice(region) * s.Shop[r].Price[economy.Services] * one * sold
		region.Earned += (earned - region.Earned) / max(1, p.Buyer.Trend)
		region.Busy = done / one / 1e6
		region.OwnPrice = m.Next(ownPrice(region), wanted, done, hours)
	}
}
