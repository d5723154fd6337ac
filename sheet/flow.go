package sheet

import (
	"cmp"
	"fmt"
	"html"
	"html/template"
	"math"
	"slices"
)

// A Flow is an amount that goes from one thing to another.
type Flow struct {
	From, To string
	Value    float64
	Unit     string

	// Columns of the two, where the drawer of a flow knows them; where all are
	// 0 levels finds them.
	FromColumn, ToColumn int
}

// A knot is a bar of the flow diagram: everything that enters or leaves a
// thing, at one level.
type knot struct {
	name           string
	level          int
	in, out        float64
	x, y, height   float64
	inUsed, outUse float64
}

func (k *knot) through() float64 { return math.Max(k.in, k.out) }

// A ribbon joins two knots.
type ribbon struct {
	from, to *knot
	Flow
}

// Sizes of the flow diagram.
const (
	flowWidth, flowBar, flowGap = 960.0, 11.0, 12.0
	flowLeastName, flowMostName = 90.0, 260.0
	flowHeightPerKnot           = 46.0
	flowPoints                  = 13.0 // a wide face is guessed wider than it may be
	flowLine                    = 17.0 // from one name to the next
	flowTwoLines                = 18.0 // height of a bar that has room for its name and its amount
)

// Flows draws a diagram for each unit.
func Flows(flows []Flow) []template.HTML {
	var units []string
	by := map[string][]Flow{}
	for _, f := range flows {
		if math.IsNaN(f.Value) || math.IsInf(f.Value, 0) || f.Value <= 0 {
			continue
		}
		if by[f.Unit] == nil {
			units = append(units, f.Unit)
		}
		by[f.Unit] = append(by[f.Unit], f)
	}
	var out []template.HTML
	for _, u := range units {
		out = append(out, drawFlow(by[u]))
	}
	return out
}

// levels puts every name as far right as its longest way from a source, and
// what gives nothing on at the right end, where there is room for its name. It
// reports false when goods flow in a circle.
func levels(flows []Flow) (map[string]int, bool) {
	level := map[string]int{}
	gives := map[string]bool{}
	for _, f := range flows {
		gives[f.From] = true
	}
	for range len(flows) + 1 {
		moved := false
		for _, f := range flows {
			if level[f.To] <= level[f.From] {
				level[f.To] = level[f.From] + 1
				moved = true
			}
		}
		if !moved {
			last := 0
			for _, at := range level {
				last = max(last, at)
			}
			for _, f := range flows {
				if !gives[f.To] {
					level[f.To] = last
				}
			}
			return level, true
		}
	}
	return nil, false
}

// knots makes the bars and ribbons. In a circle of flows every name has two
// bars, one at the left where it gives and one at the right where it takes.
func knots(flows []Flow) (bars []*knot, ribbons []ribbon, last int) {
	level, straight := levels(flows)
	placed := slices.ContainsFunc(flows, func(f Flow) bool { return f.ToColumn > 0 })
	known := map[string]*knot{}
	get := func(name string, level int) *knot {
		key := fmt.Sprint(level, " ", name)
		if known[key] == nil {
			known[key] = &knot{name: name, level: level}
			bars = append(bars, known[key])
		}
		last = max(last, level)
		return known[key]
	}
	for _, f := range flows {
		from, to := 0, 1
		switch {
		case placed:
			from, to = f.FromColumn, f.ToColumn
		case straight:
			from, to = level[f.From], level[f.To]
		}
		r := ribbon{get(f.From, from), get(f.To, to), f}
		r.from.out += f.Value
		r.to.in += f.Value
		ribbons = append(ribbons, r)
	}
	return bars, ribbons, last
}

