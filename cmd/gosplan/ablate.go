package main

import (
	"fmt"
	"slices"
	"strings"

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

// ablate takes out the cause of each row of the syndrome, one at a time, with
// the seeds of the base runs.
func (v validateVerb) ablate(r *room, s *scenario.Scenario, base []*series.Log) ([]effect, error) {
	known, err := r.engine.Removable(s)
	if err != nil {
		return nil, asWrong(err)
	}
	lived := map[string][]*series.Log{}
	var out []effect
	for _, a := range fit.Ablations() {
		path, err := removablePath(a.Path, known)
		if err == nil && lived[path] == nil {
			bare := *s
			bare.Without = append(slices.Clone(s.Without), path)
			if lived[path], err = v.live(r, &bare); err != nil {
				return nil, err
			}
		}
		e := a.Effect(base, lived[path])
		if path == "" {
			path = a.Path
		}
		out = append(out, effect{a.Row, path, a.Series, a.Expect, a.Theory, e.Seeds, number(e.With), number(e.Without),
			number(e.Difference), number(e.Low), number(e.High), e.Finding})
	}
	return out, nil
}

// ablationPage is the part of the validation page on causes.
func ablationPage(effects []effect) string {
	if len(effects) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("\n## Ablations\n\nThe same seeds with and without a cause that theory names. The interval is 95 % over seeds. No effect is a finding.\n\n" +
		"| row | without | figure | with it | without it | difference | theory expects that it | finding |\n|--|--|--|--|--|--|--|--|\n")
	for _, e := range effects {
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s [%s, %s] | %s: %s | %s |\n", e.Row, e.Without, e.Series,
			e.With, e.Gone, e.Difference, e.Low, e.High, e.Expect, e.Theory, e.Finding)
	}
	return b.String()
}
