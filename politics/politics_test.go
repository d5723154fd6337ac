package politics

import (
	"bytes"
	"errors"
	"math"
	"testing"

	"pgregory.net/rapid"

	"gosplan/behaviour"
	"gosplan/decide"
	"gosplan/draw"
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/parameter"
	"gosplan/scenario"
	"gosplan/unit"
)

// country is the default country with a year's account that no statistician
// has written yet.
func country(seed uint64) (*economy.World, *economy.State, *behaviour.Primitives) {
	w := &economy.World{
		Deck: draw.Deck{Seed: seed}, Weight: 100_000, Physics: economy.DefaultPhysics(), Work: decide.DefaultPhysics(),
		Decided: &scenario.Decided{
			AccumulationShare: scenario.Path{1: 0.15}, UnderArms: scenario.Path{1: 2}, Repression: scenario.Path{1: 0.45},
			ProcurementPrice: scenario.Path{1: 0.8}, CollectiveTarget: scenario.Path{1: 0.2}, Requisition: scenario.Path{1: 0.1},
		},
		Given: &scenario.Given{}, StartYear: 1, Policies: &decide.Library{},
	}
	start, p := economy.DefaultStart(), behaviour.Default()
	s := economy.Begin(w, &start, 12, &economy.Customs{})
	s.Centre.GDP, s.Centre.Seats, s.Centre.Military, s.Centre.Invested = 80, 1.5, 0.03, 6
	s.Last = economy.Account{Months: 12, EatenTown: 5, EatenVillage: 30, EatenProduce: 27, Home: [2]float64{120 * 12, 23 * 12}, FarmProduct: 40}
	for at := range s.Region {
		s.Region[at].People, s.Region[at].Town, s.Region[at].Home = 18, 3, [2]float64{15, 3}
	}
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		s.Branch[g].LastYear = economy.ReferenceOutput[g] * 0.7
	}
	for k := range s.Cell {
		s.Cell[k].Rate, s.Cell[k].Wage = 4500, 4500
	}
	for k := range s.Enterprise {
		s.Enterprise[k].Staff = 1000
	}
	s.Centre.MeanWage, s.Centre.Prices = 4500, 1
	return w, s, &p
}

// begun is a country in its second January of politics.
func begun(seed uint64) (*economy.World, *economy.State, *behaviour.Primitives, *Rules) {
	w, s, p := country(seed)
	r := Default()
	r.Year(w, s, p, 0)
	s.Month += 12
	r.Year(w, s, p, 0)
	return w, s, p, &r
}

func TestZeroRulesDoNothing(t *testing.T) {
	w, s, p := country(1)
	before := s.Hash()
	var r Rules
	r.Year(w, s, p, 1)
	r.Quarter(w, s)
	if s.Hash() != before {
		t.Error("there is no politics, and something changed")
	}
}

// What politics measures it measures: it writes the Polity and nothing else.
func TestPoliticsThatDoesNotGovernMovesNothing(t *testing.T) {
	w, s, p, r := begun(2)
	before := s.Polity
	s.Polity = economy.Polity{}
	rest := s.Hash()
	s.Polity = before
	for range 8 {
		r.Quarter(w, s)
		s.Month += 3
	}
	r.Year(w, s, p, 0.1)
	s.Month -= 24
	after := s.Polity
	s.Polity = economy.Polity{}
	if s.Hash() != rest {
		t.Error("politics does not govern and moves something else")
	}
	if after == before {
		t.Error("nothing was measured")
	}
}

// polity is a country's groups at random.
func polity(t *rapid.T) *economy.Polity {
	o := &economy.Polity{}
	unit := rapid.Float64Range(0, 1)
	for g := range o.Group {
		x := &o.Group[g]
		x.Number, x.Organisation, x.Leverage = rapid.Float64Range(0, 90).Draw(t, "number"), unit.Draw(t, "organisation"), unit.Draw(t, "leverage")
		x.School, x.Pay, x.Distance = 10*unit.Draw(t, "school"), 1e4*unit.Draw(t, "pay"), unit.Draw(t, "distance")
		for c := range economy.Choices {
			bounds := economy.ChoiceBounds[c]
			x.Ideal[c] = bounds[0] + (bounds[1]-bounds[0])*unit.Draw(t, "ideal")
		}
		for at := range economy.Regions {
			n := x.Number / economy.Regions * unit.Draw(t, "members")
			if economy.Group(g) != economy.Officials {
				o.Party.Member[at][g] = n
			}
			o.Party.Post[at][g] = n * unit.Draw(t, "posts") / 10
		}
	}
	o.Policy[economy.Franchise] = unit.Draw(t, "franchise")
	return o
}

