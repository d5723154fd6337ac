package decide

// An option is what one pace and one draw make of a month in one node of the
// grid. It does not depend on what is done already, nor on the month.
type option struct {
	pace, draw float64
	idle       bool // the draw moves nothing, so that no draw does the same
	work       Work
	pay        float64 // gained less borne in the month, beside what F and care decide
	careless   float64 // borne at no care at all beside full care
	cell       int     // of stock and line after the month
	stock, wip float64 // weights of that cell's upper ends
}

// A move is a choice made, ready to be valued again: pay now and a place to be
// next month.
type move struct {
	pay              float64
	cell             int // index of the lower corner
	stock, wip, done float64
}

// A stage is a month's work in every node: [slack][stock][wip][done].
type stage struct {
	month int
	next  *axis     // what will be done
	ahead []float64 // value at the start of the next month, before orders
	value []float64 // value of the month, inputs delivered
	gift  []float64 // value of a month of need more that comes next month
	moves []move
	pace  []float64
	draw  []float64
	care  []float64

	low, high []uint8 // [slack][stock][wip] paces still worth trying
}

func (v *solver) newStage(month int, next *axis, ahead []float64) *stage {
	size := v.states() * v.done[month].len()
	s := &stage{month: month, next: next, ahead: ahead, moves: make([]move, size)}
	numbers := make([]float64, 5*size)
	s.value, s.gift, s.pace = numbers[:size:size], numbers[size:2*size:2*size], numbers[2*size:3*size:3*size]
	s.draw, s.care = numbers[3*size:4*size:4*size], numbers[4*size:]
	s.low, s.high = make([]uint8, v.states()), make([]uint8, v.states())
	for i := range s.high {
		s.high[i] = uint8(len(v.pace) - 1)
	}
	for i := range s.care {
		s.care[i] = v.usual
	}
	return s
}

// option computes what a pace and a draw make of a month.
func (v *solver) option(s State, pace, draw float64) (o option) {
	pay, h := &v.problem.Pay, &v.problem.Physics
	o.pace, o.draw = pace, draw
	o.idle = draw > 0 && s.Wip <= 0 || draw < 0 && s.Wip >= 1
	o.work = h.Month(s, pace, draw, v.usual)
	left := s.Stock - o.work.Used
	o.pay = -h.trouble(pace) -
		pay.Labour*s.Slack*h.Overtime*max(0, pace-1)/months -
		pay.Stock*(s.Stock+left)/2/months -
		pay.Defects*o.work.Made*h.defects(pace, o.work.Met)
	o.careless = pay.Defects * o.work.Made * h.DefectCare
	if pay.Deadline < 1 {
		o.pay += (1 - pay.Deadline) * at(v.tally.paid, months*o.work.Output) / months
	}
	stock, stockWeight := v.stock.find(left * (1 - h.Spoilage))
	wip, wipWeight := v.wip.find(o.work.Wip)
	o.cell, o.stock, o.wip = stock*v.wip.len()+wip, stockWeight, wipWeight
	return o
}

// blend reads the value ahead of an option, for everything that may be done by
// then, between the four corners of its cell of stock and line.
func (s *stage) blend(into []float64, base, strideStock int, o *option) {
	n, stride := s.next.len(), len(into)
	nearLow, farLow := s.ahead[base:][:stride], s.ahead[base+n:][:stride]
	nearHigh, farHigh := s.ahead[base+strideStock:][:stride], s.ahead[base+strideStock+n:][:stride]
	a, b := (1-o.stock)*(1-o.wip), (1-o.stock)*o.wip
	c, d := o.stock*(1-o.wip), o.stock*o.wip
	for i := range into {
		into[i] = a*nearLow[i] + b*farLow[i] + c*nearHigh[i] + d*farHigh[i]
	}
}

// weighed is an option valued at one node.
type weighed struct {
	move
	ahead float64 // value of where the move leads
	worth float64
}

func (s *stage) weigh(v *solver, state, node, j int, o *option) (m weighed) {
	n := s.next.len()
	block := v.stock.len() * v.wip.len()
	lax := 1 - s.care[node]
	f := v.done[s.month].nodes[j] + o.work.Output - (s.care[node]-v.usual)*o.work.Care
	i, weight := s.next.find(f)
	m.pay = o.pay - o.careless*lax*lax
	if s.month == months-1 {
		m.pay += at(v.tally.total, f)
	}
	m.cell = (state/block*block+o.cell)*n + i
	m.stock, m.wip, m.done = o.stock, o.wip, weight
	m.ahead = s.look(v, &m.move)
	m.worth = m.pay + m.ahead
	return m
}

// look is the value ahead of a move, interpolated.
func (s *stage) look(v *solver, m *move) float64 {
	n := s.next.len()
	return corners(s.ahead, m, n, v.wip.len()*n)
}

// corners interpolates between the eight corners of a move's cell; n and
// stride are the distances of neighbours along line and stock.
func corners(ahead []float64, m *move, n, stride int) float64 {
	low := ahead[m.cell:][:n+2]
	high := ahead[m.cell+stride:][:n+2]
	a := low[0] + m.done*(low[1]-low[0])
	b := low[n] + m.done*(low[n+1]-low[n])
	c := high[0] + m.done*(high[1]-high[0])
	d := high[n] + m.done*(high[n+1]-high[n])
	a += m.wip * (b - a)
	c += m.wip * (d - c)
	return a + m.stock*(c-a)
}

// keep stores a choice, the care that fits it and what a gift would be worth.
func (s *stage) keep(v *solver, node int, o *option, kept weighed) {
	s.pace[node], s.draw[node] = o.pace, o.draw
	s.moves[node], s.value[node] = kept.move, kept.worth
	s.care[node] = s.careful(v, node, o, kept)
	if v.problem.Expect.Late > 0 {
		later := kept.move
		cell := later.cell / s.next.len() / v.wip.len() % v.stock.len()
		held := v.stock.nodes[cell] + later.stock*(v.stock.nodes[cell+1]-v.stock.nodes[cell])
		up, weight := v.stock.find(held + v.gift)
		later.cell += (up - cell) * v.wip.len() * s.next.len()
		later.stock = weight
		s.gift[node] = (s.look(v, &later) - kept.ahead) / v.gift
	}
}

// evaluate values the moves kept without choosing again.
func (s *stage) evaluate(v *solver) {
	n := s.next.len()
	stride := v.wip.len() * n
	for node := range s.moves {
		m := &s.moves[node]
		s.value[node] = m.pay + corners(s.ahead, m, n, stride)
	}
}

// peak is the top of the parabola through three points, or the middle one if
// there is none.
func peak(x0, x1, x2, y0, y1, y2 float64) float64 {
	left, right := (y1-y0)/(x1-x0), (y2-y1)/(x2-x1)
	bend := (right - left) / (x2 - x0)
	if !(bend < -notice) {
		return x1
	}
	return min(max((x0+x1)/2-left/(2*bend), (x0+x1)/2), (x1+x2)/2)
}
