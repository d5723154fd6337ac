package institution

import (
	"math"
	"testing"

	"gosplan/behaviour"
	"gosplan/economy"
	"gosplan/scenario"
)

// The army takes the part of horses and machines that is ordered, from houses
// and kolkhozes alike, in a year; none from behind a front, and none unasked.
func TestTheArmyTakesHorsesAndMachines(t *testing.T) {
	w, s := country(1)
	count := func(r int) (horses, machines float64) {
		farmers(s, func(h *economy.House) {
			if int(h.Region) == r {
				horses += float64(h.Herd[economy.Horses])
			}
		})
		for k := range s.Village {
			if int(s.Village[k].Region) == r {
				horses += s.Village[k].Herd[economy.Horses]
			}
		}
		return horses, s.Region[r].Tractors
	}
	for k := range s.Village {
		s.Village[k].Herd[economy.Horses] = 0.3
	}
	const front = 3
	for r := range s.Region {
		s.Region[r].Tractors, s.Region[r].Cut = 2, 0
	}
	s.Region[front].Cut = 1
	var horses, machines [economy.Regions]float64
	for r := range horses {
		horses[r], machines[r] = count(r)
	}
	army := &Army{}
	if army.Draw(w, s); s.Terms.Idle != 0 {
		t.Errorf("machines stand still, %v of them, and nobody ordered it", s.Terms.Idle)
	}
	w.Decided = &scenario.Decided{DraughtLevy: scenario.Path{1: 0.3}, FuelWithheld: scenario.Path{1: 0.4}}
	for range 12 {
		army.Draw(w, s)
	}
	if s.Terms.Idle != 0.4 {
		t.Errorf("%v of the machines stand still, ordered were 0.4", s.Terms.Idle)
	}
	for r := range horses {
		want := math.Pow(1-0.3/12, 12)
		if r == front {
			want = 1
		}
		h, m := count(r)
		if math.Abs(h/horses[r]-want) > 1e-4 || math.Abs(m/machines[r]-want) > 1e-9 {
			t.Errorf("%s keeps %v of its horses and %v of its machines, want %v", economy.RegionNames[r], h/horses[r], m/machines[r], want)
		}
	}
}

// What is lent for food reaches hungry villages only, by mouths, those of a
// region where it is lent to that, and is no more than was ordered and is there.
func TestLoansReachHungryVillages(t *testing.T) {
	for _, c := range []struct {
		name           string
		month          int
		order, granary float64
		hungry         bool
		want           float64
		region         string
	}{
		{"in spring", 4, 1.2, 5, true, 0.2, ""},
		{"out of an empty granary", 4, 1.2, 0.05, true, 0.05, ""},
		{"where nobody goes hungry", 4, 1.2, 5, false, 0, ""},
		{"after the harvest", 10, 1.2, 5, true, 0, ""},
		{"unasked", 4, 0, 5, true, 0, ""},
		{"to its region", 4, 1.2, 5, true, 0.2, "its"},
		{"to another region", 4, 1.2, 5, true, 0, "another"},
	} {
		w, s := country(c.month - 1)
		w.Decided = &scenario.Decided{FoodLoans: scenario.Path{1: c.order}}
		s.Audit.Use(economy.Grain, &s.Centre.Granary, s.Centre.Granary.Held())
		s.Audit.Make(economy.Grain, &s.Centre.Granary, c.granary)
		for k := range s.Village {
			s.Village[k].Hunger = 0.1
		}
		before := map[*economy.House]float64{}
		var poor int16
		farmers(s, func(h *economy.House) { before[h], poor = h.Grain.Held(), h.Village })
		if c.hungry {
			s.Village[poor].Hunger = 0.3
		}
		if r := int(s.Village[poor].Region); c.region != "" {
			if c.region == "another" {
				r = (r + 1) % economy.Regions
			}
			w.Decided = &scenario.Decided{RegionLoans: scenario.Regional{1: {economy.RegionNames[r]: c.order}}}
		}
		offices := &Offices{OfficePractice: OfficePractice{Hungry: 0.15, Months: 6}}
		offices.Lend(w, s)
		var got float64
		farmers(s, func(h *economy.House) {
			more := h.Grain.Held() - before[h]
			if got += more; more > 0 && h.Village != poor {
				t.Errorf("%s: a village got grain that does not go hungry", c.name)
			}
		})
		if math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: %v Mt were lent, want %v", c.name, got, c.want)
		}
		if err := s.Check(); err != nil {
			t.Error(err)
		}
	}
}

