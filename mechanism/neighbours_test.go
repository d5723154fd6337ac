package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestNeighboursLendWhatIsSpare(t *testing.T) {
	for _, c := range []struct {
		name                       string
		m                          Neighbours
		spare, lacking, given, met float64
	}{
		{"off", Neighbours{}, 10, 5, 0, 0},
		{"nothing spare: a famine stays one", Neighbours{Give: 0.5, Meal: 1}, 0, 5, 0, 0},
		{"nobody lacks", Neighbours{Give: 0.5, Meal: 1}, 10, 0, 0, 0},
		{"enough", Neighbours{Give: 0.5, Meal: 1}, 10, 2, 0.2, 1},
		{"too little", Neighbours{Give: 0.5, Meal: 1}, 10, 20, 0.5, 0.25},
	} {
		t.Run(c.name, func(t *testing.T) {
			if given, met := c.m.Lent(c.spare, c.lacking); !near(given, c.given) || !near(met, c.met) {
				t.Errorf("Lent(%v, %v) = %v, %v, want %v, %v", c.spare, c.lacking, given, met, c.given, c.met)
			}
		})
	}
}

func TestNeighboursKeepTheBooks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Neighbours](t)
		spare := rapid.Float64Range(0, 1e3).Draw(t, "spare")
		lacking := rapid.Float64Range(0, 1e3).Draw(t, "lacking")
		given, met := m.Lent(spare, lacking)
		within(t, "given", given, 0, 1)
		within(t, "met", met, 0, 1+1e-12)
		within(t, "what is lent and what comes", given*spare-met*lacking, -1e-9, 1e-9)
	})
}
