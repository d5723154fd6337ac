package politics

import (
	"testing"

	"gosplan/economy"
)

// Rulers elsewhere take the order over when it outgrows their own countries by
// far, give it up when it starves its people, and do neither where nobody
// looks. Whoever has taken it over is promised no more machines than there are.
func TestOthersTakeTheOrderOver(t *testing.T) {
	taken := func(growth, risk, aid, imports float64, look bool) (have, due float64) {
		w, s, p := country(8)
		r := Default()
		r.Emulation.Aid = aid
		if !look {
			r.Emulation.Switch = 0
		}
		s.Centre.GDPHead, s.Centre.Imports = 1, imports
		r.inForce(w, s)
		for range 12 {
			s.Last.Risk = [2]float64{risk * s.Last.Home[0] / 12, risk * s.Last.Home[1] / 12}
			r.abroad(w, s)
			r.emulate(w, s, p)
			s.Month += 12
			s.Centre.GDPHead *= 1 + growth
		}
		for k := range s.Polity.Country {
			have += s.Polity.Country[k].Model
		}
		return have, s.Polity.Aid
	}
	fast, none := taken(0.25, 0, 0, 5, true)
	if fast < economy.Countries-1 || none != 0 {
		t.Errorf("%v countries follow a growth of a quarter a year, and %v points of aid are due that nobody decided", fast, none)
	}
	if slow, _ := taken(-0.15, 0, 0, 5, true); slow != 0 {
		t.Errorf("%v countries follow a decline", slow)
	}
	if hungry, _ := taken(0.25, 0.02, 0, 5, true); hungry != 0 {
		t.Errorf("%v countries follow an order under which two in a hundred starve every year", hungry)
	}
	if blind, _ := taken(0.25, 0, 0.01, 5, false); blind != 0 {
		t.Errorf("%v countries follow though nobody looks", blind)
	}
	for _, imports := range []float64{0, 1, 1000} {
		have, due := taken(0.25, 0, 0.01, imports, true)
		if due > imports || due > have*0.01*80+1e-9 || imports > 0 && due <= 0 {
			t.Errorf("%v points of aid are due to %v countries, where %v are bought abroad", due, have, imports)
		}
	}
}
