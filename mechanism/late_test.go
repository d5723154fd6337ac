package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestLateDeliveryChance(t *testing.T) {
	usual := LateDelivery{Load: 0.2, Reference: 40000}
	for _, c := range []struct {
		name                    string
		m                       LateDelivery
		enterprises, experience float64
		want                    float64
	}{
		{"off: the office delays nothing", LateDelivery{}, 40000, 0, 0},
		{"as many enterprises as the reference", usual, 40000, 0, 0.2},
		{"sixteen times as many, twice as late", usual, 640000, 0, 0.4},
		{"half of the trouble is learned away", usual, 40000, 0.5, 0.1},
		{"who knows everything delays nothing", usual, 40000, 1, 0},
		{"nobody to supply", usual, 0, 0, 0},
		{"some deliveries come in any chaos", LateDelivery{Load: 1, Reference: 1000}, 1e9, 0, 0.9},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Chance(c.enterprises, c.experience); !near(got, c.want) {
				t.Errorf("Chance(%v, %v) = %v, want %v", c.enterprises, c.experience, got, c.want)
			}
		})
	}
}

func TestLateDeliveryGrowsWithTheEconomy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[LateDelivery](t)
		few, many := two(t, "enterprises", 0, absurd)
		green, wise := two(t, "experience", 0, m.Most)
		rises(t, "more enterprises, fewer late", m.Chance(few, green), m.Chance(many, green))
		rises(t, "more experience, more late", m.Chance(many, wise), m.Chance(many, green))
		within(t, "share late", m.Chance(many, green), 0, 0.9)
	})
}
