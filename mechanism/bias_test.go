package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestHarvestBiasEstimate(t *testing.T) {
	for _, c := range []struct {
		name             string
		m                HarvestBias
		harvest, weather float64
		want             float64
	}{
		{"off: the truth, in a bad year too", HarvestBias{}, 60, 0.8, 60},
		{"bias alone", HarvestBias{Bias: 0.2}, 100, 1, 120},
		{"blind to the weather, the office sees a normal harvest", HarvestBias{Blind: 1}, 60, 0.6, 100},
		{"half blind, it sees half of the loss", HarvestBias{Blind: 0.5}, 60, 0.6, 80},
		{"half blind, it sees half of the bounty", HarvestBias{Blind: 0.5}, 120, 1.2, 110},
		{"in a normal year blindness does not show", HarvestBias{Blind: 1}, 75, 1, 75},
		{"both", HarvestBias{Bias: 0.25, Blind: 0.5}, 60, 0.6, 100},
		{"no crop at all is seen", HarvestBias{Bias: 0.25, Blind: 0.5}, 0, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Estimate(c.harvest, c.weather); !near(got, c.want) {
				t.Errorf("Estimate(%v, %v) = %v, want %v", c.harvest, c.weather, got, c.want)
			}
		})
	}
}

func TestHarvestBiasGivesHopeInBadYears(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[HarvestBias](t)
		harvest, weather := some(t, "harvest", 0, absurd), some(t, "weather", 0.01, 1)
		honest := HarvestBias{Bias: m.Bias}
		rises(t, "the blind see more than there is", honest.Estimate(harvest, weather), m.Estimate(harvest, weather))
		rises(t, "in good years they see less", m.Estimate(harvest, 2-weather), honest.Estimate(harvest, 2-weather))
		within(t, "estimate", m.Estimate(harvest, weather), 0, 2*harvest/weather)
		if got := (HarvestBias{}).Estimate(harvest, weather); got != harvest && !near(got, harvest) {
			t.Fatalf("without bias a harvest of %v is thought %v", harvest, got)
		}
	})
}