// rules are rules at random.
func rules(t *rapid.T) *Rules {
	r := &Rules{}
	set := parameter.Setter(r)
	for _, p := range parameter.List(r) {
		if err := set(p.Path, rapid.Float64Range(p.Low, p.High).Draw(t, p.Path)); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

// Influence is shared out whole, and a group that lacks numbers,
// organisation, leverage or access has none of it.
func TestInfluence(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o, r := polity(t), rules(t)
		r.Contest.Crowd = rapid.Float64Range(0.1, 1).Draw(t, "crowd")
		poor := economy.Group(rapid.IntRange(0, int(economy.Groups)-1).Draw(t, "group"))
		x := &o.Group[poor]
		var organisation [economy.Groups]float64
		for g := range organisation {
			organisation[g] = o.Group[g].Organisation
		}
		access := r.access(o, o.Policy[economy.Franchise])
		switch rapid.IntRange(0, 3).Draw(t, "lacks") {
		case 0:
			x.Number = 0
		case 1:
			organisation[poor] = 0
		case 2:
			x.Leverage = 0
		case 3:
			access[poor] = 0
		}
		share, sum := r.influence(o, &organisation, &access), 0.0
		for _, part := range share {
			sum += part
		}
		if share[poor] != 0 {
			t.Fatalf("%v has %v of the influence", poor, share[poor])
		}
		if sum != 0 && math.Abs(sum-1) > 1e-12 {
			t.Fatalf("influence adds up to %v", sum)
		}
	})
}

// Where votes decide all have access; where posts do, those without party have
// none, and centralism takes from the bench what it gives to posts.
func TestAccess(t *testing.T) {
	var o economy.Polity
	o.Party.Member[0][economy.Workers] = 3
	o.Party.Post[0][economy.Workers] = 1
	for _, c := range []struct {
		name                                  string
		franchise, centralism                 float64
		workers, peasants, officials, holders float64
	}{
		{"all vote", 1, 0.5, 1, 1, 1, 1},
		{"members decide", 0, 0, 0.75, 0, 0.25, 0},
		{"members with posts decide", 0, 1, 0, 0, 1, 0},
		{"in between", 0.5, 0.5, 0.5 + 0.75/4, 0.5, 0.5 + (0.25+0.375)/2, 0.5},
	} {
		r := &Rules{Centralism: c.centralism}
		f := r.access(&o, c.franchise)
		got := [4]float64{f[economy.Workers], f[economy.Peasants], f[economy.Officials], f[economy.Holders]}
		want := [4]float64{c.workers, c.peasants, c.officials, c.holders}
		for k := range got {
			if math.Abs(got[k]-want[k]) > 1e-12 {
				t.Errorf("%s: %v, want %v", c.name, got, want)
				break
			}
		}
	}
	if f := (&Rules{}).access(&economy.Polity{}, 0); f[economy.Officials] != 1 {
		t.Errorf("without a party officials have %v of the access", f[economy.Officials])
	}
}

// Promotion moves a member's weight from the bench to an office, and recall
// moves it back to where it came from.
func TestPromotionAndRecall(t *testing.T) {
	w, s, p, r := begun(3)
	_, _ = w, p
	o := &s.Polity
	o.Party = economy.Party{}
	o.Party.Member[1][economy.Workers] = 1
	before := r.access(o, 0)
	r.rise(o, 1, 10)
	risen := o.Party.Risen[economy.Workers]
	after := r.access(o, 0)
	switch {
	case risen <= 0:
		t.Fatal("nobody rose")
	case o.Party.Members(economy.Workers) != 1-risen || o.Party.Members(economy.Officials) != risen:
		t.Errorf("%v rose, %v are at the bench and %v in offices", risen, o.Party.Members(economy.Workers), o.Party.Members(economy.Officials))
	case after[economy.Officials] <= before[economy.Officials] || after[economy.Workers] >= before[economy.Workers]:
		t.Errorf("access went from %v to %v", before, after)
	}
	r.Recall = 1
	r.recall(&o.Party, 1)
	if back := r.access(o, 0); math.Abs(back[economy.Workers]-before[economy.Workers]) > 1e-12 || o.Party.Members(economy.Officials) != 0 {
		t.Errorf("all were called back, and access is %v instead of %v", back, before)
	}
}

