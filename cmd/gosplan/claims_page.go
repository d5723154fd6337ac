package main

import (
	"fmt"
	"math"
	"strings"

	"gosplan/claim"
	"gosplan/measure"
	"gosplan/report"
)

// pictured turns the page of claims into one with a picture for every test.
func pictured(page claim.Page) report.ClaimsPage {
	out := report.ClaimsPage{
		Title: "The essay's claims, tested", Command: page.Command, Theories: page.Registry.Legend(),
		Counted: claim.Counted(page.Findings), Missed: claim.Missed(page.Findings),
		Text: fmt.Sprintf("What each claim of D. Parkinson, Living in the Shadow of Stalinism, compares, which effect counts and what every theory predicts was registered before it was run; designs found faulty were registered again, with results in sight, and then the latest counts. %d pairs %s. %s Verdicts are computed, and they are about this model and no other.",
			page.Pairs, page.Registry.AtScale(page.Scale), claim.Needs(page.Pairs, len(page.Registry.Tests()))),
	}
	if page.Partial {
		out.Note = claim.PartialNote
	}
	if page.Look != nil {
		out.Note = page.Look.String()
	}
	latest, _ := claim.Count(page.Findings)
	for _, v := range claim.Verdicts {
		out.Counts = append(out.Counts, report.ClaimCount{Verdict: string(v), N: latest[v]})
	}
	p := picturer{page, claim.Placebos(page.Registry.Tests(), page.Runs), page.Registry.Same()}
	out.Placebo = p.alarms()
	for i := range page.Findings {
		out.Claims = append(out.Claims, p.entry(&page.Findings[i]))
	}
	return out
}

// A picturer knows what the pictures of a page are drawn from.
type picturer struct {
	claim.Page
	placebos map[*claim.Test]*claim.Result
	same     map[*claim.Test]string
}

// alarms says how often a difference was found where there is none, by the
// same rules by which claims are judged.
func (p picturer) alarms() string {
	ran, found := 0, 0
	for _, r := range p.placebos { // order does not matter: they are counted
		if r.Effect.N >= 2 {
			ran++
			if r.Alarm() {
				found++
			}
		}
	}
	if ran == 0 {
		return "There are too few pairs for one."
	}
	return fmt.Sprintf("By the rules by which claims are judged it differs in %d of %d tests.", found, ran)
}

// entry is a claim by its latest design, and the earlier ones with it.
func (p picturer) entry(f *claim.Finding) report.ClaimEntry {
	designs := f.Versions()
	last := len(designs) - 1
	out := p.design(designs[last])
	for _, d := range designs[:last] {
		out.Earlier = append(out.Earlier, p.design(d))
	}
	return out
}

func (p picturer) design(f claim.Design) report.ClaimEntry {
	theories, _, _ := f.Closest()
	e := report.ClaimEntry{Number: f.Claim.Number, Claim: f.Claim.Claim, Verdict: string(f.Verdict), Why: ended(f.Why), Closest: strings.Join(theories, ", "),
		Record: f.MissesRecord(), Registered: f.Registered, Wrong: f.Wrong, Known: f.Known}
	for _, res := range f.Results {
		e.Tests = append(e.Tests, p.test(res))
	}
	return e
}

// equals puts a sign before a figure that has none.
func equals(figure string) string {
	if strings.HasPrefix(figure, "<") {
		return figure
	}
	return "= " + figure
}

func (p picturer) test(res *claim.Result) report.ClaimTest {
	t := res.Test
	unit, of := t.Human()
	if unit == "" {
		unit = t.Unit
	}
	out := report.ClaimTest{
		Ask: t.Ask, Compare: t.Compare, Statistic: t.Statistic, Unit: unit, Smallest: of(t.Smallest),
		Effect: res.Interval(), P: "p " + equals(claim.Chance(res.P)), Verdict: string(res.Verdict), Why: ended(res.Why),
		Sentence: res.Sentence(), Record: res.Recorded.Against(t), Misses: res.Misses(), Same: p.same[t],
		Predicted: p.Registry.Predictions(res), Missing: res.Missing,
		Real: strip(res), Placebo: strip(p.placebos[t]),
	}
	out.Spans = t.Spans()
	for _, code := range p.Registry.Codes() {
		switch t.Predicts[code] {
		case claim.Below:
			out.Below = append(out.Below, code)
		case claim.None:
			out.Nothing = append(out.Nothing, code)
		case claim.Above:
			out.Above = append(out.Above, code)
		}
	}
	for _, arm := range t.Arms() {
		out.Arms = append(out.Arms, report.ClaimArm{Name: arm, Means: p.Registry.Arms[arm].String()})
	}
	for _, name := range t.Series() {
		d := measure.Find(name)
		if d == nil {
			continue
		}
		panel := report.Panel{Series: d}
		for _, arm := range t.Arms() {
			panel.Curves = append(panel.Curves, report.Strand(p.Runs.BandOf(arm, name, firstDrawn, lastDrawn)))
		}
		out.Panels = append(out.Panels, panel)
	}
	return out
}

// Years between which all runs lie.
const firstDrawn, lastDrawn = 1900, 2100

func strip(res *claim.Result) report.Strip {
	e := res.Effect
	_, of := res.Test.Human()
	s := report.Strip{Values: res.Shown(), Mean: of(e.Mean), Low: of(e.Low), High: of(e.High)}
	if len(s.Values) == 0 {
		s.Mean, s.Low, s.High = math.NaN(), math.NaN(), math.NaN()
	}
	return s
}

// ended is a sentence with its full stop.
func ended(words string) string {
	if words == "" {
		return ""
	}
	return sentence(strings.TrimSuffix(words, ".")) + "."
}
