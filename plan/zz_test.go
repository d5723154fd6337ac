package plan

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"testing"
	"time"

	"gosplan/linalg"
	"gosplan/production"
)

func TestTry(t *testing.T) {
	if os.Getenv("N") == "" {
		t.Skip()
	}
	n, _ := strconv.Atoi(os.Getenv("N"))
	k, _ := strconv.Atoi(os.Getenv("K"))
	at := time.Now()
	lap := func(s string) { fmt.Println(s, time.Since(at)); at = time.Now() }
	tb, err := production.Generate(production.Synthetic{Seed: 1, Products: n, Inputs: float64(k)})
	if err != nil {
		t.Fatal(err)
	}
	lap("generate")
	fmt.Println(tb.Input.Entries())
	tr := tb.Input.Transpose()
	lap("transpose")
	s := linalg.NewSystem(tr, nil)
	lap("narrow")
	x := make([]float64, n)
	for range 5 {
		clear(x)
		at = time.Now()
		o := s.Solve(context.Background(), tb.Periods[0].Need, x, 1e-8, func(p int, r float64) { fmt.Print(p, " ", r, "; ") })
		d := time.Since(at)
		lap(fmt.Sprintf("solve %+v %.1f GB/s", o, float64(o.Bytes)/float64(d.Nanoseconds())))
	}
	s = linalg.NewSystem(tb.Input, nil)
	l := make([]float64, n)
	for i := range l {
		_, v := tb.Use.Row(i)
		l[i] = v[0]
	}
	for range 3 {
		clear(x)
		at = time.Now()
		o := s.Solve(context.Background(), l, x, 1e-8, nil)
		d := time.Since(at)
		lap(fmt.Sprintf("values %+v %.1f GB/s", o, float64(o.Bytes)/float64(d.Nanoseconds())))
	}
}

func TestTryTech(t *testing.T) {
	if os.Getenv("N") == "" {
		t.Skip()
	}
	n, _ := strconv.Atoi(os.Getenv("N"))
	k, _ := strconv.Atoi(os.Getenv("K"))
	ways, _ := strconv.Atoi(os.Getenv("W"))
	tb, err := production.Generate(production.Synthetic{Seed: 1, Products: n, Inputs: float64(k), Techniques: ways})
	if err != nil {
		t.Fatal(err)
	}
	tb.Periods[0].Capacity = nil
	task := Technique
	if ways == 1 {
		task = Balances
	}
	for range 4 {
		at := time.Now()
		p, err := Make(context.Background(), tb, Request{Task: task})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println(time.Since(at), p.Status, p.Says, p.Value-p.Bound)
	}
}

func TestTryBundle(t *testing.T) {
	if os.Getenv("N") == "" {
		t.Skip()
	}
	n, _ := strconv.Atoi(os.Getenv("N"))
	k, _ := strconv.Atoi(os.Getenv("K"))
	tb, err := production.Generate(production.Synthetic{Seed: 1, Products: n, Inputs: float64(k), Techniques: 3, Equipment: 20})
	if err != nil {
		t.Fatal(err)
	}
	for range 1 {
		at := time.Now()
		p, err := Make(context.Background(), tb, Request{Task: Bundle, Progress: func(p Progress) {
			if p.Rounds%5 == 0 || p.Gap < 1e-6 {
				fmt.Println(p.Rounds, p.Gap, time.Since(at))
			}
		}})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println(time.Since(at), p.Status, p.Says, p.Value-p.Bound)
	}
}
