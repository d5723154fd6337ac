package claim

import (
	"math"
	"testing"
)

func TestFiguresHaveNoExponents(t *testing.T) {
	for v, want := range map[float64]string{8.43e-5: "0.0000843", 8.4e-5: "0.000084", -8.43e-5: "-0.0000843", 0.00843: "0.00843", 0: "0", 1234.4: "1234", 0.1 * 3: "0.3", 999.7: "1000", math.Inf(1): "+∞"} {
		if got := Figure(v); got != want {
			t.Errorf("Figure(%v) = %s, want %s", v, got, want)
		}
	}
}

// An effect on a share is read in percentage points, and what arms came to in
// per cent.
func TestSharesAreReadInPerCent(t *testing.T) {
	r := &Result{Test: &Test{Unit: "share of GDP", Smallest: 0.02}}
	r.Effect.N, r.Effect.Mean, r.Effect.Low, r.Effect.High = 2, 0.031, 0.02, 0.042
	if got := r.Interval(); got != "3.1 [2, 4.2]" {
		t.Errorf("the effect reads %s", got)
	}
	if figure, unit := r.Test.smallest(); figure != "2" || unit != "percentage points of GDP" {
		t.Errorf("the smallest reads %s %s", figure, unit)
	}
}
