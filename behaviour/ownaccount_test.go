package behaviour

import (
	"testing"

	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/unit"
)

// seekers is a country in which everybody in towns of an age to work has lost
// his post, with shops that sell nothing but services at some price.
func seekers(trade, benefit float64) (*economy.World, *economy.State) {
	w, s := country(3, 100_000)
	s.Terms.Trade, s.Terms.Benefit, s.Centre.MeanWage = trade, benefit, 5000
	for i := range s.Shop {
		for g := range s.Shop[i].Price {
			s.Shop[i].Price[g] = 1e9
		}
		s.Shop[i].Price[economy.Services] = 1e11
	}
	for b := range s.Block {
		block := &s.Block[b]
		for i := range block.House {
			ledger.Pay(&s.Centre.Bank, &block.House[i].Purse, 1e9)
			block.House[i].Income = 1e9
		}
		for i := range block.Person {
			if p := &block.Person[i]; p.Is(economy.Alive) && block.House[p.House].Village < 0 && p.Job >= economy.FirstCell {
				p.Job = economy.Seeking
			}
		}
	}
	return w, s
}

// purses is all the money of houses and pools.
func purses(s *economy.State) (sum unit.Kopecks) {
	for b := range s.Block {
		for i := range s.Block[b].House {
			sum += s.Block[b].House[i].Purse.Held()
		}
		for r := range s.Block[b].Pool {
			sum += s.Block[b].Pool[r].Own.Held()
		}
		for i := range s.Block[b].Counter {
			sum += s.Block[b].Counter[i].Till.Held() + s.Block[b].Counter[i].Hand.Held()
		}
	}
	for i := range s.Shop {
		sum += s.Shop[i].Till.Held()
	}
	for r := range s.Region {
		sum += s.Region[r].Stall.Held()
	}
	return sum
}

// Who has no post works for neighbours where trade is allowed and a benefit is
// no better; what they pay him stays in the world, all of it leaves the pool,
// and no work is kept.
func TestNeighboursPayWhoHasNoPost(t *testing.T) {
	for _, c := range []struct {
		name           string
		trade, benefit float64
		change         func(*Primitives)
		works          bool
	}{
		{"free", 1, 0, nil, true},
		{"forbidden", 0, 0, nil, false},
		{"a benefit that feeds better", 1, 10, nil, false},
		{"absent", 1, 0, func(p *Primitives) { p.OwnAccount.Yield = 0 }, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, s := seekers(c.trade, c.benefit)
			p := Default()
			if c.change != nil {
				c.change(&p)
			}
			Live(w, s, &p)
			before := purses(s)
			Shop(w, s, &p)
			Earn(s, &p)
			if after := purses(s); after != before {
				t.Errorf("%d kopecks became %d", before, after)
			}
			var done, hours, busy float64
			for b := range s.Block {
				tally := s.Block[b].Sum.Tally[economy.Services]
				if tally.Made != tally.Used {
					t.Errorf("block %d: made %v, used %v", b, tally.Made, tally.Used)
				}
				for r := range s.Block[b].Pool {
					pool := &s.Block[b].Pool[r]
					done += pool.Done
					hours += pool.Hours
					if pool.Done > pool.Hours*(1+1e-12) || pool.Own.Held() != 0 {
						t.Errorf("block %d, region %d: %v done of %v, %d kopecks left", b, r, pool.Done, pool.Hours, pool.Own.Held())
					}
				}
			}
			for r := range s.Region {
				busy += s.Region[r].Busy
			}
			if works := done > 0; works != c.works || (busy > 0) != c.works {
				t.Errorf("%v done of %v, %v million busy; want work: %v", done, hours, busy, c.works)
			}
		})
	}
}

// The more of such work is offered, the cheaper it is.
func TestOwnWorkIsCheaperWhereMuchIsOffered(t *testing.T) {
	after := func(yield float64) float64 {
		w, s := seekers(1, 0)
		p := Default()
		p.OwnAccount.Yield = yield
		for range 12 {
			Live(w, s, &p)
			Shop(w, s, &p)
			Earn(s, &p)
			s.Month++
		}
		return ownPrice(&s.Region[0])
	}
	if little, much := after(0.3), after(4); much >= little {
		t.Errorf("price %v where little is offered, %v where much is", little, much)
	}
}
