package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestPeerRating(t *testing.T) {
	for _, c := range []struct {
		name         string
		m            PeerRating
		effort, mean float64
		pull, wage   float64
	}{
		{"off: as by the piece", PeerRating{}, 1.2, 1, 1, 1},
		{"rated by who sees nothing", PeerRating{Share: 1}, 1.2, 1, 1, 1},
		{"rated by who sees all", PeerRating{Share: 1, Seen: 1}, 1.2, 1, 2, 1.2},
		{"half and half", PeerRating{Share: 0.5, Seen: 0.5}, 0.8, 1, 1.25, 0.95},
		{"nobody works yet", PeerRating{Share: 1, Seen: 1}, 1, 0, 2, 1},
	} {
		if got := c.m.Pull(); !near(got, c.pull) {
			t.Errorf("%s: effort pays %v, want %v", c.name, got, c.pull)
		}
		if got := c.m.Staff(c.effort, c.mean); !near(got, c.wage) {
			t.Errorf("%s: wage %v, want %v", c.name, got, c.wage)
		}
	}
}

func TestPeerRatingPaysEffort(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[PeerRating](t)
		less, more := two(t, "effort", 0, 3)
		mean := some(t, "mean", 0, 3)
		rises(t, "more effort, less pay", m.Staff(less, mean), m.Staff(more, mean))
		within(t, "pull", m.Pull(), 1, 2)
	})
}
