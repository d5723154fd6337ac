package report

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"gosplan/measure"
	"gosplan/sheet/browser"
)

// claimsOf is a page with every kind of test: one that ran, one that did not,
// one without figures, one designed again, one outside.
func claimsOf(t *testing.T, pairs int) string {
	t.Helper()
	var real, placebo Strip
	for i := range pairs {
		real.Values = append(real.Values, 1.4+0.1*scatter(i))
		placebo.Values = append(placebo.Values, 0.2*scatter(i+7))
	}
	real.Mean, real.Low, real.High = 1.4, 1.35, 1.45
	placebo.Mean, placebo.Low, placebo.High = 0, -0.1, 0.1
	strand := func(level float64) (s Strand) {
		for year := 1920; year < 1990; year++ {
			s.Years = append(s.Years, year)
			s.Middle = append(s.Middle, level*(1+0.01*float64(year-1920)))
		}
		return s
	}
	ran := ClaimTest{
		Ask: "Does it?", Compare: "plan - <trusts>", Statistic: "mean(gdp, 1960, 1985)", Unit: "ratio", Smallest: 1, Effect: "1.4 [1.35, 1.45]", P: "p = 0.001",
		Verdict: "supported", Why: "As predicted.", Predicted: "the essay above zero", Above: []string{"TK", "KO"}, Nothing: []string{"SC"}, Real: real, Placebo: placebo, Spans: [][2]int{{1960, 1985}},
		Arms:   []ClaimArm{{"plan", "ussr"}, {"<trusts>", "ussr-nep"}},
		Panels: []Panel{{measure.Find("gdp"), []Strand{strand(100), strand(80)}}, {measure.Find("effort"), []Strand{{}, {}}}},
	}
	missing := ClaimTest{Ask: "And that?", Compare: "endogenous", Statistic: "at(coercion, 1926)", Unit: "index", Smallest: 0.1, Missing: "needs the series coercion", Below: []string{"TK"}}
	none := ran
	none.Real, none.Placebo, none.Panels = Strip{Mean: math.NaN(), Low: math.NaN(), High: math.NaN()}, Strip{Mean: math.NaN(), Low: math.NaN(), High: math.NaN()}, nil
	missed := ran
	missed.Record, missed.Misses, missed.Same = "In the record: 3.", true, "E1, first test"
	in := ClaimsPage{
		Title: "Claims & tests", Text: "As registered.", Command: "gosplan claims", Placebo: "It differs in 0 of 3 tests.",
		Counts: []ClaimCount{{"supported", 1}, {"no difference", 1}},
		Claims: []ClaimEntry{
			{Number: "E1", Claim: "It does.", Verdict: "supported", Why: "One of two.", Closest: "TK", Tests: []ClaimTest{ran, missing, none}},
			{Number: "E2", Claim: "It does not.", Verdict: "no difference", Record: "misses", Registered: "2026-11-26", Known: "Little.", Tests: []ClaimTest{missed},
				Earlier: []ClaimEntry{{Number: "E2", Verdict: "refuted", Wrong: "Much.", Tests: []ClaimTest{ran}}}},
			{Number: "E3", Claim: "Who knows.", Verdict: "outside the model", Why: "It cannot."},
		},
	}
	var b bytes.Buffer
	if err := WriteClaims(&b, in); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestClaimsPage(t *testing.T) {
	const pairs = 8
	page := claimsOf(t, pairs)
	for what, want := range map[string]int{
		`<svg class="chart strip"`:            5, // a picture for every test, also for those that did not run
		`class="effect-dot"`:                  3 * pairs,
		`class="placebo-dot"`:                 3 * pairs,
		`<svg class="chart medium"`:           3,     // a series that no arm has is not drawn
		`class="arm arm1"`:                    2 * 3, // in the pictures and in the legends
		"Not run: needs the series coercion.": 1,
		"No pair has the figure.":             1,
		"Designed again on 2026-11-26":        1,
		"First design, found faulty":          1,
		`class="words misses"`:                2,
		"The same test as E1, first test.":    1,
		"There is nothing to draw.":           1,
		">− TK<":                              1,
		"http://":                             0,
		"NaN":                                 0,
		"<trusts>":                            0,
	} {
		if got := strings.Count(page, what); got != want {
			t.Errorf("%q is there %d times, want %d", what, got, want)
		}
	}
}

func TestClaimsInABrowser(t *testing.T) {
	ctx := browser.Open(t, claimsOf(t, 64))
	for _, width := range []int64{1280, 390} {
		if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900)); err != nil {
			t.Fatal(err)
		}
		if wide := browser.Ask[int64](t, ctx, `document.documentElement.scrollWidth`); wide > width {
			t.Errorf("the page is %d pixels wide on a screen of %d", wide, width)
		}
		if flat := browser.Ask[int](t, ctx, `[...document.querySelectorAll('svg.strip, svg.medium')].filter(s => s.getBoundingClientRect().height < 60).length`); flat > 0 {
			t.Errorf("on a screen of %d, %d drawings have no height", width, flat)
		}
		// words over a picture do not run into each other
		if bad := browser.Ask[string](t, ctx, `[...document.querySelectorAll('svg.strip')].map(s => { const t = [...s.querySelectorAll('text')].map(x => [x.textContent, x.getBoundingClientRect()]);
			return t.flatMap(([a, p], i) => t.slice(i + 1).filter(([, q]) => p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 3 && q.top < p.bottom - 3).map(([b]) => a + ' / ' + b)).join() }).filter(x => x).join('; ')`); bad != "" {
			t.Errorf("on a screen of %d: %s", width, bad)
		}
	}
	browser.Picture(t, ctx, "claims-narrow.png", true)
	before := browser.Ask[string](t, ctx, `getComputedStyle(document.body).backgroundColor`)
	browser.Ask[bool](t, ctx, `(document.querySelector('.theme').click(), true)`)
	if after := browser.Ask[string](t, ctx, `getComputedStyle(document.body).backgroundColor`); after == before {
		t.Error("the page is as light as before")
	}
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900)); err != nil {
		t.Fatal(err)
	}
	browser.Picture(t, ctx, "claims-dark.png", true)
}
