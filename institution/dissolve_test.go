package institution

import (
	"math"
	"testing"

	"gosplan/behaviour"
	"gosplan/economy"
	"gosplan/mechanism"
	"gosplan/scenario"
)

// Where there are to be no collective farms, theirs goes back to those who
// belong to them, and nothing is lost.
func TestCollectiveFarmsAreDissolved(t *testing.T) {
	w, s := country(24)
	p := behaviour.Default()
	kolkhoz := &Kolkhoz{Animals: [4]float64{1, 0.5, 0.3, 0.4}}
	for b := range s.Block {
		for h := range s.Block[b].Villagers() {
			if h.Luck%3 != 0 {
				v := &s.Village[h.Village]
				kolkhoz.join(w, &p, &s.Block[b], h, v)
				v.Member, v.Quota, v.Anger = 0.6, 1, 1
				s.Audit.Make(economy.Grain, &v.Grain, 0.01)
			}
		}
	}
	sums := func() (land, animals, grain, money float64, joined int) {
		for k := range s.Village {
			v := &s.Village[k]
			land += v.Land
			grain += v.Grain.Held()
			money += float64(v.Cash.Held())
			for _, n := range v.Herd {
				animals += n
			}
		}
		farmers(s, func(h *economy.House) {
			land += float64(h.Land)
			grain += h.Grain.Held()
			money += float64(h.Purse.Held())
			joined += int(h.Joined)
			for _, n := range h.Herd {
				animals += float64(n)
			}
		})
		return land, animals, grain, money, joined
	}
	land, animals, grain, money, joined := sums()
	if joined == 0 {
		t.Fatal("nobody has joined")
	}
	s.Centre.Quota, s.Centre.Anger, s.Centre.Retreat = 20, 1, 1
	(&Kolkhoz{}).Leave(s)
	if c := &s.Centre; c.Quota != 0 || c.Anger != 0 || c.Retreat != 0 {
		t.Errorf("%v Mt are counted on that nobody owes, after a drive with anger %v and retreat %v", c.Quota, c.Anger, c.Retreat)
	}
	land2, animals2, grain2, money2, joined := sums()
	for name, pair := range map[string][2]float64{"land": {land, land2}, "animals": {animals, animals2}, "grain": {grain, grain2}, "money": {money, money2}} {
		if math.Abs(pair[0]-pair[1]) > 1e-5*pair[0] {
			t.Errorf("%s: %v before, %v after", name, pair[0], pair[1])
		}
	}
	if joined != 0 {
		t.Errorf("%d houses still belong to a collective", joined)
	}
	for k := range s.Village {
		if v := &s.Village[k]; v.Land > 1e-9 || v.Grain.Held() > 1e-9 || v.Quota != 0 || v.Anger != 0 {
			t.Errorf("village %d keeps %v Mha, %v Mt, a quota of %v, anger of %v", k, v.Land, v.Grain.Held(), v.Quota, v.Anger)
		}
	}
	farmers(s, func(h *economy.House) {
		if h.Land <= 0 {
			t.Errorf("a house has no land")
		}
	})
}

// A drive that nobody has joined yet leaves no rumour behind either: peasants
// would go on killing their animals for ever.
func TestADriveWithoutMembersEnds(t *testing.T) {
	_, s := country(24)
	for k := range s.Village {
		v := &s.Village[k]
		v.Land, v.Member, v.Rumour, v.Anger, v.Press, v.Quota = 0, 0, 0.5, 0.5, 0.5, 1
	}
	(&Kolkhoz{}).Leave(s)
	for k := range s.Village {
		if v := &s.Village[k]; v.Rumour != 0 || v.Anger != 0 || v.Press != 0 || v.Quota != 0 {
			t.Fatalf("village %d still fears %v, is angry by %v, pressed by %v and owes %v", k, v.Rumour, v.Anger, v.Press, v.Quota)
		}
	}
}

// Houses unlearn, once in a harvest, what they have lost to those who are gone,
// and where a tax is there whose rate is nothing.
func TestHousesForgetWhatNobodyTakes(t *testing.T) {
	f := Foresight{Remembered: 0.4, Learned: 0.6, Feared: 0.95}
	for name, year := range map[string]func(w *economy.World, s *economy.State){
		"nobody is there": f.Forget,
		"a tax of nothing": func(w *economy.World, s *economy.State) {
			(&Tax{TaxInKind: mechanism.TaxInKind{Rate: 1}, Foresight: f, Months: 4, Spread: 3.5}).Take(w, s, &Owners{})
		},
	} {
		w, s := country(12)
		decided := *w.Decided
		decided.FarmTax = scenario.Path{w.StartYear: 0}
		w.Decided = &decided
		before := grain(s)
		farmers(s, func(h *economy.House) { h.Taken = 0.5 })
		for range 12 {
			year(w, s)
			s.Month++
		}
		farmers(s, func(h *economy.House) {
			if math.Abs(float64(h.Taken)-0.2) > 1e-6 {
				t.Fatalf("%s: a house expects to lose %v after a year, want 0.2", name, h.Taken)
			}
		})
		if grain(s) != before {
			t.Errorf("%s: grain has been taken", name)
		}
	}
}
