package economy

import (
	"gosplan/decide"
	"gosplan/draw"
	"gosplan/scenario"
)

// country is the default country on its first day.
func country(seed uint64, weight int64) (*World, *State) {
	w := &World{
		Deck: draw.Deck{Seed: seed}, Weight: weight, Physics: DefaultPhysics(), Work: decide.DefaultPhysics(),
		Decided: &scenario.Decided{}, Given: &scenario.Given{}, StartYear: 1, Policies: &decide.Library{},
	}
	start := DefaultStart()
	return w, Begin(w, &start, 10, &Customs{})
}
