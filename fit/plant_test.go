package fit

import (
	"math"
	"sort"

	"gosplan/series"
)

// planted builds logs by hand: a run that is a copy of history, and runs that
// are not.
type planted map[[2]string]map[int]float64

func (p planted) set(name, place string, year int, v float64) {
	key := [2]string{name, place}
	if p[key] == nil {
		p[key] = map[int]float64{}
	}
	p[key][year] = v
}

// through sets every year between known ones, on straight lines, flat outside.
func (p planted) through(name string, known map[int]float64, from, to int) {
	var years []int
	for y := range known {
		years = append(years, y)
	}
	sort.Ints(years)
	for y := from; y <= to; y++ {
		i := sort.SearchInts(years, y)
		switch {
		case i == 0:
			p.set(name, series.Nation, y, known[years[0]])
		case i == len(years):
			p.set(name, series.Nation, y, known[years[i-1]])
		default:
			a, z := years[i-1], years[i]
			share := float64(y-a) / float64(z-a)
			p.set(name, series.Nation, y, known[a]+share*(known[z]-known[a]))
		}
	}
}

// scale multiplies a series at every place and year.
func (p planted) scale(name string, by float64) planted {
	for key, values := range p {
		if key[0] == name {
			for y := range values {
				values[y] *= by
			}
		}
	}
	return p
}

// log writes the rows, for years from one to another, with a status.
func (p planted) log(from, to int, status series.Status) *series.Log {
	l := &series.Log{}
	definitions := map[string]*series.Definition{}
	for key, values := range p {
		d := definitions[key[0]]
		if d == nil {
			d = &series.Definition{Name: key[0], Title: key[0], Every: series.Yearly, Status: status}
			definitions[key[0]] = d
		}
		for y, v := range values {
			if y >= from && y <= to {
				l.Add(d, key[1], y, 0, v)
			}
		}
	}
	return l
}

// history is a run that did what the record says.
func history() planted {
	p := planted{}
	for _, c := range comparisons {
		known := map[int]float64{}
		for _, q := range c.points(0, math.MaxInt) {
			known[q.Year] = q.Value
		}
		switch {
		case c.reference == "military_share_war": // some years of a series that is known before and after
			for year, v := range known {
				p.set(c.series, series.Nation, year, v)
			}
		case c.reference != "population_mpd": // planted below
			p.through(c.series, known, 1917, 1992)
		}
	}
	// First Januaries whose means are the mid-years.
	figures := reference("population_mpd")
	population := p[[2]string{"population", series.Nation}]
	for y := 1940; y <= 1992; y++ {
		q, ok := figures.At(y)
		if !ok || y < 1946 {
			continue
		}
		if y == 1946 {
			population[y] = q.Value
		}
		population[y+1] = 2*q.Value - population[y]
	}
	index := func(name, table string) {
		level := map[int]float64{1928: 100}
		for _, q := range reference(table).Points {
			if base, ok := level[q.From]; ok {
				level[q.Year] = base * math.Pow(1+q.Value/100, float64(q.Year-q.From))
			}
		}
		p.through(name, level, 1917, 1992)
	}
	index("capital", "capital_growth")
	plantGDP(p)
	plantFamines(p)
	plantSyndrome(p)
	for _, c := range alsoRecorded {
		for _, q := range c.points(0, math.MaxInt) {
			v := q.Value
			if c.reference == "birth_rate" {
				v *= (population[q.Year] + population[q.Year+1]) / 2000
			}
			p.set(c.series, series.Nation, q.Year, v)
		}
	}
	return p
}

// plantGDP makes total output that grows as the reference in every period.
func plantGDP(p planted) {
	perHead := p[[2]string{"gdp_per_head", series.Nation}]
	people := reference("population_mpd")
	for y := 1917; y <= 1992; y++ {
		if q, ok := people.At(y); ok {
			p.set("gdp", series.Nation, y, perHead[y]*q.Value)
			p.set("gdp_early", series.Nation, y, perHead[y]*q.Value*math.Pow(1.05, float64(y-1928)))
		}
	}
}

func plantFamines(p planted) {
	for y := 1917; y <= 1992; y++ {
		p.set("excess_deaths", series.Nation, y, 0)
		p.set("excess_deaths", "Ukraine", y, 0)
		p.set("excess_deaths", "Kazakh-nomads", y, 0)
	}
	for y, v := range map[int]float64{1921: 2.5, 1922: 2.5, 1931: 0.5, 1932: 1, 1933: 4, 1934: 0.5, 1946: 0.4, 1947: 0.8} {
		p.set("excess_deaths", series.Nation, y, v)
		p.set("excess_deaths", "Ukraine", y, v/2)
		p.set("excess_deaths", "Kazakh-nomads", y, v*0.22)
	}
	births := p[[2]string{"births", series.Nation}]
	births[1921], births[1922] = 4.6, 4.6
	for y := 1925; y <= 1927; y++ {
		births[y] = 6.5
	}
	births[1927] = 6.95
}

func plantSyndrome(p planted) {
	for name, v := range map[string]float64{
		"unemployment_rate": 0.003, "vacancy_rate": 0.04, "stock_ratio": 3.2, "spike_share": 0.33, "month3_share": 0.42,
		"defect_rate": 0.1, "frustrated_share": 0.1, "queue_hours": 1.5, "diffusion_years": 22,
	} {
		p.through(name, map[int]float64{1950: v}, 1917, 1991)
	}
	for y := 1986; y <= 1991; y++ {
		p.set("frustrated_share", series.Nation, y, 0.2)
	}
	ages := map[int]float64{1955: 7}
	for _, q := range reference("equipment_age").Points {
		ages[q.Year] = q.Value
	}
	p.through("equipment_age", ages, 1917, 1991)
	capital := p[[2]string{"capital", series.Nation}]
	workers := p[[2]string{"employed_outside_farms", series.Nation}]
	for y := 1917; y <= 1991; y++ {
		v := weitzman1970(capital[y]/capital[1950], workers[y]/workers[1950], y-1950)
		p.set("nonfarm_output", series.Nation, y, v)
	}
}
