package gosplan

import (
	"bytes"
	"context"
	"errors"
	"math"
	"runtime"
	"slices"
	"testing"

	"gosplan/series"
)

// finish lives a run to its end and returns the hash of its last state.
func finish(t testing.TB, s *Simulation) string {
	t.Helper()
	if err := s.Run(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	return s.Hash()
}

// sameLog tells whether two logs report the same to the last bit.
func sameLog(a, b *series.Log) bool {
	return slices.EqualFunc(a.Rows, b.Rows, func(x, y series.Row) bool {
		return x.Def == y.Def && x.Place == y.Place && x.Year == y.Year && x.Quarter == y.Quarter &&
			math.Float64bits(x.Value) == math.Float64bits(y.Value)
	})
}

// The same seed gives the same bits on any number of cores, and another seed
// gives others. The scale is fine enough for several blocks.
func TestSameBitsOnAnyNumberOfCores(t *testing.T) {
	const scale, to = 8_000, 1931
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	runtime.GOMAXPROCS(1)
	one := begin(t, "ussr", 11, scale, to)
	want := finish(t, one)
	if n := len(one.state.Block); n < 3 {
		t.Fatalf("%d blocks are too few for this test", n)
	}
	for _, cores := range []int{2, 8} {
		runtime.GOMAXPROCS(cores)
		s := begin(t, "ussr", 11, scale, to)
		if got := finish(t, s); got != want {
			t.Errorf("%d cores end in %s, one in %s", cores, got, want)
		}
		if !sameLog(s.Log(), one.Log()) {
			t.Errorf("%d cores report other figures than one", cores)
		}
	}
}

func TestSeedsDiffer(t *testing.T) {
	seen := map[string]uint64{}
	for _, seed := range []uint64{0, 1, 2, 1 << 63} {
		hash := finish(t, begin(t, "ussr", seed, coarse, 1918))
		if other, ok := seen[hash]; ok {
			t.Errorf("seeds %d and %d end in the same state", seed, other)
		}
		seen[hash] = seed
	}
}

// Whoever looks on changes nothing: progress, tracing, auditing, reporting
// only the later years, stopping and going on.
func TestLookingOnChangesNothing(t *testing.T) {
	const to = 1932
	plain := begin(t, "ussr", 2, coarse, to)
	want := finish(t, plain)
	sc := builtin(t, "ussr")
	for _, c := range []struct {
		name string
		run  func(t *testing.T) *Simulation
	}{
		{"the same again", func(t *testing.T) *Simulation {
			s := begin(t, "ussr", 2, coarse, to)
			finish(t, s)
			return s
		}},
		{"with progress", func(t *testing.T) *Simulation {
			s := begin(t, "ussr", 2, coarse, to)
			calls, done := 0, 0.0
			err := s.Run(context.Background(), func(p Progress) {
				if p.Done <= done || p.Done > 1 {
					t.Errorf("progress goes from %v to %v", done, p.Done)
				}
				calls, done = calls+1, p.Done
			})
			if err != nil {
				t.Fatal(err)
			}
			if quarters := (to-1917)*4 + 1; calls != quarters || done != 1 {
				t.Errorf("%d calls in %d quarters, up to %v", calls, quarters, done)
			}
			return s
		}},
		{"with an audit", func(t *testing.T) *Simulation {
			s := begin(t, "ussr", 2, coarse, to)
			s.Audit()
			finish(t, s)
			return s
		}},
		{"reporting the last years only", func(t *testing.T) *Simulation {
			s, err := New(Config{Scenario: sc, Seed: 2, Scale: coarse, From: 1930, To: to})
			if err != nil {
				t.Fatal(err)
			}
			finish(t, s)
			for _, r := range s.Log().Rows {
				if r.Year < 1929 { // the procurement of a harvest is known in the next year
					t.Fatalf("asked for 1930 and later, %s reports %d", r.Def.Name, r.Year)
				}
			}
			return s
		}},
		{"stopped and let go on", func(t *testing.T) *Simulation {
			s := begin(t, "ussr", 2, coarse, to)
			for quarters := range 7 {
				ctx, stop := context.WithCancel(context.Background())
				calls := 0
				err := s.Run(ctx, func(Progress) {
					if calls++; calls > quarters {
						stop()
					}
				})
				stop()
				if !errors.Is(err, context.Canceled) {
					t.Fatalf("stopped, and says %v", err)
				}
			}
			finish(t, s)
			return s
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := c.run(t)
			if got := s.Hash(); got != want {
				t.Errorf("ends in %s instead of %s", got, want)
			}
			if s.config.From == 0 && !sameLog(s.Log(), plain.Log()) {
				t.Error("reports other figures")
			}
		})
	}
	for _, kind := range subjects {
		s := begin(t, "ussr", 2, coarse, to)
		if err := s.Follow(Subject{Kind: kind, ID: 3}); err != nil {
			t.Fatal(err)
		}
		if got := finish(t, s); got != want {
			t.Errorf("following a %s ends in %s instead of %s", kind, got, want)
		}
		life := s.Life()
		if len(life.Rows) == 0 {
			t.Errorf("the life of %s 3 is empty", kind)
		}
		for _, row := range life.Rows {
			if len(row) != len(life.Columns) {
				t.Errorf("a row of the life of a %s has %d cells under %d columns", kind, len(row), len(life.Columns))
				break
			}
		}
	}
}

// A run that is broken off at any month and taken up again ends in the bits
// of an unbroken one, and reports the same.
func TestResumeGoesOnToTheSameBits(t *testing.T) {
	const to = 1933
	config := Config{Scenario: builtin(t, "ussr"), Seed: 4, Scale: coarse, To: to}
	whole, err := New(config)
	if err != nil {
		t.Fatal(err)
	}
	// breaks: before the first month, within a quarter, on the first and the
	// last month of an era and of a year, in the drive into the kolkhoz
	breaks := []int{whole.first, whole.first + 1, 17, 40, 41, 132, 143, 144, 146, 151, 191}
	streams := map[int]*bytes.Buffer{}
	for whole.state.Month <= whole.last {
		if slices.Contains(breaks, whole.state.Month) {
			streams[whole.state.Month] = &bytes.Buffer{}
			if err := whole.Checkpoint(streams[whole.state.Month]); err != nil {
				t.Fatal(err)
			}
		}
		live(t, whole, 1)
	}
	want := whole.Hash()
	for _, at := range breaks {
		s, err := Resume(config, streams[at])
		if err != nil {
			t.Fatalf("month %d: %v", at, err)
		}
		if s.state.Month != at {
			t.Errorf("taken up in month %d instead of %d", s.state.Month, at)
		}
		if got := finish(t, s); got != want {
			t.Errorf("broken off in month %d it ends in %s instead of %s", at, got, want)
		}
		if !sameLog(s.Log(), whole.Log()) {
			t.Errorf("broken off in month %d it reports other figures", at)
		}
	}
	// a relay: every runner has a few months
	relay, err := New(config)
	if err != nil {
		t.Fatal(err)
	}
	for relay.state.Month <= relay.last {
		live(t, relay, min(11, relay.last+1-relay.state.Month))
		var stream bytes.Buffer
		if err := relay.Checkpoint(&stream); err != nil {
			t.Fatal(err)
		}
		if relay, err = Resume(config, &stream); err != nil {
			t.Fatal(err)
		}
	}
	if got := relay.Hash(); got != want {
		t.Errorf("the relay ends in %s instead of %s", got, want)
	}
	if !sameLog(relay.Log(), whole.Log()) {
		t.Error("the relay reports other figures")
	}
}

// checkpoint is a small checkpoint and the Config it belongs to.
func checkpoint(t testing.TB) (Config, []byte) {
	t.Helper()
	s := begin(t, "ussr", 1, 5_000_000, 1919)
	live(t, s, 5)
	var stream bytes.Buffer
	if err := s.Checkpoint(&stream); err != nil {
		t.Fatal(err)
	}
	return s.config, stream.Bytes()
}

// A checkpoint cut short is refused, wherever it ends.
func TestResumeRefusesACheckpointCutShort(t *testing.T) {
	config, whole := checkpoint(t)
	if _, err := Resume(config, bytes.NewReader(whole)); err != nil {
		t.Fatal(err)
	}
	for n := 0; n < len(whole); n += 1 + len(whole)/150 {
		if _, err := Resume(config, bytes.NewReader(whole[:n])); err == nil {
			t.Errorf("%d of %d bytes are taken for a checkpoint", n, len(whole))
		}
	}
	if _, err := Resume(config, bytes.NewReader(whole[:len(whole)-1])); err == nil {
		t.Error("the last byte is not missed")
	}
}

// Money or goods changed in a checkpoint are noticed by the audit.
func TestResumeAuditsWhatItReads(t *testing.T) {
	s := begin(t, "ussr", 1, 5_000_000, 1919)
	live(t, s, 5)
	plant(&s.state.Centre.Granary, 0.5)
	var stream bytes.Buffer
	if err := s.Checkpoint(&stream); err != nil {
		t.Fatal(err)
	}
	if _, err := Resume(s.config, &stream); err == nil {
		t.Error("half a million tonnes of grain were added to a checkpoint and nobody says so")
	}
}

// However a checkpoint is damaged, reading it ends in an error or in a State,
// never in a panic, and never asks for memory the stream cannot fill.
func FuzzResume(f *testing.F) {
	config, whole := checkpoint(f)
	f.Add(0, byte(0xff), 0)
	f.Add(7, byte(0x80), 0)
	f.Add(8, byte(0x01), 0)
	f.Add(60, byte(0x41), 0)
	f.Add(len(whole)/2, byte(0xff), 0)
	f.Add(len(whole)-9, byte(0x10), 0)
	f.Add(100, byte(0), 1000)
	f.Fuzz(func(t *testing.T, at int, change byte, cut int) {
		damaged := bytes.Clone(whole)
		damaged[uint(at)%uint(len(damaged))] ^= change
		damaged = damaged[:uint(len(damaged))-uint(cut)%uint(len(damaged))]
		s, err := Resume(config, bytes.NewReader(damaged))
		switch {
		case err == nil && len(damaged) < len(whole):
			t.Errorf("a checkpoint without its last %d bytes is accepted", len(whole)-len(damaged))
		case err == nil:
			s.Hash()
		case change == 0 && len(damaged) == len(whole):
			t.Errorf("an undamaged checkpoint is refused: %v", err)
		}
	})
}
