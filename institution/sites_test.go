package institution

import (
	"math"
	"slices"
	"testing"

	"gosplan/economy"
)

// Funds of a branch go by plant in place and by the people of regions, whoever
// comes first in the list.
func TestFundsAreSharedOverSites(t *testing.T) {
	for _, c := range []struct {
		name          string
		even          float64
		posts, people [3]float64
		want          [3]float64
	}{
		{"by plant", 0, [3]float64{6, 3, 1}, [3]float64{1, 1, 8}, [3]float64{0.6, 0.3, 0.1}},
		{"by people", 1, [3]float64{6, 3, 1}, [3]float64{1, 1, 8}, [3]float64{0.1, 0.1, 0.8}},
		{"by both", 0.5, [3]float64{6, 3, 1}, [3]float64{1, 1, 8}, [3]float64{0.35, 0.2, 0.45}},
		{"no plant, no part", 1, [3]float64{6, 3, 0}, [3]float64{1, 1, 8}, [3]float64{0.5, 0.5, 0}},
	} {
		s := &economy.State{Enterprise: make([]economy.Enterprise, 3)}
		for r := range c.posts {
			s.Region[r].People = c.people[r]
			s.Enterprise[r] = economy.Enterprise{Good: economy.Fuel, Region: uint8(r), Posts: c.posts[r]}
		}
		for range 2 {
			parts := (&Investment{InvestmentPractice: InvestmentPractice{Even: c.even}}).sites(s)
			for k := range s.Enterprise {
				e := &s.Enterprise[k]
				if got := parts.of(e); math.Abs(got-c.want[e.Region]) > 1e-12 {
					t.Errorf("%s: region %d gets %v, want %v", c.name, e.Region, got, c.want[e.Region])
				}
			}
			slices.Reverse(s.Enterprise)
		}
	}
}

// An enterprise whose staff has gone, and not its plant, comes to expect sales
// again where buyers look for plant, and not where all stay with who makes.
func TestIdlePlantFindsBuyers(t *testing.T) {
	for _, c := range []struct{ seeking, least, most float64 }{{0, 0, 0.2}, {0.3, 0.4, 0.6}} {
		w, s := country(12)
		var two []*economy.Enterprise
		for k := range s.Enterprise {
			if e := &s.Enterprise[k]; e.Good == economy.Services && len(two) < 2 {
				two = append(two, e)
			} else if e.Good == economy.Services {
				e.Rated, e.Capacity, e.Posts = 0, 0, 0
			}
		}
		for k, e := range two {
			e.Rated, e.Shape, e.Region = 1, 1, uint8(k)
		}
		two[0].Capacity, two[1].Capacity = 0.95, 0.05
		sales := Sales{Start: 1, Low: 0.3, High: 2, Speed: 0.1, Unsold: 2, Share: 0.25, Seeking: c.seeking}
		for range 60 {
			sales.Learn(w, s, &Army{}, &Supply{})
			for _, e := range two { // who expects to sell takes hands
				e.Capacity = min(1, max(0.05, e.Expected))
			}
		}
		part := two[1].Expected / (two[0].Expected + two[1].Expected)
		if part < c.least || part > c.most {
			t.Errorf("with %v of buyers seeking the idle half expects %v of sales", c.seeking, part)
		}
	}
}

// What stands in shops holds the makers' prices down as what stands in depots
// does.
func TestStockInShopsCounts(t *testing.T) {
	after := func(inShops bool) float64 {
		w, s := country(13)
		b := &s.Branch[economy.Consumer]
		b.Unit, b.Output = b.Price, 1
		where := &b.Depot
		if inShops {
			where = &s.Shop[0].Stock[economy.Consumer]
		}
		s.Audit.Make(economy.Consumer, where, 1)
		(&Prices{Flex: 0.05, PricesPractice: PricesPractice{Cover: 0.7, Glut: 5, Dearth: 0.3, UnitLow: 0.1, UnitHigh: 10}}).Review(w, s)
		return b.Price / b.Unit
	}
	if depot, shops := after(false), after(true); depot != shops || depot >= 1 {
		t.Errorf("prices move to %v with goods in depots and to %v with goods in shops", depot, shops)
	}
}

// Posts in which the hands of others work are not open.
func TestUnfilledPosts(t *testing.T) {
	for _, c := range []struct {
		name                string
		wanted, staff, lent [2]int64
		want                float64
	}{
		{"none wanted", [2]int64{}, [2]int64{}, [2]int64{}, 0},
		{"all filled", [2]int64{60, 40}, [2]int64{60, 40}, [2]int64{}, 0},
		{"a fifth open, others too many elsewhere", [2]int64{60, 40}, [2]int64{40, 60}, [2]int64{}, 0.2},
		{"filled by others", [2]int64{60, 40}, [2]int64{40, 60}, [2]int64{-20, 20}, 0},
		{"filled by others in part", [2]int64{60, 40}, [2]int64{30, 50}, [2]int64{-10, 10}, 0.2},
	} {
		s := &economy.State{}
		for k := range c.wanted {
			s.Cell[k] = economy.CellState{Wanted: c.wanted[k], Staff: c.staff[k], Lent: c.lent[k]}
		}
		if got := unfilled(s); !nearly(got, c.want) {
			t.Errorf("%s: %v of the posts are unfilled, want %v", c.name, got, c.want)
		}
	}
}
