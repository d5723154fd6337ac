package plan

import (
	"context"
	"fmt"
	"math"
	"slices"

	"gosplan/mechanism"
	"gosplan/production"
)

// Participatory planning (Albert and Hahnel 1991; Hahnel 2021): a facilitation
// board announces indicative prices, councils of workers and of consumers
// answer with what they would make, use and consume at them, and the board
// moves every price by its imbalance. Nobody else knows what a council can do.

// Numbers of the published procedure (Szczepanczyk's Pequod).
const (
	firstPrice    = 700.0
	freePrice     = 0.01 // share of its first price at which what is left over counts as free
	councilRounds = 100
)

// rule is how prices move.
var rule = mechanism.PublishedIndicative()

// councils answer prices: what is offered and asked for of every commodity.
type councils interface {
	propose(price, supply, demand []float64)
}

// A board announces prices and remembers how far apart proposals were.
type board struct {
	first []float64
	price []float64
	last  []float64 // imbalance of the round before
}

func newBoard(price []float64) *board {
	return &board{slices.Clone(price), slices.Clone(price), slices.Repeat([]float64{rule.Pressure}, len(price))}
}

// meet is a round: councils propose, the board revises its prices.
func (b *board) meet(c councils, supply, demand []float64) Round {
	c.propose(b.price, supply, demand)
	var r Round
	for i := range b.price {
		gap := mechanism.Imbalance(supply[i], demand[i])
		b.price[i] = rule.Revised(b.price[i], supply[i], demand[i], b.last[i])
		b.last[i] = gap
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
		r.Tolerance = rule.Content
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
