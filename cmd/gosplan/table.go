package main

import (
	"encoding/json"
	"io"
	"math"

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
