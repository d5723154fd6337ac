package decide

import (
	"math"
	"slices"
)

// A solver holds a problem on a grid while it is solved:
//
//	V(slack, stock, wip) = max E[ pay of the quarter + V(next) / (1 + Discount) ]
//
// by modified policy iteration: choices are improved a few times, and valued
// many times in between. Inside the quarter it goes backward over the months,
// with what is done so far as a further state.
//
// Source: puterman1994, ch. 6 (modified policy iteration).
type solver struct {
	*grid
	problem  *Problem
	tally    *tally
	usual    float64   // care at which options are computed; the rest is linear
	gift     float64   // late delivery at which a gift is valued
	goals    []float64 // fulfilments worth hitting exactly
	options  []option  // [slack][stock][wip][pace][draw]
	value    []float64 // [slack][stock][wip] at the start of the quarter
	final    []float64 // [slack][stock][wip][final] after the quarter
	requests []float64 // factors of the request worth trying
	asked    []uint8   // [slack][stock][wip] request chosen
	from, to int       // requests that are still worth trying
	work     [months][]*stage
	order    [months][]*ordering
	closely  bool   // look between the paces tried
	thorough bool   // try all paces in every round
	desks    []desk // [slack] scratch space
}

// Effort of solving: how often choices are improved and, after each, valued.
const (
	coarseRounds = 5
	fineRounds   = 8
	valuations   = 12
)

// Solve finds the manager's best responses to a problem. It depends on its
// argument alone.
func Solve(p Problem) *Policy {
	v := newSolver(&p, coarseGrid(&p.Physics))
	v.run(coarseRounds, valuations)
	return v.policy()
}

// Fine solves on a grid twice as fine in every dimension and in more
// rounds, to measure what the coarse one loses.
func Fine(p Problem) *Policy {
	v := newSolver(&p, fineGrid(&p.Physics))
	v.thorough = true
	v.run(fineRounds, valuations)
	return v.policy()
}

// leastGift is the late delivery, in months of need, at which a gift is valued
// where next to nothing comes late.
const leastGift = 0.01

func newSolver(p *Problem, g *grid) *solver {
	v := &solver{grid: g, problem: p, tally: newTally(), gift: max(leastGift, 1-p.Physics.LateShare)}
	if p.Pay.Defects > 0 {
		v.usual = 0.8
	}
	v.goals = []float64{1 + 2*p.Physics.Mishap}
	if p.Pay.Miss > 0 {
		v.goals = append(v.goals, p.Pay.MissBelow+2*p.Physics.Mishap)
	}
	v.requests = g.request
	if p.free() {
		v.requests = g.request[:1]
	}
	v.to = len(v.requests) - 1
	v.value = make([]float64, v.states())
	v.asked = make([]uint8, v.states())
	v.final = make([]float64, v.states()*v.grid.final.len())
	v.options = make([]option, v.states()*len(g.pace)*len(g.draw))
	v.desks = make([]desk, g.slack.len())
	for i := range v.desks {
		v.desks[i].trial = make([]float64, len(g.pace)*len(g.draw)*max(g.done[1].len(), g.done[2].len()))
	}

	last := v.newStage(months-1, &v.grid.final, v.final)
	for _, request := range v.requests {
		next := last
		for month := months - 1; month >= 0; month-- {
			if month < months-1 {
				next = v.newStage(month, &v.done[month+1], v.order[month+1][len(v.order[month+1])-1].value)
			}
			o := v.newOrdering(month, request)
			o.stage = next
			v.work[month] = append(v.work[month], next)
			v.order[month] = append(v.order[month], o)
		}
	}
	v.work[months-1] = v.work[months-1][:1]
	return v
}

// states is how many states there are at the start of a quarter.
func (v *solver) states() int { return v.slack.len() * v.stock.len() * v.wip.len() }

