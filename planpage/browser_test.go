package planpage

import (
	"testing"

	"github.com/chromedp/chromedp"

	"gosplan/sheet/browser"
)

func TestInABrowser(t *testing.T) {
	ctx := browser.Open(t, render(t, full()))
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900)); err != nil {
		t.Fatal(err)
	}
	browser.Picture(t, ctx, "plan.png", true)
	before := browser.Ask[string](t, ctx, `getComputedStyle(document.body).backgroundColor`)
	browser.Ask[bool](t, ctx, `(document.querySelector('.theme').click(), true)`)
	if after := browser.Ask[string](t, ctx, `getComputedStyle(document.body).backgroundColor`); after == before {
		t.Error("the page is as light as before")
	}
	if bad := browser.Ask[string](t, ctx, `[...document.querySelectorAll('svg.chart')].filter(s => !s.getBoundingClientRect().height).map(s => s.getAttribute('aria-label')).join()`); bad != "" {
		t.Errorf("drawings without height: %s", bad)
	}
	browser.Picture(t, ctx, "plan-dark.png", true)
}

// On a telephone nothing may be wider than the screen.
func TestOnANarrowScreen(t *testing.T) {
	ctx := browser.Open(t, render(t, full()))
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(390, 844)); err != nil {
		t.Fatal(err)
	}
	if wide := browser.Ask[int](t, ctx, `document.documentElement.scrollWidth`); wide > 390 {
		t.Errorf("the page is %d pixels wide on a screen of 390", wide)
	}
	browser.Picture(t, ctx, "plan-narrow.png", true)
}
