package behaviour

import (
	"math"

	"gosplan/draw"
	"gosplan/economy"
	"gosplan/mechanism"
	"gosplan/unit"
)

var askPieces = draw.Ask("worker.pieces")

// Grades tell what people are paid over others of their cell under the terms of
// a month. What a cell has to pay is shared out by them.
type Grades struct {
	deck    draw.Deck
	terms   *economy.Terms
	width   float64            // of output at the same work, over the mean
	premium [256]float64       // of specialists, by schooling
	scaled  bool               // whether there is a scale
	paid    [steps + 1]float64 // by what one knows of all there is to know
	learns  [256]float64       // what somebody of some skill lacks of that, as a share
	lacks   [256]float64       // and of some schooling, over who has no more than the mean
}

// steps are those in which know-how is told apart.
const steps = 1000

// even is the width of an even distribution over its standard deviation.
const even = 3.4641016151377544

// NewGrades are those of the terms in force.
func NewGrades(w *economy.World, s *economy.State, work *Work) *Grades {
	g := &Grades{deck: w.Deck, terms: &s.Terms, width: even * work.Hands}
	mean := s.Centre.Seats // schooling of adults, years
	for k, years := range schoolYears {
		g.premium[k] = s.Terms.Premium * max(0, years-mean)
	}
	scale := mechanism.PayScale{Span: s.Terms.Span, Grades: s.Terms.Grades}
	g.scaled = scale.Active()
	if !g.scaled {
		return g
	}
	works := &w.Physics.Works
	rung := math.NaN()
	for k := range g.paid {
		if next := scale.Rung(float64(k) / steps); next != rung {
			rung, g.paid[k] = next, scale.Paid(next)
		} else {
			g.paid[k] = g.paid[k-1]
		}
	}
	for k := range g.learns {
		g.learns[k] = unit.Clip((1-float64(k)/100)/max(1e-9, 1-works.Newcomer), 0, 1)
		g.lacks[k] = math.Exp(-works.Learning * work.Taught * max(0, schoolYears[k]-mean))
	}
	return g
}

// Of is a person's pay over the middle of the scale: what the scale gives for
// what he has learned at work, and at school as by more work, or else what his
// skill yields, the premium of specialists for schooling above the mean, and by
// the piece his own output, as far as colleagues do not rate. How much one
// makes at the same work is his for life.
func (g *Grades) Of(p *economy.Person) float64 {
	grade := float64(p.Skill) / 100
	if g.scaled {
		grade = g.paid[int(steps*(1-g.learns[p.Skill]*g.lacks[p.School])+0.5)]
	}
	grade += g.premium[p.School]
	if g.terms.Pieces > 0 { // who is paid by the piece no branch could foresee
		by, output := g.deck.Uniforms(askPieces, uint64(p.Luck), 0)
		grade *= 1 + g.width*(output-0.5)*float64(indicator(by < g.terms.Pieces))
	}
	return grade + g.terms.Rated*(1-grade)
}
