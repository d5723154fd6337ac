package planpage

import (
	"fmt"
	"html"
	"html/template"
	"math"

	"gosplan/plan"
	"gosplan/sheet"
)

// A small is one small chart of columns by period.
type small struct {
	Title, Unit, Says string
	Picture           template.HTML
}

// Sizes of a small chart, and how many there are at most.
const (
	smallWidth, smallHeight                       = 240.0, 150.0
	smallLeft, smallRight, smallAbove, smallBelow = 44.0, 6.0, 12.0, 22.0
	mostSmalls                                    = 12
)

// A column is what happens to a product in one period.
type column struct {
	name      string
	met, made float64 // final needs that are met; gross output
	wanted    float64
	short     bool
	detail    string
}

// byPeriod draws the products with the largest shortfalls, then those with the
// largest flow of value, period by period.
func byPeriod(in Input, heaviest []int) []small {
	if len(in.Table.Periods) < 2 {
		return nil
	}
	var out []small
	for _, i := range heaviest[:min(mostSmalls, len(heaviest))] {
		var columns []column
		least, worst := math.Inf(1), ""
		for period, u := range in.Summary.Products {
			met := math.Max(0, u.Wanted[i]-u.Short[i])
			c := column{name: plan.PeriodName(in.Table, period), met: met, made: u.Made[i], wanted: u.Wanted[i], short: u.Short[i] > lack*u.Wanted[i]}
			c.detail = fmt.Sprintf("%s: made %s, final needs met %s of %s", c.name, sheet.Number(u.Made[i]), sheet.Number(met), sheet.Number(u.Wanted[i]))
			if share := met / u.Wanted[i]; u.Wanted[i] > 0 && share < least {
				least, worst = share, c.name
			}
			columns = append(columns, c)
		}
		s := small{Title: in.Table.Product(i), Unit: in.Table.UnitOf(i), Picture: drawColumns(in.Table.Product(i), columns)}
		if least < 1-lack {
			s.Says = fmt.Sprintf("%s %% of the need is met in %s.", sheet.Number(100*least), worst)
		}
		out = append(out, s)
	}
	return out
}

// lack is the share of a need from which on it counts as not met.
const lack = 1e-6

// priceOf is a product's price, 1 where the plan has none.
func priceOf(p *plan.Plan, period, product int) float64 {
	if period >= len(p.Price) || len(p.Price[period]) == 0 {
		return 1
	}
	return p.Price[period][product]
}

func drawColumns(title string, columns []column) template.HTML {
	values := []float64{0}
	for _, c := range columns {
		values = append(values, c.made, c.wanted, c.met)
	}
	y, marks := sheet.Extent(values, 3)
	y.From, y.To = smallHeight-smallBelow, smallAbove
	p := &sheet.Pen{}
	p.Open(`<svg class="chart small" viewBox="0 0 %s %s" role="img" aria-label="%s by period">`, sheet.Px(smallWidth), sheet.Px(smallHeight), html.EscapeString(title))
	drawMarks(p, y, marks, smallLeft, smallWidth-smallRight)
	step := (smallWidth - smallLeft - smallRight) / float64(len(columns))
	every := int(math.Ceil(34 / step))
	for k, c := range columns {
		x, base := smallLeft+step*float64(k), y.At(0)
		p.Open("<g><title>%s</title>", html.EscapeString(c.detail))
		p.Rect("ghost", x+step*0.14, y.At(c.made), step*0.72, base-y.At(c.made))
		p.Rect("full", x+step*0.26, y.At(c.met), step*0.48, base-y.At(c.met))
		if c.short {
			p.Rect("lack", x+step*0.26, y.At(c.wanted), step*0.48, y.At(c.met)-y.At(c.wanted))
		}
		p.Raw("</g>")
		if k%every == 0 {
			p.Text("tick", x+step/2, smallHeight-6, "middle", c.name)
		}
	}
	p.Raw("</svg>")
	return template.HTML(p.String())
}

// drawMarks draws the value axis with its grid.
func drawMarks(p *sheet.Pen, y sheet.Scale, marks []float64, left, right float64) {
	step := 1.0
	if len(marks) > 1 {
		step = marks[1] - marks[0]
	}
	for _, m := range marks {
		p.Rule("grid", left, y.At(m), right, y.At(m))
		p.Text("tick", left-5, y.At(m)+4, "end", short(m, step, y.Log))
	}
	p.Rule("axis", left, y.From, right, y.From)
}

// short writes a mark in few letters: two million as 2 M.
func short(v, step float64, log bool) string {
	for _, unit := range []struct {
		size float64
		name string
	}{{1e12, " T"}, {1e9, " G"}, {1e6, " M"}, {1e3, " k"}} {
		if !log && math.Abs(v) >= max(unit.size, 1e4) {
			return sheet.Label(v/unit.size, step/unit.size, false) + unit.name
		}
	}
	return sheet.Label(v, step, log)
}
