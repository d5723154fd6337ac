package main

import (
	"encoding/json"
	"testing"

	"gosplan/scenario"
)

// A resumed run reads its scenario from JSON; it must be the same one.
func TestScenariosSurviveTheFolder(t *testing.T) {
	for _, s := range scenario.Builtin() {
		before, err := scenario.Load(s.Name)
		if err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(before)
		if err != nil {
			t.Fatal(err)
		}
		after := &scenario.Scenario{}
		if err := json.Unmarshal(text, after); err != nil {
			t.Fatal(err)
		}
		if scenario.Hash(before) != scenario.Hash(after) {
			t.Errorf("%s is another after a stay in the folder", s.Name)
		}
	}
}
