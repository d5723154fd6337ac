package main

import (
	"fmt"

	"gosplan/claim"
)

type theoriesVerb struct {
	trial `embed:""`
	asJSON
}

func (theoriesVerb) Help() string {
	return `Examples:

  gosplan theories --quick
  gosplan theories --pairs 16 --scale 1:100000
`
}

// Run scores the theories on the tests that tell them apart.
func (v theoriesVerb) Run(r *room) error {
	registry := claim.Registered()
	l, err := v.laboratory(r)
	if err != nil {
		return err
	}
	v.tests(l)
	runs, err := l.Run(r.ctx, registry.Needed(registry.TellTests()))
	if err != nil {
		return v.finished(r, err)
	}
	results := claim.Results(registry.TellTests(), runs, len(registry.Tests()))
	scores := registry.Scores(results)
	if v.JSON {
		return printJSON(r.out, v.views(registry, results, scores))
	}
	v.print(r, registry, l, results, scores)
	return nil
}

func (v theoriesVerb) print(r *room, registry *claim.Registry, l *claim.Laboratory, results map[*claim.Test]*claim.Result, scores []claim.Score) {
	var rows [][]string
	for i := range registry.Tells {
		t := &registry.Tells[i]
		for _, test := range t.Counts() {
			res := results[test]
			unit, _ := res.Test.Shown()
			effect := res.Interval() + " " + unit
			if res.Missing != "" {
				effect = res.Missing
			}
			rows = append(rows, []string{t.Number, t.Title + " " + test.Ask, effect, string(res.Told())})
		}
	}
	printTable(r.out, []string{"", "test", "effect", "found"}, rows)
	say(r.out, "\n+ above zero, - below, 0 nothing that counts, ? not shown. %d pairs %s.\n%s\n\n", v.Pairs, registry.AtScale(l.Scale), claim.Needs(v.Pairs, len(registry.Tests())))
	rows = nil
	for _, s := range scores {
		rows = append(rows, []string{s.Name, fmt.Sprint(s.Right), fmt.Sprint(s.Wrong), fmt.Sprint(s.Open), claim.Figure(s.Share),
			claim.Figure(s.Low) + " to " + claim.Figure(s.High), claim.Figure(s.Best)})
	}
	printTable(r.out, []string{"theory", "right", "wrong", "open", "share", "interval", "best in"}, rows)
	say(r.out, "\n%s\n", claim.ScoresNote)
}

// A scoreView is a score for programs to read.
type scoreView struct {
	Theory string       `json:"theory"`
	Name   string       `json:"name"`
	Right  int          `json:"right"`
	Wrong  int          `json:"wrong"`
	Open   int          `json:"open"`
	Silent int          `json:"silent"`
	Share  number       `json:"share"`
	Low    number       `json:"low"`
	High   number       `json:"high"`
	Best   number       `json:"best"`
	Rows   []claim.Mark `json:"rows"`
}

func (theoriesVerb) views(registry *claim.Registry, results map[*claim.Test]*claim.Result, scores []claim.Score) any {
	out := struct {
		Scores []scoreView         `json:"scores"`
		Found  map[string][]string `json:"found"`
	}{Found: map[string][]string{}}
	for _, s := range scores {
		out.Scores = append(out.Scores, scoreView{s.Theory, s.Name, s.Right, s.Wrong, s.Open, s.Silent, number(s.Share), number(s.Low), number(s.High), number(s.Best), s.Rows})
	}
	for i := range registry.Tells {
		t := &registry.Tells[i]
		for _, test := range t.Counts() {
			out.Found[t.Number] = append(out.Found[t.Number], string(results[test].Told()))
		}
	}
	return out
}
