// Package planpage writes a plan as one page that opens offline: what was
// asked and found with its proof, the main flows, what is scarce and what
// would help, outputs and shortfalls, the structure of the table, and what was
// odd about it. It reads a plan and computes none.
package planpage

import (
	_ "embed"
	"errors"
	"fmt"
	"html/template"
	"io"
	"sync"

	"gosplan/plan"
	"gosplan/production"
	"gosplan/sheet"
)

// Input is everything the page shows. Table and Plan are needed; what else is
// absent is left out.
type Input struct {
	Table      *production.Table
	Plan       *plan.Plan
	Summary    *plan.Summary // nil: it is made
	Checks     []Check       // what the independent check tested
	Findings   production.Findings
	Repairs    []production.Repaired
	Changes    []string // what-ifs, as typed
	Comparison *plan.Comparison
	Remedies   *plan.Diagnosis // where needs are not met in full
	Against    string          // what it is compared with: "the plan without the change"
	Command    string          // what to type to get the same plan
	Version    string
	Files      []string // neighbours of the page that hold the numbers
}

// A Check is one thing that was tested about a plan.
type Check struct {
	Name   string // "needs are met"
	Says   string // the worst place, in words
	Size   float64
	Limit  float64
	Passed bool

	Reported bool // only told: nothing was claimed of it
}

//go:embed page.html
var pageHTML string

//go:embed plan.css
var planCSS string

// page is parsed when a page is first written: most commands write none.
var page = sync.OnceValue(func() *template.Template {
	head := template.Must(template.New("page").Funcs(template.FuncMap{
		"num": sheet.Number,
	}).Parse(sheet.HeadHTML))
	return template.Must(head.Parse(pageHTML))
})

// Write writes the page.
func Write(w io.Writer, in Input) error {
	if in.Table == nil || in.Plan == nil {
		return errors.New("planpage: no plan to show")
	}
	if err := in.Plan.Fits(in.Table); err != nil {
		return fmt.Errorf("planpage: %w", err)
	}
	if in.Summary == nil {
		in.Summary = plan.Summarise(in.Table, in.Plan, mostRows)
	}
	if err := page().Execute(w, newView(in)); err != nil {
		return fmt.Errorf("planpage: %w", err)
	}
	return nil
}
