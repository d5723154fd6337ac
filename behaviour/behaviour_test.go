package behaviour

import (
	"math"
	"testing"

	"gosplan/decide"
	"gosplan/draw"
	"gosplan/economy"
	"gosplan/scenario"
)

// country is the default country on its first day.
func country(seed uint64, weight int64) (*economy.World, *economy.State) {
	w := &economy.World{
		Deck: draw.Deck{Seed: seed}, Weight: weight, Physics: economy.DefaultPhysics(), Work: decide.DefaultPhysics(),
		Decided: &scenario.Decided{SchoolPlaces: scenario.Path{1: 4}},
		Given:   &scenario.Given{Mortality: scenario.Path{1: 1}, AdultMortality: scenario.Path{1: 1}}, StartYear: 1, Policies: &decide.Library{},
	}
	start := economy.DefaultStart()
	return w, economy.Begin(w, &start, 10, &economy.Customs{})
}

// A round visits every place once, whatever the number of places.
func TestRoundVisitsAll(t *testing.T) {
	for n := 1; n < 200; n++ {
		for _, u := range []float64{0, 0.1, 0.33, 0.5, 0.77, 0.999999} {
			turns := newRound(n, 1-u-1e-9, u)
			seen := make([]bool, n)
			for range n {
				at := turns.next()
				if seen[at] {
					t.Fatalf("%d places in steps of %d: comes back to %d", n, turns.step, at)
				}
				seen[at] = true
			}
		}
	}
}

// Shares of whole people add up to the people there are, whatever the
// weights, and nobody with no weight gets a share.
func FuzzSpreadIsExact(f *testing.F) {
	f.Add(int64(1000), 1.0, 2.0, 3.0)
	f.Add(int64(-7), 1.0, 0.0, 1.0)
	f.Add(int64(5), 0.0, 0.0, 0.0)
	f.Add(int64(1), 1e-12, 1.0, 1e12)
	f.Fuzz(func(t *testing.T, total int64, a, b, c float64) {
		if total > 1e12 || total < -1e12 || !(min(a, b, c) >= 0) || max(a, b, c) > 1e12 {
			t.Skip()
		}
		weights := []float64{a, b, c}
		none := a+b+c <= 0
		given := []float64{a, b, c}
		var sum int64
		calls := 0
		spread(total, weights, func(i int, n int64) {
			if i != calls {
				t.Errorf("gives to %d after %d", i, calls-1)
			}
			calls++
			sum += n
			if total >= 0 && n < 0 || total <= 0 && n > 0 {
				t.Errorf("gives %d of %d", n, total)
			}
			if !none && given[i] == 0 && n != 0 && i < 2 {
				t.Errorf("gives %d to one without weight", n)
			}
			if whole := a + b + c; !none && math.Abs(float64(n)-float64(total)*given[i]/whole) > 1+1e-9*math.Abs(float64(total)) {
				t.Errorf("gives %d of %d to a weight of %v in %v", n, total, given[i], whole)
			}
		})
		if sum != total || calls != 3 {
			t.Errorf("%d were given out of %d, in %d parts", sum, total, calls)
		}
	})
}

// Who leaves a cell leaves an enterprise that had him: staff is never less
// than nothing.
func TestLeaveNeverOverdraws(t *testing.T) {
	s := &economy.State{Enterprise: make([]economy.Enterprise, 4)}
	posts := []int32{0, 1, 2, 3}
	for left := int64(0); left <= 1000; left += 37 {
		var all int64
		for i, staff := range []int64{1, 0, 333, 666} {
			s.Enterprise[i].Staff = staff
			all += staff
		}
		s.Cell[0].Left = min(left, all)
		leave(s, 0, posts)
		var now int64
		for i := range s.Enterprise {
			if s.Enterprise[i].Staff < 0 {
				t.Fatalf("%d of %d left and enterprise %d has %d", left, all, i, s.Enterprise[i].Staff)
			}
			now += s.Enterprise[i].Staff
		}
		if all-now != s.Cell[0].Left {
			t.Fatalf("%d left and %d are missing", s.Cell[0].Left, all-now)
		}
	}
}

