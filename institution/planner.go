package institution

import (
	"context"

	"gosplan/economy"
	"gosplan/linalg"
	"gosplan/plan"
	"gosplan/production"
)

// tasks are what computes a plan, by the number of Plan.Planner. Nothing
// computes the first: targets follow what was achieved.
var tasks = [...]plan.Task{plan.Achieved, plan.Balances, plan.Bundle, plan.Goals, plan.Council}

// Computes tells whether a plan is computed at all.
func (i *Plan) Computes() bool { return i.Active() && int(i.Planner) > 0 }

// computed tells whether there is a computed plan of a branch.
func (i *Plan) computed(s *economy.State, g economy.Good) bool {
	return i.Computes() && s.Centre.Planned[g] > 0
}

// passes is the part of a quarter's excess or shortfall that managers find in
// the next target: a quarter of what the ratchet passes on in a year, or of
// what a computed plan that goes by reports takes for capacity gained or lost.
func (i *Plan) passes(ratchet, believed float64) float64 {
	return ((1-i.Reach)*ratchet + i.Reach*(1-i.Truth)*believed) / 4
}

// parts are the enterprises' parts of the computed plan of a quarter, by what
// the office takes their capacity to be.
func (i *Plan) parts(w *economy.World, s *economy.State) []float64 {
	if !i.Computes() {
		return nil
	}
	parts := make([]float64, len(s.Enterprise))
	var sum [economy.Goods]float64
	for k := range s.Enterprise {
		parts[k] = i.capacity(w, &s.Enterprise[k])
		sum[s.Enterprise[k].Good] += parts[k]
	}
	for k := range parts {
		g := s.Enterprise[k].Good
		parts[k] *= s.Centre.Planned[g] / 4 / max(1e-12, sum[g])
	}
	return parts
}

// Compute asks the planner in force for the year's plan, out of reports: the
// output of every branch this year within what is reported to be possible,
// and the output in the years for which plant is built now, whose share of
// funds follows from it. A planner has rounds and a tolerance and no clock, so
// that a run can be repeated. Balances know no limits. Where there is no plan,
// or no whole year that could have been reported, the year is planned from what
// was achieved.
func (i *Plan) Compute(w *economy.World, s *economy.State, building *Investment, supply *Supply) {
	s.Centre.Planned = [economy.Goods]float64{}
	if !i.Computes() || s.Centre.GDP <= 0 || s.Last.Months < 12 {
		return
	}
	told := i.hear(w, s, building)
	request := plan.Request{Task: tasks[min(int(i.Planner), len(tasks)-1)], Tolerance: i.Tolerance}
	if request.Task == plan.Council {
		request.Rounds = int(i.Rounds)
	}
	year := drawUp(told.table(supply, told.Final, request.Task != plan.Balances), request)
	later := drawUp(told.table(supply, told.Later, false), plan.Request{Task: plan.Balances, Tolerance: i.Tolerance})
	if year == nil || later == nil {
		return
	}
	worth, mean := returns(w, s)
	total := 0.0
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		b := &s.Branch[g]
		s.Centre.Planned[g] = year[g]
		b.Wanted = later[g] * told.sound(g)
		capital, _, _ := building.plant(s, g)
		b.Share = building.claim(capital, later[g], told.Capacity[g]+told.Idle[g]) * building.Talks.Weight(worth[g], mean)
		total += b.Share
	}
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		s.Branch[g].Share /= max(1e-9, total)
	}
}

// drawUp computes a plan and reads the branches' outputs from it, or nil when
// reports leave no plan. A table of these reports is well formed, so a planner
// that refuses it is at fault, and the run breaks.
func drawUp(t *production.Table, r plan.Request) *[economy.Goods]float64 {
	p, err := plan.Make(context.Background(), t, r)
	if err != nil {
		panic(err)
	}
	if p.Status == plan.Infeasible || p.Status == plan.Unbounded {
		return nil
	}
	var output [economy.Goods]float64
	for way, x := range p.Level[0] {
		output[int(economy.FirstBranch)+way] = x
	}
	return &output
}

// table puts reports into the form that planners are told: seven branches,
// each with its own plant, and labour for all. Amounts are as they count for
// fulfilment, what is known to be faulty included.
func (r *Reports) table(supply *Supply, need [economy.Goods]float64, limited bool) *production.Table {
	const n = economy.Branches
	t := &production.Table{N: n, Input: linalg.New(n, n), Stock: make([]float64, n)}
	p := production.Period{Need: make([]float64, n), Tier: make([]int8, n)}
	if limited {
		t.Use = linalg.New(n, n+1)
		p.Capacity = make([]float64, n+1)
	}
	for k := range n {
		g := economy.FirstBranch + economy.Good(k)
		t.Products = append(t.Products, g.String())
		t.Makes = append(t.Makes, int32(k))
		p.Need[k], t.Stock[k] = need[g]/r.sound(g), r.Hoards[g]/r.sound(g)
		p.Tier[k] = 2
		if supply.first(g) {
			p.Tier[k] = 1
		}
		inputs := r.Norm[g]
		for j := range inputs {
			inputs[j] /= r.sound(economy.Good(j))
		}
		add(t.Input, k, inputs[economy.FirstBranch:])
		if limited {
			use := make([]float64, n+1)
			use[k] = 1
			use[n] = r.Labour[g]
			add(t.Use, k, use)
			p.Capacity[k] = r.Capacity[g] * (1 + r.Growth)
			p.Capacity[n] += r.Staff[g]
			t.Factors = append(t.Factors, "plant of "+g.String())
		}
	}
	if limited {
		t.Factors = append(t.Factors, "labour")
	}
	t.Periods = []production.Period{p}
	return t
}

// add appends a row of values to a matrix.
func add(m *linalg.Matrix, row int, values []float64) {
	for col, v := range values {
		if v != 0 {
			m.Col, m.Val = append(m.Col, int32(col)), append(m.Val, v)
		}
	}
	m.Start[row+1] = int64(len(m.Col))
}