// Members come from somewhere and go somewhere.
func TestMembersAreConserved(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o, r := polity(t), rules(t)
		s := &economy.State{Polity: *o}
		c := &census{scholars: 0.2}
		for at := range c.people {
			for g := range c.people[at] {
				c.people[at][g] = rapid.Float64Range(0, 20).Draw(t, "people")
			}
			c.newcomer[at] = rapid.Float64Range(0, 2).Draw(t, "newcomers")
		}
		party := &s.Polity.Party
		left := party.All()
		for at := range economy.Regions {
			r.lapse(party, at, &c.people[at])
		}
		if now := party.All(); now > left+1e-9*max(1, left) {
			t.Fatalf("%v members before and %v after some left", left, now)
		}
		before := party.All()
		for at := range economy.Regions {
			r.cut(party, at, c.people[at][economy.Officials])
			r.rise(&s.Polity, at, c.newcomer[at])
			r.recall(party, at)
		}
		if now := party.All(); math.Abs(now-before) > 1e-9*max(1, before) {
			t.Fatalf("%v members before and %v after some rose and some were called back", before, now)
		}
		r.promote(s, c, false)
		for at := range economy.Regions {
			for g := range economy.Groups {
				if party.Member[at][g] < 0 || party.Post[at][g] < 0 {
					t.Fatalf("fewer members than none among %v", g)
				}
			}
		}
		if x := s.Polity.Experts; !(x >= 0 && x <= 1+1e-9) {
			t.Fatalf("specialists hold %v of the posts", x)
		}
	})
}

// Granovetter's crowd: thresholds of 0, 1, 2, … of a hundred end in a strike
// of all; where the one with threshold 1 needs to see 2, one strikes alone.
func TestChainOfGranovetter(t *testing.T) {
	s := &economy.State{}
	grievance, threshold := make([]float64, 100), make([]float64, 100)
	for i := range grievance {
		s.Enterprise = append(s.Enterprise, economy.Enterprise{Good: economy.Fuel, Staff: 7})
		grievance[i], threshold[i] = 0.001, float64(i)/100+0.0005
	}
	s.Polity.Organised[economy.Cell(0, economy.Fuel)] = 1
	r := Default()
	r.Strike.Anger = 1
	count := func() (n int) {
		for _, out := range r.chain(s, grievance, threshold) {
			if out {
				n++
			}
		}
		return n
	}
	if n := count(); n != 100 {
		t.Errorf("%d of 100 strike", n)
	}
	threshold[1] = 0.0205
	if n := count(); n != 1 {
		t.Errorf("%d strike, want one alone", n)
	}
	s.Polity.Organised[economy.Cell(0, economy.Fuel)], threshold[1] = 0, 0.0105
	if n := count(); n != 1 {
		t.Errorf("%d strike among people without ties, want one alone", n)
	}
}

// A strike that is won raises the wage, and all strikes cost output, where
// politics governs.
func TestStrikesAreRealWherePoliticsGoverns(t *testing.T) {
	for _, governs := range []float64{0, 1} {
		w, s, _, r := begun(4)
		s.Polity.Governs, s.Polity.Coercion = governs, 0
		striking, grievance := make([]bool, len(s.Enterprise)), make([]float64, len(s.Enterprise))
		striking[0], grievance[0] = true, 0.5
		e := &s.Enterprise[0]
		s.Centre.Prices, s.Polity.Hoped[economy.Cell(int(e.Region), e.Good)] = 1, 2*e.Wage
		ledger.Pay(&s.Centre.Bank, &e.Cash, unit.Kopecks(3*e.Wage*float64(e.Staff)))
		before := e.Wage
		r.settle(w, s, grievance, striking)
		if want := before * (1 + governs*r.Strike.Yield*0.5); math.Abs(e.Wage-want) > 1e-9 {
			t.Errorf("governs %v: the wage went from %v to %v, want %v", governs, before, e.Wage, want)
		}
		k := economy.Cell(int(e.Region), e.Good)
		if s.Polity.Idle[k] <= 0 || s.Polity.Struck <= 0 || s.Polity.Won[k] <= 0 {
			t.Errorf("governs %v: the strike is not counted", governs)
		}
	}
}

