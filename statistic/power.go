package statistic

import (
	"math"
	"sort"
)

// Detectable is the smallest effect, in standard deviations of the differences
// (d), whose p value with n pairs is below p (paired t).
func Detectable(n int, p float64) float64 {
	if n < 2 || !(p > 0) {
		return math.Inf(1)
	}
	return student(n).Quantile(1-p/2) / math.Sqrt(float64(n))
}

// MostPairs is where PairsFor stops looking.
const MostPairs = 10000

// PairsFor is how many pairs give an effect of size d a p value below p; more
// than MostPairs if so many do not.
func PairsFor(d, p float64) int {
	d = math.Abs(d)
	return 2 + sort.Search(MostPairs-1, func(i int) bool { return Detectable(i+2, p) < d })
}

// PairsAlike is how many pairs that all come out the same rule out, with a p
// value below p, that a share of all comes out otherwise.
func PairsAlike(share, p float64) int {
	if share >= 1 {
		return 2
	}
	return max(2, int(math.Floor(math.Log(p)/math.Log(1-share)))+1)
}
