package report

import (
	"fmt"
	"html/template"
	"math"
	"slices"

	"gosplan/series"
)

// A deathTable sums the model's deaths from hunger by region and episode.
type deathTable struct {
	Episodes []episode
	Others   []others
	Rows     []deathRow
	Sums     template.HTML // the famines beside what is published
	From     []attribution // by whom
	Spread   bool
}

// Others are years outside the famines, with a name for what they were.
type others struct {
	Name  string
	Years []int
}

type deathRow struct {
	Place string
	Cells []deathCell
	Total bool
}

type deathCell struct {
	Value     float64 // millions
	Low, High float64 // 10th and 90th percentile of the seeds
	HasRange  bool
	AYear     float64 // millions a year, where Years are many
	Years     int     // that were lived outside the episodes
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
	if c := m.chart(name, series.Nation, wide); c != nil {
		s.Lead = append(s.Lead, c)
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
	if !m.in.isStylised() {
		s.Deaths = m.deaths(name)
	}
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
	t.Others = apartByWar(m.quiet(name, t.Episodes))
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
			cell := m.dead(func(x index) float64 { return sum(x.yearly(name, where), e.has) })
			cell.Published = recordedDeaths(where, e)
			row.Cells = append(row.Cells, cell)
		}
		for _, other := range t.Others {
			cell := m.dead(func(x index) float64 {
				return sum(x.yearly(name, where), func(year int) bool { return slices.Contains(other.Years, year) })
			})
			cell.Years, cell.AYear = len(other.Years), cell.Value/float64(len(other.Years))
			row.Cells = append(row.Cells, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	slices.SortStableFunc(t.Rows, func(a, b deathRow) int { return btoi(a.Total) - btoi(b.Total) })
	t.Sums, t.From = m.famineSums(name)
	return t
}

// has says whether a year belongs to the episode.
func (e episode) has(year int) bool { return year >= e.From && year <= e.To }

// quiet are the years of the run that belong to no famine.
func (m *maker) quiet(name string, episodes []episode) (years []int) {
	for _, d := range m.run.yearly(name, series.Nation) {
		year := int(d.at)
		if !slices.ContainsFunc(episodes, func(e episode) bool { return e.has(year) }) {
			years = append(years, year)
		}
	}
	return years
}

// apartByWar parts years of war from those of peace, which alone show chronic
// hunger.
func apartByWar(years []int) []others {
	groups := []others{{Name: "Civil war"}, {Name: "1941–45"}, {Name: "Other years, of peace"}}
	for _, year := range years {
		g := &groups[2]
		switch {
		case year <= 1920:
			g = &groups[0]
		case year >= 1941 && year <= 1945:
			g = &groups[1]
		}
		g.Years = append(g.Years, year)
	}
	return slices.DeleteFunc(groups, func(g others) bool { return len(g.Years) == 0 })
}

// Span says which years these are.
func (o others) Span() string {
	first, last := o.Years[0], o.Years[len(o.Years)-1]
	if last-first+1 == len(o.Years) && first != last {
		return fmt.Sprintf("sum of %d–%d", first, last)
	}
	return fmt.Sprintf("sum of %d years", len(o.Years))
}

// dead is a sum of deaths in this run with its spread over all.
func (m *maker) dead(count func(index) float64) deathCell {
	cell := deathCell{Value: count(m.run), HasRange: len(m.others) > 0}
	cell.Low, cell.High = m.spread(count)
	return cell
}

func sum(dots []dot, of func(year int) bool) float64 {
	total := 0.0
	for _, d := range dots {
		if of(int(d.at)) && finite(d.v) {
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
