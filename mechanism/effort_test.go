package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestEffortChosen(t *testing.T) {
	usual := Effort{Base: 0.6, Piece: 0.3, Fear: 0.3, Voice: 0.25, Curvature: 2}
	for _, c := range []struct {
		name                              string
		m                                 Effort
		realWage, shortage, danger, voice float64
		want                              float64
	}{
		{"off: nothing moves it from the floor", Effort{}, 2, 0, 1, 1, 0.3},
		{"a habitual wage, full shops", usual, 1, 0, 0, 0, 0.75},
		{"empty shops take the sense out of piece rates", usual, 1, 1, 0, 0, 0.6},
		{"a tenth of purchases fails, as usual", usual, 1, 0.1, 0, 0, usual.Usual()},
		{"half the wage", usual, 0.5, 0, 0, 0, 0.675},
		{"fear", usual, 1, 0, 1, 0, 0.9},
		{"a say in the work", usual, 1, 0, 0, 1, 1},
		{"nobody gives more than he has", usual, 10, 0, 1, 1, 1.2},
		{"nobody gives nothing", Effort{Base: 0.1, Curvature: 2}, 0, 0, 0, 0, 0.3},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Chosen(c.realWage, c.shortage, c.danger, c.voice); !near(got, c.want) {
				t.Errorf("Chosen(%v, %v, %v, %v) = %v, want %v", c.realWage, c.shortage, c.danger, c.voice, got, c.want)
			}
		})
	}
}

// Effort is reported relative to the usual, so without the mechanism
// everybody gives what is usual.
func TestEffortOffIsUsualEverywhere(t *testing.T) {
	var off Effort
	for _, shortage := range []float64{0, 0.5, 1} {
		if got := off.Chosen(3, shortage, 1, 1) / off.Usual(); got != 1 {
			t.Errorf("at shortage %v effort is %v of the usual, want 1", shortage, got)
		}
	}
}

// No effort on a fine grid is worth more to the worker than the chosen one.
func TestEffortIsTheBestThereIs(t *testing.T) {
	const step = 0.001
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Effort](t)
		wage, shortage := some(t, "real wage", 0, 3), some(t, "shortage", 0, 1)
		danger, voice := some(t, "danger", 0, 3), some(t, "voice", 0, 1)
		worth := func(e float64) float64 {
			strain := e - m.Base - m.Voice*voice
			return e*m.Piece*wage*(1-shortage) + m.Fear*danger*e - m.Curvature/2*strain*strain
		}
		chosen := m.Chosen(wage, shortage, danger, voice)
		best, at := worth(0.3), 0.3
		for e := 0.3; e <= 1.2; e += step {
			if worth(e) > best {
				best, at = worth(e), e
			}
		}
		within(t, "chosen effort", chosen, at-step, at+step)
		rises(t, "the grid knows better", best, worth(chosen))
	})
}

func TestEffortFollowsWhatPays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Effort](t)
		poor, rich := two(t, "real wage", 0, absurd)
		full, empty := two(t, "shortage", 0, 1)
		safe, afraid := two(t, "danger", 0, absurd)
		dumb, heard := two(t, "voice", 0, 1)
		at := m.Chosen(poor, empty, safe, dumb)
		within(t, "effort", at, 0.3, 1.2)
		rises(t, "a better wage, less effort", at, m.Chosen(rich, empty, safe, dumb))
		rises(t, "fuller shops, less effort", at, m.Chosen(poor, full, safe, dumb))
		rises(t, "more fear, less effort", at, m.Chosen(poor, empty, afraid, dumb))
		rises(t, "more say, less effort", at, m.Chosen(poor, empty, safe, heard))
	})
}
