package plan

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"gosplan/lp"
	"gosplan/production"
)

// yearsSizes are the economies of the benchmark: five years, three techniques
// a product, labour and twenty kinds of equipment.
var yearsSizes = []size{
	{products: 300, inputs: 20, techniques: 3, factors: 21, periods: 5},
	{products: 1000, inputs: 20, techniques: 3, factors: 21, periods: 5},
	{products: 3000, inputs: 20, techniques: 3, factors: 21, periods: 5},
}

// BenchmarkYears computes, polishes and verifies plans of several years. With
// GOSPLAN_MPS set to a folder it leaves each programme there for other solvers.
func BenchmarkYears(b *testing.B) {
	for _, z := range yearsSizes {
		b.Run(fmt.Sprintf("products=%d", z.products), func(b *testing.B) {
			tab := economy(1, z)
			if folder := os.Getenv("GOSPLAN_MPS"); folder != "" {
				writeProgramme(b, filepath.Join(folder, fmt.Sprintf("years-%d.mps", z.products)), tab)
			}
			metered(b, func() {
				p, err := years(context.Background(), tab, Request{Task: Years})
				if err != nil {
					b.Fatal(err)
				}
				if r := Verify(tab, p, 0); !r.Passed || p.Status != Proved {
					b.Errorf("%s: %s%s", p.Status, r.Claims, failures(r))
				}
				b.ReportMetric(p.Value, "scale")
				b.ReportMetric((p.Bound-p.Value)/p.Value, "gap")
			})
		})
	}
}

func writeProgramme(b *testing.B, path string, tab *production.Table) {
	problem, err := Programme(tab, Years)
	if err != nil {
		b.Fatal(err)
	}
	var text bytes.Buffer
	if err := lp.WriteMPS(&text, problem, false); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(path, text.Bytes(), 0o644); err != nil {
		b.Fatal(err)
	}
}
