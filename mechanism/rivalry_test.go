package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestRivalryShare(t *testing.T) {
	usual := Rivalry{Most: 0.65, Base: 0.02, Response: 0.2, War: 0.4}
	for _, c := range []struct {
		name        string
		m           Rivalry
		threat, war float64
		want        float64
	}{
		{"off: nothing is spent, in war neither", Rivalry{}, 1, 1, 0},
		{"peace and no threat", usual, 0, 0, 0.02},
		{"half a threat", usual, 0.5, 0, 0.12},
		{"full threat", usual, 1, 0, 0.22},
		{"total war", usual, 1, 1, 0.62},
		{"people must eat in any war", Rivalry{Most: 0.65, Base: 0.1, Response: 0.5, War: 0.8}, 1, 1, 0.65},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Share(c.threat, c.war); !near(got, c.want) {
				t.Errorf("Share(%v, %v) = %v, want %v", c.threat, c.war, got, c.want)
			}
		})
	}
}

func TestRivalryAnswersThreatAndWar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Rivalry](t)
		calm, tense := two(t, "threat", 0, absurd)
		peace, war := two(t, "war", 0, absurd)
		at := m.Share(calm, peace)
		within(t, "share of GDP", at, 0, m.Most)
		rises(t, "more threat, fewer arms", at, m.Share(tense, peace))
		rises(t, "war, fewer arms", at, m.Share(calm, war))
	})
}