// A granary that sends out no more than is paced lasts to the harvest, and
// sends as much in its last month as in its first; soldiers and seed come first.
func TestTheGranaryIsPaced(t *testing.T) {
	for _, c := range []struct{ granary, soldiers, seed float64 }{{10, 0, 0}, {10, 0.3, 0}, {10, 0.3, 2}, {1, 0.3, 2}} {
		w, s := country(8)
		i := &Retail{RetailPractice: RetailPractice{Haste: 1}}
		s.Last.Procured, s.Centre.Quota = [economy.Regions]float64{}, 0
		s.Centre.Promised = c.soldiers
		for k := range s.Village {
			s.Village[k].Sown = 0
		}
		s.Village[0].Sown = c.seed / w.Physics.Farming.Seed
		free, first := c.granary, -1.0
		for month := 9; month != 21; month++ {
			m := (month-1)%12 + 1
			if m == 4 { // lent and sown
				free -= c.seed
				s.Village[0].Sown = 0
			}
			free -= c.soldiers
			sent := i.paced(w, s, max(0, free), m)
			if first < 0 {
				first = sent
			}
			if even := max(0, c.granary-12*c.soldiers-c.seed) / 12; math.Abs(sent-even) > 0.4*even+c.soldiers/2 {
				t.Errorf("%+v: %v Mt go out in month %d, an even part is %v", c, sent, m, even)
			}
			free -= sent
		}
		if c.granary > 5 && free < -c.soldiers-1e-9 {
			t.Errorf("%+v: %v Mt are missing at the harvest", c, -free)
		}
	}
}

// Soldiers are people of their houses' region and town; offices that feed towns, and
// what is eaten by heads, count those at home.
func TestSoldiersAreCountedAndNotFedAtHome(t *testing.T) {
	for _, away := range []float64{0, 0.25, 1} {
		w, s := country(12)
		const town, villagers = 4.0, 16.0 // by block and region
		for b := range s.Block {
			sum := &s.Block[b].Sum
			*sum = economy.BlockSum{}
			for r := range economy.Regions {
				sum.People[r], sum.Urban[r] = town+villagers, town
				sum.Home[0][r], sum.Home[1][r] = villagers*(1-away), town*(1-away)
			}
		}
		s.Year.Home = [2]float64{}
		(&Statistics{Memory: 1, Living: 1}).Month(w, s)
		million := float64(len(s.Block)) * float64(w.Weight) / 1e6
		if r := &s.Region[3]; math.Abs(r.Town-town*million) > 1e-9 || math.Abs(r.Home[1]-town*million*(1-away)) > 1e-9 {
			t.Errorf("%v are away: %v million in towns, %v at home there", away, r.Town, r.Home[1])
		}
		if got, want := townsmen(s), town*million*(1-away)*economy.Regions; math.Abs(got-want) > 1e-9 {
			t.Errorf("%v are away: %v million are fed in towns, want %v", away, got, want)
		}
		if got, want := s.Year.Home[0], villagers*million*(1-away)*economy.Regions; math.Abs(got-want) > 1e-9 {
			t.Errorf("%v are away: %v million eat in villages, want %v", away, got, want)
		}
	}
}

// What the state's stores lack soldiers lack, and their hunger is remembered as that of
// any house with as much to eat.
func TestAnArmyIsAsHungryAsItsStoresAreEmpty(t *testing.T) {
	for _, c := range []struct {
		name   string
		months []float64 // what the granary holds, of a month's bread
		hungry bool
	}{
		{"full granaries", []float64{9, 9, 9}, false},
		{"the last of it", []float64{1, 1}, false},
		{"half", []float64{0.5, 0.5}, true},
		{"nothing, and then plenty", []float64{0, 9}, true},
	} {
		w, s := country(12)
		i := &Army{ArmyPractice: ArmyPractice{Bread: 0.3}}
		s.Centre.Army = 4
		house := &economy.House{}
		for _, part := range c.months {
			bread := 4 * i.Bread / 12
			s.Audit.Use(economy.Grain, &s.Centre.Granary, s.Centre.Granary.Held())
			s.Audit.Make(economy.Grain, &s.Centre.Granary, part*bread)
			i.Supply(w, s)
			behaviour.Starve(&w.Physics.Food, house, 4, min(1, part)*bread, 0)
		}
		if got := s.Centre.Hunger; (got > 0) != c.hungry || math.Abs(got-float64(house.Hunger)) > 1e-6 {
			t.Errorf("%s: the army's hunger is %v, a house's %v", c.name, got, house.Hunger)
		}
		if err := s.Check(); err != nil {
			t.Error(err)
		}
	}
}
