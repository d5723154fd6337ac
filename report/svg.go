package report

import (
	"html"
	"io"

	"gosplan/scenario"
	"gosplan/series"
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
	p := &pen{}
	p.open(`<svg xmlns="http://www.w3.org/2000/svg" class="chart wide" viewBox="0 0 %s %s" role="img" aria-labelledby="t">`,
		px(s.width+2*side), px(s.height+head+foot))
	p.open("<style>%s</style>", chartCSS)
	p.raw(hatch)
	p.rect("paper", 0, 0, s.width+2*side, s.height+head+foot)
	p.open(`<text id="t" class="title" x="%s" y="30">%s</text>`, px(side), html.EscapeString(c.Title))
	if c.Basis != "" {
		p.text("small-text", side, 47, "start", c.Basis)
	}
	p.open(`<g transform="translate(%s %s)">`, px(side), px(head))
	c.draw(p, "p")
	p.raw("</g>")
	c.legend(p, side+s.left, s.height+head+14)
	p.raw("</svg>\n")
	_, err := io.WriteString(w, p.String())
	return true, err
}

// hatch is the pattern of the range of estimates.
const hatch = `<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatchline" d="M0 0V5"/></pattern></defs>`

// legend names what the picture shows, in one line.
func (c *chart) legend(p *pen, x, y float64) {
	item := func(draw func(), words string) {
		draw()
		p.text("small-text", x+30, y+4, "start", words)
		x += 46 + textWidth(words, 11.5)
	}
	item(func() { p.rule("sim", x, y, x+24, y) }, "simulated")
	if len(c.seeds) > 0 {
		item(func() { p.rect("seeds", x, y-6, 24, 12) }, "spread over seeds")
	}
	if len(c.past) == 0 {
		return
	}
	item(func() {
		p.rule("past", x, y, x+24, y)
		p.open(`<circle class="dot" cx="%s" cy="%s" r="2.6"/>`, px(x+12), px(y))
	}, "historical")
	for _, r := range c.past {
		if r.high > r.low {
			item(func() { p.rect("range", x, y-6, 24, 12) }, "range of published estimates")
			return
		}
	}
}
