package gosplan

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"

	"gosplan/draw"
	"gosplan/economy"
	"gosplan/ledger"
)

// where is the place of a house: block and index.
type where struct{ block, house int }

// twins are two runs in the same state.
func twins(t testing.TB, seed uint64, year, month int) (a, b *Simulation) {
	t.Helper()
	a = begin(t, "ussr", seed, coarse/2, 0)
	until(t, a, year)
	live(t, a, month-1)
	var stream bytes.Buffer
	if err := a.Checkpoint(&stream); err != nil {
		t.Fatal(err)
	}
	b, err := Resume(a.config, &stream)
	if err != nil {
		t.Fatal(err)
	}
	return a, b
}

// A round is what a month of shopping came to.
type round struct {
	spent map[where]float64 // rubles, by house
	units float64           // bought over the counters and on the markets, at base prices
}

// shopping lives a month and watches the row in which households shop. Just
// before it, when wages are paid and nothing is bought yet, rob may act.
func shopping(t testing.TB, s *Simulation, rob func(*economy.State)) round {
	t.Helper()
	table := slices.Clone(s.now().year)
	out := round{spent: map[where]float64{}}
	found := false
	for i := range table {
		if table[i].Who != "households" || !strings.HasPrefix(table[i].Does, "shop") {
			continue
		}
		found = true
		act := table[i].Act
		table[i].Act = func(w *economy.World, st *economy.State) {
			if rob != nil {
				rob(st)
			}
			stock := onSale(st)
			each(st, func(at where, h *economy.House) { out.spent[at] = h.Purse.Held().Rubles() })
			act(w, st)
			each(st, func(at where, h *economy.House) { out.spent[at] -= h.Purse.Held().Rubles() })
			out.units = stock - onSale(st)
		}
	}
	if !found {
		t.Fatal("no row in which households shop")
	}
	era := s.now()
	kept := era.year
	era.year = table
	live(t, s, 1)
	era.year = kept
	return out
}

// onSale is what lies in shops and on markets, at base prices.
func onSale(st *economy.State) (value float64) {
	for i := range st.Shop {
		for g := range st.Shop[i].Stock {
			value += st.Shop[i].Stock[g].Held() * economy.BasePrice[g]
		}
	}
	for r := range st.Region {
		for k := range st.Region[r].Market {
			value += st.Region[r].Market[k].Held() * economy.BasePrice[k]
		}
	}
	return value
}

// each visits the houses somebody lives in.
func each(st *economy.State, visit func(where, *economy.House)) {
	for b := range st.Block {
		for i := range st.Block[b].House {
			if h := &st.Block[b].House[i]; h.Members > 0 {
				visit(where{b, i}, h)
			}
		}
	}
}

// Consumption is what households buy, one by one, out of their own purses:
// half of them, drawn by lot, lose their cash to the bank before they go
// shopping. The country buys less; those who were robbed buy far less; the
// others do not share in the loss, as they would if an aggregate were dealt
// out to them.
func TestRobbedHouseholdsBuyLess(t *testing.T) {
	for _, c := range []struct {
		name        string
		year, month int
	}{{"markets", 1926, 6}, {"after the war", 1948, 6}, {"mature plan", 1967, 6}} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			plain, robbed := twins(t, 5, c.year, c.month)
			before := shopping(t, plain, nil)
			lot := draw.Deck{Seed: 99}
			victims := map[where]bool{}
			var loot float64
			after := shopping(t, robbed, func(st *economy.State) {
				each(st, func(at where, h *economy.House) {
					if lot.Uniform(draw.Ask("test.robbery"), uint64(at.block), at.house) < 0.5 {
						victims[at] = true
						loot += h.Purse.Held().Rubles()
						ledger.Pay(&h.Purse, &st.Centre.Bank, h.Purse.Held())
					}
				})
			})
			if err := robbed.state.Check(); err != nil {
				t.Fatal(err)
			}
			if n := len(victims); n < len(before.spent)/3 || n > 2*len(before.spent)/3 || loot <= 0 {
				t.Fatalf("%d of %d houses lost %v rubles", n, len(before.spent), loot)
			}
			var was, now [2]float64 // the others, the robbed
			for at, spent := range before.spent {
				k := 0
				if victims[at] {
					k = 1
				}
				was[k] += spent
				now[k] += after.spent[at]
			}
			others, fall := now[0]/was[0]-1, now[1]/was[1]-1
			t.Logf("units bought %+.1f %%; spent by the robbed %+.1f %%, by the others %+.1f %%", 100*(after.units/before.units-1), 100*fall, 100*others)
			if !(after.units < 0.97*before.units) {
				t.Errorf("half the cash is gone and the country buys %v after %v", after.units, before.units)
			}
			if !(fall < -0.95) {
				t.Errorf("who has no cash spends %v after %v", now[1], was[1])
			}
			if others < -0.01 {
				t.Errorf("who was not robbed spends %v after %v", now[0], was[0])
			}
			// in the months that follow, too, the robbed are the ones who buy less
			var later [2][2]float64
			for range 2 {
				a, b := shopping(t, plain, nil), shopping(t, robbed, nil)
				for at := range before.spent {
					k := 0
					if victims[at] {
						k = 1
					}
					later[k][0] += a.spent[at]
					later[k][1] += b.spent[at]
				}
			}
			gapOthers, gapRobbed := later[0][1]/later[0][0]-1, later[1][1]/later[1][0]-1
			t.Logf("in the two months after: the robbed %+.1f %%, the others %+.1f %%", 100*gapRobbed, 100*gapOthers)
			if !(gapRobbed < gapOthers-0.01) {
				t.Errorf("two months later the robbed spend %+.3f, the others %+.3f", gapRobbed, gapOthers)
			}
		})
	}
}

