package gosplan

import (
	"fmt"
	"os"
	"strconv"
	"testing"

	"gosplan/scenario"
)

func TestDebug3(t *testing.T) {
	sc, _ := scenario.Load("ussr")
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
		fmt.Printf("%d-%d granary %.2f earmark %.2f season %.2f\n", y, m, st.Centre.Granary.Held(), st.Centre.Earmarked, st.Centre.Season)
		for r := range 8 {
			for _, k := range []int{r, r + 8} {
				sh := &st.Shop[k]
				c := &st.Block[0].Counter[k]
				fmt.Printf("   %d town %.2f price %.2f stock %.3f meantEMA %.3f (units %.3f need %.3f) failedEMA %.2f this month meant %.3f spent %.3f\n", k, st.Region[r].Town, sh.Price[0]/8.1e9, sh.Stock[0].Held(), sh.Meant[0]/3e10, sh.Meant[0]/sh.Price[0], st.Region[r].Town*.2/12, sh.Failed[0], c.Meant[0]/3e10, c.Spent[0]/3e10)
			}
		}
	}
}
