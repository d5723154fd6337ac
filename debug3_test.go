package gosplan

import (
	"fmt"
	"testing"

	"gosplan/scenario"
)

func TestDebug3(t *testing.T) {
	sc, _ := scenario.Load("ussr")
	s, err := New(Config{Scenario: sc, Seed: 1, Scale: 20000})
	if err != nil {
		t.Fatal(err)
	}
	var g0, r0 float64
	for range 75*12 - 10 {
		if err := s.month(); err != nil {
			t.Fatal(err)
		}
		st := s.state
		y, m := st.Date(s.world)
		if m == 1 {
			a := &st.Last
			var h, sown, proc, hung float64
			for r := range 8 {
				h += a.Harvest[r]
				sown += a.Sown[r]
				proc += a.Procured[r]
				hung += a.Hungry[r]
			}
			var rural, shops, vil float64
			for b := range st.Block {
				for j := range st.Block[b].House {
					rural += st.Block[b].House[j].Grain.Held()
				}
			}
			for j := range st.Shop {
				shops += st.Shop[j].Stock[0].Held()
			}
			for j := range st.Village {
				vil += st.Village[j].Grain.Held()
			}
			fmt.Printf("%d harvest %.1f seed %.1f fed %.1f eatenV %.1f eatenT %.1f export %.1f import %.1f | procured %.1f granary %.1f (%+.1f) rural %.1f (%+.1f) villages %.1f shops %.1f | rural people %.1f towns %.1f hungry %.2f: ", y-1, h, sown*.115, a.Fed, a.EatenVillage, a.EatenTown, a.Exported, a.Imported, proc, st.Centre.Granary.Held(), st.Centre.Granary.Held()-g0, rural, rural-r0, vil, shops, a.VillagePeople/12, a.TownPeople/12, hung)
			for r := range 8 {
				fmt.Printf("%.2f ", a.Hungry[r])
			}
			fmt.Println()
			g0, r0 = st.Centre.Granary.Held(), rural
		}
	}
}
