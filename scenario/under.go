package scenario

import (
	"fmt"
	"slices"
	"strings"
)

// Under makes a scenario live a system, or its own where none is named, from
// the date of its last era on for so many years. Months of a year that begins
// after June come on top. The error says how many years there can be.
func (s *Scenario) Under(system string, years int) error {
	s.Eras, s.Politics = slices.Clone(s.Eras), Politics{}
	last := &s.Eras[len(s.Eras)-1]
	if system != "" {
		last.System = system
		s.Name += "-" + system
		s.Description = strings.TrimSuffix(s.Description, " Choose it with --system.")
		s.Title += ", under " + strings.ReplaceAll(system, "-", " ")
	}
	first := s.Lived()
	if years < 1 || first+years-1 > lastYear {
		return fmt.Errorf("%d years from %d: give a number from 1 to %d", years, first, lastYear-first+1)
	}
	s.To = Month{Year: first + years - 1, Month: 12}
	return nil
}

// Lived is the first year that the last era is lived in whole, or all but its
// first half.
func (s *Scenario) Lived() int {
	begins := s.Eras[len(s.Eras)-1].From
	if begins.Before(s.From) {
		begins = s.From
	}
	if begins.Month > 6 {
		return begins.Year + 1
	}
	return begins.Year
}
