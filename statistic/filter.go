package statistic

import (
	"fmt"
	"math"
)

// HodrickPrescott splits x into trend and cycle: the trend τ minimises
//
//	Σ (x − τ)² + smoothness·Σ (second difference of τ)²
//
// where smoothness is 100 for years and 1600 for quarters by custom.
//
// Source: Hodrick and Prescott 1997.
func HodrickPrescott(x []float64, smoothness float64) (trend, cycle []float64, err error) {
	n := len(x)
	if n < 4 || !(smoothness >= 0) {
		return nil, nil, fmt.Errorf("hodrick-prescott: %d values, smoothness %v: want at least 4 and none below 0", n, smoothness)
	}
	// The equations (1 + smoothness·D'D)τ = x have five diagonals.
	main, one, two := make([]float64, n), make([]float64, n), make([]float64, n)
	second := [3]float64{1, -2, 1}
	for row := range n - 2 {
		for i, a := range second {
			main[row+i] += smoothness * a * a
			if i < 2 {
				one[row+i] += smoothness * a * second[i+1]
			}
		}
		two[row] += smoothness
	}
	trend = make([]float64, n)
	copy(trend, x)
	for i := range main {
		main[i]++
	}
	for i := range n { // LDL' in place: main holds D, one and two hold L
		if i >= 1 {
			main[i] -= one[i-1] * one[i-1] * main[i-1]
		}
		if i >= 2 {
			main[i] -= two[i-2] * two[i-2] * main[i-2]
		}
		if i >= 1 {
			one[i] -= one[i-1] * main[i-1] * two[i-1]
		}
		one[i] /= main[i]
		two[i] /= main[i]
	}
	for i := range n {
		if i >= 1 {
			trend[i] -= one[i-1] * trend[i-1]
		}
		if i >= 2 {
			trend[i] -= two[i-2] * trend[i-2]
		}
	}
	for i := n - 1; i >= 0; i-- {
		trend[i] /= main[i]
		if i+1 < n {
			trend[i] -= one[i] * trend[i+1]
		}
		if i+2 < n {
			trend[i] -= two[i] * trend[i+2]
		}
	}
	cycle = make([]float64, n)
	for i := range x {
		cycle[i] = x[i] - trend[i]
	}
	return trend, cycle, nil
}

// BaxterKing keeps the movements of x that take between shortest and longest
// steps; the first and last reach values are lost, so that the result is
// 2·reach shorter. By custom quarters are filtered with 6, 32 and 12.
//
// Source: Baxter and King 1999.
func BaxterKing(x []float64, shortest, longest float64, reach int) ([]float64, error) {
	if !(shortest >= 2 && longest > shortest) || reach < 1 || len(x) <= 2*reach {
		return nil, fmt.Errorf("baxter-king: %d values, steps %v to %v, reach %d: want 2 or more steps, the longest above the shortest, and more than 2·reach values",
			len(x), shortest, longest, reach)
	}
	fast, slow := 2*math.Pi/shortest, 2*math.Pi/longest
	weight := make([]float64, reach+1)
	weight[0] = (fast - slow) / math.Pi
	sum := weight[0]
	for k := 1; k <= reach; k++ {
		weight[k] = (math.Sin(fast*float64(k)) - math.Sin(slow*float64(k))) / (math.Pi * float64(k))
		sum += 2 * weight[k]
	}
	for k := range weight { // so that a trend leaves nothing
		weight[k] -= sum / float64(2*reach+1)
	}
	out := make([]float64, len(x)-2*reach)
	for i := range out {
		at := i + reach
		out[i] = weight[0] * x[at]
		for k := 1; k <= reach; k++ {
			out[i] += weight[k] * (x[at-k] + x[at+k])
		}
	}
	return out, nil
}
