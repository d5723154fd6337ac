package institution

import (
	"math"

	"gosplan/behaviour"
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/scenario"
	"gosplan/unit"
)

// sow follows orders as far as land, horses and machines allow; seed comes
// from the kolkhoz, then on loan from the state.
func (i *Kolkhoz) sow(w *economy.World, s *economy.State) {
	labour, draught := i.means(w, s, func(v *economy.Village) float64 { return v.Land })
	for k := range s.Village {
		v := &s.Village[k]
		if v.Land <= 0 {
			continue
		}
		able := w.Physics.Farming.Sowable(labour[v.Region]*v.Effort, draught[v.Region])
		want := v.Land * min(i.Orders, w.Physics.Farming.Arable(int(v.Region)), able)
		if v.Sown <= 0 {
			v.Sown = i.First * v.Land
		}
		v.Sown += i.Sowing * (want - v.Sown)
		need := v.Sown * w.Physics.Farming.Seed
		if lack := need - v.Grain.Held(); lack > 0 {
			ledger.Ship(&s.Centre.Granary, &v.Grain, min(lack, i.SeedLoan*s.Centre.Granary.Held())*(1-s.Region[v.Region].Cut)) // none across a front
		}
		v.Sown = min(v.Sown, v.Grain.Held()/w.Physics.Farming.Seed)
		s.Audit.Use(economy.Grain, &v.Grain, v.Sown*w.Physics.Farming.Seed)
	}
}

// lendSeed gives a region's kolkhozes what leaders lend them before the spring, by
// what they sow; what they keep of their own seed beyond their need is free to be
// shared out then.
func lendSeed(w *economy.World, s *economy.State, year int) {
	var sown [economy.Regions]float64
	for k := range s.Village {
		sown[s.Village[k].Region] += s.Village[k].Sown
	}
	for k := range s.Village {
		v := &s.Village[k]
		r := int(v.Region)
		if loan := w.OrderedFor(s, w.Decided.SeedLoans, year, r, 0) * (1 - s.Region[r].Cut); loan > 0 && v.Sown > 0 {
			ledger.Ship(&s.Centre.Granary, &v.Grain, min(loan*v.Sown/sown[r], s.Centre.Granary.Held()))
		}
	}
}

// reap brings in the collective harvest: hands by members, effort by pay.
func (i *Kolkhoz) reap(w *economy.World, s *economy.State) {
	gains := w.Physics.Farming.Gains(s.FarmCapital())
	labour, draught := i.means(w, s, func(v *economy.Village) float64 { return v.Sown })
	for k := range s.Village {
		v := &s.Village[k]
		v.Harvest, v.Taken = 0, 0
		i.learn(w, v)
		if v.Sown <= 0 {
			continue
		}
		r := int(v.Region)
		q := behaviour.Harvest(&w.Physics.Farming, v.Sown, labour[r]*v.Effort, draught[r], v.Weather, gains) * v.Skill * (1 - w.Physics.Farming.Front*s.Region[r].Cut)
		s.Audit.Make(economy.Grain, &v.Grain, q)
		v.Harvest = q
		s.Year.Harvest[r] += q
		s.Year.Free[r] += q * s.Free(w, r)
		s.Year.Sown[r] += v.Sown
	}
}

// means are the hands and the draught power on the common fields of a region,
// per hectare of an area, relative to 1928: machine stations and officials
// send both where they are short.
func (i *Kolkhoz) means(w *economy.World, s *economy.State, area func(*economy.Village) float64) (labour, draught [economy.Regions]float64) {
	return behaviour.Means(w, s, func(v *economy.Village) (float64, float64, float64) {
		return v.Hands * v.Members / max(1e-9, v.People) * (1 - i.PlotTime*i.Plot), v.Herd[economy.Horses], area(v)
	})
}

// learn is a year of collective work: as in any work, who is new to it does
// not do it well, and learns.
func (i *Kolkhoz) learn(w *economy.World, v *economy.Village) {
	if v.Members <= 0 {
		return
	}
	farming := &w.Physics.Farming
	fresh := unit.Clip(1-v.Veterans/v.Members, 0, 1)
	v.Skill += farming.Learn * (1 - v.Skill)
	v.Skill += fresh * (farming.Novice - v.Skill)
	v.Veterans = v.Members
}

