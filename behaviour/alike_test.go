package behaviour

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// Two circles walked by distance visit the houses listed as one walk over all
// houses would.
func TestCirclesVisitHousesInTheirOrder(t *testing.T) {
	luck := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		n := 1 + luck.IntN(20)
		from := luck.IntN(n)
		var list [3][]int32 // the third is not visited
		kind := make([]int, n)
		for i := range kind {
			kind[i] = luck.IntN(3)
			list[kind[i]] = append(list[kind[i]], int32(i))
		}
		var want, got []int
		for i := range n {
			if at := (from + 1 + i) % n; kind[at] < 2 {
				want = append(want, at)
			}
		}
		a, b := circle{list: list[0]}, circle{list: list[1]}
		a.start(from, n)
		b.start(from, n)
		for a.left+b.left > 0 {
			got = append(got, nearer(&a, &b).next(n))
		}
		if !slices.Equal(got, want) {
			t.Fatalf("from %d of %d: %v, want %v", from, n, got, want)
		}
	}
}
