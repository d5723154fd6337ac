package behaviour

import (
	"gosplan/economy"
	"gosplan/unit"
)

// AskForStaff lets the head of every office look back on the quarter of the
// enterprises under him and ask for the posts he wants. An office of a region is
// given what its departments ask for together.
func AskForStaff(s *economy.State, p *Primitives) {
	m := &p.Bureaucracy
	for c := range s.Bureau {
		o := &s.Bureau[c]
		failed := 0.0
		if o.Ordered > 0 {
			failed = 1 - unit.Clip(o.Came/o.Ordered, 0, 1)
		}
		o.Trouble = m.Remembered(o.Trouble, failed)
		o.Ordered, o.Came = 0, 0
		goal := m.Posts(float64(s.Cell[c].Staff), s.Terms.Allotted, o.Trouble, s.Terms.Blame)
		o.Posts += int64(m.Speed / 4 * (goal - float64(o.Posts)))
	}
	s.Establish()
}
