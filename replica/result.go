package replica

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"

	"gosplan/draw"
	"gosplan/par"
)

// A Row is a published figure beside what came out here.
type Row struct {
	Figure
	Mean, Least, Most float64   // over seeds
	Values            []float64 // by seed
	Inside            bool      // whether the mean is in the published range
	InsideSeeds       int       // seeds whose own value is
}

// A Result is a model held against its paper.
type Result struct {
	Model *Model
	Seeds []uint64
	Rows  []Row
	Log   *Log // series of the first seed
}

// usualSeeds is over how many seeds a model with luck is run.
const usualSeeds = 8

// Replicate runs a model for n seeds from the first one on, on all cores, and
// holds the mean of every figure against the published range. With n = 0 the
// model's own number is taken; a model without luck is run once.
func Replicate(ctx context.Context, m *Model, first uint64, n int) (*Result, error) {
	switch {
	case n < 0:
		return nil, fmt.Errorf("%s: %d seeds: want at least one", m.Name, n)
	case !m.Lucky:
		n = 1
	case n == 0:
		n = cmp.Or(m.Seeds, usualSeeds)
	}
	result := &Result{Model: m, Log: NewLog(m.Name)}
	readings, failures := make([]Readings, n), make([]error, n)
	for i := range n {
		result.Seeds = append(result.Seeds, first+uint64(i))
	}
	par.Blocks(n, func(i int) {
		if failures[i] = ctx.Err(); failures[i] != nil {
			return
		}
		var log *Log
		if i == 0 {
			log = result.Log
		}
		readings[i], failures[i] = m.Run(draw.Deck{Seed: result.Seeds[i]}, log)
	})
	for i, err := range failures {
		if err != nil {
			return nil, fmt.Errorf("%s: seed %d: %w", m.Name, result.Seeds[i], err)
		}
	}
	for _, figure := range m.Figures {
		row, err := compare(figure, readings)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", m.Name, err)
		}
		result.Rows = append(result.Rows, row)
	}
	return result, nil
}

func compare(figure Figure, readings []Readings) (Row, error) {
	row := Row{Figure: figure}
	for _, r := range readings {
		value, ok := r[figure.Name]
		if !ok {
			return row, fmt.Errorf("no reading of %s", figure.Name)
		}
		row.Values = append(row.Values, value)
		if figure.Has(value) {
			row.InsideSeeds++
		}
	}
	row.Mean, row.Least, row.Most = stat.Mean(row.Values, nil), slices.Min(row.Values), slices.Max(row.Values)
	row.Inside = figure.Has(row.Mean)
	return row, nil
}

// Missed are the rows outside their range.
func (r *Result) Missed() []Row {
	var out []Row
	for _, row := range r.Rows {
		if !row.Inside {
			out = append(out, row)
		}
	}
	return out
}

// Says is what came of it, in plain words.
func (r *Result) Says() string {
	missed := r.Missed()
	if len(missed) == 0 {
		return fmt.Sprintf("All %d figures are reproduced.", len(r.Rows))
	}
	text := fmt.Sprintf("%d of %d figures are reproduced.", len(r.Rows)-len(missed), len(r.Rows))
	for _, row := range missed {
		side := "above"
		if row.Mean < row.Low {
			side = "below"
		}
		if math.IsNaN(row.Mean) {
			side = "without a value, and so outside"
		}
		text += fmt.Sprintf(" %s is %s what was published (%.4g, published %s)", row.Title, side, row.Mean, row.Published)
		if row.InsideSeeds > 0 {
			text += fmt.Sprintf(", though %d of %d seeds have it", row.InsideSeeds, len(row.Values))
		}
		if row.Miss != "" {
			text += ": " + row.Miss
		}
		text += "."
	}
	return text
}

// figures gives many figures the same mark and source.
func figures(mark Mark, source string, list ...Figure) []Figure {
	for i := range list {
		list[i].Mark, list[i].Source = mark, source
	}
	return list
}

// digits is a figure published as a single number: reproduced when it rounds
// to the same at as many decimals.
func digits(name, title, unit string, value float64, decimals int) Figure {
	f := between(name, title, unit, value, value, decimals)
	f.Published = fmt.Sprintf("%.*f", decimals, value)
	return f
}

// between is a figure published as an interval: reproduced when it rounds to
// a number in it at as many decimals.
func between(name, title, unit string, low, high float64, decimals int) Figure {
	half := 0.5 * math.Pow(10, -float64(decimals)) * (1 + 1e-9)
	return Figure{Name: name, Title: title, Unit: unit, Low: low - half, High: high + half,
		Published: fmt.Sprintf("%.*f to %.*f", decimals, low, decimals, high)}
}

// above is a figure published as a sign or a smallest value.
func above(name, title, unit string, low float64) Figure {
	return Figure{Name: name, Title: title, Unit: unit, Published: fmt.Sprintf("above %v", low), Low: math.Nextafter(low, math.Inf(1)), High: math.Inf(1)}
}

// below is a figure published as a sign or a largest value.
func below(name, title, unit string, high float64) Figure {
	return Figure{Name: name, Title: title, Unit: unit, Published: fmt.Sprintf("below %v", high), Low: math.Inf(-1), High: math.Nextafter(high, math.Inf(-1))}
}

// ours is a figure published in words or to few digits, for which the range
// that counts as reproduced is set here.
func ours(published string, f Figure) Figure {
	f.Published = published + "; counted: " + f.Published
	return f
}

// missed says why a figure is missed.
func missed(f Figure, why string) Figure {
	f.Miss = why
	return f
}
