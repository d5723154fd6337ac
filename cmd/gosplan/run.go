package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"gosplan"
	"gosplan/record"
	"gosplan/scenario"
)

type runVerb struct {
	choice
	span
	wishes
	asJSON
	Out   string `placeholder:"DIR" help:"Folder of the run, absent or empty; runs/SCENARIO-SEED if not given, with -2, -3 after it when that is taken."`
	Quiet bool   `help:"No progress."`
	Force bool   `help:"Begin although the machine has less memory than the run is expected to need."`
}

// wishes are what a run is to leave behind. Its results do not depend on them.
type wishes struct {
	Checkpoint int    `least:"0" default:"5" placeholder:"YEARS" json:"checkpoint" help:"Keep a checkpoint every so many simulated years (5); 0 for none but at Ctrl-C."`
	Report     bool   `default:"true" negatable:"" json:"report" help:"Write report.html."`
	Seeds      int    `least:"1" most:"10000" default:"1" json:"seeds" placeholder:"N" help:"Live so many seeds, this run's own among them, and draw the middle 80 % of them in the report; one alone (1) has no band."`
	Loss       bool   `json:"loss,omitempty" help:"Measure what managers' choices lose beside those on a fine grid, once the run is lived; takes ten to thirty seconds more."`
	Typed      string `kong:"-" json:"typed,omitempty"` // the command
	Hashes     bool   `json:"hashes" help:"Hash the state every quarter also at scales finer than 1:10000, so that diff finds the quarter in which states part; slower."`
}

func (runVerb) Help() string {
	return `Examples:

  gosplan run
  gosplan run ussr-nep --seed 7 --scale 1:100000
  gosplan run --system plan-1956 --start industrial --years 60
  gosplan run --set Labour=job-right
  gosplan run my.yaml --from 1917 --to 1941 --out runs/mine
  gosplan run --set Behaviour.Effort.Base=0.7 --without Ratchet
  gosplan run --seeds 16

The folder is complete or absent: an unfinished run lives in DIR.partial.
Ctrl-C ends cleanly at the end of a month; gosplan resume DIR goes on.
`
}

// Run lives a scenario.
func (v runVerb) Run(r *room) error {
	config, err := v.config(r, v.span)
	if err != nil {
		return err
	}
	if v.Out != "" {
		if err := record.Check(v.Out); err != nil {
			return err
		}
	}
	need := burdenOf(config, v.Seeds)
	if err := need.bearable(config.Scale, memory(), v.Force); err != nil {
		return err
	}
	if !v.Quiet {
		need.tell(r.err)
		if eras := config.Scenario.Eras; len(eras) == 1 && !config.Scenario.Politics.Governs() {
			say(r.err, "%s is lived under the system %s.\n", config.Scenario.Name, eras[0].System)
		}
	}
	v.Typed = command()
	frugal(config.Scale)
	sim, err := r.engine.New(config)
	if err != nil {
		return asWrong(err)
	}
	setup, err := newSetup(r.engine, config, v.wishes)
	if err != nil {
		return err
	}
	writer, err := take(v.Out, config, setup)
	if err != nil {
		return err
	}
	l := &live{room: r, config: config, wishes: v.wishes, writer: writer, sim: sim, quiet: v.Quiet, json: v.JSON}
	return l.run()
}

// newSetup is what a resumed run needs to know.
func newSetup(e engine, c gosplan.Config, w wishes) (record.Setup, error) {
	s, err := json.Marshal(c.Scenario)
	if err != nil {
		return record.Setup{}, err
	}
	command, err := json.Marshal(w)
	if err != nil {
		return record.Setup{}, err
	}
	numbers, err := numbersOf(e, c.Scenario)
	if err != nil {
		return record.Setup{}, err
	}
	return record.Setup{Program: programVersion(), Scenario: s, Seed: c.Seed, Scale: c.Scale,
		From: c.From, To: c.To, Numbers: numbers, Command: command}, nil
}

// numbersOf identifies the parameters that a program gives a scenario, so
// that no run goes on with other numbers than it began with.
func numbersOf(e engine, s *scenario.Scenario) (string, error) {
	known, err := e.Parameters(s)
	if err != nil {
		return "", err
	}
	text, err := json.Marshal(known)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%x", sha256.Sum256(text)), nil
}

// take opens the folder of a run: the one asked for, or the first free one of
// runs/SCENARIO-SEED, runs/SCENARIO-SEED-2, and so on.
func take(out string, c gosplan.Config, setup record.Setup) (*record.Writer, error) {
	if out != "" {
		return record.Create(out, setup)
	}
	base := filepath.Join("runs", fmt.Sprintf("%s-%d", fileName(c.Scenario.Name), c.Seed))
	for i := 1; ; i++ {
		dir := base
		if i > 1 {
			dir = fmt.Sprintf("%s-%d", base, i)
		}
		if exists(dir) || exists(record.Partial(dir)) {
			continue
		}
		writer, err := record.Create(dir, setup)
		if err != nil && exists(record.Partial(dir)) { // another run was quicker
			continue
		}
		return writer, err
	}
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// fileName is a scenario's name without what folders cannot have.
func fileName(name string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>| `, r) || r < ' ' {
			return '-'
		}
		return r
	}, name)
}
