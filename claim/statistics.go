package claim

import (
	"iter"
	"math"

	"gonum.org/v1/gonum/stat"

	"gosplan/fit"
)

// A yearly is a series as a function sees it.
type yearly func(year int) (float64, bool)

// A function makes a figure of series and numbers. ok is false if the run
// does not have it.
type function struct {
	series, numbers int
	of              func(s []yearly, n []float64) (value float64, ok bool)
}

// functions are what a statistic may call, with how many series and numbers.
// Two years at the end of the numbers are the first and the last that count.
var functions = map[string]function{
	"above":       {1, 3, above},
	"abs":         {0, 1, func(_ []yearly, n []float64) (float64, bool) { return math.Abs(n[0]), true }},
	"at":          {1, 1, func(s []yearly, n []float64) (float64, bool) { return s[0](int(n[0])) }},
	"autocorr":    {1, 2, autocorrelation},
	"corr":        {2, 2, correlation},
	"elasticity":  {3, 2, elasticity},
	"falls":       {1, 2, over(2, falls)},
	"growth":      {1, 2, growth},
	"last":        {1, 0, last},
	"log":         {0, 1, logarithm},
	"max":         {1, 2, over(1, highest)},
	"mean":        {1, 2, over(1, mean)},
	"mean_where":  {2, 2, where(mean)},
	"peak":        {1, 2, over(1, peak)},
	"sd":          {1, 2, over(2, func(_, values []float64) float64 { return stat.StdDev(values, nil) })},
	"sdgrowth":    {1, 2, over(3, func(_, values []float64) float64 { return stat.StdDev(percents(values), nil) })},
	"since":       {2, 2, since},
	"slope":       {1, 2, over(2, slope)},
	"slope_where": {2, 2, where(slope)},
	"sum":         {1, 2, over(1, total)},
	"year_below":  {1, 3, yearBelow},
	"years_below": {1, 3, yearsBelow},
}

// span are the values of a series from one year to another, those it has, and
// whether they are enough.
func span(s yearly, from, to float64) (years, values []float64, ok bool) {
	for year := range yearsOf(from, to) {
		if v, has := s(year); has {
			years, values = append(years, float64(year)), append(values, v)
		}
	}
	return years, values, len(values) > 0 && float64(len(values)) >= fit.Coverage*(to-from+1)
}

// over makes a function of the values of one series over a span of years.
func over(least int, of func(years, values []float64) float64) func(s []yearly, n []float64) (float64, bool) {
	return func(s []yearly, n []float64) (float64, bool) {
		years, values, ok := span(s[0], n[0], n[1])
		if !ok || len(values) < least {
			return 0, false
		}
		return of(years, values), true
	}
}

// percents are the yearly changes of values above zero.
func percents(values []float64) []float64 {
	var out []float64
	for i := 1; i < len(values); i++ {
		out = append(out, (values[i]/values[i-1]-1)*100)
	}
	return out
}

// growth is the mean growth between two years, percent a year.
func growth(s []yearly, n []float64) (float64, bool) {
	a, hasA := s[0](int(n[0]))
	z, hasZ := s[0](int(n[1]))
	if !hasA || !hasZ || a <= 0 || z <= 0 || n[1] <= n[0] {
		return 0, false
	}
	return fit.PercentAYear(z/a, int(n[1])-int(n[0])), true
}

// falls counts the years whose value is below that of the year before.
func falls(_, values []float64) float64 {
	count := 0.0
	for i := 1; i < len(values); i++ {
		if values[i] < values[i-1] {
			count++
		}
	}
	return count
}

// peak is the first year with the highest value.
func peak(years, values []float64) float64 {
	best := 0
	for i := range values {
		if values[i] > values[best] {
			best = i
		}
	}
	return years[best]
}

func mean(_, values []float64) float64 { return stat.Mean(values, nil) }

func highest(_, values []float64) float64 {
	best := math.Inf(-1)
	for _, v := range values {
		best = max(best, v)
	}
	return best
}

func total(_, values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum
}

func slope(years, values []float64) float64 {
	_, b := stat.LinearRegression(years, values, nil, false)
	return b
}

