package report

import (
	"fmt"
	"html/template"
	"math"
	"slices"
	"strings"

	"gosplan/series"
	"gosplan/sheet"
)

// A chart is one picture of one series at one place.
type chart struct {
	ID, Series, Title, Unit, Basis, Meaning string
	Status                                  series.Status
	Sources                                 []attribution
	Notes                                   []string // of what run and record count
	Asides                                  []aside
	Size                                    size

	from, to float64 // years at the ends of the time axis
	sim      []dot
	faint    []dot   // the quarters behind a line of yearly means
	seeds    []reach // spread of the runs around their median
	median   bool    // is drawn, where the line is one of the runs
	past     []reach
	eras     []span
	shaded   []span  // wars, or years that somebody asks about
	scale    float64 // by which values were multiplied to be in Unit
	top      float64 // a value the axis must reach, so that neighbours compare
	peak     dot     // the largest of values that the axis leaves out
	most     float64 // above which it leaves them out, 0 where it leaves out none

	x, y  sheet.Scale
	marks []float64
}

// A span of time with a name.
type span struct {
	from, to float64
	name     string
}

// A size of picture; what lies outside the plot holds the labels.
type size struct {
	Name                      string
	width, height             float64
	left, right, above, below float64
}

var (
	wide   = size{"wide", 960, 352, 50, 14, 46, 26}
	medium = size{"medium", 460, 236, 46, 12, 24, 24}
	small  = size{"small", 240, 164, 38, 8, 24, 24}
)

// ShortBasis is the name of the price basis; the page explains it in full
// under its wide charts and at its end.
func (c *chart) ShortBasis() string {
	name, _, _ := strings.Cut(c.Basis, ": ")
	return name
}

// Wide says that the picture is as wide as the page.
func (c *chart) Wide() bool { return c.Size == wide }

// empty says that the run has nothing to show here.
func (c *chart) empty() bool {
	for _, d := range c.sim {
		if finite(d.v) {
			return false
		}
	}
	return true
}

// still says that the run and all others are zero throughout, and that no
// record says otherwise.
func (c *chart) still() bool {
	for _, d := range c.sim {
		if d.v != 0 && finite(d.v) {
			return false
		}
	}
	return len(c.past)+len(c.Asides) == 0 &&
		!slices.ContainsFunc(c.seeds, func(r reach) bool { return r.low != 0 || r.high != 0 })
}

const (
	usual  = 0.9 // of the values an axis holds in any case
	beyond = 3.0 // times these the axis holds too
)

// cutPeaks leaves out of the axis the few values of a quotient that lie far
// above all others, as where what it is over has all but vanished. Parts of a
// whole, sums and counts keep their peaks.
func (c *chart) cutPeaks() {
	if !strings.HasPrefix(c.Unit, "%") && c.Unit != "ratio" {
		return
	}
	var values []float64
	for _, d := range c.sim {
		if finite(d.v) {
			values = append(values, d.v)
		}
	}
	for _, r := range c.past {
		values = append(values, r.high)
	}
	if len(values) == 0 {
		return
	}
	slices.Sort(values)
	most := beyond * values[int(usual*float64(len(values)-1))]
	for _, d := range c.sim {
		if finite(d.v) && d.v > max(most, c.peak.v) {
			c.peak = d
		}
	}
	whole := strings.HasPrefix(c.Unit, "%") && c.peak.v <= 100
	if most > 0 && c.peak.v > most && !whole {
		c.most = most
		c.Notes = append(c.Notes, fmt.Sprintf("The axis leaves out the peak of %s in %.0f.", sheet.Number(c.peak.v), math.Floor(c.peak.at)))
	}
}

// fit chooses the axes.
func (c *chart) fit() {
	s := c.Size
	values := []float64{}
	within := func(at float64) bool { return at >= c.from && at <= c.to }
	for _, d := range c.sim {
		if within(d.at) {
			values = append(values, d.v)
		}
	}
	for _, r := range append(append([]reach{}, c.seeds...), c.past...) {
		if within(r.at) {
			values = append(values, r.low, r.high)
		}
	}
	for _, a := range c.Asides {
		for _, d := range a.dots {
			if within(d.at) {
				values = append(values, d.v)
			}
		}
	}
	if c.top > 0 {
		values = append(values, 0, c.top)
	}
	if c.most > 0 {
		values = slices.DeleteFunc(values, func(v float64) bool { return v > c.most })
	}

	ticks := 5
	if s == small {
		ticks = 3
	}
	c.y, c.marks = sheet.Extent(values, ticks)
	if c.y.Log && (strings.HasPrefix(c.Unit, "%") || strings.HasPrefix(c.Unit, "index") || strings.HasSuffix(c.Unit, "= 100")) {
		c.y, c.marks = sheet.Extent(append(values, 0), ticks) // a share next to nothing is nothing, and branches compare
	}
	c.y.From, c.y.To = s.height-s.below, s.above
	c.x = sheet.Scale{Low: c.from, High: c.to, From: s.left, To: s.width - s.right}
}

// Picture draws the chart as a figure of a page.
func (c *chart) Picture() template.HTML {
	c.fit()
	p := &sheet.Pen{}
	s := c.Size
	p.Open(`<svg class="chart %s" viewBox="0 0 %s %s" role="img" aria-labelledby="%s-t">`,
		s.Name, sheet.Px(s.width), sheet.Px(s.height), c.ID)
	c.draw(p, c.ID)
	p.Raw("</svg>")
	return template.HTML(p.String())
}

