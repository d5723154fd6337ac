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
		Text: fmt.Sprintf("Each claim of D. Parkinson, Living in the Shadow of Stalinism, was registered with its comparison, statistic, smallest effect that counts and the sign that every theory predicts before it was run. %d pairs %s. %s Verdicts are computed, and they are about this model and no other.",
			page.Pairs, page.Registry.AtScale(page.Scale), claim.Needs(page.Pairs, len(page.Registry.Tests()))),
	}
	if page.Partial {
		out.Note = claim.PartialNote
	}
	if page.Look != nil {
		out.Note = page.Look.String()
	}
	count := map[claim.Verdict]int{}
	for i := range page.Findings {
		count[page.Findings[i].Verdict]++
	}
	for _, v := range claim.Verdicts {
		out.Counts = append(out.Counts, report.ClaimCount{Verdict: string(v), N: count[v]})
	}
	p := picturer{page, claim.Placebos(page.Registry.Tests(), page.Runs)}
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

func (p picturer) entry(f *claim.Finding) report.ClaimEntry {
	theories, _, _ := f.Closest()
	e := report.ClaimEntry{Number: f.Claim.Number, Claim: f.Claim.Claim, Verdict: string(f.Verdict), Why: ended(f.Why), Closest: strings.Join(theories, ", ")}
	for _, res := range f.Results {
		e.Tests = append(e.Tests, p.test(res))
	}
	if f.Again != nil {
		again := p.entry(f.Again)
		design := f.Claim.Again
		again.Registered, again.Wrong, again.Known = design.Registered, design.Wrong, design.Known
		e.Again = &again
	}
	return e
}

// chance writes a p value; below a thousandth its digits say nothing.
func chance(p float64) string {
	if p < 0.001 {
		return "p < 0.001"
	}
	return "p = " + claim.Figure(p)
}

func (p picturer) test(res *claim.Result) report.ClaimTest {
	t := res.Test
	unit, by := t.Shown()
	out := report.ClaimTest{
		Ask: t.Ask, Compare: t.Compare, Statistic: t.Statistic, Unit: unit, Smallest: by * t.Smallest,
		Effect: res.Interval(), P: chance(res.P), Verdict: string(res.Verdict), Why: ended(res.Why),
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
	_, by := res.Test.Shown()
	s := report.Strip{Values: res.Shown(), Mean: by * e.Mean, Low: by * e.Low, High: by * e.High}
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
