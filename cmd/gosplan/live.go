package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"time"

	"gonum.org/v1/gonum/stat"

	"gosplan"
	"gosplan/record"
	"gosplan/scenario"
	"gosplan/series"
)

// A live run is one that is being lived into its folder.
type live struct {
	room   *room
	config gosplan.Config
	wishes wishes
	writer *record.Writer
	sim    simulation
	quiet  bool
	json   bool

	note    record.Note // of the checkpoint it went on from, then of the last quarter
	started time.Time
	stop    context.CancelCauseFunc
	display display
	pending func() string    // hash of the last quarter
	earlier record.Decisions // solved before it was taken up again
}

// run lives to the last month and completes the folder, or leaves a
// checkpoint and says how to go on.
func (l *live) run() error {
	ctx, stop := context.WithCancelCause(l.room.ctx)
	defer stop(nil)
	gosplan.WatchDecisions(func() float64 { return time.Since(l.started).Seconds() })
	l.stop, l.started = stop, time.Now().Add(-time.Duration(l.note.Seconds*float64(time.Second)))
	l.display = newDisplay(l.room.err, l.quiet, l.before())
	err := l.sim.Run(ctx, l.quarter)
	l.display.close()
	if err == nil {
		err = l.finish()
	} else if l.room.ctx.Err() != nil {
		return l.interrupted()
	} else if cause := context.Cause(ctx); cause != nil {
		err = cause
	}
	if err != nil {
		return l.failed(err)
	}
	return nil
}

// frugal collects garbage sooner in a run of so many people that memory is
// short, unless the user has said when. Their lists hold no pointers to follow,
// so that this costs next to nothing there.
func frugal(scale int) {
	if scale < 1000 && os.Getenv("GOGC") == "" {
		debug.SetGCPercent(10)
	}
}

// before is the share of the run that was done when it was taken up again.
func (l *live) before() float64 {
	if l.note.Year == 0 {
		return 0
	}
	from, to := l.config.Scenario.From, l.config.Scenario.To
	if l.config.To != 0 && l.config.To < to.Year {
		to = scenario.Month{Year: l.config.To, Month: 12}
	}
	lived := (l.note.Year-from.Year)*12 + 3*l.note.Quarter - from.Month + 1
	return float64(lived) / float64((to.Year-from.Year)*12+to.Month-from.Month+1)
}

// cheapHashes is the scale from which on the state is so small that hashing
// it every quarter costs nothing to speak of.
const cheapHashes = 10_000

// quarter follows the run; it keeps a checkpoint when one is due.
func (l *live) quarter(p gosplan.Progress) {
	l.note.Year, l.note.Quarter = p.Year, p.Quarter
	l.display.quarter(p)
	due := l.wishes.Checkpoint > 0 && p.Quarter == 4 && p.Done < 1 && (p.Year+1)%l.wishes.Checkpoint == 0
	if due || l.wishes.Hashes || l.config.Scale >= cheapHashes {
		l.addHash()
	}
	if due {
		if err := l.keep(l.settle()); err != nil {
			l.stop(err)
		}
	}
}

// addHash keeps the hash of the state at the end of the quarter. Where the
// state is small it is worked out while the next quarter is lived.
func (l *live) addHash() {
	l.settle()
	date := series.Row{Year: l.note.Year, Quarter: l.note.Quarter}.Date()
	l.note.Hashes = append(l.note.Hashes, record.StateHash{Date: date})
	if l.config.Scale >= cheapHashes {
		l.pending = l.sim.HashLater()
		return
	}
	hash := l.sim.Hash()
	l.pending = func() string { return hash }
}

// settle waits for the hash of the last quarter that has ended, "" if it has
// been settled before.
func (l *live) settle() (hash string) {
	if l.pending != nil {
		hash = l.pending()
		l.note.Hashes[len(l.note.Hashes)-1].Hash = hash
		l.pending = nil
	}
	return hash
}

// checkpoint keeps the state as it is, in the middle of a quarter or at its end.
func (l *live) checkpoint() error {
	l.settle()
	return l.keep(l.sim.Hash())
}

