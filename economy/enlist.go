package economy

import (
	"gosplan/draw"
	"gosplan/scenario"
)

var askArms = draw.Ask("start.arms")

// enlist puts the men under arms at the start whom leaders order there, the youngest first and
// at most a part of each age. Some have just come and some are about to go home.
func enlist(w *World, s *State, start *Start) {
	year, _ := s.Date(w)
	left := w.Ordered(s, scenario.UnderArms, year)
	if left <= 0 {
		return
	}
	var men, chance [ServeUntil]float64
	each := func(do func(p *Person, age int)) {
		for b := range s.Block {
			for i := range s.Block[b].Person {
				p := &s.Block[b].Person[i]
				if age := p.Years(s.Month); !p.Is(Female) && age > ServeFrom && age < ServeUntil {
					do(p, age)
				}
			}
		}
	}
	each(func(_ *Person, age int) { men[age] += float64(w.Weight) / 1e6 })
	for age, n := range men {
		take := min(left, start.Ranks*n)
		left -= take
		chance[age] = take / max(1e-9, n)
	}
	each(func(p *Person, age int) {
		if u, v := w.Deck.Uniforms(askArms, uint64(p.Luck), 0); u < chance[age] {
			p.Job, p.Tenure = InArmy, uint8(12*start.Term*v)
		}
	})
}
