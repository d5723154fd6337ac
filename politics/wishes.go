package politics

import (
	"math"

	"gosplan/behaviour"
	"gosplan/economy"
	"gosplan/unit"
)

// Wishes are the weights in what a policy is worth to a group. They are the
// same for all groups: groups differ in where they stand. A payoff is in log
// points of consumption.
type Wishes struct {
	Patience float64 `unit:"years" range:"0 30" source:"assumed" means:"years of growth that count in wishes that are only measured; who decides reckons by Ruling.Account"`
	Hunger   float64 `unit:"log points" range:"0 20" source:"assumed" means:"loss when there is no food beside what is grown at home"`
	Death    float64 `unit:"log points per percent a year" range:"0 50" source:"assumed" means:"loss from deaths of hunger, in wishes that are only measured"`
	Defeat   float64 `unit:"log points" range:"0 5" source:"assumed" means:"loss under full threat without arms"`
	Guard    float64 `unit:"share of GDP" range:"0.005 0.5" source:"assumed" means:"arms that halve it"`
	Hurt     float64 `unit:"log points" range:"0 5" source:"assumed" means:"loss from full coercion to who has no access"`
	Voice    float64 `unit:"log points" range:"0 5" source:"assumed" means:"worth of all the influence there is"`
	Command  float64 `unit:"ratio" range:"0 3" source:"assumed; Niskanen 1971, Kornai 1980 on expansion drive" means:"worth of what passes through one's hands, over that of what one consumes"`
	Office   float64 `unit:"log points" range:"0 5" source:"assumed" means:"loss from losing office"`
	Idle     float64 `unit:"log points" range:"0 5" source:"assumed" means:"loss when nobody has work, to those who work for wages"`
	Shirk    float64 `unit:"share" range:"0 0.6" source:"losses in collective harvests over private ones, 15-25 against 8 percent, and the fall of sowing 1918-21: recalled" means:"farm product that is lost when all is taken or common"`
	Grip     float64 `unit:"share" range:"0 2" source:"assumed: procurements rose from a sixth to a third of the harvest" means:"more that can be had of a common barn under full coercion, over what is sold"`
	Supply   float64 `unit:"elasticity" range:"0 3" source:"assumed" means:"farm goods sold in their price"`
	Step     float64 `unit:"share" range:"0 0.3" source:"assumed" means:"of a choice's bounds, the step by which a group feels out what it would like"`
}

// A scene is what a policy is played in: numbers of the State as it is.
type scene struct {
	w       *Wishes
	r       *Rules
	o       *economy.Polity
	now     economy.Policy
	product float64 // GDP, points
	capital float64 // points
	alpha   float64 // output in capital
	farm    float64 // farm product, points
	sold    float64 // of it eaten in towns
	need    float64 // of towns, points
	town    float64 // million
	home    float64 // of them, those who live at home and are no soldiers
	village float64
	arms    float64    // share of GDP
	fear    float64    // gain in output per unit of punishment that is believed in
	mean    float64    // years of schooling
	idle    float64    // unemployed over the labour force of towns
	starved [2]float64 // risk of death from hunger, percent a year: villages, towns
	short   float64    // share of purchases that fail
	real    [2]float64 // consumption a head: villages, towns
	years   float64    // of growth that count
	death   float64    // log points per percent a year of that risk
}

// look reads the scene from the State.
func (r *Rules) look(w *economy.World, s *economy.State, p *behaviour.Primitives) *scene {
	a, c, months := &s.Last, &s.Centre, max(1, s.Last.Months)
	v := &scene{w: &r.Wishes, r: r, o: &s.Polity, now: s.Polity.Policy, product: max(1, c.GDP), alpha: w.Physics.Plant.Alpha, farm: max(0.1, a.FarmProduct*12/months),
		sold: marketed(s), arms: max(0.001, c.Military), mean: c.Seats}
	v.farm = max(v.farm, farmLeast*v.sold)
	v.capital = Capital(s)
	v.years, v.death = r.Wishes.Patience, r.Wishes.Death
	if s.Polity.Governs > 0 {
		v.years, v.death = r.Ruling.Account.Patience(), r.Ruling.Account.Life
	}
	var seekers float64
	for at := range s.Region {
		x := &s.Region[at]
		v.town += x.Town
		v.village += x.People - x.Town
		seekers += x.Unemployed * x.Town
		v.home += x.Home[1]
	}
	v.town, v.village = max(0.01, v.town), max(0.01, v.village)
	// what was lived on and what was risked, over all people of the year: a
	// region with hardly anybody in its towns would tell of luck, as single deaths do
	for place, lived := range a.Home {
		lived = max(0.01, lived)
		v.real[place] = max(0.01, 12*a.Consumed[place]/lived)
		v.starved[place] = 100 * 12 * a.Risk[place] / lived
	}
	v.idle = seekers / v.town
	v.need = v.home * (w.Physics.Food.Town*economy.BasePrice[economy.Grain] + p.Peasant.Eaten)
	v.short = a.Failed / max(1, a.Meant)
	v.fear = p.Effort.Fear / max(0.1, p.Effort.Curvature) / max(0.1, p.Effort.Usual())
	return v
}

