package main

import (
	"fmt"
	"strconv"
	"strings"

	"gosplan"
	"gosplan/economy"
)

type traceVerb struct {
	choice
	span
	Enterprise *int `xor:"subject" required:"" placeholder:"N" help:"Follow this enterprise."`
	Person     *int `xor:"subject" required:"" placeholder:"N" help:"Follow this person."`
	Farm       *int `xor:"subject" required:"" placeholder:"N" help:"Follow this peasant household."`
	Kolkhoz    *int `xor:"subject" required:"" placeholder:"N" help:"Follow this kolkhoz."`
	Office     *int `aliases:"official" xor:"subject" required:"" placeholder:"N" help:"Follow this office and its officials."`
	asJSON
	Quiet bool `help:"No progress."`
}

func (traceVerb) Help() string {
	return `Examples:

  gosplan trace --enterprise 17 --from 1950 --to 1965
  gosplan trace ussr-nep --farm 3 --to 1935 --json

The economy is lived from the scenario's beginning to --to; rows from --from
on are printed. Nothing is written. Officials are the staff of an office: follow
them with --office.
`
}

// Run lives a scenario for the sake of one subject.
func (v traceVerb) Run(r *room) error {
	who := v.subject()
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
	err = sim.Run(r.ctx, show.quarter)
	show.close()
	if r.ctx.Err() != nil {
		return exit{statusInterrupted, "interrupted; a trace is not kept"}
	}
	if err != nil {
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
		if len(row) == 0 {
			continue
		}
		if year, err := strconv.Atoi(row[0][:min(4, len(row[0]))]); err != nil || year >= v.From {
			rows = append(rows, row)
		}
	}
	if v.JSON {
		return printJSON(r.out, map[string]any{"kind": life.Subject.Kind, "number": life.Subject.ID,
			"about": life.About, "columns": life.Columns, "rows": rows})
	}
	say(r.out, "%s %d: %s\n\n", life.Subject.Kind, life.Subject.ID, life.About)
	printTable(r.out, life.Columns, rows)
	if about := unitsOf(life.Columns); about != "" {
		say(r.out, "%s\n", about)
	}
	return nil
}

// unitsOf explains the units of columns that are not everybody's, "" if there
// are none.
func unitsOf(columns []string) string {
	if strings.Contains(strings.Join(columns, " "), "(points") {
		return fmt.Sprintf("A point is a hundredth of the GDP of 1928, counted as value added: %.0f million rubles of that year.", economy.KopecksPerPoint/1e8)
	}
	return ""
}
