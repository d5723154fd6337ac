package institution

import (
	"math"
	"testing"

	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/mechanism"
	"gosplan/scenario"
	"gosplan/unit"
)

// The zero values of the institutions of private firms do nothing: not a bit
// of the State changes.
func TestAbsentPrivateInstitutionsDoNothing(t *testing.T) {
	w, s := country(12)
	before := s.Hash()
	for name, act := range map[string]func(){
		"Owners":  func() { (&Owners{}).Pay(w, s, &Bank{}, &Credit{}) },
		"Credit":  func() { (&Credit{}).Close(w, s) },
		"Entry":   func() { (&Entry{}).Found(w, s, &Owners{Share: 1}, &Investment{}) },
		"Fisc":    func() { (&Fisc{}).Levy(w, s) },
		"Private": func() { (&Investment{}).Reckon(w, s) },
		"Open":    func() { (&Trade{}).Exchange(w, s, &Buying{}) },
	} {
		if act(); s.Hash() != before {
			t.Errorf("%s is absent and acts", name)
		}
	}
}

// books fails when money or goods are lost.
func books(t *testing.T, s *economy.State) {
	t.Helper()
	if err := s.Check(); err != nil {
		t.Error(err)
	}
}

// Dividends are a part of what firms can spare, all of it goes to houses in
// towns, and without owners to the treasury.
func TestOwnersGetWhatFirmsCanSpare(t *testing.T) {
	for _, share := range []float64{0.3, 1} {
		w, s := country(12)
		e := &s.Enterprise[0]
		ledger.Pay(&s.Centre.Bank, &e.Cash, 1e12)
		bank := &Bank{}
		free := e.Cash.Held() - bank.need(s, e)
		var before unit.Kopecks
		towns := func() (m unit.Kopecks) {
			for b := range s.Block {
				for k := range s.Block[b].House {
					if h := &s.Block[b].House[k]; h.Village < 0 {
						m += h.Purse.Held()
					}
				}
			}
			return m
		}
		before = towns()
		spared := unit.Kopecks(0)
		for k := range s.Enterprise {
			spared += max(0, s.Enterprise[k].Cash.Held()-bank.need(s, &s.Enterprise[k])).Share(0.2)
		}
		held := e.Cash.Held()
		(&Owners{Share: share, Payout: 0.2}).Pay(w, s, bank, &Credit{})
		if got, want := held-e.Cash.Held(), free.Share(0.2); got != want {
			t.Errorf("share %v: a firm paid %v, want %v", share, got, want)
		}
		if got := towns() - before; got != spared {
			t.Errorf("share %v: towns got %v of %v", share, got, spared)
		}
		books(t, s)
	}
}

// Interest is charged on debt alone.
func TestInterestIsPaidOnDebt(t *testing.T) {
	_, s := country(12)
	e, rich := &s.Enterprise[0], &s.Enterprise[1]
	ledger.Pay(&e.Cash, &s.Centre.Bank, e.Cash.Held()+1_200_000)
	held := rich.Cash.Held()
	var bank ledger.Purse
	(&Credit{Rate: 0.05}).charge(s, &bank)
	if bank.Held() != 5000 || e.Cash.Held() != -1_205_000 || rich.Cash.Held() != held {
		t.Errorf("the bank got %v, the debtor has %v, the other paid %v", bank.Held(), e.Cash.Held(), held-rich.Cash.Held())
	}
}

// A firm that owes more than its credit fails: its plant goes to a rival of
// its region. The last sellers of a branch keep theirs. Who owes less is left
// alone. In any case the debt is gone and the books balance.
func TestFirmsThatCannotPayFail(t *testing.T) {
	for _, c := range []struct {
		name    string
		owes    float64 // over the credit
		sellers float64
		fails   bool
		pardons bool
	}{
		{"within its credit", 0.9, 3, false, false},
		{"over it", 1.5, 3, true, true},
		{"over it, and one of the last", 1.5, 1000, false, true},
	} {
		w, s := country(12)
		i := &Credit{Plant: 0.4, Sales: 1, Ruin: 1.2, Sellers: c.sellers, Salvage: 0.3}
		e := &s.Enterprise[0]
		price := s.PlantPrice(&w.Physics.Plant)
		debt := unit.Kopecks(c.owes * i.limit(s, e, price))
		ledger.Pay(&e.Cash, &s.Centre.Bank, e.Cash.Held()+debt)
		var all float64
		plant := func() (own float64) {
			all = 0
			for k := range s.Enterprise {
				capital, _ := plantOf(&s.Enterprise[k])
				all += capital
			}
			own, _ = plantOf(e)
			return own
		}
		had := plant()
		total := all
		i.Close(w, s)
		if left := plant(); (left < had/2) != c.fails {
			t.Errorf("%s: plant went from %v to %v", c.name, had, left)
		}
		if math.Abs(all-total) > 1e-9*total {
			t.Errorf("%s: plant in all went from %v to %v", c.name, total, all)
		}
		if pardoned := e.Cash.Held() >= 0; pardoned != c.pardons {
			t.Errorf("%s: it owes %v", c.name, -e.Cash.Held())
		}
		books(t, s)
	}
}

