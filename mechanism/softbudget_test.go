package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestSoftBudgetBorne(t *testing.T) {
	for _, c := range []struct {
		name string
		m    SoftBudget
		want float64
	}{
		{"off: a hard budget bears every cost", SoftBudget{}, 1},
		{"a state that covers three quarters", SoftBudget{Cover: 0.75}, 0.25},
		{"a state that covers everything", SoftBudget{Cover: 1}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Borne(); !near(got, c.want) {
				t.Errorf("Borne() = %v, want %v", got, c.want)
			}
		})
	}
}

func TestSoftBudgetBearsAShare(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hard, soft := two(t, "cover", 0, 1)
		rises(t, "more cover, more borne", SoftBudget{soft}.Borne(), SoftBudget{hard}.Borne())
		within(t, "share borne", SoftBudget{soft}.Borne(), 0, 1)
	})
}
