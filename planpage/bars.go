package planpage

import (
	"html"
	"html/template"
	"math"

	"gosplan/sheet"
)

// A bar is one line of a bar chart.
type bar struct {
	name   string
	value  float64 // its length
	ghost  float64 // a fainter length behind it, 0 for none
	label  string  // after the bar
	detail string  // where the pointer rests
	bad    bool
}

// Sizes of a bar chart.
const (
	barsWidth, barRow, barThick = 800.0, 27.0, 15.0
	barNames, barLabels         = 230.0, 210.0 // room for names at most, and for labels
	barPoints                   = 12.5
)

// drawBars draws lines under one another, all to one scale from zero.
func drawBars(title string, bars []bar) template.HTML {
	if len(bars) == 0 {
		return ""
	}
	most := 0.0
	for _, b := range bars {
		most = math.Max(most, math.Max(b.value, b.ghost))
	}
	if most == 0 {
		return ""
	}
	names := 0.0
	for _, b := range bars {
		names = math.Max(names, math.Min(barNames, sheet.TextWidth(b.name, barPoints)+14))
	}
	p := &sheet.Pen{}
	height := barRow*float64(len(bars)) + 6
	p.Open(`<svg class="chart bars" viewBox="0 0 %s %s" role="img" aria-label="%s">`, sheet.Px(barsWidth), sheet.Px(height), html.EscapeString(title))
	room := barsWidth - names - barLabels
	for i, b := range bars {
		y := 4 + barRow*float64(i)
		middle := y + barThick/2 + 4.5
		p.Open("<g><title>%s</title>", html.EscapeString(b.detail))
		p.Text("nodename", names-10, middle, "end", sheet.Fit(b.name, names-14, barPoints))
		if b.ghost > 0 {
			p.Rect("ghost", names, y, math.Max(1, room*b.ghost/most), barThick)
		}
		class := "full"
		if b.bad {
			class = "lack"
		}
		length := math.Max(1, room*b.value/most)
		p.Rect(class, names, y, length, barThick)
		p.Text("small-text", names+math.Max(length, room*b.ghost/most)+8, middle, "start", b.label)
		p.Raw("</g>")
	}
	p.Rule("axis", names, 0, names, height)
	p.Raw("</svg>")
	return template.HTML(p.String())
}
