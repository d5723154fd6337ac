package scenario

import (
	"bytes"
	"encoding/json"
	"slices"
	"sync"
)

// history is the scenario that goes the way that the record is about.
const history = "ussr"

// Departs tells whether a scenario goes another way than history: other
// institutions, decisions, politics or nature, or numbers that a scenario of
// another name gives. Numbers that are set for history itself are another model
// of the same way.
func (s *Scenario) Departs() bool {
	way, err := s.way()
	return err != nil || !bytes.Equal(way, wayOfHistory())
}

// way is what a scenario gives, without names and dates of the run.
func (s *Scenario) way() ([]byte, error) {
	out := Scenario{Eras: slices.Clone(s.Eras), Stylised: s.Stylised, Politics: s.Politics, Decisions: s.Decisions, Nature: s.Nature,
		Institutions: s.Institutions, Set: s.Set, Without: s.Without}
	if s.Name == history {
		out.Set = nil
		for i := range out.Eras {
			out.Eras[i].Set = nil
		}
	}
	return json.Marshal(&out)
}

var wayOfHistory = sync.OnceValue(func() []byte {
	s, err := Load(history)
	if err != nil {
		panic(err)
	}
	way, err := s.way()
	if err != nil {
		panic(err)
	}
	return way
})
