package main

import (
	"encoding/json"
	"io"
	"math"
	"slices"
	"strconv"

	"gosplan/series"
)

// asJSON is the flag of every verb that prints a table.
type asJSON struct {
	JSON bool `name:"json" help:"Print JSON in place of tables."`
}

// printJSON prints a value for programs to read. JSON has no NaN, so rows
// that may hold one keep it in a number.
func printJSON(w io.Writer, value any) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(value)
}

// A number is a float64 that JSON writes as null when it is none.
type number float64

func (n number) MarshalJSON() ([]byte, error) {
	if math.IsNaN(float64(n)) || math.IsInf(float64(n), 0) {
		return []byte("null"), nil
	}
	return json.Marshal(float64(n))
}

// String writes a figure as people read it: four digits that count.
func (n number) String() string {
	if math.IsNaN(float64(n)) {
		return "–"
	}
	return series.Digits(float64(n), 4)
}

// decimals is with how many of them all figures of a column are written, so that
// one in the middle of them has four digits that count.
func decimals(values []float64) int {
	var sizes []float64
	for _, v := range values {
		if v != 0 && !math.IsNaN(v) && !math.IsInf(v, 0) {
			sizes = append(sizes, math.Abs(v))
		}
	}
	if len(sizes) == 0 {
		return 0
	}
	slices.Sort(sizes)
	return min(max(0, 3-int(math.Floor(math.Log10(sizes[len(sizes)/2])))), 9)
}

// fixed writes a figure with so many decimals.
func (n number) fixed(decimals int) string {
	if math.IsNaN(float64(n)) {
		return "–"
	}
	return strconv.FormatFloat(float64(n), 'f', decimals, 64)
}
