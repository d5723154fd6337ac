package behaviour

import (
	"math"
	"testing"

	"gosplan/economy"
)

// Who is fed digs no more than usual; who is hungry does, as far as there are
// grown people, seed from the year before, and land.
func TestHungerDigsGardens(t *testing.T) {
	p := Default().Peasant
	for _, c := range []struct {
		name       string
		hunger     float32
		grown      uint8
		dug        float32
		none, more bool
	}{
		{"fed", 0, 2, 0, true, false},
		{"fed after a hungry year", 0, 2, 1, true, false},
		{"hungry", 0.1, 2, 0, false, false},
		{"hungry for years", 0.1, 2, 1, false, true},
		{"hungry children alone", 0.1, 0, 1, true, false},
	} {
		h := economy.House{Hunger: c.hunger, Members: 4, Grown: c.grown, Dug: c.dug}
		p.plant(&h)
		if (h.Dug == 0) != c.none || h.Dug < 0 || float64(h.Dug) > p.GardenMost-1 {
			t.Errorf("%s: dug %v beyond the usual", c.name, h.Dug)
		}
		if seed := p.Seedlings*(1+float64(c.dug)) - 1; float64(h.Dug) > seed+1e-6 {
			t.Errorf("%s: dug %v, and there is seed for %v", c.name, h.Dug, seed)
		}
		if first := p.Seedlings - 1; c.more != (float64(h.Dug) > first+1e-6) {
			t.Errorf("%s: dug %v, a first year has seed for %v", c.name, h.Dug, first)
		}
	}
	h := economy.House{Hunger: 0.5, Members: 2, Grown: 2, Dug: 1}
	if new(Peasant).plant(&h); h.Dug != 0 {
		t.Errorf("without spades %v is dug", h.Dug)
	}
}

// A town's garden gives in proportion to what was dug before the last harvest,
// to its people and to the weather, nothing where nobody dug, and from the
// harvest on.
func TestAllotmentGivesWhatIsDug(t *testing.T) {
	w, s := country(1, 2_000_000)
	p := Default()
	v := newVisit(w, s, &p)
	v.month = sowing + 1
	h := economy.House{Village: -1, Dug: 1}
	if got := v.allotment(&h, 1); got != 0 {
		t.Errorf("%v is eaten before it is ripe", got)
	}
	v.month = harvest
	one := v.allotment(&h, 1)
	if h.Dug = 2; !(one > 0) || math.Abs(v.allotment(&h, 3)/one-6) > 1e-9 {
		t.Errorf("one gives %v, twice the garden of three times the people %v", one, v.allotment(&h, 3))
	}
	if h.Dug = 0; v.allotment(&h, 1) != 0 {
		t.Error("something grew where nobody dug")
	}
}

// A farming house lives on the garden of the last harvest: what it digs, and
// the strength it lacks, count from the next one on.
func TestGardensRipenAtTheHarvest(t *testing.T) {
	w, s := country(1, 2_000_000)
	p := Default()
	for _, c := range []struct {
		name   string
		hunger float32
		dug    float32
		more   bool
	}{{"dug more", 0, 0.3, true}, {"too weak", 0.3, 0, false}} {
		crop := func(month int, change bool) float64 {
			f := field{w: w, s: s, p: &p, b: &s.Block[0], month: month, gains: 1, stable: 1}
			h := economy.House{Members: 4, Eaters: 16, Grown: 2}
			if change {
				h.Hunger, h.Dug = c.hunger, c.dug
			}
			f.gather(&h, &s.Village[0], 4e-6)
			return h.Larder.Held()
		}
		if a, b := crop(harvest-1, false), crop(harvest-1, true); a != b {
			t.Errorf("%s: %v before the harvest, and %v otherwise", c.name, b, a)
		}
		if a, b := crop(harvest, false), crop(harvest, true); (b > a) != c.more || a == b {
			t.Errorf("%s: %v at the harvest, and %v otherwise", c.name, b, a)
		}
	}
}

// Waste feeds animals as far as there are any, and what a house has of it goes
// by its people; grain is needed for the rest.
func TestWasteFeedsAnimals(t *testing.T) {
	w, s := country(1, 2_000_000)
	p := Default()
	f := field{w: w, s: s, p: &p, b: &s.Block[0]}
	for _, c := range []struct {
		members uint8
		pigs    float32
		all     bool // of what they need
	}{{4, 0, true}, {4, 1e-9, true}, {4, 2, false}, {8, 2, false}} {
		h := economy.House{Members: c.members, Herd: [economy.Kinds]float32{economy.Pigs: c.pigs}}
		need, free := f.ration(&h)
		most := w.Physics.Herds.Scraps * float64(c.members) * float64(w.Weight) / 1e6
		if free > need || free > most || (free == need) != c.all || !c.all && free != most {
			t.Errorf("%d people and %v pigs: waste saves %v of %v, and there is %v", c.members, c.pigs, free, need, most)
		}
		if math.Abs(f.feedNeed(&h)-(need-free)) > 1e-15 {
			t.Errorf("%v of grain are needed, not %v", f.feedNeed(&h), need-free)
		}
	}
}
