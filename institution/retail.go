package institution

import (
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/mechanism"
	"gosplan/scenario"
	"gosplan/unit"
)

// Retail stocks the shops and sets their prices.
type Retail struct {
	Fixed          mechanism.FixedPrices
	Second         mechanism.SecondEconomy
	Tokens         mechanism.Tokens
	Speed          float64 `unit:"per month" range:"0 0.5" source:"trial economies: 0.05" means:"move of free prices with shortage and stocks"`
	Even           float64 `unit:"per month" range:"0 1" source:"assumed: food is carried to where it is dear, as grain between guberniyas (Kovalchenko and Milov 1974, recalled)" means:"speed at which free prices of food in a shop go to the mean of all shops"`
	Compete        float64 `unit:"per month" range:"0 1" source:"assumed" means:"speed at which prices in shops go to what makers get and the tax, where shops compete"`
	Ration         float64 `unit:"choice" range:"0 1" source:"practice" means:"how shops can sell bread: 0 to who pays, 1 on cards when leaders order it"`
	Trade          float64 `unit:"share" range:"0 1" source:"practice" means:"freedom of the peasant market"`
	Loss           float64 `unit:"share" range:"0 0.9" source:"assumed" means:"goods lost on the way to a forbidden market"`
	Apart          float64 `unit:"share" range:"0 1" source:"turnover tax from 1930 on was set good by good, to clear (Holzman 1955, recalled), where price cuts of the NEP were ordered for all; in full is assumed" means:"how far a review goes by the shortage of a good and not of all goods together"`
	Village        float64 `unit:"share" range:"0 1" source:"retail statistics 1928-70" means:"consumer goods sent to village shops over the villages' part of demand"`
	RetailPractice `keep:"shops are stocked under any system"`
}

