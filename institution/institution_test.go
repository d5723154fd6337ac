package institution

import (
	"math"
	"testing"

	"gosplan/behaviour"
	"gosplan/decide"
	"gosplan/draw"
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/mechanism"
	"gosplan/scenario"
	"gosplan/unit"
)

// country is the default country in a month of its first years, with the
// sums of its villages and regions counted.
func country(month int) (*economy.World, *economy.State) {
	w := &economy.World{
		Deck: draw.Deck{Seed: 1}, Weight: 500_000, Physics: economy.DefaultPhysics(), Work: decide.DefaultPhysics(),
		Decided: &scenario.Decided{Requisition: scenario.Path{1: 1}, CollectiveTarget: scenario.Path{1: 1}, GrainExport: scenario.Path{1: 2}, Repression: scenario.Path{1: 1}},
		Given:   &scenario.Given{}, StartYear: 1, Policies: &decide.Library{},
	}
	start := economy.DefaultStart()
	s := economy.Begin(w, &start, month, &economy.Customs{})
	s.Centre.Weight = float64(w.Weight) / 1e6
	for b := range s.Block {
		block := &s.Block[b]
		for i := range block.House {
			h := &block.House[i]
			people := float64(h.Members) * s.Centre.Weight
			s.Region[h.Region].People += people
			if h.Village < 0 {
				s.Region[h.Region].Town += people
				s.Region[h.Region].Home[1] += people
				continue
			}
			v := &s.Village[h.Village]
			v.People += people
			v.Houses += s.Centre.Weight
			v.Hands += float64(h.Hands) * s.Centre.Weight
			v.Open += float64(h.Land)
			for k := range h.Herd {
				v.Private[k] += float64(h.Herd[k])
			}
		}
	}
	return w, s
}

// farmer visits the houses in villages.
func farmers(s *economy.State, visit func(h *economy.House)) {
	for b := range s.Block {
		for i := range s.Block[b].House {
			if h := &s.Block[b].House[i]; h.Village >= 0 && h.Members > 0 {
				visit(h)
			}
		}
	}
}

func grain(s *economy.State) (sum float64) {
	farmers(s, func(h *economy.House) { sum += h.Grain.Held() })
	return sum
}

// The zero value of an institution that takes from farms does nothing, in
// any month: not a bit of the State changes.
func TestAbsentInstitutionsDoNothing(t *testing.T) {
	for month := range 12 {
		w, s := country(12 + month)
		before := s.Hash()
		for name, act := range map[string]func(*economy.World, *economy.State){
			"Requisition": (&Requisition{}).Take, "Tax": func(w *economy.World, s *economy.State) { (&Tax{}).Take(w, s, &Owners{}) }, "Kolkhoz": func(w *economy.World, s *economy.State) {
				p := behaviour.Default()
				(&Kolkhoz{}).Leave(s)
				(&Kolkhoz{}).Run(w, s, &p, &Retail{})
			},
		} {
			if act(w, s); s.Hash() != before {
				t.Fatalf("%s is absent and acts in month %d", name, month+1)
			}
		}
		if (&Trade{}).Ship(w, s); s.Centre.Imports != 0 || s.Centre.SeasonExport != 0 {
			t.Fatalf("nobody trades abroad and goods come or go in month %d", month+1)
		}
	}
}

