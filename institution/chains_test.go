package institution

import (
	"math"
	"testing"

	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/mechanism"
	"gosplan/scenario"
)

// Links are those of the input table.
func TestLinksAreThoseOfTheTable(t *testing.T) {
	for g, want := range map[economy.Good]float64{
		economy.Fuel: 1, economy.Materials: 1, economy.Machinery: 2, economy.Construction: 2, economy.Consumer: 4, economy.Arms: 2, economy.Services: 2,
	} {
		if got := links(g); got != want {
			t.Errorf("%v has %v links, want %v", g, got, want)
		}
	}
}

// As many links break as Blanchard and Kremer say, for the whole of a quarter;
// orders hold them, and so does what has been agreed anew.
func TestChainsBreak(t *testing.T) {
	w, s := country(12)
	i := &Supply{Chains: mechanism.Disorganisation{Outside: 1, Renew: 0.5}}
	count := func(orders float64) (share float64) {
		n := 0.0
		for quarter := range 40 {
			s.Month = 3 * quarter
			for k := range s.Enterprise {
				if s.Enterprise[k].Good != economy.Consumer {
					continue
				}
				lost := i.broken(w, s, k, economy.Fuel, orders)
				s.Month++
				if i.broken(w, s, k, economy.Fuel, orders) != lost {
					t.Fatal("a supplier has come back within the quarter")
				}
				s.Month--
				if n++; lost {
					share++
				}
			}
		}
		return share / n
	}
	if got := count(0); math.Abs(got-0.2) > 0.02 {
		t.Errorf("%.3f of the links of chains of four break, want 0.2", got)
	}
	if got := count(1); got != 0 {
		t.Errorf("%.3f break under orders", got)
	}
	s.Centre.Renewed = 0.5
	if got := count(0); math.Abs(got-0.1) > 0.02 {
		t.Errorf("%.3f break when half are agreed anew, want 0.1", got)
	}
	if i.Chains = (mechanism.Disorganisation{}); count(0) != 0 {
		t.Error("chains break where nothing breaks them")
	}
}

// Links are agreed anew year by year where goods are bought, and forgotten
// under allotment.
func TestChainsAreAgreedAnew(t *testing.T) {
	w, s := country(12)
	w.Decided.StateOrders = scenario.Path{1: 0}
	i := &Supply{Chains: mechanism.Disorganisation{Outside: 1, Renew: 0.5}, SupplyPractice: SupplyPractice{Size: 500, LateMost: 0.9, Sure: 0.9}}
	for range 4 {
		i.Plan(w, s)
	}
	if want := 1 - math.Exp(-0.5); !nearly(s.Centre.Renewed, want) {
		t.Errorf("after a year %v is agreed anew, want %v", s.Centre.Renewed, want)
	}
	i.Allot = 1
	if i.Plan(w, s); s.Centre.Renewed != 0 {
		t.Errorf("under allotment %v is agreed", s.Centre.Renewed)
	}
}

// Who has lost his supplier gets nothing of what he orders now, and still what
// he is owed.
func TestBrokenLinksDeliverNothing(t *testing.T) {
	w, s := country(12)
	e := stocked(s, economy.Fuel, 10, 1)
	i := &Supply{Chains: mechanism.Disorganisation{Outside: 1}, SupplyPractice: SupplyPractice{Ready: 0.9}}
	e.Drawn, e.Due[economy.Fuel] = [economy.Goods]float64{}, 0
	at := 0
	for k := range s.Enterprise {
		if &s.Enterprise[k] == e {
			at = k
		}
	}
	for !i.broken(w, s, at, economy.Fuel, 0) {
		s.Month += 3
	}
	before := e.In[economy.Fuel].Held()
	if i.Deliver(w, s); e.In[economy.Fuel].Held() != before {
		t.Errorf("a supplier who has gone delivers %v", e.In[economy.Fuel].Held()-before)
	}
	i.Chains = mechanism.Disorganisation{}
	if i.Deliver(w, s); e.In[economy.Fuel].Held() <= before {
		t.Error("a supplier who stays delivers nothing")
	}
	books(t, s)
}

// Where nobody keeps the kolkhozes together any more, members get all they
// have: land, animals, grain and money.
func TestKolkhozesDissolve(t *testing.T) {
	_, s := country(12)
	all := func() (land, herd, held float64, cash int64) {
		for k := range s.Village {
			v := &s.Village[k]
			land += v.Land
			herd += v.Herd[economy.Cattle]
			held += v.Grain.Held()
			cash += int64(v.Cash.Held())
		}
		farmers(s, func(h *economy.House) {
			land += float64(h.Land)
			herd += float64(h.Herd[economy.Cattle])
			held += h.Grain.Held()
			cash += int64(h.Purse.Held())
		})
		return
	}
	farmers(s, func(h *economy.House) { // all have joined, with all they have but their cash
		v := &s.Village[h.Village]
		h.Joined, v.Member = 1, 1
		v.Land += float64(h.Land)
		v.Herd[economy.Cattle] += float64(h.Herd[economy.Cattle])
		h.Land, h.Herd[economy.Cattle] = 0, 0
		ledger.Ship(&h.Grain, &v.Grain, h.Grain.Held())
		ledger.Pay(&h.Purse, &v.Cash, h.Purse.Held()/2)
	})
	land, herd, held, cash := all()
	(&Kolkhoz{}).Leave(s)
	land2, herd2, held2, cash2 := all()
	for _, c := range [][2]float64{{land, land2}, {herd, herd2}, {held, held2}} {
		if math.Abs(c[0]-c[1]) > 1e-4*c[0] { // houses keep land and herds in single precision
			t.Errorf("%v became %v", c[0], c[1])
		}
	}
	if cash != cash2 {
		t.Errorf("%d kopecks became %d", cash, cash2)
	}
	for k := range s.Village {
		if v := &s.Village[k]; v.Land > 1e-6 || v.Herd[economy.Cattle] > 1e-6 || v.Grain.Held() > 1e-9 {
			t.Fatalf("village %d keeps %v of land, %v cattle and %v of grain", k, v.Land, v.Herd[economy.Cattle], v.Grain.Held())
		}
	}
	farmers(s, func(h *economy.House) {
		if h.Joined != 0 {
			t.Fatal("a member has been forgotten")
		}
	})
	books(t, s)
}
