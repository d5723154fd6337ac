package lp

import (
	"math"
	"slices"

	"gosplan/linalg"
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
		next := linalg.Inner(left, z)
		beta := 0.0
		if round > 0 {
			beta = next / rho
		}
		rho = next
		for i := range step {
			step[i] = z[i] + beta*step[i]
		}
		n.times(image, step)
		alpha := rho / linalg.Inner(step, image)
		if math.IsNaN(alpha) || math.IsInf(alpha, 0) {
			break
		}
		for i := range out {
			out[i] += alpha * step[i]
			left[i] -= alpha * image[i]
		}
		residual := norm(left) / size
		if residual <= tolerance || round > 2 && residual > 0.5*best {
			break
		}
		best = min(best, residual)
	}
}

func norm(x []float64) float64 { return math.Sqrt(linalg.Inner(x, x)) }
