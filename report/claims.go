package report

import (
	_ "embed"
	"fmt"
	"html"
	"html/template"
	"io"
	"math"
	"strings"
	"sync"

	"gosplan/series"
	"gosplan/sheet"
)

// A ClaimsPage is a page of claims with a picture for every test that ran.
type ClaimsPage struct {
	Title, Text, Command string
	Counted, Missed      string // how many claims came to what, and how many verdicts the record puts in doubt
	Counts               []ClaimCount
	Note                 string // what a reader must know first, "" if nothing
	Theories             string // which short name stands for which
	Placebo              string // how often the placebo was found to differ
	Claims               []ClaimEntry
}

// A ClaimCount is how many claims came to a verdict.
type ClaimCount struct {
	Verdict string
	N       int
}

// A ClaimEntry is one claim and what became of it.
type ClaimEntry struct {
	Number, Claim, Verdict, Why, Closest string
	Record                               string // "misses" or "in part": on which figures behind the verdict the model misses the record
	Tests                                []ClaimTest
	Earlier                              []ClaimEntry // as it was designed before, the first first
	Registered, Known                    string       // of a design that is not the first
	Wrong                                string       // of a design that was found faulty
}

// A ClaimTest is one comparison: its words, and the effects of its pairs.
type ClaimTest struct {
	Ask, Compare, Statistic, Unit string
	Arms                          []ClaimArm
	Smallest                      float64 // effect that counts
	Effect, P, Verdict, Why       string
	Sentence, Record, Same        string // what came of it; the record's figure; which test asks the same
	Misses                        bool   // the record by so much that it cannot judge
	Predicted                     string
	Below, Nothing, Above         []string // short names of who predicts which
	Missing                       string   // why it was not run, "" if it was
	Real, Placebo                 Strip
	Panels                        []Panel  // a series each, a curve for every arm
	Spans                         [][2]int // first and last years that the statistic names
}

// A ClaimArm is an arm and what it is.
type ClaimArm struct{ Name, Means string }

// A Strip is the effects of pairs, their mean and its interval.
type Strip struct {
	Values          []float64
	Mean, Low, High float64
}

//go:embed claims.html
var claimsHTML string

var claimsPage = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("claims").Parse(sheet.HeadHTML + claimsHTML))
})

type claimsView struct {
	ClaimsPage
	CSS   template.CSS
	JS    template.JS
	Items []claimView
}

type claimView struct {
	ClaimEntry
	ID     string
	Views  []testView
	Before []claimView
}

type testView struct {
	ClaimTest
	Picture template.HTML // of the effects, or of what is predicted
	Curves  []curveView
}

type curveView struct {
	Title, Unit string
	Picture     template.HTML
}

// WriteClaims writes the page.
func WriteClaims(w io.Writer, in ClaimsPage) error {
	v := claimsView{ClaimsPage: in, CSS: template.CSS(sheet.ChartCSS + sheet.PageCSS), JS: template.JS(sheet.ShellJS)}
	for i := range in.Claims {
		v.Items = append(v.Items, in.Claims[i].view(in.Claims[i].Number))
	}
	if err := claimsPage().Execute(w, v); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	return nil
}

func (c *ClaimEntry) view(id string) claimView {
	v := claimView{ClaimEntry: *c, ID: id}
	for i := range c.Tests {
		v.Views = append(v.Views, c.Tests[i].view(fmt.Sprintf("%s-%d", id, i+1)))
	}
	for i := range c.Earlier {
		v.Before = append(v.Before, c.Earlier[i].view(fmt.Sprintf("%s-before-%d", id, i+1)))
	}
	return v
}

func (t *ClaimTest) view(id string) testView {
	v := testView{ClaimTest: *t}
	v.Picture = t.strip()
	if len(t.Real.Values) == 0 {
		return v
	}
	for i, p := range t.Panels {
		if picture, ok := t.curves(fmt.Sprintf("%s-c%d", id, i+1), p); ok {
			unit, _ := series.Shown(p.Series.Unit)
			v.Curves = append(v.Curves, curveView{p.Series.Title, unit, picture})
		}
	}
	return v
}

// Where things stand in the picture of effects.
const (
	stripWidth, stripHeight    = 640.0, 190.0
	stripLeft, stripRight      = 84.0, 20.0
	stripTop, stripAxis        = 32.0, 158.0
	effectLine, placeboLine    = 64.0, 124.0
	stripScatter, stripDotSize = 15.0, 3.2
)

// strip draws the effects of the pairs against zero and the smallest that
// counts, and below them those of the placebo; over them, who predicts what. A
// test that did not run has the predictions alone.
func (t *ClaimTest) strip() template.HTML {
	values := []float64{0, t.Smallest, -t.Smallest}
	for _, s := range []Strip{t.Real, t.Placebo} {
		values = append(append(values, s.Values...), s.Low, s.High)
	}
	if len(t.Real.Values) == 0 {
		values = append(values, 2*t.Smallest, -2*t.Smallest)
	}
	x, marks := sheet.Extent(values, 6)
	x.From, x.To = stripLeft, stripWidth-stripRight
	p := &sheet.Pen{}
	p.Open(`<svg class="chart strip" viewBox="0 0 %s %s" role="img" aria-label="%s">`, sheet.Px(stripWidth), sheet.Px(stripHeight), html.EscapeString(t.spoken()))
	low, high := max(x.At(-t.Smallest), x.From), min(x.At(t.Smallest), x.To)
	p.Rect("small-effect", low, stripTop, max(0, high-low), stripAxis-stripTop)
	step := 1.0
	if len(marks) > 1 {
		step = marks[1] - marks[0]
	}
	for _, m := range marks {
		p.Rule("grid", x.At(m), stripTop, x.At(m), stripAxis)
		p.Text("tick", x.At(m), stripAxis+15, "middle", sheet.Label(m, step, false))
	}
	p.Rule("axis", stripLeft, stripAxis, stripWidth-stripRight, stripAxis)
	p.Rule("zero", x.At(0), stripTop-6, x.At(0), stripAxis)
	t.predictions(p)
	if len(t.Real.Values) > 0 {
		t.Real.draw(p, x, "effect", effectLine)
		t.Placebo.draw(p, x, "placebo", placeboLine)
		p.Text("small-text", 0, effectLine+4, "start", "effect")
		p.Text("small-text", 0, placeboLine+4, "start", "placebo")
	} else {
		p.Text("small-text", 0, effectLine+4, "start", "not run")
	}
	p.Text("unit", stripWidth-stripRight, stripHeight-2, "end", t.Unit)
	p.Raw("</svg>")
	return template.HTML(p.String())
}

