package decide

import (
	"syscall"
	"testing"
	"time"
)

// processor reports processor time per operation, which other work on the
// machine disturbs less than the clock.
func processor(b *testing.B) func() {
	var from syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &from)
	return func() {
		var to syscall.Rusage
		syscall.Getrusage(syscall.RUSAGE_SELF, &to)
		spent := time.Duration(to.Utime.Nano() + to.Stime.Nano() - from.Utime.Nano() - from.Stime.Nano())
		b.ReportMetric(float64(spent.Nanoseconds())/float64(b.N), "cpu-ns/op")
	}
}

func BenchmarkSolve(b *testing.B) {
	p := targets()
	defer processor(b)()
	for b.Loop() {
		Solve(p)
	}
}

func BenchmarkPace(b *testing.B) {
	policy := Solve(targets())
	b.ReportAllocs()
	defer processor(b)()
	i := 0
	for b.Loop() {
		policy.Pace(i%months, State{0.9 + 0.01*float64(i%30), 1.3, 0.7}, 0.3*float64(i%months))
		i++
	}
}

func BenchmarkOrder(b *testing.B) {
	policy := Solve(targets())
	b.ReportAllocs()
	defer processor(b)()
	i := 0
	for b.Loop() {
		policy.Order(State{0.9 + 0.01*float64(i%30), 1.3, 0.7})
		i++
	}
}

// BenchmarkLoss is what choices lose in pay beside those on a fine grid.
func BenchmarkLoss(b *testing.B) {
	for _, c := range []struct {
		name string
		p    Problem
	}{{"targets", targets()}, {"profits", profits()}} {
		b.Run("payoff="+c.name, func(b *testing.B) {
			loss := 0.0
			for b.Loop() {
				loss = Loss(c.p, Solve(c.p))
			}
			b.ReportMetric(100*loss, "%-of-pay")
		})
	}
}
