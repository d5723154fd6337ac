package institution

import (
	"math"
	"testing"

	"gosplan/economy"
)

// Who leaves a kolkhoz one after the other within a month has a like share of land,
// of what is sown on it and of animals.
func TestWhoLeavesInTurnHasALikeShare(t *testing.T) {
	s := &economy.State{Village: make([]economy.Village, 1)}
	s.Centre.Weight = 0.5
	v := &s.Village[0]
	v.Members, v.Land, v.Sown, v.Herd = 0.5*4*8, 80, 60, [economy.Kinds]float64{8, 16, 4, 40}
	i := &Kolkhoz{}
	for n := range 8 {
		h := economy.House{Members: 4, Joined: 1}
		i.leave(s, &h, v)
		if math.Abs(float64(h.Land)-10) > 1e-4 || math.Abs(float64(h.Sown)-7.5) > 1e-4 || math.Abs(float64(h.Herd[economy.Cattle])-2) > 1e-4 || h.Joined != 0 {
			t.Errorf("house %d leaves with %v of land, %v sown, %v cattle; want 10, 7.5 and 2", n, h.Land, h.Sown, h.Herd[economy.Cattle])
		}
	}
	if math.Abs(v.Land) > 1e-9 || math.Abs(v.Sown) > 1e-9 || math.Abs(v.Members) > 1e-9 {
		t.Errorf("%v of land, %v sown and %v members are left when all have gone", v.Land, v.Sown, v.Members)
	}
}
