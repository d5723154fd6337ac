package behaviour

import "gosplan/economy"

// pasture is the part of the feed that a house's animals find for themselves.
func pasture(h *economy.House) float64 {
	if h.Joined == 1 {
		return economy.SettledPasture[h.Region]
	}
	return economy.Pasture[h.Region]
}

// feedNeed is the grain its animals are fed in a year, Mt.
func (f *field) feedNeed(h *economy.House) float64 {
	need, free := f.ration(h)
	return need - free
}

// ration is the grain that its animals need in a year beyond pasture, and what
// waste saves of it, Mt.
func (f *field) ration(h *economy.House) (need, free float64) {
	herds := &f.w.Physics.Herds
	for k := range h.Herd {
		need += herds.Feed[k] * float64(h.Herd[k])
	}
	need *= 1 - pasture(h)
	return need, min(need, herds.Scraps*float64(h.Members)*float64(f.w.Weight)/1e6)
}

// plenty is the grain that a house feeds in a month beyond the usual fattening, of what
// would spoil, as far as it pays, Mt; none where neighbours go hungry.
func (f *field) plenty(h *economy.House, v *economy.Village, ration, fat, year float64) float64 {
	over := h.Grain.Held() - fat - year
	if over <= 0 || ration <= 0 || v.Hunger > f.p.Family.Fed {
		return 0
	}
	peasant := &f.p.Peasant
	return min(max(0, f.fattening(h, ration)-1-peasant.Fatten)*ration/stabled, peasant.FattenMost*over)
}

// fattening is the grain over need that pays for the animals of a house, by what
// it gets for produce and for grain.
func (f *field) fattening(h *economy.House, ration float64) float64 {
	herds := &f.w.Physics.Herds
	var gives float64
	for k, n := range h.Herd {
		gives += herds.Produce[k] * float64(n)
	}
	return herds.Worth(gives*f.stable, ration, f.price(h, economy.PoolProduce), f.price(h, economy.PoolGrain))
}

// price is what a house gets for grain, 0, or produce, 1, kopecks a unit: from
// the state's buyers and on the market as it sells to them.
func (f *field) price(h *economy.House, k int) float64 {
	market, offer, state := f.outlets(h, k)
	return market + state*(offer-market)
}

// breed is the year's change of a herd: growth by feed and room, deaths by
// hunger, killing before it is taken.
func (f *field) breed(h *economy.House, v *economy.Village) {
	herds := &f.w.Physics.Herds
	r := int(h.Region)
	fed := float64(h.Feed)
	for k := range h.Herd {
		n := float64(h.Herd[k])
		if n <= 0 {
			continue
		}
		room := economy.ReferenceHerd[k] * economy.HerdShare[k][r] / economy.RuralPeople[r] * f.p.Peasant.Breed
		room *= herds.Carried(k, fed)
		there := n
		if h.Joined == 1 {
			room *= float64(h.Members) * float64(f.w.Weight) / 1e6 * f.s.Terms.PlotShare * f.p.Peasant.PlotRoom
			if k == economy.Horses {
				room = 0
			}
		} else { // who has many sells young animals to neighbours who have few
			room *= v.People - v.Members
			there = v.Private[k]
		}
		h.Herd[k] = float32(n * max(herds.Remnant, 1+herds.Change(k, there, room, fed)))
	}
}

// fear kills animals that rumour says will be taken: what the killing rule
// asks for at this risk, spread over some months.
func (f *field) fear(h *economy.House, v *economy.Village) {
	if v.Rumour < f.p.Peasant.Heed {
		return
	}
	for k := range h.Herd {
		kill := float64(h.Herd[k]) * f.p.Slaughter.Killed(k, v.Rumour) / max(1, f.p.Peasant.Panic)
		h.Herd[k] -= float32(kill)
		f.b.Sum.Tally[economy.Produce].Make(&h.Larder, kill*f.w.Physics.Herds.Carcass[k])
	}
}
