package fit

import (
	"math"
	"testing"

	"gosplan/series"
)

// What history says of a figure is what the same figure makes of the tables.
func TestRecordsOfFaminesAreThoseOfTheTables(t *testing.T) {
	for _, b := range famines() {
		switch b.Name {
		case "births_1934", "births_1921_22", "deaths_1933", "gdp_per_head_1921":
		default:
			continue
		}
		p := planted{}
		for _, point := range reference(b.Reference).Points {
			p.set(b.Series, series.Nation, point.Year, point.Value)
			p.set("population", series.Nation, point.Year, 1) // rates are over it
		}
		want, ok := b.gauge(&b, read(p.log(1900, 1990, series.Emerges)), nil)
		if !ok || math.Abs(b.expected[0]-want) > 1e-9*math.Abs(want) {
			t.Errorf("%s: history is said to be %v and is %v", b.Name, b.expected[0], want)
		}
	}
}