// Hunger is between none and all, grows when less is eaten, and heals.
func FuzzStarveStaysInBounds(f *testing.F) {
	f.Add(1.0, 0.02, 0.0, float32(0.5))
	f.Add(0.0, 0.0, 0.0, float32(1))
	f.Add(3.0, 1e9, 1e9, float32(0))
	food := economy.DefaultPhysics().Food
	f.Fuzz(func(t *testing.T, eaters, grain, produce float64, hunger float32) {
		if !(eaters >= 0 && grain >= 0 && produce >= 0 && hunger >= 0 && hunger <= 1) || math.IsInf(eaters+grain+produce, 0) {
			t.Skip()
		}
		h := economy.House{Hunger: hunger}
		Starve(&food, &h, eaters, grain, produce)
		if !(h.Hunger >= 0 && h.Hunger <= 1) {
			t.Fatalf("hunger %v after %v", h.Hunger, hunger)
		}
		more := economy.House{Hunger: hunger}
		Starve(&food, &more, eaters, 2*grain+0.001, produce)
		if more.Hunger > h.Hunger {
			t.Errorf("who eats more is hungrier: %v after %v", more.Hunger, h.Hunger)
		}
	})
}

// The fed forget hunger within a few months; who eats nothing starves.
func TestStarve(t *testing.T) {
	food := economy.DefaultPhysics().Food
	h := economy.House{}
	for range 12 {
		Starve(&food, &h, 1, 0, 0)
	}
	if h.Hunger < 0.9 {
		t.Errorf("a year without food: hunger %v", h.Hunger)
	}
	for range 24 {
		Starve(&food, &h, 1, food.Minimum/12*1.01, 0)
	}
	if h.Hunger > 0.05 {
		t.Errorf("two years of enough: hunger %v", h.Hunger)
	}
	h = economy.House{}
	Starve(&food, &h, 1, 0, food.Minimum/12/food.Produce*1.01)
	if h.Hunger != 0 {
		t.Errorf("who lives on potatoes and milk alone: hunger %v", h.Hunger)
	}
}

// A harvest grows with land, hands, effort, draught power, machines and good
// weather, in every region, and is nothing without land.
func TestHarvestGrowsWithWhatGoesIn(t *testing.T) {
	w, s := country(1, 2_000_000)
	for r := range economy.Regions {
		land := economy.NormalGrain[r] / 0.76
		type field struct{ sown, hands, effort, horses, weather, gains float64 }
		base := field{land, economy.RuralPeople[r] * 0.45, 1, 0.9 * economy.ReferenceHerd[0] * economy.HerdShare[0][r], 1, 1}
		reap := func(f field) float64 {
			labour, draught := Labour(r, f.hands*f.effort, f.sown), Draught(s, w, r, f.horses, f.sown)
			return Harvest(&w.Physics.Farming, f.sown, labour, draught, f.weather, f.gains)
		}
		usual := reap(base)
		if usual < 0.3*economy.NormalGrain[r] || usual > 2*economy.NormalGrain[r] {
			t.Errorf("%s reaps %v Mt in a normal year, %v is normal", economy.RegionNames[r], usual, economy.NormalGrain[r])
		}
		for name, more := range map[string]func(*field){
			"land":    func(f *field) { f.sown *= 1.2 },
			"hands":   func(f *field) { f.hands *= 1.2 },
			"effort":  func(f *field) { f.effort *= 1.2 },
			"horses":  func(f *field) { f.horses *= 1.2 },
			"weather": func(f *field) { f.weather *= 1.2 },
			"gains":   func(f *field) { f.gains *= 1.2 },
		} {
			f := base
			more(&f)
			if got := reap(f); !(got > usual) || got > usual*1.2*1.1 {
				t.Errorf("%s: a fifth more %s turns %v Mt into %v", economy.RegionNames[r], name, usual, got)
			}
		}
		for _, none := range []field{{}, {hands: 1, horses: 1, effort: 1, weather: 1, gains: 1}} {
			if got := reap(none); got != 0 {
				t.Errorf("%s: %v Mt grow on no land", economy.RegionNames[r], got)
			}
		}
		idle := base
		idle.hands, idle.horses = 0, 0
		if got := reap(idle); !(got > 0 && got < 0.5*usual) {
			t.Errorf("%s: without hands and horses %v Mt of %v are reaped", economy.RegionNames[r], got, usual)
		}
	}
}

