package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestObedience(t *testing.T) {
	m := Obedience{Learning: 0.2, Gain: 0.3, Occasion: 0.3, Reach: 10, Open: 0.5}
	if got := m.Breaking(0.9, 0); got != 0.3 {
		t.Errorf("%v break a law that nobody believes in, want all who can", got)
	}
	if got := m.Capacity(0.01, 0); !near(got, 0.1) {
		t.Errorf("capacity %v, want a tenth", got)
	}
	if got := m.Capacity(0.01, 1); !near(got, 0.05) {
		t.Errorf("capacity %v where all is open, want half of a tenth", got)
	}
	if got := (Obedience{}).Next(0.7, 0.2, 0.2); got != 0.7 {
		t.Errorf("off: belief goes from 0.7 to %v", got)
	}
	if got := m.Next(0.7, 0, 0); got != 0.7 {
		t.Errorf("nobody tried, and belief goes to %v", got)
	}
}

// The same law rests in one of two states: where punishment is believed in
// few need it and belief lasts; where it is not, most break the law and belief
// does not come back.
func TestObedienceHasTwoStates(t *testing.T) {
	m := Obedience{Learning: 0.2, Gain: 0.2, Occasion: 0.3, Reach: 10}
	rest := func(belief, officials float64) float64 {
		for range 200 {
			belief = m.Next(belief, m.Breaking(0.9, belief), m.Capacity(officials, 0))
		}
		return belief
	}
	if high := rest(1, 0.0018); high < 0.9 {
		t.Errorf("believed in, coercion rests at %v", high)
	}
	if low := rest(0, 0.0018); low > 0.4 {
		t.Errorf("not believed in, coercion rests at %v", low)
	}
	if none := rest(1, 0); none > 1e-6 {
		t.Errorf("without anybody who punishes, belief rests at %v", none)
	}
}

func TestObedienceProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Obedience](t)
		less, more := two(t, "belief", 0, 1)
		severity, capacity := some(t, "severity", 0, 1), some(t, "capacity", 0, 1)
		rises(t, "more belief, more break the law", m.Breaking(severity, more), m.Breaking(severity, less))
		within(t, "belief", m.Next(less, m.Breaking(severity, less), capacity), 0, 1)
	})
}
