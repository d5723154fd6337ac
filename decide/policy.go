package decide

import "slices"

// A Policy is a solved problem: what to do in every state. It is read only,
// so that all enterprises of a kind can share one.
type Policy struct {
	problem Problem
	grid    *grid
	value   []float64         // [slack][stock][wip]
	flow    []float64         // [slack][stock][wip] pay of one quarter
	upTo    []float64         // [slack][stock][wip]
	request []float64         // [slack][stock][wip]
	action  [months][]float64 // [slack][stock][wip][done][pace, draw, care]
	weight  float64           // worth of a reference lower by one part
	powers  [staffTries]float64
}

// policy reads the choices out of a solver.
func (v *solver) policy() *Policy {
	p := &Policy{problem: *v.problem, grid: v.grid, value: slices.Clone(v.value), weight: v.weight(), powers: staffPowers(v.problem.Physics.StaffShare)}
	p.upTo = make([]float64, len(v.value))
	p.request = make([]float64, len(v.value))
	for state := range v.value {
		p.upTo[state] = v.wanted(state)
		p.request[state] = v.factor(state)
	}
	p.flow = v.quarter()
	for month := range months {
		count := v.done[month].len()
		p.action[month] = make([]float64, 0, 3*count*len(v.value))
		for state := range v.value {
			s := v.work[month][0]
			if month < months-1 {
				s = v.work[month][v.asked[v.typical(state)]]
			}
			for node := state * count; node < (state+1)*count; node++ {
				p.action[month] = append(p.action[month], s.pace[node], s.draw[node], s.care[node])
			}
		}
	}
	return p
}

// typical is the state of the same slack from which a quarter mostly begins.
func (v *solver) typical(state int) int {
	block := v.stock.len() * v.wip.len()
	stock, _ := v.stock.find(1.01)
	return state/block*block + stock*v.wip.len() + v.wip.len() - 1
}

// wanted is the stock to order up to in the first month if all of it could be
// drawn, looked for between the nodes too.
func (v *solver) wanted(state int) float64 {
	width := v.wip.len()
	row := state / width
	from := row / v.stock.len() * v.stock.len() * width
	o := v.order[0][v.asked[state]]
	worth := func(upTo float64) float64 {
		t := v.target(v.stock.nodes[row%v.stock.len()], upTo)
		return o.worth(v, &t, from, state%width, width)
	}
	nodes := v.stock.nodes
	held := nodes[row%v.stock.len()]
	enough := v.problem.Physics.Enough()
	best, pick := max(enough, held), worth(max(enough, held))
	for i, node := range nodes {
		if node < held {
			continue
		}
		if w := worth(node); w > pick+notice {
			best, pick = node, w
			if i > 0 && i < len(nodes)-1 {
				best = peak(nodes[i-1], node, nodes[i+1], worth(nodes[i-1]), w, worth(nodes[i+1]))
			}
		}
	}
	return best
}

// factor is the request over the need, looked for between those tried.
func (v *solver) factor(state int) float64 {
	i := int(v.asked[state])
	if i <= v.from || i >= v.to {
		return v.requests[i]
	}
	return peak(v.requests[i-1], v.requests[i], v.requests[i+1],
		v.asking(state, i-1), v.asking(state, i), v.asking(state, i+1))
}

// interpolate reads a table over the states at the start of a quarter.
func interpolate(g *grid, table []float64, s State) float64 {
	i, slack := g.slack.find(s.Slack)
	j, stock := g.stock.find(s.Stock)
	k, wip := g.wip.find(s.Wip)
	wips := g.wip.len()
	row := wips * g.stock.len()
	base := i*row + j*wips + k
	line := func(at int) float64 { return table[at] + wip*(table[at+1]-table[at]) }
	sheet := func(at int) float64 { return line(at) + stock*(line(at+wips)-line(at)) }
	return sheet(base) + slack*(sheet(base+row)-sheet(base))
}

// Order is the input stock to order up to, deliveries included, in months of
// need at reference output (1 is just this month's need), and the factor
// Z ≥ 1 by which what is asked for the quarter exceeds the need.
func (p *Policy) Order(s State) (upTo, request float64) {
	return interpolate(p.grid, p.upTo, s), interpolate(p.grid, p.request, s)
}

// Pace is what to do in a month, 0 to 2, with inputs delivered: the pace, 1
// being normal; the draw, the share of the line pushed out (negative: the
// share of the gap to refill); the care, 0 to 1. Done is F so far.
func (p *Policy) Pace(month int, s State, done float64) (pace, draw, care float64) {
	g := p.grid
	i, slack := g.slack.find(s.Slack)
	j, stock := g.stock.find(s.Stock)
	k, wip := g.wip.find(s.Wip)
	l, late, steps := 0, 0.0, 1
	count := g.done[month].len()
	if count > 1 {
		l, late = g.done[month].find(done)
		steps = 2
	}
	wips, stocks := count, count*g.wip.len()
	slacks := stocks * g.stock.len()
	base := i*slacks + j*stocks + k*wips + l
	// A corner of no weight is added too: that changes no bit, and which
	// corners have none cannot be foreseen.
	for a, slack := range [2]float64{1 - slack, slack} {
		for b, stock := range [2]float64{1 - stock, stock} {
			for c, wip := range [2]float64{1 - wip, wip} {
				weight := slack * stock * wip
				at := 3 * (base + a*slacks + b*stocks + c*wips)
				cell := p.action[month][at : at+3*steps]
				part := weight * (1 - late)
				pace += part * cell[0]
				draw += part * cell[1]
				care += part * cell[2]
				if len(cell) >= 6 {
					part = weight * late
					pace += part * cell[3]
					draw += part * cell[4]
					care += part * cell[5]
				}
			}
		}
	}
	return pace, draw, care
}

// Value is the worth of a state, pay to come discounted, standing wages not
// counted.
func (p *Policy) Value(s State) float64 { return interpolate(p.grid, p.value, s) }
