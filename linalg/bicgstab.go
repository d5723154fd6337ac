package linalg

import "math"

// correct solves (I − M)·e = r until a share of r is left.
func (k *krylov) correct(left float64) {
	first := k.out.Residual
	rho := k.start(1 / float32(first))
	goal := left * left * float64(len(k.r))
	for range steps {
		sigma := k.productV()
		alpha := rho / sigma
		shadowT, ts, tt := k.productT(float32(alpha))
		omega := ts / tt
		next := -omega * shadowT
		beta := next / rho * (alpha / omega)
		if bad(alpha) || bad(omega) || bad(beta) {
			if !bad(alpha) { // s is all there is
				k.advance(float32(alpha), 0, 0)
			}
			break
		}
		square := k.advance(float32(alpha), float32(omega), float32(beta))
		rho = next
		if square <= goal || bad(square) || rho == 0 {
			break
		}
	}
	k.unitOf(first)
}

func bad(x float64) bool { return math.IsNaN(x) || math.IsInf(x, 0) }

// start scales r to length one by unknown and begins with it.
func (k *krylov) start(scale float32) (rho float64) {
	rho = k.s.narrow.grid.sum(func(from, to int) float64 {
		sum := 0.0
		for i := from; i < to; i++ {
			r := k.r[i] * scale
			w := r * k.weigh[i]
			k.r[i], k.p[i], k.e[i] = r, r, 0
			k.shadow[i] = w * k.weigh[i]
			sum += float64(w) * float64(w)
		}
		return sum
	})
	k.moved(0, 0, 6)
	return rho
}

// productV sets v = (I − M)·p and answers shadow·v.
func (k *krylov) productV() float64 {
	o := k.s.narrow
	k.moved(1, 0, 3)
	return o.grid.sum(func(from, to int) float64 {
		k.less(from, to, k.p, k.v)
		return Inner(k.shadow[from:to], k.v[from:to])
	})
}

// productT sets r = r − alpha·v and t = (I − M)·r, and answers shadow·t, t·r
// and t·t, the latter two by size.
func (k *krylov) productT(alpha float32) (shadowT, ts, tt float64) {
	o := k.s.narrow
	o.grid.each(func(from, to int) {
		r, v := k.r[from:to], k.v[from:to]
		for i := range r {
			r[i] -= alpha * v[i]
		}
	})
	k.moved(1, 0, 7)
	sums := o.grid.sums(func(from, to int) [4]float64 {
		k.less(from, to, k.r, k.t)
		r, t, weigh := k.r[from:to], k.t[from:to], k.weigh[from:to]
		var ts, tt float64
		for i := range r {
			a, b := float64(t[i]*weigh[i]), float64(r[i]*weigh[i])
			ts += a * b
			tt += a * a
		}
		return [4]float64{Inner(k.shadow[from:to], t), ts, tt}
	})
	return sums[0], sums[1], sums[2]
}

// advance moves e, r and p on and answers r·r by size.
func (k *krylov) advance(alpha, omega, beta float32) float64 {
	k.moved(0, 0, 9)
	return k.s.narrow.grid.sum(func(from, to int) float64 {
		e, p, v := k.e[from:to], k.p[from:to], k.v[from:to]
		r, t, weigh := k.r[from:to], k.t[from:to], k.weigh[from:to]
		sum := 0.0
		for i := range e {
			e[i] += alpha*p[i] + omega*r[i]
			left := r[i] - omega*t[i]
			r[i] = left
			p[i] = left + beta*(p[i]-omega*v[i])
			w := float64(left * weigh[i])
			sum += w * w
		}
		return sum
	})
}

// unitOf scales the correction back.
func (k *krylov) unitOf(first float64) {
	f := float32(first)
	k.s.narrow.grid.each(func(from, to int) {
		for i := from; i < to; i++ {
			k.e[i] *= f
		}
	})
	k.moved(0, 0, 2)
}
