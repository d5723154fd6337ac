package planpage

import (
	"fmt"
	"html/template"
	"math"
	"strings"

	"gosplan/plan"
	"gosplan/production"
	"gosplan/sheet"
)

// mostRows is how many lines a list on the page has; the files beside it hold
// the rest.
const mostRows = 40

// fewBars is how many lines a bar chart has.
const fewBars = 14

// A view is what the template prints.
type view struct {
	Title, Source, Asked, Found, Certificate, Verdict string
	Facts                                             []fact
	Command                                           string
	Changes                                           []string
	Comparison                                        *plan.Comparison
	Remedies                                          *plan.Diagnosis
	Way                                               string // what stands in the way
	Against                                           string
	Differences                                       []differenceView
	Checks                                            []Check
	Flows                                             []template.HTML
	FlowsUnit                                         string
	NoFlows                                           bool
	Scarce                                            template.HTML
	Bottlenecks                                       []bottleneckView
	Heuristic                                         bool // no optimum is claimed
	Priced                                            bool // the plan says what one more is worth
	Ranked                                            bool // and what one per cent more would do
	Costs                                             template.HTML
	CostsOf                                           string
	Swaps                                             []swapView
	Imports                                           []importView
	Short                                             template.HTML
	Tiers                                             []fact
	Smalls                                            []small
	Products                                          *productsView
	Factors                                           []factorView
	Rounds                                            template.HTML
	RoundCount                                        int
	Spy, SpySorted                                    template.HTML
	Structure                                         string
	Findings                                          production.Findings
	Repairs                                           []production.Repaired
	Files                                             []string
	Value                                             string // what a price is counted in
	CSS                                               template.CSS
	JS                                                template.JS
	Many                                              bool   // more than one period
	OneUnit                                           string // of all products; empty: they have their own
}

type fact struct{ Name, Value string }

func newView(in Input) *view {
	t, p := in.Table, in.Plan
	v := &view{
		Title: orWords(t.Title, "A plan"), Source: t.Source, Asked: plan.Asked(t, p.Request), Found: sentence(strings.TrimSuffix(p.Says, ".")) + ".",
		Certificate: plan.Certificate(p), Verdict: string(p.Status), Command: in.Command, Changes: in.Changes,
		Comparison: in.Comparison, Against: orWords(in.Against, "the plan without the change"), Checks: in.Checks,
		Findings: in.Findings, Repairs: in.Repairs, Files: in.Files, Many: len(t.Periods) > 1, Heuristic: p.Status == plan.Heuristic, Value: valueWords(in),
		CSS: template.CSS(sheet.ChartCSS + sheet.PageCSS + planCSS), JS: template.JS(sheet.ShellJS),
	}
	if isMoney(t) {
		v.OneUnit = t.Unit
	}
	if in.Remedies != nil {
		finding, _, _ := strings.Cut(in.Remedies.Says, ". ") // the list follows
		v.Remedies, v.Way = in.Remedies, sentence(strings.TrimSuffix(finding, "."))+"."
	}
	v.Facts = facts(in)
	v.Differences = differences(in.Comparison)
	if isPlan(p) {
		v.fill(in)
	}
	v.structure(in)
	return v
}

// isPlan tells whether there is something to carry out: neither an impossible
// plan nor one without limit has levels to show.
func isPlan(p *plan.Plan) bool { return p.Status != plan.Infeasible && p.Status != plan.Unbounded }

func (v *view) fill(in Input) {
	flows, priced := mainFlows(in)
	if v.NoFlows = !priced; priced && len(flows) > 0 {
		v.Flows, v.FlowsUnit = sheet.Flows(flows), flows[0].Unit
	}
	v.Bottlenecks, v.Scarce = bottlenecks(in)
	v.Ranked = v.Scarce != ""
	v.Priced = len(in.Plan.Rent) > 0 || len(in.Plan.Price) > 0
	v.Costs, v.CostsOf = costs(in)
	v.Swaps, v.Imports = swaps(in), imports(in)
	v.Short = shortfalls(in)
	heaviest := plan.Heaviest(in.Summary, in.Plan)
	v.Smalls = byPeriod(in, heaviest)
	v.Products, v.Factors = productsOf(in, heaviest), factorsOf(in)
	v.Rounds, v.RoundCount = drawRounds(in.Plan.Rounds), len(in.Plan.Rounds)
	for i, tier := range in.Plan.Tiers {
		if v.Short == "" {
			break
		}
		v.Tiers = append(v.Tiers, fact{fmt.Sprintf("tier %d", i+1), sheet.Number(tier)})
	}
}

