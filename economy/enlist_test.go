package economy

import (
	"math"
	"testing"

	"gosplan/draw"
	"gosplan/mechanism"
	"gosplan/scenario"
)

// A country begins with the army that is ordered: men of all months of a term, the youngest first, who
// can have served so long, are fit and have no other post.
func TestACountryBeginsWithItsArmy(t *testing.T) {
	law := mechanism.CallUp{From: 19, Term: 2, Unfit: 0.15}
	for _, order := range []float64{0, 0.6, 8} {
		w := &World{Deck: draw.Deck{Seed: 1}, Weight: 5_000, Physics: DefaultPhysics(), Decided: &scenario.Decided{UnderArms: scenario.Path{1: order}}, Given: &scenario.Given{}, StartYear: 1}
		start := DefaultStart()
		s := Begin(w, &start, 10, &Customs{CallUp: law})
		var army, ages, staff float64
		var served [24]float64
		for b := range s.Block {
			for i := range s.Block[b].Person {
				p := &s.Block[b].Person[i]
				if _, works := p.Works(); works {
					staff++
				}
				if p.Job != InArmy {
					continue
				}
				if p.Is(Female) || p.Years(s.Month-int(p.Tenure)) < 19 || p.Years(s.Month) >= ServeUntil || !w.Fit(p, law.Unfit) {
					t.Fatalf("order %v: under arms is %+v", order, p)
				}
				army++
				ages += float64(p.Years(s.Month))
				served[p.Tenure]++
			}
		}
		if got := army * float64(w.Weight) / 1e6; math.Abs(got-order) > 0.05*order {
			t.Errorf("%v million are under arms where %v are ordered", got, order)
		}
		for month, n := range served {
			if even := army / 24; math.Abs(n-even) > 5*math.Sqrt(even)+1 {
				t.Errorf("order %v: %v have served %d months, of %v", order, n, month, army)
			}
		}
		if order == 0.6 && ages/army > 21 {
			t.Errorf("soldiers of peace are %v years old on average", ages/army)
		}
		var cells float64
		for c := range s.Cell {
			cells += float64(s.Cell[c].Staff)
		}
		if cells != staff*float64(w.Weight) {
			t.Errorf("order %v: cells count %v people, who are %v", order, cells, staff*float64(w.Weight))
		}
	}
}
