package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestSubsistenceComesFirst(t *testing.T) {
	for _, c := range []struct {
		name                     string
		m                        Subsistence
		own, taken, worth, share float64
	}{
		{"off", Subsistence{}, 0.6, 0.9, 0.5, 1},
		{"nothing taken, goods as of old", Subsistence{Prospect: 1}, 0.6, 0, 1, 1},
		{"all that is over is taken: for one's own needs", Subsistence{Prospect: 1}, 0.6, 1, 1, 0.604},
		{"half is kept", Subsistence{Prospect: 1}, 0.6, 0.5, 1, 0.8},
		{"half is kept and buys half", Subsistence{Prospect: 1}, 0.6, 0.5, 0.5, 0.7},
		{"who has little land sows all of it", Subsistence{Prospect: 1}, 1.4, 1, 1, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Sown(c.own, c.taken, c.worth); !near(got, c.share) {
				t.Errorf("Sown(%v, %v, %v) = %v, want %v", c.own, c.taken, c.worth, got, c.share)
			}
		})
	}
}

func TestSubsistenceFallsWithWhatIsTaken(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Subsistence](t)
		own := rapid.Float64Range(0, 2).Draw(t, "own")
		less := rapid.Float64Range(0, 1).Draw(t, "less")
		more := rapid.Float64Range(less, 1).Draw(t, "more")
		worth := rapid.Float64Range(0, 1).Draw(t, "worth")
		before, after := m.Sown(own, less, worth), m.Sown(own, more, worth)
		within(t, "sown when more is taken", after, min(1, own)-1e-12, before+1e-12)
	})
}
