package measure

import (
	"testing"

	"gosplan/decide"
	"gosplan/draw"
	"gosplan/economy"
	"gosplan/scenario"
	"gosplan/series"
)

func country(month int) (*economy.World, *economy.State) {
	w := &economy.World{
		Deck: draw.Deck{Seed: 1}, Weight: 500_000, Physics: economy.DefaultPhysics(), Work: decide.DefaultPhysics(),
		Decided: &scenario.Decided{}, Given: &scenario.Given{}, StartYear: 1, Policies: &decide.Library{},
	}
	start := economy.DefaultStart()
	s := economy.Begin(w, &start, month, &economy.Customs{})
	for r := range s.Region {
		s.Region[r].People, s.Region[r].Town = 10, 2
	}
	s.Last.Months = 12
	s.Quarter.Targets, s.Quarter.Made = 4, 2
	return w, s
}

// Every series has one definition, with a title, unit, meaning, frequency and
// status; series of values say their price basis.
func TestCatalogue(t *testing.T) {
	seen := map[string]bool{}
	for _, d := range Catalogue {
		if seen[d.Name] {
			t.Errorf("%s is defined twice", d.Name)
		}
		seen[d.Name] = true
		if d.Name == "" || d.Title == "" || d.Unit == "" || d.Meaning == "" {
			t.Errorf("%s lacks a name, title, unit or meaning", d.Name)
		}
		if d.Every != series.Yearly && d.Every != series.Quarterly {
			t.Errorf("%s is written every %d", d.Name, d.Every)
		}
		if d.Status != series.Emerges && d.Status != series.Driven && d.Status != series.Imposed {
			t.Errorf("%s has the status %q", d.Name, d.Status)
		}
		if (d.Why != "") != (d.Status != series.Emerges) {
			t.Errorf("%s is %s, and the reason is %q", d.Name, d.Status, d.Why)
		}
		if Find(d.Name) != d {
			t.Errorf("%s is not found", d.Name)
		}
	}
	for name := range given {
		if !seen[name] {
			t.Errorf("a reason for %s, which no run reports", name)
		}
	}
	if Find("no such series") != nil {
		t.Error("a series that does not exist is found")
	}
}

// What measures does not move: no measure changes a bit of the State, and all
// of them write something, with numbers in the year and quarter of the State.
func TestMeasuresChangeNothing(t *testing.T) {
	for _, c := range []struct {
		name    string
		month   int
		measure func(*economy.World, *economy.State, *series.Log)
	}{{"Opening", 12, Opening}, {"Summer", 18, Summer}, {"Harvested", 19, Harvested}, {"Quarter", 14, Quarter}, {"Year", 23, Year}} {
		w, s := country(c.month)
		before := s.Hash()
		log := &series.Log{}
		c.measure(w, s, log)
		if s.Hash() != before {
			t.Errorf("%s changes the State", c.name)
		}
		if len(log.Rows) == 0 {
			t.Errorf("%s writes nothing", c.name)
		}
		year, month := s.Date(w)
		if c.name == "Harvested" {
			year-- // the harvest of the year before
		}
		for _, r := range log.Rows {
			quarter := 0
			if r.Def.Every == series.Quarterly {
				quarter = (month-1)/3 + 1
			}
			if r.Year != year || r.Quarter != quarter {
				t.Errorf("%s dates %s %s, want year %d, quarter %d", c.name, r.Def.Name, r.Date(), year, quarter)
			}
		}
	}
}

// Regional figures add up to the national one.
func TestRegionsAddUp(t *testing.T) {
	w, s := country(12)
	for r := range s.Region {
		s.Region[r].People = float64(3 + r)
	}
	log := &series.Log{}
	Opening(w, s, log)
	nation, sum, places := 0.0, 0.0, 0
	for _, r := range log.Rows {
		if r.Def.Name != "population" {
			continue
		}
		if r.Place == series.Nation {
			nation = r.Value
		} else {
			sum += r.Value
			places++
		}
	}
	if nation != sum || nation != 3*8+28 || places != economy.Regions {
		t.Errorf("%v in the nation, %v in %d regions", nation, sum, places)
	}
}

// The median time of diffusion counts only techniques that have gone all the way.
func TestDiffusion(t *testing.T) {
	s := &economy.State{}
	if _, ok := Diffusion(s); ok {
		t.Error("nothing has spread and a time is given")
	}
	b := &s.Branch[economy.Fuel]
	b.Tenth[0], b.NineTenths[0] = 12, 12+120
	b.Tenth[1], b.NineTenths[1] = 12, 12+240
	b.Tenth[2] = 12 // still under way
	b = &s.Branch[economy.Arms]
	b.Tenth[0], b.NineTenths[0] = 24, 24+180
	if years, ok := Diffusion(s); !ok || years != 15 {
		t.Errorf("the median is %v, want 15", years)
	}
}

// Only the latest 32 known techniques count, wherever their bits lie.
func TestAdopted(t *testing.T) {
	for _, c := range []struct {
		bits  uint32
		known int
		want  float64
	}{{0, 5, 0}, {0b10101, 5, 3}, {0b100001, 5, 1}, {1<<31 | 1, 33, 2}, {^uint32(0), 40, 32}} {
		if got := Adopted(&economy.Enterprise{Adopted: c.bits}, c.known); got != c.want {
			t.Errorf("%b of %d known: %v, want %v", c.bits, c.known, got, c.want)
		}
	}
}

// Herds are those of houses and kolkhozes together.
func TestHerds(t *testing.T) {
	s := &economy.State{Village: []economy.Village{
		{Region: 2, Herd: [economy.Kinds]float64{1, 2, 3, 4}, Private: [economy.Kinds]float64{10, 20, 30, 40}},
		{Region: 2, Private: [economy.Kinds]float64{100}},
	}}
	herds := Herds(s)
	if herds[economy.Horses][2] != 111 || herds[economy.Sheep][2] != 44 || herds[economy.Horses][3] != 0 {
		t.Errorf("herds are %v", herds)
	}
}
