package behaviour

import (
	"gosplan/economy"
	"gosplan/unit"
)

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
	switch v.month {
	case sowing:
		v.p.Peasant.plant(h)
	case harvest:
		h.Ripe = h.Dug
	}
	if h.Ripe <= 0 {
		return 0
	}
	farming := &v.w.Physics.Farming
	return farming.Garden * farming.Gardens[h.Region] * v.weather[h.Region] * millions * farming.Allotment * float64(h.Ripe) / 12
}

// tended is the crop of a farming house's garden over the usual in the same
// weather: what was dug in spring and the strength that is left for it. Time
// goes where it feeds, to the plot when the common field pays little.
func (f *field) tended(h *economy.House, v *economy.Village) float64 {
	crop := f.effort(h) + float64(h.Dug)
	if h.Joined == 1 {
		crop *= 1 + f.p.Peasant.Plot*(1-unit.Clip(v.Pay/max(1e-9, f.p.Peasant.UsualPay), 0, 1))
	}
	return crop
}
