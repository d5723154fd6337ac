package main

import (
	"slices"

	"gosplan/fit"
	"gosplan/scenario"
	"gosplan/series"
)

// An effect is what an ablation came to.
type effect struct {
	Row        string        `json:"row"`
	Without    string        `json:"without"`
	Series     string        `json:"series"`
	Expect     fit.Direction `json:"expected"`
	Theory     string        `json:"theory"`
	Seeds      int           `json:"seeds"`
	With       number        `json:"with"`
	Gone       number        `json:"without_value"`
	Difference number        `json:"difference"`
	Low        number        `json:"low"`
	High       number        `json:"high"`
	Finding    fit.Finding   `json:"finding"`
}

// ablate takes out the cause of each row of the syndrome, or sets its number,
// one at a time, with the seeds of the base runs.
func (v validateVerb) ablate(r *room, s *scenario.Scenario, base []*series.Log) ([]fit.Trial, error) {
	known, err := r.engine.Removable(s)
	if err != nil {
		return nil, asWrong(err)
	}
	parameters, err := r.engine.Parameters(s)
	if err != nil {
		return nil, asWrong(err)
	}
	_, numbers := bare(parameters)
	lived := map[string][]*series.Log{}
	var out []fit.Trial
	for _, a := range fit.Ablations() {
		changed := ablated(s, &a, known, numbers)
		if changed != nil && lived[a.Path] == nil {
			if lived[a.Path], err = v.live(r, changed); err != nil {
				return nil, err
			}
		}
		out = append(out, fit.Trial{Ablation: a, Effect: a.Effect(base, lived[a.Path])})
	}
	return out, nil
}

// ablated is the scenario without the cause, which is called by its whole path,
// or with its number set; nil where the scenario has neither.
func ablated(s *scenario.Scenario, a *fit.Ablation, known, numbers []string) *scenario.Scenario {
	out := *s
	path, value, sets := a.Set()
	if !sets {
		whole, err := removablePath(path, known)
		if err != nil {
			return nil
		}
		a.Path = whole
		out.Without = append(slices.Clone(s.Without), whole)
		return &out
	}
	if !slices.Contains(numbers, path) {
		return nil
	}
	out.Set = s.Set.With(scenario.Changes{path: value})
	return &out
}

// effects are trials for programs to read.
func effects(trials []fit.Trial) []effect {
	out := []effect{}
	for _, t := range trials {
		a, e := t.Ablation, t.Effect
		out = append(out, effect{a.Row, a.Path, a.Series, a.Expect, a.Theory, e.Seeds, number(e.With), number(e.Without),
			number(e.Difference), number(e.Low), number(e.High), e.Finding})
	}
	return out
}