// A founder takes a small place in a branch with profit, with the owners'
// money and the techniques of the best; where there is no profit, no place or
// no money nobody comes.
func TestFoundersEnterWhereProfitIs(t *testing.T) {
	for _, c := range []struct {
		name   string
		profit float64
		small  bool
		full   bool // it has as many projects as it can
		owners float64
		enters bool
	}{
		{"profit, a place and money", 10, true, false, 1, true},
		{"no profit", 0, true, false, 1, false},
		{"no place", 10, false, false, 1, false},
		{"no place to build", 10, true, true, 1, false},
		{"no owners", 10, true, false, 0, false},
	} {
		w, s := country(12)
		price := s.PlantPrice(&w.Physics.Plant)
		place := &s.Enterprise[0]
		for k := range s.Enterprise {
			if e := &s.Enterprise[k]; e.Good == place.Good {
				capital, _ := plantOf(e)
				e.Profit = c.profit * capital * price
				e.Adopted = 0
				if k > 0 {
					e.Adopted = 5
				}
			}
		}
		if c.small {
			place.Destroy(0.99)
		}
		if c.full {
			for p := range place.Project {
				place.Project[p].Open = 1
			}
		}
		cash := place.Cash.Held()
		i := &Entry{Rate: 10, Normal: 0.1, Size: 0.01, Small: 0.1}
		i.Found(w, s, &Owners{Share: c.owners}, &Investment{InvestmentPractice: InvestmentPractice{Utilised: 1, Depletion: 1000}})
		_, open := plantOf(place)
		if (open > 0) != c.enters || (place.Cash.Held() > cash) != c.enters || (place.Adopted == 5) != c.enters {
			t.Errorf("%s: it builds for %v, got %v, and knows %b", c.name, open, place.Cash.Held()-cash, place.Adopted)
		}
		books(t, s)
	}
}

// The tax rises with a deficit over its aim, falls with a surplus, and keeps
// to its step and its borders.
func TestTheTaxFollowsTheBudget(t *testing.T) {
	for _, c := range []struct {
		name                  string
		rate, deficit, wanted float64 // deficit over taxed sales
	}{
		{"at its aim", 0.2, 0.06, 0.2},
		{"a deficit", 0.2, 0.10, 0.22},
		{"a large one", 0.2, 1, 0.23},
		{"a surplus", 0.2, -0.1, 0.17},
		{"at its lowest", 0.03, -0.1, 0.02},
	} {
		w, s := country(12)
		var sales float64
		for k := range s.Shop {
			for _, g := range taxed {
				s.Shop[k].Meant[g], s.Shop[k].Failed[g] = 1e9, 0
				sales += 12e9
			}
		}
		for r := range s.Region {
			s.Region[r].Duty = c.rate
		}
		s.Last.Deficit = c.deficit * sales
		(&Fisc{Aim: 0.06, Response: 0.5, Step: 0.03, Low: 0.02, High: 1}).Levy(w, s)
		if got := s.Region[3].Duty; math.Abs(got-c.wanted) > 1e-9 {
			t.Errorf("%s: %v, want %v", c.name, got, c.wanted)
		}
	}
}

// Firms want to build more with more profit, and no more than they can pay.
func TestFirmsBuildWhatTheyCanPay(t *testing.T) {
	w, s := country(12)
	price := s.PlantPrice(&w.Physics.Plant)
	i := &Investment{Private: mechanism.Accumulation{Base: 0.06, Profit: 0.4, Normal: 0.1, Use: 0.9, Most: 0.5}}
	e := &s.Enterprise[0]
	capital, _ := plantOf(e)
	want := func(profit float64, cash unit.Kopecks) float64 {
		e.Profit = profit * capital * price
		ledger.Pay(&e.Cash, &s.Centre.Bank, e.Cash.Held()-cash)
		return i.desired(s, e, price, &Credit{})
	}
	rich := unit.Cost(price, 10*capital)
	if low, high := want(0.1, rich), want(0.3, rich); math.Abs(low/capital-0.06) > 1e-9 || math.Abs(high/capital-0.14) > 1e-9 {
		t.Errorf("at normal profit %v of plant, at more %v", low/capital, high/capital)
	}
	if poor := want(0.01, unit.Cost(price, 0.005*capital)); math.Abs(poor/capital-0.015) > 1e-6 {
		t.Errorf("with little money %v of plant, want 0.015", poor/capital)
	}
	if broke := want(-0.2, -rich); broke != 0 {
		t.Errorf("a firm in debt builds %v", broke)
	}
}

// State buyers whose price follows the shops' go with the market where it is cheaper, and
// elsewhere pay what is ordered.
func TestStateBuyersPayNoMoreThanMarkets(t *testing.T) {
	for _, c := range []struct {
		name         string
		most, market float64 // bound, and the market over the ordered price
		want         float64 // over the ordered price
	}{
		{"what is ordered", 0, 0.1, 1},
		{"a dear market", 1, 3, 1},
		{"a cheap market", 1, 0.1, 0.1},
		{"some more than a cheap market", 2, 0.1, 0.2},
	} {
		w, s := country(12)
		w.Decided.ProcurementPrice = scenario.Path{1: 1}
		s.Centre.Prices = 5
		i := &Buying{Price: 1, Index: 0.5, Most: c.most, BuyingPractice: BuyingPractice{GrainStock: 1, ProduceStock: 0.1, Brim: 1.6}}
		ordered := [2]float64{}
		for k, g := range [2]economy.Good{economy.Grain, economy.Produce} {
			ordered[k] = 3 * economy.BasePrice[g] * economy.KopecksPerPoint
			for r := range s.Region {
				s.Region[r].MarketPrice[k] = c.market * ordered[k]
			}
		}
		i.Offer(w, s)
		for k, got := range s.Terms.Offer {
			if got /= ordered[k]; math.Abs(got-c.want) > 1e-9 {
				t.Errorf("%s: %v of the ordered price for good %d, want %v", c.name, got, k, c.want)
			}
		}
	}
}
