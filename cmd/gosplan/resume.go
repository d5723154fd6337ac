package main

import (
	"encoding/json"
	"path/filepath"

	"gosplan"
	"gosplan/record"
	"gosplan/scenario"
)

type resumeVerb struct {
	Dir string `arg:"" help:"Folder of the run, with or without .partial."`
	asJSON
	Quiet bool `help:"No progress."`
}

func (resumeVerb) Help() string {
	return `Example:

  gosplan resume runs/ussr-1

The result is that of an unbroken run, to the last bit.
`
}

// Run goes on from the last checkpoint, or begins again where there is none.
func (v resumeVerb) Run(r *room) error {
	writer, last, err := record.Resume(v.Dir, programVersion())
	if err != nil {
		return err
	}
	defer last.Close()
	l, err := revive(r, writer, last)
	if err != nil {
		writer.Leave()
		return err
	}
	l.quiet, l.json = v.Quiet, v.JSON
	return l.run()
}

// revive prepares the run that a folder holds.
func revive(r *room, writer *record.Writer, last *record.Checkpoint) (*live, error) {
	setup := writer.Setup
	l := &live{room: r, writer: writer, note: last.Note, earlier: last.Note.Decisions, wishes: wishes{Checkpoint: 5, Report: true, Seeds: 1}}
	s := &scenario.Scenario{}
	where := filepath.Join(record.Partial(writer.Dir), "run.json")
	if err := json.Unmarshal(setup.Scenario, s); err != nil {
		return nil, wrong("%s: damaged: its scenario: %w; put back a good copy, or run the scenario again", where, err)
	}
	if len(setup.Command) > 0 {
		if err := json.Unmarshal(setup.Command, &l.wishes); err != nil {
			return nil, wrong("%s: damaged: its command: %w; put back a good copy, or run the scenario again", where, err)
		}
	}
	if numbers, err := numbersOf(r.engine, s); err != nil {
		return nil, asWrong(err)
	} else if numbers != setup.Numbers {
		return nil, wrong("%s: begun by a program with other parameters; resume it with that program, or run the scenario again", where)
	}
	l.config = gosplan.Config{Scenario: s, Seed: setup.Seed, Scale: setup.Scale, From: setup.From, To: setup.To}
	frugal(setup.Scale)
	var err error
	if last.State == nil {
		l.sim, err = r.engine.New(l.config)
	} else if l.sim, err = r.engine.Resume(l.config, last.State); err == nil && l.sim.Hash() != last.Note.Hash {
		return nil, wrong("%s: the state of its checkpoint is not the one that was written (hash %s, not %s); run the scenario again",
			record.Partial(writer.Dir), l.sim.Hash(), last.Note.Hash)
	}
	if err != nil {
		return nil, asWrong(err)
	}
	return l, nil
}
