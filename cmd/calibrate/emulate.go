package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"runtime"
	"sync"
	"sync/atomic"

	"gonum.org/v1/gonum/mat"

	"gosplan/fit"
	"gosplan/series"
)

// A figure is what lines are laid through: the error of one year of a series, or a band's own figure.
type figure struct {
	series, reference string // of a year, "" for a band's figure
	year, band        int
}

// A target is a term of the loss and the figures it is made of.
type target struct {
	band    *fit.Band
	figures []int
}

// sample is one run: its knobs, how far they are from the best set, in units of the spread, and its figures.
type sample struct{ at, moved, figures []float64 }

// emulate lives n runs around the best set, every one with all knobs moved and a seed of its own, lays a line
// through each figure of these and of earlier runs (ridge regression), looks where the loss of these lines is
// least, and tries some points on the way there. Errors of years are lines and their mean sizes are not, so lines
// go through years. It returns the loss of the best set, which it moves, and all runs.
func emulate(knobs []knob, best []float64, loss float64, earlier []sample, scale, seeds, n int, spread float64, round uint64) (float64, []sample) {
	list, targets, err := targetsOf(knobs, best, scale)
	if err != nil {
		fmt.Fprintln(os.Stderr, "calibrate:", err)
		return loss, earlier
	}
	for _, s := range earlier {
		for j, k := range knobs {
			s.moved[j] = (s.at[j] - best[j]) / (spread * (k.high - k.low))
		}
	}
	samples := append(earlier, around(knobs, best, list, scale, n, spread, round)...)
	lines := through(samples, len(knobs), len(list))
	guess := func(z []float64) float64 { return guessed(lines, targets, z) }
	z := descend(guess, limits(knobs, best, spread), round)
	fmt.Printf("%d runs; lines say %.4f here and %.4f there\n", len(samples), guess(make([]float64, len(knobs))), guess(z))
	from := append([]float64(nil), best...)
	for _, part := range []float64{0.25, 0.5, 0.75, 1, 1.35} {
		x := append([]float64(nil), from...)
		for i, k := range knobs {
			x[i] = min(k.high, max(k.low, x[i]+part*z[i]*spread*(k.high-k.low)))
		}
		l := trial(knobs, x, scale, seeds, false)
		fmt.Printf("part %.2f  %.4f\n", part, l)
		if l < loss {
			loss = l
			copy(best, x)
			fmt.Printf("%4d  %.4f %s\n", len(samples), loss, written(knobs, best))
		}
	}
	return loss, samples
}

// targetsOf lists the figures and terms by one run at the best set.
func targetsOf(knobs []knob, best []float64, scale int) (list []figure, targets []target, err error) {
	log, err := live(knobs, best, scale, 1)
	if err != nil {
		return nil, nil, err
	}
	table := fit.Measure([]*series.Log{log})
	rows := append(table.Rows, fit.Money([]*series.Log{log})...)
	for i := range rows {
		r := &rows[i]
		if !counts(r) || r.Verdict == fit.NotRun {
			continue
		}
		t := target{band: &r.Band}
		if r.Kind != fit.MAPE {
			t.figures = []int{len(list)}
			list = append(list, figure{band: i})
		} else {
			for _, c := range table.Curves {
				if c.Series != r.Series || c.Reference != r.Reference {
					continue
				}
				for _, p := range c.Points {
					if p.Year >= r.From && p.Year <= r.To && p.Value != 0 {
						t.figures = append(t.figures, len(list))
						list = append(list, figure{c.Series, c.Reference, p.Year, i})
					}
				}
			}
		}
		targets = append(targets, t)
	}
	return list, targets, nil
}

// read gives the figures of a run, in percent for years; not a number where the run has none.
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