// Detachments take what is over seed and norm, more where more is found, and
// all of it lies in the granary afterwards.
func TestRequisitionTakesTheSurplus(t *testing.T) {
	for _, reach := range []float64{0.3, 0.9} {
		w, s := country(12 + 8)
		i := &Requisition{Requisition: mechanism.Requisition{Reach: reach, Norm: 0.15}, Foresight: Foresight{Remembered: 0.4, Learned: 0.6, Feared: 0.95}, Months: 7}
		before := map[*economy.House]float64{}
		farmers(s, func(h *economy.House) { before[h] = h.Grain.Held() })
		barn, all := s.Centre.Granary.Held(), grain(s)
		i.Take(w, s)
		taken := all - grain(s)
		if got := s.Centre.Granary.Held() - barn; math.Abs(got-taken) > 1e-9 || taken <= 0 {
			t.Errorf("reach %v: %v Mt were taken and %v Mt arrived", reach, taken, got)
		}
		farmers(s, func(h *economy.House) {
			people := float64(h.Members) * s.Centre.Weight
			over := before[h] - float64(h.Land)*w.Physics.Farming.Seed - i.Norm*people*11/12
			lost := before[h] - h.Grain.Held()
			if lost > reach*max(0, over)+1e-12 {
				t.Errorf("reach %v: %v Mt taken from a house with %v Mt over its norm", reach, lost, over)
			}
			if lost > 0 != (h.Taken > 0) {
				t.Errorf("a house lost %v Mt and expects to lose %v", lost, h.Taken)
			}
		})
		if err := s.Check(); err != nil {
			t.Error(err)
		}
	}
}

// What must be delivered is taken from what is over food and seed, paid for at
// the state's price, and remembered as a loss only where the market pays more.
func TestDeliveriesArePaidFor(t *testing.T) {
	for _, dear := range []float64{0.5, 4} { // the market's price over the state's
		w, s := country(12 + 8)
		decided := *w.Decided
		decided.GrainDeliveries = scenario.Path{w.StartYear: 1}
		w.Decided = &decided
		i := &Buying{BuyingPractice: BuyingPractice{Found: 0.9, Left: 0.2, Season: 7, Foresight: Foresight{Learned: 0.6, Feared: 0.95}}}
		s.Terms.Offer[0] = 1e8
		for r := range s.Region {
			s.Region[r].MarketPrice[0] = dear * s.Terms.Offer[0]
		}
		type had struct {
			grain float64
			money unit.Kopecks
		}
		before := map[*economy.House]had{}
		farmers(s, func(h *economy.House) {
			h.Taken = 0
			before[h] = had{h.Grain.Held(), h.Purse.Held()}
		})
		barn := s.Centre.Granary.Held()
		i.Call(w, s)
		var brought float64
		farmers(s, func(h *economy.House) {
			was := before[h]
			over := was.grain - float64(h.Land)*w.Physics.Farming.Seed - i.Left*float64(h.Members)*s.Centre.Weight*11/12
			lost, paid := was.grain-h.Grain.Held(), h.Purse.Held()-was.money
			brought += lost
			if lost > i.Found*max(0, over)+1e-12 {
				t.Errorf("%v Mt from a house with %v over food and seed", lost, over)
			}
			if paid != unit.Cost(s.Terms.Offer[0], lost) {
				t.Errorf("%v Mt were paid %v", lost, paid)
			}
			if want := lost > 0 && dear > 1; (h.Taken > 0) != want {
				t.Errorf("the market pays %v of the state's price, and the house expects to lose %v", dear, h.Taken)
			}
		})
		if got := s.Centre.Granary.Held() - barn; math.Abs(got-brought) > 1e-9 || brought <= 0 {
			t.Errorf("%v Mt were brought and %v arrived", brought, got)
		}
		if err := s.Check(); err != nil {
			t.Error(err)
		}
	}
}

// Grain bought for relief costs machines at the rate of exports, and no more
// comes than there are machines to give up.
func TestReliefIsPaidWithMachines(t *testing.T) {
	for _, c := range []struct{ order, imports, want float64 }{
		{12, 100, 1},
		{12, 0.1, 0.1 * 7 / 12 / 0.2},
		{0, 100, 0},
	} {
		w, s := country(12 + 6)
		decided := *w.Decided
		decided.GrainRelief = scenario.Path{w.StartYear: c.order}
		w.Decided = &decided
		i := &Trade{Monopoly: 1, Machines: 0.2}
		s.Centre.Imports = c.imports
		before := s.Centre.Granary.Held()
		i.relieve(w, s, w.StartYear+1, 6)
		got := s.Centre.Granary.Held() - before
		if math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%v Mt a year ordered for %v points of machines: %v Mt came, want %v", c.order, c.imports, got, c.want)
		}
		if paid := (c.imports - s.Centre.Imports) * 7 / 12; math.Abs(paid-i.Machines*got) > 1e-9 { // July to January
			t.Errorf("%v Mt cost %v points of what the months to January bring", got, paid)
		}
		if err := s.Check(); err != nil {
			t.Error(err)
		}
	}
}

