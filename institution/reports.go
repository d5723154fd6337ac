package institution

import (
	"math"
	"math/bits"

	"gosplan/economy"
	"gosplan/scenario"
)

// Reports is all that a computed plan goes by. Between what is and what is
// reported lies Plan.Truth: at 0 the office is told what enterprises have
// reported making (padding and defects with it), that they can make no more
// than that, that they need what they request as far as the office believes
// requests, and nothing of their hoards; at 1 it is told what is.
type Reports struct {
	Made     [economy.Goods]float64                // a year, points, as it counts for fulfilment
	Faulty   [economy.Goods]float64                // of that, what nobody can use
	Capacity [economy.Goods]float64                // a year, points
	Staff    [economy.Goods]float64                // million
	Labour   [economy.Goods]float64                // million per point a year
	Norm     [economy.Goods][economy.Goods]float64 // [user][input] units per unit of output, reserves included
	Hoards   [economy.Goods]float64                // input stocks beyond the normal, units
	Final    [economy.Goods]float64                // [good] needed this year by investors, army and households
	Later    [economy.Goods]float64                // and in the year for which plant is built
	Bound    [economy.Goods]float64                // of what is made, a year: what farm goods allow
	Idle     [economy.Goods]float64                // and what plant could make beyond that
	Growth   float64                               // of what plant and people yield, reckoned with for the year
}

// remember keeps the most that an enterprise has reported making in a quarter,
// as a year's output, and forgets it slowly when less is reported.
func (i *Plan) remember(e *economy.Enterprise) {
	if i.Councils() { // there it is what has been agreed
		return
	}
	if now := 4 * e.Reported; !i.Computes() || now > e.Shown {
		e.Shown = now
	} else {
		e.Shown -= i.Forget / 4 * (e.Shown - now)
	}
}

// capacity is what the office takes an enterprise to be able to make in a
// year. No manager reports that he can make more than he has; the truth is what
// plant could make at a normal pace with all its places filled, or what it has
// made if that was more. An office that begins remembers nothing, and goes by the
// last quarter's report.
func (i *Plan) capacity(w *economy.World, e *economy.Enterprise) float64 {
	shown := max(e.Shown, 4*e.Reported)
	if i.Truth == 0 {
		return shown
	}
	gain := math.Pow(1+w.Physics.Plant.Gain, float64(bits.OnesCount32(e.Adopted)))
	full := max(shown, 12*e.Capacity, 12*e.Rated*e.Effort*e.Skill*e.Shape*gain)
	return shown + i.Truth*(full-shown)
}

// hear collects the reports of the new year.
func (i *Plan) hear(w *economy.World, s *economy.State, building *Investment) *Reports {
	year, _ := s.Date(w)
	r := &Reports{Growth: i.Taut * w.Ordered(s, scenario.PlannedGrowth, year)}
	var requests, hands [economy.Goods]float64
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		made := 4 * e.Reported
		for m, q := range e.Made { // in the place of the report, as far as it is known
			made += i.Truth * 4 * (q - e.Reported/3)
			r.Faulty[e.Good] += i.Truth * 4 * e.Faulty[m]
		}
		r.Made[e.Good] += made
		r.Capacity[e.Good] += i.capacity(w, e)
		r.Staff[e.Good] += float64(e.Staff) / 1e6
		hands[e.Good] += made + i.Truth*max(0, 12*e.Capacity-made)
		requests[e.Good] += made * e.Request
		for g, need := range e.Need {
			r.Hoards[g] += i.Truth * max(0, e.In[g].Held()-i.Hoard*need)
		}
	}
	for user := economy.FirstBranch; user < economy.Goods; user++ {
		r.Labour[user] = r.Staff[user] / max(1e-9, hands[user]) / (1 + r.Growth)
		r.Norm[user] = r.norms(i, s, building, user, requests[user]/max(1e-9, r.Made[user]))
	}
	r.farmed(i, w, s)
	i.late(s, r)
	r.needs(i, s, building)
	return r
}

