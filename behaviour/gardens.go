package behaviour

import "gosplan/economy"

// plant lets a house decide in spring how much more garden than usual it digs:
// who has gone hungry grows potatoes, as far as there is anybody grown to dig,
// and no more than last year's garden gave seed for.
func (p *Peasant) plant(h *economy.House) {
	diggers := min(1, float64(h.Grown)/max(1, float64(h.Members))/economy.FieldHands)
	want := min(p.GardenMost-1, p.Spade*float64(h.Hunger)) * diggers * (1 - p.Weary*float64(h.Hunger))
	h.Dug = float32(max(0, min(want, p.Seedlings*(1+float64(h.Dug))-1)))
}

// allotment is what a town house's garden gives in a month, points: only what
// is dug for hunger, on the land that towns find.
func (v *visit) allotment(h *economy.House, millions float64) float64 {
	if v.month == sowing {
		v.p.Peasant.plant(h)
	}
	if h.Dug == 0 {
		return 0
	}
	farming := &v.w.Physics.Farming
	return farming.Garden * farming.Gardens[h.Region] * v.weather[h.Region] * millions * farming.Allotment * float64(h.Dug) / 12
}
