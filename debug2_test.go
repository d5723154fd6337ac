package gosplan

import (
	"fmt"
	"os"
	"strconv"
	"testing"

	"gosplan/economy"
	"gosplan/scenario"
)

func TestDebug2(t *testing.T) {
	sc, err := scenario.Load("ussr")
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(Config{Scenario: sc, Seed: 1, Scale: 20000})
	if err != nil {
		t.Fatal(err)
	}
	from, _ := strconv.Atoi(os.Getenv("FROM"))
	n, _ := strconv.Atoi(os.Getenv("N"))
	step, _ := strconv.Atoi(os.Getenv("STEP"))
	for i := range from + n {
		if err := s.month(); err != nil {
			t.Fatal(err)
		}
		if i < from || i%step != 0 {
			continue
		}
		st := s.state
		y, m := st.Date(s.world)
		fmt.Printf("%d-%d granary %.2f barn %.2f season %.2f offer %.2f scissors %.2f trade %.1f retreat %.0f anger %.2f\n", y, m, st.Centre.Granary.Held(), st.Centre.Barn.Held(), st.Centre.Season, st.Terms.Offer[0]/8.1e9, st.Centre.Scissors, st.Terms.Trade, st.Centre.Retreat, st.Centre.Anger)
		type agg struct{ people, hungry, grain, land, sown, members, cash, taken, feed, larder, houses, empty, kol float64 }
		var a [economy.Regions][2]agg
		for b := range st.Block {
			for j := range st.Block[b].House {
				h := &st.Block[b].House[j]
				if h.Members == 0 {
					continue
				}
				k := 0
				if h.Village < 0 {
					k = 1
				}
				x := &a[h.Region][k]
				p := float64(h.Members) * float64(s.world.Weight) / 1e6
				x.people += p
				x.hungry += p * float64(h.Hunger)
				x.grain += h.Grain.Held()
				x.land += float64(h.Land)
				x.sown += float64(h.Sown)
				x.cash += float64(h.Purse.Held()) / 3e10
				x.taken += float64(h.Taken) * p
				x.feed += float64(h.Feed) * p
				x.larder += h.Larder.Held()
				x.houses++
				if h.Joined == 1 {
					x.kol += p
				}
				if h.Land < 0.3*float32(p)*0.6 {
					x.empty += p
				}
			}
		}
		for r := range a {
			x, u := &a[r][0], &a[r][1]
			var vg, vq, vland, vsown, vh, he, ve, vp float64
			for i := range st.Village {
				v := &st.Village[i]
				if int(v.Region) == r {
					vg += v.Grain.Held()
					vq += v.Quota
					vland += v.Land
					vsown += v.Sown
					vh += v.Harvest
					he += v.PrivateHarvest
					ve += v.Effort / 8
					vp += v.Pay / 8
				}
			}
			fmt.Printf("  %-14s village people %6.2f hunger %.3f grain/head %.3f land/head %.2f sown/head %.2f cash %.2f taken %.2f feed %.2f larder/h %.3f landless %.2f size %.1f kol %.2f | town %5.2f hunger %.3f cash %.2f larder %.3f grain %.4f | shop grain %.3f prod %.3f price g %.2f p %.2f mk %.2f %.2f mkstock %.2f %.2f | vil grain %.2f quota %.2f land %.1f sown %.1f harv %.1f priv %.1f eff %.2f pay %.2f\n", economy.RegionNames[r], x.people, x.hungry/x.people, x.grain/x.people, x.land/x.people, x.sown/x.people, x.cash, x.taken/x.people, x.feed/x.people, x.larder/x.people, x.empty/x.people, x.people*1e6/float64(s.world.Weight)/x.houses, x.kol/x.people, u.people, u.hungry/u.people, u.cash, u.larder/u.people, u.grain/u.people, st.Shop[r].Stock[0].Held(), st.Shop[r].Stock[1].Held(), st.Shop[r].Price[0]/8.1e9, st.Shop[r].Price[1]/3e10, st.Region[r].MarketPrice[0]/8.1e9, st.Region[r].MarketPrice[1]/3e10, st.Region[r].Market[0].Held(), st.Region[r].Market[1].Held(), vg, vq, vland, vsown, vh, he, ve, vp)
		}
	}
}