// farmed bounds what is made of farm goods, as far as the truth is known, by what
// was made of them and what more could be of those in store. No report tells of
// farm goods, and no plan of industry brings any.
func (r *Reports) farmed(i *Plan, w *economy.World, s *economy.State) {
	_, month := s.Date(w)
	free := [2]float64{max(0, beyondBread(w, s, month)), s.Centre.Barn.Held()}
	for g := range r.Bound {
		r.Bound[g] = math.Inf(1)
		if i.Truth == 0 || economy.Good(g).Line(int(economy.Produce)) == 0 {
			continue
		}
		r.Bound[g] = 0
		for k, held := range free {
			if part := economy.Good(g).Line(k); part > 0 {
				r.Bound[g] += part * min(r.Capacity[g], r.Made[g]+(held+s.Branch[k].Depot.Held())/economy.Needs[g][k])
			}
		}
		r.Idle[g] = i.Truth * max(0, r.Capacity[g]-r.Bound[g])
		r.Capacity[g] -= r.Idle[g]
	}
}

// sound is the part of a branch's output that is known to be of use.
func (r *Reports) sound(g economy.Good) float64 {
	return 1 - min(0.9, r.Faulty[g]/max(1e-9, r.Made[g]))
}

// norms are what a unit of a branch's output is taken to use of every good of
// industry, with the reserves of the ministries: what is requested, which is
// over times the technical need, cut as the office has learned to; or that
// need. What was delivered is no guide where much was short.
func (r *Reports) norms(i *Plan, s *economy.State, building *Investment, user economy.Good, over float64) (norm [economy.Goods]float64) {
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		need := economy.Needs[user][g]
		if need > 0 && g != economy.Services { // freight is not requested
			requested := need * over * (1 - s.Branch[g].Cut)
			need = (requested + i.Truth*(need-requested)) * building.Reserve
		}
		if g == economy.Fuel {
			need *= building.FuelReserve
		}
		norm[g] = need
	}
	return norm
}

// late mixes what is reported with what was reported a year ago.
func (i *Plan) late(s *economy.State, r *Reports) {
	c := &s.Centre
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		for _, part := range []struct{ now, told *float64 }{{&r.Made[g], &c.ToldMade[g]}, {&r.Capacity[g], &c.ToldCapacity[g]}} {
			before := *part.told
			*part.told = *part.now
			if before > 0 {
				*part.now -= i.Delay * (*part.now - before)
			}
		}
	}
}

// needs are the final needs, as ministries have just planned them for a few
// years ahead: what is wanted of a good less what branches use of it; and of
// them what this year asks for, with the growth that leaders ask for on top.
// Shops report sales; what households would have bought besides, goods and
// services alike, is part of the truth.
func (r *Reports) needs(i *Plan, s *economy.State, building *Investment) {
	ahead := math.Exp(building.Lead * building.Consumption)
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		if g == economy.Fuel || g == economy.Materials { // only users need them, and trade
			if g == economy.Fuel {
				r.Later[g], r.Final[g] = s.Centre.Crude*ahead, s.Centre.Crude*(1+r.Growth)
			}
			continue
		}
		later := s.Branch[g].Wanted
		for user := economy.FirstBranch; user < economy.Goods; user++ {
			later -= r.Norm[user][g] * s.Branch[user].Wanted / r.sound(user)
		}
		if g == economy.Consumer || g == economy.Services {
			later = max(later, i.Truth*(s.Branch[g].LastYear+unmet(s, g))*ahead)
			later -= i.Truth * max(0, later-r.Bound[g]*ahead)
		}
		r.Later[g] = max(0, later)
		r.Final[g] = r.Later[g] / ahead * (1 + r.Growth)
	}
}

// unmet is what households meant to buy of a good and did not find, points a year.
func unmet(s *economy.State, g economy.Good) (points float64) {
	for k := range s.Shop {
		if shop := &s.Shop[k]; shop.Price[g] > 0 {
			points += 12 * shop.Meant[g] * shop.Failed[g] / shop.Price[g]
		}
	}
	return points
}
