package institution

import (
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/unit"
)

// plantOf is the plant of an enterprise and what is still to be spent on what
// it builds, points.
func plantOf(e *economy.Enterprise) (capital, open float64) {
	for p := range e.Project {
		if j := &e.Project[p]; j.Open == 1 {
			open += j.Cost - j.Sunk
		}
	}
	return economy.AddCapital(0, e.Vintage[:e.Plants]), open
}

// overInputs is what the price of a unit of a good leaves over its inputs,
// kopecks.
func overInputs(s *economy.State, good economy.Good) float64 {
	left := s.Branch[good].Price
	for g, need := range economy.Needs[good] {
		left -= need * s.Branch[g].Price
	}
	return left
}

// surplus is what a month's sales of an enterprise leave over inputs and
// wages, kopecks.
func surplus(s *economy.State, e *economy.Enterprise, sold float64) float64 {
	return overInputs(s, e.Good)*sold - e.Wage*float64(e.Staff)
}

// Reckon lets firms keep the profit of their last twelve months, where they
// live by it.
func (i *Investment) Reckon(w *economy.World, s *economy.State) {
	if !i.Private.Active() {
		return
	}
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		e.Profit = known(s, e) + (12*surplus(s, e, e.Sold)-known(s, e))/12
	}
}

// known is the profit of the last twelve months, or what a year of the sales
// that are expected would leave where nobody has reckoned it yet.
func known(s *economy.State, e *economy.Enterprise) float64 {
	if e.Profit == 0 {
		return 12 * surplus(s, e, e.Expected)
	}
	return e.Profit
}

// desired is what a firm wants to build in a year, points: by its profit and
// its sales, as far as its own money and its credit go.
func (i *Investment) desired(s *economy.State, e *economy.Enterprise, price float64, credit *Credit) float64 {
	capital, _ := plantOf(e)
	gain := known(s, e)
	profit := gain / max(1, capital*price)
	use := e.Expected / max(1e-9, e.Rated)
	want := capital * i.Private.Growth(profit, use)
	funds := max(0, gain) + float64(e.Cash.Held()) + credit.limit(s, e, price)
	return min(want, max(0, funds)/max(1, price))
}

// wanted adds up what firms want to build, by branch, points a year.
func (i *Investment) wanted(w *economy.World, s *economy.State, credit *Credit) (by [economy.Goods]float64, sum float64) {
	price := s.PlantPrice(&w.Physics.Plant)
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		x := i.desired(s, e, price, credit)
		by[e.Good] += x
		sum += x
	}
	return by, sum
}

// launch lets firms begin what they want and can pay for.
func (i *Investment) launch(w *economy.World, s *economy.State, credit *Credit) {
	price := s.PlantPrice(&w.Physics.Plant)
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		_, open := plantOf(e)
		room := i.desired(s, e, price, credit)*i.Ahead - open
		if room <= 0 || w.Deck.Uniform(askSite, uint64(k), s.Month) > i.Sites {
			continue
		}
		i.found(w, s, e, room)
	}
}

// found begins a project of some cost, with the technique of new plant, if
// the enterprise has a place for it.
func (i *Investment) found(w *economy.World, s *economy.State, e *economy.Enterprise, cost float64) {
	site := freeSite(e)
	if site == nil {
		return
	}
	places, yield := i.newPlant(w, s, e.Good, cost)
	*site = economy.Project{Cost: cost, Places: places, Yield: yield, Open: 1}
}

// freeSite is where an enterprise can begin a project, or nil.
func freeSite(e *economy.Enterprise) *economy.Project {
	for p := range e.Project {
		if e.Project[p].Open == 0 {
			return &e.Project[p]
		}
	}
	return nil
}

// clear scraps a part of the plant of firms for which they have no staff, the
// oldest first.
func (i *Investment) clear(w *economy.World, s *economy.State) {
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		left := i.Manned * float64(max(e.Staff, e.Wanted)) / 1e6
		upkeep := w.Physics.Plant.Upkeep(e.Good)
		for v := int(e.Plants) - 1; v >= 0; v-- {
			p := &e.Vintage[v]
			posts := upkeep.Posts(p, s.Month)
			idle := unit.Clip(1-max(0, left)/max(1e-12, posts), 0, 1)
			left -= posts
			p.Places *= 1 - i.Idle*idle
			p.Cost *= 1 - i.Idle*idle
		}
	}
}

// settleBuilding lets private firms pay for what was built for them: the
// treasury, which has paid the builders, gets back each one's part.
func (i *Investment) settleBuilding(s *economy.State, sunk []float64, used float64, paid unit.Kopecks) {
	for k := range sunk {
		ledger.Pay(&s.Enterprise[k].Cash, &s.Centre.Treasury, unit.Cost(float64(paid)/max(1e-12, used), sunk[k]))
	}
}