// RetailPractice is how shops are stocked and how fast prices move.
type RetailPractice struct {
	// stocking
	Shelf        float64                  `unit:"per month" range:"0 1" source:"assumed" means:"consumer goods in the depot that go to shops"`
	Scarcity     float64                  `unit:"ratio" range:"0 20" source:"assumed" means:"price under the counter over that at it, per share of purchases that fail"`
	Home         float64                  `unit:"share" range:"0 1" source:"paid services of some 24 billion rubles of about 90 that services left by freight made in 1970; what is left are schools, health, science and administration (recalled: Narodnoe khozyaistvo; the division judged)" means:"services left by freight that are for sale to households and do not go to the state"`
	RawStock     float64                  `unit:"months" range:"0 12" source:"assumed" means:"raw produce that industry holds"`
	RawMost      [2]float64               `unit:"per month" range:"0 1" source:"assumed" means:"part of the state's grain and produce that industry can have"`
	RawMargin    float64                  `unit:"ratio" range:"0.5 3" source:"assumed" means:"price of raw produce to industry over the farm price"`
	GranaryRot   float64                  `unit:"ratio" range:"0 5" source:"assumed" means:"loss of the state's grain over that of a house's"`
	BarnRot      float64                  `unit:"ratio" range:"0 10" source:"assumed" means:"loss of the state's produce over that of a house's grain"`
	NormLow      float64                  `unit:"ratio" range:"0 2" source:"assumed" means:"least food sent to a town over its norm"`
	NormHigh     float64                  `unit:"ratio" range:"0 5" source:"assumed" means:"most food sent to a town over its norm"`
	ProduceNorm  float64                  `unit:"points a year" range:"0 2" source:"assumed" means:"produce a townsman is to have"`
	ProduceStock float64                  `unit:"months" range:"0 12" source:"assumed" means:"stock of produce in shops"`
	GrainStock   float64                  `unit:"months" range:"0 12" source:"assumed" means:"stock of bread in shops"`
	Carry        float64                  `unit:"years" range:"0 1" source:"assumed: the stock that passes from one harvest to the next (Davies, Tauger and Wheatcroft 1995)" means:"of townspeople's bread, what is kept over the harvest and only drawn on when bread is short, where no price clears"`
	Haste        float64                  `unit:"ratio" range:"0.1 12" source:"assumed" means:"grain sent in a month over an even part of what is left to the harvest"`
	CardNorm     [economy.Regions]float64 `unit:"ratio" range:"0.5 2" source:"norms of bread 1931-34, about what was eaten before, and supply lists that put Moscow, Leningrad and the Urals first (Osokina 1999, recalled; the figures judged)" means:"bread on cards over what a townsman usually eats, by region"`

	// prices in shops
	Staple     [economy.Goods]float64 `unit:"ratio" range:"0 3" source:"judged: bread, kept cheap by cards, less than all else; in full, 4 million more starve in 1946-47" means:"how far a review or a list moves the price of a good"`
	Shelved    float64                `unit:"months" range:"0 12" source:"stocks of trade of 80 to 90 days' sales (Narodnoe khozyaistvo, recalled)" means:"stock in shops that a review leaves alone"`
	ReviewCut  float64                `unit:"log points" range:"0 2" source:"assumed" means:"largest cut that a review makes"`
	ReviewRise float64                `unit:"log points" range:"0 2" source:"assumed" means:"largest rise that a review makes"`
	Floor      float64                `unit:"ratio" range:"0 1" source:"assumed" means:"lowest free price over the base price, at the wage of reference"`
	FloorWage  float64                `unit:"kopecks a month" range:"100 100000" source:"assumed" means:"wage at which that holds"`
	Failure    float64                `unit:"ratio" range:"0 20" source:"trial economies" means:"weight in free prices of purchases that fail, and of services that nobody took"`
	FailMost   float64                `unit:"ratio" range:"0 5" source:"trial economies" means:"largest weight of that"`
	Idle       float64                `unit:"months" range:"0 12" source:"trial economies" means:"stock in shops at which free prices of what keeps begin to fall"`
	IdleSpan   float64                `unit:"months" range:"0.1 12" source:"trial economies" means:"stock over that at which they fall in full"`

	// the peasant market
	MarketUp    float64 `unit:"per month" range:"0 1" source:"assumed" means:"rise of market prices when nothing asked for is there"`
	MarketDown  float64 `unit:"per month" range:"0 1" source:"assumed" means:"fall of market prices when stalls are full"`
	MarketCover float64 `unit:"months" range:"0 12" source:"assumed" means:"stock at which market prices begin to fall"`
	MarketLow   float64 `unit:"ratio" range:"0.01 1" source:"assumed" means:"lowest market price over the shop's"`
	MarketHigh  float64 `unit:"ratio" range:"1 100" source:"assumed" means:"highest market price over the shop's"`
	Stall       float64 `unit:"months" range:"0 12" source:"assumed" means:"stock over sales that traders leave on a market"`
	Carriage    float64 `unit:"per month" range:"0 1" source:"assumed" means:"stock over that which traders carry off where trade is free"`

	// price levels
	Basket         [economy.Goods]float64 `unit:"share" range:"0 1" source:"assumed" means:"weights of the retail price level"`
	Base           float64                `unit:"ratio" range:"0.5 2" source:"assumed: retail margin" means:"shops' prices over base prices where the level is one"`
	ScissorsMemory float64                `unit:"months" range:"1 24" source:"assumed" means:"months over which the scissors are averaged"`
}

