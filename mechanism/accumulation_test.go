package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestAccumulationGrowth(t *testing.T) {
	usual := Accumulation{Base: 0.06, Profit: 0.4, Normal: 0.1, Press: 0.3, Use: 0.9, Slump: 0.3, Boom: 0.2, Most: 0.2}
	for _, c := range []struct {
		name                string
		m                   Accumulation
		profit, sales, want float64
	}{
		{"off: nobody builds", Accumulation{}, 0.5, 1, 0},
		{"usual profit and sales", usual, 0.1, 0.9, 0.06},
		{"more profit draws", usual, 0.2, 0.9, 0.10},
		{"sales press on plant", usual, 0.1, 1.0, 0.09},
		{"a boom has an end", usual, 0.1, 5, 0.12},
		{"losses end it", usual, -0.5, 0.5, 0},
		{"growth has an end", usual, 5, 1, 0.2},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Growth(c.profit, c.sales); !near(got, c.want) {
				t.Errorf("Growth(%v, %v) = %v, want %v", c.profit, c.sales, got, c.want)
			}
		})
	}
}

func TestAccumulationDeepensWhereLabourIsDear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Accumulation](t)
		low, high := two(t, "wage", 0.01, 100)
		rises(t, "dearer labour, more capital", m.Deepening(low, 1), m.Deepening(high, 1))
		rises(t, "more capital, less need of it", m.Deepening(low, high), m.Deepening(low, low))
	})
	if got := (Accumulation{Deepen: 0.1, Plant: 1.5}).Deepening(1.5, 1); !near(got, 0) {
		t.Errorf("at the price of reference plant deepens by %v", got)
	}
}
