package behaviour

import (
	"math"
	"testing"

	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/unit"
)

// Through births, deaths, weddings and moves a house counts the members,
// mouths and grown people who live in it; soldiers eat elsewhere, and a child
// born this month is fed from the next one on.
func TestHousesCountTheirMouths(t *testing.T) {
	w, s := country(2, 100_000)
	s.Centre.Levy.Reserve[3] = 0.5
	p := Default()
	soldiers := 0
	for range 26 {
		s.Month++
		Live(w, s, &p)
		for b := range s.Block {
			block := &s.Block[b]
			want := make([]economy.House, len(block.House))
			for i := range block.Person {
				q := &block.Person[i]
				if !q.Is(economy.Alive) {
					continue
				}
				h := &want[q.House]
				h.Members++
				if q.Job == economy.InArmy {
					soldiers++
				} else if int(q.Born) < s.Month {
					h.Home++
					h.Eaters += economy.Ration(q.Years(s.Month))
					if q.Years(s.Month) >= 16 {
						h.Grown++
					}
				}
			}
			for i := range want {
				h := &block.House[i]
				if h.Members != want[i].Members || h.Home != want[i].Home || h.Eaters != want[i].Eaters || h.Grown != want[i].Grown {
					t.Fatalf("month %d, block %d, house %d counts %d members, %d at home, %d quarters of rations, %d grown; there are %d, %d, %d, %d",
						s.Month, b, i, h.Members, h.Home, h.Eaters, h.Grown, want[i].Members, want[i].Home, want[i].Eaters, want[i].Grown)
				}
			}
		}
	}
	if soldiers == 0 {
		t.Error("nobody was called up")
	}
}

// Children whose parents have died live with others of their region a month
// later, and without relatives they stay alone.
func TestOrphansAreTakenIn(t *testing.T) {
	for _, relatives := range []float64{0, 32} {
		w, s := country(4, 100_000)
		p := Default()
		p.Family.Relatives = relatives
		type child struct {
			block, person int
			region        uint8
		}
		var left []child
		for b := range s.Block {
			block := &s.Block[b]
			for i := range block.Person {
				q := &block.Person[i]
				switch house := q.House; {
				case house%9 != 0:
				case q.Years(s.Month) >= 15:
					q.Flags &^= economy.Alive
					block.FreePerson = append(block.FreePerson, int32(i))
				default:
					left = append(left, child{b, i, block.House[house].Region})
				}
			}
		}
		for range 3 {
			Live(w, s, &p)
			s.Month++
		}
		alone, cared := 0, 0
		for _, c := range left {
			q := &s.Block[c.block].Person[c.person]
			if !q.Is(economy.Alive) || q.Years(s.Month) > 16 {
				continue
			}
			h := &s.Block[c.block].House[q.House]
			if h.Region != c.region {
				t.Errorf("a child was taken from region %d to %d", c.region, h.Region)
			}
			if h.Grown == 0 {
				alone++
			} else {
				cared++
			}
		}
		if relatives == 0 && cared > alone/10 || relatives > 0 && alone > cared/10 || alone+cared == 0 {
			t.Errorf("%v relatives: %d children live alone, %d with others", relatives, alone, cared)
		}
	}
}

// Who owns little grain makes it last until the harvest; what was bought for
// the month is eaten in the month.
func TestBoughtBreadIsEaten(t *testing.T) {
	w, s := country(5, 100_000)
	p := Default()
	p.Peasant.Front = 0
	p.Peasant.EatSeed = 0
	f := field{w: w, s: s, p: &p, b: &s.Block[0], month: 12}
	norm := w.Physics.Food.Normal / 12 * w.Physics.Food.Adult
	for _, c := range []struct {
		name         string
		own, bought  float64 // months of food
		joined       uint8
		months, want float64
	}{
		{"all its own", 2, 0, 0, 8, 0.25},
		{"all bought", 0, 1, 0, 8, 1},
		{"some of each", 2, 0.5, 0, 8, 0.75},
		{"more than it can eat", 6, 0.5, 0, 8, 1},
		{"in the kolkhoz, until after the meal of September", 2, 0, 1, 10, 0.2},
	} {
		h := &economy.House{Members: 4, Home: 4, Eaters: 16, Joined: c.joined}
		eaters := 4 * float64(w.Weight) / 1e6
		f.b.Sum.Tally[economy.Grain].Make(&h.Grain, (c.own+c.bought)*norm*eaters)
		h.Bought = float32(c.bought * norm * eaters)
		if got := lasts(h, f.month); got != c.months {
			t.Errorf("%s: has to last %v months, want %v", c.name, got, c.months)
		}
		before := h.Grain.Held()
		f.table(h, &s.Village[0], eaters)
		if got := (before - h.Grain.Held()) / (norm * eaters); math.Abs(got-c.want) > 1e-6 {
			t.Errorf("%s: eats %v of a month's grain, want %v", c.name, got, c.want)
		}
		if h.Bought != 0 {
			t.Errorf("%s: %v Mt are still counted as bought", c.name, h.Bought)
		}
	}
}

