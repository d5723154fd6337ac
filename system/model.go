package system

import (
	"gosplan/behaviour"
	"gosplan/decide"
	"gosplan/economy"
)

// A Model is everything with a number in it: the physics and behaviour that
// all systems share, the country at the start, and the institutions in force.
type Model struct {
	Physics   economy.Physics      `keep:"land, bodies and plant cannot be absent"`
	Work      decide.Physics       `keep:"work cannot be absent"`
	Behaviour behaviour.Primitives `keep:"people cannot be absent"`
	Start     economy.Start        `keep:"a run has a first day"`
	System
}

// NewModel is the default model under a system.
func NewModel(name string) (*Model, bool) {
	s, ok := New(name)
	if !ok {
		return nil, false
	}
	m := &Model{Physics: economy.DefaultPhysics(), Work: decide.DefaultPhysics(), Behaviour: behaviour.Default(), Start: economy.DefaultStart(), System: s}
	calibrate(m, name)
	return m, true
}
