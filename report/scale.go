package report

import (
	"math"
	"strconv"
)

// A scale maps values of one axis to the picture.
type scale struct {
	low, high float64 // values at the ends
	from, to  float64 // where the ends are drawn
	log       bool
}

func (s scale) at(v float64) float64 {
	low, high := s.low, s.high
	if s.log {
		low, high, v = math.Log10(low), math.Log10(high), math.Log10(math.Max(v, s.low))
	}
	return s.from + (v-low)/(high-low)*(s.to-s.from)
}

// logFrom is the ratio of the largest to the smallest value from which an
// axis of positive values is logarithmic.
const logFrom = 2000

// extent makes a value axis that holds all values: from zero unless they lie
// far from it, and with round ends.
func extent(values []float64, ticks int) (s scale, marks []float64) {
	low, high, least := math.Inf(1), math.Inf(-1), math.Inf(1)
	for _, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			continue
		}
		low, high = math.Min(low, v), math.Max(high, v)
		if v > 0 {
			least = math.Min(least, v)
		}
	}
	switch {
	case math.IsInf(low, 1):
		low, high = 0, 1
	case low > 0 && high/least > logFrom:
		return decades(low, high)
	case low > 0 && low < 0.62*high:
		low = 0
	case high < 0 && high > 0.62*low:
		high = 0
	}
	if high-low < 1e-9*math.Max(1, math.Abs(high)) {
		half := math.Max(0.5*math.Abs(high), 1e-6)
		if high == 0 {
			low, high = 0, 1
		} else {
			low, high = low-half, high+half
		}
	}

	step := round((high - low) / float64(ticks))
	s = scale{low: step * math.Floor(low/step+1e-9), high: step * math.Ceil(high/step-1e-9)}
	for i := 0; ; i++ {
		v := s.low + float64(i)*step
		if v > s.high+step/2 {
			return s, marks
		}
		marks = append(marks, step*math.Round(v/step))
	}
}

// decades is a logarithmic axis with a mark at each power of ten, or each
// second or third of them.
func decades(low, high float64) (s scale, marks []float64) {
	first, last := math.Floor(math.Log10(low)), math.Ceil(math.Log10(high))
	every := math.Ceil((last - first) / 5)
	last = first + every*math.Ceil((last-first)/every)
	for e := first; e <= last; e += every {
		marks = append(marks, math.Pow(10, e))
	}
	return scale{low: math.Pow(10, first), high: math.Pow(10, last), log: true}, marks
}

// round is the next larger of 1, 2, 2.5, 5 times a power of ten.
func round(x float64) float64 {
	ten := math.Pow(10, math.Floor(math.Log10(x)))
	for _, m := range []float64{1, 2, 2.5, 5} {
		if m*ten >= x*(1-1e-9) {
			return m * ten
		}
	}
	return 10 * ten
}

// label writes a mark with as many decimals as its neighbours need.
func label(v, step float64, log bool) string {
	if log && (v >= 1e6 || v < 1e-3) {
		return power(v)
	}
	if log {
		return exact(v)
	}
	places := 0
	for places < 6 && math.Abs(step*math.Pow(10, float64(places))-math.Round(step*math.Pow(10, float64(places)))) > 1e-6 {
		places++
	}
	return thousands(strconv.FormatFloat(v, 'f', places, 64))
}

// yearStep is how far apart year marks stand.
func yearStep(years, room float64) int {
	for _, step := range []int{1, 2, 5, 10, 20} {
		if room*float64(step)/years >= 44 {
			return step
		}
	}
	return 50
}
