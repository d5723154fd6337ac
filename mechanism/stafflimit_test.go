package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestStaffLimitAllowed(t *testing.T) {
	plan := StaffLimit{Norm: 1.2, Room: 0.05, Reach: 1}
	for _, c := range []struct {
		name                          string
		m                             StaffLimit
		wanted, staff, places, waived float64
		want                          float64
	}{
		{"no limit: what is wanted", StaffLimit{}, 900, 100, 100, 0, 900},
		{"a limit nobody sees to", StaffLimit{Norm: 1.2, Room: 0.05}, 900, 100, 100, 0, 900},
		{"within the limit", plan, 104, 100, 100, 0, 104},
		{"a quarter adds a twentieth of the list", plan, 140, 100, 100, 0, 106},
		{"the list is full", plan, 140, 118, 100, 0, 120},
		{"more staff than the list are not to be kept", plan, 140, 130, 100, 0, 120},
		{"new plant opens posts where staff is short", plan, 240, 100, 200, 0, 112},
		{"a bank that sees to half of it", StaffLimit{Norm: 1.2, Room: 0.05, Reach: 0.5}, 140, 118, 100, 0, 130},
		{"leaders who let it pass", plan, 140, 118, 100, 1, 140},
		{"or half of it", plan, 140, 118, 100, 0.5, 130},
		{"no plant", plan, 10, 10, 0, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Allowed(c.wanted, c.staff, c.places, c.waived); !near(got, c.want) {
				t.Errorf("Allowed(%v, %v, %v, %v) = %v, want %v", c.wanted, c.staff, c.places, c.waived, got, c.want)
			}
		})
	}
}

// Nobody is made to want more, nor less than the limit, and who reaches further
// allows less.
func TestStaffLimitOnlyTakesAway(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := StaffLimit{Norm: some(t, "norm", 0.5, 2), Room: some(t, "room", 0, 1), Reach: some(t, "reach", 0, 0.5)}
		wanted, staff, places := some(t, "wanted", 0, 300), some(t, "staff", 0, 300), some(t, "places", 1, 200)
		limit := min(m.Norm*places, staff+m.Room*m.Norm*places)
		got := m.Allowed(wanted, staff, places, 0)
		if got > wanted || got < min(wanted, limit)-1e-9 {
			t.Errorf("%v wanted, limit %v: allowed %v", wanted, limit, got)
		}
		m.Reach *= 2
		if stricter := m.Allowed(wanted, staff, places, 0); stricter > got {
			t.Errorf("%v allowed where the bank reaches twice as far, %v before", stricter, got)
		}
	})
}
