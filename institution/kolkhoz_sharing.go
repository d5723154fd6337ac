package institution

import (
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/unit"
)

// bound is the grain of a kolkhoz that is not for its members: seed, and what
// is owed to the state.
func (i *Kolkhoz) bound(w *economy.World, v *economy.Village, month int) float64 {
	return v.Sown*w.Physics.Farming.Seed + i.Precede*i.owed(month)*v.Quota*v.Harvest/max(1e-9, v.Harvest+v.PrivateHarvest)
}

// owed is the part of a quota that is delivered after a month.
func (i *Kolkhoz) owed(month int) (part float64) {
	for k, share := range i.Calendar {
		if k > (month+3)%12 {
			part += share
		}
	}
	return part
}

// share feeds the herd, keeps seed and what is owed to the state, and hands
// the rest of the grain, and the cash, to members by work and by mouths.
func (i *Kolkhoz) share(w *economy.World, s *economy.State, shops *Retail, month int) {
	type portion struct{ grain, cash, mouths, hands float64 }
	portions := make([]portion, len(s.Village))
	hands := make([]float64, len(s.Village)) // of members
	for b := range s.Block {
		for h := range s.Block[b].Villagers() {
			if h.Joined == 1 {
				hands[h.Village] += float64(h.Hands) * float64(w.Weight) / 1e6
			}
		}
	}
	var rural float64
	for k := range s.Village {
		rural += s.Village[k].People
	}
	spare := max(0, beyondBread(w, s, month)-i.Reserve) / max(1e-9, rural)
	granary := s.Centre.Granary.Held()
	stable := unit.Pow(w.Physics.Farming.Gains(s.FarmCapital()), w.Physics.Herds.Gain)
	var part, sold float64
	if month != 9 {
		part = i.Advance[(month-10+12)%12/2]
		if i.Mixed > 0 {
			sold = i.Mixed * i.forFeed(w, s, shops, month) / max(1e-9, rural)
		}
	}
	for k := range s.Village {
		v := &s.Village[k]
		if v.Members <= 0 {
			continue
		}
		work := i.ByWork
		if hands[k] <= 0 {
			work = 0
		}
		portions[k] = portion{mouths: (1 - work) / v.Members, hands: work / max(1e-12, hands[k])}
		if month == 9 {
			portions[k].grain = min(i.Allowance*v.Harvest, v.Grain.Held())
			v.Pay = portions[k].grain / v.Members
			continue
		}
		seed := i.bound(w, v, month)
		free := max(0, v.Grain.Held()-seed)
		i.feed(w, s, v, trough{free: free, spare: spare * v.People, granary: granary, sold: sold * v.People, stable: stable})
		free = max(0, v.Grain.Held()-seed)
		portions[k].grain, portions[k].cash = free*part, float64(v.Cash.Held())
		v.Pay += free * part / v.Members
	}
	for b := range s.Block {
		block := &s.Block[b]
		for h := range block.Villagers() {
			if h.Joined == 0 {
				continue
			}
			v := &s.Village[h.Village]
			share := &portions[h.Village]
			part := (share.mouths*float64(h.Members) + share.hands*float64(h.Hands)) * float64(w.Weight) / 1e6
			ledger.Ship(&v.Grain, &h.Grain, share.grain*part)
			m := ledger.PayUpTo(&v.Cash, &h.Purse, unit.Kopecks(share.cash*part))
			h.Income += float32(m) / 12
		}
	}
}
