package politics

import (
	"gosplan/draw"
	"gosplan/economy"
	"gosplan/par"
)

var askRotate = draw.Ask("person.rotate")

// rotate lets part of the staff of branches change tasks for a year, where
// politics governs: who does keeps as much skill as anybody who changes posts,
// and who knows less than specialists learns from their work.
func (r *Rules) rotate(w *economy.World, s *economy.State) {
	if r.Rotation == 0 || s.Polity.Governs == 0 {
		return
	}
	works, wise := &w.Physics.Works, 10*(s.Centre.Seats+r.Learned)
	par.Blocks(len(s.Block), func(b int) {
		for i := range s.Block[b].Person {
			x := &s.Block[b].Person[i]
			cell, employed := x.Works()
			if !employed || !x.Is(economy.Alive) {
				continue
			}
			if _, good := economy.CellOf(cell); good == economy.Office || w.Deck.Uniform(askRotate, uint64(x.Luck), s.Month) >= r.Rotation {
				continue
			}
			x.Skill = min(x.Skill, uint8(max(100*works.Newcomer, works.Carry*float64(x.Skill))))
			if float64(x.School) < wise {
				x.School = uint8(min(wise, float64(x.School)+10*r.Teach))
			}
		}
	})
}
