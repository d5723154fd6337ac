package claim

import (
	"fmt"
	"math"
	"strings"

	"gosplan/series"
)

// Figure writes a figure as people read it: three digits that count.
func Figure(v float64) string {
	switch {
	case math.IsNaN(v):
		return "–"
	case math.IsInf(v, 0):
		return strings.Replace(series.Digits(v, 3), "Inf", "∞", 1)
	}
	return series.Digits(v, 3)
}

// Interval writes an effect with its interval.
func (r *Result) Interval() string {
	e := r.Effect
	if e.N < 2 {
		return "–"
	}
	return fmt.Sprintf("%s [%s, %s]", r.Test.figure(e.Mean), r.Test.figure(e.Low), r.Test.figure(e.High))
}

// smallest writes the smallest effect that counts.
func (t *Test) smallest() (figure, unit string) {
	unit, _ = t.Human()
	return t.figure(t.Smallest), unit
}

// means writes what each arm came to.
func (r *Result) means() string {
	var words []string
	unit, by := series.Shown(r.Test.Unit)
	percent := ""
	if strings.HasPrefix(unit, "%") {
		percent = " %"
	}
	for _, term := range r.Test.terms {
		if v, ok := r.Means[term.arm]; ok {
			words = append(words, fmt.Sprintf("%s %s%s", term.arm, Figure(by*v), percent))
		}
	}
	return strings.Join(words, ", ")
}

// bars are how many of the effects fall between two marks.
const bars = 8

// widestBar is the longest bar, in characters.
const widestBar = 30

// Histogram draws values as bars of text, one line each.
func Histogram(values []float64) []string {
	if len(values) == 0 {
		return nil
	}
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		low, high = min(low, v), max(high, v)
	}
	if low == high {
		return []string{fmt.Sprintf("%10s  %s %d", Figure(low), strings.Repeat("█", widestBar), len(values))}
	}
	var counts [bars]int
	most := 0
	for _, v := range values {
		i := min(bars-1, int((v-low)/(high-low)*bars))
		counts[i]++
		most = max(most, counts[i])
	}
	lines := make([]string, bars)
	for i, n := range counts {
		from := low + (high-low)*float64(i)/bars
		bar := strings.Repeat("█", (n*widestBar+most-1)/most)
		lines[i] = strings.TrimRight(fmt.Sprintf("%10s  %s %d", Figure(from), bar, n), " ")
	}
	return lines
}

// signs in words.
var signWords = map[Sign]string{Above: "above zero", Below: "below zero", None: "nothing that counts", Unknown: "not shown"}

// Predictions writes who predicts what of a test, and who was right.
func (r *Registry) Predictions(res *Result) string {
	var words []string
	for _, code := range r.Codes() {
		sign := res.Test.Predicts[code]
		if sign == "" {
			continue
		}
		mark := ""
		if told := res.Told(); told != Unknown {
			if mark = " (wrong)"; told == sign {
				mark = " (right)"
			}
		}
		words = append(words, fmt.Sprintf("%s %s%s", r.Theories[code], signWords[sign], mark))
	}
	return strings.Join(words, "; ")
}

// Chance writes a p value; below a thousandth its digits say nothing.
func Chance(p float64) string {
	if p < 0.001 {
		return "< 0.001"
	}
	return Figure(p)
}

// Share writes a share of rows, of which there are few: to a hundredth.
func Share(v float64) string { return Figure(math.Round(100*v) / 100) }

// Interval writes the interval of a share, a dash where nothing is decided.
func (s *Score) Interval() string {
	if math.IsNaN(s.Low) {
		return "–"
	}
	return Share(s.Low) + " to " + Share(s.High)
}
