package economy

import "testing"

// A workplace as of 1928 takes one hand, one with more capital and of more age
// takes more, a new one fewer, and nobody mends where plant needs no mending.
func TestPostsOfAWorkplace(t *testing.T) {
	for _, c := range []struct {
		name                  string
		mending, capital, age float64 // capital over that of reference, age in years
		want                  float64
	}{
		{"as of 1928", 0.04, 1, UsualAge, 1},
		{"new", 0.04, 1, 0, 0.96},
		{"new and costly", 0.04, 5, 0, 0.96},
		{"twice the capital", 0.04, 2, UsualAge, 1.04},
		{"twice the age", 0.04, 1, 2 * UsualAge, 1.04},
		{"twice both", 0.04, 2, 2 * UsualAge, 1.12},
		{"nothing to mend", 0, 7, 40, 1},
	} {
		p := DefaultPhysics().Plant
		p.Mending = c.mending
		for g := FirstBranch; g < Goods; g++ {
			const places = 0.25
			v := Vintage{Places: places, Cost: places * c.capital * ReferenceCapital[g] / ReferenceWorkers[g], Built: 60}
			if got := p.Upkeep(g).Posts(&v, 60+int(12*c.age)); !near(got, places*c.want) {
				t.Errorf("%s, %v: %v posts, want %v", c.name, g, got, places*c.want)
			}
		}
	}
	none := Plant{}
	v := Vintage{Places: 0.1, Cost: 3, Built: 1}
	if got := none.Upkeep(Fuel).Posts(&v, 500); got != v.Places {
		t.Errorf("%v posts where nothing is mended, want %v to the bit", got, v.Places)
	}
}
