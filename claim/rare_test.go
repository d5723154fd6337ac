package claim

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"gosplan/measure"
	"gosplan/series"
)

// happened makes runs of two arms that count events: in a share of the pairs
// one more happens in the first arm.
func happened(pairs int, share float64, r *rand.Rand) *Runs {
	runs := &Runs{Of: map[string][]*Figures{}}
	for range pairs {
		base := float64(r.IntN(3))
		more := base
		if r.Float64() < share {
			more++
		}
		for arm, v := range map[string]float64{"hard": more, "plan": base} {
			log := &series.Log{}
			log.Add(measure.Find("foreign_revolutions"), series.Nation, 1930, 0, v)
			runs.Of[arm] = append(runs.Of[arm], FiguresOf(log))
		}
	}
	return runs
}

func counting(t *testing.T, smallest float64) *Test {
	t.Helper()
	r, err := Read(fmt.Appendf(nil, `
version: 1
pairs: 8
scale: 400000
theories: {TK: The essay}
arms: {plan: {scenario: ussr}, hard: {scenario: ussr, without: [Bank.Soft]}}
claims:
  - {number: E1, claim: It does., where: opening, tests: [{ask: "?", compare: hard - plan, statistic: "max(foreign_revolutions, 1930, 1930)", unit: countries, smallest: %v, predicts: {TK: "+"}}]}
`, smallest))
	if err != nil {
		t.Fatal(err)
	}
	return &r.Claims[0].Tests[0]
}

func TestWhatNoPairShows(t *testing.T) {
	for _, c := range []struct {
		name     string
		pairs    int
		smallest float64
		same     bool // one scenario on both sides
		want     Sign
	}{
		{"eight pairs without an event", 8, 0.15, false, Unknown},
		{"sixty-four", 64, 0.15, false, None},
		{"sixty-four, and one event in fifty would count", 64, 0.02, false, Unknown},
		{"a placebo", 8, 0.15, true, None},
	} {
		test := counting(t, c.smallest)
		runs := happened(c.pairs, 0, rand.New(rand.NewPCG(1, 1)))
		if c.same {
			runs.Of["hard"] = runs.Of["plan"]
		}
		got := Results([]*Test{test}, runs, 0)[test]
		if got.Found != c.want || got.Effect.Mean != 0 || (got.Effect.High == 0) != c.same || (got.Effect.Low == 0) != c.same {
			t.Errorf("%s: %s %+v", c.name, got.Found, got.Effect)
		}
	}
}

// Events that part pairs often enough to count are called none no more often
// than at the level of the test, and are found when they are frequent.
func TestRareEventsAtTheirRates(t *testing.T) {
	const trials = 400
	r := rand.New(rand.NewPCG(2, 3))
	for _, pairs := range []int{8, 16, 64} {
		test := counting(t, 0.15)
		none, found := 0, 0
		for range trials {
			if Results([]*Test{test}, happened(pairs, 0.15, r), 0)[test].Found == None {
				none++
			}
			if Results([]*Test{test}, happened(pairs, 0.6, r), 0)[test].Found == Above {
				found++
			}
		}
		if share := float64(none) / trials; share > 0.10 {
			t.Errorf("%d pairs: an effect at the margin is called none in %.0f %% of trials", pairs, 100*share)
		}
		if pairs >= 16 && float64(found)/trials < 0.9 {
			t.Errorf("%d pairs: events in six of ten are found in %d of %d trials", pairs, found, trials)
		}
	}
}
