//go:build !amd64

package lp

// update subtracts A·Bᵀ over the first k columns from a corner of a tile.
func update(c, a, b []float64, k int) { updateCorner(c, a, b, k) }
