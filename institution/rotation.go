package institution

import (
	"math"

	"gosplan/draw"
	"gosplan/economy"
	"gosplan/par"
)

var (
	askTurn   = draw.Ask("worker.turn")
	askTaught = draw.Ask("worker.taught")
)

// Turn lets those who take part change between tasks of the head and of the
// hand, each when his turn has come: practice is what it is at the other task,
// and who knows less than most learns.
func (i *Labour) Turn(w *economy.World, s *economy.State) {
	if i.Rotation.Share == 0 {
		return
	}
	works := &w.Physics.Works
	period := max(1, int(math.Round(i.Rotation.Period)))
	par.Blocks(len(s.Block), func(b int) {
		for k := range s.Block[b].Person {
			p := &s.Block[b].Person[k]
			if !p.Is(economy.Alive) || p.Job < economy.FirstCell || (s.Month/3+int(p.Luck))%period != 0 ||
				w.Deck.Uniform(askTurn, uint64(p.Luck), 0) >= i.Rotation.Share {
				continue
			}
			skill := i.Rotation.Kept(float64(p.Skill)/100, works.Newcomer, works.Learning/4, float64(p.Tenure)/3)
			p.Skill = uint8(math.Round(100 * skill))
			gained := 10 * i.Rotation.Gained(economy.SchoolYears(p.School), s.Centre.Seats)
			p.School += uint8(gained + w.Deck.Uniform(askTaught, uint64(p.Luck), s.Month))
		}
	})
}
