package measure

import (
	"testing"

	"gosplan/series"
)

// What the law alone decides is imposed, and what it decides with others driven.
func TestStatusOfFreedoms(t *testing.T) {
	for name, want := range map[string]series.Status{
		"freedom_to_quit": series.Imposed, "posts_to_quit_for": series.Emerges,
		"freedom_to_leave_village": series.Driven, "say_at_work": series.Imposed,
	} {
		if d := Find(name); d.Status != want {
			t.Errorf("%s %s, and not %s", name, d.Status, want)
		}
	}
}
