package lp

import "golang.org/x/sys/cpu"

// updateFMA is updateCorner in AVX2 instructions: the same products and sums in
// the same order, so the same bits.
//
//go:noescape
func updateFMA(c, a, b *float64, k int)

var hasFMA = cpu.X86.HasAVX2 && cpu.X86.HasFMA

// update subtracts A·Bᵀ over the first k columns from a corner of a tile.
func update(c, a, b []float64, k int) {
	if hasFMA && k > 0 {
		updateFMA(&c[0], &a[0], &b[0], k)
		return
	}
	updateCorner(c, a, b, k)
}
