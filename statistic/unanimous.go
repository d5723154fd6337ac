package statistic

import "math"

// Unanimous is the effect of n ≥ 2 pairs that all differ by the same value.
// Their spread is zero and says nothing: an event that would part one pair in
// a hundred is seldom in a few of them. What can be said is how large the share
// of pairs that come out otherwise may be when none of n did, and so how far
// the mean can lie from the value if such a pair lies up to reach away from it.
//
// The interval is exact (upper end for 0 of n, Clopper and Pearson 1934). P is
// that of the sign test, or larger where a pair may lie so far off that fewer
// of them would bring the mean to zero.
func Unanimous(n int, value, reach float64) Effect {
	e := Effect{N: n, Mean: value, SD: 0, P: 1, Size: 0}
	aside := (1 - math.Pow(0.025, 1/float64(n))) * reach
	e.Low, e.High = value-aside, value+aside
	if value != 0 {
		e.Size = math.Inf(int(math.Copysign(1, value)))
		e.P = min(1, 2*none(n, math.Abs(value)/max(reach, 2*math.Abs(value))))
	}
	return e
}

// UnanimousEquivalent is for such pairs what Equivalent is for others: the
// chance that none of n came out otherwise although as many would that the mean
// lies at the margin.
func UnanimousEquivalent(n int, value, margin, reach float64) float64 {
	room := margin - math.Abs(value)
	switch {
	case n < 2:
		return math.NaN()
	case room <= 0:
		return 1
	case reach <= 0:
		return 0
	}
	return none(n, room/reach)
}

// none is the chance that none of n is what a share of all is.
func none(n int, share float64) float64 { return math.Pow(1-min(1, share), float64(n)) }
