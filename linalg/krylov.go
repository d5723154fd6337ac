package linalg

import "math"

// A krylov is the working memory of BiCGSTAB (van der Vorst, SIAM Journal on
// Scientific and Statistical Computing 13, 1992) on four-byte vectors, inside
// refinement on eight-byte ones. Lengths are measured after division by size.
type krylov struct {
	s     *System
	weigh []float32 // [unknown] one over its size; 0: not known yet
	unit  float64   // what residual, correction and size are divided by to fit four bytes

	r, shadow, p, v, t, e []float32
	out                   Outcome
}

// negligible is a size that four bytes cannot divide by.
const negligible = 1e-30

func newKrylov(s *System, b []float64) *krylov {
	n := len(b)
	k := &krylov{s: s}
	for _, part := range []*[]float32{&k.weigh, &k.r, &k.shadow, &k.p, &k.v, &k.t, &k.e} {
		*part = make([]float32, n)
	}
	return k
}

// moved counts the bytes of a product, narrow or wide, and of vectors read or
// written beside it.
func (k *krylov) moved(narrow, wide, vectors int) {
	k.out.Narrow += narrow
	k.out.Wide += wide
	n, entries := int64(len(k.r)), int64(len(k.s.wide.col))
	if pick := k.s.wide.pick; pick != nil {
		entries = entries * n / int64(len(k.s.wide.start)-1)
	}
	k.out.Bytes += int64(narrow)*(8*entries+8*n) + int64(wide)*(12*entries+8*n) + int64(vectors)*4*n
}

// begin makes two steps of x = b + M·x: x becomes b + M·b, its residual is
// M²·b, and the size of things their sum.
func (k *krylov) begin(b, x []float64) {
	k.unit = Largest(b)
	if k.unit == 0 {
		k.unit = 1
	}
	g := k.s.narrow.grid
	g.each(func(from, to int) {
		for i := from; i < to; i++ {
			k.p[i] = float32(b[i] / k.unit)
		}
	})
	k.product(k.p, k.v)
	k.product(k.v, k.r)
	g.each(func(from, to int) {
		for i := from; i < to; i++ {
			x[i] = b[i] + float64(k.v[i])*k.unit
			k.weigh[i] = abs(k.p[i]) + abs(k.v[i]) + abs(k.r[i])
		}
		k.weighed(from, to)
	})
	k.out.Residual = k.length()
	k.moved(2, 0, 18)
}

// sizeFrom takes the size of things from a first guess.
func (k *krylov) sizeFrom(b, x []float64) {
	k.unit = max(Largest(b), Largest(x))
	k.s.narrow.grid.each(func(from, to int) {
		for i := from; i < to; i++ {
			k.weigh[i] = float32(max(math.Abs(x[i]), math.Abs(b[i])) / k.unit)
		}
		k.weighed(from, to)
	})
}

// product writes the product of M and x.
func (k *krylov) product(x, out []float32) {
	o := k.s.narrow
	o.grid.each(func(from, to int) {
		for i := from; i < to; i++ {
			cols, vals := o.entries(i)
			out[i] = rowNarrow(cols, vals, x)
		}
	})
}

// less writes x less its product, out = (I − M)·x, in the rows of a block.
func (k *krylov) less(from, to int, x, out []float32) {
	for i := from; i < to; i++ {
		cols, vals := k.s.narrow.entries(i)
		out[i] = x[i] - rowNarrow(cols, vals, x)
	}
}

// weighed turns sizes into weights. What has no size yet does not count.
func (k *krylov) weighed(from, to int) {
	for i := from; i < to; i++ {
		if k.weigh[i] > negligible {
			k.weigh[i] = 1 / k.weigh[i]
		} else {
			k.weigh[i] = 0
		}
	}
}

// grown is the weight of an unknown that turned out to be larger than its
// size, or to be something where it had seemed to be nothing.
func grown(weight, size float32) float32 {
	if size > negligible && (weight == 0 || size*weight > 1) {
		return 1 / size
	}
	return weight
}

// remainder computes the residual of x in eight bytes.
func (k *krylov) remainder(b, x []float64) {
	o := k.s.wide
	sum := o.grid.sum(func(from, to int) float64 {
		sum := 0.0
		for i := from; i < to; i++ {
			cols, vals := o.entries(i)
			r := (b[i] - x[i] + row(cols, vals, x)) / k.unit
			k.r[i] = float32(r)
			size := abs(float32(x[i] / k.unit))
			if k.weigh[i] == 0 {
				size = max(size, abs(k.r[i]))
			}
			k.weigh[i] = grown(k.weigh[i], size)
			r *= float64(k.weigh[i])
			sum += r * r
		}
		return sum
	})
	k.out.Residual = math.Sqrt(sum / float64(len(b)))
	k.moved(0, 1, 7)
}

// length is the length of r, by unknown.
func (k *krylov) length() float64 {
	sum := k.s.narrow.grid.sum(func(from, to int) float64 {
		sum := 0.0
		for i := from; i < to; i++ {
			r := float64(k.r[i] * k.weigh[i])
			sum += r * r
		}
		return sum
	})
	return math.Sqrt(sum / float64(len(k.r)))
}

// add puts the correction onto x.
func (k *krylov) add(x []float64) { k.shift(x, k.unit) }

// takeBack undoes add.
func (k *krylov) takeBack(x []float64) { k.shift(x, -k.unit) }

func (k *krylov) shift(x []float64, unit float64) {
	k.s.narrow.grid.each(func(from, to int) {
		for i := from; i < to; i++ {
			x[i] += float64(k.e[i]) * unit
		}
	})
	k.moved(0, 0, 5)
}

func abs(x float32) float32 { return max(x, -x) }