// Stock sends consumer goods, services, grain and produce to the shops and
// pays the branches.
func (i *Retail) Stock(w *economy.World, s *economy.State) {
	s.Terms.Trade, s.Terms.TradeLoss = i.Trade, i.Loss
	c := &s.Centre
	ship := func(g economy.Good, have float64, shares [economy.Shops]float64, from *ledger.Store, price float64, till *ledger.Purse) {
		var sum float64
		for _, x := range shares {
			sum += x
		}
		for k := range s.Shop {
			got := ledger.Ship(from, &s.Shop[k].Stock[g], have*shares[k]/max(1e-12, sum))
			switch cost := unit.Cost(price, got); {
			case till == nil:
			case i.Tokens.Active(): // society credits the makers
				ledger.Pay(&c.Bank, till, cost)
				s.Year.Deficit += float64(cost)
			default:
				ledger.Pay(&s.Shop[k].Till, till, cost)
			}
		}
	}
	shares := func(g economy.Good) (x [economy.Shops]float64) {
		for k := range x {
			x[k] = (s.Shop[k].Meant[g] + 1) * (1 - s.Region[k%economy.Regions].Cut)
			if k >= economy.Regions {
				x[k] *= i.Village
			}
		}
		return x
	}
	goods := &s.Branch[economy.Consumer]
	ship(economy.Consumer, goods.Depot.Held()*i.Shelf, shares(economy.Consumer), &goods.Depot, goods.Price, &goods.Till)

	year, _ := s.Date(w)
	severity := w.Ordered(s, scenario.Repression, year)
	for k := range s.Shop { // what is short and dear elsewhere does not all reach the shelf
		shop := &s.Shop[k]
		ratio := 1 + i.Scarcity*shop.Failed[economy.Consumer]
		shop.Under = shop.Price[economy.Consumer] * ratio
		share := i.Second.Diverted(ratio, severity)
		ledger.Ship(&shop.Stock[economy.Consumer], &shop.Aside, share*shop.Stock[economy.Consumer].Held()-shop.Aside.Held())
		if share == 0 {
			ledger.Ship(&shop.Aside, &shop.Stock[economy.Consumer], shop.Aside.Held())
		}
	}

	// freight first, then households, the rest is the state's; what nobody took last month is gone
	for k := range s.Shop {
		idle := &s.Shop[k].Stock[economy.Services]
		s.Year.ServicesIdle += s.Audit.Use(economy.Services, idle, idle.Held())
	}
	services := &s.Branch[economy.Services]
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		want := economy.Needs[e.Good][economy.Services] * e.Made[s.Month%3]
		s.Year.Flow[economy.Services][e.Good] += takeOut(s, &e.Cash, economy.Services, want)
	}
	ship(economy.Services, services.Depot.Held()*i.Home, shares(economy.Services), &services.Depot, services.Price, &services.Till)
	s.Year.ServicesState += takeOut(s, &c.Treasury, economy.Services, services.Depot.Held())

	i.food(w, s, ship)
}

