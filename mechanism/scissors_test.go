package mechanism

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestScissorsMarketed(t *testing.T) {
	usual := Scissors{Share: 0.8, Elasticity: 2, Response: 1}
	for _, c := range []struct {
		name            string
		m               Scissors
		ratio, shortage float64
		want            float64
	}{
		{"off: manufactures are always cheap, all surplus is sold", Scissors{Share: 0.8, Elasticity: 2}, 3, 0.9, 1},
		{"the prices of 1913 and full shops", usual, 1, 0, 0.8},
		{"manufactures three times as dear", usual, 3, 0, 1 / 1.75},
		{"half of purchases fails, as if twice as dear", usual, 1, 0.5, 1 / 1.5},
		{"empty shops leave one visit in twenty", usual, 1, 1, 1 / 6.},
		{"manufactures for nothing", usual, 0, 0, 1},
		{"at elasticity one the terms do not matter", Scissors{Share: 0.8, Elasticity: 1, Response: 1}, 3, 0.5, 0.8},
		{"half of the terms are felt", Scissors{Share: 0.8, Elasticity: 2, Response: 0.5}, 2, 0, 0.8},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Marketed(c.ratio, c.shortage); !near(got, c.want) {
				t.Errorf("Marketed(%v, %v) = %v, want %v", c.ratio, c.shortage, got, c.want)
			}
		})
	}
}

func TestScissorsCloseTheBarnWhenManufacturesAreDear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Scissors](t) // elasticities above one
		cheap, dear := two(t, "ratio", 0, absurd)
		full, empty := two(t, "shortage", 0, 1)
		rises(t, "dearer goods, more sold", m.Marketed(dear, full), m.Marketed(cheap, full))
		rises(t, "emptier shops, more sold", m.Marketed(dear, empty), m.Marketed(dear, full))
		within(t, "marketed share", m.Marketed(dear, empty), 0, 1)
	})
}

// The trap: with an elasticity below one, as some write it down, peasants
// would sell more the worse the terms are. The range of the parameter keeps
// out of it.
func TestScissorsTurnRoundBelowElasticityOne(t *testing.T) {
	trap := Scissors{Share: 0.7, Elasticity: 0.9, Response: 1}
	if !(trap.Marketed(3, 0) > trap.Marketed(1, 0)) || !(trap.Marketed(1, 0.5) > trap.Marketed(1, 0)) {
		t.Error("below one, worse terms must raise what is sold")
	}
}

// No division of the surplus is worth more to the household than the one
// chosen: CES preferences over own food and manufactures, tried on a grid.
func TestScissorsIsTheHouseholdsBest(t *testing.T) {
	const step = 0.0005
	rapid.Check(t, func(t *rapid.T) {
		m := Scissors{Share: some(t, "share", 0.5, 0.95), Elasticity: some(t, "elasticity", 1.2, 5), Response: 1}
		ratio, shortage := some(t, "ratio", 0.5, 4), some(t, "shortage", 0, 0.8)
		price, s := ratio/(1-shortage), m.Elasticity
		worth := func(sold float64) float64 {
			food, goods := 1-sold, sold/price
			return math.Pow(1-m.Share, 1/s)*math.Pow(food, (s-1)/s) + math.Pow(m.Share, 1/s)*math.Pow(goods, (s-1)/s)
		}
		best := 0.0
		for sold := 0.0; sold <= 1; sold += step {
			if worth(sold) > worth(best) {
				best = sold
			}
		}
		within(t, "sold", m.Marketed(ratio, shortage), best-step, best+step)
	})
}
