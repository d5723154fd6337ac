package sheet

import (
	"math"
	"strings"
	"testing"
)

func TestNumbersForPeople(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 0.1234: "0.123", 1.005: "1.00", 12.34: "12.3", 123.4: "123", 12345: "12\u202f345", -1234567: "−1\u202f234\u202f567",
		0.00012345: "0.000123", 99.97: "100", 0.9997: "1.00", 0.09997: "0.100", 3.1e-7: "3.1\u00a0×\u00a010⁻⁷", 2e12: "2\u00a0×\u00a010¹²", math.Inf(1): "–", -0.5: "−0.500",
	} {
		if got := Number(v); got != want {
			t.Errorf("Number(%g) = %q, want %q", v, got, want)
		}
	}
	for v, want := range map[float64]string{0.6: "0.6", 1e5: "100\u202f000", 0.000001: "0.000001", 1e-9: "1\u00a0×\u00a010⁻⁹", math.Inf(1): "∞", -12: "−12"} {
		if got := Exact(v); got != want {
			t.Errorf("Exact(%g) = %q, want %q", v, got, want)
		}
	}
	for v, want := range map[float64]string{0.051: "+5.1", -0.00001: "0.0", -0.02: "−2.0", math.NaN(): "–"} {
		if got := Percent(v); got != want {
			t.Errorf("Percent(%g) = %q, want %q", v, got, want)
		}
	}
}

// Axes end on round numbers and hold what they should show.
// Marks of a logarithmic axis have room beside it.
func TestLabels(t *testing.T) {
	for _, c := range []struct {
		v, step float64
		log     bool
		want    string
	}{
		{0.25, 0.25, false, "0.25"},
		{1500, 500, false, "1500"},
		{100, 0, true, "100"},
		{1e-11, 0, true, "10⁻¹¹"},
		{1e6, 0, true, "10⁶"},
	} {
		if got := Label(c.v, c.step, c.log); got != c.want {
			t.Errorf("%v is marked %q, want %q", c.v, got, c.want)
		}
	}
}

func TestExtent(t *testing.T) {
	for _, c := range []struct {
		name      string
		values    []float64
		low, high float64
		log       bool
	}{
		{"from zero", []float64{12, 97}, 0, 100, false},
		{"far from zero", []float64{97, 103}, 96, 104, false},
		{"both signs", []float64{-3, 8}, -5, 10, false},
		{"below zero", []float64{-60, -10}, -60, 0, false},
		{"nothing", nil, 0, 1, false},
		{"zero only", []float64{0, 0}, 0, 1, false},
		{"one value", []float64{50}, 0, 50, false},
		{"not numbers", []float64{math.NaN(), math.Inf(1), 4}, 2, 6, false},
		{"decades", []float64{0.5, 4000}, 0.1, 10000, true},
		{"tiny", []float64{1e-7, 3e-7}, 0, 3e-7, false},
	} {
		s, marks := Extent(c.values, 5)
		near := func(a, b float64) bool { return math.Abs(a-b) <= 1e-6*math.Max(math.Abs(b), 1e-7)+1e-15 }
		if c.name != "one value" && (!near(s.Low, c.low) || !near(s.High, c.high)) || s.Log != c.log {
			t.Errorf("%s: axis from %g to %g, log %v; want %g to %g, %v", c.name, s.Low, s.High, s.Log, c.low, c.high, c.log)
		}
		if len(marks) < 2 || len(marks) > 9 {
			t.Errorf("%s: marks %v", c.name, marks)
		}
		for _, v := range c.values {
			if !math.IsNaN(v) && !math.IsInf(v, 0) && (v < s.Low-1e-12 || v > s.High+1e-12) {
				t.Errorf("%s: %g lies outside %g to %g", c.name, v, s.Low, s.High)
			}
		}
	}
}

// A flow whose columns are given stands in them, and a circle of flows is
// drawn with two bars a name.
func TestFlowsStandInColumns(t *testing.T) {
	circle := Flows([]Flow{{From: "coal", To: "steel", Value: 3, Unit: "t"}, {From: "steel", To: "coal", Value: 2, Unit: "t"}})
	if n := strings.Count(string(circle[0]), "<rect"); n != 4 {
		t.Errorf("a circle of two names has %d bars, want 4", n)
	}
	placed := Flows([]Flow{
		{From: "coal", To: "steel", Value: 3, Unit: "t", FromColumn: 0, ToColumn: 1},
		{From: "steel", To: "coal", Value: 2, Unit: "t", FromColumn: 1, ToColumn: 2},
	})
	if n := strings.Count(string(placed[0]), "<rect"); n != 3 {
		t.Errorf("three columns have %d bars, want 3", n)
	}
	if got := Flows([]Flow{{From: "<b>", To: "c", Value: 1}, {Value: math.NaN()}, {Value: -1}}); len(got) != 1 || strings.Contains(string(got[0]), "<b>") {
		t.Errorf("names are not escaped, or what is no amount is drawn: %s", got)
	}
}

func TestLongNamesAreCut(t *testing.T) {
	got := Fit(strings.Repeat("w", 99), 200, 12)
	if TextWidth(got, 12) > 200 || !strings.HasSuffix(got, "…") {
		t.Errorf("%q", got)
	}
	if Fit("coal", 200, 12) != "coal" {
		t.Error("a short name was cut")
	}
}

// The longest name of what harvests go to is written out.
func TestNamesOfFlowsAreWhole(t *testing.T) {
	const long = "barns, markets and losses"
	for _, v := range []float64{40, 0.4} { // a bar of two lines and of one
		if got := Flows([]Flow{{From: "harvest", To: "state", Value: 40}, {From: "state", To: "towns", Value: 40}, {From: "harvest", To: long, Value: v}}); !strings.Contains(string(got[0]), ">"+long) {
			t.Errorf("%g: the name is cut", v)
		}
	}
}
