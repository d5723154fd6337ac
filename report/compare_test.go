package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"gosplan/measure"
	"gosplan/sheet/browser"
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

// Pictures of a row stand at one height whatever the length of their titles, and
// the command is whole.
func TestComparisonInABrowser(t *testing.T) {
	strand := Strand{Years: []int{1930, 1931, 1932}, Middle: []float64{1, 2, 3}, Low: []float64{0, 1, 2}, High: []float64{2, 3, 40}}
	in := Comparison{
		Title: "Side by side", Command: "gosplan compare " + strings.Repeat("computed-planning ", 30) + "--out compare.html",
		Columns: []string{"short", "a title of an economy that needs two lines or three of them in a narrow column", "another"},
		Panels:  []Panel{{measure.Find("gdp"), []Strand{strand, strand, strand}}},
	}
	var b bytes.Buffer
	if err := WriteComparison(&b, in); err != nil {
		t.Fatal(err)
	}
	ctx := browser.Open(t, b.String())
	for _, width := range []int64{1280, 700, 400} {
		if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900)); err != nil {
			t.Fatal(err)
		}
		rows := browser.Ask[int](t, ctx, `(() => { const at = {}; for (const s of document.querySelectorAll('.panel > div'))
			(at[Math.round(s.getBoundingClientRect().top)] ||= new Set()).add(Math.round(s.querySelector('svg').getBoundingClientRect().top));
			return Math.max(...Object.values(at).map(s => s.size)) })()`)
		if rows != 1 {
			t.Errorf("at %d the pictures of a row stand at %d heights", width, rows)
		}
		if hidden := browser.Ask[int](t, ctx, `(() => { const c = document.querySelector('.command'); return c.scrollWidth - c.clientWidth })()`); hidden > 0 {
			t.Errorf("at %d the command is cut by %d pixels", width, hidden)
		}
	}
}