// drawFlow lays the bars out in columns and draws the ribbons between them.
func drawFlow(flows []Flow) template.HTML {
	bars, ribbons, last := knots(flows)
	column := make([][]*knot, last+1)
	for _, k := range bars {
		column[k.level] = append(column[k.level], k)
	}
	most, heaviest := 0, 0.0
	for _, c := range column {
		weight := 0.0
		for _, k := range c {
			weight += k.through()
		}
		most, heaviest = max(most, len(c)), math.Max(heaviest, weight)
	}
	height := math.Max(220, flowHeightPerKnot*float64(most))
	scale := (height - 30 - flowLine*float64(most-1)) / heaviest
	names := nameRoom(bars, last)
	arrange(column, ribbons, scale, height, names)

	p := &Pen{}
	p.Open(`<svg class="chart flowchart" viewBox="0 0 %s %s" role="img" aria-label="Flows in %s">`,
		Px(flowWidth), Px(height), html.EscapeString(flows[0].Unit))
	for _, r := range ribbons {
		thick := math.Max(0.6, r.Value*scale)
		y1, y2 := r.from.y+r.from.outUse*scale+thick/2, r.to.y+r.to.inUsed*scale+thick/2
		r.from.outUse += r.Value
		r.to.inUsed += r.Value
		x1, x2 := r.from.x+flowBar, r.to.x
		mid := (x1 + x2) / 2
		h := thick / 2
		p.Open(`<path class="flow" d="M%s %sC%s %s %s %s %s %sV%sC%s %s %s %s %s %sZ"><title>%s → %s: %s %s</title></path>`,
			Px(x1), Px(y1-h), Px(mid), Px(y1-h), Px(mid), Px(y2-h), Px(x2), Px(y2-h), Px(y2+h),
			Px(mid), Px(y2+h), Px(mid), Px(y1+h), Px(x1), Px(y1+h),
			html.EscapeString(r.From), html.EscapeString(r.To), Number(r.Value), html.EscapeString(r.Unit))
	}
	for _, k := range bars {
		p.Open(`<rect class="node" x="%s" y="%s" width="%s" height="%s"><title>%s: %s</title></rect>`,
			Px(k.x), Px(k.y), Px(flowBar), Px(math.Max(1, k.height)), html.EscapeString(k.name), Number(k.through()))
		x, anchor := k.x+flowBar+6, "start"
		if k.level == 0 {
			x, anchor = k.x-6, "end"
		}
		amount := Number(k.through())
		if k.height < flowTwoLines { // one line, so that thin bars keep out of each other's way
			p.Open(`<text class="nodename" x="%s" y="%s" text-anchor="%s">%s <tspan class="amount">%s</tspan></text>`,
				Px(x), Px(k.y+k.height/2+4), anchor, html.EscapeString(Fit(k.name, names-TextWidth(amount, flowPoints)-12, flowPoints)), amount)
			continue
		}
		p.Text("nodename", x, k.y+k.height/2-2, anchor, Fit(k.name, names-8, flowPoints))
		p.Text("small-text", x, k.y+k.height/2+12, anchor, amount)
	}
	p.Raw("</svg>")
	return template.HTML(p.String())
}

// nameRoom is the room that names need at the left and at the right.
func nameRoom(bars []*knot, last int) float64 {
	room := flowLeastName
	for _, k := range bars {
		if k.level == 0 || k.level == last {
			room = math.Max(room, TextWidth(k.name, flowPoints)+TextWidth(Number(k.through()), flowPoints)+18)
		}
	}
	return math.Min(room, flowMostName)
}

// arrange gives every bar its position; bars stand near the bars they are fed
// from, and ribbons leave and enter in the order in which they lie.
func arrange(column [][]*knot, ribbons []ribbon, scale, height, names float64) {
	room := flowWidth - 2*names - flowBar
	for level, c := range column {
		if level > 0 {
			near := func(k *knot) float64 {
				sum, n := 0.0, 0.0
				for _, r := range ribbons {
					if r.to == k {
						sum, n = sum+r.Value*(r.from.y+r.from.height/2), n+r.Value
					}
				}
				if n == 0 {
					return 0
				}
				return sum / n
			}
			slices.SortStableFunc(c, func(a, b *knot) int { return cmp.Compare(near(a), near(b)) })
		}
		total := -flowGap
		for _, k := range c {
			k.height = k.through() * scale
			total += math.Max(flowLine, k.height+flowGap)
		}
		y := math.Max(8, (height-total)/2)
		for _, k := range c {
			k.x = names + room*float64(level)/math.Max(1, float64(len(column)-1))
			k.y = y
			y += math.Max(flowLine, k.height+flowGap)
		}
	}
	slices.SortStableFunc(ribbons, func(a, b ribbon) int {
		if a.from != b.from {
			return cmp.Compare(a.from.y, b.from.y)
		}
		return cmp.Compare(a.to.y, b.to.y)
	})
}
