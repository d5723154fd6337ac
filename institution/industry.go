// Package institution holds the rules of the game: who sets targets, prices
// and wages, who supplies whom, who takes the harvest, who may be dismissed.
// The zero value of an institution does nothing. Institutions set Terms and
// payoffs and move what is theirs to move; how people answer is behaviour.
package institution

import (
	"math"

	"gosplan/behaviour"
	"gosplan/decide"
	"gosplan/economy"
	"gosplan/mechanism"
	"gosplan/scenario"
	"gosplan/unit"
)

// Plan sets targets in kind for enterprises and pays their managers by them.
type Plan struct {
	Ratchet      mechanism.Ratchet
	Bonus        mechanism.Bonus
	Indicative   mechanism.Indicative
	Rating       float64 `unit:"base pay per F" range:"0 5" source:"assumed: half of what profit pays trusts, with which fewer runs from an industrial start broke down than with as much" means:"what work of an enterprise gives its council where social benefit is social cost at the prices announced"`
	Targets      float64 `unit:"choice" range:"0 1" source:"practice" means:"who says what an enterprise is to make: 0 itself, 1 a planning office that sets targets"`
	Taut         float64 `unit:"share" range:"0 1" source:"Hunter 1961; trial economies" means:"part of planned growth that is asked for on top of what was achieved"`
	Balance      float64 `unit:"per year" range:"0 1" source:"Montias 1959; trial economies" means:"how far targets move towards what users are planned to need"`
	Overfull     float64 `unit:"per year" range:"0 2" source:"assumed; Levine 1959 on stocks as a source of balances" means:"how far targets of a branch whose depots are full fall to what users are planned to need"`
	Relief       float64 `unit:"share" range:"0 1" source:"Berliner 1976" means:"share of output lost in a changeover by which targets are lowered"`
	Most         float64 `unit:"ratio" range:"0 3" source:"norms of capacity: 1 where they bind" means:"highest target over what plant and staff in hand normally make"`
	Income       float64 `unit:"share" range:"0 1" source:"Ward 1958" means:"how far the aim is income per head of the staff and not profit, so that a new hand costs what all get"`
	Assist       float64 `unit:"share" range:"0 0.2" source:"Markevich 2003: punish or assist" means:"cut of the target after two quarters of failing"`
	Planner      float64 `unit:"choice" range:"0 4" source:"scenario" means:"what computes the year's plan: 0 achieved, nothing but last year and a few rounds of balances; 1 balances, 2 bundle, 3 goals, 4 council"`
	Truth        float64 `unit:"share" range:"0 1" source:"scenario" means:"how far a computed plan sees what enterprises can make, need and hold, instead of what they report"`
	PlanPractice `keep:"managers expect something under any system"`
}

// PlanPractice is what managers know and what the office goes by.
type PlanPractice struct {
	Discount   float64 `unit:"per quarter" range:"0 0.5" source:"assumed" means:"discount of who decides in an enterprise"`
	WageShare  float64 `unit:"share of sales" range:"0 1" source:"assumed" means:"wages, of which who decides bears a part"`
	HiringLow  float64 `unit:"share" range:"0.1 1" source:"assumed" means:"smallest share of posts filled in a quarter that managers remember and reckon with"`
	Seller     float64 `unit:"ratio" range:"0.5 5" source:"assumed: everything sells" means:"demand over capacity that is expected where goods are allotted"`
	Buyer      float64 `unit:"ratio" range:"0.5 5" source:"trial economies" means:"demand over capacity that is expected where goods are bought"`
	BuyerSD    float64 `unit:"ratio" range:"0 1" source:"trial economies" means:"standard deviation of that"`
	Growth     float64 `unit:"per quarter" range:"0 0.1" source:"trial economies" means:"growth of capacity that managers under targets expect"`
	MarginLow  float64 `unit:"ratio" range:"0 1" source:"assumed" means:"least margin over that at cost which moves managers"`
	MarginHigh float64 `unit:"ratio" range:"1 10" source:"assumed" means:"largest margin over that at cost which moves managers"`
	First      float64 `unit:"months of capacity" range:"0.1 3" source:"assumed" means:"an enterprise's first quarterly target"`
	Failing    float64 `unit:"F" range:"0 1" source:"assumed" means:"fulfilment below which a plan counts as failed"`
	Slack      float64 `unit:"log points" range:"-0.5 0.5" source:"assumed" means:"growth wanted of a branch at which the balances let targets stand"`
	Lower      float64 `unit:"log points" range:"0 2" source:"assumed" means:"largest cut that balances ask for"`
	Full       float64 `unit:"months of output" range:"0 36" source:"assumed" means:"stock in depots at which they count as full"`
	Raise      float64 `unit:"log points" range:"0 2" source:"assumed" means:"largest rise that balances ask for"`
	NewPlant   float64 `unit:"share" range:"0 2" source:"assumed" means:"output of new plant that becomes target"`
	Floor      float64 `unit:"share" range:"0.01 1" source:"assumed" means:"lowest target over rated output"`
	Openings   float64 `unit:"ratio" range:"0 20" source:"assumed" means:"slowdown of hiring that managers see per share of posts open"`
	Experience float64 `unit:"quarters" range:"1 20" source:"assumed" means:"quarters over which hiring is remembered"`
	Reach      float64 `unit:"per quarter" range:"0 1" source:"assumed" means:"how far targets move to the computed plan, where there is one"`
	Delay      float64 `unit:"share" range:"0 0.9" source:"assumed: the plan is drawn up in autumn" means:"part of a change that the computed plan hears of a year late"`
	Rounds     float64 `unit:"rounds" range:"1 1000" source:"assumed" means:"rounds of proposals that councils have time for"`
	Tolerance  float64 `unit:"share" range:"0.000001 0.2" source:"assumed" means:"gap at which the computed plan is good enough"`
	Forget     float64 `unit:"per year" range:"0 1" source:"assumed" means:"part of a shortfall below what was once reported that the computed plan takes for lost capacity"`
	Hoard      float64 `unit:"months" range:"0 6" source:"assumed" means:"input stocks that count as normal; what is known to lie beyond them is planned with"`
}

