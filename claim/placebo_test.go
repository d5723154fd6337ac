package claim

import (
	"context"
	"slices"
	"testing"
)

// The placebo of a large effect is none: one arm, and other seeds.
func TestPlacebos(t *testing.T) {
	r, _ := Read([]byte(small))
	alarms := 0
	for seed := range uint64(40) {
		runs, err := laboratory(planted(50, 0.3, seed)).Run(context.Background(), r.Arms)
		if err != nil {
			t.Fatal(err)
		}
		test := &r.Claims[0].Tests[0]
		placebo := Placebos(r.Tests(), runs)[test]
		if placebo.Effect.N != 4 || !Results(r.Tests(), runs, 0)[test].Alarm() {
			t.Fatalf("%d pairs of the placebo", placebo.Effect.N)
		}
		if placebo.Alarm() {
			alarms++
		}
	}
	if alarms > 5 { // at 5 % of false alarms: fewer than one time in thirty
		t.Errorf("%d of 40 placebos are found to differ", alarms)
	}
}

func TestWhatATestIsDrawnFrom(t *testing.T) {
	r := Registered()
	c, _ := r.Find("E40")
	test := c.Again.Each()[2]
	if !slices.Equal(test.Arms(), []string{"market-1965", "plan"}) || !slices.Equal(test.Series(), []string{"output_arms"}) || !slices.Equal(test.Spans(), [][2]int{{1970, 1985}}) {
		t.Errorf("%v %v %v", test.Arms(), test.Series(), test.Spans())
	}
	c, _ = r.Find("E65")
	if spans := c.Each()[0].Spans(); len(spans) > 0 {
		t.Errorf("a figure without years names %v", spans)
	}
	c, _ = r.Find("E4")
	if spans := c.Each()[1].Spans(); !slices.Equal(spans, [][2]int{{1933, 1937}, {1978, 1982}}) {
		t.Errorf("a difference of two periods names %v", spans)
	}
}
