package gosplan

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"runtime"
	"testing"

	"gosplan/decide"
)

// BenchmarkRun is the whole sequence of institutions, 1917 to 1991, start
// and all, with the decision problems already solved once.
func BenchmarkRun(b *testing.B) {
	for _, scale := range []int{100_000, 10_000} {
		b.Run(fmt.Sprintf("scenario=ussr/scale=1:%d", scale), func(b *testing.B) {
			b.ReportAllocs()
			months, people := 0.0, 0.0
			for b.Loop() {
				s := begin(b, "ussr", 1, scale, 0)
				if err := s.Run(context.Background(), nil); err != nil {
					b.Fatal(err)
				}
				months = float64(s.last - s.first + 1)
				people = float64(census(s.state))
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/months, "ns/month")
			b.ReportMetric(people, "people")
		})
	}
}

// BenchmarkFirstRun is a run that finds no decision problem solved: what a
// program pays once.
func BenchmarkFirstRun(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		s := begin(b, "ussr", 1, 200_000, 0)
		s.world.Policies = &decide.Library{}
		if err := s.Run(context.Background(), nil); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(s.world.Policies.Len()), "problems")
	}
}

// monthAt lives a month of an era again and again: the state is taken back
// outside the time that counts once a year has passed.
func monthAt(b *testing.B, year, scale int) (perMonth float64, people int) {
	s := begin(b, "ussr", 1, scale, 0)
	until(b, s, year)
	var stream bytes.Buffer
	if err := s.Checkpoint(&stream); err != nil {
		b.Fatal(err)
	}
	people = census(s.state)
	lived := 0
	live(b, s, 12) // its decision problems are solved from here on
	fresh := func() {
		var err error
		if s, err = Resume(s.config, bytes.NewReader(stream.Bytes())); err != nil {
			b.Fatal(err)
		}
		live(b, s, 1)
		runtime.GC()
	}
	fresh()
	b.ReportAllocs()
	for b.Loop() {
		if lived == 11 {
			b.StopTimer()
			fresh()
			lived = 0
			b.StartTimer()
		}
		lived++
		if err := s.month(); err != nil {
			b.Fatal(err)
		}
	}
	return float64(b.Elapsed().Nanoseconds()) / float64(b.N), people
}

// BenchmarkMonth is a month in the middle of an era, with its allocations.
// From two scales follow the fixed part and the part for each simulated
// person, as BenchmarkCost reports them.
func BenchmarkMonth(b *testing.B) {
	for _, year := range []int{1926, 1936, 1976} {
		for _, scale := range []int{100_000, 10_000} {
			b.Run(fmt.Sprintf("year=%d/scale=1:%d", year, scale), func(b *testing.B) {
				perMonth, people := monthAt(b, year, scale)
				b.ReportMetric(perMonth/float64(people), "ns/person-month")
			})
		}
	}
}

// BenchmarkCost splits a month into what it costs with nobody there and what
// each simulated person adds, by a line through a coarse and a fine scale.
func BenchmarkCost(b *testing.B) {
	for _, year := range []int{1926, 1976} {
		b.Run(fmt.Sprintf("year=%d", year), func(b *testing.B) {
			var cost [2]float64
			var people [2]int
			for i, scale := range []int{200_000, 10_000} {
				b.Run(fmt.Sprintf("scale=1:%d", scale), func(b *testing.B) { cost[i], people[i] = monthAt(b, year, scale) })
			}
			each := (cost[1] - cost[0]) / float64(people[1]-people[0])
			b.Run("split", func(b *testing.B) {
				for b.Loop() {
					runtime.KeepAlive(each)
				}
				b.ReportMetric(0, "ns/op")
				b.ReportMetric(each, "ns/person-month")
				b.ReportMetric(cost[0]-each*float64(people[0]), "ns-fixed/month")
			})
		})
	}
}

// BenchmarkCheckpoint writes and takes up a checkpoint at the default scale.
func BenchmarkCheckpoint(b *testing.B) {
	s := begin(b, "ussr", 1, 10_000, 0)
	live(b, s, 12)
	var stream bytes.Buffer
	if err := s.Checkpoint(&stream); err != nil {
		b.Fatal(err)
	}
	b.Run("write", func(b *testing.B) {
		b.SetBytes(int64(stream.Len()))
		for b.Loop() {
			if err := s.Checkpoint(io.Discard); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("resume", func(b *testing.B) {
		b.SetBytes(int64(stream.Len()))
		for b.Loop() {
			if _, err := Resume(s.config, bytes.NewReader(stream.Bytes())); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("hash", func(b *testing.B) {
		b.SetBytes(int64(stream.Len()))
		for b.Loop() {
			s.Hash()
		}
	})
}
