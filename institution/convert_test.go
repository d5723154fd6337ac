package institution

import (
	"math"
	"testing"

	"gosplan/economy"
)

// Plant that changes its branch is shared out over the works that take it, with as
// many hands as go with it; no place, no cost and nobody is lost, and regions without
// such works keep theirs.
func TestPlantGoesOverWithItsHands(t *testing.T) {
	w, s := country(100)
	for k := range s.Enterprise {
		s.Enterprise[k].Staff = 0
	}
	for b := range s.Block { // everybody builds machines
		for k := range s.Block[b].Person {
			if cell, ok := s.Block[b].Person[k].Works(); ok {
				r, _ := economy.CellOf(cell)
				s.Block[b].Person[k].Job = economy.FirstCell + uint8(economy.Cell(r, economy.Machinery))
				for e := range s.Enterprise {
					if e := &s.Enterprise[e]; int(e.Region) == r && e.Good == economy.Machinery {
						e.Staff += w.Weight
						break
					}
				}
			}
		}
	}
	var lent [economy.Regions]int64
	for k := range s.Enterprise { // half of them work for others this month
		if e := &s.Enterprise[k]; e.Staff > 0 {
			e.Lent = e.Staff / 2
			e.Staff -= e.Lent
			s.Cell[economy.Cell(int(e.Region), e.Good)].Lent += e.Lent
			lent[e.Region] += e.Lent
		}
	}
	var before [economy.Regions][economy.Goods]int64
	places := func(r int, g economy.Good) (sum float64) {
		for k := range s.Enterprise {
			if e := &s.Enterprise[k]; int(e.Region) == r && e.Good == g {
				for v := range e.Plants {
					sum += e.Vintage[v].Places
				}
			}
		}
		return sum
	}
	staff := func(r int, g economy.Good) (sum int64) {
		for k := range s.Enterprise {
			if e := &s.Enterprise[k]; int(e.Region) == r && e.Good == g {
				sum += e.Belong()
				if e.Staff < 0 || e.Lent < 0 {
					t.Errorf("region %d, good %d: an enterprise has %d at work and %d lent", r, g, e.Staff, e.Lent)
				}
			}
		}
		return sum
	}
	var plant [economy.Regions][2]float64
	for r := range economy.Regions {
		plant[r] = [2]float64{places(r, economy.Machinery), places(r, economy.Arms)}
		before[r][economy.Machinery], before[r][economy.Arms] = staff(r, economy.Machinery), staff(r, economy.Arms)
	}
	s.Branch[economy.Arms].LastYear, s.Branch[economy.Arms].Wanted = 1, 2
	s.Branch[economy.Machinery].LastYear, s.Branch[economy.Machinery].Wanted = 2, 1
	(&Investment{Convert: 0.3, InvestmentPractice: InvestmentPractice{SwapAbove: 1, SwapBelow: 1, SwapLeast: 0.01}}).Swap(w, s)
	moved := int64(0)
	for r := range economy.Regions {
		m, a := places(r, economy.Machinery), places(r, economy.Arms)
		if math.Abs(m+a-plant[r][0]-plant[r][1]) > 1e-9 || math.Abs(m-0.7*plant[r][0]) > 1e-9 {
			t.Errorf("region %d: places %v and %v become %v and %v", r, plant[r][0], plant[r][1], m, a)
		}
		gone, come := before[r][economy.Machinery]-staff(r, economy.Machinery), staff(r, economy.Arms)-before[r][economy.Arms]
		if gone != come || gone < 0 {
			t.Errorf("region %d: %d leave and %d come", r, gone, come)
		}
		moved += gone
		var away [2]int64
		for k := range s.Enterprise {
			switch e := &s.Enterprise[k]; {
			case int(e.Region) == r && e.Good == economy.Machinery:
				away[0] += e.Lent
			case int(e.Region) == r && e.Good == economy.Arms:
				away[1] += e.Lent
			}
		}
		want := [2]int64{s.Cell[economy.Cell(r, economy.Machinery)].Lent, s.Cell[economy.Cell(r, economy.Arms)].Lent}
		if away != want || away[0]+away[1] != lent[r] || gone > 1 && away[1] != gone/2 {
			t.Errorf("region %d: of %d lent %v are after %d went over, cells say %v", r, lent[r], away, gone, want)
		}
	}
	if moved == 0 {
		t.Error("no hand goes with its machine")
	}
	takers := map[uint8]int{}
	for k := range s.Enterprise {
		if e := &s.Enterprise[k]; e.Good == economy.Arms && e.Stretch > 0 {
			takers[e.Region]++
		}
	}
	for r, n := range takers {
		if n < 2 {
			t.Errorf("region %d: one works takes all", r)
		}
	}
}
