package institution

import (
	"slices"

	"gosplan/economy"
	"gosplan/unit"
)

// Prices sets wholesale prices.
type Prices struct {
	Markup         float64 `unit:"share" range:"0 0.5" source:"trial economies; K+S: 0.04" means:"margin over unit cost"`
	Every          float64 `unit:"years" range:"0 30" source:"practice: lists of 1936, 1949, 1955, 1967, 1982" means:"years between price lists; 0 = every month"`
	Flex           float64 `unit:"per month" range:"0 0.5" source:"trial economies: 0.05" means:"monthly move of price with stocks"`
	Follow         float64 `unit:"per month" range:"0 1" source:"assumed" means:"speed at which makers' prices of what households buy follow what they pay in shops, net of tax"`
	Least          float64 `unit:"ratio" range:"0 1" source:"trial economies: unit cost is the floor" means:"price over unit cost below which makers do not sell; 0 where they take what they get"`
	Normal         float64 `unit:"share" range:"0 1" source:"Hall and Hitch 1939 on normal cost" means:"how far costs are reckoned at what the staff in hand can make, and not at last year's output with it"`
	Told           float64 `unit:"per month" range:"0 1" source:"assumed" means:"speed at which prices follow those announced to councils"`
	Wanted         float64 `unit:"share" range:"0 1" source:"assumed" means:"of what users want, what stocks are held against where it is more than what is made"`
	PricesPractice `keep:"costs are reckoned under any system"`
}

// PricesPractice is how the office reckons costs and how far prices move.
type PricesPractice struct {
	Overhead float64 `unit:"ratio" range:"1 3" source:"assumed: social insurance and depreciation" means:"cost of labour over wages"`
	Pass     float64 `unit:"share" range:"0 1" source:"assumed" means:"gap between cost and price that a new list closes"`
	Approach float64 `unit:"per month" range:"0 1" source:"assumed" means:"speed at which free prices follow cost"`
	Gap      float64 `unit:"share" range:"0 1" source:"assumed" means:"largest gap between price and cost that counts"`
	Cover    float64 `unit:"months" range:"0 12" source:"assumed" means:"stock at which free prices stand"`
	Glut     float64 `unit:"months" range:"0 5" source:"assumed" means:"largest excess of stock that counts"`
	Dearth   float64 `unit:"months" range:"0 5" source:"assumed" means:"largest lack of stock that counts"`
	Unfilled float64 `unit:"ratio" range:"0 10" source:"assumed" means:"weight of orders not filled against months of stock"`
	UnitLow  float64 `unit:"ratio" range:"0.1 1" source:"assumed" means:"lowest free price over unit cost"`
	UnitHigh float64 `unit:"ratio" range:"1 20" source:"assumed" means:"highest free price over unit cost"`
	Dormant  float64 `unit:"share" range:"0 0.5" source:"assumed" means:"of what its plant could make, the least output over which a branch's wages are spread"`
}

// Review moves wholesale prices by cost, and by stocks where they are free.
func (i *Prices) Review(w *economy.World, s *economy.State) {
	if s.Month%12 == 0 {
		i.cost(s)
	}
	stock := unsold(s)
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		b := &s.Branch[g]
		if i.Told > 0 && b.Indicative > 0 {
			b.Price += i.Told * (b.Indicative - b.Price)
		}
		due := i.Every > 0 && s.Month%12 == 0 && (s.Month/12)%max(1, int(i.Every)) == 0
		if due && b.Unit > 0 {
			b.Price += i.Pass * (b.Unit*(1+i.Markup) - b.Price)
		}
		if i.Every == 0 && i.Flex > 0 && b.Unit > 0 {
			target := b.Unit * (1 + i.Markup)
			b.Price *= 1 + i.Approach*unit.Clip(target/b.Price-1, -i.Gap, i.Gap)
			if g != economy.Services && g != economy.Construction && b.Output > 0 {
				cover, short := stock[g]/max(b.Output, i.Wanted*b.Sales), 0.0
				if b.Orders > 0 {
					short = 1 - b.Filled
				}
				b.Price *= 1 + i.Flex*(unit.Clip(i.Cover-cover, -i.Glut, i.Dearth)+i.Unfilled*short)
			}
			if i.Follow > 0 && slices.Contains(taxed, g) {
				b.Price += i.Follow * (market(s, g) - b.Price)
			}
			b.Price = unit.Clip(b.Price, max(i.UnitLow, i.Least)*b.Unit, i.UnitHigh*b.Unit)
		}
	}
}

// unsold is what is made and not yet with who uses it, by good: in yards, in depots and in shops.
func unsold(s *economy.State) (stock [economy.Goods]float64) {
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		stock[e.Good] += e.Out.Held()
	}
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		stock[g] += s.Branch[g].Depot.Held()
		for k := range s.Shop {
			stock[g] += s.Shop[k].Stock[g].Held()
		}
	}
	return stock
}

// cost works out unit costs of the year, in the prices of the year.
func (i *Prices) cost(s *economy.State) {
	var wages, normal, could [economy.Goods]float64
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		wages[e.Good] += 12 * e.Wage * float64(e.Staff)
		normal[e.Good] += 12 * e.Capacity
		could[e.Good] += 12 * e.Rated
	}
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		b := &s.Branch[g]
		if b.LastYear <= 0 {
			continue
		}
		hands := wages[g] / max(b.LastYear, i.Dormant*could[g]) // whoever has just come did not make what little there was
		if i.Normal > 0 && normal[g] > 0 {
			hands += i.Normal * (wages[g]/normal[g] - hands)
		}
		cost := hands * i.Overhead
		for k, need := range economy.Needs[g] {
			cost += need * paid(s, economy.Good(k))
		}
		b.Unit = cost
	}
}
