package institution

import (
	"math/bits"

	"gosplan/economy"
	"gosplan/unit"
)

// retire scraps plant that no longer pays its wages, as far as who decides
// bears the cost.
func (i *Investment) retire(w *economy.World, s *economy.State) {
	if i.Private.Active() && i.Idle > 0 {
		i.clear(w, s)
	}
	if i.Scrap == 0 {
		return
	}
	wear := economy.Wear{Rate: w.Physics.Plant.Wear, Young: i.Sound}
	over := i.leaves(s)
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		leaves, cost := over[e.Good], 12*e.Wage*hour(s)*1e6
		upkeep := w.Physics.Plant.Upkeep(e.Good)
		if i.Losing > 0 {
			leaves *= works(w, e)
		}
		for v := 0; v < int(e.Plants)-1; v++ {
			p := &e.Vintage[v]
			if leaves*p.Places*p.Yield*wear.Left(s.Month-int(p.Built)) < cost*upkeep.Posts(p, s.Month) {
				p.Places *= 1 - i.Scrap
				p.Cost *= 1 - i.Scrap
			}
		}
	}
}

// leaves is what the price of a unit of each branch leaves over its inputs,
// kopecks, as who retires plant reckons with it.
func (i *Investment) leaves(s *economy.State) (left [economy.Goods]float64) {
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		left[g] = overInputs(s, g)
		if i.Losing == 0 || s.Centre.MeanWage <= 0 {
			continue
		}
		b := &s.Branch[g]
		now := float32(left[g] / s.Centre.MeanWage)
		if b.Leaves == 0 {
			b.Leaves = now
		}
		b.Leaves += (now - b.Leaves) / float32(max(1, i.Losing))
		left[g] = float64(b.Leaves) * s.Centre.MeanWage
	}
	return left
}

// works is what a workplace of an enterprise makes over what it was built for,
// by its techniques and its people.
func works(w *economy.World, e *economy.Enterprise) float64 {
	return e.Effort * e.Skill * e.Shape * unit.Pow(1+w.Physics.Plant.Gain, float64(bits.OnesCount32(e.Adopted)))
}
