package main

import (
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/mat"
)

// A sample is one run: its values, how far they are from the best set, in units of the spread, and its figures.
type sample struct{ at, moved, figures []float64 }

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
