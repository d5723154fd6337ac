package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestTokensWanted(t *testing.T) {
	m := Tokens{Cancelled: 1, Response: 0.5}
	for _, c := range []struct {
		name        string
		m           Tokens
		ratio, mean float64
		want        float64
	}{
		{"off: prices tell nothing", Tokens{}, 2, 1, 1},
		{"a good at the mean is made as it is", m, 1.3, 1.3, 1},
		{"dear against its hours", m, 1.44, 1, 1.2},
		{"cheap", m, 0.81, 1, 0.9},
		{"no good is beyond all measure", m, 100, 25, 1.4142135623730951},
		{"without a price", m, 0, 1, 1},
	} {
		if got := c.m.Wanted(c.ratio, c.mean); !near(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// Corn of which a tenth is sown and an hour is spent on what is left; cloth of
// half a unit of corn and two hours.
func TestLabourValuesOfCornAndCloth(t *testing.T) {
	values := LabourValues([][]float64{{0.1, 0}, {0.5, 0}}, []float64{0.9, 2})
	if !near(values[0], 1) || !near(values[1], 2.5) {
		t.Errorf("corn %v and cloth %v, want 1 and 2.5", values[0], values[1])
	}
}

// A value is its own hours and those of what it uses, whatever the technique.
func TestLabourValuesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "goods")
		needs, labour := make([][]float64, n), make([]float64, n)
		for g := range needs {
			labour[g] = some(t, "hours", 0, 10)
			for range n {
				needs[g] = append(needs[g], some(t, "need", 0, 0.7/float64(n)))
			}
		}
		values := LabourValues(needs, labour)
		for g, v := range values {
			sum := labour[g]
			for k, need := range needs[g] {
				sum += need * values[k]
			}
			if !near(v, sum) {
				t.Fatalf("good %d: %v, and its parts %v", g, v, sum)
			}
		}
	})
}
