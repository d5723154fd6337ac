package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestOrganisationNext(t *testing.T) {
	usual := Organisation{Tenure: 0.03, Success: 10, Turnover: 0.1, Repression: 0.4, Patronage: 0.05}
	for _, c := range []struct {
		name                                     string
		m                                        Organisation
		o, stayed, repression, won, patronage, x float64
	}{
		{"off: it stays", Organisation{}, 0.4, 1, 1, 1, 1, 0.4},
		{"all stay and are free", usual, 0.5, 1, 0, 0, 0, 0.515},
		{"all are new", usual, 0.5, 0, 0, 0, 0, 0.45},
		{"all stay and are repressed", usual, 0.5, 1, 1, 0, 0, 0.3},
		{"a strike is won", usual, 0.5, 1, 0, 0.01, 0, 0.565},
		{"they live by the firm's favour", usual, 0.5, 1, 0, 0, 1, 0.49},
		{"there is none to lose", usual, 0, 0, 1, 0, 1, 0},
		{"it cannot be more than whole", usual, 0.9, 1, 0, 1, 0, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Next(c.o, c.stayed, c.repression, c.won, c.patronage); !near(got, c.x) {
				t.Errorf("got %v, want %v", got, c.x)
			}
		})
	}
}

func TestOrganisationFallsWithTurnoverAndRepression(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Organisation](t)
		o, won := some(t, "organisation", 0, 1), some(t, "won", 0, 1)
		new, old := two(t, "stayed", 0, 1)
		free, hit := two(t, "repression", 0, 1)
		low, high := two(t, "patronage", 0, 1)
		rises(t, "more stay, less organised", m.Next(o, new, free, won, low), m.Next(o, old, free, won, low))
		rises(t, "more repression, more organised", m.Next(o, new, hit, won, low), m.Next(o, new, free, won, low))
		rises(t, "more patronage, more organised", m.Next(o, new, free, won, high), m.Next(o, new, free, won, low))
		within(t, "organisation", m.Next(o, new, hit, won, high), 0, 1)
	})
}
