package plan

import (
	"context"
	"fmt"
	"math"
)

// Numbers of Cockshott's programme (5yearplan, 2018).
const (
	useWeight      = 5    // of a means of production's marginal harmony, that in its best use against its own
	temperature    = 0.23 // speed of moving outputs to the mean harmony
	reallocation   = 0.4  // and of moving techniques to where harmony is gained, over that
	capacityTarget = 0.98 // use of the scarcest resource
	firstIntensity = 0.1  // of every technique, over what balances say
)

// boundTolerance is how sharp the bound is that the result is held against.
const boundTolerance = 1e-3

// A harmoniser moves intensities as Cockshott's programme does. Commodities
// without a need are its non-final goods.
type harmoniser struct {
	*web
	level []float64
	goal  []float64 // [commodity] target; for what is not final, a small reserve
	fixed []bool    // [commodity] a resource that nothing yields
	users [][]int   // [commodity] ways that use it
}

// harmonise runs Cockshott's procedure: in every round products are moved
// towards the mean harmony, techniques grow or shrink by the sigmoid of the
// harmony they gain over what they use up, and all is scaled to resources.
func harmonise(ctx context.Context, w *web, r Request) (*Plan, error) {
	h := newHarmoniser(w)
	h.rescale()
	var rounds []Round
	for range r.Rounds {
		h.equalise()
		h.reallocate()
		h.rescale()
		net := h.net(h.level)
		rounds = append(rounds, h.state(net))
		if r.Progress != nil {
			r.Progress(Progress{Rounds: len(rounds), Residual: rounds[len(rounds)-1].Imbalance, Gap: math.NaN(), Left: -1})
		}
		if ctx.Err() != nil {
			break
		}
	}
	p := w.plan(r, h.level)
	p.Rounds = rounds
	if ctx.Err() != nil {
		p.Status = Stopped
	}
	net := w.net(h.level)
	bound := climb(ctx, w, boundTolerance, nil).bound
	w.told(p, h.marginal(net), w.value(net), min(bound, math.MaxFloat64))
	p.Says = fmt.Sprintf("%d rounds of Cockshott's procedure reached a harmony of %.6g; no plan has more than %.6g", len(rounds), p.Value, p.Bound)
	return p, nil
}

func newHarmoniser(w *web) *harmoniser {
	h := &harmoniser{web: w, level: make([]float64, len(w.way)), goal: make([]float64, len(w.there)),
		fixed: make([]bool, len(w.there)), users: make([][]int, len(w.there))}
	for k := range w.way {
		h.level[k] = firstIntensity * w.scale[k]
		for _, p := range w.way[k].in {
			if p.amount > 0 {
				h.users[p.commodity] = append(h.users[p.commodity], k)
			}
		}
	}
	gross := w.gross(w.scale)
	for i, target := range w.target {
		h.fixed[i] = !w.produce[i] && w.there[i] > 0 && target <= 0
		switch {
		case target > 0:
			h.goal[i] = target
		case gross[i] > 0:
			h.goal[i] = (1 - capacityTarget) * gross[i]
		default:
			h.goal[i] = 1
		}
	}
	return h
}

// state tells a round: the largest and mean shortfall, and the harmony.
func (h *harmoniser) state(net []float64) Round {
	r := Round{Value: h.value(net)}
	final := 0
	for i, target := range h.target {
		if target > 0 {
			short := max(0, 1-net[i]/target)
			r.Imbalance = max(r.Imbalance, short)
			r.Mean += short
			final++
		}
	}
	r.Mean /= float64(final)
	return r
}

// marginal is the harmony of one more unit of every commodity. That of a means
// of production leans on its use in the way that makes most of it.
func (h *harmoniser) marginal(net []float64) []float64 {
	y := make([]float64, len(net))
	for i, goal := range h.goal {
		y[i] = slope(goal, net[i])
	}
	for range 2 {
		for i, target := range h.target {
			if target > 0 {
				continue
			}
			best := 0.0
			for _, k := range h.users[i] {
				worth, used := 0.0, 0.0
				for _, p := range h.way[k].out {
					worth += p.amount * y[p.commodity]
				}
				for _, p := range h.way[k].in {
					if p.commodity == i {
						used += p.amount
					}
				}
				best = max(best, worth/used)
			}
			y[i] = (y[i] + useWeight*best) / (useWeight + 1)
		}
	}
	return y
}

// equalise moves the producers of final products towards the mean harmony.
func (h *harmoniser) equalise() {
	net := h.net(h.level)
	y := h.marginal(net)
	mean, final := 0.0, 0.0
	for i, target := range h.target {
		if target > 0 {
			mean += harmonyOf(target, net[i])
			final++
		}
	}
	mean /= final
	change := make([]float64, len(net))
	for i, target := range h.target {
		if target > 0 {
			by := temperature * (harmonyOf(target, net[i]) - mean) / y[i]
			if net[i] != 0 {
				by /= math.Abs(net[i])
			}
			change[i] = sigmoid(by)
		}
	}
	for k := range h.way {
		h.level[k] *= 1 - change[h.main(k)]
	}
}

// main is the commodity that a way is there for.
func (h *harmoniser) main(k int) int {
	way := &h.way[k]
	if way.kind == runs {
		return h.product(way.period, int(h.t.Makes[way.index]))
	}
	return way.out[0].commodity
}

// reallocate lets ways grow or shrink by what they gain over what they cost.
func (h *harmoniser) reallocate() {
	y := h.marginal(h.net(h.level))
	for k := range h.way {
		worth, cost := h.worth(k, y)
		gain := 1.0
		if cost > 0 {
			gain = sigmoid((worth - cost) / cost)
		}
		h.level[k] *= 1 + gain*temperature*reallocation
	}
}

// rescale brings the scarcest resource to its target, and shrinks the users of
// whatever is still used beyond what there is.
func (h *harmoniser) rescale() {
	net := h.net(h.level)
	most := 0.0
	for i, fixed := range h.fixed {
		if fixed {
			most = max(most, (h.there[i]-net[i])/h.there[i])
		}
	}
	if most > 0 {
		for k := range h.level {
			h.level[k] *= capacityTarget / most
		}
	}
	gross, net := h.gross(h.level), h.net(h.level)
	shrink := make([]float64, len(h.level))
	for i := range net {
		if net[i] >= 0 {
			continue
		}
		ratio := capacityTarget * max(0, gross[i]) / (gross[i] - net[i])
		for _, k := range h.users[i] {
			if h.main(k) != i {
				shrink[k] = max(shrink[k], 1-ratio)
			}
		}
	}
	for k := range h.level {
		h.level[k] *= 1 - shrink[k]
	}
}

// sigmoid is x/(1+|x|).
func sigmoid(x float64) float64 { return x / (1 + math.Abs(x)) }
