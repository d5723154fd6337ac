package behaviour

import (
	"testing"

	"gosplan/economy"
	"gosplan/scenario"
)

// Hands who mend make nothing: of two enterprises with the same places, yield
// and staff the one whose plant is older makes less, and no less where plant
// needs no mending.
func TestOldPlantTakesHands(t *testing.T) {
	w, s := country(1, 10_000)
	w.Physics.Plant.Wear = 0
	s.Month = 400
	could := func(mending float64, built int32) float64 {
		w.Physics.Plant.Mending = mending
		e := economy.Enterprise{Good: economy.Machinery, Staff: 90_000, Effort: 1, Skill: 1, Shape: 1, Seen: -1}
		e.Install(economy.Vintage{Places: 0.1, Yield: 3, Cost: 1, Built: built})
		inspector := newInspector(&w.Physics.Plant)
		inspector.review(w, s, &e)
		return e.Capacity
	}
	if old, young := could(0.05, 100), could(0.05, 380); old >= young {
		t.Errorf("old plant makes %v, and young %v", old, young)
	}
	if old, young := could(0, 100), could(0, 380); old != young {
		t.Errorf("without mending old plant makes %v, and young %v", old, young)
	}
}

// Where hands are short, plant that takes more of them to mend falls into disrepair sooner.
func TestOldPlantNeedsALargerCrew(t *testing.T) {
	w, s := country(1, 10_000)
	s.Month = 400
	shape := func(mending float64, built int32, staff int64) float64 {
		w.Physics.Plant.Mending = mending
		e := economy.Enterprise{Good: economy.Machinery, Staff: staff, Shape: 0.9, Seen: -1}
		e.Install(economy.Vintage{Places: 0.1, Yield: 3, Cost: 1, Built: built})
		mend(w, s, &e, 1)
		return e.Shape
	}
	if old, young := shape(0.05, 100, 20_000), shape(0.05, 380, 20_000); old >= young {
		t.Errorf("with few hands old plant is at %v, and young at %v", old, young)
	}
	if old, young := shape(0.05, 100, 90_000), shape(0.05, 380, 90_000); old != young {
		t.Errorf("with hands enough old plant is at %v, and young at %v", old, young)
	}
	if old, young := shape(0, 100, 20_000), shape(0, 380, 20_000); old != young {
		t.Errorf("without mending old plant is at %v, and young at %v", old, young)
	}
}

// Improvements come on offer as fast as the world's technique grows, and none
// where it stands still.
func TestImprovementsComeFromTheWorld(t *testing.T) {
	known := func(pace float64) (sum int) {
		w, s := country(1, 10_000)
		w.Given.Frontier = scenario.Path{w.StartYear: pace}
		var users [economy.Goods][32]float64
		var peers [economy.Goods]float64
		for range 200 {
			invent(w, s, &users, &peers)
			s.Month += 3
		}
		for g := range s.Branch {
			sum += int(s.Branch[g].Known)
		}
		return sum
	}
	usual := economy.DefaultPhysics().Plant.Frontier
	still, slow, fast := known(0), known(usual), known(3*usual)
	if still != 0 || slow <= 0 || fast <= slow {
		t.Errorf("%d, %d and %d improvements where the world stands still, grows and grows faster", still, slow, fast)
	}
}
