package system

import (
	"reflect"
	"strings"
	"sync"

	"gosplan/behaviour"
	"gosplan/decide"
	"gosplan/economy"
	"gosplan/politics"
)

// A Model is everything with a number in it: the physics and behaviour that
// all systems share, the country at the start, and the institutions in force.
type Model struct {
	Physics   economy.Physics      `keep:"land, bodies and plant cannot be absent"`
	Work      decide.Physics       `keep:"work cannot be absent"`
	Behaviour behaviour.Primitives `keep:"people cannot be absent"`
	Start     economy.Start        `keep:"a run has a first day"`
	Politics  politics.Rules
	System
}

// Common tells whether a parameter is the same under all systems: whatever a
// Model has beside its System.
func Common(path string) bool {
	room, _, _ := strings.Cut(path, ".")
	field, ok := reflect.TypeFor[Model]().FieldByName(room)
	return ok && !field.Anonymous && len(field.Index) == 1
}

// built keeps the models that have been built, by name. They are plain
// values, so a copy shares nothing.
var built sync.Map

// NewModel is the default model under a system.
func NewModel(name string) (*Model, bool) {
	if m, ok := built.Load(name); ok {
		again := *m.(*Model)
		return &again, true
	}
	m, ok := buildModel(name)
	if !ok {
		return nil, false
	}
	built.Store(name, m)
	again := *m
	return &again, true
}

func buildModel(name string) (*Model, bool) {
	s, ok := New(name)
	if !ok {
		return nil, false
	}
	m := &Model{Physics: economy.DefaultPhysics(), Work: decide.DefaultPhysics(), Behaviour: behaviour.Default(), Start: economy.DefaultStart(), Politics: politics.Default(), System: s}
	calibrate(m, name)
	return m, true
}
