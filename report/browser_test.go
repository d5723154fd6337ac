package report

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"gosplan/sheet/browser"
)

func TestInABrowser(t *testing.T) {
	ctx := browser.Open(t, render(t, fake(3)))

	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900), chromedp.Focus("#c-grain-output"), chromedp.KeyEvent(kb.Home),
		chromedp.KeyEvent(strings.Repeat(kb.ArrowRight, 16))); err != nil {
		t.Fatal(err)
	}
	read := browser.Ask[string](t, ctx, `document.getElementById('c-grain-output-r').textContent`)
	for _, want := range []string{"1933", "Plan 1929", "simulated", "historical", "estimates", "seeds", "Mt"} {
		if !strings.Contains(read, want) {
			t.Errorf("the read-out is %q, without %q", read, want)
		}
	}

	browser.Picture(t, ctx, "read.png", false)
	browser.Ask[bool](t, ctx, `new Promise(done => { const d = document.querySelector('#c-gdp .numbers');
		d.addEventListener('toggle', () => done(true)); d.open = true; })`, chromedp.EvalAwaitPromise)
	if rows := browser.Ask[int](t, ctx, `document.querySelectorAll('#c-gdp .numbers tbody tr').length`); rows < 70 {
		t.Errorf("the table of numbers has %d rows", rows)
	}

	found := browser.Ask[string](t, ctx, `(() => { const i = document.getElementById('find'); i.value = 'behaviour.worker.baseeffort12';
		i.dispatchEvent(new Event('input')); return document.getElementById('found').textContent })()`)
	if found != "1 of 60 parameters" {
		t.Errorf("the search says %q", found)
	}

	before := browser.Ask[string](t, ctx, `getComputedStyle(document.body).backgroundColor`)
	browser.Ask[bool](t, ctx, `(document.querySelector('.theme').click(), true)`)
	if after := browser.Ask[string](t, ctx, `getComputedStyle(document.body).backgroundColor`); after == before {
		t.Error("the page is as light as before")
	}
	browser.Picture(t, ctx, "report.png", false)
}

// The tables a reader compares by fit into their column on a common screen.
func TestTablesFitTheirColumn(t *testing.T) {
	ctx := browser.Open(t, render(t, fake(5)))
	for _, width := range []int64{1440, 1280, 1100, 1024} {
		if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900)); err != nil {
			t.Fatal(err)
		}
		wide := browser.Ask[string](t, ctx, `[...document.querySelectorAll('.growth, .deaths, .fit')].map(t => [t.className, t.scrollWidth - t.parentNode.clientWidth])
			.filter(x => x[1] > 0).map(x => x.join(' is too wide by ')).join('; ')`)
		if wide != "" {
			t.Errorf("on a screen of %d: %s", width, wide)
		}
	}
}

// On a telephone nothing may be wider than the screen.
func TestOnANarrowScreen(t *testing.T) {
	ctx := browser.Open(t, render(t, fake(2)))
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(390, 844)); err != nil {
		t.Fatal(err)
	}
	if wide := browser.Ask[int](t, ctx, `document.documentElement.scrollWidth`); wide > 390 {
		t.Errorf("the page is %d pixels wide on a screen of 390", wide)
	}
	browser.Picture(t, ctx, "narrow.png", false)
}

// Without scripts the page still shows everything.
func TestWithoutScripts(t *testing.T) {
	ctx := browser.Open(t, render(t, fake(1)))
	off := func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		return cdp.Call(ctx, target, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	}
	if err := chromedp.Do(ctx, off, chromedp.Reload()); err != nil {
		t.Fatal(err)
	}
	browser.Picture(t, ctx, "plain.png", false)
}
