package plan

import (
	"bytes"
	"context"
	"math"
	"testing"

	"gosplan/lp"
	"gosplan/production"
)

// programmeOf is the linear programme of years, or of the first tier of goals,
// for other solvers.
func programmeOf(t *production.Table, task Task) *lp.Problem {
	if task == Years {
		g := newProgramme(t, scaling)
		g.aimAtScale()
		return g.lp
	}
	g := newProgramme(t, inTiers)
	g.aimAt(0)
	return g.lp
}

// The programme is that of the plan: read back from MPS it has its value.
func TestProgrammesAreThoseOfThePlans(t *testing.T) {
	for _, c := range []struct {
		task Task
		want float64 // what is minimised
	}{{Years, -12.5}, {Goals, 0}} {
		var text bytes.Buffer
		if err := lp.WriteMPS(&text, programmeOf(feldman(), c.task), false); err != nil {
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
}
