package main

import (
	"testing"

	"gosplan"
)

// A block that a system lacks has no values, where one of its numbers shows it.
func TestBlocksThatAreNotThere(t *testing.T) {
	one := func(path string, v, low float64) gosplan.Parameter {
		return gosplan.Parameter{Path: path, Value: v, Low: low, High: 1}
	}
	got := absent([]gosplan.Parameter{
		one("[nep] Plan.Ratchet.Up", 0, 0), one("[nep] Plan.Ratchet.Least", 0, 0.5),
		one("[plan] Plan.Ratchet.Up", 0, 0), one("[plan] Plan.Ratchet.Least", 0.9, 0.5),
		one("[plan] Plan.Lag.Up", 0, 0), one("Lone", 0.2, 0),
	})
	for block, want := range map[string]bool{"[nep] Plan.Ratchet": true, "[plan] Plan.Ratchet": false, "[plan] Plan.Lag": false, "": false} {
		if got[block] != want {
			t.Errorf("%q: not there %v, want %v", block, got[block], want)
		}
	}
}