// Active tells whether anybody sets targets.
func (i *Plan) Active() bool { return i.Targets > 0 }

// Face tells managers what the coming quarters bring: their pay and what
// experience says about supply.
func (i *Plan) Face(w *economy.World, s *economy.State, supply *Supply, bank *Bank, labour *Labour) {
	s.Terms.Relief = i.Relief
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		exact := i.problem(w, s, g, supply, bank, labour)
		b := &s.Branch[g]
		b.Problem, b.Worth = exact.Rounded(), 1
		if exact.Pay.Sales > 0 {
			b.Worth = exact.Pay.Sales / b.Problem.Pay.Sales
		}
	}
}

// problem is what a branch's managers face.
func (i *Plan) problem(w *economy.World, s *economy.State, g economy.Good, supply *Supply, bank *Bank, labour *Labour) decide.Problem {
	borne := bank.Soft.Borne()
	year, _ := s.Date(w)
	b := &s.Branch[g]
	bonus := i.Bonus
	var late, weight float64
	for k, need := range economy.Needs[g] {
		if k := economy.Good(k); need > 0 && k != economy.Services {
			late += need * s.Branch[k].Late
			weight += need
		}
	}
	pay := decide.Payoff{
		Step: bonus.Step, Slope: bonus.Slope, SlopeCap: bonus.Cap, Miss: bonus.Miss, MissBelow: bonus.MissBelow, Blame: bonus.Blame,
		Sales: bonus.Profit*i.profit(s, g) + i.Rating*i.clipped(benefit(s, g)), Deadline: bonus.Deadline, Defects: bonus.Reject, Padding: bonus.Fine, Detection: bonus.Found,
		RatchetUp: i.Ratchet.Up / 4, RatchetDown: i.Ratchet.Down / 4, RatchetLeast: i.Ratchet.Least,
		Stock:         borne*bank.Interest/4*bonus.Profit + i.Rating*bank.Interest/4,
		Labour:        borne*bonus.Profit*(i.WageShare+i.Income*(1-i.WageShare)) + i.Rating*i.WageShare*hour(s) + labour.WageFund,
		ProtectedJobs: labour.protected(s),
		Overrequest:   supply.Fine,
		Discount:      i.Discount,
	}
	if i.Active() {
		pay.Drift = i.Taut * w.Ordered(s, scenario.PlannedGrowth, year) / 4
	}
	if i.Computes() {
		pay.RatchetUp, pay.RatchetDown = i.passes(i.Ratchet.Up, 1), i.passes(i.Ratchet.Down, i.Forget)
	}
	expect := decide.Expect{Late: late / max(weight, 1e-9), Release: [3]float64{1, 1, 1}, Cut: b.Cut * (1 - supply.Truth), Hiring: unit.Clip(b.Hiring, i.HiringLow, 1), Quits: b.Quits, Demand: i.Seller}
	if supply.Allotment() {
		expect.Release = supply.Release
	} else {
		expect.Demand, expect.DemandSD = i.Buyer, i.BuyerSD
	}
	if i.Active() {
		expect.Growth = i.Growth
	}
	return decide.Problem{Pay: pay, Expect: expect, Physics: w.Work}
}

// profit is what a unit of a good leaves over its inputs, relative to what it
// would leave at cost.
func (i *Plan) profit(s *economy.State, g economy.Good) float64 {
	b := &s.Branch[g]
	var inputs float64
	for k, need := range economy.Needs[g] {
		inputs += need * s.Branch[k].Price
	}
	if b.Unit <= inputs {
		return 1
	}
	return unit.Clip((b.Price-inputs)/(b.Unit-inputs), i.MarginLow, i.MarginHigh)
}

