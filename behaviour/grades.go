package behaviour

import (
	"gosplan/draw"
	"gosplan/economy"
	"gosplan/mechanism"
)

var askPieces = draw.Ask("worker.pieces")

// Grades tell what people are paid over others of their cell under the terms of
// a month. What a cell has to pay is shared out by them.
type Grades struct {
	deck    draw.Deck
	terms   *economy.Terms
	mean    float64 // schooling of adults, years
	width   float64 // of output at the same work, over the mean
	bySkill [256]float64
}

// even is the width of an even distribution over its standard deviation.
const even = 3.4641016151377544

// NewGrades are those of the terms in force.
func NewGrades(w *economy.World, s *economy.State, work *Work) *Grades {
	g := &Grades{deck: w.Deck, terms: &s.Terms, mean: s.Centre.Seats, width: even * work.Hands}
	scale := mechanism.PayScale{Span: s.Terms.Span, Grades: s.Terms.Grades}
	fresh := w.Physics.Works.Newcomer
	for k := range g.bySkill {
		skill := float64(k) / 100
		g.bySkill[k] = skill
		if scale.Active() {
			g.bySkill[k] = scale.Grade((skill - fresh) / max(1e-9, 1-fresh))
		}
	}
	return g
}

// Of is a person's pay over the middle of the scale: what the scale gives for
// what he has learned at work, or else what his skill yields, the premium of
// specialists for schooling above the mean, and by the piece his own output, as
// far as colleagues do not rate. How much one makes at the same work is his for
// life.
func (g *Grades) Of(p *economy.Person) float64 {
	grade := g.bySkill[p.Skill] + g.terms.Premium*max(0, float64(p.School)/10-g.mean)
	if g.terms.Pieces > 0 {
		if by, output := g.deck.Uniforms(askPieces, uint64(p.Luck), 0); by < g.terms.Pieces {
			grade *= 1 + g.width*(output-0.5)
		}
	}
	return grade + g.terms.Rated*(1-grade)
}