// A village house asks for what its barn will not give it, every month, and
// seed is no bread; before the meal that comes after its own reaping it asks for
// none, as it does that has sown nothing or gets its grain from the kolkhoz later.
func TestVillagesBuyWhatTheirBarnsWillNotGive(t *testing.T) {
	w, s := country(6, 100_000)
	p := Default()
	eaters := 4 * float64(w.Weight) / 1e6
	month := w.Physics.Food.Normal / 12 * w.Physics.Food.Adult * p.Buyer.Bread * eaters
	for _, c := range []struct {
		name             string
		month            int
		barn, land, sown float64 // months of bread, Mha
		joined           uint8
		want             float64
	}{
		{"an empty barn", 11, 0, 0, 0.1, 0, 1},
		{"half of what it needs", 11, 4, 0, 0.1, 0, 0.5},
		{"enough", 11, 8, 0, 0.1, 0, 0},
		{"enough with the seed eaten", 11, 8, 4 * month / w.Physics.Farming.Seed, 0.1, 0, 0.5},
		{"in June, for the last meal before the reaping", 6, 0, 0, 0.1, 0, 1},
		{"in June, with half of it", 6, 0.5, 0, 0.1, 0, 0.5},
		{"in July, before the reaping", 7, 0, 0, 0.1, 0, 0},
		{"in July, with nothing sown", 7, 0, 0, 0, 0, 1},
		{"in July, in the kolkhoz", 7, 0, 0, 0, 1, 1},
		{"in August, after it, with a poor crop", 8, 5.5, 0, 0.1, 0, 0.5},
		{"in August, in the kolkhoz", 8, 0.5, 0, 0, 1, 0.5},
	} {
		v := visit{w: w, s: s, p: &p, b: &s.Block[0], month: c.month}
		h := &economy.House{Members: 4, Home: 4, Eaters: 16, Land: float32(c.land), Sown: float32(c.sown), Joined: c.joined}
		v.b.Sum.Tally[economy.Grain].Make(&h.Grain, c.barn*month)
		if got := v.breadNeeded(h) / month; math.Abs(got-c.want) > 1e-6 {
			t.Errorf("%s: asks for %v of a month's bread, want %v", c.name, got, c.want)
		}
	}
}

// Where bread is on cards villagers get none in shops.
func TestCardsAreForTowns(t *testing.T) {
	for _, cards := range []float64{0, 1} {
		w, s := country(7, 100_000)
		p := Default()
		v := visit{w: w, s: s, p: &p, b: &s.Block[0], month: 11}
		for _, village := range []int16{-1, 0} {
			h := &economy.House{Members: 4, Home: 4, Eaters: 16, Village: village, Income: 1e9, Region: s.Village[0].Region}
			c := &v.b.Counter[economy.ShopOf(h)]
			v.b.Sum.Tally[economy.Grain].Make(&c.Stock[economy.Grain], 10)
			s.Region[h.Region].Cards = cards
			s.Region[h.Region].MarketPrice = [2]float64{}
			s.Shop[economy.ShopOf(h)].Price[economy.Grain] = 1e9
			ledger.Pay(&s.Centre.Bank, &h.Purse, 1e9)
			v.house(h)
			if got, want := c.Spent[economy.Grain] > 0, village < 0 || cards == 0; got != want {
				t.Errorf("cards %v, village %d: bought bread: %v, want %v", cards, village, got, want)
			}
		}
	}
}