func orWords(words, otherwise string) string {
	if words == "" {
		return otherwise
	}
	return words
}

// valueWords is what one unit of the plan's value is called.
func valueWords(in Input) string {
	switch in.Plan.Request.Task {
	case plan.Balances, plan.Technique:
		return in.Summary.Unit
	case plan.Bundle, plan.Years:
		return "multiples of the needs"
	case plan.Goals:
		return "points of weighted shortfall"
	}
	return "points of the plan’s value"
}

// rounding is a relative distance that may be nothing but the rounding of
// float64.
const rounding = 1e-12

// facts are the few figures that identify the plan.
func facts(in Input) []fact {
	t, p := in.Table, in.Plan
	out := []fact{{"Task", string(p.Request.Task)}, {"Products", whole(t.N)}, {"Techniques", whole(t.Ways())}}
	if len(t.Factors) > 0 {
		out = append(out, fact{"Factors", few(t.Factors)})
	}
	if len(t.Periods) > 1 {
		out = append(out, fact{"Periods", plan.PeriodName(t, 0) + " to " + plan.PeriodName(t, len(t.Periods)-1)})
	}
	if isPlan(p) && p.Status != plan.Heuristic && in.Summary.Unit != "" {
		out = append(out, fact{sentence(in.Summary.Objective), sheet.Number(p.Value) + " " + in.Summary.Unit})
	}
	if gap := p.Gap(); !math.IsNaN(gap) {
		words := sheet.Number(gap)
		if gap < rounding {
			words = "none but rounding"
		}
		out = append(out, fact{"Proved gap", words})
	}
	if p.Took > 0 {
		out = append(out, fact{"Time taken", sheet.Seconds(p.Took)})
	}
	if in.Version != "" {
		out = append(out, fact{"Version", in.Version})
	}
	return out
}

func whole(n int) string { return sheet.Thousands(fmt.Sprint(n)) }

// sentence begins with a capital letter.
func sentence(words string) string {
	if words == "" {
		return ""
	}
	letters := []rune(words)
	return strings.ToUpper(string(letters[0])) + string(letters[1:])
}

func few(names []string) string {
	const most = 4
	if len(names) > most {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
	}
	return strings.Join(names, ", ")
}

// structure draws the inputs in the table's order and from raw to finished.
func (v *view) structure(in Input) {
	t := in.Table
	if t.N < 2 || t.Input.Entries() == 0 {
		return
	}
	levels := ones(t.Ways())
	if len(in.Plan.Level) > 0 && isPlan(in.Plan) {
		levels = in.Plan.Level[0]
	}
	filled, least := float64(t.Input.Entries())/float64(t.Ways())/float64(t.N), 0.0
	s := &sorter{t: t}
	if !s.price(in) {
		s.worth = ones(t.N)
	}
	if filled > spyFull && t.N > spyNamed {
		least = spyLeast
	}
	v.Spy = drawSpy(t, nil, s.worth, least, "Inputs in the order of the table")
	v.SpySorted = drawSpy(t, fromRawToFinished(t, levels), s.worth, least, "Inputs from raw to finished")
	v.Structure = fmt.Sprintf("%s inputs, %s to a technique on average: %s %% of all there could be.",
		whole(int(t.Input.Entries())), sheet.Number(float64(t.Input.Entries())/float64(t.Ways())), sheet.Number(100*filled))
	if least > 0 {
		v.Structure += fmt.Sprintf(" Only those are drawn that are %s %% or more of what goes into a technique.", sheet.Exact(100*least))
	}
}