// The tax takes its rate of the harvest within the season, and nothing after.
func TestTaxTakesItsRate(t *testing.T) {
	w, s := country(12 + 8)
	decided := *w.Decided
	decided.FarmTax = scenario.Path{w.StartYear: 0.1}
	w.Decided = &decided
	i := &Tax{TaxInKind: mechanism.TaxInKind{Rate: 1}, Months: 4, Spread: 3.5}
	all := grain(s)
	for range 12 {
		i.Take(w, s, &Owners{})
		s.Month++
	}
	if got := 1 - grain(s)/all; math.Abs(got-0.1) > 0.02 {
		t.Errorf("a tax of a tenth took %v", got)
	}
	if err := s.Check(); err != nil {
		t.Error(err)
	}
}

// Who joins brings land and animals; who leaves takes a share: between houses
// and kolkhoz nothing is lost, in a year of drive, delivery and sharing.
func TestTheDriveLosesNoLandAndNoMoney(t *testing.T) {
	w, s := country(24)
	i := &Kolkhoz{Campaign: mechanism.Campaign{Push: 1, Yield: 0.3, Tolerance: 0.4, Exit: 0.5, Risk: 0.5}, Need: 0.5, Most: 0.3, Animals: [4]float64{1, 0.5, 0.3, 0.4}, Plot: 0.3, Sowing: 0.25,
		Recover: 3, Certain: 0.9, Rumour: 0.25, First: 0.9, SeedLoan: 0.3,
		Calendar: [5]float64{0.35, 0.30, 0.20, 0.10, 0.05}, Bread: 0.22, Scrape: 0.95, Search: 0.6, Stalls: 1,
		Advance: [3]float64{0.3, 0.6, 1}, Food: 0.6, FeedPart: 0.25, FeedMost: 0.7, Condition: 2.5}
	people := behaviour.Default()
	ground := func() (land float64) {
		farmers(s, func(h *economy.House) { land += float64(h.Land) })
		for k := range s.Village {
			land += s.Village[k].Land
		}
		return land
	}
	before := ground()
	joined := 0
	for range 12 {
		i.Run(w, s, &people, &Retail{})
		for b := range s.Block { // as statistics does at the end of a month
			for g := range s.Block[b].Sum.Tally {
				s.Audit.Take(economy.Good(g), s.Block[b].Sum.Tally[g])
				s.Block[b].Sum.Tally[g] = ledger.Tally{}
			}
		}
		if err := s.Check(); err != nil {
			t.Fatalf("month %d: %v", s.Month, err)
		}
		s.Month++
	}
	farmers(s, func(h *economy.House) { joined += int(h.Joined) })
	if joined == 0 {
		t.Error("nobody joined")
	}
	if after := ground(); math.Abs(after/before-1) > 1e-5 {
		t.Errorf("%v Mha became %v Mha", before, after)
	}
	farmers(s, func(h *economy.House) {
		for k, n := range h.Herd {
			if n < 0 || h.Land < 0 {
				t.Fatalf("a house has %v %s and %v Mha", n, economy.KindNames[k], h.Land)
			}
		}
	})
}

