package behaviour

import (
	"testing"

	"gosplan/economy"
)

// Each head goes by the enterprises under him: who sees their orders fail asks for
// posts, who does not asks for none more, and the offices of a region are given what
// its heads ask for.
func TestHeadsAskForWhatTheirOwnClientsLack(t *testing.T) {
	p := Default()
	p.Bureaucracy.Memory = 2
	fuel, arms := economy.Cell(1, economy.Fuel), economy.Cell(2, economy.Arms)
	live := func(blame, allotted, came float64) *economy.State {
		s := &economy.State{}
		s.Terms.Blame, s.Terms.Allotted = blame, allotted
		s.Cell[fuel].Staff, s.Cell[arms].Staff = 1_000_000, 1_000_000
		for range 80 {
			s.Bureau[fuel].Ordered, s.Bureau[fuel].Came = 100, came
			s.Bureau[arms].Ordered, s.Bureau[arms].Came = 100, 100
			AskForStaff(s, &p)
		}
		return s
	}
	calm, troubled := live(9, 0, 100), live(9, 0, 40)
	if calm.Bureau[fuel].Posts != calm.Bureau[arms].Posts || calm.Bureau[arms].Posts == 0 {
		t.Errorf("like offices want %d and %d", calm.Bureau[fuel].Posts, calm.Bureau[arms].Posts)
	}
	if troubled.Bureau[fuel].Posts <= calm.Bureau[fuel].Posts || troubled.Bureau[arms].Posts != calm.Bureau[arms].Posts {
		t.Errorf("where fuel's orders fail its office wants %d (%d where they do not), that of arms %d (%d)",
			troubled.Bureau[fuel].Posts, calm.Bureau[fuel].Posts, troubled.Bureau[arms].Posts, calm.Bureau[arms].Posts)
	}
	if allotted := live(9, 1, 100); allotted.Bureau[arms].Posts <= calm.Bureau[arms].Posts {
		t.Errorf("allotment brings no matters: %d posts and %d", allotted.Bureau[arms].Posts, calm.Bureau[arms].Posts)
	}
	if none := live(0, 1, 40); none.Bureau[fuel].Posts != 0 {
		t.Errorf("heads who answer for nothing want %d posts", none.Bureau[fuel].Posts)
	}
	for r := range economy.Regions {
		var sum int64
		for g := economy.FirstBranch; g <= economy.Office; g++ {
			sum += troubled.Bureau[economy.Cell(r, g)].Posts
		}
		if got := troubled.Cell[economy.Cell(r, economy.Office)].Wanted; got != sum {
			t.Errorf("offices of region %d are given %d posts, and their heads ask for %d", r, got, sum)
		}
	}
	if troubled.Bureau[fuel].Ordered != 0 || troubled.Bureau[fuel].Came != 0 {
		t.Error("the quarter's orders are counted again in the next")
	}
}
