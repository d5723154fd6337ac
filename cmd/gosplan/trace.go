package main

import (
	"context"
	"fmt"
	"io"
	"strconv"

	"gosplan"
)

type traceVerb struct {
	choice
	span
	Enterprise *int `xor:"subject" placeholder:"N" help:"Follow this enterprise."`
	Person     *int `xor:"subject" placeholder:"N" help:"Follow this person."`
	Farm       *int `xor:"subject" placeholder:"N" help:"Follow this peasant household."`
	Kolkhoz    *int `xor:"subject" placeholder:"N" help:"Follow this kolkhoz."`
	Office     *int `aliases:"official" xor:"subject" placeholder:"N" help:"Follow this office and its officials."`
	asJSON
	Quiet bool `help:"No progress."`
}

func (traceVerb) Help() string {
	return `Examples:

  gosplan trace --enterprise 17 --from 1950 --to 1965
  gosplan trace ussr-nep --farm 3 --to 1935 --json

One of --enterprise, --person, --farm, --kolkhoz and --office says who is
followed. The economy is lived from the scenario's beginning to --to; rows from --from
on are printed. Nothing is written. Officials are the staff of an office: follow
them with --office. Where somebody dies or a house closes the trace ends, with
the month.
`
}

// Run lives a scenario for the sake of one subject.
func (v traceVerb) Run(r *room) error {
	who := v.subject()
	if who.Kind == "" {
		return wrong("nobody is named to follow; give one of --enterprise N, --person N, --farm N, --kolkhoz N and --office N, as in gosplan trace --enterprise 17; see gosplan trace --help")
	}
	if who.ID < 0 {
		return wrong("--%s %d: numbers begin at 0", who.Kind, who.ID)
	}
	config, err := v.config(r, v.span)
	if err != nil {
		return err
	}
	config.From = 0
	sim, err := r.engine.New(config)
	if err != nil {
		return asWrong(err)
	}
	if err := sim.Follow(who); err != nil {
		return asWrong(err)
	}
	show := newDisplay(r.err, v.Quiet, 0)
	ctx, stop := context.WithCancel(r.ctx)
	defer stop()
	err = sim.Run(ctx, func(p gosplan.Progress) {
		show.quarter(p)
		if sim.Life().Ended != "" {
			stop()
		}
	})
	show.close()
	if r.ctx.Err() != nil {
		return exit{statusInterrupted, "interrupted; a trace is not kept"}
	}
	if err != nil && ctx.Err() == nil {
		return err
	}
	return v.print(r, sim.Life())
}

func (v traceVerb) subject() gosplan.Subject {
	for _, s := range []struct {
		kind string
		id   *int
	}{{"enterprise", v.Enterprise}, {"person", v.Person}, {"farm", v.Farm}, {"kolkhoz", v.Kolkhoz}, {"office", v.Office}} {
		if s.id != nil {
			return gosplan.Subject{Kind: s.kind, ID: *s.id}
		}
	}
	return gosplan.Subject{}
}

func (v traceVerb) print(r *room, life *gosplan.Life) error {
	if life == nil {
		return fmt.Errorf("the run kept no life of %s %d", v.subject().Kind, v.subject().ID)
	}
	rows := [][]string{}
	for _, row := range life.Rows {
		if year, err := strconv.Atoi(row[0][:min(4, len(row[0]))]); err != nil || year >= v.From {
			rows = append(rows, row)
		}
	}
	if v.JSON {
		return printJSON(r.out, viewLife(life, rows))
	}
	say(r.out, "%s %d: %s\n\n", life.Subject.Kind, life.Subject.ID, life.About)
	if len(rows) > 0 {
		header := make([]string, len(life.Columns))
		for i, c := range life.Columns {
			header[i] = c.Name
			if c.Unit != "" {
				header[i] += " (" + c.Unit + ")"
			}
		}
		printTable(&paper{w: r.out, width: within(r.out, widestLife)}, header, rows)
		io.WriteString(r.out, "\n")
	}
	if life.Ended != "" {
		say(r.out, "%s: %s. Nothing follows.\n", life.Ended, life.How)
	}
	if len(rows) > 0 {
		for _, c := range life.Columns {
			if c.Means != "" {
				say(r.out, "%s: %s\n", c.Name, c.Means)
			}
		}
	}
	return nil
}

// widestLife is how wide the columns of a life are printed side by side.
const widestLife = 160

// A lifeView is a life for programs to read.
type lifeView struct {
	Kind    string           `json:"kind"`
	Number  int              `json:"number"`
	About   string           `json:"about"`
	Columns []gosplan.Column `json:"columns"`
	Rows    [][]any          `json:"rows"` // dates and words as text, figures as numbers, null where there is none
	Ended   string           `json:"ended,omitempty"`
	How     string           `json:"how,omitempty"`
}

func viewLife(life *gosplan.Life, rows [][]string) lifeView {
	out := lifeView{life.Subject.Kind, life.Subject.ID, life.About, life.Columns, [][]any{}, life.Ended, life.How}
	for _, row := range rows {
		cells := make([]any, len(row))
		for i, cell := range row {
			if figure, err := strconv.ParseFloat(cell, 64); err == nil {
				cells[i] = number(figure)
			} else if cell != "" {
				cells[i] = cell
			}
		}
		out.Rows = append(out.Rows, cells)
	}
	return out
}
