package report

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// browser finds a Chromium, or skips the test and says so.
func browser(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("NOT TESTED: the page was opened in no browser, because none of chromium, google-chrome or chrome is installed")
	return ""
}

// opened starts a browser on a page written to a file.
func opened(t *testing.T, in Input) context.Context {
	t.Helper()
	path := browser(t)
	if testing.Short() {
		t.Skip("NOT TESTED: -short leaves out the test in a browser")
	}
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, []byte(render(t, in)), 0o644); err != nil {
		t.Fatal(err)
	}

	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	ctx, stop := context.WithTimeout(t.Context(), 2*time.Minute)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewExecAllocator(ctx, options...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)

	watch, stop := context.WithCancel(ctx)
	messages := chromedp.Console(watch)
	t.Cleanup(func() {
		time.AfterFunc(200*time.Millisecond, stop)
		for m, err := range messages {
			if err != nil {
				break
			}
			if m.IsException() || m.Type == chromedp.ConsoleError || m.Type == chromedp.ConsoleWarning {
				t.Errorf("the console says: %s", m)
			}
		}
	})
	if err := chromedp.Do(ctx, chromedp.Navigate("file://"+file)); err != nil {
		t.Fatal(err)
	}
	return ctx
}

// ask evaluates an expression on the page.
func ask[T any](t *testing.T, ctx context.Context, expression string, options ...chromedp.EvaluateOption) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, options...))
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return v
}

func TestInABrowser(t *testing.T) {
	ctx := opened(t, fake(3))

	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900), chromedp.Focus("#c-grain-output"), chromedp.KeyEvent(kb.Home),
		chromedp.KeyEvent(strings.Repeat(kb.ArrowRight, 16))); err != nil {
		t.Fatal(err)
	}
	read := ask[string](t, ctx, `document.getElementById('c-grain-output-r').textContent`)
	for _, want := range []string{"1933", "Plan 1929", "simulated", "historical", "estimates", "seeds", "Mt"} {
		if !strings.Contains(read, want) {
			t.Errorf("the read-out is %q, without %q", read, want)
		}
	}

	picture(t, ctx, "read.png")
	ask[bool](t, ctx, `new Promise(done => { const d = document.querySelector('#c-gdp .numbers');
		d.addEventListener('toggle', () => done(true)); d.open = true; })`, chromedp.EvalAwaitPromise)
	if rows := ask[int](t, ctx, `document.querySelectorAll('#c-gdp .numbers tbody tr').length`); rows < 70 {
		t.Errorf("the table of numbers has %d rows", rows)
	}

	found := ask[string](t, ctx, `(() => { const i = document.getElementById('find'); i.value = 'behaviour.worker.baseeffort12';
		i.dispatchEvent(new Event('input')); return document.getElementById('found').textContent })()`)
	if found != "1 of 60 parameters" {
		t.Errorf("the search says %q", found)
	}

	before := ask[string](t, ctx, `getComputedStyle(document.body).backgroundColor`)
	ask[bool](t, ctx, `(document.querySelector('.theme').click(), true)`)
	if after := ask[string](t, ctx, `getComputedStyle(document.body).backgroundColor`); after == before {
		t.Error("the page is as light as before")
	}
	picture(t, ctx, "report.png")
}

// The tables a reader compares by fit into their column on a common screen.
func TestTablesFitTheirColumn(t *testing.T) {
	ctx := opened(t, fake(5))
	for _, width := range []int64{1440, 1280, 1100, 1024} {
		if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900)); err != nil {
			t.Fatal(err)
		}
		wide := ask[string](t, ctx, `[...document.querySelectorAll('.growth, .deaths, .fit')].map(t => [t.className, t.scrollWidth - t.parentNode.clientWidth])
			.filter(x => x[1] > 0).map(x => x.join(' is too wide by ')).join('; ')`)
		if wide != "" {
			t.Errorf("on a screen of %d: %s", width, wide)
		}
	}
}

// On a telephone nothing may be wider than the screen.
func TestOnANarrowScreen(t *testing.T) {
	ctx := opened(t, fake(2))
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(390, 844)); err != nil {
		t.Fatal(err)
	}
	if wide := ask[int](t, ctx, `document.documentElement.scrollWidth`); wide > 390 {
		t.Errorf("the page is %d pixels wide on a screen of 390", wide)
	}
	picture(t, ctx, "narrow.png")
}

// Without scripts the page still shows everything.
func TestWithoutScripts(t *testing.T) {
	ctx := opened(t, fake(1))
	off := func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		return cdp.Call(ctx, target, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	}
	if err := chromedp.Do(ctx, off, chromedp.Reload()); err != nil {
		t.Fatal(err)
	}
	picture(t, ctx, "plain.png")
}

// picture takes a screenshot into the temporary folder, or into the folder
// that GOSPLAN_PICTURES names, to look at.
func picture(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		t.Fatal(err)
	}
	if len(png) < 10_000 {
		t.Errorf("the screenshot has %d bytes: a blank page?", len(png))
	}
	folder := os.Getenv("GOSPLAN_PICTURES")
	if folder == "" {
		folder = t.TempDir()
	}
	if err := os.WriteFile(filepath.Join(folder, name), png, 0o644); err != nil {
		t.Fatal(err)
	}
}
