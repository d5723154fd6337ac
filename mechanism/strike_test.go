package mechanism

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestStrikeJoins(t *testing.T) {
	usual := Strike{Anger: 1, Caution: 0.3, Fear: 0.5, Days: 5}
	for _, c := range []struct {
		name                                    string
		m                                       Strike
		grievance, ties, neighbours, punishment float64
		want                                    bool
	}{
		{"off: nobody strikes", Strike{}, 1, 1, 1, 0, false},
		{"angry enough to begin", usual, 0.4, 0, 0, 0, true},
		{"too little to begin", usual, 0.2, 0, 0, 0, false},
		{"too little to begin, enough to join", usual, 0.2, 1, 0.2, 0, true},
		{"nobody to join with", usual, 0.2, 0, 1, 0, false},
		{"afraid", usual, 0.4, 0, 0, 1, false},
		{"content, whatever others do", usual, 0, 1, 1, 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Joins(c.grievance, c.ties, c.neighbours, c.m.Threshold(0, c.punishment)); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

// The mean length over evenly spread luck is Days, as long as no bound cuts it.
func TestStrikeLength(t *testing.T) {
	m, sum := Strike{Days: 5}, 0.0
	const n = 100_000
	for i := range n {
		sum += m.Length((float64(i)+0.5)/n, 1e9)
	}
	if math.Abs(sum/n-5) > 0.01 {
		t.Errorf("mean length %v, want 5", sum/n)
	}
	if got := m.Length(0.999999, 20); got != 20 {
		t.Errorf("a strike of %v days in a quarter of 20", got)
	}
}

func TestStrikeThreshold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Strike](t)
		z := some(t, "luck", -6, 6)
		free, afraid := two(t, "punishment", 0, 1)
		rises(t, "more punishment, bolder", m.Threshold(z, free), m.Threshold(z, afraid))
		if m.Threshold(z, free) <= 0 {
			t.Fatal("somebody strikes without a grievance")
		}
	})
}
