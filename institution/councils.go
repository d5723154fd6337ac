package institution

import (
	"math"
	"slices"

	"gosplan/decide"
	"gosplan/economy"
	"gosplan/mechanism"
	"gosplan/unit"
)

// Councils tells whether plans are what councils propose at announced prices.
func (i *Plan) Councils() bool { return i.Indicative.Rounds >= 1 }

// announced is the price of a good that councils reckon with: the indicative
// one, or the one that is paid where none is announced.
func announced(s *economy.State, g economy.Good) float64 {
	if p := s.Branch[g].Indicative; p > 0 {
		return p
	}
	if g < economy.FirstBranch {
		return s.Terms.Offer[g]
	}
	return s.Branch[g].Price
}

// hour is the price of an hour that councils reckon with, over the wage.
func hour(s *economy.State) float64 {
	if s.Centre.Hour > 0 {
		return s.Centre.Hour
	}
	return 1
}

// benefit is the social benefit of a unit of a good, its price over that of
// its inputs as announced, over its social cost, what labour and the wear of
// plant cost; 1 before the first costs are known.
func benefit(s *economy.State, g economy.Good) float64 {
	return benefitAt(s, g, func(g economy.Good) float64 { return announced(s, g) })
}

func benefitAt(s *economy.State, g economy.Good, price func(economy.Good) float64) float64 {
	b := &s.Branch[g]
	gain, cost := price(g), b.Unit
	for k, need := range economy.Needs[g] {
		if need > 0 {
			gain -= need * price(economy.Good(k))
			cost -= need * paid(s, economy.Good(k))
		}
	}
	if cost <= 0 {
		return 1
	}
	return gain / cost
}

// paid is the price that enterprises pay for a good: for farm goods what farms
// are paid where no price for enterprises has been named yet.
func paid(s *economy.State, g economy.Good) float64 {
	if price := s.Branch[g].Price; price > 0 || g >= economy.FirstBranch {
		return price
	}
	return s.Terms.Offer[g]
}

// returns are what the branches' plant brings a year at the prices announced,
// over inputs and hours, over what it would cost, and their mean.
func returns(w *economy.World, s *economy.State) (by [economy.Goods]float64, mean float64) {
	var hands, plant [economy.Goods]float64
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		capital, _ := plantOf(e)
		plant[e.Good] += capital
		hands[e.Good] += 12 * e.Wage * float64(e.Staff)
	}
	price := s.PlantPrice(&w.Physics.Plant)
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		gain := announced(s, g)
		for k, need := range economy.Needs[g] {
			gain -= need * announced(s, economy.Good(k))
		}
		by[g] = (gain*s.Branch[g].LastYear - hour(s)*hands[g]) / max(1, plant[g]*price)
		mean += by[g] / float64(economy.Branches)
	}
	return by, mean
}

// clipped is a benefit over cost as far as it moves anybody.
func (i *Plan) clipped(benefit float64) float64 { return unit.Clip(benefit, i.MarginLow, i.MarginHigh) }

// A session is one negotiation: what does not change between its rounds.
type session struct {
	plan    *Plan
	w       *economy.World
	s       *economy.State
	problem [economy.Goods]decide.Problem // at a benefit of 1
	price   [economy.Goods]float64
	hour    float64
	first   [economy.Goods]float64 // prices at which it began
	given   [economy.Goods]float64 // units of farm goods that there will be
	fixed   [economy.Goods]float64 // units asked for at any price
	money   [economy.Goods]float64 // kopecks that consumers and investors mean to spend
}