// The hazard of hunger grows by its power, so that little hunger kills next to
// nobody; the very young and the old die first, and soldiers of the army's hunger.
func TestMildHungerSparesNearlyAll(t *testing.T) {
	w, s := country(8, 100_000)
	p := Default()
	l := &life{w: w, s: s, p: &p, b: &s.Block[0]}
	food := &w.Physics.Food
	hazard := func(hunger float32, age int, job uint8) float64 {
		return 4 * l.starves(&economy.Person{Job: job}, &economy.House{Hunger: hunger}, age)
	}
	for _, hunger := range []float32{0, 0.1, 0.2, 0.5} {
		grown := hazard(hunger, 30, economy.AtHome)
		if got, want := hazard(2*hunger, 30, economy.AtHome), grown*math.Pow(2, food.Steep); math.Abs(got-want) > 1e-6*want {
			t.Errorf("hunger %v: %v a year, twice the hunger %v, want %v", hunger, grown, got, want)
		}
		for _, age := range []int{0, 4, 60, 90} {
			if got, want := hazard(hunger, age, economy.AtHome), grown*food.Frail; math.Abs(got-want) > 1e-9 {
				t.Errorf("hunger %v at %d: %v a year, want %v", hunger, age, got, want)
			}
		}
		if got := hazard(hunger, 30, economy.InArmy); got != 0 {
			t.Errorf("a soldier dies of hunger at home: %v a year", got)
		}
		s.Centre.Hunger = float64(hunger)
		if got := hazard(0, 30, economy.InArmy); math.Abs(got-grown) > 1e-6*grown {
			t.Errorf("hunger %v in the army: %v a year, %v of others", hunger, got, grown)
		}
		s.Centre.Hunger = 0
	}
	if got := hazard(1, 30, economy.AtHome); math.Abs(got-food.Deadly) > 1e-9 {
		t.Errorf("a hunger of one: %v a year, want %v", got, food.Deadly)
	}
}

// Who is hungry, has no post and no money is taken in by relatives who can pay
// for him; with money in the house, or with relatives who cannot, he stays.
func TestKinTakeInWhoIsHungryAndPenniless(t *testing.T) {
	for _, c := range []struct {
		name         string
		purse        int64
		relatives    float64
		income       float32
		want         bool // that most leave
		hostIsHungry bool
	}{
		{"penniless", 0, 16, 1e12, true, false},
		{"with money", 1e12, 16, 1e12, false, false},
		{"no relatives", 0, 0, 1e12, false, false},
		{"poor relatives", 0, 16, 1, false, false},
		{"hungry relatives", 0, 16, 1e12, false, true},
	} {
		w, s := country(9, 100_000)
		p := Default()
		p.Family.Relatives, p.Family.Crowd = c.relatives, 40
		guests, left := 0, 0
		for b := range s.Block {
			l := &life{w: w, s: s, p: &p, b: &s.Block[b], month: s.Month}
			for i := range l.b.House {
				h := &l.b.House[i]
				h.Income = c.income
				if c.hostIsHungry {
					h.Hunger = 0.5
				}
				if i%7 == 0 {
					h.Hunger = 0.5
					ledger.Pay(&h.Purse, &s.Centre.Bank, h.Purse.Held())
					ledger.Pay(&s.Centre.Bank, &h.Purse, unit.Kopecks(c.purse))
				} else if !c.hostIsHungry {
					h.Hunger = 0
				}
			}
			was := make([]int32, len(l.b.Person))
			for i := range l.b.Person {
				was[i] = l.b.Person[i].House
			}
			l.takeIn()
			for i := range l.b.Person {
				q := &l.b.Person[i]
				if was[i]%7 == 0 && town(&l.b.House[was[i]]) == 1 && q.Job == economy.AtHome {
					guests++
					left += one(q.House != was[i])
				}
			}
		}
		if guests == 0 || c.want != (left > guests/3) || !c.want && left > guests/20 {
			t.Errorf("%s: %d of %d were taken in", c.name, left, guests)
		}
	}
}

