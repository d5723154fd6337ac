package behaviour

import (
	"math"

	"gosplan/draw"
	"gosplan/economy"
	"gosplan/par"
	"gosplan/unit"
)

var askField = draw.Ask("district.harvest")

// Months of the farm year.
const (
	sowing   = 4
	harvest  = economy.HarvestMonth
	breeding = 12
	division = 3
)

// field is what a month of farming needs to know.
type field struct {
	w      *economy.World
	s      *economy.State
	p      *Primitives
	b      *economy.Block
	month  int
	gains  float64 // of knowledge and fertiliser in the field
	stable float64 // and in the byre
	par    float64 // share of a surplus that is sold at the terms of 1913 with all goods to be had

	labour, draught [economy.Regions]float64 // on private land, per hectare relative to 1928
}

// Farm is a month of the houses in villages: they sow, harvest, gather
// produce, eat, feed, sell, breed. Terms tell at what prices and under what
// takings.
func Farm(w *economy.World, s *economy.State, p *Primitives) {
	year, month := s.Date(w)
	base := field{w: w, s: s, p: p, month: month}
	base.gains = w.Physics.Farming.Gains(s.FarmCapital())
	base.par = p.Scissors.Marketed(1, 0)
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
		to := takersKept.Get().(*takers)
		defer takersKept.Put(to)
		*to = takers{house: to.house[:0]}
		for i := range f.b.House {
			if h := &f.b.House[i]; h.Members > 0 {
				if h.Village >= 0 {
					f.house(h)
					to.list(i, h)
				}
			} else if h.Village != economy.Vacant {
				f.close(int32(i))
			}
		}
		f.payHired(to)
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
	pay := unit.Clip(v.Pay/max(1e-9, p.Peasant.UsualPay), 0, payMost)
	e := p.Effort.Chosen(pay, 0, s.Terms.Penalty, s.Terms.Voice) / p.Effort.Usual()
	return unit.Clip(e-p.Peasant.Faint*v.Hunger, effortLeast, memberMost)
}

// memberMost is the most effort over the usual that members give to the common
// field (assumed).
const memberMost = 1.3
