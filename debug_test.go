package gosplan

import (
	"fmt"
	"os"
	"strconv"
	"testing"

	"gosplan/economy"
	"gosplan/scenario"
)

func TestDebug(t *testing.T) {
	sc, err := scenario.Load("ussr")
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(Config{Scenario: sc, Seed: 1, Scale: 20000})
	if err != nil {
		t.Fatal(err)
	}
	from, _ := strconv.Atoi(os.Getenv("FROM"))
	n, _ := strconv.Atoi(os.Getenv("N"))
	step, _ := strconv.Atoi(os.Getenv("STEP"))
	for i := range from + n {
		if err := s.month(); err != nil {
			t.Fatal(err)
		}
		if i < from || i%step != 0 {
			continue
		}
		st := s.state
		y, m := st.Date(s.world)
		fmt.Printf("%d-%d  wanted idle %.3f\n", y, m, st.Region[0].Unemployed)
		for g := economy.FirstBranch; g < economy.Goods; g++ {
			var cap, rated, staff, posts, met, wt, ref, made, wanted, eff, skill, shape, pace, upto, care, cash, slack, wip float64
			var stock, order [economy.Goods]float64
			for i := range st.Enterprise {
				e := &st.Enterprise[i]
				if e.Good != g {
					continue
				}
				cap += e.Capacity
				rated += e.Rated
				staff += float64(e.Staff) / 1e6
				wanted += float64(e.Wanted) / 1e6
				posts += e.Posts
				met += e.Met * e.Ref
				ref += e.Ref
				made += e.Made[st.Month%3]
				if st.Month%3 == 0 {
					made += 0
				}
				wt += e.Ref
				eff += e.Effort * e.Ref
				skill += e.Skill * e.Ref
				shape += e.Shape * e.Ref
				pace += e.Pace * e.Ref
				upto += e.Upto * e.Ref
				care += e.Care * e.Ref
				wip += e.Wip * e.Ref
				slack += 3 * e.Capacity
				cash += float64(e.Cash.Held()) / 3e10
				for k, nd := range e.Need {
					if nd > 0 {
						stock[k] += e.In[k].Held()
						order[k] += nd
					}
				}
			}
			b := &st.Branch[g]
			fmt.Printf("  %-12s cap %.3f rated %.3f ref/3 %.3f out %.3f | staff %.2f wanted %.2f posts %.2f | met %.2f eff %.2f skill %.2f shape %.2f pace %.2f upto %.2f care %.2f wip %.2f| depot %.3f orders %.3f filled %.2f sales %.3f wanted/12 %.3f late %.2f cut %.2f price %.2f unit %.2f cash %.2f |", g, cap, rated, ref/3, b.Output, staff, wanted, posts, met/wt, eff/wt, skill/wt, shape/wt, pace/wt, upto/wt, care/wt, wip/wt, b.Depot.Held(), b.Orders, b.Filled, b.Sales, b.Wanted/12, b.Late, b.Cut, b.Price/3e10, b.Unit/3e10, cash)
			for k := range stock {
				if order[k] > 0 {
					fmt.Printf(" %s %.1fm", economy.GoodNames[k], stock[k]/order[k])
				}
			}
			fmt.Println()
		}
	}
}
