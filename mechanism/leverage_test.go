package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestLeverageStopped(t *testing.T) {
	usual := Leverage{Ready: 0.5}
	for _, c := range []struct {
		name              string
		m                 Leverage
		need, posts, pool float64
		want              float64
	}{
		{"nobody else can do it", usual, 0.8, 2, 0, 0.8},
		{"as many are ready as work", usual, 0.8, 2, 4, 0.4},
		{"nobody is ready to", Leverage{}, 0.8, 2, 4, 0.8},
		{"nobody works there", usual, 0.8, 0, 4, 0},
		{"nothing needs it", usual, 0, 2, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Stopped(c.need, c.posts, c.pool); !near(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestLeverageFallsWithWhoCanStepIn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Leverage](t)
		need, posts := some(t, "need", 0, 1), some(t, "posts", 0, absurd)
		few, many := two(t, "pool", 0, absurd)
		rises(t, "more can step in, more stops", m.Stopped(need, posts, many), m.Stopped(need, posts, few))
		within(t, "stopped", m.Stopped(need, posts, few), 0, need)
	})
}