// quotas sets what every village has to deliver, from estimates.
func (i *Kolkhoz) quotas(w *economy.World, s *economy.State, year int) {
	c := &s.Centre
	need := i.Need*atHomeInTowns(s) + w.Ordered(s, scenario.GrainExport, year) + i.Soldier*c.Army
	need = max(0, need-max(0, c.Granary.Held()-i.Reserve)*i.Draw)
	var estimates, weights, before float64
	var able [economy.Regions]float64
	for r := range s.Region {
		before += s.Last.Procured[r] * (1 - s.Region[r].Cut)
	}
	for k := range s.Village {
		v := &s.Village[k]
		r := int(v.Region)
		private := v.PrivateHarvest
		v.Estimate = i.Bias.Estimate(v.Harvest+private, v.Weather)
		estimates += v.Estimate
		v.Quota = max(0, v.Estimate-i.Norm*v.People-(v.Sown+v.Open)*w.Physics.Farming.Seed) * (1 - s.Region[r].Cut)
		weights += v.Quota
		able[r] += v.Quota
	}
	total := min(need, i.Most*estimates)
	c.Quota = total
	var parts [economy.Regions]float64
	for r := range parts {
		parts[r] = able[r] / max(1e-9, weights)
		if before > 0 { // who delivered is asked again
			parts[r] += i.Anchor * (s.Last.Procured[r]*(1-s.Region[r].Cut)/before - parts[r])
		}
	}
	assign(w, s, year, &parts)
	for k := range s.Village {
		v := &s.Village[k]
		v.Quota *= total * parts[v.Region] / max(1e-9, able[v.Region])
	}
}

// assign puts the shares that leaders set for regions in the place of those that
// offices worked out, and lets the others share the rest.
func assign(w *economy.World, s *economy.State, year int, parts *[economy.Regions]float64) {
	var fixed [economy.Regions]bool
	var set, rest float64
	for r := range parts {
		if share := w.OrderedFor(s, w.Decided.GrainQuotas, year, r, -1); share >= 0 {
			parts[r], fixed[r] = share, true
			set += share
		} else {
			rest += parts[r]
		}
	}
	for r := range parts {
		if !fixed[r] && set > 0 {
			parts[r] *= max(0, 1-set) / max(1e-9, rest)
		}
	}
}

// behind is the part of kolkhoz harvests that whoever rules behind a front takes
// for the towns there: what they eat, and no more than the state asks for of its own.
func (i *Kolkhoz) behind(w *economy.World, s *economy.State) (rate [economy.Regions]float64) {
	var harvest [economy.Regions]float64
	for k := range s.Village {
		harvest[s.Village[k].Region] += s.Village[k].Harvest
	}
	for r := range rate {
		if cut := s.Region[r].Cut; cut > 0 && harvest[r] > 0 {
			rate[r] = cut * min(i.Most, w.Physics.Food.Town*s.Region[r].Home[1]/harvest[r])
		}
	}
	return rate
}

// deliver takes the month's part of the quotas from kolkhoz barns and from
// private houses, forgiving a part where nothing would be left.
func (i *Kolkhoz) deliver(w *economy.World, s *economy.State, month int) {
	if month == economy.HarvestMonth {
		s.Centre.Due = s.Centre.Quota
		return
	}
	part := i.Calendar[(month+3)%12]
	c := &s.Centre
	taken := make([]float64, len(s.Village))
	behind := i.behind(w, s)
	for k := range s.Village {
		v := &s.Village[k]
		if rate := behind[v.Region] * part; rate > 0 {
			ledger.Ship(&v.Grain, &s.Shop[v.Region].Stock[economy.Grain], min(rate*v.Harvest, i.Scrape*v.Grain.Held()))
		}
		want := v.Quota * part
		total := v.Harvest + v.PrivateHarvest
		if want <= 0 || total <= 0 {
			continue
		}
		after := (total - (v.Sown+v.Open)*w.Physics.Farming.Seed - v.Quota) / max(1e-9, i.Bread*v.People)
		want *= 1 - i.Relief*unit.Clip(1-after, 0, 1)
		collective := want * v.Harvest / total
		got := ledger.Ship(&v.Grain, &c.Granary, min(collective, i.Scrape*v.Grain.Held()))
		ledger.Pay(&c.Treasury, &v.Cash, unit.Cost(s.Terms.Offer[economy.PoolGrain], got))
		s.Region[v.Region].Procured += got
		taken[k] = (want - collective) * i.Private / max(1e-9, v.PrivateHarvest)
		v.Taken += got / max(1e-9, v.Harvest)
	}
	for b := range s.Block {
		block := &s.Block[b]
		for h := range block.Villagers() {
			if h.Joined == 1 {
				continue
			}
			held := h.Grain.Held()
			pool := &block.Pool[h.Region]
			got := ledger.Ship(&h.Grain, &pool.Barn[economy.PoolGrain], min(i.Search, taken[h.Village])*held)
			paid := unit.Cost(s.Terms.Offer[economy.PoolGrain], got)
			ledger.Pay(&pool.Fund, &h.Purse, paid)
			h.Income += float32(paid) / 12
			i.expect(h, month-9, got, held)
			h.Taken = float32(math.Min(float64(h.Taken), i.Resigned))
		}
		s.TakePools(block)
	}
	came := c.Season
	for r := range s.Region {
		came += s.Region[r].Procured
	}
	c.Due = came * i.owed(month) / max(1e-9, 1-i.owed(month))
}
