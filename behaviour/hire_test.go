package behaviour

import (
	"math"
	"testing"

	"gosplan/economy"
)

// A house without land that has hands is paid in kind by those who have more
// land than hands, in the month of the harvest; nothing is lost or kept, and
// where nobody is paid it has nothing.
func TestHandsWithoutLandArePaidAtTheHarvest(t *testing.T) {
	for _, part := range []float64{0, 0.2} {
		w, s := country(6, 100_000)
		s.Month = harvest - 2
		p := Default()
		p.Hire.Part, p.Neighbours.Give = part, 0
		Farm(w, s, &p) // so that villages are counted
		s.Month++
		var poor []*economy.House
		var before float64
		for b := range s.Block {
			n := 0
			s.Block[b].Sum = economy.BlockSum{}
			for h := range s.Block[b].Villagers() {
				h.Hands = 2
				before += h.Grain.Held()
				if n++; n%10 == 0 {
					h.Land, h.Sown, h.Herd = 0, 0, [economy.Kinds]float32{}
					poor = append(poor, h)
					before -= h.Grain.Held()
					s.Audit.Use(economy.Grain, &h.Grain, h.Grain.Held())
				} else {
					h.Sown = h.Land
				}
			}
		}
		Farm(w, s, &p)
		paid, after := 0, 0.0
		for _, h := range poor {
			if h.Grain.Held() > 0 {
				paid++
			}
		}
		var made, used, left float64
		for b := range s.Block {
			made += s.Block[b].Sum.Tally[economy.Grain].Made
			used += s.Block[b].Sum.Tally[economy.Grain].Used
			for h := range s.Block[b].Villagers() {
				after += h.Grain.Held()
			}
			for r := range s.Block[b].Pool {
				for _, store := range s.Block[b].Pool[r].Hired {
					left += store.Held()
				}
			}
		}
		if want := part > 0; (paid == len(poor)) != want || (paid > 0) != want {
			t.Errorf("part %v: %d of %d houses without land have grain", part, paid, len(poor))
		}
		if left > 1e-12 {
			t.Errorf("part %v: %v is left unpaid", part, left)
		}
		if made <= 0 || math.Abs(before+made-used-after) > 1e-9 {
			t.Errorf("part %v: %v and %v made, less %v, left %v", part, before, made, used, after)
		}
	}
}
