package planpage

import (
	"fmt"
	"html"
	"html/template"
	"math"
	"slices"
	"strings"

	"gosplan/production"
	"gosplan/sheet"
)

// Sizes of a picture of the inputs: so many cells a side at most.
const (
	spySide, spyCells, spyShades = 440.0, 88, 4
)

// From this share of all possible inputs on a table is too full to show them
// all; then those are shown that are a share of what goes into a technique.
const (
	spyFull  = 0.2
	spyLeast = 0.01
)

// Up to spyNamed products are named, in a margin of spyNames, in letters of
// spyPoints.
const spyNamed, spyNames, spyPoints = 24, 160.0, 15.0

// rounds of the reckoning of how far a product is from its use.
const upstreamRounds = 12

// drawSpy draws which products (down) go into which (across): the darker, the
// more of the places in a cell are taken. order says which product stands
// where; nil is the table's own order. least is the share of what goes into a
// technique, each product at its worth, from which on an input is drawn.
func drawSpy(t *production.Table, order []int, worth []float64, least float64, title string) template.HTML {
	cells := min(spyCells, t.N)
	place := make([]int, t.N)
	for at := range t.N {
		i := at
		if order != nil {
			i = order[at]
		}
		place[i] = at * cells / t.N
	}
	left := 1.0
	if t.N <= spyNamed {
		left = spyNames
	}
	p := &sheet.Pen{}
	p.Open(`<svg class="chart spy" viewBox="%s -1 %s %s" role="img" aria-label="%s">`, sheet.Px(-left), sheet.Px(spySide+left+1), sheet.Px(spySide+2), html.EscapeString(title))
	side := spySide / float64(cells)
	if t.N <= spyNamed {
		for i, at := range place {
			p.Text("nodename", -8, side*(float64(at)+0.5)+4, "end", sheet.Fit(t.Product(i), spyNames-10, spyPoints))
		}
	}
	p.Rect("frame", 0, 0, spySide, spySide)
	for k, path := range shades(countInputs(t, place, worth, least, cells), cells) {
		p.Path(fmt.Sprintf("cell shade%d", k+1), path, true)
	}
	p.Raw("</svg>")
	return template.HTML(p.String())
}

// countInputs counts the inputs that fall into each cell.
func countInputs(t *production.Table, place []int, worth []float64, least float64, cells int) []float64 {
	counts := make([]float64, cells*cells)
	for way, makes := range t.Makes {
		cols, amounts := t.Input.Row(way)
		total := 0.0
		for k, i := range cols {
			total += worth[i] * amounts[k]
		}
		for k, i := range cols {
			if worth[i]*amounts[k] >= least*total {
				counts[place[i]*cells+place[makes]]++
			}
		}
	}
	return counts
}

// shades are the paths of the cells, from the lightest to the darkest.
func shades(counts []float64, cells int) [spyShades]string {
	most := slices.Max(counts)
	side := spySide / float64(cells)
	gap := math.Min(1, side/6)
	var paths [spyShades]strings.Builder
	for k, n := range counts {
		if n == 0 {
			continue
		}
		shade := spyShades - 1
		if most > 1 {
			shade = min(shade, int(spyShades*math.Log1p(n-1)/math.Log(most)))
		}
		x, y := side*float64(k%cells), side*float64(k/cells)
		fmt.Fprintf(&paths[shade], "M%s %sh%sv%sh-%sz", sheet.Px(x), sheet.Px(y), sheet.Px(side-gap), sheet.Px(side-gap), sheet.Px(side-gap))
	}
	var out [spyShades]string
	for k := range paths {
		out[k] = paths[k].String()
	}
	return out
}

// fromRawToFinished orders products by how many steps they are from final
// use: u = 1 + S u, where S is the share of a product that goes into each
// other (Antràs et al. 2012), here by a few rounds.
func fromRawToFinished(t *production.Table, levels []float64) []int {
	used := make([]float64, t.N)
	eachInput(t, levels, func(i int32, _ int32, amount float64) { used[i] += amount })
	made := make([]float64, t.N)
	for way, makes := range t.Makes {
		if way < len(levels) {
			made[makes] += levels[way]
		}
	}
	steps, next := make([]float64, t.N), make([]float64, t.N)
	for range upstreamRounds {
		for i := range next {
			next[i] = 1
		}
		eachInput(t, levels, func(i, makes int32, amount float64) {
			if total := math.Max(made[i], used[i]); total > 0 {
				next[i] += amount / total * steps[makes]
			}
		})
		steps, next = next, steps
	}
	order := make([]int, t.N)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case steps[a] > steps[b]:
			return -1
		case steps[a] < steps[b]:
			return 1
		}
		return 0
	})
	return order
}

// eachInput visits what every technique uses up at its level.
func eachInput(t *production.Table, levels []float64, visit func(input, makes int32, amount float64)) {
	for way := range min(len(levels), t.Ways()) {
		if levels[way] == 0 {
			continue
		}
		cols, amounts := t.Input.Row(way)
		for k, i := range cols {
			visit(i, t.Makes[way], amounts[k]*levels[way])
		}
	}
}
