package plan

import (
	"context"
	"fmt"
	"math"
	"slices"

	"gosplan/production"
)

// Participatory planning (Albert and Hahnel 1991; Hahnel 2021): a facilitation
// board announces indicative prices, councils of workers and of consumers
// answer with what they would make, use and consume at them, and the board
// moves every price by its imbalance. Nobody else knows what a council can do.

// Numbers of the published procedure (Szczepanczyk's Pequod).
const (
	firstPrice    = 700.0
	steepness     = 1.05  // the largest change of a price in a round
	leastChange   = 0.001 // and the smallest
	mostPressure  = 0.25  // imbalance of the last round beyond which it makes no difference
	freePrice     = 0.01  // share of its first price at which what is left over counts as free
	councilRounds = 100
	councilGoal   = 0.05 // imbalance of the worst product at which councils are content
)

// councils answer prices: what is offered and asked for of every commodity.
type councils interface {
	propose(price, supply, demand []float64)
}

// A board announces prices and remembers how far apart proposals were.
type board struct {
	first    []float64
	price    []float64
	pressure []float64
}

func newBoard(price []float64) *board {
	return &board{slices.Clone(price), slices.Clone(price), slices.Repeat([]float64{mostPressure}, len(price))}
}

// meet is a round: councils propose, the board revises its prices.
//
//	κ = 1.05 − ½^(2|S−D|/(S+D)),  δ = max(0.001, min(κ, κ·pressure)),  p ← p(1 ∓ δ)
//
// where pressure is the imbalance of the round before, at most a quarter.
func (b *board) meet(c councils, supply, demand []float64) Round {
	c.propose(b.price, supply, demand)
	var r Round
	for i := range b.price {
		gap := imbalance(supply[i], demand[i])
		steep := steepness - math.Pow(0.5, gap)
		change := max(leastChange, min(steep, math.Abs(steep*b.pressure[i])))
		switch {
		case supply[i] > demand[i]:
			b.price[i] *= 1 - change
		case supply[i] < demand[i]:
			b.price[i] *= 1 + change
		}
		b.pressure[i] = min(gap, mostPressure)
		if supply[i] > demand[i] && b.price[i] < freePrice*b.first[i] {
			gap = 0
		}
		r.Imbalance = max(r.Imbalance, gap)
		r.Mean += gap / float64(len(b.price))
	}
	return r
}

// council plans by rounds of proposals on a table. Every technique has a
// council of its workers, all needs one of consumers; factors have no council,
// there is what there is. It goes on from Request.From's prices. Short is what
// the last proposals leave open, which stocks and queues would have to settle.
// Periods are negotiated one after the other, from the prices of the one
// before; nothing is built.
func council(ctx context.Context, t *production.Table, r Request) (*Plan, error) {
	rounds, goal := r.Rounds, r.Tolerance
	if rounds == 0 {
		rounds = councilRounds
	}
	if goal == 0 {
		goal = councilGoal
	}
	limits := capacities(t)
	p := &Plan{}
	level := make([][]float64, len(t.Periods))
	var b *board
	met := 0
	worst := 0.0
	for period := range t.Periods {
		a := newAssembly(t, period, limits[period], r.From)
		if b == nil {
			b = newBoard(a.opening)
		}
		a.opening = slices.Clone(b.price)
		supply, demand := make([]float64, len(b.price)), make([]float64, len(b.price))
		for range rounds {
			round := b.meet(a, supply, demand)
			p.Rounds = append(p.Rounds, round)
			if r.Progress != nil {
				r.Progress(Progress{Rounds: len(p.Rounds), Residual: round.Imbalance, Gap: math.NaN(), Left: -1})
			}
			if round.Imbalance < goal || ctx.Err() != nil {
				break
			}
		}
		level[period] = a.level
		fit(t, level[period], limits[period])
		p.Price, p.Rent = append(p.Price, slices.Clone(b.price[:t.N])), append(p.Rent, slices.Clone(b.price[t.N:]))
		last := p.Rounds[len(p.Rounds)-1].Imbalance
		worst = max(worst, last)
		if last < goal {
			met++
		}
	}
	out := heuristic(t, r, level, nil, nil)
	out.Price, out.Rent, out.Rounds = p.Price, p.Rent, p.Rounds
	if ctx.Err() != nil {
		out.Status = Stopped
	}
	out.Says = fmt.Sprintf("in %d rounds councils came within %.3g %% of each other on the product they agree least on", len(out.Rounds), 100*worst)
	if met < len(t.Periods) {
		out.Says += fmt.Sprintf("; the goal was %.3g %%", 100*goal)
	}
	out.Says += unbuilt(t)
	return out, nil
}
