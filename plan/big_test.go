package plan

import (
	"context"
	"fmt"
	"os"
	"testing"
	"time"
)

func TestBig(t *testing.T) {
	z := size{products: 100, inputs: 10, techniques: 3, factors: 21, periods: 5}
	fmt.Sscan(os.Getenv("N"), &z.products)
	fmt.Sscan(os.Getenv("IN"), &z.inputs)
	tab := economy(1, z)
	r := Request{Task: Years}
	if os.Getenv("V") != "" {
		r.Progress = func(p Progress) { fmt.Printf("  %d %.2e %.2e\n", p.Rounds, p.Residual, p.Gap) }
	}
	start := time.Now()
	p, err := years(context.Background(), tab, r)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println(p.Status, p.Says, p.Value, p.Bound, p.Value/p.Bound-1, time.Since(start))
	start = time.Now()
	rep := Verify(tab, p, 0)
	fmt.Println(rep.Claims, time.Since(start), failures(rep))
	for _, c := range rep.Checks {
		if c.Violation > 1e-8 {
			fmt.Println(c.Name, c.Violation, c.Worst)
		}
	}
	if os.Getenv("G") == "" {
		return
	}
	mult := 1.8
	fmt.Sscan(os.Getenv("X"), &mult)
	for period := range tab.Periods {
		p := &tab.Periods[period]
		p.Tier = make([]int8, tab.N)
		for i := range p.Tier {
			p.Tier[i] = int8(1 + i%3)
			p.Need[i] *= mult
		}
	}
	start = time.Now()
	r.Task = Goals
	p, err = goals(context.Background(), tab, r)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println(p.Status, p.Says, p.Value, p.Bound, p.Value/p.Bound-1, time.Since(start))
	start = time.Now()
	rep = Verify(tab, p, 0)
	fmt.Println(rep.Claims, time.Since(start), failures(rep))
}
