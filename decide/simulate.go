package decide

import "math"

// A Quarter is what came of one quarter of a simulated enterprise.
type Quarter struct {
	Start      State
	UpTo       float64         // stock ordered up to, months of need
	Request    float64         // Z
	Fulfilment float64         // F made
	Reported   float64         // F reported
	Output     [months]float64 // handed over by month, as F
	Pace       [months]float64
	Draw       [months]float64
	Stock      float64 // mean input stock at the ends of months, months of need
	Care       float64 // mean over the months
	Defects    float64 // mean defective share
	Sold       float64 // F sold, where sales count
	Pay        float64 // gained less borne, base pay = 0, standing wages not counted
}

// Simulate lives quarters of one enterprise that begins at a state and follows
// a policy. Uniform(i) answers the i-th question of luck with a number in
// (0, 1); the same questions are asked in every run.
func Simulate(start State, policy *Policy, problem Problem, quarters int, uniform func(i int) float64) []Quarter {
	path := make([]Quarter, quarters)
	life := life{State: start, policy: policy, problem: &problem}
	for i := range path {
		path[i] = life.quarter(func(question int) float64 { return uniform(i*questions + question) })
	}
	return path
}

// questions of luck per quarter: a delivery for each month, the mishap, demand.
const questions = months + 2

// A life is an enterprise in motion.
type life struct {
	State
	pending float64 // inputs late, coming next month
	policy  *Policy
	problem *Problem
}

func (l *life) quarter(luck func(int) float64) (q Quarter) {
	pay, h := &l.problem.Pay, &l.problem.Physics
	q.Start = l.State
	q.UpTo, q.Request = l.policy.Order(l.State)
	q.Pay = -pay.Overrequest * (q.Request - 1) * (q.Request - 1)
	drawn, done := 0.0, 0.0
	for month := range months {
		drawn += l.deliver(month, &q, drawn, luck(month) < l.problem.Expect.Late)
		pace, draw, care := l.policy.Pace(month, l.State, done)
		work := h.Month(l.State, pace, draw, care)
		left := (l.Stock - work.Used) * (1 - h.Spoilage)
		defects := h.Defective(pace, work.Met, care)
		q.Pay -= h.trouble(pace) + pay.Labour*l.Slack*h.Overtime*max(0, pace-1)/months +
			pay.Stock*(l.Stock+left)/2/months + pay.Defects*work.Made*defects
		q.Pay += (1 - pay.Deadline) * pay.Bonus(months*work.Output) / months
		l.Stock, l.Wip = left, work.Wip
		done += work.Output
		q.Output[month], q.Pace[month], q.Draw[month] = work.Output, pace, draw
		q.Stock += left / months
		q.Care += care / months
		q.Defects += defects / months
	}
	l.finish(&q, max(0, done+h.Mishap*normal(luck(months))), luck(months+1))
	return q
}

// deliver orders up to what is wanted, within what is released and granted.
func (l *life) deliver(month int, q *Quarter, drawn float64, late bool) float64 {
	e, h := &l.problem.Expect, &l.problem.Physics
	l.Stock, l.pending = l.Stock+l.pending, 0
	order := max(0, q.UpTo-l.Stock)
	if !l.problem.free() {
		share := min(e.Release[month], float64(month+1)/months)
		order = min(order, max(0, share*months*q.Request*(1-e.Cut)-drawn))
	}
	q.Pay -= h.Keeping * max(0, l.Stock+order-1)
	arrived := order
	if late {
		arrived = h.LateShare * order
	}
	l.Stock, l.pending = l.Stock+arrived, order-arrived
	return order
}

// finish counts the quarter and sets the next reference.
func (l *life) finish(q *Quarter, done, luck float64) {
	pay, h, e := &l.problem.Pay, &l.problem.Physics, &l.problem.Expect
	padding := l.policy.Report(done)
	size := padding / h.PaddingUnit
	q.Fulfilment, q.Reported = done, done+padding
	q.Sold = max(0, min(done, e.Demand+e.DemandSD*normal(luck)))
	q.Pay += pay.Deadline*(pay.Bonus(q.Reported)-pay.Detection*pay.Padding*size*size) + pay.Sales*q.Sold
	growth := pay.Growth(q.Reported)
	l.Slack, l.Stock, l.pending = l.Slack*(1+e.Growth)/growth, l.Stock/growth, l.pending/growth
}

func normal(u float64) float64 {
	return math.Sqrt2 * math.Erfinv(min(max(2*u-1, -1+1e-12), 1-1e-12))
}

// Luck is a number in (0, 1) for a question of an enterprise, for simulations
// that stand by themselves.
//
// Source: splitmix64 (steele2014).
func Luck(enterprise, question int) float64 {
	z := uint64(enterprise)*0x9e3779b97f4a7c15 + uint64(question+1000)*0xd1b54a32d192ed03
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return (float64((z^z>>31)>>11) + 0.5) / (1 << 53)
}
