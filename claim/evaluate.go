package claim

import (
	"math"

	"gosplan/series"
)

// value is the figure of a part in a year; a part that is no series has the
// same in every year.
func (n *node) value(f *Figures, year int) (float64, bool) {
	switch n.kind {
	case 'n':
		return n.number, true
	case 's':
		place := n.place
		if place == "" {
			place = series.Nation
		}
		return f.Value(n.name, place, year)
	case 'f':
		return n.apply(f)
	}
	a, hasA := n.parts[0].value(f, year)
	b, hasB := n.parts[1].value(f, year)
	if !hasA || !hasB {
		return 0, false
	}
	switch n.kind {
	case '+':
		return a + b, true
	case '-':
		return a - b, true
	case '*':
		return a * b, true
	}
	return a / b, b != 0
}

// apply calls a function.
func (n *node) apply(f *Figures) (float64, bool) {
	called := functions[n.name]
	if n.name == "last" && f.Failure != "" { // nobody knows where it would have ended
		return 0, false
	}
	if n.name == "mean" && f.between != nil {
		f = f.between
	}
	var inputs []yearly
	var numbers []float64
	for i, part := range n.parts {
		if i < called.series {
			inputs = append(inputs, func(year int) (float64, bool) { return part.value(f, year) })
			continue
		}
		v, ok := part.value(f, 0)
		if !ok {
			return 0, false
		}
		numbers = append(numbers, v)
	}
	v, ok := called.of(inputs, numbers)
	return v, ok && !math.IsNaN(v) && !math.IsInf(v, 0)
}

// figure is the value of a whole statistic.
func (n *node) figure(f *Figures) (float64, bool) {
	v, ok := n.value(f, 0)
	return v, ok && !math.IsNaN(v) && !math.IsInf(v, 0)
}
