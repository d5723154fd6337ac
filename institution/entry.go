package institution

import (
	"gosplan/draw"
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/unit"
)

var askEntry = draw.Ask("firm.enters")

// Entry is the founding of new firms where profit is high: owners put up the
// money, and the firm begins with new plant and the techniques of the best of
// its rivals, in the place of one that has failed or shrunk.
type Entry struct {
	Rate   float64 `unit:"per quarter per unit of the profit rate" range:"0 10" source:"trial economies: 2" means:"chance that a firm is founded in a branch, by profit over the normal"`
	Normal float64 `unit:"per year" range:"0 0.5" source:"trial economies: 0.10" means:"profit over plant that draws nobody"`
	Size   float64 `unit:"ratio" range:"0.01 2" source:"assumed" means:"plant of a new firm over the mean of its branch"`
	Small  float64 `unit:"ratio" range:"0 1" source:"assumed" means:"plant over the mean below which a firm's place can be taken"`
}

// Found lets firms enter branches whose profit is high.
func (i *Entry) Found(w *economy.World, s *economy.State, owners *Owners, build *Investment) {
	if i.Rate == 0 {
		return
	}
	price := s.PlantPrice(&w.Physics.Plant)
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		var profit, capital, firms float64
		var place, best *economy.Enterprise
		least := 0.0
		for k := range s.Enterprise {
			e := &s.Enterprise[k]
			if e.Good != g {
				continue
			}
			has, open := plantOf(e)
			profit += e.Profit
			capital += has
			firms++
			if place == nil || has+open < least {
				place, least = e, has+open
			}
			if best == nil || e.Profit > best.Profit {
				best = e
			}
		}
		mean := capital / max(1, firms)
		chance := i.Rate * (profit/max(1, capital*price) - i.Normal)
		if place == nil || freeSite(place) == nil || least > i.Small*mean || w.Deck.Uniform(askEntry, uint64(g), s.Month) >= chance {
			continue
		}
		cost := i.Size * mean
		var equity ledger.Purse
		if !owners.raise(w, s, &equity, unit.Cost(price, cost)) {
			continue
		}
		ledger.Pay(&equity, &place.Cash, equity.Held())
		place.Adopted |= best.Adopted
		build.found(w, s, place, cost)
	}
}
