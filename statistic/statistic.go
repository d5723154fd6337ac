// Package statistic holds what economists ask of series and samples and gonum
// does not answer: recessions, trends, cycles, tails, lags, paired effects. It
// knows nothing of where the numbers come from.
package statistic

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"
)

// Growth is the change of logarithms from one value to the next; it is one
// shorter than x, and NaN where a value is not above zero.
func Growth(x []float64) []float64 {
	if len(x) < 2 {
		return nil
	}
	out := make([]float64, len(x)-1)
	for i := range out {
		out[i] = math.Log(x[i+1] / x[i])
		if !(x[i] > 0 && x[i+1] > 0) {
			out[i] = math.NaN()
		}
	}
	return out
}

// Quantile is the value below which a share of a sample lies: the order
// statistics are spread evenly from share 0 to share 1, with straight lines
// between them. The sample need not be in order; of an empty one it is NaN.
//
// Source: Hyndman and Fan 1996, The American Statistician 50, definition 7.
func Quantile(values []float64, share float64) float64 {
	if len(values) == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(values))
	at := share * float64(len(sorted)-1)
	low := int(at)
	if low+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[low] + (at-float64(low))*(sorted[low+1]-sorted[low])
}

// Logs are the natural logarithms of x.
func Logs(x []float64) []float64 {
	out := make([]float64, len(x))
	for i, v := range x {
		out[i] = math.Log(v)
	}
	return out
}

// Recessions are the lengths of unbroken runs of falling values, in order. A
// run that has not ended when the series does is counted as far as it went.
func Recessions(x []float64) []int {
	var out []int
	length := 0
	for i := 1; i < len(x); i++ {
		switch {
		case x[i] < x[i-1]:
			length++
		case length > 0:
			out = append(out, length)
			length = 0
		}
	}
	if length > 0 {
		out = append(out, length)
	}
	return out
}

// Lagged is the correlation of x with y a number of steps later (earlier if
// lag is negative). It is NaN when fewer than three pairs are left.
func Lagged(x, y []float64, lag int) float64 {
	n := min(len(x), len(y))
	from, to := max(0, -lag), min(n, n-lag)
	if to-from < 3 {
		return math.NaN()
	}
	return stat.Correlation(x[from:to], y[from+lag:to+lag], nil)
}

// Autocorrelation is the correlation of x with itself a number of steps later.
func Autocorrelation(x []float64, lag int) float64 { return Lagged(x, x, lag) }

// Herfindahl is the sum of squared shares: 1/n when n are alike, 1 when one
// has everything. It is 0 when nobody has anything.
func Herfindahl(size []float64) float64 {
	total, squares := 0.0, 0.0
	for _, s := range size {
		total += s
		squares += s * s
	}
	if total == 0 {
		return 0
	}
	return squares / (total * total)
}

// Zeta is the exponent a of a power law over the whole numbers k ≥ least, by
// maximum likelihood, with how many values it rests on: it maximises
// −n·ln ζ(a, least) − a·Σ ln k.
//
// Source: Clauset, Shalizi and Newman 2009, equation 3.5.
func Zeta(x []float64, least int) (exponent float64, n int, err error) {
	if least < 1 {
		return 0, 0, fmt.Errorf("zeta: least value %d: below one; a power law has none there", least)
	}
	sum := 0.0
	for _, v := range x {
		if v >= float64(least) {
			sum += math.Log(v)
			n++
		}
	}
	if n < 2 || sum <= float64(n)*math.Log(float64(least)) {
		return 0, n, fmt.Errorf("zeta: %d values of at least %d that differ: too few; take a smaller least value", n, least)
	}
	mean := sum / float64(n)
	low, high := 1.0001, 20.0 // the likelihood has one peak between them
	for range 100 {
		third := (high - low) / 3
		a, b := low+third, high-third
		if -math.Log(hurwitz(a, least))-a*mean < -math.Log(hurwitz(b, least))-b*mean {
			low = a
		} else {
			high = b
		}
	}
	return (low + high) / 2, n, nil
}

// hurwitz is Σ k^−a over k ≥ least, by the sum of the first terms and the
// formula of Euler and Maclaurin for the rest.
func hurwitz(a float64, least int) float64 {
	const terms = 20
	sum := 0.0
	for k := range terms {
		sum += math.Pow(float64(least+k), -a)
	}
	n := float64(least + terms)
	return sum + math.Pow(n, 1-a)/(a-1) + math.Pow(n, -a)/2 + a*math.Pow(n, -a-1)/12
}