// food shares the state's grain and produce: industry's raw produce first, but
// grain only beyond bread,
// then towns by mouths; villages that lack grain get a part.
func (i *Retail) food(w *economy.World, s *economy.State, ship func(economy.Good, float64, [economy.Shops]float64, *ledger.Store, float64, *ledger.Purse)) {
	c := &s.Centre
	year, month := s.Date(w)
	var need [2]float64
	for k := range s.Enterprise {
		if e := &s.Enterprise[k]; e.Good == economy.Consumer {
			for g := range need {
				need[g] += max(0, i.RawStock*e.Need[g]-e.In[g].Held())
			}
		}
	}
	for g, from := range [2]*ledger.Store{&c.Granary, &c.Barn} {
		raw := &s.Branch[g]
		want := min(max(0, need[g]-raw.Depot.Held()), i.RawMost[g]*from.Held())
		if economy.Good(g) == economy.Grain { // bread comes before spirits
			want = min(want, max(0, beyondBread(w, s, month)))
		}
		ledger.Ship(from, &raw.Depot, want)
		raw.Price = s.Terms.Offer[g] * i.RawMargin
	}
	towns := townsmen(s)
	s.Audit.Use(economy.Grain, &c.Granary, w.Physics.Food.Rot*i.GranaryRot*c.Granary.Held())
	s.Audit.Use(economy.Produce, &c.Barn, w.Physics.Food.Rot*i.BarnRot*c.Barn.Held())

	card := i.Ration * w.Ordered(s, scenario.BreadCards, year) // of the usual bread, for townspeople
	fill := func(g economy.Good, norm, stock float64, free float64, from *ledger.Store) {
		var want [2][economy.Shops]float64 // of towns and villages
		var sum [2]float64
		for k := range economy.Shops {
			shop, kind := &s.Shop[k], k/economy.Regions
			units := shop.Meant[g] / max(1, shop.Price[g])
			if kind == 0 {
				units = min(max(units, i.NormLow*norm*s.Region[k].Home[1]), i.NormHigh*norm*s.Region[k].Home[1])
			} else {
				units *= i.Village
				if card > 0 && g == economy.Grain {
					units = 0
				}
			}
			want[kind][k] = max(0, stock*units-shop.Stock[g].Held()) * (1 - s.Region[k%economy.Regions].Cut) // nothing crosses a front
			sum[kind] += want[kind][k]
		}
		alike := sum[0] / max(1e-12, sum[0]+sum[1])
		first := min(sum[0], free*(alike+i.Fixed.Hold*(1-alike))) // towns come first where no price clears
		ship(g, first, want[0], from, 0, nil)
		ship(g, min(sum[1], free-first), want[1], from, 0, nil)
	}
	fill(economy.Produce, i.ProduceNorm/12, i.ProduceStock, c.Barn.Held(), &c.Barn)
	free := max(0, c.Granary.Held()-c.Earmarked)
	bread := w.Physics.Food.Town / 12 * towns
	even := max(i.paced(w, s, free-12*i.Carry*i.Fixed.Hold*bread, month), min(bread, i.paced(w, s, free, month)))
	fill(economy.Grain, w.Physics.Food.Town/12, i.GrainStock, min(free, even), &c.Granary)
	// animals of the towns come after the people
	s.Audit.Use(economy.Grain, &c.Granary, min(w.Physics.Food.Fodder/12*towns, max(0, beyondBread(w, s, month)-c.Earmarked)/toLast(month)))
	for r := range s.Region {
		region := &s.Region[r]
		region.Ration, region.Cards = 0, card
		norm := w.Physics.Food.Town / 12
		if card > 0 {
			norm *= card * i.CardNorm[r]
		}
		if have := s.Shop[r].Stock[economy.Grain].Held() / max(1e-9, region.Home[1]); card > 0 || i.Fixed.Hold == 1 && have < norm {
			region.Ration = unit.Clip(have, 1e-4, norm)
		}
	}
}

// paced is the grain that can be sent to shops this month and no less in any
// month to the harvest, Mt: what is free and still to come in, less what
// soldiers will eat and what farms lack to sow.
func (i *Retail) paced(w *economy.World, s *economy.State, free float64, month int) float64 {
	left := toLast(month)
	lack := 0.0
	if left > 5 { // the sowing is still to come
		for k := range s.Village {
			v := &s.Village[k]
			lack += max(0, v.Sown*w.Physics.Farming.Seed-v.Grain.Held()) * (1 - s.Region[v.Region].Cut)
		}
	}
	return max(0, free+s.GrainComing(month)-s.Centre.Promised*left-lack) / left * i.Haste
}

// toLast is how many months the state's grain has to last, this one and that of the harvest included.
func toLast(month int) float64 { return float64(economy.UntilHarvest(month) + 1) }

// atHomeInTowns are the people who live in towns, million, without soldiers.
func atHomeInTowns(s *economy.State) (people float64) {
	for r := range s.Region {
		people += s.Region[r].Home[1]
	}
	return people
}

// townsmen are the people who live in towns that no front cuts off, million; soldiers
// eat with the army.
func townsmen(s *economy.State) (people float64) {
	for r := range s.Region {
		people += s.Region[r].Home[1] * (1 - s.Region[r].Cut)
	}
	return people
}

// beyondBread is the state's grain beyond what towns and the army eat until the
// harvest, Mt; below zero it is what they lack.
func beyondBread(w *economy.World, s *economy.State, month int) float64 {
	bread := (w.Physics.Food.Town/12*townsmen(s) + s.Centre.Promised) * toLast(month)
	return s.Centre.Granary.Held() + s.GrainComing(month) - bread
}
