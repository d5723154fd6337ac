package report

import (
	"fmt"
	"html/template"
	"math"

	"gosplan/data"
	"gosplan/series"
	"gosplan/sheet"
)

// A toll is what a famine cost in the model and by the published estimates,
// in millions.
type toll struct {
	place, years       string
	model              deathCell
	value, least, most float64
}

// famineSums draws the sum of each famine over its years beside the range of
// published estimates, and says whose they are; "" where the run lived through
// none.
func (m *maker) famineSums(name string) (picture template.HTML, from []attribution) {
	var tolls []toll
	for _, table := range []string{"famine_deaths", "famine_deaths_regions"} {
		t := data.Find(table)
		if t == nil {
			continue
		}
		for _, p := range t.Points {
			if float64(p.From) < m.from || float64(p.Year) >= m.to {
				continue
			}
			where, of := series.Nation, episode{From: p.From, To: p.Year}
			if p.Region != "" {
				where = p.Region
			}
			if len(m.run.yearly(name, where)) == 0 {
				continue
			}
			in := toll{years: fmt.Sprintf("%d–%02d", p.From, p.Year%100), value: p.Value, least: p.Low, most: p.High}
			if p.Region != "" {
				in.place = region(p.Region)
			}
			in.model = m.dead(func(x index) float64 { return sum(x.yearly(name, where), of.has) })
			tolls = append(tolls, in)
		}
		from = attribute(from, published(name, t, 1))
	}
	if len(tolls) == 0 {
		return "", nil
	}
	return drawTolls(tolls), from
}

func drawTolls(tolls []toll) template.HTML {
	s := size{"medium", 640, 270, 46, 12, 24, 44}
	values := []float64{0}
	for _, t := range tolls {
		values = append(values, t.most, t.value, t.model.Value)
		if finite(t.model.High) {
			values = append(values, t.model.High)
		}
	}
	y, marks := sheet.Extent(values, 5)
	bottom := s.height - s.below
	y.From, y.To = bottom, s.above

	p := &sheet.Pen{}
	p.Open(`<svg class="chart %s" viewBox="0 0 %s %s" role="img" aria-label="Deaths from hunger in each famine, the model beside the range of published estimates">`, s.Name, sheet.Px(s.width), sheet.Px(s.height))
	step := 1.0
	if len(marks) > 1 {
		step = marks[1] - marks[0]
	}
	for _, v := range marks {
		p.Rule("grid", s.left, y.At(v), s.width-s.right, y.At(v))
		p.Text("tick", s.left-6, y.At(v)+4, "end", sheet.Label(v, step, y.Log))
	}
	p.Rule("axis", s.left, bottom, s.width-s.right, bottom)
	p.Text("unit", 2, s.above-9, "start", "million, sum over the years")

	room := (s.width - s.left - s.right) / float64(len(tolls))
	for i, t := range tolls {
		middle := s.left + room*(float64(i)+0.5)
		half := math.Min(room/4, 26)
		p.Rect("range", middle-half, y.At(t.most), 2*half, y.At(t.least)-y.At(t.most))
		if t.value > t.least && t.value < t.most {
			p.Rule("past", middle-half, y.At(t.value), middle+half, y.At(t.value))
		}
		if t.model.HasRange && t.model.High > t.model.Low {
			p.Rect("seeds", middle-5, y.At(t.model.High), 10, y.At(t.model.Low)-y.At(t.model.High))
		}
		p.Open(`<circle class="simdot" cx="%s" cy="%s" r="4"/>`, sheet.Px(middle), sheet.Px(y.At(t.model.Value)))
		p.Text("tick", middle, bottom+17, "middle", t.years)
		p.Text("tick", middle, bottom+33, "middle", t.place)
	}
	p.Raw("</svg>")
	return template.HTML(p.String())
}
