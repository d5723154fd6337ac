package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"gosplan/fit"
	"gosplan/series"
)

// A figure is what a line is laid through: the error of one year of a series, or a band's own figure.
type figure struct {
	series, reference string // of a year, "" for a band's figure
	year, band        int
}

// A target is a term of the loss and the figures it is made of, by their place in the list.
type target struct {
	band    *fit.Band
	figures []int
}

// An emulator finds better values by lines through runs. Errors of years are nearly lines in the values and their
// mean sizes are not, so lines go through years.
type emulator struct {
	*search
	runs    int     // in a round
	spread  float64 // standard deviation of values in them, over their range
	figures []figure
	targets []target
	samples []sample // of all rounds
}

// newEmulator lists the figures and the terms of the loss by one run at the best set.
func newEmulator(s *search, runs int, spread float64) (*emulator, error) {
	log, err := s.live(s.best, 1)
	if err != nil {
		return nil, err
	}
	e := &emulator{search: s, runs: runs, spread: spread}
	table, rows := laid(log)
	for i := range rows {
		if r := &rows[i]; counts(r) && r.Verdict != fit.NotRun {
			e.aim(&table, i, r)
		}
	}
	return e, nil
}

// aim adds a row to the targets, and the figures it is made of to the list.
func (e *emulator) aim(table *fit.Table, band int, r *fit.Row) {
	t := target{band: &r.Band}
	add := func(f figure) {
		t.figures = append(t.figures, len(e.figures))
		e.figures = append(e.figures, f)
	}
	if r.Kind != fit.MAPE {
		add(figure{band: band})
	}
	for _, c := range table.Curves {
		if r.Kind != fit.MAPE || c.Series != r.Series || c.Reference != r.Reference {
			continue
		}
		for _, p := range c.Points {
			if p.Year >= r.From && p.Year <= r.To && p.Value != 0 {
				add(figure{c.Series, c.Reference, p.Year, band})
			}
		}
	}
	e.targets = append(e.targets, t)
}

// laid is runs beside history, money among the rows.
func laid(logs ...*series.Log) (fit.Table, []fit.Row) {
	table := fit.Measure(logs)
	return table, append(table.Rows, table.Guides...)
}

// read gives the figure of a run, in percent for a year; not a number where the run has none.
func (f figure) read(table *fit.Table, rows []fit.Row) float64 {
	if f.series == "" {
		if rows[f.band].Verdict == fit.NotRun {
			return math.NaN()
		}
		return rows[f.band].Median
	}
	for _, c := range table.Curves {
		if c.Series == f.series && c.Reference == f.reference {
			for _, p := range c.Points {
				if p.Year == f.year {
					return 100 * (p.Median/p.Value - 1)
				}
			}
		}
	}
	return math.NaN()
}

// round lives runs around the best set, every one with all values moved and a seed of its own, lays lines through
// these and all earlier runs, looks where the loss of the lines is least, and tries some points on the way there.
func (e *emulator) round(number uint64) {
	e.samples = append(e.samples, e.around(number)...)
	for i := range e.samples {
		e.measure(&e.samples[i])
	}
	lines := through(e.samples, len(e.knobs), len(e.figures))
	guess := func(z []float64) float64 { return guessed(lines, e.targets, z) }
	z := descend(guess, e.limits(), number)
	fmt.Printf("%d runs; lines say %.4f here and %.4f there\n", len(e.samples), guess(make([]float64, len(z))), guess(z))
	from := slices.Clone(e.best)
	for _, part := range []float64{0.25, 0.5, 0.75, 1, 1.35} {
		x := slices.Clone(from)
		for i, k := range e.knobs {
			x[i] = k.clip(x[i] + part*z[i]*e.width(k))
		}
		loss := e.trial(x, false)
		fmt.Printf("part %.2f  %.4f\n", part, loss)
		e.keep(x, loss, len(e.samples))
	}
}

// width is one spread of a knob.
func (e *emulator) width(k knob) float64 { return e.spread * (k.high - k.low) }

// measure says how far a sample is from the best set.
func (e *emulator) measure(s *sample) {
	for j, k := range e.knobs {
		s.moved[j] = (s.at[j] - e.best[j]) / e.width(k)
	}
}

// around lives the runs of a round, on all cores and in an order that does not depend on who is first. Those that
// lack a figure are left out.
func (e *emulator) around(round uint64) (samples []sample) {
	var wait sync.WaitGroup
	var next atomic.Int64
	lived := make([]*sample, e.runs)
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < e.runs; i = int(next.Add(1)) - 1 {
				lived[i] = e.sample(round, i)
			}
		})
	}
	wait.Wait()
	for _, s := range lived {
		if s != nil {
			samples = append(samples, *s)
		}
	}
	return samples
}

// sample lives one run of a round, nil if it fails or lacks a figure.
func (e *emulator) sample(round uint64, number int) *sample {
	luck := rand.New(rand.NewPCG(uint64(number), 11+round))
	s := &sample{at: slices.Clone(e.best), moved: make([]float64, len(e.knobs))}
	for j, k := range e.knobs {
		s.at[j] = k.clip(s.at[j] + e.width(k)*luck.NormFloat64())
	}
	log, err := e.live(s.at, 1000*(round+1)+uint64(number))
	if err != nil {
		return nil
	}
	table, rows := laid(log)
	for _, f := range e.figures {
		v := f.read(&table, rows)
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return nil
		}
		s.figures = append(s.figures, v)
	}
	return s
}

// guessed is the loss as the lines have it.
func guessed(lines [][]float64, targets []target, z []float64) float64 {
	sum := 0.0
	for _, t := range targets {
		v := 0.0
		if t.band.Kind == fit.MAPE {
			for _, f := range t.figures {
				v += math.Abs(at(lines[f], z)) / float64(len(t.figures))
			}
		} else {
			v = at(lines[t.figures[0]], z)
		}
		sum += term(t.band, v)
	}
	return sum / float64(len(targets))
}

// limits are how far each knob may go, in spreads: not far beyond where runs were.
func (e *emulator) limits() [][2]float64 {
	const far = 2.5
	out := make([][2]float64, len(e.knobs))
	for i, k := range e.knobs {
		out[i] = [2]float64{max(-far, (k.low-e.best[i])/e.width(k)), min(far, (k.high-e.best[i])/e.width(k))}
	}
	return out
}
