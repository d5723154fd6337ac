package replica

import "slices"

// trimShare is what is cut off at either end where a mean is trimmed.
const trimShare = 0.05

// A trim takes trimmed means of samples that change little from one to the
// next. It remembers where the cuts lay, and looks near there first.
type trim struct{ low, high float64 }

// trimMargin is how far beyond the last cuts a trim looks.
const trimMargin = 0.1

// mean is the mean of x without a share at either end. It reorders x.
func (t *trim) mean(x []float64) float64 {
	cut := int(trimShare * float64(len(x)))
	total := 0.0
	for _, v := range x {
		total += v
	}
	if cut > 0 {
		below, above := t.ends(x, cut)
		part(below, cut)
		part(above, len(above)-cut)
		least, most := below[:cut], above[len(above)-cut:]
		for _, v := range least {
			total -= v
		}
		for _, v := range most {
			total -= v
		}
		t.low, t.high = slices.Max(least), slices.Min(most)
	}
	return total / float64(len(x)-2*cut)
}

// ends are parts of x that hold its smallest and its largest values, at least
// cut of each: few where the last cuts still hold, else all.
func (t *trim) ends(x []float64, cut int) (below, above []float64) {
	margin := trimMargin * (t.high - t.low)
	first, last := split(x, t.low+margin/2, t.high-margin)
	below, above = x[:first], x[last:]
	if len(below) < cut || len(above) < cut {
		part(x, len(x)-cut)
		return x[:len(x)-cut], x[len(x)-cut:]
	}
	return below, above
}

// split puts the values below low first and those above high last. The others
// are left between, in x[first:last].
func split(x []float64, low, high float64) (first, last int) {
	last = len(x)
	for at := 0; at < last; {
		switch v := x[at]; {
		case v < low:
			x[at], x[first] = x[first], v
			first++
			at++
		case v > high:
			last--
			x[at], x[last] = x[last], v
		default:
			at++
		}
	}
	return first, last
}

// part puts the k smallest values first.
func part(x []float64, k int) {
	const few = 24
	for k > 0 && k < len(x) {
		if len(x) <= few {
			slices.Sort(x)
			return
		}
		a, b, c := x[0], x[len(x)/2], x[len(x)-1]
		pivot := max(min(a, b), min(max(a, b), c))
		first, last := split(x, pivot, pivot)
		switch {
		case k < first:
			x = x[:first]
		case k > last:
			x, k = x[last:], k-last
		default:
			return
		}
	}
}