// Nobody is hired for a post that is not open, but for a part of the last
// simulated person; who has been hired has a job, and no one else changed.
func TestSeekersFindOpenPostsOnly(t *testing.T) {
	for _, open := range []float64{0, 0.4, 3, 50, 1e9} {
		w, s := country(2, 500_000)
		p := Default()
		for c := range s.Cell {
			s.Cell[c].Open, s.Cell[c].Joined = open*float64(w.Weight), 0
		}
		before := map[int]int{}
		var seekers int
		for b := range s.Block {
			block := &s.Block[b]
			for i := range block.Person {
				person := &block.Person[i]
				if person.Job == economy.AtHome && person.Years(s.Month) >= 16 {
					person.Job = economy.Seeking
					block.Seeker = append(block.Seeker, int32(i))
					seekers++
				}
				before[b<<20|i] = int(person.Job)
			}
		}
		for b := range s.Block {
			l := &life{w: w, s: s, p: &p, b: &s.Block[b]}
			for _, i := range s.Block[b].Seeker {
				l.seek(new(pulls), i)
			}
		}
		var joined int64
		var changed int
		for c := range s.Cell {
			joined += s.Cell[c].Joined
			if left := s.Cell[c].Open; left <= -float64(w.Weight) {
				t.Errorf("%v posts open, %v people came over in cell %d", open, -left, c)
			}
			if got := open*float64(w.Weight) - s.Cell[c].Open; got != float64(s.Cell[c].Joined) {
				t.Errorf("cell %d gave %v posts to %d people", c, got, s.Cell[c].Joined)
			}
		}
		for b := range s.Block {
			for i := range s.Block[b].Person {
				person := &s.Block[b].Person[i]
				if int(person.Job) == before[b<<20|i] {
					continue
				}
				changed++
				if _, ok := person.Works(); !ok || before[b<<20|i] != int(economy.Seeking) {
					t.Errorf("a person's job went from %d to %d", before[b<<20|i], person.Job)
				}
			}
		}
		if int64(changed)*w.Weight != joined {
			t.Errorf("%d people found work, cells count %d", changed, joined)
		}
		if open == 0 && changed > 0 || open == 1e9 && changed < seekers/2 {
			t.Errorf("%v posts open in every cell: %d of %d seekers found one", open, changed, seekers)
		}
	}
}

// Better pay draws more seekers, and a cell without open posts none.
func TestPayDrawsSeekers(t *testing.T) {
	w, s := country(2, 500_000)
	p := Default()
	first := economy.Cell(3, economy.FirstBranch)
	for k := range economy.Branches + 1 {
		s.Cell[first+k].Open = 0
	}
	for _, k := range []int{1, 2, 4} {
		s.Cell[first+k].Open, s.Cell[first+k].Wage = 1e6, s.Centre.MeanWage
	}
	s.Cell[first+2].Wage *= 1.5
	count := map[int]int{}
	const n = 3000
	for i := range n {
		u := w.Deck.Uniform(draw.Ask("test.choice"), uint64(i), 0)
		count[choose(w, s, &p, new(pulls), 3, u)]++
	}
	if len(count) != 3 || count[-1] > 0 {
		t.Fatalf("seekers go to %v", count)
	}
	want := math.Pow(1.5, p.Work.Pull)
	if got := float64(count[first+2]) / (float64(count[first+1]+count[first+4]) / 2); math.Abs(got/want-1) > 0.15 {
		t.Errorf("half as much pay again draws %v as many, want %v", got, want)
	}
}

// Hazards of death are hazards: positive, lowest in youth, rising with age,
// higher for men, and lower with better medicine.
func TestHazards(t *testing.T) {
	body := economy.DefaultPhysics().Bodies
	usual := hazardTable(&body, 1, 1)
	better := hazardTable(&body, 0.2, 0.8)
	for sex := range usual {
		for a := range usual[sex] {
			if !(usual[sex][a] > 0) || better[sex][a] >= usual[sex][a] {
				t.Fatalf("sex %d, age %d: %v a year, %v with better medicine", sex, a, usual[sex][a], better[sex][a])
			}
			if a > 30 && usual[sex][a] <= usual[sex][a-1] || a > 0 && a < 8 && usual[sex][a] >= usual[sex][a-1] {
				t.Fatalf("sex %d: %v at %d, %v at %d", sex, usual[sex][a-1], a-1, usual[sex][a], a)
			}
			if usual[0][a] <= usual[1][a] {
				t.Fatalf("age %d: men %v, women %v", a, usual[0][a], usual[1][a])
			}
		}
	}
}

