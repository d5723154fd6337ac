package politics

import "gosplan/economy"

// promote lives a year of the party, region by region: members die or are
// struck off, posts that fall open are filled from among them, some are called
// back, and others join. A member counts where he works now. Appointed tells
// whether offices appoint the managers.
func (r *Rules) promote(s *economy.State, c *census, appointed bool) {
	o := &s.Polity
	party, m := &o.Party, &r.Promotion
	var chance [economy.Groups]float64 // to rise, in the year before
	for g := range economy.Groups {
		if n := party.Members(g); n > 0 && g != economy.Officials {
			chance[g] = party.Risen[g] / (n + party.Risen[g])
		}
	}
	party.Risen = [economy.Groups]float64{}
	for at := range economy.Regions {
		r.lapse(party, at, &c.people[at])
		r.cut(party, at, c.people[at][economy.Officials])
		r.rise(o, at, min(m.Party*c.newcomer[at], max(0, c.people[at][economy.Officials]-held(party, at))))
		r.recall(party, at)
		r.enter(o, at, c, &chance, appointed)
	}
	o.Experts = r.experts(o, c)
}

// lapse lets members die, be struck off, or leave with those of their
// occupation when these become fewer than they.
func (r *Rules) lapse(party *economy.Party, at int, people *[economy.Groups]float64) {
	for g := range economy.Groups {
		party.Member[at][g] -= max(r.Promotion.Lapse*party.Member[at][g], party.Member[at][g]-people[g])
		party.Post[at][g] -= r.Promotion.Lapse * party.Post[at][g]
	}
}

// cut sends members back to where they came from when there are more of them
// in posts than offices have staff.
func (r *Rules) cut(party *economy.Party, at int, staff float64) {
	if n := held(party, at); n > staff {
		back(party, at, 1-staff/n)
	}
}

// held is how many members of a region are in posts.
func held(party *economy.Party, at int) (sum float64) {
	for _, n := range party.Post[at] {
		sum += n
	}
	return sum
}

// recall calls members in posts back.
func (r *Rules) recall(party *economy.Party, at int) { back(party, at, r.Recall) }

// back takes a part of those in posts back to what they were before.
func back(party *economy.Party, at int, part float64) {
	for g := range economy.Groups {
		n := part * party.Post[at][g]
		party.Post[at][g] -= n
		party.Member[at][g] += n
	}
}

// rise fills posts that are open to the party from among its members in the
// region: by schooling over the mean, and as far as those in posts choose, by
// how near the wishes of the members' group are to theirs.
func (r *Rules) rise(o *economy.Polity, at int, open float64) {
	party := &o.Party
	var fit [economy.Groups]float64
	var members, all float64
	for g := range economy.Groups {
		n := party.Member[at][g]
		near := 1 - economy.Apart(&o.Group[g].Ideal, &o.Group[economy.Officials].Ideal)
		fit[g] = r.Promotion.Fitness(n, o.Group[g].School, near, r.Centralism)
		members += n
		all += fit[g]
	}
	if all <= 0 {
		return
	}
	risen := r.Promotion.Risen(members, open)
	for g := range economy.Groups {
		n := min(party.Member[at][g], risen*fit[g]/all)
		party.Member[at][g] -= n
		party.Post[at][g] += n
		party.Risen[g] += n
	}
}

// enter lets people of the region join. Whom offices appoint joins as their own
// staff do.
func (r *Rules) enter(o *economy.Polity, at int, c *census, chance *[economy.Groups]float64, appointed bool) {
	party := &o.Party
	for g := range economy.Groups {
		x := &o.Group[g]
		if g == economy.Officials || g == economy.Holders {
			continue // officials join below; who lives by property may not
		}
		hope, ratio := chance[g], o.Group[economy.Officials].Pay/max(1, livelihood(o, g))
		if g == economy.Managers && appointed {
			hope, ratio = r.Promotion.Party, 1
		}
		if r.Recall > 0 {
			hope = 0 // a post brings nothing
		}
		near := 1.0 // to a cell of the party that one could join
		if g == economy.Peasants {
			near = r.Scattered
		}
		party.Member[at][g] += r.Promotion.Entered(near*(c.people[at][g]-party.Member[at][g]), 1-x.Distance, hope, ratio)
	}
	// staff of offices join as those do who already have the post
	x := &o.Group[economy.Officials]
	party.Post[at][economy.Officials] += r.Promotion.Entered(c.people[at][economy.Officials]-held(party, at), 1-x.Distance, r.Promotion.Party, 1)
}

// livelihood is what a post is weighed against: the pay of a group, and for
// those who earn no wage that of workers.
func livelihood(o *economy.Polity, g economy.Group) float64 {
	if pay := o.Group[g].Pay; pay > 0 {
		return pay
	}
	return o.Group[economy.Workers].Pay
}

// experts is the part of the staff of offices who are specialists: members by
// what they were before, others by their schooling.
func (r *Rules) experts(o *economy.Polity, c *census) float64 {
	var posts, before, staff float64
	for at := range economy.Regions {
		staff += c.people[at][economy.Officials]
		for g, n := range o.Party.Post[at] {
			posts += n
			if g == int(economy.Specialists) || g == int(economy.Managers) {
				before += n
			}
		}
	}
	if staff <= 0 {
		return 0
	}
	return (before + c.scholars*max(0, staff-posts)) / staff
}
