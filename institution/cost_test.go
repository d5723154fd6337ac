package institution

import (
	"testing"

	"gosplan/economy"
)

// Who has just come to a branch that hardly ran did not make what little there
// was: labour costs rise as output falls, without a step, up to where it hardly runs.
func TestDormantBranchCostsNoMoreThanOneThatHardlyRuns(t *testing.T) {
	const could, posts, wage = 12.0, 2e6, 5000.0
	full := 12 * wage * posts / could
	for _, c := range []struct {
		name       string
		made, want float64
	}{
		{"in full use", could, full},
		{"in half use", could / 2, 2 * full},
		{"just above", 0.125 * could, 8 * full},
		{"hardly runs", 0.1 * could, 10 * full},
		{"a little less", 0.09 * could, 10 * full},
		{"hardly anything", 1e-12, 10 * full},
		{"nothing keeps what it was", 0, 7},
	} {
		s := &economy.State{Enterprise: []economy.Enterprise{{Good: economy.Construction, Wage: wage, Staff: posts, Posts: posts / 1e6, Rated: could / 12, Shape: 1}}}
		s.Centre.MeanWage = wage
		b := &s.Branch[economy.Construction]
		b.LastYear, b.Unit = c.made, 7
		(&Prices{PricesPractice: PricesPractice{Overhead: 1, Dormant: 0.1}}).cost(s)
		if got := b.Unit; got < c.want*(1-1e-9) || got > c.want*(1+1e-9) {
			t.Errorf("%s: %g a unit, want %g", c.name, got, c.want)
		}
	}
}
