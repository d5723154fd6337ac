package main

import (
	"fmt"
	"strings"

	"gosplan/claim"
)

type theoriesVerb struct {
	trial  `embed:""`
	budget `embed:""`
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
	if err := v.check(&v.trial); err != nil {
		return err
	}
	l, err := v.laboratory(r)
	if err != nil {
		return err
	}
	v.tests(l)
	v.begin(r, l)
	runs, err := l.Run(r.ctx, registry.Needed(registry.TellTests()), registry.TogetherTells()...)
	if err != nil {
		return v.finished(r, err)
	}
	v.close()
	results := claim.Results(registry.TellTests(), runs, len(registry.Tests()))
	registry.Record(results, runs)
	scores := registry.Scores(results)
	fewest, most := claim.PairsOf(registry.TellTests(), runs)
	if v.JSON {
		return printJSON(r.out, v.views(registry, results, scores))
	}
	v.print(r, registry, l, results, scores, [2]int{fewest, most})
	if rows := registry.Rows(runs); v.most > 0 && rows < len(registry.Tells) {
		say(r.out, "Time was up (%s): %d of %d rows have two pairs or more, the least that shows anything. The same command goes on from here.\n", v.Time, rows, len(registry.Tells))
	}
	return nil
}

func (v theoriesVerb) print(r *room, registry *claim.Registry, l *claim.Laboratory, results map[*claim.Test]*claim.Result, scores []claim.Score, pairs [2]int) {
	var rows [][]string
	for i := range registry.Tells {
		t := &registry.Tells[i]
		for _, test := range t.Counts() {
			res := results[test]
			unit, _ := res.Test.Human()
			effect := strings.TrimSpace(res.Interval() + " " + unit)
			if res.Missing != "" {
				effect = res.Missing
			}
			rows = append(rows, []string{t.Number, t.Title + " " + test.Ask, effect, string(res.Told())})
		}
	}
	printTable(r.out, []string{"", "test", "effect", "found"}, rows)
	say(r.out, "\n+ above zero, - below, 0 nothing that counts, ? not shown, or the model cannot judge. Tests lived: %s %s.\n%s\n\n", claim.PairsInWords(pairs[0], pairs[1]), registry.AtScale(l.Scale), claim.Needs(max(2, pairs[1]), len(registry.Tests())))
	rows = nil
	for _, s := range scores {
		rows = append(rows, []string{s.Name, fmt.Sprint(s.Speaks()), fmt.Sprint(s.Right), fmt.Sprint(s.Wrong), fmt.Sprint(s.Open), claim.Share(s.Share), s.Interval()})
	}
	printTable(r.out, []string{"theory", "speaks on", "right", "wrong", "open", "share", "interval"}, rows)
	say(r.out, "\n%s\n", claim.ScoresNote)
	if note := registry.RowsNote(); note != "" {
		say(r.out, "%s\n", note)
	}
}

// A scoreView is a score for programs to read.
type scoreView struct {
	Theory string       `json:"theory"`
	Name   string       `json:"name"`
	Speaks int          `json:"speaks"` // rows
	Right  int          `json:"right"`
	Wrong  int          `json:"wrong"`
	Open   int          `json:"open"`
	Silent int          `json:"silent"`
	Share  number       `json:"share"`
	Low    number       `json:"low"`
	High   number       `json:"high"`
	Rows   []claim.Mark `json:"rows"`
}

// A rowView is a row that tells theories apart, for programs to read.
type rowView struct {
	Number string       `json:"number"`
	Title  string       `json:"title"`
	Tests  []resultView `json:"tests"`
}

func (theoriesVerb) views(registry *claim.Registry, results map[*claim.Test]*claim.Result, scores []claim.Score) any {
	out := struct {
		Scores []scoreView         `json:"scores"`
		Found  map[string][]string `json:"found"`
		Rows   []rowView           `json:"rows"`
	}{Found: map[string][]string{}}
	for _, s := range scores {
		out.Scores = append(out.Scores, scoreView{s.Theory, s.Name, s.Speaks(), s.Right, s.Wrong, s.Open, s.Silent, number(s.Share), number(s.Low), number(s.High), s.Rows})
	}
	same := registry.Same()
	for i := range registry.Tells {
		t := &registry.Tells[i]
		row := rowView{Number: t.Number, Title: t.Title}
		for _, test := range t.Counts() {
			out.Found[t.Number] = append(out.Found[t.Number], string(results[test].Told()))
			row.Tests = append(row.Tests, viewResult(results[test], same))
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}
