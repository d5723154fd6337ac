package main

import (
	"testing"

	"gosplan/fit"
)

func TestNoBiasIsNotBelowZero(t *testing.T) {
	for _, c := range []struct {
		misfit fit.Misfit
		want   string
	}{
		{fit.Misfit{Years: 0}, "–"},
		{fit.Misfit{Years: 3, Bias: -0.04}, "+0.0"},
		{fit.Misfit{Years: 3, Bias: -0.06}, "-0.1"},
		{fit.Misfit{Years: 3, Bias: 12.34}, "+12.3"},
	} {
		if got := bias(c.misfit); got != c.want {
			t.Errorf("%v: %s, want %s", c.misfit, got, c.want)
		}
	}
}
