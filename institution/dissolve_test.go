package institution

import (
	"math"
	"testing"

	"gosplan/behaviour"
	"gosplan/economy"
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
	(&Kolkhoz{}).Run(w, s, &p)
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
