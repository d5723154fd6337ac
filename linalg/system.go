package linalg

import (
	"context"
	"math"
)

// A System is I − M with M square, ready to be solved for many right sides:
//
//	x = b + M·x
//
// It holds the values of M a second time in four bytes. Most work is done on
// these; what they got wrong is seen in the eight-byte residual and solved for
// again, so that the answer is that of the eight-byte matrix.
//
// Residuals are measured product by product, against what x is about to be, so
// that a change of units changes nothing.
type System struct {
	wide   *operator[float64]
	narrow *operator[float32]
}

// NewSystem prepares a square matrix. With pick, row i of M is row pick[i] of
// the matrix, or empty if that is negative. The system shares the memory of the matrix, which must not be
// changed any more. A matrix that is not what Check wants makes it panic.
func NewSystem(m *Matrix, pick []int32) *System {
	if err := m.Check(); err != nil {
		panic(err) // the products in four bytes rely on it
	}
	s := &System{wide: m.operator(pick)}
	o := *s.wide
	s.narrow = &operator[float32]{o.start, o.col, narrowed(m), o.pick, o.grid}
	return s
}

// narrowed is the values of a matrix in four bytes each.
func narrowed(m *Matrix) []float32 {
	vals := make([]float32, len(m.Val))
	plainGrid(len(vals)).each(func(from, to int) {
		for k := from; k < to; k++ {
			vals[k] = float32(m.Val[k])
		}
	})
	return vals
}

// Repick is the system of other rows of the same matrix. The values in four
// bytes are shared.
func (s *System) Repick(pick []int32) *System {
	g := gridOf(s.wide.start, pick)
	wide, narrow := *s.wide, *s.narrow
	wide.pick, wide.grid = pick, g
	narrow.pick, narrow.grid = pick, g
	return &System{&wide, &narrow}
}

// An Outcome is how far a solution came.
type Outcome struct {
	Converged bool
	Residual  float64 // root mean square over the unknowns of residual ÷ size of the unknown
	Narrow    int     // products with values of four bytes
	Wide      int     // products with values of eight bytes
	Bytes     int64   // moved between memory and processor if no vector stays in a cache
}

// A Watch is told now and then how many products were made and how far the
// residual is; nil watches nothing.
type Watch func(products int, residual float64)

const (
	refinements = 40   // at most so many rounds of correction
	digits      = 3e-5 // what a correction in four bytes is asked to leave of a residual
	steps       = 60   // of BiCGSTAB in one correction
	sweepsMost  = 2000 // of Gauss–Seidel where BiCGSTAB comes to nothing
)

// Solve finds x with x = b + M·x to a residual. x comes with a first guess; if
// it is all zero, two steps of x = b + M·x are made to find the size of things.
func (s *System) Solve(ctx context.Context, b, x []float64, residual float64, watch Watch) Outcome {
	k := newKrylov(s, b)
	warm := Largest(x) > 0
	if warm {
		k.sizeFrom(b, x)
		k.remainder(b, x)
	} else {
		k.begin(b, x)
	}
	stuck := 0
	for round := 0; ; round++ {
		if watch != nil {
			watch(k.out.Narrow+k.out.Wide, k.out.Residual)
		}
		k.out.Converged = k.out.Residual <= residual && (warm || round > 0)
		if k.out.Converged || ctx.Err() != nil || round == refinements {
			break
		}
		if stuck > 1 || math.IsNaN(k.out.Residual) {
			k.sweep(ctx, b, x, residual)
			break
		}
		before := k.out.Residual
		k.correct(max(digits, residual/before/4))
		k.add(x)
		k.remainder(b, x)
		if k.out.Residual > before/2 || math.IsNaN(k.out.Residual) {
			stuck++
		}
		if k.out.Residual > before || math.IsNaN(k.out.Residual) {
			k.takeBack(x)
			k.remainder(b, x)
		}
	}
	return k.out
}

// sweep goes on with Gauss–Seidel in eight bytes.
func (k *krylov) sweep(ctx context.Context, b, x []float64, residual float64) {
	if math.IsNaN(Largest(x)) {
		clear(x)
	}
	old := make([]float64, len(x))
	for range sweepsMost / 10 {
		for range 10 {
			copy(old, x)
			k.s.Sweep(b, old, x)
			k.out.Wide++
		}
		k.remainder(b, x)
		k.out.Converged = k.out.Residual <= residual
		if k.out.Converged || ctx.Err() != nil || math.IsNaN(k.out.Residual) || math.IsInf(k.out.Residual, 0) {
			return
		}
	}
}

// Sweep is one step of Gauss–Seidel in fixed blocks: a row uses what was found
// before it in its own block, and old values of all others. On any number of
// cores the bits are the same. x comes as a copy of old.
func (s *System) Sweep(b, old, x []float64) {
	o := s.wide
	o.grid.each(func(from, to int) {
		for i := from; i < to; i++ {
			cols, vals := o.entries(i)
			sum, own := b[i], 0.0
			for k, j := range cols {
				switch c := int(j); {
				case c == i:
					own = vals[k]
				case c >= from && c < to:
					sum += vals[k] * x[c]
				default:
					sum += vals[k] * old[c]
				}
			}
			x[i] = sum / (1 - own)
		}
	})
}
