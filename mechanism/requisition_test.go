package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestRequisitionTaken(t *testing.T) {
	for _, c := range []struct {
		name                       string
		m                          Requisition
		order, grain, seed, people float64
		want                       float64
	}{
		{"off: nothing is taken", Requisition{}, 1, 5, 0.5, 5, 0},
		{"all that is above seed and norm", Requisition{Reach: 1, Norm: 0.2}, 1, 5, 1, 5, 3},
		{"detachments find half of it", Requisition{Reach: 0.5, Norm: 0.2}, 1, 5, 1, 5, 1.5},
		{"leaders demand half of it", Requisition{Reach: 1, Norm: 0.2}, 0.5, 5, 1, 5, 1.5},
		{"the poor have nothing above the norm", Requisition{Reach: 1, Norm: 0.2}, 1, 1.5, 1, 5, 0},
		{"nothing is ordered", Requisition{Reach: 1, Norm: 0.2}, 0, 5, 1, 5, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Taken(c.order, c.grain, c.seed, c.people); !near(got, c.want) {
				t.Errorf("Taken(%v, %v, %v, %v) = %v, want %v", c.order, c.grain, c.seed, c.people, got, c.want)
			}
		})
	}
}

func TestRequisitionLeavesSeedAndNorm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Requisition](t)
		order, seed, people := some(t, "order", 0, 1), some(t, "seed", 0, 1e6), some(t, "people", 0, 1e6)
		less, more := two(t, "grain", 0, 1e6)
		taken := m.Taken(order, more, seed, people)
		rises(t, "more grain, less taken", m.Taken(order, less, seed, people), taken)
		within(t, "taken", taken, 0, more)
		if left := more - taken; taken > 0 && left < seed+m.Norm*people-1e-6 {
			t.Fatalf("%v is left, less than seed %v and the norm for %v people", left, seed, people)
		}
	})
}

// Who harvests a unit more keeps the less of it, the further detachments
// reach; that is why he sows less.
func TestRequisitionTaxesTheLastUnitBySomeShare(t *testing.T) {
	m := Requisition{Reach: 0.9, Norm: 0.2}
	for _, order := range []float64{0, 0.5, 1} {
		if kept := 1 - (m.Taken(order, 6, 1, 5) - m.Taken(order, 5, 1, 5)); !near(kept, 1-0.9*order) {
			t.Errorf("at order %v a unit more leaves %v of it, want %v", order, kept, 1-0.9*order)
		}
	}
}
