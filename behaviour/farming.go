package behaviour

import (
	"math"

	"gosplan/draw"
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/par"
	"gosplan/unit"
)

var askField = draw.Ask("district.harvest")

// Months of the farm year.
const (
	sowing   = 4
	harvest  = 8
	breeding = 12
	division = 3
)

// field is what a month of farming needs to know.
type field struct {
	w      *economy.World
	s      *economy.State
	p      *Primitives
	b      *economy.Block
	year   int
	month  int
	gains  float64 // of knowledge and fertiliser in the field
	stable float64 // and in the byre

	labour, draught [economy.Regions]float64 // on private land, per hectare relative to 1928
}

// Farm is a month of the houses in villages: they sow, harvest, gather
// produce, eat, feed, sell, breed. Terms tell at what prices and under what
// takings. It writes Block, Village (sums), Region (market), Year.
func Farm(w *economy.World, s *economy.State, p *Primitives) {
	year, month := s.Date(w)
	base := field{w: w, s: s, p: p, year: year, month: month}
	base.gains = w.Physics.Farming.Gains(s.FarmCapital())
	base.stable = unit.Pow(base.gains, w.Physics.Herds.Gain)
	if month == division {
		countLand(w, s)
	}
	if month == sowing || month == harvest {
		base.labour, base.draught = private(w, s)
	}
	if month == harvest {
		ripen(w, s, year)
	}
	par.Blocks(len(s.Block), func(b int) {
		f := base
		f.b = &s.Block[b]
		for i := range f.b.Left {
			f.b.Left[i].People = f.b.Village[i].People // among whom it is shared
		}
		f.lend()
		clear(f.b.Village)
		for i := range f.b.House {
			if h := &f.b.House[i]; h.Members > 0 {
				if h.Village >= 0 {
					f.house(h)
				}
			} else if h.Village != economy.Vacant {
				f.close(int32(i))
			}
		}
		f.payHired()
	})
	takeUp(s)
	sumVillages(w, s, p)
	for b := range s.Block {
		s.TakePools(&s.Block[b])
	}
}

// ripen gives the districts their year: the weather of the region, and around
// it a luck of their own that evens out over the region's fields. They differ
// the more the worse the year: in a drought a shower more or less is the harvest.
func ripen(w *economy.World, s *economy.State, year int) {
	given := weather(w, year)
	var luck, fields [economy.Regions]float64
	for i := range s.Village {
		v := &s.Village[i]
		v.Weather = math.Exp(w.Physics.Farming.Patches / max(worst, given[v.Region]) * w.Deck.Normal(askField, uint64(i), year))
		luck[v.Region] += v.Weather * (v.Open + v.Land)
		fields[v.Region] += v.Open + v.Land
	}
	for i := range s.Village {
		v := &s.Village[i]
		v.Weather *= given[v.Region] * fields[v.Region] / max(1e-12, luck[v.Region])
	}
}

// worst is the weather below which districts differ no more than at it
// (assumed).
const worst = 0.3

// weather is that of the regions in a year, over a normal one.
func weather(w *economy.World, year int) (given [economy.Regions]float64) {
	for r := range given {
		given[r] = w.Given.Weather.At(year, economy.RegionNames[r], 1)
	}
	return given
}

// close frees the place of a house that nobody lives in; what it leaves goes
// to the state.
func (f *field) close(i int32) {
	h := &f.b.House[i]
	pool := &f.b.Pool[h.Region]
	ledger.Pay(&h.Purse, &f.b.Benefit, h.Purse.Held())
	ledger.Ship(&h.Grain, &pool.Market[economy.PoolGrain], h.Grain.Held())
	ledger.Ship(&h.Larder, &pool.Market[economy.PoolProduce], h.Larder.Held())
	if h.Village >= 0 {
		v := &f.b.Left[h.Village]
		v.Land += float64(h.Land)
		for k := range h.Herd {
			v.Herd[k] += float64(h.Herd[k])
		}
	}
	*h = economy.House{Village: economy.Vacant, Region: h.Region}
	f.b.FreeHouse = append(f.b.FreeHouse, i)
}

// house is a month of one farming house.
func (f *field) house(h *economy.House) {
	village := &f.s.Village[h.Village]
	weight := float64(f.w.Weight) / 1e6
	people := float64(h.Members) * weight
	if f.month == division {
		f.share(h, village, people)
	}
	if l := &f.b.Left[h.Village]; left(l) {
		inherit(h, l, people)
	}
	switch f.month {
	case sowing:
		f.sow(h, village)
	case harvest:
		f.reap(h, village)
	case breeding:
		f.breed(h, village)
	}
	f.fear(h, village)
	f.table(h, village, people) // what is left of last month's after deliveries
	f.gather(h, village, people)
	f.trade(h, village, people)

	sum := &f.b.Village[h.Village]
	sum.Houses += weight
	sum.People += people
	sum.Hands += float64(h.Hands) * weight
	sum.Land += float64(h.Land)
	sum.Hunger += float64(h.Hunger) * people
	if h.Joined == 1 {
		sum.Joined += weight
		sum.Members += people
	}
	for k := range h.Herd {
		sum.Herd[k] += float64(h.Herd[k])
	}
}

// left tells whether there is something to take up.
func left(v *economy.VillageSum) bool {
	return v.Land > 0 || v.Herd != [economy.Kinds]float64{}
}

