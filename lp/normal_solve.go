package lp

import (
	"math"
	"slices"
)

// direct applies the factor: out ≈ M⁻¹·r.
func (n *normal) direct(out, r []float64) {
	clear(n.byPlace)
	for i, v := range r {
		n.byPlace[n.place[i]] = v
	}
	n.t.solve(n.byPlace)
	for i := range out {
		out[i] = n.byPlace[n.place[i]]
	}
}

// times sets out = M·x.
func (n *normal) times(out, x []float64) {
	multiplyInto(n.byCol, n.columns, n.cutsT, x)
	for j, d := range n.d {
		n.byCol[j] *= d
	}
	multiplyInto(out, n.a, n.cuts, n.byCol)
	for i, e := range n.e {
		out[i] += e * x[i]
	}
}

// solve sets out = M⁻¹·r by conjugate gradients after the factor.
func (n *normal) solve(out, r []float64, tolerance float64) {
	const most = 12
	size := norm(r)
	clear(out)
	if size == 0 {
		return
	}
	m := len(r)
	left, z, step, image := slices.Clone(r), make([]float64, m), make([]float64, m), make([]float64, m)
	rho := 0.0
	best := math.Inf(1)
	for round := range most {
		n.direct(z, left)
		next := dot(left, z)
		beta := 0.0
		if round > 0 {
			beta = next / rho
		}
		rho = next
		for i := range step {
			step[i] = z[i] + beta*step[i]
		}
		n.times(image, step)
		alpha := rho / dot(step, image)
		if math.IsNaN(alpha) || math.IsInf(alpha, 0) {
			break
		}
		for i := range out {
			out[i] += alpha * step[i]
			left[i] -= alpha * image[i]
		}
		n.worst = norm(left) / size
		if n.worst <= tolerance || round > 2 && n.worst > 0.5*best {
			break
		}
		best = min(best, n.worst)
	}
}

func dot(x, y []float64) float64 {
	var a, b, c, d float64
	i := 0
	for ; i+3 < len(x); i += 4 {
		a += x[i] * y[i]
		b += x[i+1] * y[i+1]
		c += x[i+2] * y[i+2]
		d += x[i+3] * y[i+3]
	}
	for ; i < len(x); i++ {
		a += x[i] * y[i]
	}
	return (a + b) + (c + d)
}

func norm(x []float64) float64 { return math.Sqrt(dot(x, x)) }
