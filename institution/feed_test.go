package institution

import (
	"math"
	"testing"

	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/unit"
)

// A granary with more than people eat and ask for feeds herds, at a price that
// farms pay and only as far as feed brings more than it costs.
func TestAFullGranaryFeedsHerds(t *testing.T) {
	for _, c := range []struct {
		name               string
		held, cash, asked  float64 // Mt in the granary, rubles, Mt of bread a month beyond the usual
		mixed, price       float64
		sold, herd, nearly bool // is anything sold, is there a herd, is the granary all but emptied
	}{
		{name: "a full granary", held: 100, cash: 1e9, mixed: 1, price: 0.35, sold: true, herd: true},
		{name: "no more than bread", held: 2, cash: 1e9, mixed: 1, price: 0.35, herd: true},
		{name: "asked for in shops", held: 100, cash: 1e9, asked: 50, mixed: 1, price: 0.35, herd: true},
		{name: "no feed is sold", held: 100, cash: 1e9, price: 0.35, herd: true},
		{name: "no money", held: 100, mixed: 1, price: 0.35, herd: true},
		{name: "dearer than what it brings", held: 100, cash: 1e9, mixed: 1, price: 5, herd: true},
		{name: "no herd", held: 100, cash: 1e9, mixed: 1, price: 0.35},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, s := country(12 + 1) // February
			s.Audit.Use(economy.Grain, &s.Centre.Granary, s.Centre.Granary.Held())
			s.Audit.Make(economy.Grain, &s.Centre.Granary, c.held)
			s.Terms.Offer = [2]float64{economy.BasePrice[economy.Grain] * economy.KopecksPerPoint, economy.KopecksPerPoint}
			for k := range s.Shop {
				s.Shop[k].Meant[economy.Grain], s.Shop[k].Price[economy.Grain] = 0, 1
			}
			s.Shop[economy.Regions].Meant[economy.Grain] = c.asked
			v := &s.Village[0]
			v.Herd, v.Feed = [economy.Kinds]float64{}, 1
			if c.herd {
				v.Herd = [economy.Kinds]float64{economy.Cattle: 4, economy.Pigs: 2}
			}
			s.Audit.Use(economy.Grain, &v.Grain, v.Grain.Held())
			need := 0.0
			for a, n := range v.Herd {
				need += w.Physics.Herds.Feed[a] * n * (1 - economy.SettledPasture[v.Region]) / 3
			}
			s.Audit.Make(economy.Grain, &v.Grain, need) // of its own grain the herd gets what it needs
			ledger.Pay(&s.Centre.Treasury, &v.Cash, unit.Kopecks(100*c.cash)-v.Cash.Held())
			i := &Kolkhoz{Mixed: c.mixed, FeedPrice: c.price, Fodder: 1, Lent: 0.2, FeedPart: 1, FeedMost: 1, Spared: 1, Condition: 1}
			spare := i.forFeed(w, s, &Retail{}, 2)
			cash, barn := v.Cash.Held(), s.Centre.Granary.Held()
			i.feed(w, s, v, trough{free: need, spare: spare, sold: c.mixed * spare, stable: 1})
			got, paid := barn-s.Centre.Granary.Held(), cash-v.Cash.Held()
			if got > 0 != c.sold {
				t.Errorf("%v Mt of feed sold of %v that can be spared", got, spare)
			}
			if got > spare+1e-9 || math.Abs(float64(paid-unit.Cost(c.price*s.Terms.Offer[0], got))) > 1 {
				t.Errorf("%v Mt of %v sold for %v kopecks", got, spare, paid)
			}
			if v.Feed > 1 != c.sold {
				t.Errorf("the herd is fed %v of its usual ration", v.Feed)
			}
			if err := s.Check(); err != nil {
				t.Error(err)
			}
		})
	}
}
