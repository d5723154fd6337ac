package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/mattn/go-runewidth"
	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"

	"gosplan"
)

// A display shows how far a run is.
type display interface {
	quarter(gosplan.Progress)
	close()
}

// newDisplay chooses a bar for a terminal, lines for a file, nothing for quiet,
// for a run of which a share was done before.
func newDisplay(w io.Writer, quiet bool, before float64) display {
	if quiet {
		return silent{}
	}
	if file, is := terminal(w); is {
		return &runBar{newBar(file, func(width int, p gosplan.Progress, elapsed time.Duration) string {
			return progressLine(width, p, elapsed, before)
		})}
	}
	now := time.Now()
	return &lines{w: w, started: now, last: now, before: before}
}

// terminal is what w writes to, if a line can be redrawn in place there.
func terminal(w io.Writer) (*os.File, bool) {
	file, ok := w.(*os.File)
	if !ok {
		return nil, false
	}
	width, height, err := term.GetSize(int(file.Fd()))
	return file, err == nil && width > 0 && height > 0
}

type silent struct{}

func (silent) quarter(gosplan.Progress) {}
func (silent) close()                   {}

// lines writes a line every few simulated years, and in a run so slow that
// these are long in coming, about one a minute.
type lines struct {
	w       io.Writer
	started time.Time
	before  float64
	next    int       // first year that is due
	last    time.Time // when a line was written
}

// yearsALine is how many simulated years a line stands for.
const yearsALine = 5

// patience is how long no line is missed.
const patience = time.Minute

func (l *lines) quarter(p gosplan.Progress) {
	if l.next == 0 {
		l.next = p.Year + yearsALine - p.Year%yearsALine
	}
	if p.Done < 1 && (p.Year < l.next || p.Quarter != 1) && time.Since(l.last) < patience {
		return
	}
	l.last = time.Now()
	if p.Year >= l.next {
		l.next += yearsALine
	}
	fmt.Fprintf(l.w, "%d Q%d  %3.0f %%  %s  %s\n", p.Year, p.Quarter, 100*p.Done,
		timeLeft(time.Since(l.started), l.before, p.Done), strings.Join(headlines(p), "  "))
}

func (l *lines) close() {}

// A runBar shows a run.
type runBar struct{ bar *bar[gosplan.Progress] }

func (b *runBar) quarter(p gosplan.Progress) { b.bar.show(p, p.Done) }
func (b *runBar) close()                     { b.bar.close() }

// A bar is a line redrawn in place.
type bar[T any] struct {
	progress *mpb.Progress
	bar      *mpb.Bar
	seen     chan T // the latest, for the drawing goroutine
}

// barSteps is the resolution of the bar.
const barSteps = 1_000_000

// newBar draws what line makes of the latest that was shown.
func newBar[T any](file *os.File, line func(width int, last T, elapsed time.Duration) string) *bar[T] {
	b := &bar[T]{seen: make(chan T, 1)}
	started := time.Now()
	var last T
	draw := mpb.BarFillerFunc(func(w io.Writer, at decor.Statistics) error {
		select {
		case last = <-b.seen:
		default:
		}
		_, err := io.WriteString(w, line(at.AvailableWidth, last, time.Since(started)))
		return err
	})
	b.progress = mpb.New(mpb.WithOutput(file))
	b.bar = b.progress.MustAdd(barSteps, draw, mpb.BarFillerClearOnComplete(), mpb.BarRemoveOnComplete())
	return b
}

// show tells the latest, and which share of all is done.
func (b *bar[T]) show(latest T, done float64) {
	select {
	case <-b.seen:
	default:
	}
	b.seen <- latest
	b.bar.SetCurrent(min(int64(done*barSteps), barSteps-1))
}

func (b *bar[T]) close() {
	b.bar.Abort(true)
	b.progress.Wait()
}

// progressLine fits quarter, bar, time left and headlines into a width; what
// does not fit is left out, headlines first, then the bar, then the time.
func progressLine(width int, p gosplan.Progress, elapsed time.Duration, before float64) string {
	if p.Year == 0 {
		return runewidth.Truncate("preparing", max(width, 0), "")
	}
	line := fmt.Sprintf("%d Q%d %3.0f%%", p.Year, p.Quarter, 100*p.Done)
	add := func(part string) {
		if runewidth.StringWidth(line)+2+runewidth.StringWidth(part) <= width {
			line += "  " + part
		}
	}
	add(timeLeft(elapsed, before, p.Done))
	const cells = 20
	full := min(int(p.Done*cells), cells)
	add(strings.Repeat("█", full) + strings.Repeat("░", cells-full))
	for _, headline := range headlines(p) {
		add(headline)
	}
	return runewidth.Truncate(line, max(width, 0), "")
}

func headlines(p gosplan.Progress) []string {
	var out []string
	for _, h := range p.Headlines {
		unit := h.Unit
		if strings.Contains(unit, "=") { // 1928 = 100
			unit = "(" + unit + ")"
		}
		if h.Label != "" {
			out = append(out, strings.TrimSpace(fmt.Sprintf("%s %.4g %s", h.Label, h.Value, unit)))
		}
	}
	return out
}

// timeLeft supposes that the rest goes as fast as what was done since a share
// was done before.
func timeLeft(elapsed time.Duration, before, done float64) string {
	if done <= before {
		return "…"
	}
	return roundTime(remaining(elapsed, done-before, 1-done)) + " left"
}

func remaining(elapsed time.Duration, done, left float64) time.Duration {
	return time.Duration(float64(elapsed) * max(0, left) / done)
}
