package main

import (
	"encoding/json"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
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
	v := float64(n) + 0 // no negative zero
	if math.IsNaN(v) {
		return "–"
	}
	if math.Abs(v) >= 10_000 {
		return strconv.FormatFloat(math.Round(v), 'f', 0, 64)
	}
	return strconv.FormatFloat(v, 'g', 4, 64)
}

// widest is the width of a column of prose before it is broken into lines.
const widest = 60

// printTable prints rows under a header; columns of prose are wrapped and
// columns of figures are set to the right.
func printTable(w io.Writer, header []string, rows [][]string) {
	out := table.NewWriter()
	out.SetStyle(style())
	out.AppendHeader(toRow(header))
	columns := make([]table.ColumnConfig, len(header))
	for i := range header {
		columns[i] = table.ColumnConfig{Number: i + 1, WidthMax: widest, WidthMaxEnforcer: text.WrapSoft}
		if figures(rows, i) {
			columns[i].Align, columns[i].AlignHeader = text.AlignRight, text.AlignRight
		}
	}
	out.SetColumnConfigs(columns)
	for _, row := range rows {
		out.AppendRow(toRow(row))
	}
	io.WriteString(w, trimLines(out.Render()))
}

func style() table.Style {
	s := table.StyleLight
	s.Options = table.Options{SeparateHeader: true, SeparateColumns: false}
	s.Format.Header = text.FormatDefault
	return s
}

func toRow(cells []string) table.Row {
	row := make(table.Row, len(cells))
	for i, cell := range cells {
		row[i] = cell
	}
	return row
}

// figures reports whether a column holds nothing but figures.
func figures(rows [][]string, column int) bool {
	some := false
	for _, row := range rows {
		if column >= len(row) || row[column] == "" || row[column] == "–" {
			continue
		}
		trimmed := strings.TrimRight(row[column], "% ")
		if _, err := strconv.ParseFloat(trimmed, 64); err != nil {
			return false
		}
		some = true
	}
	return some
}

// trimLines drops blanks at the ends of lines.
func trimLines(text string) string {
	var out strings.Builder
	for line := range strings.Lines(text) {
		out.WriteString(strings.TrimRight(line, " \n"))
		out.WriteString("\n")
	}
	return out.String()
}
