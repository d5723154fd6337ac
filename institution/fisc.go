package institution

import (
	"gosplan/economy"
	"gosplan/unit"
)

// Fisc is a tax on sales whose rate follows the state's budget: the wedge
// between what shops take and what makers get.
type Fisc struct {
	Aim      float64 `unit:"share" range:"-0.1 0.2" source:"assumed: money that grows with trade" means:"deficit over taxed sales that is aimed at"`
	Response float64 `unit:"share" range:"0 3" source:"trial economies: 0.15 of cash over a year's product" means:"part of last year's deficit, over taxed sales, by which the rate moves"`
	Step     float64 `unit:"share a year" range:"0 0.5" source:"assumed: no austerity at once" means:"largest change of the rate in a year"`
	Low      float64 `unit:"share" range:"0 1" source:"trial economies: 0.05" means:"lowest rate"`
	High     float64 `unit:"share" range:"0 3" source:"assumed" means:"highest rate"`
}

// Levy moves the rate once a year.
func (i *Fisc) Levy(w *economy.World, s *economy.State) {
	if i.High == 0 {
		return
	}
	var sales, wedge float64
	for k := range s.Shop {
		shop := &s.Shop[k]
		for _, g := range taxed {
			spent := 12 * shop.Meant[g] * (1 - shop.Failed[g])
			sales += spent
			wedge += spent * (shop.Price[g]/max(1, s.Branch[g].Price) - 1)
		}
	}
	rate := s.Region[0].Duty
	if rate == 0 { // the first rate is what lies between the prices as they are
		rate = wedge / max(1, sales)
	} else {
		rate += unit.Clip(i.Response*(s.Last.Deficit/max(1, sales)-i.Aim), -i.Step, i.Step)
	}
	for r := range s.Region {
		s.Region[r].Duty = unit.Clip(rate, i.Low, i.High)
	}
}

// taxed are the goods that makers sell to households.
var taxed = []economy.Good{economy.Consumer, economy.Services}

// market is the price of a good in shops, net of tax.
func market(s *economy.State, g economy.Good) float64 {
	price, _ := inShops(s, g, 1)
	return price / (1 + s.Region[0].Duty)
}

// inShops is the mean price of a good in all shops, each by the money that was
// meant for it there and so many kopecks more, and the sum of these.
func inShops(s *economy.State, g economy.Good, more float64) (price, weight float64) {
	for k := range s.Shop {
		by := s.Shop[k].Meant[g] + more
		price += s.Shop[k].Price[g] * by
		weight += by
	}
	return price / max(1, weight), weight
}