// Days on strike are counted on from quarter to quarter, and begin anew after a
// quarter without a strike.
func TestDaysOnStrikeAreCountedOn(t *testing.T) {
	w, s, _, r := begun(4)
	grievance, e := make([]float64, len(s.Enterprise)), &s.Enterprise[0]
	quarter := func(strikes bool) int32 {
		striking := make([]bool, len(s.Enterprise))
		striking[0] = strikes
		r.settle(w, s, grievance, striking)
		s.Month += 3
		return e.Struck
	}
	one, two := quarter(true), quarter(true)
	if one < 1 || two <= one || s.Enterprise[1].Struck != 0 {
		t.Errorf("%d days after one quarter, %d after two, %d of who works", one, two, s.Enterprise[1].Struck)
	}
	if n := quarter(false); n != 0 {
		t.Errorf("%d days after a quarter at work", n)
	}
}

// What a strike wins is what pay can make good and the enterprise can pay, and
// less where others wait at the gate: no spiral of wages comes from empty
// shelves or from empty tills.
func TestWhatAStrikeCanWin(t *testing.T) {
	for _, c := range []struct {
		name                   string
		hoped, prices, quarter float64 // over the wage; a quarter's wages in the till
		dismissal, gate        float64
		want                   float64 // over the yield
	}{
		{"half the living is missing, and there is money", 2, 1, 1, 1, 0, 0.5},
		{"the wage buys what was hoped for, though shelves are empty", 1, 1, 1, 1, 0, 0},
		{"an empty till", 2, 1, 0, 1, 0, 0},
		{"debts", 2, 1, -1, 1, 0, 0},
		{"everybody can be replaced", 2, 1, 1, 1, 1, 0},
		{"nobody may be dismissed", 2, 1, 1, 0, 1, 0.5},
		{"half can be replaced", 2, 1, 1, 1, 0.5, 0.25},
	} {
		_, s, _, r := begun(4)
		e := &s.Enterprise[0]
		s.Centre.Prices, s.Terms.Dismissal = c.prices, c.dismissal
		s.Polity.Hoped[economy.Cell(int(e.Region), e.Good)] = c.hoped * e.Wage
		ledger.Pay(&e.Cash, &s.Centre.Bank, e.Cash.Held())
		ledger.Pay(&s.Centre.Bank, &e.Cash, unit.Kopecks(c.quarter*3*e.Wage*float64(e.Staff)))
		if got := r.conceded(s, e, 1, c.gate); math.Abs(got-c.want*r.Strike.Yield) > 1e-6 {
			t.Errorf("%s: pay rises by %v, want %v", c.name, got, c.want*r.Strike.Yield)
		}
	}
}

// Who decides reckons with years to come and with lives as people do, the same
// under all systems; where nothing is decided the wishes stay as they are
// measured. Legacy is the growth of plant by those years, nothing where none is
// added, and the same for a year of it whatever the years looked ahead.
func TestWhatDecidersReckonWith(t *testing.T) {
	w, s, p, r := begun(4)
	if v := r.look(w, s, p); v.years != r.Wishes.Patience || v.death != r.Wishes.Death {
		t.Errorf("%v years and %v a death are measured", v.years, v.death)
	}
	s.Polity.Governs = 1
	if v := r.look(w, s, p); v.years != r.Ruling.Account.Patience() || v.death != r.Ruling.Account.Life {
		t.Errorf("%v years and %v a death are decided by", v.years, v.death)
	}
	if got := r.Legacy(w, 100, 100, 3); got != 0 {
		t.Errorf("what was there is left, and is worth %v", got)
	}
	one, three := r.Legacy(w, 100, 110, 1), r.Legacy(w, 100, 133.1, 3)
	if one <= 0 || math.Abs(one-three) > 1e-12 {
		t.Errorf("a tenth more in a year is worth %v and %v", one, three)
	}
	impatient := r
	impatient.Ruling.Account.Discount *= 2
	if got := impatient.Legacy(w, 100, 110, 1); got >= one {
		t.Errorf("the impatient give %v for it, others %v", got, one)
	}
}

// Who has next to nothing minds losing more: what is consumed always falls
// with what there is, and never below nothing.
func TestTheLeastIsNoPlain(t *testing.T) {
	last := math.Inf(1)
	for x := 2.0; x > -5; x -= 0.1 {
		got := above(1, x)
		if got >= last || got <= 0 || x >= 1 && got != x {
			t.Fatalf("of %v there is %v, after %v", x, got, last)
		}
		last = got
	}
}

