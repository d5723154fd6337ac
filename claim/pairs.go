package claim

import (
	"fmt"
	"math"

	"gosplan/statistic"
)

// Needs says what so many pairs could show of that many tests: p values are
// corrected for the number of tests, and what few pairs show may not survive
// that, however clear it looks.
func Needs(pairs, tests int) string {
	p := level / float64(max(1, tests))
	return fmt.Sprintf("P values are corrected for %d tests (Holm). After that %s an effect only if it is at least %s times as large as its spread over pairs (d); one as large as its spread needs %s, one half as large %s.",
		tests, plural(pairs, fmt.Sprintf("%d pair shows", pairs), fmt.Sprintf("%d pairs show", pairs)), Figure(statistic.Detectable(pairs, p)), pairsFor(1, p), pairsFor(0.5, p))
}

// pairsFor writes how many pairs an effect needs.
func pairsFor(d, p float64) string {
	if n := statistic.PairsFor(d, p); n <= statistic.MostPairs {
		return fmt.Sprintf("%d pairs", n)
	}
	return fmt.Sprintf("more than %d pairs", statistic.MostPairs)
}

// tooFew says why a test that shows nothing could not, "" if it does show
// something.
func (r *Result) tooFew() string {
	e, p := r.Effect, level/float64(max(1, r.Among))
	if r.Missing != "" || e.N < 2 || r.Found != Unknown {
		return ""
	}
	if !math.IsNaN(r.Reach) {
		return r.tooFewAlike(p)
	}
	words := fmt.Sprintf("corrected for %d tests (Holm), %d pairs show an effect only from d = %s on", r.Among, e.N, Figure(statistic.Detectable(e.N, p)))
	if e.Size == 0 || e.SD == 0 {
		return words
	}
	switch n := statistic.PairsFor(e.Size, p); {
	case n <= e.N: // shown, and yet too small to count for certain
		return ""
	case math.Abs(e.Mean) < r.Test.Smallest:
		return words + "; one as small as here would not count"
	default:
		return words + "; one of d = " + Figure(e.Size) + ", as here, needs " + pairsFor(e.Size, p)
	}
}

// tooFewAlike is tooFew where all pairs came out the same.
func (r *Result) tooFewAlike(p float64) string {
	value := math.Abs(r.Effect.Mean)
	share, shows := (r.Test.Smallest-value)/r.Reach, "that nothing counts"
	if value >= r.Test.Smallest {
		share, shows, p = value/max(r.Reach, 2*value), "an effect", p/2
	}
	if share <= 0 {
		return ""
	}
	return fmt.Sprintf("corrected for %d tests (Holm), pairs that all come out the same show %s from %d pairs on", r.Among, shows, statistic.PairsAlike(share, p))
}
