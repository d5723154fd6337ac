package linalg

import (
	"fmt"
	"testing"
)

// BenchmarkTimes is one product in eight bytes, BenchmarkTranspose a transpose
// and BenchmarkTriplets the building of a matrix from entries in no order.
func BenchmarkTimes(b *testing.B) {
	for _, n := range []int{10_000, 1_000_000} {
		b.Run(fmt.Sprintf("rows=%d", n), func(b *testing.B) {
			m, x, y := band(n, 0.9), rising(n), make([]float64, n)
			b.SetBytes(12*m.Entries() + 24*int64(n))
			for b.Loop() {
				m.Times(x, y)
			}
		})
	}
}

func BenchmarkTranspose(b *testing.B) {
	m := band(200_000, 0.9)
	b.SetBytes(12 * m.Entries())
	for b.Loop() {
		m.Transpose()
	}
}

func BenchmarkTriplets(b *testing.B) {
	const n = 100_000
	m := band(n, 0.9)
	b.SetBytes(16 * m.Entries())
	for b.Loop() {
		var t Triplets
		for k := range n {
			i := k * 7919 % n
			cols, vals := m.Row(i)
			for at := len(cols) - 1; at >= 0; at-- {
				t.Add(i, int(cols[at]), vals[at])
			}
		}
		if _, err := t.Matrix(n, n); err != nil {
			b.Fatal(err)
		}
	}
}
