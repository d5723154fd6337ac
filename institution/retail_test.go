package institution

import (
	"math"
	"testing"

	"gosplan/behaviour"
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/mechanism"
	"gosplan/scenario"
)

// Bread on cards goes to towns; without cards villages that ask get a part.
func TestBreadOnCardsGoesToTowns(t *testing.T) {
	for _, cards := range []float64{0, 1} {
		w, s := country(12 + 10)
		w.Decided.BreadCards = scenario.Path{1: cards}
		var sent ledger.Tally
		sent.Make(&s.Centre.Granary, 20)
		for k := range s.Shop {
			s.Shop[k].Meant[economy.Grain] = s.Shop[k].Price[economy.Grain] * 0.5
		}
		i := &Retail{Ration: 1, Village: 1, RetailPractice: RetailPractice{NormHigh: 3, GrainStock: 2, Haste: 1}}
		for r := range i.CardNorm {
			i.CardNorm[r] = 1
		}
		before := [2]float64{}
		held := func() (sum [2]float64) {
			for k := range s.Shop {
				sum[k/economy.Regions] += s.Shop[k].Stock[economy.Grain].Held()
			}
			return sum
		}
		before = held()
		i.Stock(w, s)
		town, village := held()[0]-before[0], held()[1]-before[1]
		if town <= 0 || village > 0 != (cards == 0) {
			t.Errorf("cards %v: %v Mt were sent to towns and %v Mt to villages", cards, town, village)
		}
	}
}

// Across a front the state sends nothing; towns behind it get what kolkhozes there
// have to deliver, as far as the state would take it and they can eat it.
func TestNothingCrossesAFront(t *testing.T) {
	const front = 2
	for _, c := range []struct {
		name      string
		cut, most float64
		fed       bool
	}{{"no front", 0, 0.3, false}, {"a front", 1, 0.3, true}, {"a front, and nothing is taken", 1, 0, false}} {
		w, s := country(12 + 10)
		w.Decided.BreadCards = scenario.Path{1: 1}
		var harvest ledger.Tally
		harvest.Make(&s.Centre.Granary, 20)
		s.Region[front].Cut = c.cut
		for k := range s.Village {
			v := &s.Village[k]
			v.Harvest, v.Quota = 1, 0
			harvest.Make(&v.Grain, 1)
		}
		town := &s.Shop[front].Stock[economy.Grain]
		before, granary := town.Held(), s.Centre.Granary.Held()
		drive := &Kolkhoz{Most: c.most, Scrape: 1, Calendar: [5]float64{0.35, 0.30, 0.20, 0.10, 0.05}}
		drive.deliver(w, s, 10)
		got := town.Held() - before
		if fed := got > 0; fed != c.fed || got > w.Physics.Food.Town*s.Region[front].Home[1]+1e-9 {
			t.Errorf("%s: kolkhozes bring %v Mt to the towns", c.name, got)
		}
		if s.Centre.Granary.Held() != granary {
			t.Errorf("%s: %v Mt came to the state", c.name, s.Centre.Granary.Held()-granary)
		}
		for k := range s.Shop {
			s.Shop[k].Meant[economy.Grain] = s.Shop[k].Price[economy.Grain] * 5
		}
		before = town.Held()
		i := &Retail{Ration: 1, Village: 1, RetailPractice: RetailPractice{NormHigh: 3, GrainStock: 2, Haste: 1}}
		i.Stock(w, s)
		if sent := town.Held() - before; sent > 0 != (c.cut == 0) {
			t.Errorf("%s: the state sends %v Mt", c.name, sent)
		}
	}
}

// Free prices of food come together and fixed ones do not.
func TestFoodIsCarriedToWhereItIsDear(t *testing.T) {
	for _, c := range []struct{ hold, even float64 }{{0, 0}, {0, 0.3}, {1, 0.3}} {
		w, s := country(12 + 10)
		for k := range s.Shop {
			s.Shop[k].Price[economy.Grain] *= float64(1 + k)
			s.Shop[k].Meant[economy.Grain] = 1e9
		}
		apart := func() float64 {
			return s.Shop[economy.Shops-1].Price[economy.Grain] / s.Shop[0].Price[economy.Grain]
		}
		i := &Retail{Fixed: mechanism.FixedPrices{Hold: c.hold}, Even: c.even, RetailPractice: RetailPractice{FloorWage: 4000, IdleSpan: 1, ScissorsMemory: 1, Base: 1}}
		before := apart()
		for range 12 {
			i.Price(w, s, &behaviour.Primitives{})
		}
		if closer, want := apart() < 0.5*before, c.hold == 0 && c.even > 0; closer != want {
			t.Errorf("hold %v, even %v: dearest over cheapest was %v and is %v", c.hold, c.even, before, apart())
		}
	}
}

