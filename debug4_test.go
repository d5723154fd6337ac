package gosplan

import (
	"fmt"
	"testing"

	"gosplan/scenario"
)

func TestDebug4(t *testing.T) {
	sc, _ := scenario.Load("ussr")
	s, err := New(Config{Scenario: sc, Seed: 1, Scale: 20000})
	if err != nil {
		t.Fatal(err)
	}
	for range 265 {
		if err := s.month(); err != nil {
			t.Fatal(err)
		}
	}
	st := s.state
	n := 0
	for j := range st.Block[0].House {
		h := &st.Block[0].House[j]
		if h.Village < 0 && h.Members > 0 && h.Hunger > 0.2 {
			n++
			if n%20 == 0 {
				per := 20000.0 * float64(h.Members)
				fmt.Printf("region %d members %d eaters %d hunger %.2f cash/head %.0f rub income/head %.1f grain %.4f larder %.4f short %.2f jobs:", h.Region, h.Members, h.Eaters, h.Hunger, h.Purse.Held().Rubles()/per, float64(h.Income)/100/per, h.Grain.Held(), h.Larder.Held(), h.Short)
				for k := range st.Block[0].Person {
					p := &st.Block[0].Person[k]
					if p.Is(4) && int(p.House) == j {
						fmt.Printf(" %d(%d)", p.Years(st.Month), p.Job)
					}
				}
				fmt.Println()
			}
		}
	}
	fmt.Println("hungry houses", n, "of", len(st.Block[0].House))
}
