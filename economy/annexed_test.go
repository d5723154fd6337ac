package economy

import (
	"math"
	"testing"

	"gosplan/ledger"
)

// What a region has of everything grows with its people when territories join
// it, the books balance, and no other region has more than before.
func TestAnnexedInProportion(t *testing.T) {
	w, s := counted()
	for i := range s.Region {
		r := &s.Region[i]
		s.Audit.Make(Grain, &r.Market[PoolGrain], 1)
		s.Audit.Make(Produce, &r.Market[PoolProduce], 2)
		for _, p := range []*ledger.Purse{&r.Stall, &s.Shop[i].Till, &s.Shop[i+Regions].Till} {
			ledger.Pay(&s.Centre.Bank, p, 1e8)
		}
		s.Audit.Make(Consumer, &s.Shop[i].Aside, 1)
	}
	for i := range s.Enterprise {
		e := &s.Enterprise[i]
		e.Project[1] = Project{Cost: 3, Sunk: 1, Places: 2, Yield: 1, Open: 1}
		e.Expected, e.Target, e.Due[Fuel] = 2, 5, 1
	}
	sums := func(west bool) map[string]float64 {
		all := map[string]float64{}
		for i := range s.Enterprise {
			e := &s.Enterprise[i]
			if (e.Region == West) != west {
				continue
			}
			for k := range e.Project {
				p := &e.Project[k]
				all["plant being built"] += p.Cost
				all["spent on it"] += p.Sunk
				all["its places"] += p.Places
			}
			for g := range e.In {
				all["stocks of inputs"] += e.In[g].Held()
			}
			all["stocks of output"] += e.Out.Held()
			all["cash of works"] += float64(e.Cash.Held())
			all["sales expected"] += e.Expected
			all["orders under way"] += e.Due[Fuel]
		}
		for i := range s.Shop {
			if shop := &s.Shop[i]; (i%Regions == West) == west {
				for g := range shop.Stock {
					all["stocks of shops"] += shop.Stock[g].Held()
				}
				all["under counters"] += shop.Aside.Held()
				all["cash of shops"] += float64(shop.Till.Held())
			}
		}
		for i := range s.Region {
			if r := &s.Region[i]; (i == West) == west {
				all["farm equipment"] += r.Tractors
				all["grain on markets"] += r.Market[PoolGrain].Held()
				all["produce on markets"] += r.Market[PoolProduce].Held()
				all["cash of stalls"] += float64(r.Stall.Held())
			}
		}
		for k := range s.Village {
			if v := &s.Village[k]; (v.Region == West) == west {
			}
		}
		for g := FirstBranch; g <= Office; g++ {
			for r := range Regions {
				if (r == West) == west {
					all["posts in offices"] += float64(s.Bureau[Cell(r, g)].Posts)
				}
			}
		}
		return all
	}
	here, elsewhere, people := sums(true), sums(false), censusOf(s, West).people
	const million = 8
	Annex(w, s, million)
	if err := s.Check(); err != nil {
		t.Error(err)
	}
	want := 1 + million*1e6/float64(w.Weight)/people
	for what, now := range sums(true) {
		if here[what] == 0 || math.Abs(now/here[what]/want-1) > 1e-3 {
			t.Errorf("%s grew from %v to %v, want by %v", what, here[what], now, want)
		}
	}
	for what, now := range sums(false) {
		if now != elsewhere[what] {
			t.Errorf("%s elsewhere went from %v to %v", what, elsewhere[what], now)
		}
	}
}
