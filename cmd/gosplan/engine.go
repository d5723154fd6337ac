package main

import (
	"context"
	"io"

	"gosplan"
	"gosplan/measure"
	"gosplan/scenario"
	"gosplan/series"
)

// An engine prepares runs. There is one that lives economies, and one in the
// tests that only goes through the motions.
type engine interface {
	New(gosplan.Config) (simulation, error)
	Resume(gosplan.Config, io.Reader) (simulation, error)
	Parameters(*scenario.Scenario) ([]gosplan.Parameter, error)
	Schedule(*scenario.Scenario) ([]gosplan.EraSchedule, error)
	Removable(*scenario.Scenario) ([]string, error)
}

// A simulation is a run in progress; see gosplan.Simulation.
type simulation interface {
	Run(context.Context, func(gosplan.Progress)) error
	Log() *series.Log
	Hash() string
	HashLater() func() string
	Checkpoint(io.Writer) error
	Follow(gosplan.Subject) error
	Life() *gosplan.Life
	Flows() ([]measure.Flow, int)
}

// lived is the engine that lives economies: the front door of gosplan.
type lived struct{}

func (lived) New(c gosplan.Config) (simulation, error) { return gosplan.New(c) }

func (lived) Resume(c gosplan.Config, state io.Reader) (simulation, error) {
	return gosplan.Resume(c, state)
}

func (lived) Parameters(s *scenario.Scenario) ([]gosplan.Parameter, error) {
	return gosplan.Parameters(s)
}

func (lived) Schedule(s *scenario.Scenario) ([]gosplan.EraSchedule, error) {
	return gosplan.Schedule(s)
}

func (lived) Removable(s *scenario.Scenario) ([]string, error) { return gosplan.Removable(s) }