// draw puts everything inside the svg element.
func (c *chart) draw(p *sheet.Pen, id string) {
	s := c.Size
	p.Open(`<clipPath id="%s-c"><rect x="%s" y="%s" width="%s" height="%s"/></clipPath>`, id,
		sheet.Px(s.left), sheet.Px(s.above-2), sheet.Px(s.width-s.left-s.right), sheet.Px(s.height-s.above-s.below+4))
	c.drawTime(p)
	c.drawAxes(p)
	p.Open(`<g clip-path="url(#%s-c)">`, id)
	c.drawSeeds(p)
	c.drawPast(p)
	for _, a := range c.Asides {
		for _, part := range runs(a.dots) {
			p.Path("aside", c.line(part), false)
		}
	}
	if c.median {
		for _, part := range joined(c.seeds, 1) {
			p.Path("median", c.middle(part), false)
		}
	}
	for _, part := range runs(c.faint) {
		p.Path("faint", c.line(part), false)
	}
	for _, part := range runs(c.sim) {
		if len(part) == 1 {
			p.Open(`<circle class="simdot" cx="%s" cy="%s" r="2.2"/>`, sheet.Px(c.x.At(part[0].at)), sheet.Px(c.y.At(part[0].v)))
			continue
		}
		p.Path("sim", c.line(part), false)
	}
	p.Raw("</g>")
}

// drawTime shades eras and years and names them where there is room.
func (c *chart) drawTime(p *sheet.Pen) {
	s := c.Size
	bottom := s.height - s.below
	for i, e := range c.eras {
		from, to, ok := c.cut(e)
		if !ok {
			continue
		}
		if i%2 == 1 {
			p.Rect("era", from, s.above, to-from, bottom-s.above)
		}
		if i > 0 && from > s.left {
			p.Rule("eraline", from, s.above, from, bottom)
		}
	}
	for _, w := range c.shaded {
		if from, to, ok := c.cut(w); ok {
			p.Rect("war", from, s.above, to-from, bottom-s.above)
		}
	}
	if s != wide {
		return
	}
	c.nameEras(p)
	for _, w := range c.shaded {
		if from, to, ok := c.cut(w); ok && to-from > 20 {
			p.Text("warname", (from+to)/2, s.above+13, "middle", w.name)
		}
	}
}

// nameEras writes the names of eras over the plot: in the middle of an era
// that is long enough, else from its beginning on, in the lower or the upper
// line, whichever is free; at the right end of the plot up to its edge.
func (c *chart) nameEras(p *sheet.Pen) {
	type name struct{ from, to, line float64 }
	var taken []name
	free := func(n name) bool {
		return n.to <= c.Size.width && !slices.ContainsFunc(taken, func(t name) bool {
			return t.line == n.line && n.from < t.to+6 && t.from < n.to+6
		})
	}
	put := func(n name, words string) {
		taken = append(taken, n)
		p.Text("eraname", n.from, c.Size.above-n.line, "start", words)
	}

	const points, low, high = 11, 6, 19
	var short []span
	for _, e := range c.eras {
		from, to, ok := c.cut(e)
		room := to - from - sheet.TextWidth(e.name, points)
		switch {
		case ok && room > -3:
			put(name{from + room/2, to - room/2, low}, e.name)
		case ok:
			short = append(short, e)
		}
	}
	for _, e := range short {
		from, _, _ := c.cut(e)
		length := sheet.TextWidth(e.name, points)
		from = math.Min(from, c.Size.width-length)
		for _, line := range []float64{low, high} {
			if n := (name{from, from + length, line}); free(n) {
				put(n, e.name)
				break
			}
		}
	}
}

// cut is where a span lies in the picture.
func (c *chart) cut(e span) (from, to float64, ok bool) {
	low, high := math.Max(e.from, c.from), math.Min(e.to, c.to)
	return c.x.At(low), c.x.At(high), high > low
}

// drawAxes draws the grid, its labels and the unit.
func (c *chart) drawAxes(p *sheet.Pen) {
	s := c.Size
	bottom := s.height - s.below
	step := 1.0
	if len(c.marks) > 1 {
		step = c.marks[1] - c.marks[0]
	}
	for _, m := range c.marks {
		y := c.y.At(m)
		p.Rule("grid", s.left, y, s.width-s.right, y)
		p.Text("tick", s.left-6, y+4, "end", sheet.Label(m, step, c.y.Log))
	}
	p.Rule("axis", s.left, bottom, s.width-s.right, bottom)

	every := yearStep(c.to-c.from, s.width-s.left-s.right)
	first := int(math.Ceil(c.from/float64(every))) * every
	for year := first; float64(year) < c.to; year += every {
		x := c.x.At(float64(year) + 0.5)
		p.Rule("axis", x, bottom, x, bottom+4)
		p.Text("tick", x, bottom+17, "middle", fmt.Sprint(year))
	}

	unit := c.Unit
	switch {
	case c.y.Log:
		unit += ", logarithmic scale"
	case c.y.Low > 0 || c.y.High < 0:
		unit += ", not from 0"
		p.Open(`<path class="break" d="M%s %sl-4 3l8 4l-4 3"/>`, sheet.Px(s.left), sheet.Px(bottom-12))
	}
	if c.most > 0 {
		x, anchor := c.x.At(c.peak.at)+5, "start"
		if x > s.width/2 {
			x, anchor = x-10, "end"
		}
		p.Text("cut", x, s.above+10, anchor, fmt.Sprintf("↑ %s in %.0f", sheet.Number(c.peak.v), math.Floor(c.peak.at)))
	}
	up := 9.0
	if s == wide && len(c.eras) > 0 {
		up = 34
	}
	p.Text("unit", 2, s.above-up, "start", unit)
}
