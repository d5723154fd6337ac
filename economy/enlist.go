package economy

import (
	"gosplan/draw"
	"gosplan/mechanism"
	"gosplan/scenario"
)

var (
	askArms = draw.Ask("start.arms")
	askFit  = draw.Ask("person.fit")
)

// Fit tells whether the army would ever take somebody, where it never takes a part of all men,
// who are unfit.
func (w *World) Fit(p *Person, unfit float64) bool {
	return w.Deck.Uniform(askFit, uint64(p.Luck), 0) >= unfit
}

// enlist puts the men under arms at the start whom leaders order there, as the law would have
// called them up: those who are fit, for each month of the term as many, the youngest first who
// can have served so long, and at most a part of each age.
func enlist(w *World, s *State, start *Start, law *mechanism.CallUp) {
	year, _ := s.Date(w)
	order := w.Ordered(s, scenario.UnderArms, year)
	if order <= 0 {
		return
	}
	term := max(1, int(12*law.Term))
	from := max(ServeFrom, int(law.From))
	men, chance := make([][ServeUntil]float64, term), make([][ServeUntil]float64, term)
	each := func(do func(p *Person, served, age int, luck float64)) {
		for b := range s.Block {
			for i := range s.Block[b].Person {
				p := &s.Block[b].Person[i]
				if p.Is(Female) || p.Years(s.Month) < from || p.Years(s.Month) >= ServeUntil || !w.Fit(p, law.Unfit) {
					continue
				}
				luck, v := w.Deck.Uniforms(askArms, uint64(p.Luck), 0)
				served := int(v * float64(term))
				if p.Years(s.Month-served) >= from {
					do(p, served, p.Years(s.Month), luck)
				}
			}
		}
	}
	each(func(_ *Person, served, age int, _ float64) { men[served][age] += float64(w.Weight) / 1e6 })
	left, most := 0.0, min(1, start.Ranks/max(1e-9, 1-law.Unfit))
	for served := range men {
		left += order / float64(term) // and whom shorter service lacks
		for age, n := range men[served] {
			take := min(left, most*n)
			left -= take
			chance[served][age] = take / max(1e-9, n)
		}
	}
	each(func(p *Person, served, age int, luck float64) {
		if luck < chance[served][age] {
			p.Job, p.Tenure = InArmy, uint8(min(served, 255))
		}
	})
}