// A review that tells goods apart raises what is short and lowers what lies
// unsold; one that does not moves all alike.
func TestReviewsTellGoodsApart(t *testing.T) {
	for _, apart := range []float64{0, 1} {
		w, s := country(12)
		w.Decided.RetailPriceReview = scenario.Path{1: 1}
		s.Centre.Meant, s.Centre.Supplied = 110, 100
		var made ledger.Tally
		for k := range s.Shop {
			shop := &s.Shop[k]
			for g := range shop.Meant {
				shop.Meant[g] = 1e9
			}
			shop.Failed[economy.Services] = 0.5
			made.Make(&shop.Stock[economy.Consumer], 24*1e9/shop.Price[economy.Consumer])
		}
		before := s.Shop[0].Price
		i := &Retail{Fixed: mechanism.FixedPrices{Hold: 1}, Apart: apart, RetailPractice: RetailPractice{Shelved: 3, ReviewCut: 0.3, ReviewRise: 0.4, ScissorsMemory: 1, Base: 1}}
		for g := range i.Staple {
			i.Staple[g] = 1
		}
		i.Price(w, s, &behaviour.Primitives{})
		short, full := s.Shop[0].Price[economy.Services]/before[economy.Services], s.Shop[0].Price[economy.Consumer]/before[economy.Consumer]
		if short <= 1 || full < 1 != (apart == 1) || full == short != (apart == 0) {
			t.Errorf("apart %v: what is short costs %v of the price before, what lies unsold %v", apart, short, full)
		}
	}
}

// Who has no land joins the kolkhoz of his village without being pressed, and
// where there is none stays outside.
func TestTheLandlessAskToBeLetIn(t *testing.T) {
	w, s := country(12 + 10)
	w.Decided.CollectiveTarget = scenario.Path{1: 0}
	p := behaviour.Default()
	for k := range s.Village {
		s.Village[k].Member = float64(k % 2)
	}
	landless := map[*economy.House]bool{}
	n := 0
	farmers(s, func(h *economy.House) {
		if n++; n%3 == 0 {
			s.Village[h.Village].Land += float64(h.Land)
			h.Land, landless[h] = 0, true
		}
	})
	(&Kolkhoz{Need: 0.5, Recover: 3, Rumour: 0.25}).drive(w, s, &p, 1)
	farmers(s, func(h *economy.House) {
		if got, want := h.Joined == 1, landless[h] && s.Village[h.Village].Member == 1; got != want {
			t.Fatalf("a house with %v Mha in a village with a share of members of %v joined: %v", h.Land, s.Village[h.Village].Member, got)
		}
	})
}

// Services that nobody took are gone in a month, goods lie on; a review takes the month's idle services for a glut.
func TestServicesAreNotKept(t *testing.T) {
	w, s := country(12)
	shop := &s.Shop[1]
	var made ledger.Tally
	for _, g := range []economy.Good{economy.Consumer, economy.Services} {
		made.Make(&shop.Stock[g], 1)
		s.Audit.Use(g, &s.Branch[g].Depot, s.Branch[g].Depot.Held())
	}
	i := &Retail{RetailPractice: RetailPractice{Home: 0.5, Shelf: 1}}
	kept := shop.Stock[economy.Consumer].Held()
	i.Stock(w, s)
	if got := shop.Stock[economy.Services].Held(); got != 0 {
		t.Errorf("of services nobody took, %v points can still be had", got)
	}
	if got := shop.Stock[economy.Consumer].Held(); got != kept {
		t.Errorf("of %v points of goods nobody took, %v are left", kept, got)
	}

	for _, c := range []struct{ failed, idle, want float64 }{{0, 0, 0}, {0, 0.2, -math.Log(1.2)}, {0.2, 0, -math.Log(0.8)}} {
		s := &economy.State{}
		s.Centre.Meant, s.Centre.Supplied = 1, 1
		shop := &s.Shop[0]
		shop.Price[economy.Services], shop.Meant[economy.Services], shop.Failed[economy.Services] = 1e9, 1e9, c.failed
		var made ledger.Tally
		made.Make(&shop.Stock[economy.Services], c.idle)
		i := &Retail{Apart: 1, RetailPractice: RetailPractice{Shelved: 3, ReviewCut: 1, ReviewRise: 1, Staple: [economy.Goods]float64{economy.Services: 1}}}
		if got := i.review(s, 1)[economy.Services]; math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%v of purchases fail and %v of a month's are idle: services move by %v, want %v", c.failed, c.idle, got, c.want)
		}
	}
}

