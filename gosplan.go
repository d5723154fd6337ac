// Package gosplan is the front door: it runs a scenario and gives back its
// series. Everything a program needs to run an economy is here; how the
// economy works is in the rooms below.
package gosplan

import "gosplan/scenario"

// Config is all that a run depends on. Two runs with equal Configs have equal
// results to the last bit, on any number of cores.
type Config struct {
	Scenario *scenario.Scenario
	Seed     uint64
	Scale    int // people for whom one simulated person stands: 10000 means 1:10000
	From, To int // first and last year; 0 means as the scenario says
}

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

// A Subject is one agent whose life is traced: "enterprise", "person",
// "farm", "kolkhoz", "office" and its number.
type Subject struct {
	Kind string
	ID   int
}

// A Life is the traced history of a subject: one row a quarter, until it ends.
type Life struct {
	Subject Subject
	About   string   // what it is, where, how many it stands for
	Columns []Column // "date", then what it had, chose and expected
	Rows    [][]string
	Ended   string // 1931-12, "" while it goes on
	How     string // it ended: "died"

	luck uint32 // identity of who is followed: a place is used again
}

// A Column of a traced life.
type Column struct {
	Name  string `json:"name"`
	Unit  string `json:"unit,omitempty"`
	Means string `json:"means,omitempty"` // where the name does not say it
}

// A Parameter is one number a run can be given.
type Parameter struct {
	Path    string // Behaviour.Effort.Base
	Value   float64
	Unit    string
	Low     float64
	High    float64
	Source  string
	Meaning string
}

// A ScheduleRow says who does what, when, and what it writes.
type ScheduleRow struct{ When, Who, Does, Writes string }

// An EraSchedule is the year as it is lived from a date on.
type EraSchedule struct {
	From, System string
	Rows         []ScheduleRow
}
