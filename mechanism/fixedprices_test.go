package mechanism

import (
	"math"
	"testing"
)

// Prices move as far as they are not held.
func TestFixedPrices(t *testing.T) {
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"free", FixedPrices{}.Moved(100, 0.1, 0.5), 105},
		{"held by half", FixedPrices{Hold: 0.5}.Moved(100, 0.1, 0.5), 102.5},
		{"fixed", FixedPrices{Hold: 1}.Moved(100, 0.1, 0.5), 100},
	} {
		if math.Abs(c.got-c.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
}
