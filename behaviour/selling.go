package behaviour

import (
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/unit"
)

// stabled is how many months of the year animals are fed grain in the byre, from
// September, the month after the harvest, to April (assumed).
const stabled = 8

// trade feeds the animals and sells what is left over in the months after
// the harvest, and surplus produce in every month.
func (f *field) trade(h *economy.House, v *economy.Village, people float64) {
	peasant := &f.p.Peasant
	since := (f.month - harvest + 12) % 12 // months since the harvest
	eaters := float64(h.Eaters) / 4 * float64(f.w.Weight) / 1e6
	year := f.w.Physics.Food.Normal*eaters*f.w.Physics.Food.Adult + f.seedNeed(h) // beyond which grain spoils
	if since >= 1 && since <= stabled {
		food := f.w.Physics.Food.Normal / 12 * eaters * f.w.Physics.Food.Adult * float64(11-since)
		seed := 0.0
		if h.Joined == 0 {
			seed = f.seedNeed(h)
		}
		surplus := max(0, h.Grain.Held()-food-seed)
		ration, free := f.ration(h)
		need := (ration - free) / stabled
		fed := f.b.Sum.Tally[economy.Grain].Use(&h.Grain, min(need*peasant.FeedCare, surplus))
		f.b.Sum.Fed += fed
		if rest := surplus - fed - need*stabled; rest > 0 { // a full barn is for fattening
			fat := min(peasant.Fatten*need, peasant.FattenMost*rest)
			more := f.b.Sum.Tally[economy.Grain].Use(&h.Grain, fat+f.plenty(h, v, ration, fat, year))
			f.b.Sum.Fed += more
			fed += more
		}
		given := 0.0
		if ration > 0 {
			given = (free + stabled*fed/max(0.1, peasant.FeedCare)) / ration
		}
		herds := &f.w.Physics.Herds
		h.Feed += float32((herds.Feeding(pasture(h), given) - float64(h.Feed)) / max(1, herds.Memory))
		surplus = max(0, surplus-fed-f.feedNeed(h)*peasant.FeedCare*max(0, stabled-float64(since))/stabled*peasant.Keep)
		if since < stabled && surplus > 0 {
			share := f.p.Scissors.Marketed(f.s.Centre.Scissors, float64(h.Short))
			f.sell(h, economy.PoolGrain, surplus*share/float64(stabled-since)*peasant.Haste)
		}
	}
	if h.Grain.Held() > year {
		f.b.Sum.Tally[economy.Grain].Use(&h.Grain, f.w.Physics.Food.Rot*(h.Grain.Held()-year))
	}
	keep := peasant.Eaten / 12 * people * peasant.Larder
	f.b.Sum.Tally[economy.Produce].Use(&h.Larder, f.w.Physics.Food.Perish*f.w.Physics.Food.Rot*max(0, h.Larder.Held()-f.w.Physics.Food.Fresh*keep))
	if over := h.Larder.Held() - keep; over > 0 {
		f.sell(h, economy.PoolProduce, over)
	}
}

// outlets are what a house gets on the market and from the state's buyers, who cross no
// front, kopecks a unit, and the part that it sells to these.
func (f *field) outlets(h *economy.House, k int) (market, offer, state float64) {
	region := &f.s.Region[h.Region]
	market, offer = region.MarketPrice[k]*f.p.Peasant.Cart, f.s.Terms.Offer[k]
	return market, offer, f.p.Peasant.ToState(&f.s.Terms, k, market) * (1 - region.Cut)
}

// sell sells to the state's buyers and on the market, by what each offers.
func (f *field) sell(h *economy.House, k int, q float64) {
	s, peasant := f.s, &f.p.Peasant
	pool := &f.b.Pool[h.Region]
	store := storeOf(h, k)
	q = min(q, store.Held())
	if q <= 0 {
		return
	}
	market, offer, state := f.outlets(h, k)
	toState := q * state
	toMarket := (q - toState) * s.Terms.Trade * unit.Clip(2*(peasant.Glut-s.Region[h.Region].Cover[k])/max(1e-9, peasant.Glut), 0, 1)
	if got := ledger.Ship(store, &pool.Barn[k], toState); got > 0 {
		m := unit.Cost(offer, got)
		ledger.Pay(&pool.Fund, &h.Purse, m)
		h.Income += float32(m) / 12
	}
	if got := ledger.Ship(store, &pool.Market[k], toMarket); got > 0 {
		m := unit.Cost(market, got)
		ledger.Pay(&pool.Stall, &h.Purse, m)
		h.Income += float32(m) / 12
		f.b.Sum.Second += float64(m)
		if s.Terms.TradeLoss > 0 {
			f.b.Sum.Tally[[2]economy.Good{economy.Grain, economy.Produce}[k]].Use(&pool.Market[k], got*s.Terms.TradeLoss)
		}
	}
}

// storeOf is where a house keeps its grain, 0, or its produce, 1.
func storeOf(h *economy.House, k int) *ledger.Store {
	if k == economy.PoolProduce {
		return &h.Larder
	}
	return &h.Grain
}

// ToState is the part of what a house sells of grain, 0, or produce, 1, that
// goes to the state's buyers, by what they offer and what the market leaves,
// kopecks a unit.
func (p *Peasant) ToState(t *economy.Terms, k int, market float64) float64 {
	offer := t.Offer[k]
	if offer <= 0 {
		return 0
	}
	return unit.Clip(t.StateShare[k]+p.Lean*(offer/max(1, market)-p.Even), toStateLeast, 1) * t.Full[k]
}

// toStateLeast is the part of what a house sells that goes to the state's buyers
// however little they offer, as long as they buy at all (assumed).
const toStateLeast = 0.02
