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

// A town's garden gives in proportion to what is dug there, to its people and
// to the weather, and nothing where nobody dug.
func TestAllotmentGivesWhatIsDug(t *testing.T) {
	w, s := country(1, 2_000_000)
	p := Default()
	v := newVisit(w, s, &p)
	v.month = sowing + 1
	h := economy.House{Village: -1}
	if got := v.allotment(&h, 1); got != 0 {
		t.Errorf("%v grew where nobody dug", got)
	}
	h.Dug = 1
	one := v.allotment(&h, 1)
	if h.Dug = 2; !(one > 0) || math.Abs(v.allotment(&h, 3)/one-6) > 1e-9 {
		t.Errorf("one gives %v, twice the garden of three times the people %v", one, v.allotment(&h, 3))
	}
}