// Suppliers deliver no more than was ordered and no more than lies in the
// depot, with and without allotment, and are paid for what they deliver.
func TestDeliverWithinOrdersAndDepots(t *testing.T) {
	for name, i := range map[string]*Supply{
		"bought":   {SupplyPractice: SupplyPractice{Ready: 0.9}},
		"allotted": {Release: [3]float64{0.25, 0.6, 1}, Priority: 0.3, SupplyPractice: SupplyPractice{Ready: 0.9, Rank: [economy.Goods]float64{economy.Machinery: 0.8, economy.Fuel: 0.75}}},
	} {
		for _, plenty := range []bool{true, false} {
			w, s := country(12)
			for k := range s.Enterprise {
				e := &s.Enterprise[k]
				for g, need := range economy.Needs[e.Good] {
					if economy.Good(g) != economy.Services {
						e.Need[g] = need * e.Rated
						e.Order[g] = e.Need[g]
						e.Allot[g] = 4 * e.Order[g]
					}
				}
			}
			for g := range economy.Goods {
				if b := &s.Branch[g]; plenty {
					made := ledger.Tally{}
					made.Make(&b.Depot, 100)
					s.Audit.Take(g, made)
				}
			}
			type account struct{ stock, cash float64 }
			before := make([]account, len(s.Enterprise))
			var depots [economy.Goods]float64
			stock := func(e *economy.Enterprise) (sum float64) {
				for g := range e.In {
					sum += e.In[g].Held()
				}
				return sum
			}
			for k := range s.Enterprise {
				before[k] = account{stock(&s.Enterprise[k]), s.Enterprise[k].Cash.Held().Rubles()}
			}
			for g := range depots {
				depots[g] = s.Branch[g].Depot.Held()
			}
			i.Deliver(w, s)
			var short float64
			for k := range s.Enterprise {
				e := &s.Enterprise[k]
				ordered := 0.0
				for g := range e.Order {
					ordered += e.Order[g]
				}
				got := stock(e) - before[k].stock
				if got > ordered*(1+1e-12) || got < 0 {
					t.Errorf("%s: enterprise %d ordered %v and got %v", name, k, ordered, got)
				}
				short += ordered - got
				if paid := before[k].cash - e.Cash.Held().Rubles(); got > 1e-6 && paid <= 0 {
					t.Errorf("%s: enterprise %d got %v and paid %v", name, k, got, paid)
				}
			}
			if plenty && name == "bought" && short > 1e-9 {
				t.Errorf("%s: depots are full, nothing is late, and %v is not delivered", name, short)
			}
			for g := range depots {
				if left := s.Branch[g].Depot.Held(); left < 0 || left > depots[g] {
					t.Errorf("%s: a depot went from %v to %v", name, depots[g], left)
				}
			}
			if err := s.Check(); err != nil {
				t.Error(err)
			}
		}
	}
}

// After settlement no till holds money, the treasury is even, and whoever
// lost money is covered as far as the budget is soft.
func TestSettle(t *testing.T) {
	for _, cover := range []float64{0, 0.4, 1} {
		w, s := country(12)
		i := &Bank{Soft: mechanism.SoftBudget{Cover: cover}, Credit: 24, Sweep: 0.5}
		e := &s.Enterprise[7]
		ledger.Pay(&e.Cash, &s.Branch[economy.Fuel].Till, e.Cash.Held()+100_000) // in debt
		ledger.Pay(&s.Centre.Bank, &s.Shop[3].Till, 50_000)
		i.Settle(w, s)
		if got, want := e.Cash.Held(), unit.Kopecks(-100_000)+unit.Kopecks(100_000).Share(cover); got != want {
			t.Errorf("cover %v: a debt of 1000 rubles is %v after, want %v", cover, got.Rubles(), want.Rubles())
		}
		for g := range s.Branch {
			if s.Branch[g].Till.Held() != 0 {
				t.Errorf("branch %d keeps %v", g, s.Branch[g].Till.Held())
			}
		}
		for k := range s.Shop {
			if s.Shop[k].Till.Held() != 0 {
				t.Errorf("shop %d keeps %v", k, s.Shop[k].Till.Held())
			}
		}
		if s.Centre.Treasury.Held() != 0 {
			t.Errorf("the treasury holds %v", s.Centre.Treasury.Held())
		}
		if err := s.CheckMoney(); err != nil {
			t.Error(err)
		}
	}
}

