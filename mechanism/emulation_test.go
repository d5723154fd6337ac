package mechanism

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestEmulationGain(t *testing.T) {
	m := Emulation{Hands: 0.18, Apart: 2, Command: 0.5}
	same := Example{Years: 5, Growth: 0.02, Own: 0.02, Hands: 0.18, Pay: 2}
	for _, c := range []struct {
		name string
		with func(*Example)
		want float64
	}{
		{"no difference", func(*Example) {}, 0},
		{"faster", func(x *Example) { x.Growth = 0.05 }, 0.15},
		{"all in officials' hands twice", func(x *Example) { x.Hands = 0.38 }, 0.5 * math.Log(2)},
		{"levelled", func(x *Example) { x.Pay = 1 }, -math.Log(2)},
		{"nobody has schooling", func(x *Example) { x.Pay = 0 }, 0},
		{"hungry", func(x *Example) { x.Risk = 0.4 }, -0.4},
		{"aided", func(x *Example) { x.Aid = 0.1 }, math.Log(1.1)},
	} {
		x := same
		if c.with(&x); !near(m.Gain(x), c.want) {
			t.Errorf("%s: %v, want %v", c.name, m.Gain(x), c.want)
		}
	}
}

// Who has the model keeps it on any gain on which another would take it over,
// and a crisis never makes a change rarer.
func TestEmulationIsSlowToChange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := Emulation{Switch: rapid.Float64Range(0, 5).Draw(t, "switch")}
		gain := rapid.Float64Range(-6, 6).Draw(t, "gain")
		calm, deep := two(t, "crisis", 0, 1)
		if m.Keeps(false, gain, calm) && !m.Keeps(true, gain, calm) {
			t.Fatal("taken over and given up at once")
		}
		if m.Keeps(false, gain, calm) && !m.Keeps(false, gain, deep) || !m.Keeps(true, gain, calm) && m.Keeps(true, gain, deep) {
			t.Fatal("a crisis keeps things as they are")
		}
	})
}
