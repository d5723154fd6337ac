package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"gosplan/fit"
)

// A search goes on from the last set that an earlier one printed, whatever was searched then.
func TestContinueFrom(t *testing.T) {
	knobs := []knob{
		{path: "A.Share"}, {path: "B.Most", systems: []string{"plan-1929"}}, {path: "B.Most", systems: []string{"plan-1940", "plan-1956"}}, {path: "C.New"},
	}
	earlier := append(knobs[:3:3], knob{path: "D.Gone"})
	file := filepath.Join(t.TempDir(), "out")
	text := "start 0.7000\n" +
		"   3  0.6900" + written(earlier, []float64{9, 9, 9, 9}) + "\n" +
		"   8  0.6800" + written(earlier, []float64{0.25, 0.333333, -2e-5, 7}) + "\n" +
		"  Band  a=b term 0.3\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	best := []float64{1, 2, 3, 4}
	if err := continueFrom(file, knobs, best); err != nil {
		t.Fatal(err)
	}
	if want := []float64{0.25, 0.3333, -2e-5, 4}; !slices.Equal(best, want) {
		t.Errorf("the search goes on from %v, want %v", best, want)
	}
	for name, text := range map[string]string{"no set": "start 0.7\n", "no number": "A.Share=x B.Most=1@plan-1929 B.Most=1@plan-1940\n"} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if continueFrom(file, knobs, best) == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// Only a smaller loss is kept.
func TestTheBestSetIsKept(t *testing.T) {
	s := &search{best: []float64{1}, loss: 0.5}
	if s.keep([]float64{2}, 0.5, 1) || s.best[0] != 1 || !s.keep([]float64{3}, 0.4, 2) || s.best[0] != 3 || s.loss != 0.4 {
		t.Errorf("the best set is %v with a loss of %v", s.best, s.loss)
	}
}

// A search looks at no year after 1970 and at no pattern of the mature plan.
func TestASearchSeesNothingAfter1970(t *testing.T) {
	seen := 0
	for _, b := range fit.Bands() {
		row := fit.Row{Band: b}
		if !counts(&row) {
			continue
		}
		if seen++; b.To > 1970 || b.Syndrome {
			t.Errorf("%s, %d-%d, is looked at", b.Name, b.From, b.To)
		}
	}
	if seen < 20 {
		t.Errorf("%d bands are looked at", seen)
	}
	for _, row := range fit.Measure(nil).Guides {
		if !counts(&row) {
			t.Errorf("%s is not looked at", row.Name)
		}
	}
}

// A figure is an error of one where it is as far from the middle as is accepted.
func TestTerm(t *testing.T) {
	for _, c := range []struct {
		band    fit.Band
		v, want float64
	}{
		{fit.Band{Kind: fit.MAPE, Accept: fit.Interval{High: 10}}, 5, 0.5},
		{fit.Band{Kind: fit.Growth, Accept: fit.Interval{Low: 2, High: 6}}, 5, 0.5},
		{fit.Band{Kind: fit.Growth, Accept: fit.Interval{Low: 2, High: 6}}, 2, 1},
		{fit.Band{Kind: fit.Ordering, Unit: "year", Accept: fit.Interval{Low: 1933, High: 1933}}, 1932, 0.5},
		{fit.Band{Kind: fit.Ordering, Unit: "year", Accept: fit.Interval{Low: 1933, High: 1933}}, 1933, 0},
	} {
		if got := term(&c.band, c.v); got != c.want {
			t.Errorf("%+v at %v: %v, want %v", c.band.Accept, c.v, got, c.want)
		}
	}
}
