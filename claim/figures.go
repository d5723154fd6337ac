package claim

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"fmt"
	"math"
	"slices"

	"gosplan/series"
)

// Figures are the yearly values of a finished run, or what ended it.
type Figures struct {
	Failure string // "" if the run came to its end
	Lines   []Line // in the order of name and place

	at      map[[2]string]*Line
	between *Figures // with the years between, for means of what has benchmark years only; nil for a run
}

// A Line is one series at one place. Years that have no value are NaN.
type Line struct {
	Name, Place string
	From        int
	Values      []float64
}

// FiguresOf are the yearly values of a run's log.
func FiguresOf(log *series.Log) *Figures {
	sums, counts := map[[2]string]map[int]float64{}, map[[2]string]map[int]int{}
	for _, r := range log.Rows {
		key := [2]string{r.Def.Name, r.Place}
		if sums[key] == nil {
			sums[key], counts[key] = map[int]float64{}, map[int]int{}
		}
		sums[key][r.Year] += r.Value
		counts[key][r.Year]++
	}
	f := &Figures{}
	for key, years := range sums {
		l := Line{Name: key[0], Place: key[1], From: math.MaxInt}
		last := math.MinInt
		for year := range years {
			l.From, last = min(l.From, year), max(last, year)
		}
		for year := l.From; year <= last; year++ {
			v := math.NaN()
			if n := counts[key][year]; n > 0 {
				v = years[year] / float64(n)
			}
			l.Values = append(l.Values, v)
		}
		f.Lines = append(f.Lines, l)
	}
	slices.SortFunc(f.Lines, func(a, b Line) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Place, b.Place)) })
	f.index()
	return f
}

func (f *Figures) index() {
	f.at = make(map[[2]string]*Line, len(f.Lines))
	for i := range f.Lines {
		f.at[[2]string{f.Lines[i].Name, f.Lines[i].Place}] = &f.Lines[i]
	}
}

// Value is the value of a year, if there is one.
func (f *Figures) Value(name, place string, year int) (float64, bool) {
	l := f.at[[2]string{name, place}]
	if l == nil || year < l.From || year >= l.From+len(l.Values) {
		return 0, false
	}
	v := l.Values[year-l.From]
	return v, !math.IsNaN(v) && !math.IsInf(v, 0)
}

// Span is the first and the last year of a series at a place.
func (f *Figures) Span(name, place string) (from, to int, ok bool) {
	l := f.at[[2]string{name, place}]
	if l == nil {
		return 0, 0, false
	}
	return l.From, l.From + len(l.Values) - 1, true
}

// encode writes figures to be kept.
func (f *Figures) encode() ([]byte, error) {
	var b bytes.Buffer
	err := gob.NewEncoder(&b).Encode(f)
	return b.Bytes(), err
}

// decode reads what encode wrote.
func decode(data []byte) (*Figures, error) {
	f := &Figures{}
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(f); err != nil {
		return nil, fmt.Errorf("kept run: %w", err)
	}
	f.index()
	return f, nil
}
