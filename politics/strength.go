package politics

import (
	"math"

	"gosplan/economy"
	"gosplan/unit"
)

// grieve reckons what is missing from the living of peasants; that of workers
// is reckoned every quarter. Unrest is discontent by how far the discontented
// are organised.
func (r *Rules) grieve(s *economy.State) {
	o := &s.Polity
	var people, sore float64
	for k := range s.Village {
		v := &s.Village[k]
		people += v.People
		sore += v.People * unit.Clip(v.Hunger+v.Anger+v.Taken*(1-v.Member), 0, 1)
	}
	if people > 0 {
		o.Group[economy.Peasants].Grievance = sore / people
	}
	var all, unrest float64
	for g := range o.Group {
		x := &o.Group[g]
		all += x.Number
		unrest += x.Number * x.Organisation * x.Grievance
	}
	o.Unrest = unrest / max(1e-9, all)
}

// enforce plays a year of the game of coercion: who breaks the law, who can be
// punished, what people believe then.
func (r *Rules) enforce(s *economy.State) {
	o := &s.Polity
	severity := o.Policy[economy.Severity]
	var people float64
	for at := range s.Region {
		people += s.Region[at].People
	}
	if people > 0 {
		capacity := r.Obedience.Capacity(o.Group[economy.Officials].Number/people, o.Policy[economy.Franchise])
		o.Reputation = r.Obedience.Next(o.Reputation, r.Obedience.Breaking(severity, o.Reputation), capacity)
	}
	o.Coercion = severity * o.Reputation
}

// stop reckons how much of the product of a quarter stops when a group
// withdraws: from what the branches made, what they use, who else could do the
// work, what lies in the barns.
func (r *Rules) stop(w *economy.World, s *economy.State, c *census, owned float64) {
	o, m, stops := &s.Polity, &r.Leverage, r.Leverage.Stopped
	var branches float64
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		branches += s.Branch[g].LastYear
	}
	all := max(s.Centre.GDP, branches)
	if all <= 0 {
		return
	}
	made := branches / all
	n := func(g economy.Group) float64 { return o.Group[g].Number }
	l := func(g economy.Group, stopped float64) { o.Group[g].Leverage = unit.Clip(stopped, 0, 1) }
	l(economy.Workers, made*stops(m.Hands, n(economy.Workers), c.seeking))
	l(economy.Specialists, made*stops(m.Guide, n(economy.Specialists), c.knowing+r.Rotation*n(economy.Workers)))
	l(economy.Managers, made*stops(m.Guide, n(economy.Managers), n(economy.Specialists)))
	// what offices allot, less what lies in the stores, and what the state buys
	allotted, months := allotted(s)
	invests := 1.0 // what is built passes through offices where firms have no owners
	if owned > 0 {
		invests = allotted
	}
	bought := unit.Clip(s.Centre.Invested/all*invests+s.Centre.Military, 0, 1)
	directed := made * allotted * (1 - unit.Clip(months/3, 0, 1))
	l(economy.Officials, stops(1-(1-bought)*(1-directed), n(economy.Officials), c.knowing))
	// the towns' food, what is made of it, and what hungry people do not make
	year, month := s.Date(w)
	bread, produce := eaten(s)
	making := s.Branch[economy.Consumer].LastYear
	weary := w.Physics.Works.Weary * (branches - making)
	stopped := (bread*economy.BasePrice[economy.Grain]+weary)*without(s.Centre.Granary.Held(), bread, month) +
		(produce+making)*without(s.Centre.Barn.Held(), produce, month)
	l(economy.Peasants, stopped/all*stops(m.Hands, n(economy.Peasants), 0))
	free := s.Terms.Trade * (1 - s.Terms.StateShare[economy.PoolGrain])
	held := free * marketed(s) / all
	if owned > 0 {
		held += made
	}
	l(economy.Holders, stops(held, n(economy.Holders), 0))
	front := max(o.Threat, r.Threat*w.Given.War.At(year), o.Unrest)
	l(economy.Soldiers, stops(m.Beyond*front, n(economy.Soldiers), 0))
}

// without is the part of a year's use for which there is nothing in store. What
// comes once a year is withdrawn for a year, and only what would be left of the last
// harvest covers for it.
func without(store, use float64, month int) float64 {
	rest := store - use*float64(economy.HarvestMonth-month)/12
	return 1 - unit.Clip(rest/max(1e-9, use), 0, 1)
}

// allotted is the part of enterprises' needs that offices allot, and for how
// many months their stocks last.
func allotted(s *economy.State) (part, months float64) {
	var some, all, stock float64
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		for g, need := range e.Need {
			value := need * economy.BasePrice[g]
			all += value
			stock += e.In[g].Held() * economy.BasePrice[g]
			if e.Allot[g] > 0 && !math.IsInf(e.Allot[g], 1) { // who buys freely has no bound
				some += value
			}
		}
	}
	if all <= 0 {
		return 0, 0
	}
	return some / all, stock / all
}