// Capital is all plant, points, and at least one, so that growth can be reckoned
// over it.
func Capital(s *economy.State) float64 {
	return max(1, s.Capital())
}

// An outcome is what a policy would bring in one period.
type outcome struct {
	product   float64
	arms      float64 // share of GDP
	taken     float64 // farm product that is had by force, points
	sold      float64 // and bought
	village   float64 // consumption, points
	town      float64
	growth    float64 // a year
	coercion  float64
	influence [economy.Groups]float64
	access    [economy.Groups]float64
	loss      float64 // chance that those in office lose it
}

// Bounds of what one period under a policy is reckoned to bring (assumed): beyond
// them the scene, which is what was, tells nothing.
const (
	farmLeast      = 1.05 // farm product over what of it is eaten in towns
	productLeast   = 0.2  // product that is left, over the present one
	armsMost       = 0.6  // share of GDP
	underArmsLeast = 0.1  // million men, from which changes are reckoned
	farmPriceLeast = 0.05 // price over that of 1913, from and to which changes are reckoned
	soldMost       = 0.8  // share of farm product that leaves farms, bought or taken
	goodsLeast     = 0.01 // share of the product, goods for use from which changes are reckoned
	stockedMost    = 2    // goods for use over the present ones, with which villages find more to buy
	bare           = 0.05 // what is consumed, over farm product in villages and the product in towns, below which above bends
)

// sideline is what holders live by beside what is sold freely, over what is sold
// now (assumed).
const sideline = 0.05

// handsLeast is the share of the product that counts as passing through a group's
// hands even where none does (assumed): without any, the first bit of it would be
// worth everything.
const handsLeast = 0.02

// play is one period under a policy.
func (v *scene) play(x *economy.Policy) (out outcome) {
	o, now := v.o, &v.now
	out.coercion = x[economy.Severity] * o.Reputation
	lost := v.w.Shirk * (unit.Clip(x[economy.Collective]+x[economy.Requisition], 0, 1) - unit.Clip(now[economy.Collective]+now[economy.Requisition], 0, 1))
	farm := v.farm * (1 - lost)
	out.product = v.product + (v.product-v.farm)*v.fear*(out.coercion-o.Coercion) + farm - v.farm
	out.product = max(productLeast*v.product, out.product)
	out.arms = unit.Clip(v.arms*x[economy.UnderArms]/max(underArmsLeast, now[economy.UnderArms]), 0, armsMost)
	// food: sold for its price outside the common barns, and taken
	free := math.Pow(max(farmPriceLeast, x[economy.FarmPrice])/max(farmPriceLeast, now[economy.FarmPrice]), v.w.Supply)
	grip := func(p *economy.Policy, coercion float64) float64 {
		return 1 + v.w.Grip*coercion*(p[economy.Collective]+p[economy.Requisition])
	}
	all := v.sold * ((1-x[economy.Collective])*free + x[economy.Collective])
	all = min(soldMost*farm, all*grip(x, out.coercion)/grip(now, o.Coercion))
	out.taken = all * unit.Clip(x[economy.Collective]+x[economy.Requisition], 0, 1)
	out.sold = all - out.taken
	// what is neither built nor armed with is consumed; villages pay for goods with what they sell
	goods := out.product*(1-x[economy.Accumulation]-out.arms) - farm
	before := v.product*(1-now[economy.Accumulation]-v.arms) - v.farm
	stocked := unit.Clip(goods/max(goodsLeast*v.product, before), 0, stockedMost)
	out.village = above(bare*farm, farm-all+x[economy.FarmPrice]*all*(1-v.short)*stocked)
	out.town = above(bare*v.product, farm+goods-out.village)
	out.growth = v.alpha * x[economy.Accumulation] * out.product / v.capital
	out.access = v.r.access(o, x[economy.Franchise])
	var organisation [economy.Groups]float64
	for g := range o.Group {
		hit := v.r.Organisation.Repression * (out.coercion - o.Coercion) * (1 - out.access[g])
		organisation[g] = v.r.together(o, economy.Group(g), unit.Clip(o.Group[g].Organisation*(1-hit), 0, 1))
	}
	out.influence = v.r.influence(o, &organisation, &out.access)
	out.loss = v.r.Suffrage.Loss(x[economy.Franchise], o.Opposed, o.Unrest*(1-unit.Clip(out.coercion-o.Coercion, -1, 1)))
	return out
}

// above keeps what is consumed over nothing: below the least it falls by its own
// part, so that who has next to nothing still minds losing more of it.
func above(least, x float64) float64 {
	if x >= least {
		return x
	}
	return least * math.Exp(x/least-1)
}

