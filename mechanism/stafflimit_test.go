package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestStaffLimitList(t *testing.T) {
	plan := StaffLimit{Norm: 1.2, Room: 0.05}
	for _, c := range []struct {
		name                string
		m                   StaffLimit
		staff, places, want float64
	}{
		{"people for all posts", plan, 130, 100, 1.2},
		{"people for most of them", plan, 100, 100, 1.05},
		{"places nobody can fill", plan, 100, 200, 0.525},
		{"no norm", StaffLimit{Room: 0.05}, 100, 100, 0},
		{"no plant", plan, 100, 0, 1.2},
	} {
		if got := c.m.List(c.staff, c.places); !near(got, c.want) {
			t.Errorf("%s: List(%v, %v) = %v, want %v", c.name, c.staff, c.places, got, c.want)
		}
	}
}

func TestStaffLimitAllowed(t *testing.T) {
	if got := (StaffLimit{Reach: 1}).Allowed(90, 0, 0); got != 90 {
		t.Errorf("without a norm %v of 90 are allowed", got)
	}
	for _, c := range []struct {
		name                              string
		reach, wanted, list, waived, want float64
	}{
		{"a limit nobody sees to", 0, 900, 100, 0, 900},
		{"within the limit", 1, 90, 100, 0, 90},
		{"beyond it", 1, 140, 120, 0, 120},
		{"a bank that sees to half of it", 0.5, 140, 120, 0, 130},
		{"leaders who let it pass", 1, 140, 120, 1, 140},
		{"or half of it", 1, 140, 120, 0.5, 130},
		{"no plant", 1, 10, 0, 0, 0},
	} {
		if got := (StaffLimit{Norm: 1.2, Reach: c.reach}).Allowed(c.wanted, c.list, c.waived); !near(got, c.want) {
			t.Errorf("%s: Allowed(%v, %v, %v) = %v, want %v", c.name, c.wanted, c.list, c.waived, got, c.want)
		}
	}
}

// All lists together are never beyond the staff there is and Room of it, and nobody
// is made to want more.
func TestStaffLimitKeepsTheBalance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := StaffLimit{Norm: some(t, "norm", 0.5, 2), Room: some(t, "room", 0, 1), Reach: some(t, "reach", 0, 1)}
		staff, places, wanted := some(t, "staff", 0, 300), some(t, "places", 1, 200), some(t, "wanted", 0, 300)
		list := m.List(staff, places) * places
		if list > (1+m.Room)*staff+1e-9 || list > m.Norm*places+1e-9 {
			t.Errorf("%v people and %v places: lists of %v", staff, places, list)
		}
		if got := m.Allowed(wanted, list, 0); got > wanted || got < min(wanted, list)-1e-9 {
			t.Errorf("%v wanted, list %v: allowed %v", wanted, list, got)
		}
	})
}
