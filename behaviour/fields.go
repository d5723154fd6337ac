package behaviour

import (
	"gosplan/economy"
	"gosplan/unit"
)

// sow decides the area: what land, animals and prospects allow, approached
// at a speed; seed comes from the barn.
func (f *field) sow(h *economy.House, v *economy.Village) {
	if h.Joined == 1 {
		h.Sown = 0
		return
	}
	land := float64(h.Land)
	if land <= 0 {
		h.Sown = 0
		return
	}
	peasant := &f.p.Peasant
	farming := &f.w.Physics.Farming
	able := farming.Sowable(f.labour[h.Region]*f.effort(h), f.draught[h.Region])
	want := land * min(farming.Arable(int(h.Region)), able) * f.effort(h) *
		f.p.Subsistence.Sown(f.needs(h)/(land*economy.NormalYield), float64(h.Taken), f.worth(h))
	sown := float64(h.Sown)
	if sown <= 0 {
		sown = peasant.Begin * want
	}
	sown += peasant.Sow * (want - sown)
	sown = min(sown, h.Grain.Held()/f.w.Physics.Farming.Seed)
	h.Sown = float32(sown)
	f.b.Sum.Tally[economy.Grain].Use(&h.Grain, sown*f.w.Physics.Farming.Seed)
}

// needs is the grain that a house wants for its own table, animals and seed in
// a year, Mt.
func (f *field) needs(h *economy.House) float64 {
	food := &f.w.Physics.Food
	return food.Normal*food.Adult*float64(h.Eaters)/4*float64(f.w.Weight)/1e6 + f.feedNeed(h) + f.seedNeed(h)
}

// worth is the share of a surplus that a house sells at today's terms of trade,
// over that at the terms of 1913 with all goods to be had.
func (f *field) worth(h *economy.House) float64 {
	if f.par == 0 { // nobody would sell at any terms
		return 0
	}
	return min(1, f.p.Scissors.Marketed(f.s.Centre.Scissors, float64(h.Short))/f.par)
}

// effort is what hunger leaves of the work a house does for itself.
func (f *field) effort(h *economy.House) float64 { return 1 - f.p.Peasant.Weary*float64(h.Hunger) }

// private is the labour and the draught power on a region's fields outside
// kolkhozes, per hectare relative to 1928. Who has no horse, or more land than
// hands, hires his neighbour or lets to him, so all have the same.
func private(w *economy.World, s *economy.State) (labour, draught [economy.Regions]float64) {
	return Means(w, s, func(v *economy.Village) (hands, horses, area float64) {
		return v.Hands * (1 - v.Members/max(1e-9, v.People)), v.Private[economy.Horses], v.Open
	})
}

// Means are the labour and the draught power of regions, per hectare relative
// to 1928, of what each village brings: hands (million), horses (million) and
// an area (Mha).
func Means(w *economy.World, s *economy.State, of func(*economy.Village) (hands, horses, area float64)) (labour, draught [economy.Regions]float64) {
	var hands, horses, area [economy.Regions]float64
	for k := range s.Village {
		v := &s.Village[k]
		n, h, a := of(v)
		hands[v.Region] += n
		horses[v.Region] += h
		area[v.Region] += a
	}
	for r := range area {
		labour[r], draught[r] = Labour(r, hands[r], area[r]), Draught(s, w, r, horses[r], area[r])
	}
	return labour, draught
}

// plenty is the labour or draught power per hectare, relative to 1928, beyond
// which more of it finds nothing to do (assumed).
const plenty = 3

// Labour is that of some hands, million at their effort, on an area, per
// hectare relative to 1928.
func Labour(r int, hands, area float64) float64 {
	density := economy.RuralPeople[r] * economy.FieldHands / (economy.NormalGrain[r] / economy.NormalYield)
	return min(plenty, hands/max(1e-12, area)/density)
}

// Draught is the draught power of horses and the region's machines on some
// land, per hectare relative to 1928. Machines that get no fuel stand still.
func Draught(s *economy.State, w *economy.World, r int, horses, land float64) float64 {
	base := economy.ReferenceHerd[economy.Horses] * economy.HerdShare[economy.Horses][r] / (economy.NormalGrain[r] / economy.NormalYield)
	capital := s.FarmCapital()
	part := 0.0
	if capital > 0 {
		part = s.Region[r].Tractors / capital
	}
	machines := w.Physics.Farming.Field * w.Physics.Farming.Tractors(capital) * part * (1 - s.Terms.Idle) / (economy.NormalGrain[r] / economy.NormalYield)
	return min(plenty, (horses/max(1e-12, land)+machines)/base)
}

// Harvest is the grain in the barn from an area, given labour and draught
// power per hectare of it relative to 1928.
func Harvest(farming *economy.Farming, sown, labour, draught, weather, gains float64) float64 {
	labour, draught = max(labour, economy.Least), max(draught, economy.Least)
	return farming.Yield * sown * unit.Pow(labour, farming.LabourShare) * unit.Pow(draught, farming.DraughtShare) *
		gains * weather * (1 - farming.Loss) * unit.Pow(farming.Timely(labour, draught), farming.Late)
}

// reap brings in the harvest of a private field.
func (f *field) reap(h *economy.House, v *economy.Village) {
	r := int(h.Region)
	sown := float64(h.Sown)
	if sown <= 0 {
		return
	}
	spread := float64(h.Land) / sown // what there is works the part that is sown
	q := Harvest(&f.w.Physics.Farming, sown, f.labour[r]*f.effort(h)*spread, f.draught[r]*spread, v.Weather, f.gains)
	q *= 1 - f.s.Region[r].Cut*f.w.Physics.Farming.Front
	f.b.Sum.Tally[economy.Grain].Make(&h.Grain, q)
	f.hire(h, economy.PoolGrain, q)
	f.b.Sum.Harvest[r] += q
	f.b.Village[h.Village].Harvest += q
	f.b.Sum.Sown[r] += sown
}

// seedNeed is the grain a private house keeps for the next sowing.
func (f *field) seedNeed(h *economy.House) float64 {
	return float64(h.Land) * f.w.Physics.Farming.Seed
}
