package mechanism

import (
	"math"
	"testing"
)

// Of the tax that is ordered a part is collected.
func TestTaxInKind(t *testing.T) {
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"none", TaxInKind{}.Collected(0.1), 0},
		{"half", TaxInKind{Rate: 0.5}.Collected(0.1), 0.05},
	} {
		if math.Abs(c.got-c.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
}