// inherit gives a house its part, by mouths, of what others left behind.
func inherit(h *economy.House, l *economy.VillageSum, people float64) {
	part := 1.0
	if l.People > people {
		part = people / l.People
	}
	l.People -= people
	land := part * l.Land
	h.Land += float32(land)
	l.Land -= land
	for k := range h.Herd {
		n := part * l.Herd[k]
		h.Herd[k] += float32(n)
		l.Herd[k] -= n
	}
}

// takeUp passes on what was left in villages where nobody of the block lives
// any more: to another block's houses there, or to another village of the
// region.
func takeUp(s *economy.State) {
	for b := range s.Block {
		for i := range s.Block[b].Left {
			l := &s.Block[b].Left[i]
			if s.Block[b].Village[i].Houses > 0 || !left(l) {
				continue
			}
			if block, village := heir(s, i); village >= 0 {
				to := &s.Block[block].Left[village]
				to.Land += l.Land
				for k := range to.Herd {
					to.Herd[k] += l.Herd[k]
				}
				*l = economy.VillageSum{}
			}
		}
	}
}

// heir finds houses for what a village left, village -1 if there are none.
func heir(s *economy.State, village int) (block, at int) {
	for b := range s.Block {
		if s.Block[b].Village[village].Houses > 0 {
			return b, village
		}
	}
	for i := range s.Village {
		if s.Village[i].Region != s.Village[village].Region {
			continue
		}
		for b := range s.Block {
			if s.Block[b].Village[i].Houses > 0 {
				return b, i
			}
		}
	}
	return 0, -1
}

// countLand works out the land per head that a division leads to.
func countLand(w *economy.World, s *economy.State) {
	for i := range s.Village {
		s.Village[i].Even = 0
	}
	heads := make([]float64, len(s.Village))
	for b := range s.Block {
		for h := range s.Block[b].Villagers() {
			if h.Joined == 0 {
				heads[h.Village] += float64(h.Members) * float64(w.Weight) / 1e6
				s.Village[h.Village].Even += float64(h.Land)
			}
		}
	}
	for i := range s.Village {
		s.Village[i].Even /= max(1e-12, heads[i])
	}
}

// share moves a house's land towards an even share of the village's land.
func (f *field) share(h *economy.House, v *economy.Village, people float64) {
	if h.Joined == 0 {
		h.Land += float32(f.p.Peasant.Share * (v.Even*people - float64(h.Land)))
	}
}

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
	par := f.p.Scissors.Marketed(1, 0)
	if par == 0 { // nobody would sell at any terms
		return 0
	}
	return min(1, f.p.Scissors.Marketed(f.s.Centre.Scissors, float64(h.Short))/par)
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

// gather brings in the month's produce of animals and garden.
func (f *field) gather(h *economy.House, v *economy.Village, people float64) {
	herds := &f.w.Physics.Herds
	var q float64
	fed := herds.Yield(float64(h.Feed))
	for k := range h.Herd {
		q += herds.Produce[k] * float64(h.Herd[k]) * fed
	}
	if f.month == sowing {
		f.p.Peasant.plant(h)
	}
	if f.month == harvest {
		h.Ripe = float32(f.tended(h, v) - 1)
	}
	garden := f.w.Physics.Farming.Garden * people * (1 + float64(h.Ripe))
	garden *= f.w.Physics.Farming.Gardens[h.Region] * v.Weather
	if h.Joined == 1 && f.s.Terms.PlotLand > 0 {
		garden *= f.s.Terms.PlotLand / economy.GardenLand
	}
	f.b.Sum.Tally[economy.Produce].Make(&h.Larder, (q+garden)*f.stable/12)
	f.hire(h, economy.PoolProduce, q*f.stable/12)
}

// seedNeed is the grain a private house keeps for the next sowing.
func (f *field) seedNeed(h *economy.House) float64 {
	return float64(h.Land) * f.w.Physics.Farming.Seed
}

// sumVillages adds up the blocks' houses by village.
func sumVillages(w *economy.World, s *economy.State, p *Primitives) {
	for i := range s.Village {
		v := &s.Village[i]
		var sum economy.VillageSum
		for b := range s.Block {
			k := &s.Block[b].Village[i]
			sum.Houses += k.Houses
			sum.Joined += k.Joined
			sum.People += k.People
			sum.Members += k.Members
			sum.Hands += k.Hands
			sum.Harvest += k.Harvest
			sum.Land += k.Land
			sum.Hunger += k.Hunger
			for a := range sum.Herd {
				sum.Herd[a] += k.Herd[a]
			}
		}
		v.Houses, v.People, v.Members = sum.Houses, sum.People, sum.Members
		v.Private, v.Hands = sum.Herd, sum.Hands
		v.Open = sum.Land
		v.Hunger = sum.Hunger / max(1e-9, sum.People)
		if sum.Harvest > 0 || s.Month%12+1 == harvest {
			v.PrivateHarvest = sum.Harvest
		}
		v.Effort = collectiveEffort(s, p, v)
		v.Member = 0
		if sum.Houses > 0 {
			v.Member = sum.Joined / sum.Houses
		}
	}
}

// collectiveEffort is the effort that members give to the common field: as
// in any work, what it pays and what the law threatens.
func collectiveEffort(s *economy.State, p *Primitives, v *economy.Village) float64 {
	if v.Members <= 0 {
		return 1
	}
	pay := unit.Clip(v.Pay/max(1e-9, p.Peasant.UsualPay), 0, 1.5)
	e := p.Effort.Chosen(pay, 0, s.Terms.Penalty, s.Terms.Voice) / p.Effort.Usual()
	return unit.Clip(e-p.Peasant.Faint*v.Hunger, 0.3, 1.3)
}