// A group is at the top of the parabola, or at the end of its stride.
func TestClimb(t *testing.T) {
	square := func(x float64) float64 { return -3 * (x - 0.2) * (x - 0.2) }
	for _, c := range []struct {
		name string
		f    func(float64) float64
		want float64
	}{
		{"a top within reach", square, 0.2},
		{"a top beyond it", func(x float64) float64 { return square(x / 10) }, 0.5},
		{"uphill all the way", math.Exp, 0.5},
		{"downhill all the way", func(x float64) float64 { return math.Exp(-x) }, -0.5},
		{"a plain", func(float64) float64 { return 7 }, 0},
	} {
		if got := climb(c.f(0), c.f(0.01), c.f(-0.01), 0.01, 0.5); math.Abs(got-c.want) > 1e-6 {
			t.Errorf("%s: goes %v, want %v", c.name, got, c.want)
		}
	}
	if climb(0, 1, -1, 0, 0.5) != 0 {
		t.Error("without a step a group goes somewhere")
	}
}

// Nobody is worse off for a small step of one choice towards his ideal.
func TestIdealsAreUphill(t *testing.T) {
	for seed := range uint64(3) {
		w, s, p, r := begun(seed)
		v := r.look(w, s, p)
		o := &s.Polity
		now := v.payoffs(&o.Policy)
		for g := range economy.Groups {
			for c := range economy.Choices {
				x := o.Policy
				x[c] += 1e-4 * (o.Group[g].Ideal[c] - x[c])
				if got := v.payoffs(&x); got[g] < now[g]-1e-6 {
					t.Errorf("seed %d: %v lose %v by a step of %v towards their ideal", seed, g, now[g]-got[g], c)
				}
			}
		}
	}
}

// A payoff under the present policy is what the State shows: twice the
// consumption is worth its logarithm, deaths and threats cost.
func TestPayoffsReadTheState(t *testing.T) {
	w, s, p, r := begun(5)
	s.Polity.Threat = 0.5
	s.Last.Home, s.Last.Consumed = [2]float64{1200, 300}, [2]float64{30, 10}
	at := func(change func(*economy.State)) [economy.Groups]float64 {
		x := copied(s)
		change(x)
		return r.Payoffs(w, x, p)
	}
	now := at(func(*economy.State) {})
	for _, c := range []struct {
		name   string
		change func(*economy.State)
		group  economy.Group
		want   float64
	}{
		{"towns consume twice as much", func(s *economy.State) { s.Last.Consumed[1] *= 2 }, economy.Workers, math.Ln2},
		{"villages do", func(s *economy.State) { s.Last.Consumed[0] *= 2 }, economy.Peasants, math.Ln2},
		{"and that is nothing to towns", func(s *economy.State) { s.Last.Consumed[0] *= 2 }, economy.Workers, 0},
		{"one in a hundred starves", func(s *economy.State) { s.Last.Risk[0] = 1 }, economy.Peasants, -r.Wishes.Death},
		{"elsewhere", func(s *economy.State) { s.Last.Risk[0] = 1 }, economy.Workers, 0},
		{"the threat is gone", func(s *economy.State) { s.Polity.Threat = 0 }, economy.Officials, r.Wishes.Defeat * 0.5 / (1 + 0.03/r.Wishes.Guard)},
	} {
		if got := at(c.change)[c.group] - now[c.group]; math.Abs(got-c.want) > 1e-6 {
			t.Errorf("%s: worth %v to %v, want %v", c.name, got, c.group, c.want)
		}
	}
}

// Everybody who works in a branch is a worker, a specialist or a manager.
func TestCensusCountsEverybodyOnce(t *testing.T) {
	w, s, p := country(6)
	r := Default()
	c := take(w, s, p, &r)
	var staff, farmers float64
	for b := range s.Block {
		for i := range s.Block[b].Person {
			x := &s.Block[b].Person[i]
			if x.Is(economy.Alive) && x.Years(s.Month) >= young {
				if _, ok := x.Works(); ok {
					staff++
				} else if x.Job == economy.OnFarm {
					farmers++
				}
			}
		}
	}
	r.number(s, c, 0)
	o := &s.Polity
	mega := float64(w.Weight) / 1e6
	var got float64
	for _, g := range []economy.Group{economy.Workers, economy.Specialists, economy.Managers, economy.Officials} {
		got += o.Group[g].Number
	}
	if math.Abs(got-staff*mega) > 1e-9 {
		t.Errorf("%v million are counted in towns' trades, %v work there", got, staff*mega)
	}
	if n := o.Group[economy.Peasants].Number; math.Abs(n-farmers*mega) > 1e-9 {
		t.Errorf("%v million peasants, want %v", n, farmers*mega)
	}
}

