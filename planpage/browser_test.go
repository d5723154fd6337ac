package planpage

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// opened starts a browser on a page written to a file, or skips the test and
// says so.
func opened(t *testing.T, in Input) context.Context {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if found, err := exec.LookPath(name); err == nil && path == "" {
			path = found
		}
	}
	if path == "" {
		t.Skip("NOT TESTED: the page was opened in no browser, because none of chromium, google-chrome or chrome is installed")
	}
	if testing.Short() {
		t.Skip("NOT TESTED: -short leaves out the test in a browser")
	}
	file := filepath.Join(t.TempDir(), "plan.html")
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
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate("file://"+file)); err != nil {
		t.Fatal(err)
	}
	return ctx
}

// ask evaluates an expression on the page.
func ask[T any](t *testing.T, ctx context.Context, expression string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return v
}

func TestInABrowser(t *testing.T) {
	ctx := opened(t, full())
	picture(t, ctx, "plan.png")
	before := ask[string](t, ctx, `getComputedStyle(document.body).backgroundColor`)
	ask[bool](t, ctx, `(document.querySelector('.theme').click(), true)`)
	if after := ask[string](t, ctx, `getComputedStyle(document.body).backgroundColor`); after == before {
		t.Error("the page is as light as before")
	}
	if bad := ask[string](t, ctx, `[...document.querySelectorAll('svg.chart')].filter(s => !s.getBoundingClientRect().height).map(s => s.getAttribute('aria-label')).join()`); bad != "" {
		t.Errorf("drawings without height: %s", bad)
	}
	picture(t, ctx, "plan-dark.png")
}

// On a telephone nothing may be wider than the screen.
func TestOnANarrowScreen(t *testing.T) {
	ctx := opened(t, full())
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(390, 844)); err != nil {
		t.Fatal(err)
	}
	if wide := ask[int](t, ctx, `document.documentElement.scrollWidth`); wide > 390 {
		t.Errorf("the page is %d pixels wide on a screen of 390", wide)
	}
	picture(t, ctx, "plan-narrow.png")
}

// picture takes a screenshot of the whole page into the temporary folder, or
// into the folder that GOSPLAN_PICTURES names, to look at.
func picture(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	png, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
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
