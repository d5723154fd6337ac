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

// Farm goods count in costs at what enterprises pay for them, margin included, and at
// what farms are offered before anybody has named a price for enterprises.
func TestFarmGoodsCostWhatIsPaid(t *testing.T) {
	for _, c := range []struct{ offered, paid, want float64 }{{100, 105, 105}, {100, 0, 100}} {
		s := &economy.State{Enterprise: []economy.Enterprise{{Good: economy.Consumer, Wage: 0, Staff: 1, Posts: 1, Rated: 1, Shape: 1}}}
		s.Terms.Offer[economy.Grain], s.Branch[economy.Grain].Price = c.offered, c.paid
		b := &s.Branch[economy.Consumer]
		b.LastYear = 1
		(&Prices{PricesPractice: PricesPractice{Overhead: 1}}).cost(s)
		if want := economy.Needs[economy.Consumer][economy.Grain] * c.want; b.Unit != want {
			t.Errorf("offered %v, paid %v: a unit costs %v, want %v", c.offered, c.paid, b.Unit, want)
		}
	}
}
