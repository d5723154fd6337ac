package plan

import (
	"context"
	"fmt"
	"os"
	"testing"
	"time"

	"gosplan/lp"
)

func TestTry(t *testing.T) {
	z := size{products: 200, inputs: 12, techniques: 3, factors: 21, periods: 5}
	fmt.Sscan(os.Getenv("N"), &z.products)
	fmt.Sscan(os.Getenv("IN"), &z.inputs)
	tab := economy(1, z)
	g := newProgramme(tab, false)
	g.lp.C[len(g.lp.C)-1] = -1
	fmt.Println(g.lp.A.Rows, g.lp.A.Cols, g.lp.A.Entries(), g.lp.Validate())
	methods := map[string]lp.Solver{"simplex": lp.Simplex, "interior": lp.Interior, "halpern": lp.Halpern}
	for _, name := range []string{"simplex", "interior", "halpern"} {
		if os.Getenv("M") != "" && os.Getenv("M") != name {
			continue
		}
		start := time.Now()
		var last time.Time
		s, err := methods[name](context.Background(), g.lp, lp.Options{Tolerance: 1e-7, Progress: func(p lp.Progress) {
			if time.Since(last) > time.Second || name == "interior" && os.Getenv("V") != "" {
				fmt.Printf("  %s %d %.2e %.2e %.2e %.1fs\n", p.Method, p.Rounds, p.Primal, p.Dual, p.Gap, time.Since(start).Seconds())
				last = time.Now()
			}
		}})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println(name, s.Status, s.Value, s.Bound, s.Rounds, time.Since(start), s.Check(g.lp, 1e-6))
	}
}
