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
	if r.Rounds == 0 {
		r.Rounds = councilRounds
	}
	if r.Tolerance == 0 {
		r.Tolerance = councilGoal
	}
	limits := capacities(t)
	level := make([][]float64, len(t.Periods))
	talks := &talks{ctx: ctx, r: r}
	var price, rent [][]float64
	for period := range t.Periods {
		a := newAssembly(t, period, limits[period], r.From)
		talks.hold(a)
		level[period] = a.level
		fit(t, level[period], limits[period])
		price = append(price, slices.Clone(talks.board.price[:t.N]))
		rent = append(rent, slices.Clone(talks.board.price[t.N:]))
	}
	p := heuristic(t, r, level, nil, nil)
	p.Price, p.Rent, p.Rounds = price, rent, talks.rounds
	if ctx.Err() != nil {
		p.Status = Stopped
	}
	p.Says = fmt.Sprintf("in %d rounds councils came within %.3g %% of each other on the product they agree least on", len(p.Rounds), 100*talks.worst)
	if talks.worst >= r.Tolerance {
		p.Says += fmt.Sprintf("; the goal was %.3g %%", 100*r.Tolerance)
	}
	p.Says += unbuilt(t)
	return p, nil
}

// talks are the rounds of one period after the other, with one board.
type talks struct {
	ctx    context.Context
	r      Request
	board  *board
	rounds []Round
	worst  float64 // imbalance with which a period ended
}

// hold holds the rounds of a period.
func (k *talks) hold(a *assembly) {
	if k.board == nil {
		k.board = newBoard(a.opening)
	}
	a.opening = slices.Clone(k.board.price)
	supply, demand := make([]float64, len(a.opening)), make([]float64, len(a.opening))
	var last Round
	for range k.r.Rounds {
		last = k.board.meet(a, supply, demand)
		k.rounds = append(k.rounds, last)
		if k.r.Progress != nil {
			k.r.Progress(Progress{Rounds: len(k.rounds), Residual: last.Imbalance, Gap: math.NaN(), Left: -1})
		}
		if last.Imbalance < k.r.Tolerance || k.ctx.Err() != nil {
			break
		}
	}
	k.worst = max(k.worst, last.Imbalance)
}
