package mechanism

import (
	"math"
	"testing"
)

// A part of what is built replaces old plant.
func TestScrapping(t *testing.T) {
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"none", Scrapping{}.Retired(7), 0},
		{"a fifth", Scrapping{Replacement: 0.2}.Retired(10), 2},
	} {
		if math.Abs(c.got-c.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
}