func (l *live) keep(hash string) error {
	l.note.Hash = hash
	l.note.Seconds = time.Since(l.started).Seconds()
	l.note.Decisions = l.decisions()
	return l.writer.Checkpoint(l.note, l.sim.Checkpoint)
}

// decisions are the problems that were solved for the run, also before it was
// taken up again.
func (l *live) decisions() record.Decisions {
	problems, spent := gosplan.Decisions()
	return record.Decisions{Problems: l.earlier.Problems + problems, Seconds: l.earlier.Seconds + spent}
}

// interrupted leaves the last month in a checkpoint.
func (l *live) interrupted() error {
	where := fmt.Sprintf("interrupted after %d Q%d", l.note.Year, l.note.Quarter)
	if l.note.Year == 0 {
		where = "interrupted in the first quarter"
	}
	err := l.checkpoint()
	resumable := l.writer.Resumable()
	l.writer.Close()
	switch {
	case err != nil && resumable:
		where = fmt.Sprintf("%s, and the last months could not be kept (%v)", where, err)
	case err != nil:
		return exit{statusInterrupted, fmt.Sprintf("%s, and nothing could be kept: %v", where, err)}
	}
	return exit{statusInterrupted, fmt.Sprintf("%s; the unfinished run is in %s; go on with: gosplan resume %s",
		where, record.Partial(l.writer.Dir), l.writer.Dir)}
}

// failed says what is left to go on from.
func (l *live) failed(err error) error {
	resumable := l.writer.Resumable()
	l.writer.Close()
	if resumable {
		return fmt.Errorf("%w\n\tthe last good state is in %s; once mended, go on with: gosplan resume %s",
			err, record.Partial(l.writer.Dir), l.writer.Dir)
	}
	return err
}

// finish lives the other seeds, completes the folder and prints the outcome.
func (l *live) finish() error {
	others, err := l.others()
	if err != nil {
		return err
	}
	manifest, err := l.manifest()
	if err != nil {
		return err
	}
	outcome := newOutcome(l.sim.Log(), others, l.config.Scenario)
	pages := map[string]func(io.Writer) error{}
	if l.wishes.Report {
		pages[record.ReportFile] = func(w io.Writer) error { return writeReport(w, l, manifest, outcome) }
	}
	if err := l.writer.Finish(manifest, l.sim.Log(), pages); err != nil {
		return errors.Join(err, l.checkpoint()) // so that nothing has to be lived again
	}
	return outcome.print(l.room.out, l.writer.Dir, manifest, l.json)
}

// manifest says what the run was. The series and files are added as written.
func (l *live) manifest() (*record.Manifest, error) {
	s, err := json.Marshal(l.config.Scenario)
	if err != nil {
		return nil, err
	}
	known, err := l.room.engine.Parameters(l.config.Scenario)
	if err != nil {
		return nil, err
	}
	l.settle()
	m := &record.Manifest{Decisions: l.decisions(), Program: programVersion(), Go: runtime.Version(), Platform: platform(),
		Name: l.config.Scenario.Name, Seed: l.config.Seed, Scale: l.config.Scale,
		From: l.config.From, To: l.config.To, State: l.sim.Hash(),
		WallSeconds: time.Since(l.started).Seconds(), Hashes: l.note.Hashes, Scenario: s}
	if l.wishes.Loss {
		if losses := gosplan.DecisionLosses(); len(losses) > 0 {
			m.Decisions.Loss = &record.Loss{Mean: stat.Mean(losses, nil), Worst: losses[len(losses)-1]}
		}
	}
	for _, p := range known {
		m.Parameters = append(m.Parameters, record.Parameter(p))
	}
	if m.From == 0 {
		m.From = l.config.Scenario.From.Year
	}
	if m.To == 0 {
		m.To = l.config.Scenario.To.Year
	}
	for i := range l.wishes.Seeds - 1 {
		m.SpreadSeeds = append(m.SpreadSeeds, l.config.Seed+1+uint64(i))
	}
	return m, nil
}
