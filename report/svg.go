package report

import (
	"html"
	"io"

	"gosplan/scenario"
	"gosplan/series"
	"gosplan/sheet"
)

// A Picture is one chart to be drawn alone, for a README or a slide.
type Picture struct {
	Scenario *scenario.Scenario // for eras and wars; may be nil
	Log      *series.Log
	Others   []*series.Log
	History  []Published
	Place    string // "" means the whole country
}

// SVG draws a series as a picture that needs nothing else. It reports false,
// and writes nothing, if the log does not hold the series.
func SVG(w io.Writer, d *series.Definition, in Picture) (bool, error) {
	if d == nil || in.Log == nil {
		return false, nil
	}
	if in.Place == "" {
		in.Place = series.Nation
	}
	m := newMaker(Input{Scenario: in.Scenario, Log: in.Log, Others: in.Others, History: in.History})
	c := m.chart(d.Name, in.Place, wide)
	if c == nil {
		return false, nil
	}
	c.fit()

	const head, foot, side = 52.0, 34.0, 14.0
	s := c.Size
	p := &sheet.Pen{}
	p.Open(`<svg xmlns="http://www.w3.org/2000/svg" class="chart wide" viewBox="0 0 %s %s" role="img" aria-labelledby="t">`,
		sheet.Px(s.width+2*side), sheet.Px(s.height+head+foot))
	p.Open("<style>%s</style>", sheet.ChartCSS)
	p.Raw(hatch)
	p.Rect("paper", 0, 0, s.width+2*side, s.height+head+foot)
	p.Open(`<text id="t" class="title" x="%s" y="30">%s</text>`, sheet.Px(side), html.EscapeString(c.Title))
	if c.Basis != "" {
		p.Text("small-text", side, 47, "start", c.Basis)
	}
	p.Open(`<g transform="translate(%s %s)">`, sheet.Px(side), sheet.Px(head))
	c.draw(p, "p")
	p.Raw("</g>")
	c.legend(p, side+s.left, s.height+head+14)
	p.Raw("</svg>\n")
	_, err := io.WriteString(w, p.String())
	return true, err
}

// hatch is the pattern of the range of estimates.
const hatch = `<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatchline" d="M0 0V5"/></pattern></defs>`

// legend names what the picture shows, in one line.
func (c *chart) legend(p *sheet.Pen, x, y float64) {
	item := func(draw func(), words string) {
		draw()
		p.Text("small-text", x+30, y+4, "start", words)
		x += 46 + sheet.TextWidth(words, 11.5)
	}
	item(func() { p.Rule("sim", x, y, x+24, y) }, "simulated")
	if len(c.seeds) > 0 {
		item(func() { p.Rect("seeds", x, y-6, 24, 12) }, "spread over seeds")
	}
	if len(c.past) == 0 {
		return
	}
	item(func() {
		p.Rule("past", x, y, x+24, y)
		p.Open(`<circle class="dot" cx="%s" cy="%s" r="2.6"/>`, sheet.Px(x+12), sheet.Px(y))
	}, "historical")
	for _, r := range c.past {
		if r.high > r.low {
			item(func() { p.Rect("range", x, y-6, 24, 12) }, "range of published estimates")
			return
		}
	}
}
