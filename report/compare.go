package report

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"math"
	"sync"

	"gosplan/series"
	"gosplan/sheet"
)

// A Comparison is a page that holds economies side by side.
type Comparison struct {
	Title, Text, Command string
	Columns              []string // names of the economies
	Rests                []string // paragraphs of what somebody says the figures rest on
	Tables               []ComparisonTable
	Panels               []Panel // one series each, a picture for every economy
}

// A ComparisonTable is figures under a heading, "" for the first; what is said
// of them stands below.
type ComparisonTable struct {
	Head, Below string
	Rows        []ComparisonRow
}

// A ComparisonRow is one figure; its cells are in the order of the columns.
type ComparisonRow struct {
	Title, Unit string
	Cells       []ComparisonCell
}

// A ComparisonCell is a figure with its interval. Differs says that it is not
// that of the first economy.
type ComparisonCell struct {
	Value, Interval string
	Differs         bool
}

// A Panel is one series and its curves, in the order of the columns.
type Panel struct {
	Series *series.Definition
	Curves []Strand
}

// A Strand is a curve over several seeds with the range of most of them.
type Strand struct {
	Years             []int
	Middle, Low, High []float64
}

//go:embed compare.html
var compareHTML string

var comparePage = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("compare").Funcs(template.FuncMap{"marked": marked}).Parse(sheet.HeadHTML + compareHTML))
})

// comparisonView is what the template prints.
type comparisonView struct {
	Comparison
	CSS      template.CSS
	Pictures []panelView
}

type panelView struct {
	Title, Unit, Meaning string
	Charts               []*chart // nil where an economy has nothing to show
}

// WriteComparison writes the page.
func WriteComparison(w io.Writer, in Comparison) error {
	v := comparisonView{Comparison: in, CSS: template.CSS(sheet.ChartCSS + sheet.PageCSS)}
	from, to := in.years()
	for i, p := range in.Panels {
		if view, ok := p.draw(fmt.Sprint("p", i), from, to, in.Columns); ok {
			v.Pictures = append(v.Pictures, view)
		}
	}
	if err := comparePage().Execute(w, v); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	return nil
}

// most is how many pictures stand side by side.
const most = 5

// Across is how many pictures stand in a row, so that rows are as full as one
// another and nothing is wider than the page.
func (in Comparison) Across() int {
	n := max(1, len(in.Columns))
	rows := (n + most - 1) / most
	return (n + rows - 1) / rows
}

// years are the first and the last of any curve.
func (in Comparison) years() (from, to int) {
	from, to = math.MaxInt, math.MinInt
	for _, p := range in.Panels {
		for _, s := range p.Curves {
			if n := len(s.Years); n > 0 {
				from, to = min(from, s.Years[0]), max(to, s.Years[n-1])
			}
		}
	}
	return from, to
}

// draw makes the pictures of a series, all to one scale.
func (p Panel) draw(id string, from, to int, names []string) (panelView, bool) {
	unit, by := series.Shown(p.Series.Unit)
	v := panelView{Title: p.Series.Title, Unit: unit, Meaning: sameLevel(meaning(p.Series))}
	top, some := 0.0, false
	for i, s := range p.Curves {
		c := &chart{ID: fmt.Sprintf("%s-%d", id, i), Series: p.Series.Name, Title: names[i], Unit: unit, Size: small, from: float64(from), to: float64(to + 1), scale: by}
		for k, year := range s.Years {
			at := moment(year, 0)
			c.sim = append(c.sim, dot{at, s.Middle[k] * by})
			c.seeds = append(c.seeds, reach{at, at, s.Middle[k] * by, s.Low[k] * by, s.High[k] * by})
			top = max(top, s.High[k]*by)
		}
		if c.empty() {
			c = nil
		}
		some = some || c != nil
		v.Charts = append(v.Charts, c)
	}
	for _, c := range v.Charts {
		if c != nil {
			c.top = top
		}
	}
	return v, some
}
