package format

import (
	"strings"
)

// A wideLayout is how a wide table lies in its sheet.
type wideLayout struct {
	header     int // row of the column labels, from 1
	label      int // column of the row labels
	name, unit int // columns of what rows are called and of their units; -1: none
	names      int // row of what columns are called; 0: none
	data       []int
	labels     []string // of the data columns
}

// headRows is how far down the header may be, headColumns how far right the
// row labels.
const (
	headRows    = 60
	headColumns = 6
)

// A sheetLine is a row of a sheet with its number.
type sheetLine struct {
	cells []cell
	at    int
}

// findHeader finds the row and the column whose labels have most in common.
func findHeader(lines []sheetLine) (wideLayout, bool) {
	best, most := wideLayout{}, 0
	for h, line := range lines {
		heads := map[string]bool{}
		for _, c := range line.cells {
			if c.text != "" {
				heads[normal(c.text)] = true
			}
		}
		if len(heads) < 2 {
			continue
		}
		for column := range headColumns {
			common, seen := 0, map[string]bool{}
			for _, below := range lines[h+1:] {
				if column < len(below.cells) {
					if word := normal(below.cells[column].text); word != "" && heads[word] && !seen[word] {
						seen[word] = true
						common++
					}
				}
			}
			// Names may lie beside codes: what stands further out must match
			// clearly better.
			if 2*common > 3*most {
				most = common
				best = wideLayout{header: h + 1, label: column, name: -1, unit: -1}
			}
		}
	}
	if most < 1 {
		return best, false
	}
	best.columns(lines)
	return best, len(best.data) > 0
}

// columns finds which columns hold data and which what rows are called.
func (w *wideLayout) columns(lines []sheetLine) {
	head := lines[w.header-1].cells
	below := lines[w.header:]
	for column := range head {
		text := head[column].text
		switch {
		case column == w.label:
		case strings.EqualFold(text, "unit") || strings.EqualFold(text, "units"):
			w.unit = column
		case column < headColumns && w.textual(below, column, text):
			if w.name < 0 {
				w.name = column
			}
		case text != "":
			w.data, w.labels = append(w.data, column), append(w.labels, text)
		}
	}
	// A row of text directly below or above the labels says what they mean.
	for _, row := range []int{w.header + 1, w.header - 1} {
		if row < 1 || row > len(lines) || len(w.data) == 0 {
			continue
		}
		texts := 0
		for _, column := range w.data {
			if cells := lines[row-1].cells; column < len(cells) && cells[column].text != "" && !looksNumeric(cells[column].text) && !isMissing(cells[column].text) {
				texts++
			}
		}
		if 2*texts > len(w.data) {
			w.names = row
			break
		}
	}
}

// textual tells whether a column holds words: what rows are called.
func (w *wideLayout) textual(below []sheetLine, column int, head string) bool {
	words, numbers := 0, 0
	for _, line := range below {
		if column >= len(line.cells) || isMissing(line.cells[column].text) {
			continue
		}
		if looksNumeric(line.cells[column].text) {
			numbers++
		} else {
			words++
		}
	}
	return words > numbers || words == 0 && numbers == 0 && head == ""
}

// preambleUnit is a unit that stands in brackets above a table.
func preambleUnit(lines []sheetLine, w wideLayout) string {
	for _, line := range lines[:w.header-1] {
		for _, c := range line.cells {
			lower := strings.ToLower(strings.Trim(c.text, "[]() "))
			for _, begin := range []string{"millions of ", "million ", "thousands of ", "thousand ", "unit:"} {
				if rest, is := strings.CutPrefix(lower, begin); is && len(lower) < 60 {
					if begin == "unit:" {
						return strings.TrimSpace(rest)
					}
					return strings.TrimSuffix(strings.Fields(begin)[0], "s") + " " + rest
				}
			}
		}
	}
	return ""
}
