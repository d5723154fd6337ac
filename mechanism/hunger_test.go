package mechanism

import (
	"math"
	"testing"
)

// More is begun than the funds of a year, or at least that.
func TestInvestmentHunger(t *testing.T) {
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"a least", InvestmentHunger{}.Dared(1, 8), 8},
		{"where capital is free", InvestmentHunger{Scatter: 1.5}.Dared(1, 8), 12},
	} {
		if math.Abs(c.got-c.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
}
