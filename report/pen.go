package report

import (
	"fmt"
	"html"
	"strconv"
	"strings"
	"unicode/utf8"
)

// near is the gap in years up to which two historical figures are joined by
// a dotted line; figures a year apart or less are joined by a full one.
const near = 5

// drawSeeds is the band between the least and the greatest run.
func (c *chart) drawSeeds(p *pen) {
	for _, part := range joined(c.seeds, 1) {
		p.path("seeds", c.band(part), true)
	}
}

// drawPast is the historical record: a hatched band or whiskers for the range
// of estimates, a thin line and dots for the figures.
func (c *chart) drawPast(p *pen) {
	for _, part := range joined(c.past, 1) {
		if len(part) > 3 {
			p.path("range", c.band(part), true)
			continue
		}
		for _, r := range part {
			if r.high > r.low && r.since < r.at {
				p.path("range", c.band([]reach{{at: r.since, low: r.low, high: r.high}, r}), true)
			} else if r.high > r.low {
				c.whisker(p, r)
			}
		}
	}

	var full, dotted strings.Builder
	for i, r := range c.past {
		last := r
		if i > 0 {
			last = c.past[i-1]
		}
		piece := fmt.Sprintf("M%s %sL%s %s", px(c.x.at(last.at)), px(c.y.at(last.v)), px(c.x.at(r.at)), px(c.y.at(r.v)))
		switch gap := r.since - last.at; {
		case r.since < r.at:
			full.WriteString(fmt.Sprintf("M%s %sH%s", px(c.x.at(r.since)), px(c.y.at(r.v)), px(c.x.at(r.at))))
		case gap <= 1.01:
			full.WriteString(piece)
		case gap <= near:
			dotted.WriteString(piece)
		}
	}
	p.path("past", full.String(), false)
	p.path("past dotted", dotted.String(), false)

	radius := 2.6
	if len(c.past) > 40 || c.Size == small {
		radius = 1.7
	}
	for _, r := range c.past {
		if r.since < r.at {
			continue
		}
		p.open(`<circle class="dot" cx="%s" cy="%s" r="%s"/>`, px(c.x.at(r.at)), px(c.y.at(r.v)), px(radius))
	}
}

func (c *chart) whisker(p *pen, r reach) {
	x, low, high := c.x.at(r.at), c.y.at(r.low), c.y.at(r.high)
	p.open(`<path class="whisker" d="M%s %sV%sM%s %sh6M%s %sh6"/>`,
		px(x), px(low), px(high), px(x-3), px(low), px(x-3), px(high))
}

// line is the path through dots.
func (c *chart) line(dots []dot) string {
	var b strings.Builder
	for i, d := range dots {
		b.WriteByte("LM"[btoi(i == 0)])
		b.WriteString(px(c.x.at(d.at)) + " " + px(c.y.at(d.v)))
	}
	return b.String()
}

// band is the path around a range.
func (c *chart) band(part []reach) string {
	var b strings.Builder
	for i, r := range part {
		b.WriteByte("LM"[btoi(i == 0)])
		b.WriteString(px(c.x.at(r.at)) + " " + px(c.y.at(r.high)))
	}
	for i := len(part) - 1; i >= 0; i-- {
		b.WriteString("L" + px(c.x.at(part[i].at)) + " " + px(c.y.at(part[i].low)))
	}
	return b.String() + "Z"
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// runs cuts a curve where values are missing.
func runs(dots []dot) [][]dot {
	var out [][]dot
	open := false
	for i, d := range dots {
		if !finite(d.v) || i > 0 && d.at-dots[i-1].at > 1.01 {
			open = false
		}
		if !finite(d.v) {
			continue
		}
		if !open {
			out, open = append(out, nil), true
		}
		out[len(out)-1] = append(out[len(out)-1], d)
	}
	return out
}

// joined cuts ranges where more than gap years lie between them.
func joined(in []reach, gap float64) [][]reach {
	var out [][]reach
	for i, r := range in {
		if i == 0 || r.at-in[i-1].at > gap+0.01 {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], r)
	}
	return out
}

// A pen writes SVG.
type pen struct{ strings.Builder }

func (p *pen) raw(s string) { p.WriteString(s) }

func (p *pen) open(format string, args ...any) { fmt.Fprintf(p, format, args...) }

func (p *pen) path(class, d string, closed bool) {
	if d == "" {
		return
	}
	fill := ` fill="none"`
	if closed {
		fill = ""
	}
	p.open(`<path class="%s" d="%s"%s/>`, class, d, fill)
}

func (p *pen) rect(class string, x, y, width, height float64) {
	p.open(`<rect class="%s" x="%s" y="%s" width="%s" height="%s"/>`, class, px(x), px(y), px(width), px(height))
}

func (p *pen) rule(class string, x1, y1, x2, y2 float64) {
	p.open(`<path class="%s" d="M%s %sL%s %s"/>`, class, px(x1), px(y1), px(x2), px(y2))
}

func (p *pen) text(class string, x, y float64, anchor, words string) {
	p.open(`<text class="%s" x="%s" y="%s" text-anchor="%s">%s</text>`, class, px(x), px(y), anchor, html.EscapeString(words))
}

// px writes a length with a tenth of a pixel.
func px(v float64) string {
	s := strconv.FormatFloat(v, 'f', 1, 64)
	s = strings.TrimSuffix(s, ".0")
	if s == "-0" {
		return "0"
	}
	return s
}

// textWidth guesses how wide words are in a sans-serif of this size.
func textWidth(words string, points float64) float64 {
	return 0.54 * points * float64(utf8.RuneCountInString(words))
}