// A year of life changes nobody's number for no reason: who is there was
// there or was born, wages paid are wages received, and money stays money.
func TestLiveKeepsPeopleAndMoney(t *testing.T) {
	w, s := country(3, 100_000)
	p := Default()
	for c := range s.Cell {
		s.Cell[c].Rate = 4000
	}
	alive := func() (n int) {
		for b := range s.Block {
			for i := range s.Block[b].Person {
				if s.Block[b].Person[i].Is(economy.Alive) {
					n++
				}
			}
		}
		return n
	}
	births, deaths := 0.0, 0.0
	for range 24 {
		before := alive()
		Live(w, s, &p)
		var born, died float64
		for b := range s.Block {
			for r := range economy.Regions {
				born += s.Block[b].Sum.Births[r]
				died += s.Block[b].Sum.Deaths[r]
			}
		}
		if got, want := alive()-before, int((born-died)/float64(w.Weight)); got != want {
			t.Fatalf("month %d: %d more people, births less deaths %d", s.Month, got, want)
		}
		births += born
		deaths += died
		if err := s.CheckMoney(); err != nil {
			t.Fatalf("month %d: %v", s.Month, err)
		}
		for b := range s.Block {
			for c := range s.Block[b].Wages {
				if s.Block[b].Wages[c].Held() != 0 {
					t.Fatalf("month %d: a block still owes wages", s.Month)
				}
			}
		}
		s.Month++
	}
	if births == 0 || deaths == 0 {
		t.Errorf("in two years %v were born and %v died", births, deaths)
	}
}

// The draught power of machines and horses adds up over the regions to what
// the country has, and a country of the reference has power 1.
func TestDraught(t *testing.T) {
	w, s := country(1, 2_000_000)
	for r := range s.Region {
		s.Region[r].Tractors = 0
	}
	for r := range economy.Regions {
		land := economy.NormalGrain[r] / 0.76
		horses := economy.ReferenceHerd[economy.Horses] * economy.HerdShare[economy.Horses][r]
		if got := Draught(s, w, r, horses, land); math.Abs(got-1) > 1e-9 {
			t.Errorf("%s with its horses of the reference year has %v", economy.RegionNames[r], got)
		}
		if got := Draught(s, w, r, 0, land); got != 0 {
			t.Errorf("%s without horses and machines has %v", economy.RegionNames[r], got)
		}
		s.Region[r].Tractors = 10
		if got := Draught(s, w, r, 0, land); !(got > 0) {
			t.Errorf("%s with machines alone has %v", economy.RegionNames[r], got)
		}
		s.Region[r].Tractors = 0
	}
}

// Of open posts, those at workplaces where nobody works draw more than those in
// later shifts, and both together are all that is open.
func TestSeekersPreferEmptyWorkplaces(t *testing.T) {
	for _, c := range []struct {
		name          string
		posts         float64
		staff, wanted int64
		day, later    float64
	}{
		{"half manned, half a shift more wanted", 1, 500_000, 1_500_000, 500_000, 500_000},
		{"manned by day", 1, 1_000_000, 1_200_000, 0, 200_000},
		{"no more wanted than half of the places", 1, 200_000, 500_000, 300_000, 0},
		{"overstaffed", 1, 1_300_000, 1_000_000, 0, 0},
	} {
		e := economy.Enterprise{Posts: c.posts, Staff: c.staff, Wanted: c.wanted}
		if day, later := vacant(&e); day != c.day || later != c.later {
			t.Errorf("%s: %v posts by day and %v later, want %v and %v", c.name, day, later, c.day, c.later)
		}
	}
	w, s := country(2, 500_000)
	p := Default()
	first := economy.Cell(3, economy.FirstBranch)
	for k := range economy.Branches + 1 {
		s.Cell[first+k].Open = 0
	}
	s.Cell[first+1].Open, s.Cell[first+2].Open = 1e6, 1e6
	s.Cell[first+1].Wage, s.Cell[first+2].Wage = s.Centre.MeanWage, s.Centre.MeanWage
	s.Cell[first+2].Shifts = 1
	count := map[int]int{}
	for i := range 3000 {
		count[choose(w, s, &p, new(pulls), 3, w.Deck.Uniform(draw.Ask("test.choice"), uint64(i), 0))]++
	}
	if got := float64(count[first+2]) / float64(count[first+1]); math.Abs(got/p.Work.Night-1) > 0.15 {
		t.Errorf("posts in later shifts draw %v as many, want %v", got, p.Work.Night)
	}
}

