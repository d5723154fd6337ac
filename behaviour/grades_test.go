package behaviour

import (
	"math"
	"testing"

	"gosplan/draw"
	"gosplan/economy"
)

// Grades by situation: what a scale, schooling and colleagues make of skill.
func TestGrades(t *testing.T) {
	w := &economy.World{Deck: draw.Deck{Seed: 1}}
	w.Physics.Works.Newcomer, w.Physics.Works.Learning = 0.8, 0.1
	person := economy.Person{Skill: 90, Luck: 7}
	for _, c := range []struct {
		name   string
		terms  economy.Terms
		school uint8
		want   float64
	}{
		{"without a scale pay is what skill yields", economy.Terms{}, 40, 0.9},
		{"half way between newcomer and master is the middle of the scale", economy.Terms{Span: 4}, 40, 1},
		{"whoever has less schooling than most is there too", economy.Terms{Span: 4}, 10, 1},
		{"five years at school are worth ten at work", economy.Terms{Span: 4}, 90, math.Pow(4, 0.5-0.184)},
		{"two years of schooling above the mean earn their premium", economy.Terms{Premium: 0.1}, 60, 1.1},
		{"where colleagues rate, none of it counts", economy.Terms{Span: 4, Premium: 0.1, Rated: 1}, 60, 1},
	} {
		s := &economy.State{Terms: c.terms}
		s.Centre.Seats = 4
		person.School = c.school
		if got := NewGrades(w, s, &Work{Hands: 0.15, Taught: 2}).Of(&person); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// Piece rates pay a share of people by their own output, which has the mean of
// all and the spread that it is given.
func TestPieces(t *testing.T) {
	w := &economy.World{Deck: draw.Deck{Seed: 1}}
	w.Physics.Works.Newcomer = 0.8
	const people, pieces, spread = 40_000, 0.7, 0.15
	s := &economy.State{Terms: economy.Terms{Span: 1, Pieces: pieces}}
	grades := NewGrades(w, s, &Work{Hands: spread})
	var alike, sum, squares float64
	for i := range uint32(people) {
		p := economy.Person{Skill: 90, Luck: i}
		x := grades.Of(&p)
		if x == 1 {
			alike++
		}
		sum += x
		squares += (x - 1) * (x - 1)
		if again := grades.Of(&p); again != x {
			t.Fatalf("person %d earns %v, then %v", i, x, again)
		}
	}
	for _, c := range []struct {
		what                 string
		got, want, tolerance float64
	}{
		{"paid by time", alike / people, 1 - pieces, 0.01},
		{"mean", sum / people, 1, 0.003},
		{"spread", math.Sqrt(squares / people / pieces), spread, 0.003},
	} {
		if math.Abs(c.got-c.want) > c.tolerance {
			t.Errorf("%s: %v, want %v", c.what, c.got, c.want)
		}
	}
}
