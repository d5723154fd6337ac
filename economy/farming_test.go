package economy

import "testing"

// The work of fields is done in its days where hands and teams are many, waits
// for whichever is short, and never goes faster for having less of either.
func TestTimely(t *testing.T) {
	f := DefaultPhysics().Farming
	for _, c := range []struct {
		name            string
		labour, draught float64
		low, high       float64
	}{
		{"plenty of both", 3, 3, 0.99, 1},
		{"a country as in 1928", 1, 1, 0.9, 1},
		{"hands without teams", 1, 0, 0.1, 0.5},
		{"teams without hands", 0, 1, 0.1, 0.8},
		{"neither", 0, 0, 0, 0.1},
	} {
		if got := f.Timely(c.labour, c.draught); !(got >= c.low && got <= c.high) {
			t.Errorf("%s: %v of the work is done in its days, want %v to %v", c.name, got, c.low, c.high)
		}
	}
	steps := []float64{0, 0.1, 0.2, 0.4, 0.8, 1.6, 3}
	for i, labour := range steps {
		for j, draught := range steps {
			now := f.Timely(labour, draught)
			if i > 0 && now < f.Timely(steps[i-1], draught) || j > 0 && now < f.Timely(labour, steps[j-1]) {
				t.Errorf("more hands or teams than %v and %v slow the work", labour, draught)
			}
			if able := f.Sowable(labour, draught); !(able > 0 && able <= f.Stretch) || able < now {
				t.Errorf("%v of the land is sown where %v of the work is done in its days", able, now)
			}
		}
	}
}
