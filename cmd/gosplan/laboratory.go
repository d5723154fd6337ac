package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/mattn/go-runewidth"

	"gosplan"
	"gosplan/claim"
	"gosplan/economy"
	"gosplan/record"
	"gosplan/scenario"
	"gosplan/series"
)

// A trial is how many runs are compared and where they are kept, as flags.
type trial struct {
	Quick bool   `help:"A first answer from few runs: 6 pairs at 1:100000, 3 for assumptions; of claims and theories what 45 seconds give."`
	Pairs int    `least:"2" most:"10000" placeholder:"N" help:"Pairs of runs that share their luck; the registry's own if absent."`
	Scale scale  `placeholder:"1:N" help:"People for whom one simulated person stands; that of each test, or of the registry, if absent."`
	Cache string `placeholder:"DIR" help:"Where finished runs are kept, to be used again; the user's cache folder if absent."`
	Quiet bool   `help:"No progress."`

	stated bool          // whether tests are lived at the scale that each states
	most   time.Duration // how long runs may take, 0 for as long as they do
	close  func()        // ends the progress line
}

// What --quick means: seconds for two scenarios.
const (
	quickPairs = 6
	quickScale = 100_000
)

// coarsest is the coarsest scale at which it was looked into what scale changes (docs/misses.md).
const coarsest = 100_000

// caution says what a scale is too coarse for, or nothing.
func (t *trial) caution() string {
	if t.Scale <= coarsest {
		return ""
	}
	return fmt.Sprintf("At scales coarser than 1:%d an enterprise has so few simulated people that systems should not be ranked.", coarsest)
}

// resolve replaces what was not given.
func (t *trial) resolve() error {
	pairs, people := claim.Registered().Pairs, claim.Registered().Scale
	if t.Quick {
		pairs, people = quickPairs, quickScale
	}
	if t.Pairs == 0 {
		t.Pairs = pairs
	}
	if t.stated = t.Scale == 0 && !t.Quick; t.Scale == 0 {
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
		if words := t.caution(); words != "" {
			say(r.err, "%s\n", words)
		}
	}
	told, end := counter(r.err, t.Quiet, t.most)
	t.close = end
	return &claim.Laboratory{
		Version: binary, Scale: int(t.Scale), Pairs: t.Pairs,
		Check: func(s *scenario.Scenario) error { _, err := r.engine.Schedule(s); return err },
		Live: func(ctx context.Context, c gosplan.Config) (*series.Log, error) {
			sim, err := r.engine.New(c)
			if err != nil {
				return nil, err
			}
			switch err := sim.Run(ctx, nil); {
			case errors.Is(err, economy.ErrWorthless): // what was lived before is sound
				return sim.Log(), err
			case err != nil:
				return nil, err
			}
			return sim.Log(), nil
		},
		Shelf: shelf,
		Told:  told,
	}, nil
}

// tests makes the laboratory live tests at the scale that each states, if no
// other was asked for.
func (t *trial) tests(l *claim.Laboratory) {
	if t.stated {
		l.Scale = 0
	}
}

// finished turns the end of the runs into what is told of it.
func (t *trial) finished(r *room, err error) error {
	t.close()
	if r.ctx.Err() != nil {
		return exit{statusInterrupted, "interrupted; finished runs are kept in " + t.Cache + ", and the same command goes on from there"}
	}
	return err
}

// counter shows how far runs are: a line redrawn in place on a terminal, and
// one after every twentieth of the runs elsewhere.
func counter(w io.Writer, quiet bool, most time.Duration) (told func(claim.Progress), end func()) {
	if quiet {
		return nil, func() {}
	}
	started := time.Now()
	if file, is := terminal(w); is {
		bar := newBar(file, func(width int, p claim.Progress, elapsed time.Duration) string {
			return runewidth.Truncate(runsLine(p, elapsed, most), max(width, 0), "")
		})
		var once sync.Once
		end = func() { once.Do(bar.close) }
		return func(p claim.Progress) {
			if bar.show(p, float64(p.Done)/float64(p.All)); p.Done == p.All {
				end()
			}
		}, end
	}
	last := 0
	return func(p claim.Progress) {
		if now := 20 * p.Done / p.All; now > last {
			last = now
			fmt.Fprintln(w, runsLine(p, time.Since(started), most))
		}
	}, func() {}
}

// runsLine is the line of progress of runs that end after the most time, 0 for
// when all are lived.
func runsLine(p claim.Progress, elapsed, most time.Duration) string {
	if p.All == 0 {
		return "preparing"
	}
	line := fmt.Sprintf("%d of %d runs", p.Done, p.All)
	if p.Wholes > 1 {
		line += fmt.Sprintf("  %d of %d claims and theories' rows whole", p.Whole, p.Wholes)
	}
	if p.Lived == 0 {
		return line
	}
	left := remaining(elapsed, p.Lived, p.Left)
	if most > 0 {
		left = min(left, max(0, most-elapsed))
	}
	return line + "  " + roundTime(left) + " left"
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
		fmt.Fprintf(w, "The program has changed: %d runs in %s are of other versions and are not used, since any change may change a run.\n", others, f.path)
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