// Where prices are free, those of services fall with the share that nobody took as they rise with the
// purchases that fail; goods may lie for some weeks before theirs fall.
func TestFreePricesOfServicesHeedWhatNobodyTook(t *testing.T) {
	for _, c := range []struct {
		name         string
		good         economy.Good
		failed, idle float64 // of purchases, and of what was for sale
		want         float64 // move of the price
	}{
		{"all is taken and found", economy.Services, 0, 0, 0},
		{"a tenth is not found", economy.Services, 0.1, 0, 0.02},
		{"a tenth is not taken", economy.Services, 0, 0.1, -0.02},
		{"as much of either", economy.Services, 0.1, 0.1, 0},
		{"hardly anybody comes", economy.Services, 0, 0.9, -0.075},
		{"goods that keep", economy.Consumer, 0, 0.1, 0},
	} {
		w, s := country(12 + 10)
		shop := &s.Shop[3]
		shop.Price[c.good], shop.Meant[c.good], shop.Failed[c.good] = 2e9, 1e10, c.failed
		s.Audit.Use(c.good, &shop.Stock[c.good], shop.Stock[c.good].Held())
		var made ledger.Tally
		made.Make(&shop.Stock[c.good], 5*(1-c.failed)*c.idle/(1-c.idle))
		i := &Retail{Speed: 0.05, RetailPractice: RetailPractice{Failure: 4, FailMost: 1.5, Idle: 0.6, IdleSpan: 1.5, FloorWage: 4000, ScissorsMemory: 1, Base: 1}}
		i.Price(w, s, &behaviour.Primitives{})
		if got := shop.Price[c.good]/2e9 - 1; math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: the price moves by %v, want %v", c.name, got, c.want)
		}
	}
}

// A list sets the level of prices, less of it for staples; a review under it moves goods against each other only.
func TestListsSetTheLevel(t *testing.T) {
	for _, ordered := range []float64{-0.2, 0, 0.5} {
		s := &economy.State{}
		for k := range s.Shop {
			s.Shop[k].Meant[economy.Consumer], s.Shop[k].Meant[economy.Produce] = 3e9, 1e9
		}
		i := &Retail{RetailPractice: RetailPractice{Staple: [economy.Goods]float64{economy.Grain: 0.4, economy.Produce: 1, economy.Consumer: 1}}}
		move := [economy.Goods]float64{economy.Consumer: 0.1, economy.Produce: 0.3, economy.Grain: 0.15}
		i.list(s, &move, ordered)
		if mean := (3*move[economy.Consumer] + move[economy.Produce]) / 4; !nearly(mean, ordered) {
			t.Errorf("prices move by %v on average where %v is ordered", mean, ordered)
		}
		if apart := move[economy.Produce] - move[economy.Consumer]; !nearly(apart, 0.2) {
			t.Errorf("goods move apart by %v, want 0.2", apart)
		}
		if got := move[economy.Grain]; !nearly(got, 0.4*ordered) {
			t.Errorf("bread moves by %v where %v is ordered", got, ordered)
		}
	}
}

// A review moves all prices by the money that looked for goods over what was
// supplied, and where nobody looked for any it moves none.
func TestReviewsGoByMoneyThatLookedForGoods(t *testing.T) {
	for _, c := range []struct {
		name            string
		meant, supplied float64
		want            float64
	}{
		{"as much as was supplied", 1e12, 1e12, 0},
		{"a tenth more", 1.1e12, 1e12, math.Log(1.1)},
		{"a tenth less", 0.9e12, 1e12, math.Log(0.9)},
		{"a year in which nothing was counted", 0, 1, 0},
	} {
		_, s := country(12)
		s.Centre.Meant, s.Centre.Supplied = c.meant, c.supplied
		i := &Retail{RetailPractice: RetailPractice{ReviewCut: 2, ReviewRise: 2}}
		for g := range i.Staple {
			i.Staple[g] = 1
		}
		for g, got := range i.review(s, 1) {
			if math.Abs(got-c.want) > 1e-9 {
				t.Errorf("%s: %s moves by %v, want %v", c.name, economy.Good(g), got, c.want)
			}
		}
	}
}
