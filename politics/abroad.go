package politics

import (
	"math"

	"gosplan/behaviour"
	"gosplan/draw"
	"gosplan/economy"
	"gosplan/mechanism"
)

var (
	askRising = draw.Ask("country.revolution")
	askSlump  = draw.Ask("country.crisis")
	askGrowth = draw.Ask("country.growth")
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

// emulate lets those who rule the other countries compare: each knows the growth
// of his own country and sees here growth, hunger, what officials have in their
// hands and what those with schooling are paid. What aid is due to those who
// have taken the order over is put down to be given in machines.
func (r *Rules) emulate(w *economy.World, s *economy.State, p *behaviour.Primitives) {
	m, o := &r.Emulation, &s.Polity
	if m.Switch == 0 {
		return
	}
	v := r.look(w, s, p)
	out := v.play(&v.now)
	x := mechanism.Example{Years: v.years, Hands: v.hands(economy.Officials, &v.now, &out)}
	if pay := o.Group[economy.Workers].Pay; pay > 0 {
		x.Pay = o.Group[economy.Specialists].Pay / pay
	}
	now := max(0.01, s.Centre.GDPHead)
	if o.Shown == 0 {
		o.Shown, o.Seen = now, m.Growth
		for k := range o.Country {
			o.Country[k].Growth, o.Country[k].Before = m.Growth, o.Country[k].Crisis
		}
	}
	o.Seen += (math.Log(now/o.Shown) - o.Seen) / m.Memory
	o.Shown = now
	hunger := v.death * (v.starved[0]*v.village + v.starved[1]*v.town) / (v.village + v.town)
	o.Feared += (hunger - o.Feared) / m.Memory
	x.Growth, x.Risk = o.Seen, o.Feared
	var have float64
	for k := range o.Country {
		have += o.Country[k].Model
	}
	promised := min(m.Aid*v.product, s.Centre.Imports/(have+1))
	x.Aid = promised / (m.Size * v.product)
	o.Aid = 0
	for k := range o.Country {
		c := &o.Country[k]
		grew := m.Growth + m.Swing*w.Deck.Normal(askGrowth, uint64(k), s.Month) + m.Slump*(c.Before-c.Crisis)
		c.Before = c.Crisis
		c.Growth += (grew - c.Growth) / m.Memory
		x.Own = c.Growth
		has := m.Keeps(c.Model == 1, m.Gain(x), c.Crisis)
		if c.Model = 0; has {
			c.Model = 1
			o.Aid += promised
		}
	}
}
