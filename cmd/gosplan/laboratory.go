package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"gosplan"
	"gosplan/claim"
	"gosplan/record"
	"gosplan/scenario"
	"gosplan/series"
)

// A trial is how many runs are compared and where they are kept, as flags.
type trial struct {
	Quick bool   `help:"A first answer in about a minute: 6 pairs at 1:200000."`
	Pairs int    `placeholder:"N" help:"Pairs of runs that share their luck; the registry's own if absent."`
	Scale scale  `placeholder:"1:N" help:"People for whom one simulated person stands; the registry's own if absent."`
	Cache string `placeholder:"DIR" help:"Where finished runs are kept, to be used again; the user's cache folder if absent."`
	Quiet bool   `help:"No progress."`
}

// What --quick means: about a minute on two cores. With fewer people output is
// far lower than with more, and not alike in all systems.
const (
	quickPairs = 6
	quickScale = 200_000
)

// resolve replaces what was not given.
func (t *trial) resolve() error {
	pairs, people := claim.Registered().Pairs, claim.Registered().Scale
	if t.Quick {
		pairs, people = quickPairs, quickScale
	}
	if t.Pairs == 0 {
		t.Pairs = pairs
	}
	if t.Scale == 0 {
		t.Scale = scale(people)
	}
	if t.Pairs < 2 {
		return wrong("--pairs %d: write 2 or more; there is no interval of one", t.Pairs)
	}
	if t.Cache == "" {
		folder, err := os.UserCacheDir()
		if err != nil {
			return wrong("there is no cache folder of the user (%w); name one with --cache", err)
		}
		t.Cache = filepath.Join(folder, "gosplan", "runs")
	}
	if err := os.MkdirAll(t.Cache, 0o755); err != nil {
		return wrong("--cache %s: %w", t.Cache, err)
	}
	return nil
}

// laboratory prepares the runs.
func (t *trial) laboratory(r *room) (*claim.Laboratory, error) {
	if err := t.resolve(); err != nil {
		return nil, err
	}
	binary, err := programHash()
	if err != nil {
		return nil, err
	}
	shelf := folder{t.Cache, binary[:programDigits] + "-"}
	if !t.Quiet {
		shelf.tell(r.err)
	}
	return &claim.Laboratory{
		Version: binary, Scale: int(t.Scale), Pairs: t.Pairs,
		Check: func(s *scenario.Scenario) error { _, err := r.engine.Schedule(s); return err },
		Live: func(ctx context.Context, c gosplan.Config) (*series.Log, error) {
			sim, err := r.engine.New(c)
			if err != nil {
				return nil, err
			}
			if err := sim.Run(ctx, nil); err != nil {
				return nil, err
			}
			return sim.Log(), nil
		},
		Shelf: shelf,
		Told:  counter(r.err, t.Quiet),
	}, nil
}

// finished turns the end of the runs into what is told of it.
func (t *trial) finished(r *room, err error) error {
	if r.ctx.Err() != nil {
		return exit{statusInterrupted, "interrupted; finished runs are kept in " + t.Cache + ", and the same command goes on from there"}
	}
	return err
}

// counter tells after every tenth of the runs.
func counter(w io.Writer, quiet bool) func(done, all int) {
	tenth := 0
	return func(done, all int) {
		if now := 10 * done / all; !quiet && now > tenth {
			tenth = now
			fmt.Fprintf(w, "%d of %d runs\n", done, all)
		}
	}
}

// A folder is a shelf of files, each there whole or not at all. Their names
// begin with the program that lived them.
type folder struct{ path, program string }

// programDigits of the program's hash are in the names of its runs.
const programDigits = 12

func (f folder) file(key string) string { return filepath.Join(f.path, f.program+key+".run") }

// tell says what is on the shelf, and that a changed program begins anew: one
// word of it may change every run.
func (f folder) tell(w io.Writer) {
	all, _ := filepath.Glob(filepath.Join(f.path, "*.run"))
	own := 0
	for _, path := range all {
		if strings.HasPrefix(filepath.Base(path), f.program) {
			own++
		}
	}
	switch others := len(all) - own; {
	case own > 0:
		fmt.Fprintf(w, "%d finished runs of this program are in %s; those that are needed are used again.\n", own, f.path)
	case others > 0:
		fmt.Fprintf(w, "The program has changed: %d runs in %s are of other versions and are not used. Any change may change a run, so all are lived anew.\n", others, f.path)
	}
}

func (f folder) Get(key string) ([]byte, bool) {
	data, err := os.ReadFile(f.file(key))
	return data, err == nil
}

func (f folder) Put(key string, data []byte) error {
	return record.WriteFile(f.file(key), func(w io.Writer) error { _, err := w.Write(data); return err })
}

// programHash identifies the program to the byte, so that a run of another is
// never taken for one of this.
var programHash = sync.OnceValues(func() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	return record.Checksum(path)
})
