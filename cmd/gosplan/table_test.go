package main

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"
	"pgregory.net/rapid"
)

// printed is a table on paper of a width; 0 is paper without end.
func printed(width int, header []string, rows [][]string) string {
	var b bytes.Buffer
	printTable(&paper{w: &b, width: width}, header, rows)
	return b.String()
}

var missed = [][]string{
	{"Ukraine and Kazakh nomads in the deaths from hunger", "1931–1934", "0.268", "0.5 to 1", "emerges"},
	{"GDP per head", "1917–1970", "14.6", "at most 10", "emerges"},
	{"Growth of capital", "1928–1940", "6.65", "7 to 11", "emerges"},
}

func TestTablesFollowTheWidth(t *testing.T) {
	header := []string{"band", "years", "run", "wanted", "status"}
	for _, c := range []struct {
		name  string
		width int
		want  []string // in this order
	}{
		{"endless paper keeps every row on a line", 0, []string{"deaths from hunger  1931–1934", "\n GDP per head"}},
		{"a little less room breaks prose into lines", 70, []string{" Ukraine and Kazakh", "1931–1934", "\n", "hunger\n GDP per head"}},
		{"no room puts a row under its name", 30, []string{"Ukraine and Kazakh nomads in\nthe deaths", "\n  years   1931–1934\n", "\nGDP per head\n  years"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			rest := printed(c.width, header, missed)
			for _, want := range c.want {
				at := strings.Index(rest, want)
				if at < 0 {
					t.Fatalf("no %q in its place:\n%s", want, printed(c.width, header, missed))
				}
				rest = rest[at+len(want):]
			}
		})
	}
}

// A table of figures is cut into strips, each with the first column.
func TestFiguresComeInStrips(t *testing.T) {
	header := []string{"date", "target (points)", "made (points)", "staff (thousand)", "capacity", "stock"}
	out := printed(40, header, [][]string{{"1917-Q4", "1.000", "2.000", "3.0", "4.00", "5.00"}, {"1918-Q1", "1.100", "2.200", "3.3", "4.40", "5.50"}})
	if strips := strings.Count(out, "1918-Q1"); strips < 2 {
		t.Errorf("%d strips:\n%s", strips, out)
	}
	for _, figure := range []string{"1.100", "2.200", "3.3", "4.40", "5.50"} {
		if strings.Count(out, figure) != 1 {
			t.Errorf("%s is not printed once:\n%s", figure, out)
		}
	}
}

// Whatever is in a table, nothing is wider than the paper, and every word is
// printed.
func TestNothingIsWiderThanThePaper(t *testing.T) {
	word := rapid.StringMatching(`[a-zé–]{1,12}([._-][a-z]{1,9}){0,3}`)
	cell := rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOfN(word, 1, 9).Draw(t, "words"), " ") })
	figure := rapid.StringMatching(`[1-9][0-9]{0,5}\.[0-9]{2}`)
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(narrowestPaper, 120).Draw(t, "width")
		columns := rapid.IntRange(1, 9).Draw(t, "columns")
		prose := rapid.SliceOfN(rapid.Bool(), columns, columns).Draw(t, "prose")
		row := rapid.Custom(func(t *rapid.T) []string {
			cells := make([]string, columns)
			for i := range cells {
				if cells[i] = figure.Draw(t, "figure"); prose[i] {
					cells[i] = cell.Draw(t, "cell")
				}
			}
			return cells
		})
		header := rapid.SliceOfN(word, columns, columns).Draw(t, "header")
		rows := rapid.SliceOfN(row, 1, 5).Draw(t, "rows")
		out := printed(width, header, rows)
		for line := range strings.Lines(out) {
			if wide := runewidth.StringWidth(strings.TrimRight(line, "\n")); wide > width {
				t.Fatalf("%d wide on paper of %d: %q", wide, width, line)
			}
		}
		letters := func(text string) (n int) {
			return len(strings.Join(strings.Fields(text), "")) - strings.Count(text, "─")*len("─")
		}
		for _, row := range rows {
			if least := letters(strings.Join(row, "")); letters(out) < least {
				t.Fatalf("%d letters of a row of %d are printed:\n%s", letters(out), least, out)
			}
		}
	})
}

// A column has as many decimals as a figure in its middle needs.
func TestDecimalsOfAColumn(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   int
	}{
		{[]float64{99.98, 450, 1100}, 1}, {[]float64{0.0123, 0.02}, 5}, {[]float64{1e6, 2e6, 0}, 0}, {[]float64{0, 0, math.NaN()}, 0}, {nil, 0}, {[]float64{-5, 5, 5}, 3},
	} {
		if got := decimals(c.values); got != c.want {
			t.Errorf("%v: %d decimals, want %d", c.values, got, c.want)
		}
	}
	if got := number(1100.04).fixed(1); got != "1100.0" {
		t.Error(got)
	}
}
