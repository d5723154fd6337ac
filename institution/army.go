package institution

import (
	"gosplan/economy"
	"gosplan/mechanism"
	"gosplan/scenario"
)

// Army calls up men and orders arms.
type Army struct {
	Rivalry      mechanism.Rivalry
	CallUp       mechanism.CallUp
	ArmyPractice `keep:"soldiers eat under any system"`
}

// ArmyPractice is what soldiers get.
type ArmyPractice struct {
	Bread     float64 `unit:"t a year" range:"0 1" source:"assumed" means:"grain per head"`
	Produce   float64 `unit:"points a year" range:"0 2" source:"assumed" means:"produce per head"`
	Goods     float64 `unit:"points a year" range:"0 2" source:"assumed" means:"consumer goods per head"`
	GoodsMost float64 `unit:"per month" range:"0 1" source:"assumed" means:"part of the depot that the army can take"`
}

// Order sets the call-up and the share for arms.
func (i *Army) Order(w *economy.World, s *economy.State) {
	year, month := s.Date(w)
	c := &s.Centre
	c.Threat = w.Given.Threat.Between(year, month)
	c.Military = i.Rivalry.Share(c.Threat, w.Given.War.At(year))
	ranks := muster(w, s)
	c.Army = ranks.Serving
	c.Levy = i.CallUp.Levy(w.Ordered(s, scenario.UnderArms, year), &ranks)
	s.Terms.CallFrom, s.Terms.CallAges, s.Terms.Service, s.Terms.Unfit = i.CallUp.From, i.CallUp.Ages, 12*i.CallUp.Term, i.CallUp.Unfit
	c.Upkeep = c.Army * (i.Bread*economy.BasePrice[economy.Grain] + i.Produce + i.Goods*economy.BasePrice[economy.Consumer])
}

// muster counts men by what the army has to know of them.
func muster(w *economy.World, s *economy.State) (out mechanism.Ranks) {
	million := float64(w.Weight) / 1e6
	for b := range s.Block {
		sum := &s.Block[b].Sum
		out.Serving += million * sum.Army
		out.Fresh += million * sum.Fresh
		out.Long += million * sum.Long
		out.First += million * sum.First
		for a := range sum.Reserve {
			out.Reserve[a] += million * sum.Reserve[a]
		}
	}
	return out
}

// Draw takes the horses and farm machines that leaders order for the army, as
// far as no front is between, and keeps fuel from the rest.
func (i *Army) Draw(w *economy.World, s *economy.State) {
	year, _ := s.Date(w)
	s.Terms.Idle = w.Ordered(s, scenario.FuelWithheld, year)
	part := w.Ordered(s, scenario.DraughtLevy, year) / 12
	if part == 0 {
		return
	}
	left := func(r uint8) float64 { return 1 - part*(1-s.Region[r].Cut) }
	for b := range s.Block {
		for h := range s.Block[b].Villagers() {
			h.Herd[economy.Horses] *= float32(left(h.Region))
		}
	}
	for k := range s.Village {
		s.Village[k].Herd[economy.Horses] *= left(s.Village[k].Region)
	}
	for r := range s.Region {
		s.Region[r].Tractors *= left(uint8(r))
	}
}

// Supply feeds the army, which goes hungry as far as stores are empty, and takes delivery of arms.
func (i *Army) Supply(w *economy.World, s *economy.State) {
	c := &s.Centre
	c.Promised = c.Army * i.Bread / 12
	grain := s.Audit.Use(economy.Grain, &c.Granary, c.Promised)
	produce := s.Audit.Use(economy.Produce, &c.Barn, c.Army*i.Produce/12)
	if c.Army > 0 {
		c.Hunger += w.Physics.Food.Felt(c.Hunger, c.Army, grain, produce)
	}
	takeOut(s, &c.Treasury, economy.Consumer, min(c.Army*i.Goods/12, i.GoodsMost*s.Branch[economy.Consumer].Depot.Held()))
	s.Year.ArmsTaken += takeOut(s, &c.Treasury, economy.Arms, s.Branch[economy.Arms].Depot.Held())
	s.Year.Upkeep += c.Upkeep / 12
}
