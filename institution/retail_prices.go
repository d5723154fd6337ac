package institution

import (
	"math"
	"slices"

	"gosplan/behaviour"
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/scenario"
	"gosplan/unit"
)

// Price moves shop and market prices.
func (i *Retail) Price(w *economy.World, s *economy.State, p *behaviour.Primitives) {
	c := &s.Centre
	year, month := s.Date(w)
	var review [economy.Goods]float64
	if month == 1 && i.Fixed.Hold > 0 && c.Supplied > 0 {
		review = i.review(s, w.Ordered(s, scenario.RetailPriceReview, year))
		if order := w.Ordered(s, scenario.RetailPriceOrder, year); order > 0 {
			i.list(s, &review, i.Fixed.Hold*math.Log(order))
		}
	}
	free := 1 - i.Fixed.Hold
	mean := foodPrices(s)
	for k := range s.Shop {
		shop := &s.Shop[k]
		for _, g := range []economy.Good{economy.Grain, economy.Produce, economy.Consumer, economy.Services} {
			price := &shop.Price[g]
			if month == 1 {
				*price *= math.Exp(review[g])
			}
			if free > 0 {
				floor := i.Floor * economy.BasePrice[g] * economy.KopecksPerPoint * c.MeanWage / i.FloorWage
				*price = max(floor, i.Fixed.Moved(*price, i.Speed, i.pull(shop, g)))
				if mean[g] > 0 { // who is dearer than others is undersold
					*price -= free * i.Even * max(0, *price-mean[g])
				}
				if i.Compete > 0 && slices.Contains(taxed, g) {
					*price += i.Compete * (s.Branch[g].Price*(1+s.Region[0].Duty) - *price)
				}
			}
		}
	}
	i.carry(s)
	for r := range s.Region {
		region := &s.Region[r]
		for k := range region.MarketPrice {
			asked, sold := region.Asked[k], region.Sold[k]
			cover := region.Market[k].Held() / max(1e-9, sold+tried*region.People)
			region.Cover[k] = min(coverMost, cover)
			move := i.MarketUp*unit.Clip((asked-sold)/max(1e-9, asked), 0, 1) - i.MarketDown*unit.Clip(cover-i.MarketCover, 0, 1)
			g := [2]economy.Good{economy.Grain, economy.Produce}[k]
			region.MarketPrice[k] = unit.Clip(region.MarketPrice[k]*(1+move), i.MarketLow*s.Shop[r].Price[g], i.MarketHigh*s.Shop[r].Price[g])
		}
	}
	level, weight := 0.0, 0.0
	for k := range s.Shop {
		for g, share := range i.Basket {
			if share > 0 {
				people := s.Region[k%economy.Regions].Town
				if k >= economy.Regions {
					people = s.Region[k%economy.Regions].People - people
				}
				level += share * people * s.Shop[k].Price[g] / (economy.BasePrice[g] * economy.KopecksPerPoint * i.Base)
				weight += share * people
			}
		}
	}
	if weight > 0 {
		c.Prices = level / weight
	}
	i.scissors(s, &p.Peasant)
}

// pull is how hard a free price is drawn up by purchases that fail and down by
// what lies unsold. Services cannot be kept, so the share that nobody took this
// month weighs as much as an equal share of purchases that fail; goods may lie for
// a while.
func (i *Retail) pull(shop *economy.ShopState, g economy.Good) float64 {
	lack := func(share float64) float64 { return unit.Clip(i.Failure*share, 0, i.FailMost) }
	left := shop.Stock[g].Held() * shop.Price[g]
	if g == economy.Services {
		return lack(shop.Failed[g]) - lack(left/max(1, left+shop.Meant[g]*(1-shop.Failed[g])))
	}
	cover := left / max(1, shop.Meant[g])
	return lack(shop.Failed[g]) - unit.Clip((cover-i.Idle)/i.IdleSpan, 0, 1)
}