// predictions writes over the picture who predicts an effect below zero, none
// that counts, and one above.
func (t *ClaimTest) predictions(p *sheet.Pen) {
	p.Text("small-text", 0, 15, "start", "predicted")
	room := (stripWidth - stripLeft - stripRight) / 3
	for i, part := range []struct {
		who  []string
		sign string
	}{{t.Below, "−"}, {t.Nothing, "0"}, {t.Above, "+"}} {
		words := part.sign + " " + strings.Join(part.who, " ")
		if len(part.who) == 0 {
			words = part.sign + " nobody"
		}
		at, anchor := stripLeft+float64(i)*(stripWidth-stripLeft-stripRight)/2, [3]string{"start", "middle", "end"}[i]
		p.Text("small-text", at, 15, anchor, sheet.Fit(words, room, 16))
	}
}

// spoken is the picture in words.
func (t *ClaimTest) spoken() string {
	if len(t.Real.Values) == 0 {
		return "not run; predicted below zero: " + strings.Join(t.Below, " ") + "; nothing: " + strings.Join(t.Nothing, " ") + "; above: " + strings.Join(t.Above, " ")
	}
	return fmt.Sprintf("%d pairs, effect %s %s; the smallest that counts is %s", len(t.Real.Values), t.Effect, t.Unit, sheet.Number(t.Smallest))
}

// draw puts a dot for every pair and a diamond with whiskers for the mean.
func (s Strip) draw(p *sheet.Pen, x sheet.Scale, class string, y float64) {
	for i, v := range s.Values {
		if finite(v) {
			p.Open(`<circle class="%s-dot" cx="%s" cy="%s" r="%s"/>`, class, sheet.Px(x.At(v)), sheet.Px(y+stripScatter*scatter(i)), sheet.Px(stripDotSize))
		}
	}
	if !finite(s.Mean) {
		return
	}
	if finite(s.Low) && finite(s.High) {
		p.Rule(class+"-line", x.At(s.Low), y, x.At(s.High), y)
		for _, end := range []float64{s.Low, s.High} {
			p.Rule(class+"-line", x.At(end), y-6, x.At(end), y+6)
		}
	}
	m := x.At(s.Mean)
	p.Path(class+"-mean", fmt.Sprintf("M%s %sL%s %sL%s %sL%s %sZ", sheet.Px(m), sheet.Px(y-7), sheet.Px(m+5), sheet.Px(y), sheet.Px(m), sheet.Px(y+7), sheet.Px(m-5), sheet.Px(y)), true)
}

// scatter spreads dots between −1 and 1, the same in every picture.
func scatter(i int) float64 {
	const golden = 0.6180339887498949
	_, part := math.Modf(float64(i+1) * golden)
	return 2*part - 1
}

// curves draws the middle seed of every arm, with the years that the statistic
// names shaded.
func (t *ClaimTest) curves(id string, panel Panel) (template.HTML, bool) {
	unit, by := series.Shown(panel.Series.Unit)
	c := &chart{ID: id, Series: panel.Series.Name, Title: panel.Series.Title, Unit: unit, Size: medium, from: math.Inf(1), to: math.Inf(-1), scale: by}
	lines := make([][]dot, len(panel.Curves))
	for i, s := range panel.Curves {
		for k, year := range s.Years {
			at := moment(year, 0)
			lines[i] = append(lines[i], dot{at, s.Middle[k] * by})
			c.from, c.to = min(c.from, float64(year)), max(c.to, float64(year+1))
		}
		c.sim = append(c.sim, lines[i]...)
	}
	if c.empty() {
		return "", false
	}
	c.fit()
	for _, years := range t.Spans {
		c.shaded = append(c.shaded, span{float64(years[0]), float64(years[1] + 1), ""})
	}
	p := &sheet.Pen{}
	p.Open(`<svg class="chart medium" viewBox="0 0 %s %s" role="img" aria-labelledby="%s-t"><title id="%s-t">%s</title>`, sheet.Px(c.Size.width), sheet.Px(c.Size.height), id, id, html.EscapeString(panel.Series.Title))
	c.drawTime(p)
	c.drawAxes(p)
	for i := len(lines) - 1; i >= 0; i-- {
		for _, part := range runs(lines[i]) {
			p.Path(fmt.Sprintf("arm arm%d", i%arms), c.line(part), false)
		}
	}
	p.Raw("</svg>")
	return template.HTML(p.String()), true
}

// arms is how many lines can be told apart.
const arms = 4