func TestHeredityAndSpread(t *testing.T) {
	var a sums
	for i := range 10 {
		a.generations.Add(float64(i), 2*float64(i)+1)
	}
	if got := a.heredity(); math.Abs(got-1) > 1e-9 {
		t.Errorf("children who follow their elders correlate by %v", got)
	}
	a = sums{}
	for i := range 10 {
		a.generations.Add(float64(i), 3)
	}
	if got := a.heredity(); got != 0 {
		t.Errorf("children who are all alike correlate by %v", got)
	}
	for k := range 100 { // equal numbers from half the mean to one and a half
		a.bin[k/2+25]++
	}
	if got := a.spread(); math.Abs(got-(1-0.59/1.39)) > 0.02 {
		t.Errorf("spread %v, want about %v", got, 1-0.59/1.39)
	}
	a.bin = [bins]float64{50: 7}
	if got := a.spread(); got != 0 {
		t.Errorf("equal pay has a spread of %v", got)
	}
}

// Coercion goes when those who punish do.
func TestCoercionWithoutOfficialsCollapses(t *testing.T) {
	_, s, _, r := begun(7)
	o := &s.Polity
	o.Policy[economy.Severity], o.Policy[economy.Franchise], o.Reputation = 0.9, 0, 0.9
	o.Group[economy.Officials].Number = 4
	for range 30 {
		r.enforce(s)
	}
	held := o.Coercion
	o.Group[economy.Officials].Number = 0
	for range 30 {
		r.enforce(s)
	}
	if held < 0.8 || o.Coercion > 0.01 {
		t.Errorf("coercion stood at %v and is %v after thirty years without officials", held, o.Coercion)
	}
}

// Where politics governs and tasks rotate, some of the staff lose skill and who
// knew less learns; where it does not govern, nobody does.
func TestRotationCostsSkillAndTeaches(t *testing.T) {
	for _, governs := range []float64{0, 1} {
		w, s, _, r := begun(9)
		s.Polity.Governs, r.Rotation = governs, 0.5
		sums := func() (skill, school float64) {
			for b := range s.Block {
				for i := range s.Block[b].Person {
					skill += float64(s.Block[b].Person[i].Skill)
					school += float64(s.Block[b].Person[i].School)
				}
			}
			return skill, school
		}
		skill, school := sums()
		r.rotate(w, s)
		less, more := sums()
		if changed := less < skill && more > school; changed != (governs == 1) {
			t.Errorf("governs %v: skill went from %v to %v, schooling from %v to %v", governs, skill, less, school, more)
		}
	}
}

// A revolution lasts, and takes away from the threat.
func TestRevolutionsAbroad(t *testing.T) {
	w, s, _ := country(8)
	w.Given.Threat = scenario.Path{1: 0.8}
	r := Default()
	r.Contagion.Base, r.Isolation = 2, 0
	for k := range s.Polity.Country {
		s.Polity.Country[k].Crisis = 1
	}
	r.abroad(w, s)
	first := s.Polity.Country
	var won float64
	for _, x := range first {
		won += x.Revolution
	}
	if won == 0 {
		t.Fatal("no revolution at two a year")
	}
	if want := 0.8 * (1 - r.Contagion.Relief*won/economy.Countries); math.Abs(s.Polity.Threat-want) > 1e-12 {
		t.Errorf("threat %v, want %v", s.Polity.Threat, want)
	}
	r.Contagion = Default().Contagion
	for range 20 {
		s.Month += 12
		r.abroad(w, s)
	}
	for k, x := range first {
		if x.Revolution > s.Polity.Country[k].Revolution {
			t.Errorf("the revolution in country %d is undone", k)
		}
	}
}

// copied is a State that shares no memory.
func copied(s *economy.State) *economy.State {
	var stream bytes.Buffer
	out := &economy.State{}
	if err := errors.Join(s.Write(&stream), out.Read(&stream)); err != nil {
		panic(err)
	}
	return out
}
