package main

import (
	"strings"
	"testing"

	"gosplan"
	"gosplan/mechanism"
	"gosplan/scenario"
)

// Every mechanism that explain lists can be taken out by its name or its number, in
// some scenario that is shipped, or the refusal says what its removal would be.
func TestEveryMechanismCanBeTakenOutByName(t *testing.T) {
	var known []string
	for _, shipped := range scenario.Builtin() {
		s, err := scenario.Load(shipped.Name)
		if err != nil {
			t.Fatal(err)
		}
		paths, err := gosplan.Removable(s)
		if err != nil {
			t.Fatal(err)
		}
		known = append(known, paths...)
	}
	for _, card := range append(mechanism.Cards(), mechanism.Elsewhere()...) {
		for _, word := range []string{card.Name, card.Number} {
			if word == "" {
				continue
			}
			if _, err := removablePath(word, known); err != nil &&
				!strings.Contains(err.Error(), "what is meant by its removal is") && !strings.Contains(err.Error(), "follows from other mechanisms") {
				t.Errorf("%s: %v", word, err)
			}
		}
	}
	if _, err := removablePath("Nonsense", known); err == nil {
		t.Error("a word that means nothing is taken out")
	}
}
