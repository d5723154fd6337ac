package lp_test

import (
	"context"
	"fmt"
	"math"

	"gosplan/linalg"
	"gosplan/lp"
)

// A day's work nets half a measure of corn or, on the far field, a quarter; the
// near field takes 12 days at most, and 10 measures are wanted.
func Example() {
	inf := math.Inf(1)
	p := &lp.Problem{
		C:     []float64{1, 1},
		A:     &linalg.Matrix{Rows: 1, Cols: 2, Start: []int64{0, 2}, Col: []int32{0, 1}, Val: []float64{0.5, 0.25}},
		RowLo: []float64{10}, RowHi: []float64{inf},
		Lo: []float64{0, 0}, Hi: []float64{12, inf},
	}
	s, err := lp.Solve(context.Background(), p, lp.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Status, "days", s.X, "a measure more takes", s.Y[0])
	fmt.Println("proved:", s.Check(p, 1e-9) == nil)
	// Output:
	// optimal days [12 16] a measure more takes 4
	// proved: true
}
