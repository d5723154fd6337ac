package scenario

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

const swapped = `version: 1
name: swapped
extends: ussr
institutions: {Bank: hard}
set: {Labour: at-will, Plan.Ratchet.Up: 0.7}
eras:
  - {from: 1917-11, system: nep, set: {Prices: lists}}
`

// A word under set is a form of an institution; a number stays a number; both
// survive writing and reading, as YAML and as JSON.
func TestWordsUnderSetAreInstitutions(t *testing.T) {
	s, err := Parse("swapped.yaml", []byte(swapped))
	if err != nil {
		t.Fatal(err)
	}
	for round := range 3 {
		if !reflect.DeepEqual(s.Institutions, Choices{"Bank": "hard", "Labour": "at-will"}) || !reflect.DeepEqual(s.Set, Changes{"Plan.Ratchet.Up": 0.7}) {
			t.Errorf("round %d: institutions %v, set %v", round, s.Institutions, s.Set)
		}
		if e := s.Eras[0]; !reflect.DeepEqual(e.Institutions, Choices{"Prices": "lists"}) || len(e.Set) != 0 {
			t.Errorf("round %d: the era has institutions %v, set %v", round, e.Institutions, e.Set)
		}
		if round == 0 {
			if s, err = Parse("again.yaml", s.YAML()); err != nil {
				t.Fatal(err)
			}
			continue
		}
		text, err := s.JSON()
		if err != nil {
			t.Fatal(err)
		}
		s = &Scenario{}
		if err := json.Unmarshal(text, s); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAnInstitutionIsSwappedOnce(t *testing.T) {
	_, err := Parse("twice.yaml", []byte("version: 1\nextends: ussr\ninstitutions: {Bank: hard}\nset: {Bank: soft}\n"))
	if err == nil || !strings.Contains(err.Error(), "swapped under institutions as well") || !strings.Contains(err.Error(), "twice.yaml:4") {
		t.Errorf("%v", err)
	}
}

// What a scenario swaps goes over what the one it extends swaps, institution
// by institution.
func TestInstitutionsOverThoseExtended(t *testing.T) {
	top := &Scenario{Institutions: Choices{"Bank": "hard"}}
	top.over(&Scenario{Institutions: Choices{"Bank": "soft", "Plan": "profit"}})
	if !reflect.DeepEqual(top.Institutions, Choices{"Bank": "hard", "Plan": "profit"}) {
		t.Errorf("%v", top.Institutions)
	}
}
