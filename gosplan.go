// Package gosplan is the front door: it runs a scenario and gives back its
// series. Everything a program needs to run an economy is here; how the
// economy works is in the rooms below.
package gosplan

import (
	"context"
	"errors"
	"io"

	"gosplan/scenario"
	"gosplan/series"
)

// Config is all that a run depends on. Two runs with equal Configs have equal
// results to the last bit, on any number of cores.
type Config struct {
	Scenario *scenario.Scenario
	Seed     uint64
	Scale    int // people for whom one simulated person stands: 10000 means 1:10000
	From, To int // first and last year; 0 means as the scenario says
}

// DefaultScale is the scale of a run that names none.
const DefaultScale = 10_000

// Progress is what a run tells while it goes on, once a quarter.
type Progress struct {
	Year, Quarter int
	Done          float64 // share of the run, 0 to 1
	Headlines     [3]Headline
}

// A Headline is one figure worth watching.
type Headline struct {
	Label, Unit string
	Value       float64
}

// A Simulation is a run in progress.
type Simulation struct{}

// New prepares a run. Its error names what in the Config is wrong.
func New(c Config) (*Simulation, error) { return nil, errors.New("not yet") }

// Resume prepares a run that goes on from a checkpoint of the same Config.
func Resume(c Config, checkpoint io.Reader) (*Simulation, error) { return nil, errors.New("not yet") }

// Run lives the economy to its last month, or until ctx is done, in which
// case it stops at the end of a month and returns ctx.Err(). It calls
// progress, if not nil, after every quarter.
func (s *Simulation) Run(ctx context.Context, progress func(Progress)) error { return nil }

// Log is what the run has reported so far.
func (s *Simulation) Log() *series.Log { return nil }

// Hash identifies the state to the last bit.
func (s *Simulation) Hash() string { return "" }

// Checkpoint writes the state so that Resume can go on from it. It may be
// called between calls of Run, and by progress.
func (s *Simulation) Checkpoint(w io.Writer) error { return nil }

// A Subject is one agent whose life is traced: "enterprise", "person",
// "farm", "kolkhoz", "office" and its number.
type Subject struct {
	Kind string
	ID   int
}

// Follow makes the run keep the life of a subject; call it before Run.
func (s *Simulation) Follow(who Subject) error { return nil }

// A Life is the traced history of a subject: one row a quarter.
type Life struct {
	Subject Subject
	About   string   // what it is, where, how many it stands for
	Columns []string // "date", then what it had, chose and expected, with units
	Rows    [][]string
}

// Life returns what Follow asked for.
func (s *Simulation) Life() *Life { return nil }

// A Parameter is one number a run can be given.
type Parameter struct {
	Path    string // Behaviour.Worker.BaseEffort
	Value   float64
	Unit    string
	Low     float64
	High    float64
	Source  string
	Meaning string
}

// Parameters lists every number of a scenario in force at its first era and,
// for institutions, in the era that first uses them.
func Parameters(s *scenario.Scenario) ([]Parameter, error) { return nil, nil }

// A Row of the schedule: who does what, when, and what it writes.
type ScheduleRow struct{ When, Who, Does, Writes string }

// An EraSchedule is the year as it is lived from a date on.
type EraSchedule struct {
	From, System string
	Rows         []ScheduleRow
}

// Schedule lists the year of every era of a scenario.
func Schedule(s *scenario.Scenario) ([]EraSchedule, error) { return nil, nil }

// Mechanisms and institutions that Without can take out, by path.
func Removable(s *scenario.Scenario) ([]string, error) { return nil, nil }