// Who has more than he needs helps hungry neighbours of his village and keeps
// his meals; nobody outside it gets anything, no grain is lost, and where
// nobody has any to spare nobody is helped.
func TestNeighboursAreHelped(t *testing.T) {
	for _, c := range []struct {
		name       string
		give, full float64 // months in the barn of those who have
		helped     bool
	}{{"a full barn", 0.5, 40, true}, {"off", 0, 40, false}, {"all have little", 0.5, 1, false}} {
		w, s := country(5, 100_000)
		p := Default()
		p.Neighbours.Give = c.give
		f := field{w: w, s: s, p: &p, b: &s.Block[0], month: 12}
		norm := w.Physics.Food.Normal / 12 * w.Physics.Food.Adult
		var houses []*economy.House
		for h := range f.b.Villagers() {
			f.b.Sum.Tally[economy.Grain].Use(&h.Grain, h.Grain.Held())
			h.Land, h.Bought, h.Joined = 0, 0, 0
			houses = append(houses, h)
		}
		rich, poor, far := houses[0], houses[1], houses[2]
		poor.Village, far.Village = rich.Village, rich.Village+1
		eaters := func(h *economy.House) float64 { return float64(h.Eaters) / 4 * float64(w.Weight) / 1e6 }
		for _, h := range houses[3:] {
			h.Village = far.Village
		}
		rich.Eaters = max(rich.Eaters, 4)
		f.b.Sum.Tally[economy.Grain].Make(&rich.Grain, c.full*norm*eaters(rich))
		before := rich.Grain.Held()
		f.lend()
		if got := poor.Grain.Held() > 0; got != c.helped || far.Grain.Held() > 0 {
			t.Errorf("%s: the neighbour has %v Mt and who lives elsewhere %v", c.name, poor.Grain.Held(), far.Grain.Held())
		}
		if left := rich.Grain.Held(); left < min(before, 8*norm*eaters(rich))-1e-12 || math.Abs(left+poor.Grain.Held()-before) > 1e-12 {
			t.Errorf("%s: %v Mt became %v and %v", c.name, before, left, poor.Grain.Held())
		}
	}
}

// Who is with the army eats nothing at home, and nobody shops where all are.
func TestSoldiersEatNothingAtHome(t *testing.T) {
	for _, c := range []struct {
		name          string
		home, village int
		want          float64 // of what four eat
	}{
		{"all at home", 4, 0, 1},
		{"one of four with the army", 3, 0, 0.75},
		{"all with the army", 0, 0, 0},
		{"a town, all at home", 4, -1, 1},
		{"a town, one of four with the army", 3, -1, 0.75},
		{"a town, all with the army", 0, -1, 0},
	} {
		w, s := country(7, 100_000)
		p := Default()
		h := &economy.House{Members: 4, Home: uint8(c.home), Eaters: uint8(4 * c.home), Village: int16(c.village), Region: s.Village[0].Region}
		b := &s.Block[0]
		four := 4 * float64(w.Weight) / 1e6
		var got float64
		if c.village < 0 { // bread by hand, which is sold by heads
			v := visit{w: w, s: s, p: &p, b: b, month: 11}
			counter := &b.Counter[economy.ShopOf(h)]
			b.Sum.Tally[economy.Grain].Make(&counter.Stock[economy.Grain], 10)
			s.Region[h.Region].Ration, s.Region[h.Region].MarketPrice = 0.01, [2]float64{}
			s.Shop[h.Region].Price[economy.Grain] = 1e3
			ledger.Pay(&s.Centre.Bank, &h.Purse, 1e9)
			v.house(h)
			got = 10 - counter.Stock[economy.Grain].Held()
			got /= 0.01 * four
		} else {
			f := field{w: w, s: s, p: &p, b: b, month: 12}
			norm := w.Physics.Food.Normal * w.Physics.Food.Adult * four
			b.Sum.Tally[economy.Grain].Make(&h.Grain, norm)
			b.Sum.Tally[economy.Produce].Make(&h.Larder, 10)
			f.table(h, &s.Village[0], four)
			got = (10 - h.Larder.Held()) / (p.Peasant.Eaten / 12 * four)
		}
		if math.Abs(got-c.want) > 1e-6 {
			t.Errorf("%s: eat %v of what four do, want %v", c.name, got, c.want)
		}
	}
}

// A house's grain has to last for the meals to the next reaping, or to the first
// grain that the kolkhoz shares out after the meal of September.
func TestGrainLastsToTheHarvest(t *testing.T) {
	for _, c := range []struct{ month, own, joined int }{{12, 8, 10}, {1, 7, 9}, {6, 2, 4}, {7, 1, 3}, {8, 12, 2}, {9, 11, 1}, {10, 10, 12}} {
		for joined, want := range []int{c.own, c.joined} {
			if got := lasts(&economy.House{Joined: uint8(joined)}, c.month); got != float64(want) {
				t.Errorf("month %d, joined %d: has to last %v meals, want %d", c.month, joined, got, want)
			}
		}
	}
}
