package politics

import (
	"gosplan/draw"
	"gosplan/economy"
)

var (
	askRising = draw.Ask("country.revolution")
	askSlump  = draw.Ask("country.crisis")
)

// abroad lives a year of the other countries: crises come and pass, and some
// end in a revolution. What has succeeded takes away from the threat.
func (r *Rules) abroad(w *economy.World, s *economy.State) {
	o, m := &s.Polity, &r.Contagion
	var won float64
	for k := range o.Country {
		won += o.Country[k].Revolution
	}
	interest := o.Group[economy.Officials].Influence
	for k := range o.Country {
		x := &o.Country[k]
		u, v := w.Deck.Uniforms(askSlump, uint64(k), s.Month)
		x.Crisis *= 1 - m.Calm
		if u < m.Chance(m.Often) {
			x.Crisis = min(1, x.Crisis+2*v*m.Shock)
		}
		h := r.Contagion.Hazard(x.Crisis, won/economy.Countries, r.Isolation, r.Comintern, interest)
		if x.Revolution == 0 && w.Deck.Uniform(askRising, uint64(k), s.Month) < m.Chance(h) {
			x.Revolution = 1
		}
	}
	won = 0
	for k := range o.Country {
		won += o.Country[k].Revolution
	}
	year, month := s.Date(w)
	o.Threat = r.Threat * w.Given.Threat.Between(year, month) * (1 - m.Relief*won/economy.Countries)
}
