// Package browser opens pages in a Chromium for tests: what a page does with
// scripts, on a narrow screen, in the dark, is seen only there.
package browser

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// Open starts a browser on a page, or skips the test and says so. What the
// console says against the page fails the test.
func Open(t *testing.T, page string) context.Context {
	t.Helper()
	path := find(t)
	if testing.Short() {
		t.Skip("NOT TESTED: -short leaves out the test in a browser")
	}
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
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
	listen(t, ctx)
	if err := chromedp.Do(ctx, chromedp.Navigate("file://"+file)); err != nil {
		t.Fatal(err)
	}
	return ctx
}

// find finds a Chromium.
func find(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("NOT TESTED: the page was opened in no browser, because none of chromium, google-chrome or chrome is installed")
	return ""
}

// listen fails the test for what the console says against the page.
func listen(t *testing.T, ctx context.Context) {
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
}

// Ask evaluates an expression on the page.
func Ask[T any](t *testing.T, ctx context.Context, expression string, options ...chromedp.EvaluateOption) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, options...))
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// Picture keeps a screenshot, of the window or of the whole page, in the
// temporary folder, or in the folder that GOSPLAN_PICTURES names, to look at.
func Picture(t *testing.T, ctx context.Context, name string, isWhole bool) {
	t.Helper()
	shot := chromedp.CaptureScreenshot()
	if isWhole {
		shot = chromedp.FullScreenshot(100)
	}
	png, err := chromedp.Run(ctx, shot)
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
