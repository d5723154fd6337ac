package plan

import (
	"context"
	"fmt"
	"math"
	"os"
	"runtime"
	"testing"
	"time"

	"gosplan/linalg"
	"gosplan/par"
	"gosplan/production"
)

// sizesWanted is how large benchmarks may be: GOSPLAN_BENCH is empty, "large"
// (a million products, 4 GB) or "huge" (ten million, 10 GB).
func sizesWanted() string { return os.Getenv("GOSPLAN_BENCH") }

// triad is the bandwidth of memory in bytes a second, as STREAM measures it (a
// = b + s·c on arrays beyond any cache, on all cores, best of ten).
func triad() float64 {
	const n, parts = 1 << 24, 64
	a, b, c := make([]float64, n), make([]float64, n), make([]float64, n)
	best := math.Inf(1)
	for range 10 {
		begin := time.Now()
		par.Blocks(parts, func(k int) {
			from, to := k*n/parts, (k+1)*n/parts
			a, b, c := a[from:to], b[from:to], c[from:to]
			for i := range a {
				a[i] = b[i] + 3*c[i]
			}
		})
		best = min(best, time.Since(begin).Seconds())
	}
	return 24 * n / best
}

// floored reports how the time of a run compares with that of moving its bytes.
func floored(b *testing.B, bytes int64) {
	b.StopTimer()
	each := b.Elapsed().Seconds() / float64(b.N)
	bandwidth := triad()
	b.ReportMetric(float64(bytes)/1e6, "MB-moved")
	b.ReportMetric(bandwidth/1e9, "GB/s-triad")
	b.ReportMetric(1e3*float64(bytes)/bandwidth, "ms-floor")
	b.ReportMetric(each*bandwidth/float64(bytes), "times-floor")
}

func synthetic(b *testing.B, s production.Synthetic) *production.Table {
	b.Helper()
	table, err := production.Generate(s)
	if err != nil {
		b.Fatal(err)
	}
	return table
}

// BenchmarkSolve is the solution of x = y + Aᵀ·x to a relative residual of
// 1e-8, with the matrix read in and its transpose made.
func BenchmarkSolve(b *testing.B) {
	sizes := [][2]int{{10_000, 39}, {100_000, 39}}
	switch sizesWanted() {
	case "large":
		sizes = append(sizes, [2]int{1_000_000, 39})
	case "huge":
		sizes = [][2]int{{10_000_000, 20}}
	}
	for _, size := range sizes {
		b.Run(fmt.Sprintf("products=%d/inputs=%d", size[0], size[1]), func(b *testing.B) {
			table := synthetic(b, production.Synthetic{Seed: 1, Products: size[0], Inputs: float64(size[1])})
			need, x := table.Periods[0].Need, make([]float64, table.N)
			a := table.Input.Transpose()
			system := linalg.NewSystem(a, nil)
			runtime.GC()
			var out linalg.Outcome
			metered(b, func() {
				clear(x)
				out = system.Solve(context.Background(), need, x, 1e-8, nil)
			})
			floored(b, out.Bytes)
			b.ReportMetric(1e9*relative(a, need, x), "residual/1e-9")
			b.ReportMetric(float64(out.Narrow), "products-narrow")
			b.ReportMetric(float64(out.Wide), "products-wide")
			memory(b)
		})
	}
}

// relative is the length of y + A·x − x, in shares of that of y.
func relative(a *linalg.Matrix, y, x []float64) float64 {
	r := make([]float64, len(x))
	a.Times(x, r)
	for i := range r {
		r[i] += y[i] - x[i]
	}
	return math.Sqrt(linalg.Dot(r, r) / linalg.Dot(y, y))
}

// metered repeats work and reports what it takes of the processors, which a
// busy machine disturbs less than the time on the wall.
func metered(b *testing.B, work func()) {
	taken := processorSeconds()
	for b.Loop() {
		work()
	}
	b.ReportMetric((processorSeconds()-taken)/float64(b.N), "cpu-s/op")
}

// memory reports what the process has taken from the system.
func memory(b *testing.B) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.Sys-m.HeapReleased)/1e9, "GB-memory")
}

// BenchmarkMake is whole tasks, from a table in memory to a proved plan.
func BenchmarkMake(b *testing.B) {
	type job struct {
		task      Task
		products  int
		equipment int
	}
	jobs := []job{{Balances, 10_000, 0}, {Balances, 100_000, 0}, {Technique, 10_000, 0}, {Technique, 100_000, 0}, {Bundle, 10_000, 20}}
	switch sizesWanted() {
	case "large":
		jobs = append(jobs, job{Balances, 1_000_000, 0}, job{Technique, 1_000_000, 0}, job{Bundle, 100_000, 20})
	case "huge":
		jobs = nil
	}
	for _, j := range jobs {
		b.Run(fmt.Sprintf("task=%s/products=%d", j.task, j.products), func(b *testing.B) {
			s := production.Synthetic{Seed: 1, Products: j.products, Inputs: 39, Techniques: 3, Equipment: j.equipment}
			if j.task == Balances {
				s.Techniques = 1
			}
			table := synthetic(b, s)
			if j.task != Bundle {
				table.Periods[0].Capacity = nil
			}
			runtime.GC()
			var p *Plan
			metered(b, func() {
				var err error
				if p, err = Make(context.Background(), table, Request{Task: j.task}); err != nil || p.Status != Proved {
					b.Fatal(p, err)
				}
			})
			b.ReportMetric(1e9*math.Abs(p.Value-p.Bound)/max(p.Value, p.Bound), "gap/1e-9")
			memory(b)
		})
	}
}
