package plan

import (
	"bytes"
	"context"
	"math"
	"strings"
	"testing"

	"gosplan/lp"
)

// The programme that is given away is the one that is solved: read back from
// MPS it has the plan's value.
func TestProgrammesAreThoseOfThePlans(t *testing.T) {
	for _, c := range []struct {
		task Task
		want float64 // what is minimised
	}{{Years, -12.5}, {Goals, 0}} {
		p, err := Programme(feldman(), c.task)
		if err != nil {
			t.Fatal(err)
		}
		var text bytes.Buffer
		if err := lp.WriteMPS(&text, p, false); err != nil {
			t.Fatal(err)
		}
		q, err := lp.ReadMPS(&text, false)
		if err != nil {
			t.Fatal(err)
		}
		s, err := lp.Simplex(context.Background(), q, lp.Options{})
		if err != nil || s.Status != lp.Optimal || math.Abs(s.Value-c.want) > 1e-9 {
			t.Errorf("%s: %s %v, want %v", c.task, s.Status, s.Value, c.want)
		}
	}
	if _, err := Programme(feldman(), Council); err == nil || !strings.Contains(err.Error(), "council") {
		t.Errorf("a programme of council: %v", err)
	}
}
