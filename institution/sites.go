package institution

import "gosplan/economy"

// underWay is what an enterprise's open projects cost in all, points.
func underWay(e *economy.Enterprise) (cost float64) {
	for p := range e.Project {
		if j := &e.Project[p]; j.Open == 1 {
			cost += j.Cost
		}
	}
	return cost
}

// sites are the parts of enterprises in their branch's funds: by the plant that
// stands there, and by the people of their region.
type sites struct {
	even   float64
	posts  [economy.Goods]float64
	cell   [economy.Cells]float64
	people [economy.Cells]float64 // region's part of the people of all regions that have the branch
}

func (i *Investment) sites(s *economy.State) *sites {
	t := &sites{even: i.Even}
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		t.posts[e.Good] += e.Posts
		t.cell[economy.Cell(int(e.Region), e.Good)] += e.Posts
	}
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		var all float64
		for r := range s.Region {
			if t.cell[economy.Cell(r, g)] > 0 {
				all += s.Region[r].People
			}
		}
		for r := range s.Region {
			t.people[economy.Cell(r, g)] = s.Region[r].People / max(1e-9, all)
		}
	}
	return t
}

// of is the part of an enterprise.
func (t *sites) of(e *economy.Enterprise) float64 {
	c := economy.Cell(int(e.Region), e.Good)
	return (1-t.even)*e.Posts/max(1e-12, t.posts[e.Good]) + t.even*e.Posts/max(1e-12, t.cell[c])*t.people[c]
}
