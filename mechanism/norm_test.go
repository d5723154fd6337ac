package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestProjectNormGrowth(t *testing.T) {
	usual := ProjectNorm{Normal: 0.03, Glut: 0.05, Dearth: 0.15, Trend: 0.03, Response: 0.5}
	for _, c := range []struct {
		name            string
		m               ProjectNorm
		vacancies, want float64
	}{
		{"off: workplaces cost what they always cost", ProjectNorm{}, 0.2, 0},
		{"a usual share of posts open", usual, 0.03, 0.03},
		{"posts stay open", usual, 0.13, 0.08},
		{"a response has an end", usual, 0.9, 0.105},
		{"more hands than posts", usual, -0.9, 0.005},
		{"the trend alone", ProjectNorm{Normal: 0.03, Glut: 0.05, Dearth: 0.15, Trend: 0.03}, 0.13, 0.03},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Growth(c.vacancies); !near(got, c.want) {
				t.Errorf("Growth(%v) = %v, want %v", c.vacancies, got, c.want)
			}
		})
	}
}

func TestProjectNormSavesLabourThatIsShort(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[ProjectNorm](t)
		few, many := two(t, "vacancies", -absurd, absurd)
		rises(t, "more posts open, less capital", m.Growth(few), m.Growth(many))
		within(t, "growth", m.Growth(few), m.Trend-m.Glut*m.Response, m.Trend+m.Dearth*m.Response)
	})
}
