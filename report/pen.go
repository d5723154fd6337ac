package report

import (
	"fmt"
	"strings"

	"gosplan/sheet"
)

// near is the gap in years up to which two historical figures are joined by
// a dotted line; figures a year apart or less are joined by a full one.
const near = 5

// drawSeeds is the band that holds the middle 80 % of the runs.
func (c *chart) drawSeeds(p *sheet.Pen) {
	for _, part := range joined(c.seeds, 1) {
		p.Path("seeds", c.band(part), true)
	}
}

// drawPast is the historical record: a hatched band or whiskers for the range
// of estimates, a thin line and dots for the figures.
func (c *chart) drawPast(p *sheet.Pen) {
	for _, part := range joined(c.past, 1) {
		if len(part) > 3 {
			p.Path("range", c.band(part), true)
			continue
		}
		for _, r := range part {
			if r.high > r.low && r.since < r.at {
				p.Path("range", c.band([]reach{{at: r.since, low: r.low, high: r.high}, r}), true)
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
		piece := fmt.Sprintf("M%s %sL%s %s", sheet.Px(c.x.At(last.at)), sheet.Px(c.y.At(last.v)), sheet.Px(c.x.At(r.at)), sheet.Px(c.y.At(r.v)))
		switch gap := r.since - last.at; {
		case r.since < r.at:
			full.WriteString(fmt.Sprintf("M%s %sH%s", sheet.Px(c.x.At(r.since)), sheet.Px(c.y.At(r.v)), sheet.Px(c.x.At(r.at))))
		case gap <= 1.01:
			full.WriteString(piece)
		case gap <= near:
			dotted.WriteString(piece)
		}
	}
	p.Path("past", full.String(), false)
	p.Path("past dotted", dotted.String(), false)

	radius := 2.6
	if len(c.past) > 40 || c.Size == small {
		radius = 1.7
	}
	for _, r := range c.past {
		if r.since < r.at {
			continue
		}
		p.Open(`<circle class="dot" cx="%s" cy="%s" r="%s"/>`, sheet.Px(c.x.At(r.at)), sheet.Px(c.y.At(r.v)), sheet.Px(radius))
	}
}

func (c *chart) whisker(p *sheet.Pen, r reach) {
	x, low, high := c.x.At(r.at), c.y.At(r.low), c.y.At(r.high)
	p.Open(`<path class="whisker" d="M%s %sV%sM%s %sh6M%s %sh6"/>`,
		sheet.Px(x), sheet.Px(low), sheet.Px(high), sheet.Px(x-3), sheet.Px(low), sheet.Px(x-3), sheet.Px(high))
}

// line is the path through dots.
func (c *chart) line(dots []dot) string {
	var b strings.Builder
	for i, d := range dots {
		b.WriteByte("LM"[btoi(i == 0)])
		b.WriteString(sheet.Px(c.x.At(d.at)) + " " + sheet.Px(c.y.At(d.v)))
	}
	return b.String()
}

// middle is the path through the middle of ranges.
func (c *chart) middle(part []reach) string {
	dots := make([]dot, len(part))
	for i, r := range part {
		dots[i] = dot{r.at, r.v}
	}
	return c.line(dots)
}

// band is the path around a range.
func (c *chart) band(part []reach) string {
	var b strings.Builder
	for i, r := range part {
		b.WriteByte("LM"[btoi(i == 0)])
		b.WriteString(sheet.Px(c.x.At(r.at)) + " " + sheet.Px(c.y.At(r.high)))
	}
	for i := len(part) - 1; i >= 0; i-- {
		b.WriteString("L" + sheet.Px(c.x.At(part[i].at)) + " " + sheet.Px(c.y.At(part[i].low)))
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

// yearStep is how far apart year marks stand.
func yearStep(years, room float64) int {
	for _, step := range []int{1, 2, 5, 10, 20} {
		if room*float64(step)/years >= 44 {
			return step
		}
	}
	return 50
}