// Target sets each enterprise's target of the quarter from what it achieved:
// the ratchet on last quarter's fulfilment, planned growth, new plant, and
// what the balances say is needed; where a plan is computed, its part of that.
func (i *Plan) Target(w *economy.World, s *economy.State) {
	if i.Councils() {
		i.agree(s)
		return
	}
	if !i.Active() {
		for k := range s.Enterprise {
			s.Enterprise[k].Target = 0
		}
		return
	}
	year, _ := s.Date(w)
	growth := i.Taut * w.Ordered(s, scenario.PlannedGrowth, year) / 4
	parts := i.parts(w, s)
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		b := &s.Branch[e.Good]
		made := e.Made[0] + e.Made[1] + e.Made[2]
		if e.Target <= 0 {
			e.Target = max(made, i.First*e.Capacity)
		}
		if s.Month%3 != 0 { // an era that begins inside a quarter takes the targets as they are
			continue
		}
		e.Target = i.Ratchet.Next(e.Target, e.Fulfil) * (1 + growth)
		if e.Fulfil < i.Failing && e.Tries > 1 {
			e.Target *= 1 - i.Assist
		}
		if b.LastYear > 0 && b.Wanted > 0 {
			e.Target *= 1 + i.balanced(b)/4
		}
		most := e.Capacity
		if i.computed(s, e.Good) {
			e.Target += i.Reach * (parts[k] - e.Target)
			s.Centre.Planned[e.Good] = max(0, s.Centre.Planned[e.Good]+12*e.Stretch*i.NewPlant)
			most = i.capacity(w, e) / 12
		}
		// new plant brings its own target
		e.Target += 3 * e.Stretch * i.NewPlant
		e.Stretch = 0
		e.Target = unit.Clip(e.Target, i.Floor*e.Rated, max(i.Floor*e.Rated, 3*i.Most*most))
	}
}

// balanced is how far balances move the targets of a branch, log points a year. Where depots are full they are cut to
// what users are planned to need, however little that is.
func (i *Plan) balanced(b *economy.BranchState) float64 {
	gap := math.Log(b.Wanted/b.LastYear) - i.Slack
	move := i.Balance * unit.Clip(gap, -i.Lower, i.Raise)
	if gap < 0 && b.Depot.Held() > i.Full/12*b.LastYear {
		move = max(-overfullMost, min(move, i.Overfull*gap))
	}
	return move
}

// Judge closes the quarter: managers report, the office books fulfilment and
// pays.
func (i *Plan) Judge(w *economy.World, s *economy.State) {
	policies := behaviour.Solved(w, s)
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		made := e.Made[0] + e.Made[1] + e.Made[2]
		if e.Target <= 0 {
			e.Reported, e.Fulfil = made, 1
			continue
		}
		f := made / e.Target
		padded := policies[e.Good].Report(f)
		e.Reported = made + padded*e.Target
		e.Fulfil = e.Reported / e.Target
		i.remember(e)
		if e.Fulfil < i.Failing {
			e.Tries++
		} else {
			e.Tries = 0
		}
		q := &s.Quarter
		q.Reported += padded * e.Target * economy.BasePrice[e.Good]
		q.Targets++
		q.Fulfil += e.Fulfil
		if e.Fulfil >= 1 && e.Fulfil < justMet {
			q.Spike++
		}
	}
}

// overfullMost is the fastest cut of a branch's targets where depots are full, log points a year (assumed: by half in a
// quarter).
const overfullMost = 2

// justMet is the fulfilment from 1 up to which a target counts as met and no
// more in the statistics (assumed).
const justMet = 1.03

// Sense keeps what branches learn from experience: the time posts stay open, how many
// leave by themselves, and the part of their work that is spoiled.
func (i *Plan) Sense(w *economy.World, s *economy.State) {
	var open, posts, made, faulty [economy.Goods]float64
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		open[e.Good] += max(0, float64(e.Wanted-e.Staff))
		posts[e.Good] += float64(e.Wanted)
		for month := range e.Made {
			made[e.Good] += e.Made[month]
			faulty[e.Good] += e.Faulty[month]
		}
	}
	var gone, staff [economy.Goods + 1]float64
	for c := range s.Cell {
		_, g := economy.CellOf(c)
		gone[g] += s.Cell[c].Gone
		staff[g] += float64(s.Cell[c].Staff)
		s.Cell[c].Gone = 0
	}
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		b := &s.Branch[g]
		if staff[g] > 0 {
			b.Quits += (unit.Clip(gone[g]/staff[g], 0, 1) - b.Quits) / i.Experience
		}
		if made[g] > 0 {
			b.Waste += (faulty[g]/made[g] - b.Waste) / i.Experience
		}
		if posts[g] > 0 {
			b.Hiring += (unit.Clip(1-i.Openings*open[g]/posts[g], i.HiringLow, 1) - b.Hiring) / i.Experience
		}
	}
}
