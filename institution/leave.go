package institution

import "gosplan/economy"

// A Leaver is an institution that sets what no other does and others go by.
// Where it is not in force it gives that back: nobody else would, and it would
// go on acting. System finds all who can and calls them first in every month.
type Leaver interface{ Leave(s *economy.State) }

// Leave takes the councils' prices and the computed plan back where nobody
// negotiates or computes, and lets go what enterprises are known to have made
// and missed and the plant that targets were to count, where nobody sets any.
func (i *Plan) Leave(s *economy.State) {
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		if !i.Active() {
			e.Target, e.Tries, e.Stretch = 0, 0, 0
			if !i.Councils() {
				e.Shown = 0
			}
		}
	}
	if !i.Councils() {
		s.Centre.Hour = 0
		for g := range s.Branch {
			s.Branch[g].Indicative = 0
		}
	}
	if !i.Computes() {
		c := &s.Centre
		c.Planned, c.ToldMade, c.ToldCapacity = [economy.Goods]float64{}, [economy.Goods]float64{}, [economy.Goods]float64{}
	}
}

// Leave lets go what prices have left over inputs where nobody retires plant by
// it, and the profit of firms that do not live by it.
func (i *Investment) Leave(s *economy.State) {
	if i.Scrap == 0 || i.Losing == 0 {
		for g := range s.Branch {
			s.Branch[g].Leaves = 0
		}
	}
	if !i.Private.Active() {
		for k := range s.Enterprise {
			s.Enterprise[k].Profit = 0
		}
	}
}

// Leave takes the drive and its quotas back where nobody wants collective farms:
// no grain is counted on that nobody will deliver, nobody is pressed and nobody
// has anything to fear.
func (i *Kolkhoz) Leave(s *economy.State) {
	if i.Active() {
		return
	}
	dissolve(s)
	s.Centre.Quota, s.Centre.Due, s.Centre.Anger, s.Centre.Retreat = 0, 0, 0, 0
	for k := range s.Village {
		v := &s.Village[k]
		v.Quota, v.Estimate, v.Due, v.Taken, v.Press, v.Anger, v.Rumour = 0, 0, 0, 0, 0, 0, 0
	}
}

// Leave gives the grain set aside for exports back to the shops and strikes what
// was to come for it where the state does not trade abroad.
func (i *Trade) Leave(s *economy.State) {
	if i.Monopoly > 0 {
		return
	}
	c := &s.Centre
	c.Earmarked, c.SeasonExport, c.Imports, c.ImportPlan, c.OilRent = 0, 0, 0, 0, 0
}

// Leave lifts the tax on sales where nobody sets it.
func (i *Fisc) Leave(s *economy.State) {
	if i.High > 0 {
		return
	}
	for r := range s.Region {
		s.Region[r].Duty = 0
	}
}
