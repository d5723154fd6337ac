package main

import (
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// A sample is one run: its values, how far they are from the best set, in units of the spread, and its figures.
type sample struct{ at, moved, figures []float64 }

// through lays a line through each figure by ridge regression: row j has the figure's value at the best set and
// its change by one spread of each knob. The weight of the ridge is that which foretells left-out fifths best.
func through(samples []sample, knobs, figures int) [][]float64 {
	const parts = 5
	weights := []float64{10, 50, 200, 1000, 5000}
	fold := make([]*normal, parts+1) // the last is of all
	ridges := make([][]*ridge, parts+1)
	for part := range fold {
		fold[part] = newNormal(samples, knobs, func(i int) bool { return part == parts || i%parts != part })
		for _, w := range weights {
			ridges[part] = append(ridges[part], fold[part].ridge(w))
		}
	}
	lines := make([][]float64, figures)
	for j := range lines {
		wrong := make([]float64, len(weights))
		for part := range parts {
			right := fold[part].right(j)
			for w := range weights {
				line := ridges[part][w].solve(right)
				for i := part; i < len(samples); i += parts {
					e := at(line, samples[i].moved) - samples[i].figures[j]
					wrong[w] += e * e
				}
			}
		}
		chosen := slices.Index(wrong, slices.Min(wrong))
		lines[j] = ridges[parts][chosen].solve(fold[parts].right(j))
	}
	return lines
}

// A normal is the normal equations of a regression on the knobs, the constant first.
type normal struct {
	square  *mat.SymDense
	samples []sample
	rows    []*mat.VecDense
}

// newNormal takes the samples whose number is in.
func newNormal(samples []sample, knobs int, in func(int) bool) *normal {
	n := &normal{square: mat.NewSymDense(knobs+1, nil)}
	for i, s := range samples {
		if in(i) {
			row := mat.NewVecDense(knobs+1, append([]float64{1}, s.moved...))
			n.square.SymRankOne(n.square, 1, row)
			n.samples, n.rows = append(n.samples, s), append(n.rows, row)
		}
	}
	return n
}

// right is the right-hand side of figure j.
func (n *normal) right(j int) *mat.VecDense {
	right := mat.NewVecDense(n.square.SymmetricDim(), nil)
	for i, row := range n.rows {
		right.AddScaledVec(right, n.samples[i].figures[j], row)
	}
	return right
}

// A ridge is normal equations with a weight on all but the constant, factored.
type ridge struct{ factor mat.Cholesky }

func (n *normal) ridge(weight float64) *ridge {
	square := mat.NewSymDense(n.square.SymmetricDim(), nil)
	square.CopySym(n.square)
	for i := 1; i < square.SymmetricDim(); i++ {
		square.SetSym(i, i, square.At(i, i)+weight)
	}
	r := &ridge{}
	if !r.factor.Factorize(square) {
		panic("calibrate: too few runs around the best set")
	}
	return r
}

// solve is the line of a right-hand side.
func (r *ridge) solve(right *mat.VecDense) []float64 {
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
