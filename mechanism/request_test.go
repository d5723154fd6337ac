package mechanism

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestCutsNext(t *testing.T) {
	usual := Cuts{Learning: 0.5, Most: 0.6}
	for _, c := range []struct {
		name   string
		m      Cuts
		cut, z float64
		want   float64
	}{
		{"off: requests are granted whole", Cuts{}, 0.3, 3, 0},
		{"requests are honest and trusted", usual, 0, 1, 0},
		{"requests twice the need, first seen", usual, 0, 2, 0.25},
		{"requests honest again, half forgiven", usual, 0.4, 1, 0.2},
		{"requests under the need are taken as the need", usual, 0.4, 0.5, 0.2},
		{"a cut has an end", usual, 0.6, 100, 0.6},
		{"what cannot be learned is not cut", Cuts{Most: 0.6}, 0, 3, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Next(c.cut, c.z); !near(got, c.want) {
				t.Errorf("Next(%v, %v) = %v, want %v", c.cut, c.z, got, c.want)
			}
		})
	}
}

// An office that learns long enough cuts requests down to the need: Z·(1−c) = 1.
func TestCutsSettleOnTheNeed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := Cuts{Learning: some(t, "learning", 0.1, 1), Most: 0.8}
		cut, z := some(t, "cut", 0, 0.8), some(t, "requests over need", 1, 4.9)
		for range 400 {
			cut = m.Next(cut, z)
		}
		if granted := z * (1 - cut); math.Abs(granted-1) > 1e-9 {
			t.Fatalf("who asks for %v of the need gets %v of it", z, granted)
		}
	})
}

func TestCutsGrowWithRequests(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Cuts](t)
		cut := some(t, "cut", 0, 1)
		modest, greedy := two(t, "requests over need", -absurd, absurd)
		rises(t, "greedier requests, a smaller cut", m.Next(cut, modest), m.Next(cut, greedy))
		within(t, "cut", m.Next(cut, greedy), 0, m.Most)
	})
}
