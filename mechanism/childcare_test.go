package mechanism

import "testing"

func TestChildcare(t *testing.T) {
	m := Childcare{Home: 0.6}
	for _, c := range []struct {
		name      string
		m         Childcare
		small     bool
		nurseries float64
		want      float64
	}{
		{"no small children", m, false, 0, 1},
		{"small children, no nursery", m, true, 0, 0.4},
		{"a nursery for half", m, true, 0.5, 0.7},
		{"a nursery for all", m, true, 1, 1},
		{"nobody stays at home", Childcare{}, true, 0, 1},
	} {
		if got := c.m.Free(c.small, c.nurseries); got < c.want-1e-12 || got > c.want+1e-12 {
			t.Errorf("%s: %v of women are free, want %v", c.name, got, c.want)
		}
	}
}
