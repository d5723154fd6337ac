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
		f.b.Sum.Slaughtered[k] += kill
		f.b.Sum.Tally[economy.Produce].Make(&h.Larder, kill*f.w.Physics.Herds.Carcass[k])
	}
}
