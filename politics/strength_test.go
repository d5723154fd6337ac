package politics

import (
	"math"
	"testing"

	"gosplan/economy"
)

// Offices allot what they bound; what enterprises may buy without a bound they do not,
// whether or not somebody sets a target.
func TestOfficesAllotWhatTheyBound(t *testing.T) {
	for _, c := range []struct {
		name          string
		target, allot float64
		want          float64
	}{
		{"allotted under a target", 1, 2, 1},
		{"allotted without one", 0, 2, 1},
		{"a target of a council, and inputs bought", 1, math.Inf(1), 0},
		{"nothing allotted", 1, 0, 0},
	} {
		s := &economy.State{Enterprise: make([]economy.Enterprise, 1)}
		e := &s.Enterprise[0]
		e.Target, e.Need[economy.Fuel], e.Allot[economy.Fuel] = c.target, 3, c.allot
		if part, _ := allotted(s); part != c.want {
			t.Errorf("%s: offices allot %v, want %v", c.name, part, c.want)
		}
	}
}
