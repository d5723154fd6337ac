package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"gosplan"
)

// Without a terminal a quick run says something every five years, and a slow
// one about once a minute.
func TestLinesComeByYearsOrByTheMinute(t *testing.T) {
	for _, c := range []struct {
		name    string
		quarter time.Duration
		want    []string // of fourteen quarters, those that have a line
	}{
		{"quick", time.Millisecond, []string{"1920 Q1", "1920 Q2"}},
		{"slow", 25 * time.Second, []string{"1917 Q3", "1918 Q2", "1919 Q1", "1919 Q4", "1920 Q1", "1920 Q2"}},
	} {
		synctest.Test(t, func(t *testing.T) {
			var out bytes.Buffer
			d := newDisplay(&out, false, 0)
			for q := range 14 {
				time.Sleep(c.quarter)
				d.quarter(gosplan.Progress{Year: 1917 + q/4, Quarter: 1 + q%4, Done: float64(q+1) / 14})
			}
			var got []string
			for line := range strings.Lines(out.String()) {
				got = append(got, strings.Join(strings.Fields(line)[:2], " "))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%s: lines of %v, want %v", c.name, got, c.want)
			}
		})
	}
}
