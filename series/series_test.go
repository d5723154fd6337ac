package series

import (
	"maps"
	"slices"
	"testing"
)

var (
	grain = &Definition{Name: "grain", Every: Yearly}
	queue = &Definition{Name: "queue", Every: Quarterly}
)

func sample() *Log {
	l := &Log{}
	l.Add(queue, Nation, 1933, 1, 2)
	l.Add(queue, Nation, 1933, 2, 4)
	l.Add(queue, "Volga", 1933, 1, 100)
	l.Add(grain, Nation, 1933, 0, 68)
	l.Add(grain, Nation, 1934, 0, 67)
	return l
}

func TestDate(t *testing.T) {
	if got := (Row{Year: 1933}).Date(); got != "1933" {
		t.Errorf("a year is %q", got)
	}
	if got := (Row{Year: 1933, Quarter: 2}).Date(); got != "1933-Q2" {
		t.Errorf("a quarter is %q", got)
	}
}

// A year of a quarterly series is the mean of the quarters present, of that
// place only.
func TestYear(t *testing.T) {
	l := sample()
	for _, c := range []struct {
		name, place string
		want        map[int]float64
	}{
		{"queue", Nation, map[int]float64{1933: 3}},
		{"queue", "Volga", map[int]float64{1933: 100}},
		{"grain", Nation, map[int]float64{1933: 68, 1934: 67}},
		{"grain", "Volga", map[int]float64{}},
		{"horses", Nation, map[int]float64{}},
	} {
		if got := l.Year(c.name, c.place); !maps.Equal(got, c.want) {
			t.Errorf("%s in %s is %v, want %v", c.name, c.place, got, c.want)
		}
	}
}

func TestOrderOfAppearance(t *testing.T) {
	l := sample()
	if got := l.Definitions(); !slices.Equal(got, []*Definition{queue, grain}) {
		t.Errorf("definitions are %v", got)
	}
	if got := l.Places("queue"); !slices.Equal(got, []string{Nation, "Volga"}) {
		t.Errorf("places are %v", got)
	}
	if got := l.Places("horses"); len(got) != 0 {
		t.Errorf("a series without rows has places %v", got)
	}
}