// Negotiate holds the rounds of a quarter, in which councils look at their year
// again, as Albert and Hahnel (1991) have plans updated: councils of workers
// propose what they would make and use at the prices announced, councils of consumers and of
// investors what they would take for what they have, and prices move until
// that fits or time is up. What a council proposes at the last prices it has
// agreed to. Without a year behind them councils know no costs and go by what
// they expect to sell.
func (i *Plan) Negotiate(w *economy.World, s *economy.State, army *Army, retail *Retail, supply *Supply, bank *Bank, labour *Labour) {
	if !i.Councils() || slices.ContainsFunc(s.Branch[economy.FirstBranch:economy.Goods], func(b economy.BranchState) bool { return b.Unit <= 0 }) {
		return
	}
	x := session{plan: i, w: w, s: s, hour: hour(s)}
	for g := range economy.Goods {
		if g >= economy.FirstBranch {
			x.problem[g] = i.asked(w, s, g, supply, bank, labour)
		}
		x.price[g] = announced(s, g)
	}
	x.first = x.price
	x.open(army, retail)
	var last [economy.Goods + 1]float64
	for g := range last {
		last[g] = i.Indicative.Pressure
	}
	for range int(i.Indicative.Rounds) {
		supplied, demanded, hands, force := x.round()
		worst := 0.0
		for g := range economy.Goods {
			gap := mechanism.Imbalance(supplied[g], demanded[g])
			x.price[g] = x.bounded(g, i.Indicative.Revised(x.price[g], supplied[g], demanded[g], last[g]))
			last[g] = gap
			if g >= economy.FirstBranch && !x.free(g, supplied[g] > demanded[g]) { // farms have no council to be content
				worst = max(worst, gap)
			}
		}
		x.hour = unit.Clip(i.Indicative.Revised(x.hour, force, hands, last[economy.Goods]), hourLow, hourHigh)
		last[economy.Goods] = mechanism.Imbalance(force, hands)
		if worst < i.Indicative.Content {
			break
		}
	}
	for g := range economy.Goods {
		s.Branch[g].Indicative = x.price[g]
	}
	answers := x.answers()
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		e.Shown, _ = answers[e.Good].of(w, e)
	}
	s.Centre.Hour = x.hour
}

// Limits of the announced price of an hour over the wage, and of a price over
// what the good costs (assumed): beyond them nobody's answer changes.
const (
	hourLow, hourHigh = 0.5, 2
	costLow, costHigh = 0.25, 4
)

// free tells whether a good of which there is too much is as cheap as it gets.
func (x *session) free(g economy.Good, over bool) bool {
	return over && x.price[g] <= costLow*x.s.Branch[g].Unit*(1+1e-9)
}

// bounded is a price within its limits.
func (x *session) bounded(g economy.Good, price float64) float64 {
	cost := x.s.Branch[g].Unit
	if g < economy.FirstBranch {
		cost = x.s.Terms.Offer[g]
	}
	if cost <= 0 {
		return price
	}
	return unit.Clip(price, costLow*cost, costHigh*cost)
}

// asked is what a branch's councils face when they are asked what they would
// make if all of it were wanted, at a benefit of 1 over cost.
func (i *Plan) asked(w *economy.World, s *economy.State, g economy.Good, supply *Supply, bank *Bank, labour *Labour) decide.Problem {
	p := i.problem(w, s, g, supply, bank, labour)
	p.Pay.Sales = i.Bonus.Profit*i.profit(s, g) + i.Rating
	p.Pay.Miss, p.Pay.Blame = 0, 0 // nothing is agreed yet
	p.Expect.Demand, p.Expect.DemandSD = i.Seller, 0
	return p
}

// open collects what the talks do not move: orders of the army and of trade, what households
// mean to spend and what investors have. Schools and hospitals are asked for as
// households' services are, in the proportion in which they share them.
func (x *session) open(army *Army, retail *Retail) {
	s := x.s
	x.fixed[economy.Arms] = s.Centre.Plan[economy.Arms]
	x.fixed[economy.Consumer] = army.Goods * s.Centre.Army
	x.fixed[economy.Fuel] = s.Centre.Crude
	for _, g := range taxed {
		for k := range s.Shop {
			x.money[g] += 12 * s.Shop[k].Meant[g] / (1 + s.Region[0].Duty)
		}
	}
	x.money[economy.Services] /= max(0.1, retail.Home)
	for _, g := range []economy.Good{economy.Machinery, economy.Construction} {
		x.money[g] = s.Centre.Plan[g] * x.first[g]
	}
	for g := range economy.FirstBranch { // farms have no council: what came last year comes again
		var meant float64
		for k := range s.Shop {
			meant += 12 * s.Shop[k].Meant[g] / max(1, s.Shop[k].Price[g])
		}
		x.given[g] = s.Last.Bought[g] + s.Last.Flow[g][economy.Consumer]
		if g == economy.Grain { // bread is not given up for its price
			x.fixed[g] = meant
			x.given[g] += max(0, s.Centre.Granary.Held()-x.given[g])
		} else {
			x.money[g] = meant * x.first[g]
			x.given[g] += s.Centre.Barn.Held()
		}
	}
}

