package linalg

import (
	"context"
	"math"
)

// A Root is the spectral radius of a matrix without negative entries, between
// two proved bounds, and the vector that goes with it.
type Root struct {
	Low, High float64
	Vector    []float64 // M·v = root·v within the bounds; the largest entry is one
}

// Value is the middle of the bounds.
func (r Root) Value() float64 { return (r.Low + r.High) / 2 }

const (
	powers = 100_000 // steps of iteration at most
	faded  = 1e-12   // an entry that counts for nothing beside the largest
	floor  = 1e-280  // below which no entry falls, so that quotients stay finite
)

// Perron finds the spectral radius of a square matrix without negative entries
// to a relative tolerance, by iterating (M + shift) on a positive vector; the
// shift keeps matrices with a period from swinging. The largest ratio of M·v
// and v bounds it from above for every positive v, the smallest from below for
// every v ≥ 0, over its positive entries (Collatz, Mathematische Zeitschrift
// 48, 1942; Wielandt, the same 52, 1950). plus, if there is one, is added to
// every product: a part of the matrix that is not stored. A context that ends
// leaves wider bounds.
func Perron(ctx context.Context, m *Matrix, plus func(x, y []float64), tolerance float64) Root {
	times := func(x, y []float64) {
		m.Times(x, y)
		if plus != nil {
			plus(x, y)
		}
	}
	x, y := make([]float64, m.Rows), make([]float64, m.Rows)
	for i := range x {
		x[i] = 1
	}
	root := Root{0, math.Inf(1), x}
	for range powers {
		times(x, y)
		low, high := ratios(x, y, faded)
		root.High = min(root.High, high)
		if root.High-low <= tolerance*root.High/2 || ctx.Err() != nil {
			root.Low = supported(times, x)
			if root.High-root.Low <= tolerance*root.High || ctx.Err() != nil {
				break
			}
		}
		onwards(x, y, high/8)
	}
	return root
}

// onwards makes a step, x = (y + shift·x) ÷ the largest.
func onwards(x, y []float64, shift float64) {
	for i, v := range x {
		y[i] += shift * v
	}
	if largest := Largest(y); largest > 0 {
		for i := range y {
			x[i] = max(y[i]/largest, floor)
		}
	}
}

// supported is the smallest ratio of M·v and v where v is x without its faded
// entries.
func supported(times func(x, y []float64), x []float64) float64 {
	v, y := make([]float64, len(x)), make([]float64, len(x))
	for i, e := range x {
		if e > faded {
			v[i] = e
		}
	}
	times(v, y)
	low, _ := ratios(v, y, 0)
	return low
}

// ratios is the smallest and the largest of y ÷ x, the smallest over entries
// above a size, the largest over those above zero.
func ratios(x, y []float64, above float64) (low, high float64) {
	low = math.Inf(1)
	for i, v := range x {
		if v > 0 {
			high = max(high, y[i]/v)
		}
		if v > above {
			low = min(low, y[i]/v)
		}
	}
	return low, high
}