// correlation is that of two series over the years that both have.
func correlation(s []yearly, n []float64) (float64, bool) {
	var x, y []float64
	for year := range yearsOf(n[0], n[1]) {
		a, hasA := s[0](year)
		b, hasB := s[1](year)
		if hasA && hasB {
			x, y = append(x, a), append(y, b)
		}
	}
	if len(x) < 3 || float64(len(x)) < fit.Coverage*(n[1]-n[0]+1) {
		return 0, false
	}
	r := stat.Correlation(x, y, nil)
	return r, !math.IsNaN(r)
}

// elasticity is that of substitution between capital and labour; see package fit.
func elasticity(s []yearly, n []float64) (float64, bool) {
	var y, k, l []float64
	for year := range yearsOf(n[0], n[1]) {
		a, hasA := s[0](year)
		b, hasB := s[1](year)
		c, hasC := s[2](year)
		if !hasA || !hasB || !hasC {
			return 0, false
		}
		y, k, l = append(y, a), append(k, b), append(l, c)
	}
	sigma, _, _, _, err := fit.Elasticity(y, k, l)
	return min(sigma, fit.FullSubstitution), err == nil && !math.IsNaN(sigma)
}

// The years in which a series of any run can lie.
const earliest, latest = 1900, 2100

// yearsOf are the years from one to another, those in which a series can lie:
// who asks for more has no answer, and need not wait for it.
func yearsOf(from, to float64) iter.Seq[int] {
	return func(yield func(int) bool) {
		if !(from <= latest && to >= earliest) {
			return
		}
		for year := int(max(from, earliest)); year <= int(min(to, latest)); year++ {
			if !yield(year) {
				return
			}
		}
	}
}

// last is the latest value above zero. What has not happened yet has none.
func last(s []yearly, _ []float64) (float64, bool) {
	for year := latest; year >= earliest; year-- {
		if v, ok := s[0](year); ok && v > 0 {
			return v, true
		}
	}
	return 0, false
}

// yearBelow is the first year in which a series is below a level; the year
// after the last one if it never is.
func yearBelow(s []yearly, n []float64) (float64, bool) {
	if _, _, ok := span(s[0], n[1], n[2]); !ok {
		return 0, false
	}
	for year := range yearsOf(n[1], n[2]) {
		if v, ok := s[0](year); ok && v < n[0] {
			return float64(year), true
		}
	}
	return n[2] + 1, true
}

// yearsBelow is in how many years a series is below a level.
func yearsBelow(s []yearly, n []float64) (float64, bool) {
	_, values, ok := span(s[0], n[1], n[2])
	count := 0.0
	for _, v := range values {
		if v < n[0] {
			count++
		}
	}
	return count, ok
}

// above is 1 if the mean of a series over the years is above a level, else 0.
func above(s []yearly, n []float64) (float64, bool) {
	_, values, ok := span(s[0], n[1], n[2])
	switch {
	case !ok:
		return 0, false
	case stat.Mean(values, nil) > n[0]:
		return 1, true
	}
	return 0, true
}

// fewest is how many years make a figure of the years in which a condition holds.
const fewest = 5

// where makes a function of the values of the first series in the years in
// which the second is above one half. The second must span the years.
func where(of func(years, values []float64) float64) func(s []yearly, n []float64) (float64, bool) {
	return func(s []yearly, n []float64) (float64, bool) {
		var years, values []float64
		for year := range yearsOf(n[0], n[1]) {
			holds, _ := s[1](year)
			if v, has := s[0](year); has && holds > 0.5 {
				years, values = append(years, float64(year)), append(values, v)
			}
		}
		if _, _, ok := span(s[1], n[0], n[1]); !ok || len(values) < fewest {
			return 0, false
		}
		return of(years, values), true
	}
}

// since is the mean of the first series over years counted from the first in
// which the second has a value, which is year 0.
func since(s []yearly, n []float64) (float64, bool) {
	for year := range yearsOf(earliest, latest) {
		if _, begun := s[1](year); begun {
			_, values, ok := span(s[0], float64(year)+n[0], float64(year)+n[1])
			return stat.Mean(values, nil), ok
		}
	}
	return 0, false
}

// autocorrelation is the correlation of a series with itself a year later.
func autocorrelation(s []yearly, n []float64) (float64, bool) {
	later := func(year int) (float64, bool) { return s[0](year + 1) }
	return correlation([]yearly{s[0], later}, []float64{n[0], n[1] - 1})
}

func logarithm(_ []yearly, n []float64) (float64, bool) { return math.Log(n[0]), n[0] > 0 }
