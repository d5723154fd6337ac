// Rivals makes up an economy, plans it, says how long that took, and writes
// the same economy for rivals.py to plan with other solvers:
//
//	go run ./bench/rivals -products 10000 -out DIR
//	python3 bench/rivals/rivals.py DIR
package main

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"gosplan/linalg"
	"gosplan/plan"
	"gosplan/production"
)

func main() {
	products := flag.Int("products", 10_000, "products")
	inputs := flag.Float64("inputs", 39, "inputs of a technique, on average")
	techniques := flag.Int("techniques", 3, "techniques of a product")
	equipment := flag.Int("equipment", 20, "kinds of equipment")
	repeats := flag.Int("repeats", 5, "how often each task is done; the fastest counts")
	out := flag.String("out", "", "folder to write to")
	flag.Parse()
	if err := run(production.Synthetic{Seed: 1, Products: *products, Inputs: *inputs, Techniques: *techniques, Equipment: *equipment}, *repeats, *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(s production.Synthetic, repeats int, out string) error {
	t, err := production.Generate(s)
	if err != nil {
		return err
	}
	first := make([]int32, t.N)
	for i := range first {
		first[i] = int32(i * s.Techniques)
	}
	results := map[string]float64{}
	if err := ours(t, first, repeats, results); err != nil {
		return err
	}
	if out == "" {
		return nil
	}
	return write(t, first, results, out)
}

// ours plans, and notes seconds and values.
func ours(t *production.Table, first []int32, repeats int, results map[string]float64) error {
	a := t.Input.Pick(first)
	system, x := linalg.NewSystem(a.Transpose(), nil), make([]float64, t.N)
	results["solve seconds"] = fastest(repeats, func() {
		clear(x)
		system.Solve(context.Background(), t.Periods[0].Need, x, 1e-8, nil)
	})
	results["solve sum"] = linalg.Sum(x)
	capacity := t.Periods[0].Capacity
	for _, task := range []plan.Task{plan.Technique, plan.Bundle} {
		t.Periods[0].Capacity = capacity
		if task == plan.Technique {
			t.Periods[0].Capacity = nil
		}
		var p *plan.Plan
		var err error
		results[string(task)+" seconds"] = fastest(repeats, func() {
			p, err = plan.Make(context.Background(), t, plan.Request{Task: task})
		})
		if err != nil {
			return err
		}
		fmt.Printf("gosplan  %-10s %10.4f s  %s: %s\n", task, results[string(task)+" seconds"], p.Status, p.Says)
		results[string(task)+" value"] = p.Value
	}
	fmt.Printf("gosplan  %-10s %10.4f s  x = y + A'x to 1e-8\n", "solve", results["solve seconds"])
	return nil
}

func fastest(repeats int, work func()) float64 {
	best := 0.0
	for k := range repeats {
		begin := time.Now()
		work()
		if took := time.Since(begin).Seconds(); k == 0 || took < best {
			best = took
		}
	}
	return best
}

// write writes matrices as raw little-endian numbers and the rest as JSON.
func write(t *production.Table, first []int32, results map[string]float64, out string) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	for name, data := range map[string]any{
		"input.start": t.Input.Start, "input.col": t.Input.Col, "input.val": t.Input.Val,
		"use.start": t.Use.Start, "use.col": t.Use.Col, "use.val": t.Use.Val,
		"makes": t.Makes, "first": first, "need": t.Periods[0].Need, "capacity": t.Periods[0].Capacity,
	} {
		if err := raw(filepath.Join(out, name), data); err != nil {
			return err
		}
	}
	text, err := json.MarshalIndent(map[string]any{"products": t.N, "factors": len(t.Factors), "results": results}, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "about.json"), text, 0o644)
}

func raw(path string, data any) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := binary.Write(f, binary.LittleEndian, data); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
