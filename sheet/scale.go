package sheet

import (
	"math"
	"strconv"
	"strings"
)

// A Scale maps values of one axis to the picture.
type Scale struct {
	Low, High float64 // values at the ends
	From, To  float64 // where the ends are drawn
	Log       bool
}

// At is where a value is drawn.
func (s Scale) At(v float64) float64 {
	low, high := s.Low, s.High
	if s.Log {
		low, high, v = math.Log10(low), math.Log10(high), math.Log10(math.Max(v, s.Low))
	}
	return s.From + (v-low)/(high-low)*(s.To-s.From)
}

// logFrom is the ratio of the largest to the smallest value from which an
// axis of positive values is logarithmic.
const logFrom = 2000

// Extent makes a value axis that holds all values: from zero unless they lie
// far from it, and with round ends.
func Extent(values []float64, ticks int) (s Scale, marks []float64) {
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
	s = Scale{Low: step * math.Floor(low/step+1e-9), High: step * math.Ceil(high/step-1e-9)}
	for i := 0; ; i++ {
		v := s.Low + float64(i)*step
		if v > s.High+step/2 {
			return s, marks
		}
		marks = append(marks, step*math.Round(v/step))
	}
}

// decades is a logarithmic axis with a mark at each power of ten, or each
// second or third of them.
func decades(low, high float64) (s Scale, marks []float64) {
	first, last := math.Floor(math.Log10(low)), math.Ceil(math.Log10(high))
	every := math.Ceil((last - first) / 5)
	last = first + every*math.Ceil((last-first)/every)
	for e := first; e <= last; e += every {
		marks = append(marks, math.Pow(10, e))
	}
	return Scale{Low: math.Pow(10, first), High: math.Pow(10, last), Log: true}, marks
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

// Label writes a mark with as many decimals as its neighbours need.
func Label(v, step float64, log bool) string {
	if log && (v >= 1e6 || v < 1e-3) {
		return strings.TrimPrefix(Power(v), "1"+hard+"×"+hard)
	}
	if log {
		return Exact(v)
	}
	places := 0
	for places < 6 && math.Abs(step*math.Pow(10, float64(places))-math.Round(step*math.Pow(10, float64(places)))) > 1e-6 {
		places++
	}
	return Thousands(strconv.FormatFloat(v, 'f', places, 64))
}
