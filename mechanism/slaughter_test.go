package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestSlaughterKilled(t *testing.T) {
	const horses, sheep = 0, 3
	usual := Slaughter{Loss: 0.8, Value: 0.6, Spread: 0.4, Meat: [4]float64{0.5, 0.5, 1, 1}}
	for _, c := range []struct {
		name string
		m    Slaughter
		kind int
		risk float64
		want float64
	}{
		{"off: rumour kills no animal", Slaughter{}, sheep, 1, 0},
		{"no rumour", usual, sheep, 0, 0},
		{"one chance in five", usual, sheep, 0.2, 0.8 * 0.15 / 0.4},
		{"four in ten, and every animal is worth more as meat", usual, sheep, 0.4, 0.8},
		{"certainty kills no more than that", usual, sheep, 1, 0.8},
		{"half of the horses are no meat", usual, horses, 1, 0.4},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Killed(c.kind, c.risk); !near(got, c.want) {
				t.Errorf("Killed(%v, %v) = %v, want %v", c.kind, c.risk, got, c.want)
			}
		})
	}
}

func TestSlaughterGrowsWithTheRumour(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Slaughter](t)
		kind := rapid.IntRange(0, len(m.Meat)-1).Draw(t, "kind")
		faint, loud := two(t, "risk", -absurd, absurd)
		rises(t, "more risk, fewer killed", m.Killed(kind, faint), m.Killed(kind, loud))
		within(t, "share killed", m.Killed(kind, loud), 0, m.Loss*m.Meat[kind])
	})
}
