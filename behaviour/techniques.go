package behaviour

import (
	"math"
	"math/bits"

	"gosplan/decide"
	"gosplan/draw"
	"gosplan/economy"
	"gosplan/unit"
)

var (
	askHear   = draw.Ask("manager.hear")
	askInvent = draw.Ask("technique.arrival")
	askDown   = draw.Ask("manager.downtime")
)

// invent brings new techniques on offer, by luck and as fast as the world's
// grow, and notes when a tenth and nine tenths of enterprises use one.
func invent(w *economy.World, s *economy.State, users *[economy.Goods][32]float64, peers *[economy.Goods]float64) {
	year, _ := s.Date(w)
	arrivals := w.Physics.Plant.Arrivals * w.Abroad(year) / economy.UsualPace
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		b := &s.Branch[g]
		for k := max(0, int(b.Known)-32); k < int(b.Known); k++ {
			bit := k % 32
			share := users[g][bit] / max(1, peers[g])
			if share >= 0.1 && b.Tenth[bit] == 0 {
				b.Tenth[bit] = int32(s.Month)
			}
			if share >= 0.9 && b.NineTenths[bit] == 0 {
				b.NineTenths[bit] = int32(s.Month)
			}
		}
		if w.Deck.Uniform(askInvent, uint64(g), s.Month) < w.Physics.Plant.Progress[g]*arrivals/4 {
			bit := b.Known % 32
			b.Tenth[bit], b.NineTenths[bit] = 0, 0
			b.Known++
			if b.Known > 32 { // the oldest becomes part of the plant that uses it
				settle(s, g, bit, 1+w.Physics.Plant.Gain)
			}
		}
	}
}

// settle makes a technique part of the plant of those who use it, so that its
// place can be taken by a new one.
func settle(s *economy.State, g economy.Good, bit uint32, gain float64) {
	for i := range s.Enterprise {
		e := &s.Enterprise[i]
		if e.Good != g || e.Adopted>>bit&1 == 0 {
			continue
		}
		e.Adopted &^= 1 << bit
		for v := range e.Plants {
			e.Vintage[v].Yield *= gain
			e.Vintage[v].Now *= gain
		}
	}
}

// adopt lets a manager weigh the oldest technique on offer that he lacks.
func adopt(w *economy.World, s *economy.State, p *Primitives, policy *decide.Policy, e *economy.Enterprise, i int, at decide.State, users *[32]float64, peers float64) {
	known := int(s.Branch[e.Good].Known)
	if e.Retool > 0 || bits.OnesCount32(e.Adopted) >= min(known, 32) {
		return
	}
	for k := max(0, known-32); k < known; k++ {
		bit := k % 32
		if e.Adopted>>bit&1 == 1 {
			continue
		}
		u, v := w.Deck.Uniforms(askHear, uint64(i)<<8|uint64(bit), s.Month)
		if u >= p.Adoption.Heard(users[bit]/max(1, peers)) {
			continue
		}
		plant := &w.Physics.Plant
		down := unit.Clip(plant.Downtime*math.Exp(plant.Spread*w.Deck.Normal(askDown, uint64(i), k)), 0, 0.9)
		if policy.Adopt(at, plant.Gain, down, s.Terms.Relief) > alike*(v-0.5) {
			e.Adopted |= 1 << bit
			e.Retool = uint8(math.Round(3 * down / max(0.05, plant.Retool)))
		}
		return
	}
}

// alike is the difference in value, in base pay of a quarter, at which managers see no difference
// and choose by chance (assumed: a hundredth of a per cent).
const alike = 1e-4
