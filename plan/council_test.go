package plan

import (
	"context"
	"math"
	"slices"
	"testing"

	"gosplan/linalg"
	"gosplan/production"
)

// The published procedure on the published kind of economy: rounds until every
// good is within 10, 5 and 3 %, in a first year and in one a little changed.
// Hahnel 2021 reports means of 7.7, 11.2 and 19.3 and then 4.0, 5.2 and 9.0;
// the ranges of the first year are of single experiments.
func TestSocietyTakesAsManyRoundsAsPublished(t *testing.T) {
	const seeds = 12
	goals := []float64{0.10, 0.05, 0.03}
	published := [2][3]float64{{7.7, 11.2, 19.3}, {4.0, 5.2, 9.0}}
	single := [2][3][2]int{{{6, 9}, {9, 13}, {15, 23}}, {{3, 7}, {5, 9}, {7, 12}}}
	var mean [2][3]float64
	for seed := range uint64(seeds) {
		s := NewSociety(seed+1, 10, 3000, 3000)
		for year := range mean {
			rounds := s.Negotiate(goals[2], 200)
			for g, goal := range goals {
				met := 1 + slices.IndexFunc(rounds, func(r Round) bool { return r.Imbalance < goal })
				if met < single[year][g][0] || met > single[year][g][1] {
					t.Errorf("seed %d, year %d: %d rounds to %g, of experiments %v", seed+1, year+1, met, goal, single[year][g])
				}
				mean[year][g] += float64(met) / seeds
			}
			s.NextYear()
		}
	}
	for year := range mean {
		for g, want := range published[year] {
			if got := mean[year][g]; got < want-0.5 || got > want+0.5 {
				t.Errorf("year %d, %g: %.2f rounds, published %.1f", year+1, goals[g], got, want)
			}
		}
	}
}

// A worker council's answer is its best: no other inputs and effort pay more.
func TestWorkersProposeTheirBest(t *testing.T) {
	s := NewSociety(5, 10, 30, 30)
	price := slices.Repeat([]float64{firstPrice}, kinds*10)
	for i := range price {
		price[i] *= 0.5 + float64(i%7)/5
	}
	for i := range s.worker {
		w := &s.worker[i]
		supply, demand := make([]float64, len(price)), make([]float64, len(price))
		w.propose(price, supply, demand)
		effort := effortOf(w, price, supply[w.makes])
		best := w.gain(price, demand, effort)
		for _, by := range []float64{0.99, 1.01} {
			for _, at := range w.input {
				other := slices.Clone(demand)
				other[at] *= by
				if w.gain(price, other, effort) > best {
					t.Fatalf("council %d would rather use %g of input %d", i, by, at)
				}
			}
			if w.gain(price, demand, effort*by) > best {
				t.Fatalf("council %d would rather work %g as hard", i, by)
			}
		}
	}
}

// A table's councils come within the goal, and stay there next year.
func TestCouncilsOfATable(t *testing.T) {
	for seed := range uint64(6) {
		table := workshop(seed, 30, 1+int(seed%3))
		first, err := council(context.Background(), table, Request{Task: Council})
		if err != nil {
			t.Fatal(err)
		}
		if last := first.Rounds[len(first.Rounds)-1]; last.Imbalance >= rule.Content {
			t.Errorf("seed %d: %v after %d rounds", seed, last.Imbalance, len(first.Rounds))
		}
		again, err := council(context.Background(), table, Request{Task: Council, From: first})
		if err != nil {
			t.Fatal(err)
		}
		if len(again.Rounds) >= len(first.Rounds) {
			t.Errorf("seed %d: %d rounds at first and %d from there", seed, len(first.Rounds), len(again.Rounds))
		}
		k := newTally(table)
		k.count(table, first.Level[0])
		if k.busy[0] > table.Periods[0].Capacity[0]*(1+1e-12) {
			t.Errorf("seed %d: %v hours of %v", seed, k.busy[0], table.Periods[0].Capacity[0])
		}
	}
}

// What only techniques need, and at the end of a chain, comes to be made.
func TestCouncilsMakeWhatOnlyTechniquesNeed(t *testing.T) {
	table := &production.Table{N: 4, Makes: []int32{0, 1, 2, 3}, Factors: []string{"labour"},
		Input:   linalg.FromRows([][]float64{{0, 0.5, 0, 0}, {0, 0, 0.5, 0}, {0, 0, 0, 0.5}, {0, 0, 0, 0}}, 4),
		Use:     linalg.FromRows([][]float64{{1}, {1}, {1}, {1}}, 1),
		Periods: []production.Period{{Need: []float64{100, 0, 0, 0}, Capacity: []float64{200}}}}
	p, err := council(context.Background(), table, Request{Rounds: 400})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []float64{106, 53, 27, 13} { // 200 hours, 1.875 to a unit of the first
		if got := p.Level[0][i]; got < 0.9*want || got > 1.1*want {
			t.Errorf("levels %v", p.Level[0])
			break
		}
	}
}

// What costs more is made by the dearer technique no more.
func TestCouncilsLeaveTheDearerWay(t *testing.T) {
	table := &production.Table{N: 1, Makes: []int32{0, 0}, Input: linalg.FromRows([][]float64{{0.1}, {0.1}}, 1), Factors: []string{"labour"},
		Use: linalg.FromRows([][]float64{{1}, {2}}, 1), Periods: []production.Period{{Need: []float64{90}, Capacity: []float64{150}}}}
	p, err := council(context.Background(), table, Request{Rounds: 400, Tolerance: 1e-3})
	if err != nil {
		t.Fatal(err)
	}
	if p.Level[0][1] > 0.01*p.Level[0][0] {
		t.Errorf("levels %v", p.Level[0])
	}
}

// The board's change of a price, by hand.
func TestPriceChange(t *testing.T) {
	for _, c := range []struct{ supply, demand, pressure, want float64 }{
		{100, 100, 0.25, 100},                        // in balance
		{100, 300, 0.25, 100 * (1 + (1.05-0.5)*.25)}, // imbalance 1
		{300, 100, 0.25, 100 * (1 - (1.05-0.5)*.25)},
		{100, 101, 0.002, 100 * 1.001}, // the least
	} {
		b := newBoard([]float64{100})
		b.last[0] = c.pressure
		b.meet(fixed{c.supply, c.demand}, make([]float64, 1), make([]float64, 1))
		if !about(b.price[0], c.want, 1e-12) {
			t.Errorf("%v against %v: %v, want %v", c.supply, c.demand, b.price[0], c.want)
		}
	}
}

// fixed proposes the same at any price.
type fixed struct{ supply, demand float64 }

func (f fixed) propose(_, supply, demand []float64) { supply[0], demand[0] = f.supply, f.demand }

// effortOf is the effort that goes with an output proposed.
func effortOf(w *worker, price []float64, output float64) float64 {
	return math.Pow(price[w.makes]*w.c*output/w.k, 1/w.k)
}

// gain is what a council maximises.
func (w *worker) gain(price, input []float64, effort float64) float64 {
	output, cost := w.a*math.Pow(effort, w.c), math.Pow(effort, w.k)
	for i, at := range w.input {
		output *= math.Pow(input[at], w.exponent[i])
		cost += price[at] * input[at]
	}
	return price[w.makes]*output - cost
}
