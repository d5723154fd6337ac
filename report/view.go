package report

import (
	"fmt"
	"html/template"
	"maps"
	"slices"
	"strings"

	"gosplan"
	"gosplan/series"
	"gosplan/sheet"
)

// A view is what the template prints.
type view struct {
	Title, Description, Command string
	Facts                       []fact
	Coarse                      string // why its figures are not to be trusted far, "" for a fine run
	CSS                         template.CSS
	JS                          template.JS
	Runs                        int
	Fit                         *fitView
	Sections                    []*section
	Flows                       []template.HTML
	FlowUnits                   string
	FlowsOf                     string
	Years                       []yearView
	Parameters                  []gosplan.Parameter
	Sources                     []Source
	Bases                       []fact
	StatusWords                 any
	FamineText                  string
	Stylised                    bool // no record is about this country
	HasPast                     bool
	Still                       string // titles of series that are zero throughout
}

type fact struct{ Name, Value string }

// A section holds the charts of one part.
type section struct {
	ID, Title, Text       string
	Lead, Charts, Herds   []*chart
	Growth                *growthTable
	Regions               []*chart
	Deaths                *deathTable
	Events                []series.Event
	ChartsTitle, Headline string
}

func newView(in Input) *view {
	m := newMaker(in)
	v := &view{
		Title: in.Title, Command: in.Command, CSS: template.CSS(sheet.ChartCSS + sheet.PageCSS), JS: template.JS(pageJS + sheet.ShellJS),
		Runs: 1 + len(in.Others), FlowsOf: in.FlowsOf, Parameters: in.Parameters, Sources: in.Sources,
		StatusWords: statusWords, Stylised: in.isStylised(), HasPast: len(in.History) > 0,
	}
	if !v.Stylised {
		v.FamineText = famineText
	}
	if s := in.Scenario; s != nil {
		v.Description = s.Description
		if v.Title == "" {
			v.Title = s.Title
		}
		if v.Title == "" {
			v.Title = s.Name
		}
	}
	if v.Title == "" {
		v.Title = "A run of gosplan"
	}
	if v.Command == "" {
		v.Command = command(in)
	}
	v.Facts, v.Coarse = m.facts(), Coarse(in.Scale)
	v.Sections = m.sections()
	v.Still = strings.Join(m.still, ", ")
	v.Bases = bases(v.Sections)
	v.Fit = viewFit(in.Fit, charted(v.Sections), in.departs())
	if v.Fit != nil {
		v.Fit.Errors = viewErrors(in.Fit.Errors, charted(v.Sections), m.title)
	}
	v.Flows, v.FlowUnits = drawFlows(in.Flows), flowUnits(in.Flows)
	v.Years = viewYears(in.Schedule)
	return v
}

// charted are the ids of the charts on the page.
func charted(sections []*section) map[string]bool {
	out := map[string]bool{}
	for _, s := range sections {
		for _, c := range slices.Concat(s.Lead, s.Charts, s.Herds) {
			out[c.ID] = true
		}
	}
	return out
}

// bases explains the price bases of the charts.
func bases(sections []*section) []fact {
	var out []fact
	for _, s := range sections {
		for _, c := range slices.Concat(s.Lead, s.Charts, s.Herds) {
			name, rest, has := strings.Cut(c.Basis, ": ")
			if has && !slices.Contains(out, fact{name, rest}) {
				out = append(out, fact{name, rest})
			}
		}
	}
	return out
}

// command is what to type to get the run again.
func command(in Input) string {
	words := []string{"go run ./cmd/gosplan run"}
	if in.Scenario != nil {
		words = append(words, in.Scenario.Name)
	}
	words = append(words, fmt.Sprint("--seed ", in.Seed))
	if in.Scale > 0 {
		words = append(words, fmt.Sprint("--scale 1:", in.Scale))
	}
	return strings.Join(words, " ")
}

// mostChanges is how many changed parameters are told one by one.
const mostChanges = 6

// facts are the few figures that identify the run.
func (m *maker) facts() []fact {
	in := m.in
	var out []fact
	add := func(name, value string) {
		if value != "" {
			out = append(out, fact{name, value})
		}
	}
	if in.Scenario != nil {
		add("Scenario", in.Scenario.Name)
		for _, name := range in.Scenario.Institutions.Institutions() {
			add("Swapped", name+" = "+in.Scenario.Institutions[name])
		}
		if n := len(in.Scenario.Set); n > mostChanges {
			add("Changed", fmt.Sprintf("%d parameters, see below", n))
		} else {
			for _, path := range slices.Sorted(maps.Keys(in.Scenario.Set)) {
				add("Changed", path+" = "+sheet.Exact(in.Scenario.Set[path]))
			}
		}
		add("Without", strings.Join(in.Scenario.Without, ", "))
	}
	add("Years", fmt.Sprintf("%.0f–%.0f", m.from, m.to-1))
	add("Seed", fmt.Sprint(in.Seed))
	if in.Scale > 0 {
		add("Scale", "1 : "+sheet.Thousands(fmt.Sprint(in.Scale)))
	}
	if n := len(in.Others); n > 0 {
		add("Runs compared", fmt.Sprintf("%d seeds", n+1))
	}
	if in.Wall > 0 {
		add("Time taken", sheet.Seconds(in.Wall))
	}
	add("Version", in.Version)
	add("Final state", in.Hash)
	return out
}

// flowUnits are the units of the diagrams, in their order.
func flowUnits(flows []Flow) string {
	var units []string
	for _, f := range flows {
		if !slices.Contains(units, f.Unit) {
			units = append(units, f.Unit)
		}
	}
	return strings.Join(units, "; then ")
}

// drawFlows draws a diagram for each unit.
func drawFlows(flows []Flow) []template.HTML {
	drawn := make([]sheet.Flow, len(flows))
	for i, f := range flows {
		drawn[i] = sheet.Flow{From: f.From, To: f.To, Value: f.Value, Unit: f.Unit}
	}
	return sheet.Flows(drawn)
}
