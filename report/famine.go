package report

import (
	"math"
	"slices"

	"gosplan/series"
)

// A deathTable sums the model's deaths from hunger by region and episode.
type deathTable struct {
	Episodes []episode
	Rows     []deathRow
	Spread   bool
}

type deathRow struct {
	Place string
	Cells []deathCell
	Total bool
}

type deathCell struct {
	Value     float64
	Low, High float64
	HasRange  bool
	Published string
}

// famine fills its section: the country by quarter, the country by year and
// every region, all regions to one scale.
func (m *maker) famine(s *section) {
	const name = "excess_deaths"
	if c := m.quarterly("excess_deaths_quarter"); c != nil {
		if d := m.defs[name]; d != nil {
			c.Meaning = meaning(d)
		}
		s.Lead = append(s.Lead, c)
	}
	if c := m.chart(name, series.Nation, medium); c != nil {
		s.Charts = append(s.Charts, c)
	}

	top := 0.0
	for _, where := range m.in.Log.Places(name) {
		if where == series.Nation {
			continue
		}
		c := m.chart(name, where, small)
		if c == nil {
			continue
		}
		c.Title, c.Basis, c.Meaning = region(where), "", ""
		if m.to > famineTo {
			c.to = famineTo
		}
		c.from = math.Min(math.Max(c.from, famineFrom), c.to-1)
		s.Regions = append(s.Regions, c)
		for _, d := range c.sim {
			if d.at <= c.to && finite(d.v) {
				top = math.Max(top, d.v)
			}
		}
		for _, r := range append(slices.Clone(c.seeds), c.past...) {
			if r.at <= c.to {
				top = math.Max(top, r.high)
			}
		}
	}
	for _, c := range s.Regions {
		c.top = top
	}
	s.Deaths = m.deaths(name)
}

// quarterly is a wide chart with every quarter a point.
func (m *maker) quarterly(name string) *chart {
	c := m.chart(name, series.Nation, wide)
	if c == nil {
		return nil
	}
	c.sim, c.faint = c.faint, nil
	if len(m.others) > 0 {
		curves := [][]dot{c.sim}
		for _, o := range m.others {
			curves = append(curves, times(o.quarters(name, series.Nation), c.scale))
		}
		c.seeds = spread(curves)
	}
	if c.to > famineTo {
		c.to = famineTo
	}
	c.from = math.Min(c.from, c.to-1)
	return c
}

// deaths sums each place over the years of each episode the run has lived.
func (m *maker) deaths(name string) *deathTable {
	t := &deathTable{Spread: len(m.others) > 0}
	for _, e := range episodes {
		if float64(e.From) >= m.from && float64(e.To) < m.to {
			t.Episodes = append(t.Episodes, e)
		}
	}
	places := m.in.Log.Places(name)
	if len(t.Episodes) == 0 || len(places) == 0 {
		return nil
	}
	for _, where := range places {
		row := deathRow{Place: region(where), Total: where == series.Nation}
		if row.Total {
			row.Place = "Whole country"
		}
		for _, e := range t.Episodes {
			cell := deathCell{Value: sum(m.run.yearly(name, where), e)}
			cell.Low, cell.High = cell.Value, cell.Value
			for _, o := range m.others {
				v := sum(o.yearly(name, where), e)
				cell.Low, cell.High, cell.HasRange = math.Min(cell.Low, v), math.Max(cell.High, v), true
			}
			cell.Published = recordedDeaths(where, e)
			row.Cells = append(row.Cells, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	slices.SortStableFunc(t.Rows, func(a, b deathRow) int { return btoi(a.Total) - btoi(b.Total) })
	return t
}

func sum(dots []dot, e episode) float64 {
	total := 0.0
	for _, d := range dots {
		if year := int(d.at); year >= e.From && year <= e.To && finite(d.v) {
			total += d.v
		}
	}
	return total
}

// region writes the name of a region for people: Kazakh-nomads are Kazakh
// nomads, North-Caucasus stays.
func region(name string) string {
	for i := 0; i+1 < len(name); i++ {
		if name[i] == '-' && name[i+1] >= 'a' && name[i+1] <= 'z' {
			return name[:i] + " " + region(name[i+1:])
		}
	}
	return name
}
