package mechanism

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestIndicativePriceIsThePublishedOne(t *testing.T) {
	m := PublishedIndicative()
	for _, c := range []struct {
		name                 string
		supply, demand, last float64
		want                 float64
	}{
		{"balance leaves a price alone", 10, 10, 0.25, 100},
		{"nobody makes it: κ = 0.8, a quarter of it", 0, 10, 1, 120},
		{"nobody wants it", 10, 0, 1, 80},
		{"a tenth too much, as much before: κ = 1.05 − 0.9330", 10.5, 9.5, 0.1, 100 * (1 - 0.1*(1.05-math.Pow(0.5, 0.1)))},
		{"what has just come near balance moves a thousandth", 10.5, 9.5, 0, 99.9},
	} {
		if got := m.Revised(100, c.supply, c.demand, c.last); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestIndicativeAbsentMovesNothing(t *testing.T) {
	if got := (Indicative{}).Revised(7, 1, 2, 1); got != 7 {
		t.Errorf("7 becomes %v where nobody revises", got)
	}
}

// Prices go where they are called for, and stay prices.
func TestIndicativePricesAnswer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := PublishedIndicative()
		few, many := two(t, "demand", 0, 1e6)
		supply, last := some(t, "supply", 0, 1e6), some(t, "last", 0, 2)
		if supply >= few && supply <= many {
			rises(t, "more is asked for", m.Revised(1, supply, few, last), m.Revised(1, supply, many, last))
		}
		within(t, "price", m.Revised(1, supply, many, last), 0.7, 1.3)
	})
}

// A market of one good with elastic answers is cleared from any price.
func TestIndicativePricesClear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := PublishedIndicative()
		price, last := some(t, "first price", 0.1, 10), m.Pressure
		rounds := 0
		for ; rounds < 200; rounds++ {
			supply, demand := price, 1/price
			if last = Imbalance(supply, demand); last < m.Content {
				break
			}
			price = m.Revised(price, supply, demand, last)
		}
		if rounds == 200 {
			t.Fatalf("not cleared: %v at %v", last, price)
		}
	})
}
