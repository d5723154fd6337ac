package linalg

import "math"

// Dot is the scalar product of two vectors of one length, summed in fixed
// blocks.
func Dot(x, y []float64) float64 {
	return plainGrid(len(x)).sum(func(from, to int) float64 { return Inner(x[from:to], y[from:to]) })
}

// Inner is the scalar product of two vectors of one length on one core, summed
// in four parts, which the processor can add up side by side, of eight bytes.
// Dot does so block by block on all cores.
func Inner[F float32 | float64](x, y []F) float64 {
	y = y[:len(x)]
	var a, b, c, d float64
	i := 0
	for ; i+4 <= len(x); i += 4 {
		a += float64(x[i]) * float64(y[i])
		b += float64(x[i+1]) * float64(y[i+1])
		c += float64(x[i+2]) * float64(y[i+2])
		d += float64(x[i+3]) * float64(y[i+3])
	}
	for ; i < len(x); i++ {
		a += float64(x[i]) * float64(y[i])
	}
	return (a + b) + (c + d)
}

// Largest is the largest absolute value in a vector, NaN if there is a NaN.
func Largest(x []float64) float64 {
	return plainGrid(len(x)).worst(func(from, to int) float64 {
		largest := 0.0
		for _, v := range x[from:to] {
			largest = max(largest, math.Abs(v))
		}
		return largest
	})
}

// Sum adds up a vector in fixed blocks.
func Sum(x []float64) float64 {
	return plainGrid(len(x)).sum(func(from, to int) float64 {
		sum := 0.0
		for _, v := range x[from:to] {
			sum += v
		}
		return sum
	})
}