// around lives the runs.
func around(knobs []knob, best []float64, list []figure, scale, n int, spread float64, round uint64) (samples []sample) {
	var wait sync.WaitGroup
	var next atomic.Int64
	lived := make([]*sample, n) // in their order, so that sums do not depend on who is first
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				luck := rand.New(rand.NewPCG(uint64(i), 11+round))
				x := append([]float64(nil), best...)
				s := sample{at: x, moved: make([]float64, len(knobs))}
				for j, k := range knobs {
					width := spread * (k.high - k.low)
					x[j] = min(k.high, max(k.low, x[j]+width*luck.NormFloat64()))
					s.moved[j] = (x[j] - best[j]) / width
				}
				log, err := live(knobs, x, scale, 1000*(round+1)+uint64(i))
				if err != nil {
					continue
				}
				table := fit.Measure([]*series.Log{log})
				rows := append(table.Rows, fit.Money([]*series.Log{log})...)
				whole := true
				for _, f := range list {
					v := f.read(&table, rows)
					s.figures = append(s.figures, v)
					whole = whole && !math.IsNaN(v) && !math.IsInf(v, 0)
				}
				if whole {
					lived[i] = &s
				}
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

// through lays a line through each figure by ridge regression: row j has the figure's value at the best set and
// its change by one spread of each knob. The weight of the ridge is that which foretells left-out fifths best.
func through(samples []sample, knobs, figures int) [][]float64 {
	const parts = 5
	weights := []float64{10, 50, 200, 1000, 5000}
	in := func(part int) func(int) bool { return func(i int) bool { return i%parts != part } }
	var fold [parts][]*ridge
	var whole []*ridge
	for _, w := range weights {
		for part := range parts {
			fold[part] = append(fold[part], newRidge(samples, knobs, w, in(part)))
		}
		whole = append(whole, newRidge(samples, knobs, w, func(int) bool { return true }))
	}
	lines := make([][]float64, figures)
	for j := range lines {
		chosen, least := 0, math.Inf(1)
		for w := range weights {
			wrong := 0.0
			for part := range parts {
				line := fold[part][w].line(j)
				for i := part; i < len(samples); i += parts {
					e := at(line, samples[i].moved) - samples[i].figures[j]
					wrong += e * e
				}
			}
			if wrong < least {
				chosen, least = w, wrong
			}
		}
		lines[j] = whole[chosen].line(j)
	}
	return lines
}

// A ridge is the factored normal matrix of a regression on the knobs, the constant first and free.
type ridge struct {
	factor  mat.Cholesky
	samples []sample
	rows    []*mat.VecDense
}

// newRidge takes the samples whose number is in.
func newRidge(samples []sample, knobs int, weight float64, in func(int) bool) *ridge {
	r := &ridge{}
	square := mat.NewSymDense(knobs+1, nil)
	for i := range knobs {
		square.SetSym(i+1, i+1, weight)
	}
	for i, s := range samples {
		if in(i) {
			row := mat.NewVecDense(knobs+1, append([]float64{1}, s.moved...))
			square.SymRankOne(square, 1, row)
			r.samples, r.rows = append(r.samples, s), append(r.rows, row)
		}
	}
	if !r.factor.Factorize(square) {
		panic("calibrate: too few runs around the best set")
	}
	return r
}

// line is the regression of figure j.
func (r *ridge) line(j int) []float64 {
	right := mat.NewVecDense(r.rows[0].Len(), nil)
	for i, row := range r.rows {
		right.AddScaledVec(right, r.samples[i].figures[j], row)
	}
	line := mat.NewVecDense(right.Len(), nil)
	if err := r.factor.SolveVecTo(line, right); err != nil {
		panic(err) // the matrix is well conditioned by its ridge
	}
	return line.RawVector().Data
}

// at is a line at a set of knobs.
func at(line, z []float64) float64 {
	v := line[0]
	for i, m := range z {
		v += line[i+1] * m
	}
	return v
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
func limits(knobs []knob, best []float64, spread float64) [][2]float64 {
	const far = 2.5
	out := make([][2]float64, len(knobs))
	for i, k := range knobs {
		width := spread * (k.high - k.low)
		out[i] = [2]float64{max(-far, (k.low-best[i])/width), min(far, (k.high-best[i])/width)}
	}
	return out
}

// descend looks for the least guess by random steps; what is far costs a little, so that knobs that hardly matter stay.
func descend(guess func([]float64) float64, bounds [][2]float64, round uint64) []float64 {
	const reluctance = 0.0002
	luck := rand.New(rand.NewPCG(3, round))
	z := make([]float64, len(bounds))
	cost := func(z []float64) float64 {
		far := 0.0
		for _, m := range z {
			far += m * m
		}
		return guess(z) + reluctance*far
	}
	least := cost(z)
	x := make([]float64, len(z))
	for range 60_000 {
		copy(x, z)
		for range 1 + luck.IntN(3) {
			i := luck.IntN(len(z))
			x[i] = min(bounds[i][1], max(bounds[i][0], x[i]+0.5*luck.NormFloat64()))
		}
		if c := cost(x); c < least {
			least = c
			copy(z, x)
		}
	}
	return z
}