// at is the state of an index.
func (v *solver) at(index int) State {
	wip, rest := index%v.wip.len(), index/v.wip.len()
	return State{v.slack.nodes[rest/v.stock.len()], v.stock.nodes[rest%v.stock.len()], v.wip.nodes[wip]}
}

// run improves the choices and values them in between.
func (v *solver) run(rounds, valuations int) {
	v.tally.fill(v.problem, v.weight())
	v.list()
	for round := range rounds {
		if round > 0 {
			v.tally.fill(v.problem, v.weight())
			if v.problem.Pay.Deadline < 1 {
				v.list()
			}
		}
		v.closely = round == rounds-1
		v.sweep(true)
		if round == rounds-1 {
			return
		}
		v.valuate(valuations)
	}
}

// list computes all options.
func (v *solver) list() {
	i := 0
	for state := range v.states() {
		here := v.at(state)
		for _, pace := range v.pace {
			for _, draw := range v.draw {
				v.options[i] = v.option(here, pace, draw)
				i++
			}
		}
	}
}

// sweep goes backward through one quarter.
func (v *solver) sweep(choose bool) {
	v.close()
	for month := months - 1; month >= 0; month-- {
		for i, s := range v.work[month] {
			if month < months-1 && !v.tries(i) {
				continue
			}
			if choose {
				s.improve(v)
			} else {
				s.evaluate(v)
			}
		}
		for i, o := range v.order[month] {
			if !v.tries(i) {
				continue
			}
			if choose {
				o.improve(v)
			} else {
				o.evaluate(v)
			}
		}
	}
	v.open(choose)
}

// close carries the value of the next quarter's start back to this quarter's
// end: a reference that has grown makes slack and stock smaller.
func (v *solver) close() {
	patience, n := v.problem.Pay.patience(), v.grid.final.len()
	stocks, wips := v.stock.len(), v.wip.len()
	for j, f := range v.grid.final.nodes {
		growth := at(v.tally.growth, f)
		ease := (1 + v.problem.Expect.Growth) / growth
		for s, slack := range v.slack.nodes {
			row, up := v.slack.find(slack * ease)
			for k, stock := range v.stock.nodes {
				column, right := v.stock.find(stock / growth)
				low := v.value[(row*stocks+column)*wips:]
				high := v.value[((row+1)*stocks+column)*wips:]
				for w := range wips {
					a := low[w] + right*(low[wips+w]-low[w])
					b := high[w] + right*(high[wips+w]-high[w])
					v.final[((s*stocks+k)*wips+w)*n+j] = patience * (a + up*(b-a))
				}
			}
		}
	}
}

// open takes the best request at the start of the quarter.
func (v *solver) open(choose bool) {
	for state := range v.value {
		if choose {
			pick := math.Inf(-1)
			for i := v.from; i <= v.to; i++ {
				if worth := v.asking(state, i); worth > pick+notice {
					pick, v.asked[state] = worth, uint8(i)
				}
			}
		}
		v.value[state] = v.asking(state, int(v.asked[state]))
	}
	if choose {
		v.narrow()
	}
}

// narrow leaves the requests chosen somewhere and their neighbours.
func (v *solver) narrow() {
	v.from = max(0, int(slices.Min(v.asked))-1)
	v.to = min(len(v.requests)-1, int(slices.Max(v.asked))+1)
}

// tries reports whether a request is still worth trying.
func (v *solver) tries(request int) bool { return v.from <= request && request <= v.to }

// asking is the value of a request, less the fine.
func (v *solver) asking(state, request int) float64 {
	over := v.requests[request] - 1
	return v.order[0][request].value[state] - v.problem.Pay.Overrequest*over*over
}

// weight is what a reference lower by one part is worth at the next quarter's
// start: patience × slope of value in slack, about slack 1.
func (v *solver) weight() float64 {
	near := func(slack float64) float64 {
		return interpolate(v.grid, v.value, State{slack, 1.5, 0.8})
	}
	return max(0, v.problem.Pay.patience()*(near(1.05)-near(0.95))/0.1)
}
