package statistic

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
)

// Luck is a number in [0, 1) for every draw of every resample. The same luck
// gives the same interval.
type Luck func(resample, at int) float64

// resamples are enough for the second digit of an interval's ends.
const resamples = 2000

// An Effect is what paired runs differ by.
type Effect struct {
	N    int     // pairs
	Mean float64 // of the differences
	SD   float64 // of the differences
	Low  float64 // 95 % interval of the mean, by bootstrap
	High float64
	P    float64 // two-sided, of the hypothesis that there is no difference (paired t)
	Size float64 // Mean/SD, known as d; infinite if all differences are equal and not zero
}

// Paired sums up the differences between runs that share their luck. With
// fewer than two of them nothing but the mean is known, and the rest is NaN.
// Differences that are all equal leave no doubt: P is 0, or 1 if they are zero.
func Paired(differences []float64, luck Luck) Effect {
	e := Effect{N: len(differences), Mean: math.NaN(), SD: math.NaN(), Low: math.NaN(), High: math.NaN(), P: math.NaN(), Size: math.NaN()}
	if e.N == 0 {
		return e
	}
	e.Mean = stat.Mean(differences, nil)
	if e.N < 2 {
		return e
	}
	if equal(differences) {
		e.Mean = differences[0] // exactly
		e.SD, e.Low, e.High = 0, e.Mean, e.Mean
		if e.Mean == 0 {
			e.P, e.Size = 1, 0
			return e
		}
		e.P, e.Size = 0, math.Inf(int(math.Copysign(1, e.Mean)))
		return e
	}
	e.SD = stat.StdDev(differences, nil)
	e.Size = e.Mean / e.SD
	e.Low, e.High = Bootstrap(differences, luck)
	t := math.Abs(e.Mean) / stat.StdErr(e.SD, float64(e.N))
	e.P = 2 * student(e.N).Survival(t)
	return e
}

// Bootstrap is the 95 % interval of the mean: the middle of the means of
// samples drawn from the values with replacement.
//
// Source: Efron 1979.
func Bootstrap(values []float64, luck Luck) (low, high float64) {
	means := make([]float64, resamples)
	for i := range means {
		for at := range values {
			means[i] += values[Pick(luck(i, at), len(values))]
		}
		means[i] /= float64(len(values))
	}
	slices.Sort(means)
	return stat.Quantile(0.025, stat.LinInterp, means, nil), stat.Quantile(0.975, stat.LinInterp, means, nil)
}

// Pick is the one of n things on which a number in [0, 1) falls.
func Pick(uniform float64, n int) int { return min(n-1, int(uniform*float64(n))) }

// Equivalent is the p value of the hypothesis that the mean difference lies at
// or beyond the margin: below 0.05, that it lies within is shown. It is the
// larger p value of two one-sided t tests.
//
// Source: Schuirmann 1987.
func Equivalent(differences []float64, margin float64) float64 {
	n := len(differences)
	if n < 2 {
		return math.NaN()
	}
	mean := stat.Mean(differences, nil)
	if equal(differences) {
		if math.Abs(differences[0]) < margin {
			return 0
		}
		return 1
	}
	se := stat.StdErr(stat.StdDev(differences, nil), float64(n))
	t := student(n)
	return max(t.Survival((mean+margin)/se), t.CDF((mean-margin)/se))
}

// Holm corrects p values, so that the chance of any false alarm among all of
// them stays what it is for one. There are as many as are given, or more if of
// says so: those not given count as larger, the strictest case. A NaN stays.
//
// Source: Holm 1979.
func Holm(p []float64, of int) []float64 {
	out := slices.Clone(p)
	var order []int
	for i, v := range p {
		if !math.IsNaN(v) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p[a], p[b]) })
	all := max(of, len(order))
	least := 0.0
	for rank, i := range order {
		least = max(least, min(1, p[i]*float64(all-rank)))
		out[i] = least
	}
	return out
}

func equal(values []float64) bool {
	return !slices.ContainsFunc(values, func(v float64) bool { return v != values[0] })
}

func student(n int) distuv.StudentsT { return distuv.StudentsT{Mu: 0, Sigma: 1, Nu: float64(n - 1)} }
