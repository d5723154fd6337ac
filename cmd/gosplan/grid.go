package main

import (
	"io"
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/mattn/go-runewidth"
)

const (
	widest  = 60  // of a column of prose before it is broken into lines
	gap     = 2   // between columns
	tallest = 3.0 // lines of a row, on average, in a table that can still be read
)

// A grid is a table before it is printed.
type grid struct {
	header  []string
	rows    [][]string
	figures []bool // by column: nothing but figures, which are set to the right
}

// printTable prints rows under a header. Columns of prose are broken into
// lines as the paper demands. A table that would be no table any more is
// printed in strips, each with the first column again, if it is figures, and
// otherwise one row under another.
func printTable(w io.Writer, header []string, rows [][]string) {
	g := grid{header, rows, make([]bool, len(header))}
	some := 0
	for i := range header {
		if g.figures[i] = figures(rows, i); g.figures[i] {
			some++
		}
	}
	widths, fits := g.fit(paperWidth(w))
	switch {
	case fits:
		g.print(w, widths)
	case 2*some >= len(header) && len(header) > 1:
		g.strips(w, paperWidth(w))
	default:
		g.stack(w, paperWidth(w))
	}
}

// fit gives every column its width, and says whether the table can be read so.
func (g grid) fit(width int) (widths []int, fits bool) {
	widths = make([]int, len(g.header))
	least := make([]int, len(g.header))
	total := gap * len(g.header)
	for i := range g.header {
		widths[i], least[i] = g.natural(i), g.least(i)
		total += widths[i]
	}
	if width == 0 {
		return widths, true
	}
	for total > width {
		pick := -1
		for i := range widths {
			if widths[i] > least[i] && (pick < 0 || widths[i] > widths[pick]) {
				pick = i
			}
		}
		if pick < 0 {
			return widths, false
		}
		widths[pick]--
		total--
	}
	return widths, g.height(widths) <= tallest*float64(len(g.rows))
}

// natural is the width a column has where there is room.
func (g grid) natural(column int) int {
	width := runewidth.StringWidth(g.header[column])
	for _, row := range g.rows {
		if column < len(row) {
			width = max(width, runewidth.StringWidth(row[column]))
		}
	}
	return min(width, widest)
}

// least is the width below which a column cannot be read.
func (g grid) least(column int) int {
	const few = 8
	least := atom(g.header[column])
	for _, row := range g.rows {
		switch {
		case column >= len(row):
		case g.figures[column]:
			least = max(least, runewidth.StringWidth(row[column]))
		default:
			least = max(least, atom(row[column]))
		}
	}
	return min(max(least, few), g.natural(column))
}

// height is how many lines all rows take.
func (g grid) height(widths []int) float64 {
	lines := 0
	for _, row := range g.rows {
		most := 1
		for i, cell := range row {
			most = max(most, 1+strings.Count(wrap(cell, widths[i]), "\n"))
		}
		lines += most
	}
	return float64(lines)
}

func (g grid) print(w io.Writer, widths []int) {
	out := table.NewWriter()
	out.SetStyle(style())
	out.AppendHeader(toRow(g.header))
	columns := make([]table.ColumnConfig, len(g.header))
	for i := range g.header {
		columns[i] = table.ColumnConfig{Number: i + 1, WidthMax: widths[i], WidthMaxEnforcer: wrap}
		if g.figures[i] {
			columns[i].Align, columns[i].AlignHeader = text.AlignRight, text.AlignRight
		}
	}
	out.SetColumnConfigs(columns)
	for _, row := range g.rows {
		out.AppendRow(toRow(row))
	}
	io.WriteString(w, trimLines(out.Render()))
}

// strips prints as many columns at a time as fit beside the first.
func (g grid) strips(w io.Writer, width int) {
	for from := 1; from < len(g.header); {
		to := from + 1
		for to < len(g.header) {
			if _, fits := g.part(from, to+1).fit(width); !fits {
				break
			}
			to++
		}
		if from > 1 {
			io.WriteString(w, "\n")
		}
		strip := g.part(from, to)
		if widths, fits := strip.fit(width); fits {
			strip.print(w, widths)
		} else {
			strip.stack(w, width)
		}
		from = to
	}
}

// part is the table of the first column and those of a range.
func (g grid) part(from, to int) grid {
	p := grid{header: append([]string{g.header[0]}, g.header[from:to]...), figures: append([]bool{g.figures[0]}, g.figures[from:to]...)}
	for _, row := range g.rows {
		short := row[:1:1]
		if from < len(row) {
			short = append(short, row[from:min(to, len(row))]...)
		}
		p.rows = append(p.rows, short)
	}
	return p
}

// stack prints one row under another, each cell behind its column's name.
func (g grid) stack(w io.Writer, width int) {
	const indent = "  "
	names := 0
	for _, name := range g.header[1:] {
		names = max(names, runewidth.StringWidth(name))
	}
	names = min(names, width/3)
	var b strings.Builder
	for _, row := range g.rows {
		b.WriteString(wrap(row[0], width) + "\n")
		for i, cell := range row[1:] {
			if cell == "" {
				continue
			}
			name := strings.Split(wrap(g.header[i+1], names), "\n")
			lines := strings.Split(wrap(cell, width-len(indent)-names-gap), "\n")
			for n := range max(len(name), len(lines)) {
				b.WriteString(indent + runewidth.FillRight(nth(name, n), names+gap) + nth(lines, n) + "\n")
			}
		}
	}
	io.WriteString(w, trimLines(b.String()))
}

func nth(lines []string, n int) string {
	if n < len(lines) {
		return lines[n]
	}
	return ""
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
