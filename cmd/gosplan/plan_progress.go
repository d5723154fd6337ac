package main

import (
	"fmt"
	"io"
	"math"
	"strings"
	"time"

	"gosplan/plan"
)

// A planDisplay shows how far a solver is.
type planDisplay interface {
	progress(plan.Progress)
	close()
}

// newPlanDisplay chooses a line redrawn in place for a terminal, lines for a
// file, nothing for quiet.
func newPlanDisplay(w io.Writer, quiet bool, which string, tolerance float64) planDisplay {
	if quiet {
		return silentPlan{}
	}
	pace := &pace{started: time.Now(), which: which, tolerance: tolerance}
	if file, is := terminal(w); is {
		return &planBar{pace, newBar(file, pace.line)}
	}
	return &planLines{pace: pace, w: w, next: firstLine}
}

type silentPlan struct{}

func (silentPlan) progress(plan.Progress) {}
func (silentPlan) close()                 {}

// A planBar is redrawn in place.
type planBar struct {
	*pace
	bar *bar[plan.Progress]
}

func (b *planBar) progress(p plan.Progress) {
	done := b.see(p, time.Since(b.started))
	b.bar.show(b.timed(p), done)
}

func (b *planBar) close() { b.bar.close() }

// planLines writes a line now and then.
type planLines struct {
	*pace
	w    io.Writer
	next time.Duration
}

// firstLine is how long a solver may take before it is worth a line; after
// that the time between lines grows by lineGrowth.
const (
	firstLine  = 2 * time.Second
	lineGrowth = 1.5
)

func (l *planLines) progress(p plan.Progress) {
	elapsed := time.Since(l.started)
	l.see(p, elapsed)
	if elapsed < l.next {
		return
	}
	l.next = time.Duration(lineGrowth * float64(elapsed))
	fmt.Fprintln(l.w, l.line(0, l.timed(p), elapsed))
}

func (l *planLines) close() {}

// A pace is how fast a solver comes near its tolerance. Residuals and gaps
// fall about in proportion, so that the logarithm of the larger of the two,
// from where it began, tells how much is left.
type pace struct {
	started   time.Time
	which     string
	tolerance float64
	first     float64 // distance at the start; 0: none seen yet
	nearest   float64
	began     time.Duration // of the part of the work that is being done
	left      time.Duration // negative: unknown
}

// usualTolerance is what the pace is reckoned to where none was asked for.
const usualTolerance = 1e-6

// newPart is the multiple of the nearest distance beyond which a solver must
// have begun with something else.
const newPart = 10

// see takes notice of a distance and returns which share of the way is done.
func (c *pace) see(p plan.Progress, elapsed time.Duration) float64 {
	distance := p.Residual
	if !math.IsNaN(p.Gap) {
		distance = max(distance, p.Gap)
	}
	c.left = -1
	if !(distance > 0) || math.IsInf(distance, 0) {
		return 0
	}
	if c.first == 0 || distance > newPart*c.nearest { // another part of the work has begun
		c.first, c.nearest, c.began = distance, distance, elapsed
	}
	c.nearest = min(c.nearest, distance)
	goal := c.tolerance
	if goal == 0 {
		goal = usualTolerance
	}
	way := math.Log(c.first / goal)
	if way <= 0 {
		return 0
	}
	done := math.Log(c.first/c.nearest) / way
	if done > 0 {
		c.left = time.Duration(float64(elapsed-c.began) * max(0, 1-done) / done)
	}
	return min(1, done)
}

// timed adds the time left where the solver does not know it.
func (c *pace) timed(p plan.Progress) plan.Progress {
	if p.Left <= 0 {
		p.Left = c.left
	}
	return p
}

// line fits what is known into a width, 0 for any; what does not fit is left
// out from the end.
func (c *pace) line(width int, p plan.Progress, elapsed time.Duration) string {
	if p.Rounds == 0 && p.Residual == 0 {
		return cut("planning", width)
	}
	line := fmt.Sprintf("round %d", p.Rounds)
	if c.which != "" {
		line = c.which + ": " + line
	}
	parts := []string{fmt.Sprintf("residual %.1e", p.Residual)}
	if !math.IsNaN(p.Gap) && !math.IsInf(p.Gap, 0) {
		parts = append(parts, fmt.Sprintf("gap %.1e", p.Gap))
	}
	if p.Left >= 0 {
		parts = append(parts, roundTime(p.Left)+" left")
	}
	parts = append(parts, roundTime(elapsed)+" so far")
	for _, part := range parts {
		if width == 0 || len(line)+2+len(part) <= width {
			line += "  " + part
		}
	}
	return cut(line, width)
}

func cut(line string, width int) string {
	if width == 0 || len(line) <= width {
		return line
	}
	return strings.TrimRight(line[:max(width, 0)], " ")
}

// roundTime is a time to the tenth of a second, or to the second.
func roundTime(d time.Duration) string {
	if d > time.Minute {
		return d.Round(time.Second).String()
	}
	return d.Round(100 * time.Millisecond).String()
}
