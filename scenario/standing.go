package scenario

import (
	"math"
	"reflect"
)

// Expected is what people go by who look ahead.
type Expected struct {
	War      float64 // years that a war is believed to last, in the mean, whenever one looks
	Harvests int     // years whose harvests are remembered
}

// Standing is nature and the world outside as people expect them who know a
// year and nothing after it, for so many years. What moves slowly stays as it
// was in that year. A war, and all that it does, becomes less likely with every
// year, so that it lasts as long in the mean as wars do. Harvests are those of
// the mean of the years that are remembered, and no land is won.
func (g *Given) Standing(year, years int, e Expected) Given {
	still := func(v float64) Path { return Path{year: v} }
	fade := func(v float64) Path {
		out := Path{year: v}
		for y := year + 1; y <= year+years; y++ {
			out[y] = v * e.goesOn(y-year)
		}
		return out
	}
	fading := func(r Regional) Regional {
		out := Regional{}
		for y := year + 1; y <= year+years && len(r[year]) > 0; y++ {
			out[y] = map[string]float64{}
			for place, v := range r[year] {
				out[y][place] = v * e.goesOn(y-year)
			}
		}
		return out
	}
	usual := Regional{}
	for y := year + 1; y <= year+years; y++ {
		usual[y] = g.seen(year, e.Harvests)
	}
	const december = 12
	return Given{
		Weather: usual, OilPrice: still(g.OilPrice.At(year)), OilShare: still(g.OilShare.Between(year, december)), Threat: still(g.Threat.Between(year, december)), War: fade(g.War.At(year)),
		Occupied: fading(g.Occupied), Destroyed: fading(g.Destroyed), WarDeaths: fade(g.WarDeaths.At(year)),
		Mortality: still(g.Mortality.Between(year, december)), AdultMortality: still(g.AdultMortality.Between(year, december)),
		LendLease: fade(g.LendLease.At(year)), FoodAid: fade(g.FoodAid.At(year)), Embargo: still(g.Embargo.At(year)), Frontier: g.Frontier.still(year),
	}
}

// Standing are the decisions as people expect them who know what is ordered in
// the January of a year and nothing after it, for so many years: all goes on.
// What is taken for a war goes with it; exchanges of money, lists of prices and
// what is ordered of single regions are events that nobody expects.
func (d *Decided) Standing(year, years int, e Expected) Decided {
	const january = 1
	var out Decided
	to := reflect.ValueOf(&out).Elem()
	for k := range Decisions {
		path := d.Of(k)
		if len(path) == 0 {
			continue
		}
		now := path.At(year)
		switch k {
		case CurrencyReform:
			now = 1
		case RetailPriceOrder:
			now = 0
		case FarmInvestment, NurseryPlaces, SchoolPlaces: // lines through the middles of the years
			now = path.Between(year, january)
		}
		still := Path{year: now}
		for y, v := range path { // what has been is known
			if y < year {
				still[y] = v
			}
		}
		if k == DraughtLevy || k == FuelWithheld {
			for y := 1; y <= years; y++ {
				still[year+y] = now * e.goesOn(y)
			}
		}
		to.Field(int(k)).Set(reflect.ValueOf(still))
	}
	return out
}

// goesOn is the chance that a war still goes on after some years.
func (e Expected) goesOn(years int) float64 {
	return math.Pow(max(0, 1-1/max(1, e.War)), float64(years))
}

// seen is the weather of the mean of so many years up to one, by region; a year
// of which nothing is said was normal.
func (g *Given) seen(year, years int) map[string]float64 {
	mean := map[string]float64{}
	for y := year - years + 1; y <= year; y++ {
		for place, v := range g.Weather[y] {
			if _, there := mean[place]; !there {
				mean[place] = 1
			}
			mean[place] += (v - 1) / float64(years)
		}
	}
	return mean
}
