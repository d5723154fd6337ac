package report

import (
	"bytes"
	"strings"
	"testing"

	"gosplan/measure"
)

func TestPicturesAcross(t *testing.T) {
	for n, want := range map[int]int{0: 1, 2: 2, 5: 5, 6: 3, 8: 4, 11: 4, 16: 4} {
		if got := (Comparison{Columns: make([]string, n)}).Across(); got != want {
			t.Errorf("%d economies stand %d in a row, want %d", n, got, want)
		}
	}
}

func TestComparison(t *testing.T) {
	strand := Strand{Years: []int{1930, 1931, 1932}, Middle: []float64{1, 2, 3}, Low: []float64{0, 1, 2}, High: []float64{2, 3, 40}}
	in := Comparison{
		Title: "One & another", Columns: []string{"one", "another <b>"},
		Tables: []ComparisonTable{
			{Below: "Some work longer.", Rows: []ComparisonRow{{"Growth", "percent", []ComparisonCell{{"1", "0 to 2", false}, {"5", "4 to 6", true}}}}},
			{Head: "Weights assumed", Rows: []ComparisonRow{{"Influence", "share", []ComparisonCell{{"1", "0 to 2", false}, {"7", "6 to 8", true}}}}},
		},
		Panels: []Panel{
			{measure.Find("gdp"), []Strand{strand, {}}},
			{measure.Find("effort"), []Strand{{}, {}}},
		},
	}
	var b bytes.Buffer
	if err := WriteComparison(&b, in); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	for what, want := range map[string]int{
		`<svg class="chart small"`: 1, // an economy that has nothing to show has no picture
		"another &lt;b&gt;":        2, // over each table
		"5* <small>4 to 6":         1,
		"<h3>":                     2, // nor has a series that nobody has; and one heads a table
		"<h3>Weights assumed</h3>": 1,
		"Some work longer.</p>":    1,
		"http://":                  0,
		">40<":                     1, // the scale reaches the highest seed
	} {
		if got := strings.Count(page, what); got != want {
			t.Errorf("%q is there %d times, want %d", what, got, want)
		}
	}
}
