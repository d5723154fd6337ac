package institution

import (
	"math"

	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/unit"
)

// produce is the month's product of collective herds, delivered to the state.
func (i *Kolkhoz) produce(w *economy.World, s *economy.State) {
	herds := &w.Physics.Herds
	gain := unit.Pow(w.Physics.Farming.Gains(s.FarmCapital()), herds.Gain)
	for k := range s.Village {
		v := &s.Village[k]
		var q float64
		fed := herds.Yield(v.Feed)
		for a, n := range v.Herd {
			q += herds.Produce[a] * n * fed * gain / 12
			if a != economy.Horses {
				killed := n * i.levy(v)
				v.Herd[a] -= killed
				q += killed * herds.Carcass[a]
			}
		}
		s.Audit.Make(economy.Produce, &s.Centre.Barn, q)
		ledger.Pay(&s.Centre.Treasury, &v.Cash, unit.Cost(s.Terms.Offer[economy.PoolProduce], q))
	}
}

// levy is the part of a herd that is taken for meat in a month.
func (i *Kolkhoz) levy(v *economy.Village) float64 { return i.Meat * unit.Clip(v.Press, 0, 1) / 12 }

// milk takes the deliveries of households: meat from their animals, and by norms
// on animals and gardens, fines among them, whatever is left for them.
func (i *Kolkhoz) milk(w *economy.World, s *economy.State) {
	if i.Milk == 0 && i.Meat == 0 {
		return
	}
	herds, garden, fine := &w.Physics.Herds, w.Physics.Farming.Garden, fines(w, s)
	for b := range s.Block {
		block := &s.Block[b]
		for h := range block.Villagers() {
			norm := garden * w.Physics.Farming.Gardens[h.Region] * float64(h.Members) * float64(w.Weight) / 1e6
			pool := &block.Pool[h.Region]
			levy, meat := i.levy(&s.Village[h.Village]), 0.0
			for k, n := range h.Herd {
				norm += herds.Produce[k] * float64(n)
				if k != economy.Horses {
					h.Herd[k] -= float32(levy) * n
					meat += levy * float64(n) * herds.Carcass[k]
				}
			}
			block.Sum.Tally[economy.Produce].Make(&pool.Barn[economy.PoolProduce], meat)
			got := meat + ledger.Ship(&h.Larder, &pool.Barn[economy.PoolProduce], (i.Milk+fine[h.Region])/12*norm)
			m := unit.Cost(s.Terms.Offer[economy.PoolProduce], got)
			ledger.Pay(&pool.Fund, &h.Purse, m)
			h.Income += float32(m) / 12
		}
		s.TakePools(block)
	}
}

// fines are what is taken this month, region by region, for grain that is missing.
func fines(w *economy.World, s *economy.State) (part [economy.Regions]float64) {
	year, month := s.Date(w)
	if month <= 4 {
		year--
	} else if month < 11 {
		return part
	}
	for r := range part {
		part[r] = w.OrderedFor(s, w.Decided.Fines, year, r, 0)
	}
	return part
}

// breed is the year's change of collective herds: feed, room by plan, and
// care, which follows effort.
func (i *Kolkhoz) breed(w *economy.World, s *economy.State) {
	herds := &w.Physics.Herds
	hp := i.Haulage * w.Physics.Farming.Tractors(s.FarmCapital())
	rich := math.Log(max(0.5, s.Centre.GDPHead))
	for k := range s.Village {
		v := &s.Village[k]
		r := int(v.Region)
		if v.Members <= 0 {
			continue
		}
		part := v.Land / max(1e-9, v.Land+v.Open)
		for a := range v.Herd {
			n := v.Herd[a]
			room := economy.ReferenceHerd[a] * economy.HerdShare[a][r] * i.Stalls * part * v.People / economy.RuralPeople[r]
			room *= 1 + i.Wealth[a]*max(0, rich)
			room *= herds.Carried(a, v.Feed)
			if a == economy.Horses {
				room *= 1 / (1 + hp/herds.Horse)
			}
			g := herds.Change(a, n, room, v.Feed) - herds.Neglect*max(0, 1-v.Effort)
			v.Herd[a] = n * max(herds.Remnant, 1+g)
		}
	}
}
