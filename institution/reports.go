package institution

import (
	"math"

	"gosplan/economy"
)

// Reports is all that a computed plan goes by. Between what is and what is
// reported lies Plan.Truth: at 0 the office is told what enterprises have
// reported making (padding and defects with it), that they can make no more
// than that, that they need what they request as far as the office believes
// requests, and nothing of their hoards; at 1 it is told what is.
type Reports struct {
	Made     [economy.Goods]float64                // a year, points
	Capacity [economy.Goods]float64                // a year, points
	Staff    [economy.Goods]float64                // million
	Norm     [economy.Goods][economy.Goods]float64 // [user][input] units per unit of output, reserves included
	Hoards   [economy.Goods]float64                // input stocks beyond the normal, units
	Final    [economy.Goods]float64                // [good] needed this year by investors, army and households
	Later    [economy.Goods]float64                // and in the year for which plant is built
	Growth   float64                               // of what plant and people yield, reckoned with for the year
}

// capacity is what the office takes an enterprise to be able to make in a
// year. Nobody reports that he can make more than he has.
func (i *Plan) capacity(e *economy.Enterprise) float64 {
	shown := 4 * e.Reported
	return shown + i.Truth*(12*e.Capacity-shown)
}

// hear collects the reports of the new year. It writes Centre (told).
func (i *Plan) hear(w *economy.World, s *economy.State, building *Investment) *Reports {
	year, _ := s.Date(w)
	r := &Reports{Growth: i.Taut * w.Decided.PlannedGrowth.At(year)}
	var requests [economy.Goods]float64
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		made := 4 * e.Reported
		var good float64
		for m, q := range e.Made {
			good += q - e.Faulty[m]
		}
		made += i.Truth * (4*good - made)
		r.Made[e.Good] += made
		r.Capacity[e.Good] += i.capacity(e)
		r.Staff[e.Good] += float64(e.Staff) / 1e6
		requests[e.Good] += made * e.Request
		for g, need := range e.Need {
			r.Hoards[g] += i.Truth * max(0, e.In[g].Held()-i.Hoard*need)
		}
	}
	for user := economy.FirstBranch; user < economy.Goods; user++ {
		over := requests[user] / max(1e-9, r.Made[user])
		for g, need := range economy.Needs[user] {
			if economy.Good(g) < economy.FirstBranch {
				continue // what farms deliver is not planned with industry
			}
			if economy.Good(g) != economy.Services { // requested goods
				need *= 1 + (1-i.Truth)*(over*(1-s.Branch[g].Cut)-1)
				need *= building.Reserve
			}
			if economy.Good(g) == economy.Fuel {
				need *= building.FuelReserve
			}
			r.Norm[user][g] = need
		}
	}
	i.late(s, r)
	r.needs(s, building)
	return r
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
// years ahead and for this year: what is wanted of a good less what branches
// use of it.
func (r *Reports) needs(s *economy.State, building *Investment) {
	ahead := math.Exp(building.Lead * building.Consumption)
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		if g == economy.Fuel || g == economy.Materials {
			continue // only users need them
		}
		later := s.Branch[g].Wanted
		for user := economy.FirstBranch; user < economy.Goods; user++ {
			later -= r.Norm[user][g] * s.Branch[user].Wanted
		}
		r.Later[g] = max(0, later)
		r.Final[g] = r.Later[g] / ahead
	}
}
