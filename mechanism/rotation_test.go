package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestRotation(t *testing.T) {
	m := Rotation{Share: 0.3, Period: 4, Taught: 0.02}
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"whoever has just come knows nothing of the other task", m.Kept(1, 0.8, 0.02, 0), 0.8},
		{"who has learned all in every quarter knows both", m.Kept(1, 0.8, 1, 2), 1},
		{"after two years, half of them at the other task", m.Kept(1, 0.8, 0.1, 8), 0.8 + 0.2*(1-0.6561)},
		{"who is worse than a newcomer loses nothing", m.Kept(0.7, 0.8, 0.1, 0), 0.7},
		{"a turn teaches eight percent of what is missing", m.Gained(2, 7), 0.4},
		{"and nothing to who knows more", m.Gained(8, 7), 0},
		{"three in ten know what the schooled know", m.Premium(0.1), 0.07},
		{"off: the premium stands", Rotation{}.Premium(0.1), 0.1},
		{"off: nothing is taught", Rotation{}.Gained(0, 7), 0},
	} {
		if !near(c.got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
}

func TestRotationLosesLessTheLongerItIsPractised(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Rotation](t)
		short, long := two(t, "quarters", 0, 85)
		skill, newcomer, learned := some(t, "skill", 0.3, 2.5), some(t, "newcomer", 0.4, 1), some(t, "learned", 0, 1)
		rises(t, "practice is lost", m.Kept(skill, newcomer, learned, short), m.Kept(skill, newcomer, learned, long))
		within(t, "skill", m.Kept(skill, newcomer, learned, long), min(skill, newcomer), skill)
		school, mean := some(t, "school", 0, 20), some(t, "mean", 0, 20)
		within(t, "schooling", school+m.Gained(school, mean), school, max(school, mean))
	})
}
