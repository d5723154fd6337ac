package fit

import (
	"cmp"
	"slices"

	"gosplan/data"
)

// A Record is what the tables of package data say of a series, one point to a
// year, in the unit of the series. An index is 100 in BaseYear.
type Record struct {
	Tables []string
	Index  bool
	Points []data.Point // by year
}

// BaseYear is the year in which indexes of the record are 100.
const BaseYear = baseYear

// alsoRecorded are series with a table whose errors are told and that are in no
// goal and no picture of the fit.
var alsoRecorded = []comparison{
	{series: "births", reference: "birth_rate", simulated: perThousand, from: 1946},
	{series: "state_employees", reference: "state_employees", simulated: plain, from: 1917},
	{series: "unemployment_rate", reference: "union_unemployment", simulated: plain},
	{series: "women_share", reference: "women_share", simulated: plain},
	{series: "market_price_ratio", reference: "market_price_ratio", simulated: plain},
	{series: "party_members", reference: "party_members", simulated: plain},
}

// perThousand is a flow over the people at the middle of the year.
func perThousand(r *run, name string, year int) (float64, bool) {
	v, ok := r.at(name, year)
	people, has := midyear(r, "population", year)
	return 1000 * v / people, ok && has && people > 0
}

// RecordOf is the record of a national series, false where there is none.
func RecordOf(name string) (Record, bool) {
	if name == "gdp" {
		return product()
	}
	var out Record
	for _, c := range slices.Concat(comparisons, alsoRecorded) {
		if c.series != name {
			continue
		}
		out.Tables, out.Index = append(out.Tables, c.reference), out.Index || c.index
		points := c.points(c.from, 9999)
		switch c.reference {
		case "birth_rate": // per thousand, where the series counts children
			points = nil
		case "population_mpd": // at midyear, where the series is of 1 January
			points = januaries(points)
		case "grain_output": // without what was occupied, where the series is of all land
			points = slices.DeleteFunc(points, func(p data.Point) bool { return p.Year >= 1941 && p.Year <= 1944 })
		}
		for _, p := range points {
			if p.From == p.Year {
				out.Points = append(out.Points, p)
			}
		}
	}
	slices.SortStableFunc(out.Points, func(a, b data.Point) int { return cmp.Compare(a.Year, b.Year) })
	return out, len(out.Points) > 0
}

// januaries are the means of two middles of years.
func januaries(points []data.Point) (out []data.Point) {
	for i := 1; i < len(points); i++ {
		a, z := points[i-1], points[i]
		if z.Year != a.Year+1 {
			continue
		}
		z.Value, z.Low, z.High = (a.Value+z.Value)/2, (a.Low+z.Low)/2, (a.High+z.High)/2
		out = append(out, z)
	}
	return out
}

// product is GDP: that per head times the people of the same source.
func product() (Record, bool) {
	out := Record{Tables: []string{"gdp_per_head", "population_mpd"}, Index: true}
	people := reference("population_mpd")
	base, _ := people.At(baseYear)
	for _, p := range compared("gdp_per_head").points(0, 9999) {
		if n, ok := people.At(p.Year); ok && p.From == p.Year {
			by := n.Value / base.Value
			p.Value, p.Low, p.High = p.Value*by, p.Low*by, p.High*by
			out.Points = append(out.Points, p)
		}
	}
	return out, true
}
