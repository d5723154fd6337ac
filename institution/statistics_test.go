package institution

import (
	"math"
	"testing"

	"gosplan/behaviour"
	"gosplan/economy"
	"gosplan/ledger"
)

// What households are said to have bought is what left the counters this month,
// whatever shops remember of earlier months and whatever a review has made of
// prices since.
func TestConsumptionIsWhatHousesTook(t *testing.T) {
	for _, c := range []struct {
		name   string
		prices float64 // after shopping, over those paid
		memory float64 // of intentions, over those of the month
		full   bool    // shops
		aside  bool    // goods are sold under the counter
	}{
		{"prices stand", 1, 1, true, false},
		{"prices are halved after it", 0.5, 1, true, false},
		{"prices are doubled after it", 2, 1, true, false},
		{"shops remember better months", 1, 10, true, false},
		{"shelves are bare", 1, 1, false, false},
		{"goods are sold under the counter", 1, 1, true, true},
	} {
		w, s := country(12 + 5)
		p := behaviour.Default()
		for k := range s.Shop {
			shop := &s.Shop[k]
			shop.Under = 1.5 * shop.Price[economy.Consumer]
			for g := range shop.Stock {
				var made ledger.Tally
				if made.Use(&shop.Stock[g], shop.Stock[g].Held()); c.full {
					made.Make(&shop.Stock[g], 0.1)
				}
				if c.aside && economy.Good(g) == economy.Consumer {
					made.Use(&shop.Stock[g], shop.Stock[g].Held())
					made.Make(&shop.Aside, 0.1)
				}
				s.Audit.Take(economy.Good(g), made)
			}
		}
		behaviour.Shop(w, s, &p)
		took := map[economy.Good]float64{}
		for b := range s.Block {
			sum := &s.Block[b].Sum
			for i := range s.Block[b].House {
				h := &s.Block[b].House[i]
				place := 0
				if h.Village < 0 {
					place = 1
				}
				sum.Home[place][h.Region] += float64(h.Members)
			}
			took[economy.Consumer] += sum.Tally[economy.Consumer].Used
			took[economy.Services] += sum.Tally[economy.Services].Used
			for r := range economy.Regions {
				took[economy.Services] -= sum.Own[0][r] + sum.Own[1][r]
			}
		}
		if (took[economy.Services] > 0) != c.full || (took[economy.Consumer] > 0) != c.full {
			t.Fatalf("%s: %v were taken", c.name, took)
		}
		for k := range s.Shop {
			for g := range s.Shop[k].Price {
				s.Shop[k].Price[g] *= c.prices
				s.Shop[k].Meant[g] *= c.memory
			}
		}
		i := &Statistics{Memory: 1, Living: 1}
		i.Month(w, s)
		for g, want := range took {
			if got := s.Year.Bought[g]; math.Abs(got-want) > 1e-9*(1+want) {
				t.Errorf("%s: %v units of %s are counted where houses took %v", c.name, got, g, want)
			}
		}
		var head, consumed float64
		for r := range s.Region {
			region := &s.Region[r]
			head += region.Real[1]*region.Home[1] + region.Real[0]*region.Home[0]
		}
		for _, of := range s.Year.Consumed {
			consumed += 12 * of
		}
		if math.Abs(head-consumed) > 1e-6*consumed {
			t.Errorf("%s: people of the regions feel %v where %v is consumed", c.name, head, consumed)
		}
	}
}

// Who has nothing to eat in one region lowers what is known of living there, and nowhere else; and who has died
// out leaves what was known.
func TestHungerIsKnownByRegion(t *testing.T) {
	w, s := country(100)
	i := &Statistics{Memory: 1, Living: 1}
	for b := range s.Block {
		sum := &s.Block[b].Sum
		for k := range sum.Home {
			for r := range sum.Home[k] {
				sum.Home[k][r], sum.Eaten[k][r] = 1e6, 1
			}
		}
	}
	i.Month(w, s)
	before := s.Region
	for b := range s.Block {
		s.Block[b].Sum.Eaten[0][2] = 0
		s.Block[b].Sum.Home[1][3] = 0
	}
	i.Month(w, s)
	for r := range s.Region {
		for k := range s.Region[r].Real {
			hungry := r == 2 && k == 0
			got, had := s.Region[r].Real[k], before[r].Real[k]
			if fell := got < 0.5*had; fell != hungry || !hungry && math.Abs(got-had) > 1e-6*had {
				t.Errorf("region %d, place %d: %v was known and is %v", r, k, had, got)
			}
		}
	}
}
