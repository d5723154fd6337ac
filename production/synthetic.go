package production

import (
	"fmt"
	"math"

	"gosplan/linalg"
)

// factors names labour and equipment and, where there are several periods,
// says how equipment is built and wears out.
func (g generator) factors(t *Table) {
	t.Factors, t.FactorUnits = []string{"labour"}, []string{"hour"}
	for f := range g.Equipment {
		t.Factors = append(t.Factors, fmt.Sprintf("equipment %d", f+1))
		t.FactorUnits = append(t.FactorUnits, "machine hour")
	}
	if g.Periods == 1 {
		return
	}
	t.Gestation = make([]int, len(t.Factors))
	t.Depreciation = make([]float64, len(t.Factors))
	for f := 1; f < len(t.Factors); f++ {
		t.Gestation[f] = 1 + int(2*g.deck.Uniform(gestation, uint64(f), 0))
		t.Depreciation[f] = 0.04 + 0.08*g.deck.Uniform(wear, uint64(f), 0)
	}
	t.Build = g.buildings(len(t.Factors))
}

// buildings is what a unit of equipment is made of: up to twenty products
// worth two units in all. Labour cannot be built.
func (g generator) buildings(factors int) *linalg.Matrix {
	const parts, worth = 20, 2.0
	b := linalg.New(factors, g.Products)
	for f := 1; f < factors; f++ {
		for _, at := range spaced(g.Products, min(parts, g.Products), g.deck.Uniform(building, uint64(f), 0)) {
			b.Col = append(b.Col, at)
			b.Val = append(b.Val, worth/parts)
		}
		b.Start[f+1] = int64(len(b.Col))
	}
	return b
}

// spaced is k products, evenly spaced from a drawn beginning.
func spaced(n, k int, u float64) []int32 {
	at := make([]int32, k)
	for i := range at {
		at[i] = int32((float64(i) + u) * float64(n) / float64(k))
	}
	return at
}

// periods draws needs and capacities. A unit needed takes about two units of
// gross output, of the average technique.
func (g generator) periods(t *Table) {
	const gross = 2.1
	need := make([]float64, t.N)
	for i := range need {
		if g.deck.Uniform(final, uint64(i), 0) < 0.3 {
			need[i] = 100 * math.Exp(g.deck.Normal(final, uint64(i), 1))
		}
	}
	need[0] = 100 // so that something is needed in the smallest economy
	total := linalg.Sum(need)
	ones, use := make([]float64, t.Ways()), make([]float64, len(t.Factors))
	for w := range ones {
		ones[w] = gross * total / float64(t.Ways())
	}
	t.Use.TimesTransposed(ones, use)
	for f := range use {
		use[f] *= math.Exp(0.2 * g.deck.Normal(room, uint64(f), 0))
	}
	t.Periods = make([]Period, g.Periods)
	for p := range t.Periods {
		year := make([]float64, t.N)
		for i := range year {
			year[i] = need[i] * math.Pow(1+growth, float64(p))
		}
		t.Periods[p] = Period{Name: fmt.Sprintf("period %d", p+1), Need: year, Capacity: make([]float64, len(t.Factors))}
	}
	copy(t.Periods[0].Capacity, use)
	for p := 1; p < g.Periods; p++ {
		t.Periods[p].Capacity[0] = 0.01 * use[0]
	}
}
