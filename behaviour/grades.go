package behaviour

import (
	"math"
	"sync/atomic"

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
	width   float64      // of output at the same work, over the mean
	premium [256]float64 // of specialists, by schooling
	ladder  *ladder      // nil where there is no scale
	paid    []float64    // on each of its rungs
	lacks   [256]float64 // what somebody of some schooling lacks of all there is to know, over who has no more than the mean
}

// steps are those in which know-how is told apart.
const steps = 1000

// even is the width of an even distribution over its standard deviation.
const even = 3.4641016151377544

// NewGrades are those of the terms in force.
func NewGrades(w *economy.World, s *economy.State, work *Work) *Grades {
	g := &Grades{deck: w.Deck, terms: &s.Terms, width: even * work.Hands}
	mean := s.Centre.Seats // schooling of adults, years
	for k := range g.premium {
		years := economy.SchoolYears(uint8(k))
		g.premium[k] = s.Terms.Premium * max(0, years-mean)
	}
	scale := mechanism.PayScale{Span: s.Terms.Span, Grades: s.Terms.Grades}
	if !scale.Active() {
		return g
	}
	works := &w.Physics.Works
	g.ladder = ladderOf(scale.Grades, works.Newcomer)
	g.paid = make([]float64, len(g.ladder.rungs))
	for k, rung := range g.ladder.rungs {
		g.paid[k] = scale.Paid(rung)
	}
	for k := range g.lacks {
		years := economy.SchoolYears(uint8(k))
		g.lacks[k] = 1
		if years > mean {
			g.lacks[k] = math.Exp(-works.Learning * work.Taught * (years - mean))
		}
	}
	return g
}

// A ladder is the rungs of a scale, whatever is paid on them.
type ladder struct {
	grades, newcomer float64
	rungs            []float64
	at               [steps + 1]uint16 // the rung of who knows so much of all there is to know
	learns           [256]float64      // what somebody of some skill lacks of that, as a share
}

// lastLadder is kept, since a scale has the same grades for years.
var lastLadder atomic.Pointer[ladder]

func ladderOf(grades, newcomer float64) *ladder {
	if last := lastLadder.Load(); last != nil && last.grades == grades && last.newcomer == newcomer {
		return last
	}
	fresh := &ladder{grades: grades, newcomer: newcomer}
	scale := mechanism.PayScale{Grades: grades}
	for k := range fresh.at {
		rung := scale.Rung(float64(k) / steps)
		if n := len(fresh.rungs); n == 0 || rung != fresh.rungs[n-1] {
			fresh.rungs = append(fresh.rungs, rung)
		}
		fresh.at[k] = uint16(len(fresh.rungs) - 1)
	}
	for k := range fresh.learns {
		fresh.learns[k] = unit.Clip((1-float64(k)/100)/max(1e-9, 1-newcomer), 0, 1)
	}
	lastLadder.Store(fresh)
	return fresh
}

// Of is a person's pay over the middle of the scale: what the scale gives for
// what he has learned at work, and at school as by more work, or else what his
// skill yields, the premium of specialists for schooling above the mean, and by
// the piece his own output, as far as colleagues do not rate. How much one
// makes at the same work is his for life.
func (g *Grades) Of(p *economy.Person) float64 {
	grade := float64(p.Skill) / 100
	if at := g.ladder; at != nil {
		grade = g.paid[at.at[int(steps*(1-at.learns[p.Skill]*g.lacks[p.School])+0.5)]]
	}
	grade += g.premium[p.School]
	if g.terms.Pieces > 0 { // who is paid by the piece no branch could foresee
		by, output := g.deck.Uniforms(askPieces, uint64(p.Luck), 0)
		grade *= 1 + g.width*(output-0.5)*float64(indicator(by < g.terms.Pieces))
	}
	return grade + g.terms.Rated*(1-grade)
}
