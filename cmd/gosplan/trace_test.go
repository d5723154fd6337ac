package main

import (
	"strings"
	"testing"
)

// Who reads points is told what one is, and nobody else.
func TestPointsAreExplained(t *testing.T) {
	if words := unitsOf([]string{"date", "capacity (points a month)"}); !strings.Contains(words, "hundredth of the GDP of 1928") || !strings.Contains(words, "300 million rubles") {
		t.Errorf("a point is %q", words)
	}
	if words := unitsOf([]string{"date", "land (ha)"}); words != "" {
		t.Errorf("no point and yet %q", words)
	}
}