// eaten is what towns eat in a year: grain, Mt, and their part of produce by
// heads, points.
func eaten(s *economy.State) (grain, produce float64) {
	a := &s.Last
	year := 12 / max(1, a.Months)
	return a.EatenTown * year, a.EatenProduce * year * a.Home[1] / max(1e-9, a.Home[0]+a.Home[1])
}

// marketed is that in points.
func marketed(s *economy.State) float64 {
	grain, produce := eaten(s)
	return grain*economy.BasePrice[economy.Grain] + produce
}

// organise moves organisation by a year: that of workers cell by cell, that of
// the others by what they live through together.
func (r *Rules) organise(s *economy.State, c *census) {
	o, m := &s.Polity, &r.Organisation
	var people, organised float64
	hit := func(g economy.Group) float64 { return o.Coercion * (1 - o.Group[g].Access) }
	for k := range o.Organised {
		region, good := economy.CellOf(k)
		if good == economy.Office || c.mass[k] == 0 {
			continue
		}
		o.Organised[k] = m.Next(o.Organised[k], c.stayed[k], hit(economy.Workers), o.Won[k], cards(s, region))
		people += c.mass[k]
		organised += c.mass[k] * o.Organised[k]
	}
	if people > 0 {
		o.Group[economy.Workers].Organisation = organised / people
	}
	stayed := organisedStay(c)
	for g := range economy.Groups {
		x, stay, patronage := &o.Group[g], stayed, 0.0
		switch g {
		case economy.Workers:
			continue
		case economy.Peasants: // they stay, scattered over villages
			stay = r.Scattered
		case economy.Soldiers:
			patronage = 1
		}
		x.Organisation = m.Next(x.Organisation, stay, hit(g), 0, patronage)
	}
}

// organisedStay is the part of all workers who have been where they are for a
// year; those who know and those who direct stay as others of the towns do.
func organisedStay(c *census) float64 {
	var all, stayed float64
	for k, n := range c.mass {
		all += n
		stayed += n * c.stayed[k]
	}
	if all == 0 {
		return 0
	}
	return stayed / all
}

// cards is the part of the living in a region that is handed out on cards.
func cards(s *economy.State, region int) float64 {
	if s.Region[region].Cards > 0 {
		return 1
	}
	return 0
}

// weigh gives the groups their access and influence.
func (r *Rules) weigh(s *economy.State) {
	o := &s.Polity
	access := r.access(o, o.Policy[economy.Franchise])
	var organisation [economy.Groups]float64
	for g := range o.Group {
		o.Group[g].Access = access[g]
		organisation[g] = r.together(o, economy.Group(g), o.Group[g].Organisation)
	}
	for g, share := range r.influence(o, &organisation, &access) {
		o.Group[g].Influence = share
	}
}

// together is how far a group acts as one: by its own organisation, and where
// that does not reach by the party's, as far as it has members and these are
// not directed by those in posts.
func (r *Rules) together(o *economy.Polity, g economy.Group, organisation float64) float64 {
	n := o.Group[g].Number
	if n <= 0 {
		return 0
	}
	own := unit.Clip(o.Party.Members(g)/n, 0, 1)
	if g != economy.Officials {
		own *= 1 - r.Centralism
	}
	return organisation + (1-organisation)*own
}

// access of the groups under a franchise: everybody's vote as far as votes
// decide, and for the rest membership of the party by present occupation,
// where a part of the voice of those without posts passes to those with.
func (r *Rules) access(o *economy.Polity, franchise float64) (f [economy.Groups]float64) {
	party := &o.Party
	all := party.All()
	for g := range economy.Groups {
		share := 0.0
		if g == economy.Officials {
			share = 1
		}
		if all > 0 {
			share = party.Members(g) / all
			if g == economy.Officials {
				share += r.Centralism * (1 - share)
			} else {
				share *= 1 - r.Centralism
			}
		}
		f[g] = franchise + (1-franchise)*share
	}
	return f
}

// influence are the shares of the groups in the contest.
func (r *Rules) influence(o *economy.Polity, organisation, access *[economy.Groups]float64) (share [economy.Groups]float64) {
	var all float64
	for g := range share {
		x := &o.Group[g]
		share[g] = r.Contest.Weight(x.Number, organisation[g], x.Leverage, access[g])
		all += share[g]
	}
	for g := range share {
		if all > 0 {
			share[g] /= all
		}
	}
	return share
}

// defend lets those in office choose how far votes decide.
func (r *Rules) defend(s *economy.State) {
	o, m := &s.Polity, &r.Suffrage
	var all, against float64
	for g := range o.Group {
		x := &o.Group[g]
		all += x.Number
		if economy.Group(g) != economy.Officials {
			against += x.Number * x.Distance
		}
	}
	o.Opposed = against / max(1e-9, all)
	f := &o.Policy[economy.Franchise]
	*f += m.Speed * (m.Safest(o.Opposed, o.Unrest) - *f)
}