// A currency reform takes the same share of every house's cash and of nobody
// else's money.
func TestCurrencyReform(t *testing.T) {
	_, s := country(12)
	before := map[*economy.House]unit.Kopecks{}
	cash := s.Enterprise[0].Cash.Held()
	for b := range s.Block {
		for i := range s.Block[b].House {
			h := &s.Block[b].House[i]
			before[h] = h.Purse.Held()
		}
	}
	reform(s, 0.3)
	for h, held := range before { // order does not matter: each house by itself
		if got := h.Purse.Held(); math.Abs(float64(got)-0.3*float64(held)) > 1 {
			t.Fatalf("%v kopecks became %v", held, got)
		}
	}
	if s.Enterprise[0].Cash.Held() != cash {
		t.Error("an enterprise lost money in an exchange of cash")
	}
	if err := s.CheckMoney(); err != nil {
		t.Error(err)
	}
}

// What stands where the war passes is destroyed in equal parts, and what
// stands elsewhere is not.
func TestStrike(t *testing.T) {
	w, s := country(24)
	w.Given = &scenario.Given{
		Destroyed: scenario.Regional{3: {"Ukraine": 0.36}}, Occupied: scenario.Regional{3: {"Ukraine": 0.7}},
	}
	const struck = 3
	capital := func(r int) (cost float64) {
		for k := range s.Enterprise {
			if e := &s.Enterprise[k]; int(e.Region) == r {
				cost = economy.AddCapital(cost, e.Vintage[:e.Plants])
			}
		}
		return cost
	}
	s.Audit.Make(economy.Grain, &s.Centre.Granary, 10-s.Centre.Granary.Held())
	var before, shops [economy.Regions]float64
	for r := range before {
		before[r] = capital(r)
		shops[r] = s.Shop[r].Stock[economy.Grain].Held()
		s.Region[r].Tractors, s.Region[r].Season = 2, 3
		s.Centre.Season += 3
	}
	herds := func() (sum [economy.Regions][economy.Kinds]float64) {
		for b := range s.Block {
			for h := range s.Block[b].Villagers() {
				for a, n := range h.Herd {
					sum[h.Region][a] += float64(n)
				}
			}
		}
		return sum
	}
	animals, lost := herds(), [economy.Kinds]float64{0.6, 0.9, 1.3, 0}
	(&Outside{Herds: lost}).Strike(w, s)
	for r, left := range herds() {
		for a, n := range left {
			want := animals[r][a]
			if r == struck {
				want *= math.Pow(1-0.36/12, lost[a])
			}
			if math.Abs(n-want) > 1e-6*want {
				t.Errorf("%s has %v million %s left, want %v", economy.RegionNames[r], n, economy.KindNames[a], want)
			}
		}
	}
	for r := range before {
		want, machines, grain := before[r], 2.0, 0.0
		if r == struck {
			want *= 1 - 0.36/12
			machines *= 1 - 0.36/12
			grain = 10 * 0.7 / economy.Regions // what was procured on the land that is lost
		}
		if got := s.Region[r].Tractors; math.Abs(got/machines-1) > 1e-9 {
			t.Errorf("%s has %v points of farm machines left, want %v", economy.RegionNames[r], got, machines)
		}
		if got := s.Shop[r].Stock[economy.Grain].Held() - shops[r]; math.Abs(got-grain) > 1e-9 {
			t.Errorf("%v Mt of the state's grain stay in %s, want %v", got, economy.RegionNames[r], grain)
		}
		if got := capital(r); math.Abs(got/want-1) > 1e-9 {
			t.Errorf("%s: plant of %v became %v, want %v", economy.RegionNames[r], before[r], got, want)
		}
		if cut := s.Region[r].Cut; cut != map[bool]float64{true: 0.7}[r == struck] {
			t.Errorf("%s is cut by %v", economy.RegionNames[r], cut)
		}
	}
	if err := s.Check(); err != nil {
		t.Error(err)
	}
}
