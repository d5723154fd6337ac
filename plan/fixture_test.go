package plan

import (
	"math"

	"gosplan/draw"
	"gosplan/linalg"
	"gosplan/production"
)

var askFixture = draw.Ask("test.table")

// workshop is a random table: every product is made by some techniques with
// column sums of inputs below 0.6, out of labour and one kind of machine.
func workshop(seed uint64, products, ways int) *production.Table {
	deck := draw.Deck{Seed: seed}
	k := 0
	luck := func() float64 { k++; return deck.Uniform(askFixture, uint64(k), 0) }
	t := &production.Table{N: products, Factors: []string{"labour", "machines"}}
	var inputs, uses [][]float64
	p := production.Period{Need: make([]float64, products)}
	for i := range products {
		p.Need[i] = 1 + 9*luck()
		for range ways {
			row := make([]float64, products)
			sum := 0.0
			for range 4 {
				j := int(luck() * float64(products))
				row[j] += luck()
			}
			for _, v := range row {
				sum += v
			}
			for j := range row {
				row[j] *= (0.3 + 0.3*luck()) / sum
			}
			inputs = append(inputs, row)
			uses = append(uses, []float64{0.5 + luck(), 0.2 * luck()})
			t.Makes = append(t.Makes, int32(i))
		}
	}
	t.Input, t.Use = linalg.FromRows(inputs, products), linalg.FromRows(uses, 2)
	b := newBooks(&production.Table{N: products, Makes: t.Makes, Input: t.Input, Periods: []production.Period{p}}, 0, nil)
	for range 200 {
		b.balance()
	}
	tally := newTally(t)
	tally.count(t, b.level)
	p.Capacity = []float64{tally.busy[0], math.Inf(1)}
	t.Periods = []production.Period{p}
	return t
}
