package draw

import (
	"math"
	"testing"
)

// The vectors are those of Random123's kat_vectors for philox2x64-10.
func TestPhiloxKnownAnswers(t *testing.T) {
	for _, c := range []struct{ c0, c1, key, want0, want1 uint64 }{
		{0, 0, 0, 0xca00a0459843d731, 0x66c24222c9a845b5},
		{math.MaxUint64, math.MaxUint64, math.MaxUint64, 0x65b021d60cd8310f, 0x4d02f3222f86df20},
		{0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x0a5e742c2997341c, 0xb0f883d38000de5d},
	} {
		got0, got1 := philox(c.c0, c.c1, c.key)
		if got0 != c.want0 || got1 != c.want1 {
			t.Errorf("philox(%x, %x, %x) = %x %x, want %x %x", c.c0, c.c1, c.key, got0, got1, c.want0, c.want1)
		}
	}
}

// Silencing one agent must not change what another draws.
func TestNeighboursDoNotDisturb(t *testing.T) {
	d, luck, queue := Deck{Seed: 7}, Ask("test.luck"), Ask("test.queue")
	alone := d.Uniform(luck, 2, 40)
	_ = d.Uniform(luck, 1, 40)
	_ = d.Uniform(queue, 2, 40)
	if got := d.Uniform(luck, 2, 40); got != alone {
		t.Errorf("agent 2 drew %v, want %v", got, alone)
	}
	if d.Uniform(queue, 2, 40) == alone || d.Uniform(luck, 2, 41) == alone || (Deck{8}).Uniform(luck, 2, 40) == alone {
		t.Error("another question, month or seed drew the same number")
	}
}

func TestMoments(t *testing.T) {
	d, q := Deck{Seed: 1}, Ask("test.moments")
	const n = 200_000
	var mean, square float64
	for i := range uint64(n) {
		x := d.Normal(q, i, 0)
		mean += x / n
		square += x * x / n
	}
	if math.Abs(mean) > 0.01 || math.Abs(square-1) > 0.02 {
		t.Errorf("normal draws have mean %v and second moment %v", mean, square)
	}
}

func BenchmarkUniform(b *testing.B) {
	d, q, i := Deck{Seed: 1}, Ask("test.bench"), uint64(0)
	var sum float64
	for b.Loop() {
		sum += d.Uniform(q, i, 3)
		i++
	}
	_ = sum
}

func TestNormalsAreTheNormalsOfEachAgent(t *testing.T) {
	d, q := Deck{7}, Ask("some")
	var many [100]float64
	d.Normals(q, 12, many[:])
	for agent, got := range many {
		if want := d.Normal(q, uint64(agent), 12); got != want {
			t.Errorf("agent %d: %v together, %v alone", agent, got, want)
		}
	}
}
