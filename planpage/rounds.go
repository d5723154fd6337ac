package planpage

import (
	"fmt"
	"html/template"
	"math"
	"strconv"
	"strings"

	"gosplan/plan"
	"gosplan/sheet"
)

// Sizes of the chart of rounds.
const (
	roundsWidth, roundsHeight                         = 960.0, 280.0
	roundsLeft, roundsRight, roundsAbove, roundsBelow = 62.0, 110.0, 26.0, 34.0
)

// drawRounds draws the largest and the mean imbalance over the rounds of an
// iterative procedure, on a logarithmic axis where they fall far.
func drawRounds(rounds []plan.Round) template.HTML {
	var values []float64
	for _, r := range rounds {
		for _, v := range []float64{r.Imbalance, r.Mean} {
			if v > 0 && !math.IsInf(v, 0) {
				values = append(values, 100*v)
			}
		}
	}
	if len(rounds) < 2 || len(values) < 2 {
		return ""
	}
	y, marks := sheet.Extent(values, 5)
	y.From, y.To = roundsHeight-roundsBelow, roundsAbove
	x := sheet.Scale{Low: 1, High: float64(len(rounds)), From: roundsLeft, To: roundsWidth - roundsRight}
	p := &sheet.Pen{}
	p.Open(`<svg class="chart wide" viewBox="0 0 %s %s" role="img" aria-label="Imbalance by round">`, sheet.Px(roundsWidth), sheet.Px(roundsHeight))
	drawMarks(p, y, marks, roundsLeft, roundsWidth-roundsRight)
	p.Text("unit", 2, 12, "start", "imbalance, % of what is used")
	_, turns := sheet.Extent([]float64{0, float64(len(rounds))}, 10)
	for _, turn := range turns {
		if k := max(1, turn); k == math.Trunc(k) && k <= x.High {
			p.Text("tick", x.At(k), roundsHeight-14, "middle", strconv.Itoa(int(k)))
		}
	}
	p.Text("small-text", roundsWidth-roundsRight+20, roundsHeight-14, "start", "round")
	largest := drawLine(p, "sim", x, y, rounds, func(r plan.Round) float64 { return 100 * r.Imbalance })
	mean := drawLine(p, "past", x, y, rounds, func(r plan.Round) float64 { return 100 * r.Mean })
	low := y.At(mean) + 4
	high := math.Min(y.At(largest)+4, low-14) // one label above the other
	p.Text("small-text", x.To+10, low, "start", "mean "+sheet.Number(mean)+" %")
	p.Text("small-text", x.To+10, high, "start", "largest "+sheet.Number(largest)+" %")
	p.Raw("</svg>")
	return template.HTML(p.String())
}

// drawLine draws a curve over the rounds and returns its last value.
func drawLine(p *sheet.Pen, class string, x, y sheet.Scale, rounds []plan.Round, of func(plan.Round) float64) float64 {
	var path strings.Builder
	last := y.Low
	for k, r := range rounds {
		v := of(r)
		if math.IsNaN(v) || math.IsInf(v, 0) || y.Log && v <= 0 {
			continue
		}
		letter := "L"
		if path.Len() == 0 {
			letter = "M"
		}
		fmt.Fprintf(&path, "%s%s %s", letter, sheet.Px(x.At(float64(k+1))), sheet.Px(y.At(v)))
		last = v
	}
	p.Path(class, path.String(), false)
	return last
}
