package gosplan

import (
	"fmt"
	"testing"
)

// mostAllocations is what a month may allocate whatever its scale: what acts
// hand to other cores, and lists of people and houses that have grown too
// short. None of it is for each person, enterprise or cell.
const mostAllocations = 30

func TestAMonthAllocatesNextToNothing(t *testing.T) {
	for _, scale := range []int{100_000, 20_000} {
		t.Run(fmt.Sprintf("1:%d", scale), func(t *testing.T) {
			s := begin(t, "ussr", 1, scale, 0)
			until(t, s, 1936)
			for range 5 { // years, until there is one in which no decision problem is solved
				live(t, s, 3)
				solved := s.world.Policies.Len()
				got := testing.AllocsPerRun(7, func() { live(t, s, 1) })
				live(t, s, 1)
				if solved != s.world.Policies.Len() {
					continue
				}
				if got > mostAllocations {
					t.Errorf("a month allocates %.0f times, more than %d", got, mostAllocations)
				}
				return
			}
			t.Error("a problem is solved in every year, so that nothing could be measured")
		})
	}
}
