package main

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gosplan/fit"
)

// planted are runs whose figures are given lines in the values, and luck beside.
func planted(n int, noise float64, lines ...[]float64) []sample {
	luck := rand.New(rand.NewPCG(1, 2))
	out := make([]sample, n)
	for i := range out {
		s := &out[i]
		for range len(lines[0]) - 1 {
			s.moved = append(s.moved, luck.NormFloat64())
		}
		for _, line := range lines {
			s.figures = append(s.figures, at(line, s.moved)+noise*luck.NormFloat64())
		}
	}
	return out
}

// With one knob that moves by one spread either way a ridge takes n/(n+weight) of the slope and all of the level.
func TestRidge(t *testing.T) {
	var samples []sample
	for i := range 8 {
		z := float64(1 - 2*(i%2))
		samples = append(samples, sample{moved: []float64{z}, figures: []float64{5 + 3*z, 1 - z}})
	}
	samples = append(samples, sample{moved: []float64{1}, figures: []float64{1000, 1000}})
	in := func(i int) bool { return i < 8 }
	for weight, part := range map[float64]float64{0: 1, 8: 0.5, 24: 0.25} {
		n := newNormal(samples, 1, in)
		r := n.ridge(weight)
		for j, want := range [][2]float64{{5, 3 * part}, {1, -part}} {
			if got := r.solve(n.right(j)); math.Abs(got[0]-want[0]) > 1e-9 || math.Abs(got[1]-want[1]) > 1e-9 {
				t.Errorf("weight %v: figure %d has the line %v, want %v", weight, j, got, want)
			}
		}
	}
}

// Lines that were planted are found, and of luck alone less is made than least squares would.
func TestLinesThroughPlantedRuns(t *testing.T) {
	const runs, knobs, luck = 200, 8, 20
	want := [][]float64{
		{5, 2, 0, 0, -3, 0, 0, 0, 0},
		{-20, 0, 1, 0, 0, 0, 0, 0.5, 0},
	}
	for range luck {
		want = append(want, make([]float64, knobs+1))
	}
	got := through(planted(runs, 1, want...), knobs, len(want))
	square := 0.0
	for j := range want {
		for i := range want[j] {
			if math.Abs(got[j][i]-want[j][i]) > 0.35 {
				t.Errorf("figure %d: the line is %.2f, want %v", j, got[j], want[j])
				break
			}
			if j >= len(want)-luck && i > 0 {
				square += got[j][i] * got[j][i] / (luck * knobs)
			}
		}
	}
	if squares := 1.0 / runs; square > squares/3 {
		t.Errorf("slopes of luck are %v in the square, %v by least squares", square, squares)
	}
}

// From runs with planted errors of years the way leads to the values at which there are none, as far as limits let it.
func TestWayThatLinesLead(t *testing.T) {
	samples := planted(150, 0.1, []float64{10, -10, 0, 0}, []float64{-8, 0, 4, 0}, []float64{3, 0, 0.5, 0})
	targets := []target{
		{&fit.Band{Kind: fit.MAPE, Accept: fit.Interval{Low: math.Inf(-1), High: 10}}, []int{0, 1}},
		{&fit.Band{Kind: fit.Range, Accept: fit.Interval{Low: 3, High: 5}}, []int{2}},
	}
	lines := through(samples, 3, 3)
	for most, want := range map[float64][2]float64{2.5: {1, 2}, 0.5: {0.5, 0.5}} {
		z := descend(func(z []float64) float64 { return guessed(lines, targets, z) }, slices.Repeat([][2]float64{{-most, most}}, 3), 0)
		if math.Abs(z[0]-want[0]) > 0.2 || math.Abs(z[1]-want[1]) > 0.2 {
			t.Errorf("within %v the way leads to %.2f, want %v", most, z, want)
		}
	}
}

// The least guess is found between and at bounds, the same one each time, and what does not matter stays.
func TestDescend(t *testing.T) {
	guess := func(z []float64) float64 { return math.Abs(z[0]-1) + math.Abs(z[1]+2) + math.Abs(z[0]+z[2]-1.5) }
	bounds := [][2]float64{{-2, 2}, {-1, 1}, {-2, 2}, {-2, 2}}
	z := descend(guess, bounds, 7)
	for i, want := range []float64{1, -1, 0.5, 0} {
		if math.Abs(z[i]-want) > 0.05 {
			t.Errorf("the least guess is found at %.3f, knob %d should be %v", z, i, want)
		}
	}
	if again := descend(guess, bounds, 7); !slices.Equal(z, again) {
		t.Errorf("it is found at %v and at %v", z, again)
	}
}

// The loss of lines is that of a run with their figures.
func TestGuessedLoss(t *testing.T) {
	whole := fit.Band{Kind: fit.MAPE, Period: fit.Calibration, Accept: fit.Interval{Low: math.Inf(-1), High: 10}}
	one := fit.Band{Kind: fit.Growth, Period: fit.Calibration, Accept: fit.Interval{Low: 2, High: 4}}
	lines := [][]float64{{-4, 1}, {6, 1}, {3.5, -0.5}}
	targets := []target{{&whole, []int{0, 1}}, {&one, []int{2}}}
	for _, z := range []float64{0, 2, -20} {
		rows := []fit.Row{
			{Band: whole, Median: (math.Abs(-4+z) + math.Abs(6+z)) / 2, Verdict: fit.Met},
			{Band: one, Median: 3.5 - 0.5*z, Verdict: fit.Met},
		}
		if got, want := guessed(lines, targets, []float64{z}), lossOf(rows, false); math.Abs(got-want) > 1e-12 {
			t.Errorf("at %v lines have a loss of %v, a run %v", z, got, want)
		}
	}
}

// Limits keep values in their range and lines near runs.
func TestLimits(t *testing.T) {
	e := &emulator{search: &search{knobs: []knob{{low: 0, high: 10}, {low: 0, high: 10}}, best: []float64{5, 9.5}}, spread: 0.1}
	want := [][2]float64{{-2.5, 2.5}, {-2.5, 0.5}}
	if got := e.limits(); !slices.Equal(got, want) {
		t.Errorf("limits %v, want %v", got, want)
	}
}
