package main

import (
	"strings"
	"testing"

	"gosplan"
	"gosplan/scenario"
)

func TestARunThatMemoryCannotHoldIsRefused(t *testing.T) {
	s := &scenario.Scenario{From: scenario.Month{Year: 1917, Month: 11}, To: scenario.Month{Year: 1991, Month: 12}}
	for _, c := range []struct {
		scale, to    int
		have         float64
		force        bool
		said, refuse string // "" where nothing is
	}{
		{10_000, 0, 4e9, false, "", ""},
		{1000, 0, 4e9, false, "", ""},
		{1, 0, 64e9, false, "271 million people are simulated", ""},
		{1, 0, 16e9, false, "271 million", "--scale 1:1: 271 million simulated people need about 19.1 GB of memory, and this machine has 16.0 GB; write --scale 1:2 or coarser"},
		{10, 0, 1e9, false, "27 million", "write --scale 1:50 or coarser"},
		{1, 0, 16e9, true, "271 million", ""},
		{1, 0, 0, false, "271 million", ""},
		{1, 1918, 16e9, false, "146 million", ""},
	} {
		need := burdenOf(gosplan.Config{Scenario: s, Scale: c.scale, To: c.to}, 1)
		var said strings.Builder
		need.tell(&said)
		if (said.Len() > 0) != (c.said != "") || !strings.Contains(said.String(), c.said) {
			t.Errorf("1:%d to %d: says %q, want %q", c.scale, c.to, said.String(), c.said)
		}
		switch err := need.bearable(c.scale, c.have, c.force); {
		case (err != nil) != (c.refuse != ""):
			t.Errorf("1:%d with %v bytes: %v, want %q", c.scale, c.have, err, c.refuse)
		case err != nil && !strings.Contains(err.Error(), c.refuse):
			t.Errorf("1:%d with %v bytes: %v, want %q", c.scale, c.have, err, c.refuse)
		}
	}
}

func TestMemoryIsRead(t *testing.T) {
	for text, want := range map[string]float64{
		"MemTotal:       16384256 kB\nMemFree: 1 kB\n": 16384256 * 1024,
		"MemFree: 1 kB\nMemTotal: 2 kB\n":              2048,
		"MemTotal: much\n":                             0,
		"":                                             0,
	} {
		if got := totalOf(strings.NewReader(text)); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
