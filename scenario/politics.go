package scenario

import (
	"fmt"
	"slices"
	"strings"

	"gosplan/parameter"
)

// Politics says from when on the country chooses its systems and its leaders'
// decisions itself. Without it, or before it, the eras and the series of
// decisions are a script. Nature and the world outside are given either way.
type Politics struct {
	From       Month       `yaml:"from" json:"from"`                          // month from which politics decides
	Ahead      int         `yaml:"ahead,omitempty" json:"ahead,omitzero"`     // years that a choice looks ahead
	Decides    []string    `yaml:"decides,omitempty" json:"decides,omitzero"` // decisions it takes; all that it can, if none is named
	Candidates []Candidate `yaml:"candidates" json:"candidates"`              // systems it can choose
}

// A Candidate is a system that can be chosen, under a name of its own where
// it has institutions of its own.
type Candidate struct {
	Name         string   `yaml:"name,omitempty" json:"name,omitzero"`   // that of the system if absent
	System       string   `yaml:"system" json:"system"`                  // a name of package system
	After        []string `yaml:"after,omitempty" json:"after,omitzero"` // from which systems or candidates it can be reached; from all, if none is named
	In           string   `yaml:"in,omitempty" json:"in,omitzero"`       // emergency: it is there in war and want only, and lapses with them; at all times if absent
	Institutions Choices  `yaml:"institutions,omitempty" json:"institutions,omitzero"`
	Set          Changes  `yaml:"set,omitempty" json:"set,omitzero"`
	Without      []string `yaml:"without,omitempty" json:"without,omitzero"`
}

// usualAhead is the horizon of a choice where none is given, farthest the
// longest.
const (
	usualAhead = 3
	farthest   = 10
)

// Governs tells whether politics decides anything in the scenario.
func (p *Politics) Governs() bool { return !p.From.IsZero() }

// Years is how many years a choice looks ahead.
func (p *Politics) Years() int {
	if p.Ahead == 0 {
		return usualAhead
	}
	return p.Ahead
}

// emergency is the word for what is there in war and want only.
const emergency = "emergency"

// Lapses tells whether a candidate is there in an emergency only.
func (c *Candidate) Lapses() bool { return c.In == emergency }

// Called is the name of a candidate.
func (c *Candidate) Called() string {
	if c.Name != "" {
		return c.Name
	}
	return c.System
}

// Follows tells whether a candidate can be reached from a system or candidate
// of this name.
func (c *Candidate) Follows(name string) bool {
	return len(c.After) == 0 || slices.Contains(c.After, name)
}

// checkPolitics looks at dates, horizon, decisions and candidates.
func (s *Scenario) checkPolitics(complete bool, complain func(place, format string, arguments ...any)) {
	p := &s.Politics
	if p.From.IsZero() && p.Ahead == 0 && len(p.Decides) == 0 && len(p.Candidates) == 0 {
		return
	}
	switch {
	case p.From.IsZero():
		complain("politics", "politics has no date; write from: and the month from which it decides, as 1920-01")
	case p.From.check() != nil:
		complain("politics.from", "politics from: %v", p.From.check())
	case complete && (p.From.Before(s.From) || s.To.Before(p.From)):
		complain("politics.from", "politics from %v is outside the scenario, which goes from %v to %v", p.From, s.From, s.To)
	case complete:
		for i, e := range s.Eras {
			if p.From.Before(e.From) {
				complain("politics.from", "politics decides from %v on, and era %d begins in %v; give eras: that begin before, and make the others candidates", p.From, i+1, e.From)
				break
			}
		}
	}
	if p.Ahead < 0 || p.Ahead > farthest {
		complain("politics.ahead", "politics ahead: %d is out of range; give a number of years from 1 to %d", p.Ahead, farthest)
	}
	for _, name := range p.Decides {
		if !slices.Contains(DecisionNames(), name) {
			complain(join("politics.decides", name), "politics decides: unknown decision %q%s", name, parameter.Suggest(name, DecisionNames()))
		}
	}
	s.checkCandidates(complete, complain)
}

// checkCandidates looks at the names of the candidates and at what they follow.
func (s *Scenario) checkCandidates(complete bool, complain func(place, format string, arguments ...any)) {
	p := &s.Politics
	if len(p.Candidates) == 0 {
		complain("politics", "politics has no candidates; write at least one, as - {system: nep}")
	}
	known := map[string]bool{}
	var names []string
	for _, e := range s.Eras {
		names = append(names, e.System)
	}
	for i := range p.Candidates {
		c := &p.Candidates[i]
		place := fmt.Sprintf("politics.candidates.%d", i)
		if c.System == "" {
			complain(place, "candidate %d has no system; write system: and its name, as nep", i+1)
			continue
		}
		if c.In != "" && !c.Lapses() {
			complain(place+".in", "candidate %d is there in %q, which nobody can tell; write in: emergency, or leave it out", i+1, c.In)
		}
		if known[c.Called()] {
			complain(place, "candidate %d is called %q, as one before it; give it a name: of its own", i+1, c.Called())
		}
		known[c.Called()] = true
		names = append(names, c.Called())
	}
	for i := range p.Candidates {
		for _, name := range p.Candidates[i].After {
			if complete && !slices.Contains(names, name) {
				mend := parameter.Suggest(name, names)
				if mend == "" {
					mend = "; there are " + strings.Join(names, ", ")
				}
				complain(join(fmt.Sprintf("politics.candidates.%d.after", i), name), "candidate %d comes after %q, which is no era and no candidate%s", i+1, name, mend)
			}
		}
	}
}
