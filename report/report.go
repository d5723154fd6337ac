// Package report writes a run as one page that opens offline: charts of every
// series with the historical one over it, the fit, the schedule of the year
// and every parameter. It reads what others have measured and judges nothing.
package report

import (
	_ "embed"
	"errors"
	"fmt"
	"html/template"
	"io"
	"sync"
	"time"

	"gosplan"
	"gosplan/fit"
	"gosplan/scenario"
	"gosplan/series"
	"gosplan/sheet"
)

// Input is everything the page shows. Only Log is needed; what is absent is
// left out of the page.
type Input struct {
	Title      string // "" means the title of the scenario
	Command    string // what to type to get the same run; "" means it is worked out
	Scenario   *scenario.Scenario
	Seed       uint64
	Scale      int // people per simulated person
	Version    string
	Hash       string // of the final state
	Wall       time.Duration
	Log        *series.Log
	Others     []*series.Log // the same run with other seeds
	Parameters []gosplan.Parameter
	Schedule   []gosplan.EraSchedule
	Fit        *fit.Table
	History    []Published // nil means what package data holds
	Sources    []Source    // nil means what package data says
	Flows      []Flow
	FlowsOf    string // when the flows flowed: "1970"
}

// isStylised tells whether the run lives in a country that no record is about.
func (in Input) isStylised() bool { return in.Scenario != nil && in.Scenario.Stylised }

// departs tells whether the run goes another way than the record is about.
func (in Input) departs() bool { return in.Scenario != nil && in.Scenario.Departs() }

// Published is the historical record of one series at one place, in the unit
// of the series. Tier says how far it can be trusted, as in package data, with
// an R behind it where that holds for a part and the rest is recalled. A record
// with an Aside is a line of its own with that name, beside the record proper.
type Published struct {
	Series, Place string
	Points        []Point
	Source        string
	Tier, Aside   string
}

// A Point is a published figure and the range of published estimates around
// it; Low = High = 0 means that no range is known. Since is the first year of
// a figure about several years, and 0 for a figure about one.
type Point struct {
	Since, Year      int
	Value, Low, High float64
}

// A Source says where a historical series comes from.
type Source struct {
	Title, Unit, Source, Tier, Caveat string
	Borders, Basis, Licence           string
}

// A Flow is an amount that goes from one thing to another.
type Flow struct {
	From, To string
	Value    float64
	Unit     string
}

//go:embed page.html
var pageHTML string

//go:embed parts.html
var partsHTML string

//go:embed page.js
var pageJS string

// page is read when a page is written, and not by who writes none.
var page = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Funcs(template.FuncMap{
		"exact":    sheet.Exact,
		"measured": measured,
		"path":     breakable,
		"pct":      sheet.Percent,
		"spaced":   spaced,
		"word":     sentence,
	}).Parse(sheet.HeadHTML + pageHTML + partsHTML))
})

// Write writes the page.
func Write(w io.Writer, in Input) error {
	if in.Log == nil {
		return errors.New("report: no log: the run has reported nothing")
	}

	if in.isStylised() {
		in.History, in.Sources, in.Fit = []Published{}, []Source{}, nil
	}
	if in.History == nil {
		in.History = Record()
	}
	if in.Sources == nil {
		in.Sources = Library()
	}
	if err := page().Execute(w, newView(in)); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	return nil
}