// Each enterprise goes by what its own labour costs: of two that differ in the
// yield of their plant, that of the lower yield wants fewer hands for its
// posts, the more so the lower it is; and with equal ones each costs what its
// branch does.
func TestHandsAreWantedByOwnCost(t *testing.T) {
	before := 2.0
	for _, yield := range []float64{1, 0.8, 0.5} {
		w, s := country(1, 10_000)
		b := &s.Branch[economy.Fuel]
		b.Worth = 1
		b.Problem = decide.Problem{
			Pay:     decide.Payoff{Sales: 2, Labour: 1.4, Stock: 0.02, Discount: 0.03},
			Expect:  decide.Expect{Release: [3]float64{1, 1, 1}, Hiring: 1, Demand: 1, DemandSD: 0.1},
			Physics: w.Work,
		}.Rounded()
		var pair []*economy.Enterprise
		for i := range s.Enterprise {
			if e := &s.Enterprise[i]; e.Good == economy.Fuel && len(pair) < 2 {
				pair = append(pair, e)
			} else if e.Good == economy.Fuel {
				e.Staff = 0
			}
		}
		pair[0].Staff = int64(1.6e6 * pair[0].Posts) // more than its places, so that some can be spared
		own := *pair[0]
		own.Region = pair[1].Region
		pair[1].Vintage, pair[1].Plants, pair[1].Staff, pair[1].Wage = own.Vintage, own.Plants, own.Staff, own.Wage
		pair[1].Effort, pair[1].Skill, pair[1].Shape, pair[1].Expected = own.Effort, own.Skill, own.Shape, own.Expected
		for v := range pair[1].Vintage {
			pair[1].Vintage[v].Yield *= yield
			pair[1].Vintage[v].Now *= yield
		}
		usual := labourCosts(w, s)[economy.Fuel]
		if a, z := dear(pair[0], usual), dear(pair[1], usual); yield == 1 != (math.Abs(a-1)+math.Abs(z-1) < 1e-9) || a > z {
			t.Errorf("yield %v: labour costs %v and %v of what it costs the branch", yield, a, z)
		}
		p := Default()
		p.Work.Unlike = 0 // so that its own cost is all it knows
		Prepare(w, s, &p)
		ratio := float64(pair[1].Wanted) / float64(pair[0].Wanted)
		if ratio >= before {
			t.Errorf("yield %v: it wants %v of what its rival wants, with a higher yield %v", yield, ratio, before)
		}
		before = ratio
	}
}

// A house in town that earns nothing goes to a village where towns promise
// nothing, with all who live in it; who earns, and who has a chance, stays.
func TestThoseWhoEarnNothingGoHome(t *testing.T) {
	for _, c := range []struct {
		name           string
		earns, idle, m float64
		goes           bool
	}{
		{"no earnings and no chance", 0, 0.5, 4, true},
		{"earnings", 1, 0.5, 4, false},
		{"a chance", 0, 0, 4, false},
		{"off", 0, 0.5, 0, false},
	} {
		w, s := country(1, 100_000)
		s.Centre.MeanWage = 5000
		p := Default()
		p.Migration.Return = c.m
		l := &life{w: w, s: s, p: &p, b: &s.Block[0], month: s.Month}
		gone := false
		for i := range l.b.Person {
			person := &l.b.Person[i]
			h := &l.b.House[person.House]
			if !person.Is(economy.Alive) || person.Is(economy.Female) || h.Village >= 0 || person.Years(s.Month) < 20 {
				continue
			}
			r := &s.Region[h.Region]
			r.Real, r.Postless = [2]float64{1, 2}, c.idle
			h.Income = float32(c.earns * 5000 * float64(h.Grown) * float64(w.Weight))
			person.Job = economy.Seeking
			if l.goHome(i) {
				gone = true
				if h.Village < 0 || s.Village[h.Village].Region != h.Region || person.Job != economy.OnFarm {
					t.Errorf("%s: goes to village %d to work at %d", c.name, h.Village, person.Job)
				}
			}
		}
		if gone != c.goes {
			t.Errorf("%s: somebody goes home: %v", c.name, gone)
		}
	}
}

// Boys die sooner than girls, as far as Boys says, and men sooner than women.
func TestSexesDieApart(t *testing.T) {
	body := economy.DefaultPhysics().Bodies
	body.Constant = 0
	h := hazardTable(&body, 1, 0)
	if got, want := h[0][0]/h[1][0], body.Boys*body.Boys; math.Abs(got-want) > 1e-9 {
		t.Errorf("in their first year boys die %v times as often as girls, want %v", got, want)
	}
	h = hazardTable(&body, 0, 1)
	if got, want := h[0][40]/h[1][40], body.Men*body.Men; math.Abs(got-want) > 1e-9 {
		t.Errorf("at forty men die %v times as often as women, want %v", got, want)
	}
	body.Boys, body.Men = 1, 1
	if h = hazardTable(&body, 1, 1); h[0] != h[1] {
		t.Error("where sexes are alike they still die apart")
	}
}