// review is how far a review of prices moves each good:
// by what people meant to spend over what was there in all, and as far as goods
// are told apart, by that of the good itself.
func (i *Retail) review(s *economy.State, strength float64) (move [economy.Goods]float64) {
	c := &s.Centre
	all := math.Log(max(1, c.Meant) / c.Supplied)
	for g := range move {
		var meant, there float64
		for k := range s.Shop {
			shop := &s.Shop[k]
			meant += shop.Meant[g]
			there += shop.Meant[g] * (1 - shop.Failed[g])
			if economy.Good(g) == economy.Services { // the month's, which nobody can keep
				there += shop.Stock[g].Held() * shop.Price[g]
			} else {
				there += overstock(shop, economy.Good(g), i.Shelved) / 12
			}
		}
		gap := all
		if meant > noticeable {
			gap += i.Apart * (math.Log(meant/max(0.01*meant, there)) - all)
		}
		move[g] = strength * unit.Clip(gap, -i.ReviewCut, i.ReviewRise) * i.Staple[g]
	}
	return move
}

// overstock is what a shop has of a good beyond so many months of what is asked for, kopecks.
func overstock(shop *economy.ShopState, g economy.Good, months float64) float64 {
	return max(0, shop.Stock[g].Held()*shop.Price[g]-months*shop.Meant[g])
}

// list holds a review to the level of prices that is ordered, so that it moves goods against each other only. Each good
// follows as far as it follows a review, so that the level of all stays behind what is ordered by the part of bread.
func (i *Retail) list(s *economy.State, move *[economy.Goods]float64, ordered float64) {
	var sum, weight float64
	for k := range s.Shop {
		for g, meant := range s.Shop[k].Meant {
			sum += meant * move[g]
			weight += meant
		}
	}
	for g := range move {
		move[g] += ordered*i.Staple[g] - sum/max(1, weight)
	}
}

// noticeable is the least monthly demand for a good that a review goes by, kopecks (assumed).
const noticeable = 1e8

const (
	tried     = 1e-4 // Mt or points a month for a million people: sales by which stalls where hardly anything is sold are judged (assumed: far below what anybody eats)
	coverMost = 12   // months of sales on a market that sellers tell from more (assumed: another harvest comes before they are sold)
)

// foodPrices are the mean prices of grain and produce over all shops, by what
// is asked for there; 0 for other goods.
func foodPrices(s *economy.State) (mean [economy.Goods]float64) {
	for _, g := range [2]economy.Good{economy.Grain, economy.Produce} {
		var money, units float64
		for k := range s.Shop {
			money += s.Shop[k].Meant[g]
			units += s.Shop[k].Meant[g] / s.Shop[k].Price[g]
		}
		if units > 0 {
			mean[g] = money / units
		}
	}
	return mean
}

// carry lets traders take goods from markets that are full to markets that
// ask for them, as far as trade is free.
func (i *Retail) carry(s *economy.State) {
	for k := range 2 {
		var over, under [economy.Regions]float64
		var much, want float64
		for r := range s.Region {
			region := &s.Region[r]
			gap := region.Market[k].Held() - i.Stall*region.Asked[k]
			over[r], under[r] = max(0, gap), max(0, -gap)
			much += over[r]
			want += under[r]
		}
		move := min(much*i.Carriage*i.Trade, want)
		if move <= 0 {
			continue
		}
		var cart ledger.Store
		for r := range s.Region {
			ledger.Ship(&s.Region[r].Market[k], &cart, move*over[r]/much)
		}
		for r := range s.Region {
			ledger.Ship(&cart, &s.Region[r].Market[k], move*under[r]/want)
		}
		ledger.Ship(&cart, &s.Region[0].Market[k], cart.Held())
	}
}

// scissors is the price of manufactures over what farms get, 1913 = 1.
func (i *Retail) scissors(s *economy.State, p *behaviour.Peasant) {
	var manufactures, farm, weight float64
	for r := range economy.Regions {
		people := s.Region[r].People - s.Region[r].Town
		got := s.Region[r].MarketPrice[0] * p.Cart
		got += p.ToState(&s.Terms, 0, got) * (s.Terms.Offer[0] - got)
		manufactures += people * s.Shop[economy.Regions+r].Price[economy.Consumer] / (economy.BasePrice[economy.Consumer] * economy.KopecksPerPoint)
		farm += people * got / (economy.BasePrice[economy.Grain] * economy.KopecksPerPoint)
		weight += people
	}
	if weight > 0 && farm > 0 {
		s.Centre.Scissors += (manufactures/farm - s.Centre.Scissors) / i.ScissorsMemory
	}
}