// payoffs of the groups under a policy, given what the present one brings, as
// gains over it in consumption.
func (v *scene) payoffs(x *economy.Policy) (u [economy.Groups]float64) {
	base, out := v.play(&v.now), v.play(x)
	wages, before := v.wages(x), v.wages(&v.now)
	for g := range economy.Groups {
		place := 1
		if g == economy.Peasants || g == economy.Soldiers {
			place = 0
		}
		consumed := v.real[1] * out.town / base.town * wages[g] / before[g]
		fed := (out.sold + out.taken) / max(0.01, v.need)
		switch g {
		case economy.Peasants:
			consumed, fed = v.real[0]*out.village/base.village, 1
		case economy.Soldiers: // fed first
			consumed, fed = v.real[0]*(1+out.village/base.village)/2, 1
		case economy.Holders: // live by what is sold freely
			consumed *= (sideline + out.sold/max(0.01, v.sold)) / (sideline + base.sold/max(0.01, v.sold))
		}
		u[g] = math.Log(max(1e-3, consumed)) + v.years*out.growth -
			v.w.Hunger*math.Pow(max(0, 1-fed), 2) - v.death*v.starved[place] -
			v.w.Defeat*v.o.Threat/(1+out.arms/max(0.001, v.w.Guard)) -
			v.w.Hurt*out.coercion*(1-out.access[g]) + v.w.Voice*out.influence[g]
		if g == economy.Workers || g == economy.Specialists {
			u[g] -= v.w.Idle*v.idle + v.fear*out.coercion // what fear adds to output is their toil
		}
		u[g] += v.w.Command * math.Log(handsLeast+v.hands(g, x, &out))
		if g == economy.Officials {
			u[g] -= v.w.Office * out.loss
		}
	}
	return u
}

// hands is the part of the product that passes through the hands of a group:
// what the state takes, builds and arms with through those of officials, new
// plant through those of managers, arms through those of soldiers. It is 0
// for the others, to whom its worth is then a constant.
func (v *scene) hands(g economy.Group, x *economy.Policy, out *outcome) float64 {
	switch g {
	case economy.Officials:
		return x[economy.Accumulation] + out.arms + out.taken/out.product
	case economy.Managers:
		return x[economy.Accumulation]
	case economy.Soldiers:
		return out.arms
	}
	return 0
}

// wages are the groups' pay relative to each other under a policy on the pay
// of schooling, scaled so that the wage bill is the same.
func (v *scene) wages(x *economy.Policy) (pay [economy.Groups]float64) {
	var bill, old float64
	for g := range economy.Groups {
		a := &v.o.Group[g]
		knows := max(0, a.School-v.mean)
		pay[g] = (1 + x[economy.SkillPay]*knows) / (1 + v.now[economy.SkillPay]*knows)
		bill += a.Number * a.Pay * pay[g]
		old += a.Number * a.Pay
	}
	for g := range pay {
		if bill > 0 && v.o.Group[g].Pay > 0 {
			pay[g] *= old / bill
		}
	}
	return pay
}

// Payoffs are what the groups have of the policy in force, in log points of
// consumption, as the State shows it: what is eaten and bought, hunger and
// deaths, work, arms against threats, coercion, influence, command. What is
// built for later is left to Legacy.
func (r *Rules) Payoffs(w *economy.World, s *economy.State, p *behaviour.Primitives) [economy.Groups]float64 {
	v := r.look(w, s, p)
	v.years = 0
	return v.payoffs(&s.Polity.Policy)
}

// Legacy is what the plant is worth that years leave over what they found, to
// everybody, in log points of consumption in each of those years: the growth of
// output that it brings, by the years for which growth counts.
func (r *Rules) Legacy(w *economy.World, found, left, years float64) float64 {
	return r.Ruling.Account.Patience() * w.Physics.Plant.Alpha * math.Log(left/found) / max(1, years)
}

// wish finds for each group the policy it would choose, by feeling out its
// payoff a step up and down each choice from where things stand.
func (r *Rules) wish(w *economy.World, s *economy.State, p *behaviour.Primitives) {
	o := &s.Polity
	v := r.look(w, s, p)
	var ideal [economy.Groups]economy.Policy
	at := v.payoffs(&o.Policy)
	for c := range economy.Choices {
		low, high := economy.ChoiceBounds[c][0], economy.ChoiceBounds[c][1]
		h := r.Wishes.Step * (high - low)
		up, down := o.Policy, o.Policy
		up[c] += h
		down[c] -= h
		above, below := v.payoffs(&up), v.payoffs(&down)
		for g := range ideal {
			ideal[g][c] = unit.Clip(o.Policy[c]+climb(at[g], above[g], below[g], h, r.Stride*(high-low)), low, high)
		}
	}
	for g := range o.Group {
		o.Group[g].Ideal = ideal[g]
		o.Group[g].Distance = economy.Apart(&ideal[g], &o.Policy)
	}
}

// climb is how far a group would go in a choice whose payoff is at here and a
// step above and below: to the top of the parabola through the three, and not
// farther than most; all the way where there is no top.
func climb(at, above, below, step, most float64) float64 {
	if step == 0 {
		return 0
	}
	slope, bend := (above-below)/(2*step), (above-2*at+below)/(step*step)
	switch {
	case math.Abs(slope) < 1e-9:
		return 0
	case bend < 0:
		return unit.Clip(-slope/bend, -most, most)
	case slope > 0:
		return most
	}
	return -most
}
