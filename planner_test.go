package gosplan

import (
	"fmt"
	"testing"

	"gosplan/scenario"
)

// Whatever computes the plan, and whatever it is told, the economy lives on and
// its books balance; and it makes a difference who computes and what he knows.
func TestEveryPlannerInEveryPlannedEra(t *testing.T) {
	t.Parallel()
	for _, from := range snapshots() {
		if !inForce(t, from.era, "Plan.Ratchet") {
			continue
		}
		seen := map[string]string{from.hash[span]: "nobody"}
		for planner := 1.0; planner <= 4; planner++ {
			for truth := range 2 {
				name := fmt.Sprintf("planner %g, truth %d, in %s", planner, truth, from.era)
				s := from.resumed(t, func(sc *scenario.Scenario) {
					sc.Set = scenario.Changes{"Plan.Planner": planner, "Plan.Truth": float64(truth), "Supply.Truth": float64(truth)}
				})
				report(t, name, lived(s, span))
				if other, same := seen[s.Hash()]; same {
					t.Errorf("%s lives exactly as %s", name, other)
				}
				seen[s.Hash()] = name
			}
		}
	}
}

// Where nobody computes, what a computed plan would know changes nothing.
func TestTruthIsForComputedPlans(t *testing.T) {
	from := found(t, "sales-profit-1965")
	s := from.resumed(t, func(sc *scenario.Scenario) {
		sc.Set = scenario.Changes{"Plan.Truth": 1, "Plan.Reach": 0.5, "Plan.Delay": 0.5, "Plan.Forget": 1, "Plan.Hoard": 3}
	})
	live(t, s, span)
	if s.Hash() != from.hash[span] {
		t.Error("the economy lives otherwise")
	}
}
