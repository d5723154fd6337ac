package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestCrisisParts(t *testing.T) {
	usual := Crisis{Hunger: 1.2, Barns: 1.5, Unrest: 0.5, Weakness: 2.5, Slowness: 1, Queues: 1, Growth: 0.03, Worst: 1.2, Used: 0.08}
	for _, c := range []struct {
		name                                  string
		m                                     Crisis
		hunger, barns, unrest, threat, growth float64
		failed                                float64
		want                                  [6]float64
	}{
		{"off: nothing is a crisis", Crisis{}, 1, 1, 1, 1, -1, 1, [6]float64{}},
		{"all is well", usual, 0, 0, 0, 0, 0.03, 0.08, [6]float64{}},
		{"bread, grain and rebellion", usual, 0.5, 0.4, 0.2, 0, 0.05, 0, [6]float64{0.6, 0.6, 0.1}},
		{"no growth", usual, 0, 0, 0, 0, 0, 0, [6]float64{4: 1}},
		{"ruin is no worse than that", usual, 0, 0, 0, 0, -0.5, 0, [6]float64{4: 1.2}},
		{"rivals and queues", usual, 0, 0, 0, 0.2, 0.05, 0.18, [6]float64{3: 0.5, 5: 0.1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := c.m.Parts(c.hunger, c.barns, c.unrest, c.threat, c.growth, c.failed)
			for i := range got {
				if !near(got[i], c.want[i]) {
					t.Errorf("part %d is %v, want %v", i, got[i], c.want[i])
				}
			}
		})
	}
}

func TestCrisisDeepensWithEveryTrouble(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Crisis](t)
		better, worse := two(t, "trouble", 0, 1)
		sum := func(trouble, growth float64) (all float64) {
			for _, part := range m.Parts(trouble, trouble, trouble, trouble, growth, trouble) {
				all += part
			}
			return all
		}
		rises(t, "more trouble, less crisis", sum(better, 0), sum(worse, 0))
		slow, fast := two(t, "growth", -1, 1)
		rises(t, "less growth, less crisis", sum(better, fast), sum(better, slow))
	})
}