// What one house loses concerns those who shop after it in its block and
// nobody else: no purse of another block or region moves in that month, and
// together the others buy no more than what it left.
func TestOneRobbedHouseholdIsAlone(t *testing.T) {
	plain, robbed := twins(t, 6, 1926, 6)
	before := shopping(t, plain, nil)
	var victim where
	var region uint8
	after := shopping(t, robbed, func(st *economy.State) {
		most := 0.0
		each(st, func(at where, h *economy.House) { // the one that spends most
			if before.spent[at] > most {
				victim, most, region = at, before.spent[at], h.Region
			}
		})
		h := &st.Block[victim.block].House[victim.house]
		ledger.Pay(&h.Purse, &st.Centre.Bank, h.Purse.Held())
	})
	lost := before.spent[victim] - after.spent[victim]
	if after.spent[victim] != 0 || lost <= 0 {
		t.Fatalf("the robbed house spends %v after %v", after.spent[victim], before.spent[victim])
	}
	var moved, total float64
	touched := 0
	for at, spent := range before.spent {
		change := after.spent[at] - spent
		if at == victim || change == 0 {
			continue
		}
		touched++
		moved += math.Abs(change)
		total += change
		if at.block != victim.block || robbed.state.Block[at.block].House[at.house].Region != region {
			t.Errorf("a house of block %d, region %d spends %v more", at.block, robbed.state.Block[at.block].House[at.house].Region, change)
		}
	}
	t.Logf("the house left %v rubles; %d of %d others spent %v more", lost, touched, len(before.spent)-1, total)
	if moved > 1.1*lost {
		t.Errorf("one house left %v rubles and the others moved %v", lost, moved)
	}
	if touched > len(before.spent)/4 {
		t.Errorf("one house was robbed and %d others changed what they buy", touched)
	}
}

// Two houses alike in everything but their cash buy by their own cash.
func TestTheSameShopServesByThePurse(t *testing.T) {
	plain, other := twins(t, 8, 1926, 6)
	gift := map[where]bool{}
	before := shopping(t, plain, nil)
	after := shopping(t, other, func(st *economy.State) {
		lot := draw.Deck{Seed: 3}
		each(st, func(at where, h *economy.House) { // a few houses find money
			if h.Village < 0 && lot.Uniform(draw.Ask("test.gift"), uint64(at.block), at.house) < 0.1 {
				gift[at] = true
				ledger.Pay(&st.Centre.Bank, &h.Purse, 4*h.Purse.Held())
			}
		})
	})
	more := 0
	for at := range gift {
		if after.spent[at] > before.spent[at] {
			more++
		}
	}
	if len(gift) < 3 || more*10 < 8*len(gift) {
		t.Errorf("%d of %d houses that found money spend more", more, len(gift))
	}
}
