package mechanism

import (
	"math"
	"testing"
)

// A region keeps a part of what it made.
func TestCouncils(t *testing.T) {
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"no region comes first", Councils{}.Kept(10, 2, 5), 0},
		{"half", Councils{Localism: 0.5}.Kept(10, 2, 5), 2},
		{"all", Councils{Localism: 1}.Kept(10, 2, 5), 4},
	} {
		if math.Abs(c.got-c.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
}
