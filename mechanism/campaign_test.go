package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestCampaignPress(t *testing.T) {
	for _, c := range []struct {
		name          string
		m             Campaign
		order, joined float64
		want          float64
	}{
		{"off: no pressure whatever is ordered", Campaign{}, 1, 0, 0},
		{"far from the order", Campaign{Push: 2}, 0.8, 0.3, 1},
		{"the order is fulfilled", Campaign{Push: 2}, 0.8, 0.8, 0},
		{"overshot, nobody is pressed out", Campaign{Push: 2}, 0.5, 0.9, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Press(c.order, c.joined); !near(got, c.want) {
				t.Errorf("Press(%v, %v) = %v, want %v", c.order, c.joined, got, c.want)
			}
		})
	}
}

func TestCampaignPressureEasesAsVillagesJoin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Campaign](t)
		order := some(t, "order", 0, 1)
		before, after := two(t, "joined", 0, 1)
		rises(t, "pressure grew with what had joined", m.Press(order, after), m.Press(order, before))
		within(t, "pressure", m.Press(order, before), 0, m.Push)
	})
}
