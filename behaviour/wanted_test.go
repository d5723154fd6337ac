package behaviour

import "testing"

// Enterprises whose inputs do not come ask for fewer hands than those whose do: a
// target alone makes nothing.
func TestPostsWaitForInputs(t *testing.T) {
	w, s := country(2, 100_000)
	p := Default()
	wanted := func(met float64) (sum int64) {
		for i := range s.Enterprise {
			e := &s.Enterprise[i]
			e.Met, e.Target = met, 9*e.Capacity
			s.Branch[e.Good].Problem.Pay.Step = 0.3
		}
		Prepare(w, s, &p)
		for i := range s.Enterprise {
			sum += s.Enterprise[i].Wanted
		}
		return sum
	}
	starved, fed := wanted(0.3), wanted(1)
	if starved >= fed {
		t.Errorf("%d are wanted where a third of the inputs comes, %d where all do", starved, fed)
	}
}
