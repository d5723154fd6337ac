package institution

import (
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/unit"
)

// A trough is what there is to feed the herd of a kolkhoz with, three times a year.
type trough struct {
	free    float64 // of its own grain, beyond seed and what is owed, Mt
	spare   float64 // of the state's, beyond bread and reserve, for its people, Mt
	granary float64 // of the state, before any of it is fed, Mt
	stable  float64 // produce of an animal over that of reference
	sold    float64 // what the state would sell them as feed this time, Mt
}

// forFeed is the state's grain that can be fed now and no less at the feedings
// left until the harvest, of October, December and February, Mt: what is beyond
// the bread that people eat and ask for in shops, what industry and the animals of
// towns use, and the stock that passes over the harvest, with what is still to come
// from abroad.
func (i *Kolkhoz) forFeed(w *economy.World, s *economy.State, shops *Retail, month int) float64 {
	towns := townsmen(s)
	var asked [2]float64 // a month, of shops in towns and in villages
	for k := range s.Shop {
		shop := &s.Shop[k]
		asked[k/economy.Regions] += shop.Meant[economy.Grain] / max(1, shop.Price[economy.Grain])
	}
	usual := w.Physics.Food.Town / 12 * towns
	stock := max(i.Reserve, shops.Carry*shops.Fixed.Hold*w.Physics.Food.Town*towns)
	more := max(0, asked[0]-usual) + asked[1] + w.Physics.Food.Fodder/12*towns
	for k := range s.Enterprise {
		more += s.Enterprise[k].Need[economy.Grain]
	}
	more -= s.Centre.ImportPlan / 12
	left := float64(3 - (month-10+12)%12/2)
	return max(0, beyondBread(w, s, month)-more*toLast(month)-stock) / left
}

// feedPeople are the people of a village, million, to which Kolkhoz.Lent of the
// granary is sold back as feed at most; to others by their number (assumed).
const feedPeople = 8

// feed gives the herd what it needs, of its own grain and of the state's, and
// more of both as far as a little more brings more than it costs. The state's
// grain is paid for.
func (i *Kolkhoz) feed(w *economy.World, s *economy.State, v *economy.Village, t trough) {
	herds, pasture := &w.Physics.Herds, economy.SettledPasture[v.Region]
	var need, gives float64
	for a, n := range v.Herd {
		need += herds.Feed[a] * n * (1 - pasture)
		gives += herds.Produce[a] * n
	}
	worth := func(price float64) float64 { // feed of this time that pays, Mt
		return need / 3 * herds.Worth(gives*t.stable, need, s.Terms.Offer[economy.PoolProduce], price)
	}
	offer := s.Terms.Offer[economy.PoolGrain]
	food := v.Members * w.Physics.Food.Normal * i.Food
	own := min(need/3, max(i.FeedPart*t.free, t.free-food)*i.FeedMost)
	own += max(0, min(worth(offer)-own, (t.free-own-i.Spared*v.Members)*i.FeedMost))
	fed := s.Audit.Use(economy.Grain, &v.Grain, own)
	// herds that lack it come first, others get what the season can spare
	lack := min(max(0, need/3-fed)*i.Fodder, i.Lent*t.granary*v.People/feedPeople, t.spare)
	price := i.FeedPrice * offer
	more := max(lack, min(worth(price)-fed, t.sold)) * (1 - s.Region[v.Region].Cut) // which crosses no front
	if price > 0 {
		more = min(more, max(0, float64(v.Cash.Held()))/price)
	}
	more = s.Audit.Use(economy.Grain, &s.Centre.Granary, max(0, more))
	ledger.PayUpTo(&v.Cash, &s.Centre.Treasury, unit.Cost(price, more))
	fed += more
	s.Year.Fed += fed
	s.Year.Mixed += more
	given := 0.0
	if need > 0 {
		given = 3 * fed / need
	}
	v.Feed += (herds.Feeding(pasture, given) - v.Feed) / i.Condition
}
