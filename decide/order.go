package decide

// An ordering is the choice, at the start of a month and before deliveries,
// of the stock to order up to:
//
//	max_S  (1 − Late)·W(S) + Late·[W(k + LateShare·(S−k)) + gift·(1 − LateShare)·(S−k)] − Keeping·(S − 1)⁺
//
// where k is the stock in hand, W the value of the month with inputs in hand,
// and gift the value of a month of need that comes a month later. What can be
// drawn is bounded by what has been released of the allotment
// A = 3·Z·(1 − Cut), Z being the request over the need of a quarter.
type ordering struct {
	stage  *stage
	month  int
	value  []float64  // [slack][stock][wip][done]
	chosen []uint8    // candidate chosen in each node
	rest   []float64  // [slack][stock][wip][done] what a late rest is worth, less trouble
	upTo   [][]target // [stock] candidates
}

// A target is a stock to order up to from one node of the stock axis.
type target struct {
	sure, late       int // cell on time, cell when late
	sureWeight       float64
	lateWeight       float64
	pending, trouble float64
}

// drawable is the most that can be ordered in a month when Z = request: what
// is released, but no more than an even flow.
func (p *Problem) drawable(month int, request float64) float64 {
	if p.free() {
		return 1e9
	}
	flow := func(month int) float64 { return min(p.Expect.Release[month], float64(month+1)/months) }
	share := flow(month)
	if month > 0 {
		share -= flow(month - 1)
	}
	return max(0, share) * months * request * (1 - p.Expect.Cut)
}

// free reports whether inputs are simply bought.
func (p *Problem) free() bool { return p.Expect.Release[0] >= 1 && p.Expect.Cut <= 0 }

func (v *solver) newOrdering(month int, request float64) *ordering {
	size := v.states() * v.done[month].len()
	o := &ordering{month: month, value: make([]float64, size), chosen: make([]uint8, size), rest: make([]float64, size)}
	most := v.problem.drawable(month, request)
	for _, held := range v.stock.nodes {
		o.upTo = append(o.upTo, v.targets(held, most))
	}
	return o
}

// targets lists the stocks worth trying from a stock held: just enough for the
// month, the nodes of the axis, and all that can be drawn.
func (v *solver) targets(held, most float64) (list []target) {
	top := min(held+most, v.stock.nodes[v.stock.len()-1])
	first := min(max(v.problem.Physics.Enough(), held), top)
	list = append(list, v.target(held, first))
	for _, node := range v.stock.nodes {
		if node >= held && node < top && node != first {
			list = append(list, v.target(held, node))
		}
	}
	if top != first {
		list = append(list, v.target(held, top))
	}
	return list
}

func (v *solver) target(held, upTo float64) (t target) {
	h := &v.problem.Physics
	t.sure, t.sureWeight = v.stock.find(upTo)
	t.late, t.lateWeight = v.stock.find(held + h.LateShare*(upTo-held))
	t.pending = (1 - h.LateShare) * (upTo - held)
	t.trouble = h.Keeping * max(0, upTo-1)
	return t
}

// worth values a target over one block of nodes [wip][done].
func (o *ordering) worth(v *solver, t *target, from, i, width int) float64 {
	late := v.problem.Expect.Late
	w := o.stage.value
	low := from + t.sure*width + i
	sure := w[low] + t.sureWeight*(w[low+width]-w[low])
	if late <= 0 {
		return sure - t.trouble
	}
	g := o.stage.gift
	low = from + t.late*width + i
	delayed := w[low] + t.lateWeight*(w[low+width]-w[low])
	delayed += t.pending * (g[low] + t.lateWeight*(g[low+width]-g[low]))
	return sure + late*(delayed-sure) - t.trouble
}

// improve chooses what to order up to in every node.
func (o *ordering) improve(v *solver) {
	width := v.wip.len() * v.done[o.month].len()
	for row := range v.slack.len() * v.stock.len() {
		from := row / v.stock.len() * v.stock.len() * width
		list := o.upTo[row%v.stock.len()]
		for i := range width {
			best, pick := 0, o.worth(v, &list[0], from, i, width)
			for c := 1; c < len(list); c++ {
				if worth := o.worth(v, &list[c], from, i, width); worth > pick+notice {
					best, pick = c, worth
				}
			}
			o.chosen[row*width+i], o.value[row*width+i] = uint8(best), pick
			o.rest[row*width+i] = o.later(v, &list[best], from, i, width)
		}
	}
}

// evaluate values the targets kept.
func (o *ordering) evaluate(v *solver) {
	width := v.wip.len() * v.done[o.month].len()
	late, ahead := v.problem.Expect.Late, o.stage.value
	for row := range v.slack.len() * v.stock.len() {
		from := row / v.stock.len() * v.stock.len() * width
		list := o.upTo[row%v.stock.len()]
		for i := range width {
			node := row*width + i
			t := &list[o.chosen[node]]
			sure, part := from+t.sure*width+i, from+t.late*width+i
			onTime := ahead[sure] + t.sureWeight*(ahead[sure+width]-ahead[sure])
			delayed := ahead[part] + t.lateWeight*(ahead[part+width]-ahead[part])
			o.value[node] = onTime + late*(delayed-onTime) + o.rest[node]
		}
	}
}

// later is what the late rest of a delivery is worth, less the trouble.
func (o *ordering) later(v *solver, t *target, from, i, width int) float64 {
	g, low := o.stage.gift, from+t.late*width+i
	return v.problem.Expect.Late*t.pending*(g[low]+t.lateWeight*(g[low+width]-g[low])) - t.trouble
}