// round is what is offered and asked for at the prices of the round, and the
// hands that are wanted and there, people.
func (x *session) round() (supplied, demanded [economy.Goods]float64, hands, force float64) {
	s := x.s
	supplied, demanded = x.given, x.fixed
	for g := range economy.Goods {
		demanded[g] += x.money[g] / max(1, x.price[g])
	}
	for b := range s.Block {
		for _, seekers := range s.Block[b].Sum.Seekers {
			force += seekers * float64(x.w.Weight)
		}
	}
	answers := x.answers()
	var made [economy.Goods]float64
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		output, staff := answers[e.Good].of(x.w, e)
		made[e.Good] += output
		supplied[e.Good] += output + over(e)
		hands += staff
		force += float64(e.Staff)
		for g := range economy.Goods {
			demanded[g] += economy.Needs[e.Good][g] * output * e.Request
			demanded[g] += max(0, e.Upto*e.Need[g]-e.In[g].Held()) // and the stock it likes to hold
		}
	}
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		supplied[g] += max(0, s.Branch[g].Depot.Held()-made[g]/12)
	}
	return supplied, demanded, hands, force
}

// over is what lies in an enterprise's yard beyond a month's output.
func over(e *economy.Enterprise) float64 { return max(0, e.Out.Held()-e.Ref/3) }

// An answer is how the enterprises of a branch answer a benefit over cost:
// between the policies for the two nearest that are worth telling apart.
type answer struct {
	policy [2]*decide.Policy
	cost   [2]float64
	weight float64 // of the second
	hiring float64
	safe   float64 // protection of jobs
}

// answers are those of all branches at the prices of the round.
func (x *session) answers() (out [economy.Goods]answer) {
	const n = economy.Branches
	var problems [2 * n]decide.Problem
	var policies [2 * n]*decide.Policy
	price := func(g economy.Good) float64 { return x.price[g] }
	for k := range n {
		g := economy.FirstBranch + economy.Good(k)
		p := x.problem[g]
		p.Pay.Labour *= x.hour / hour(x.s)
		low, high, weight := decide.Beside(max(0.01, p.Pay.Sales+x.plan.Rating*(x.plan.clipped(benefitAt(x.s, g, price))-1)))
		for j, sales := range [2]float64{low, high} {
			p.Pay.Sales = sales
			problems[2*k+j] = p.Rounded()
			out[g].cost[j] = problems[2*k+j].Pay.Labour
		}
		out[g].weight, out[g].hiring, out[g].safe = weight, p.Expect.Hiring, p.Pay.ProtectedJobs
	}
	x.w.Policies.Policies(problems[:], policies[:])
	for k := range n {
		copy(out[economy.FirstBranch+economy.Good(k)].policy[:], policies[2*k:2*k+2])
	}
	return out
}

// of is what an enterprise would make in a year, and the staff, people, with
// which it would end it. Those who are hired come in the course of it.
func (a *answer) of(w *economy.World, e *economy.Enterprise) (output, staff float64) {
	if e.Capacity <= 0 || e.Staff <= 0 {
		return 0, float64(e.Staff)
	}
	stock := e.Ref / (3 * e.Capacity)
	at := decide.State{Slack: 1, Stock: min(6, e.Cover(w.Work.Enough()/stock)*stock), Wip: e.Wip}
	come := e.Met + w.Work.Makeshift*(1-e.Met) // what came of the inputs it ordered comes again
	room := w.Physics.Plant.Crowd * e.Posts * 1e6 / float64(e.Staff)
	for j, part := range [2]float64{1 - a.weight, a.weight} {
		if part == 0 {
			continue
		}
		n := a.policy[j].StaffIf(at, a.cost[j], 1, 0, a.safe)
		if n > 1 {
			n = max(1, min(1+(n-1)*a.hiring, room))
		}
		made := a.policy[j].Quarter(at) * math.Pow((1+n)/2, w.Work.StaffShare) * come
		output += part * max(0, 12*e.Capacity*made)
		staff += part * n * float64(e.Staff)
	}
	return output, staff
}

// agree gives every enterprise its quarter of what its council has agreed to
// make, or of what it expects to sell where nothing is agreed yet, less what it
// has over.
func (i *Plan) agree(s *economy.State) {
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		year := e.Shown
		if s.Branch[e.Good].Indicative == 0 {
			year = 12 * e.Expected
		}
		e.Target = max(i.Floor*e.Rated, year/4-over(e))
	}
}
