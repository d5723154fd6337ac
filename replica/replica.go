// Package replica holds published models of other authors in the words of
// this house, each with the figures its paper reports. They are oracles: what
// a paper says must come out of its equations here, or the page says what
// does not. Parameters are those of the paper, and none is tuned.
//
// A model shares luck, statistics and the log of series with everything else,
// and knows nothing of the economy, its institutions or its history.
package replica

import (
	"fmt"
	"slices"

	"gosplan/draw"
	"gosplan/parameter"
	"gosplan/series"
)

// A Mark says how a published figure is known.
type Mark string

const (
	Computed Mark = "C" // follows from the stated equations and can be derived again
	Verified Mark = "V" // read in the source
	Recalled Mark = "R" // known from memory of the publication
)

// A Figure is what a publication reports, as the range in which a
// reproduction must lie: the figure to its last published digit, or the
// interval given.
type Figure struct {
	Name      string  // wage_share
	Title     string  // Share of wages in output
	Unit      string  // share
	Published string  // as the publication has it
	Low, High float64 // what counts as reproduced
	Mark      Mark
	Source    string
	Miss      string // why it is missed, where it is known to be
}

// Has reports whether a value lies in the published range.
func (f Figure) Has(value float64) bool { return value >= f.Low && value <= f.High }

// Readings are what one run of a model measured, by the name of the figure.
type Readings map[string]float64

// A Model is one published model.
type Model struct {
	Name       string // social-architecture
	Title      string
	Claim      string // what its authors hold, in our words
	Equations  string // one to a line
	Source     string // author, year, place
	Unknown    string // what is not published, and what stands in its place
	Parameters any    // pointer to a struct of tagged numbers, or nil
	Figures    []Figure
	Lucky      bool // whether seeds differ
	Seeds      int  // over how many its means are published; 0: the usual
	// Run lives the model once and writes its series, if a log is given.
	Run func(deck draw.Deck, log *Log) (Readings, error)
}

// Models are all replications, in the order in which they are listed.
func Models() []*Model {
	return []*Model{
		socialArchitecture(),
		lawOfValue(),
		feldman(),
		allen(),
		ces(),
		incentives(),
		goodwin(),
		disorganisation(),
		nelsonWinter(),
		bam(),
		ks(),
		harmony(),
		participation(),
	}
}

// Find is the model of a name, or the one whose name somebody mistyped.
func Find(name string) (*Model, error) {
	models := Models()
	var names []string
	for _, m := range models {
		names = append(names, m.Name)
	}
	found, err := parameter.Match(name, names)
	if err != nil {
		return nil, fmt.Errorf("no replication %q%s", name, parameter.Suggest(name, names))
	}
	return models[slices.Index(names, found)], nil
}

// A Log collects the series of a run. A nil log forgets them.
type Log struct {
	series.Log
	place string
	known map[string]*series.Definition
}

// NewLog is an empty log for a model.
func NewLog(model string) *Log {
	return &Log{place: model, known: map[string]*series.Definition{}}
}

// Write adds the value of a series at a step, which is counted as a year.
func (l *Log) Write(name, unit string, step int, value float64) {
	if l == nil {
		return
	}
	d := l.known[name]
	if d == nil {
		d = &series.Definition{Name: name, Title: name, Unit: unit, Every: series.Yearly, Status: series.Emerges,
			Meaning: "a series of the replication " + l.place}
		l.known[name] = d
	}
	l.Add(d, l.place, step, 0, value)
}
