package mechanism

import (
	"math"
	"testing"
)

// Dismissal is barred by the law, by the staff, or by either.
func TestJobRight(t *testing.T) {
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"nothing", JobRight{}.Barred(0), 0},
		{"the law", JobRight{Protection: 0.5}.Barred(0), 0.5},
		{"the staff", JobRight{}.Barred(0.4), 0.4},
		{"both", JobRight{Protection: 0.5}.Barred(0.4), 0.7},
	} {
		if math.Abs(c.got-c.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
}
