package report

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"gosplan/series"
)

// A maker draws charts from one input.
type maker struct {
	in       Input
	run      index
	others   []index
	defs     map[string]*series.Definition
	from, to float64
	eras     []span
	wars     []span
	used     map[string]bool
	still    []string // titles of series that are zero throughout
}

func newMaker(in Input) *maker {
	m := &maker{in: in, run: indexed(in.Log), defs: map[string]*series.Definition{}, used: map[string]bool{}}
	for _, o := range in.Others {
		m.others = append(m.others, indexed(o))
	}
	for _, d := range in.Log.Definitions() {
		if d != nil && m.defs[d.Name] == nil {
			m.defs[d.Name] = d
		}
	}
	m.from, m.to = math.Inf(1), math.Inf(-1)
	for _, r := range in.Log.Rows {
		m.from, m.to = min(m.from, float64(r.Year)), max(m.to, float64(r.Year)+1)
	}
	if m.to <= m.from {
		m.from, m.to = 1917, 1992
	}
	m.eras, m.wars = m.spans()
	return m
}

// spans are the eras, by script or by choice within the run, and the years of
// war.
func (m *maker) spans() (eras, wars []span) {
	s := m.in.Scenario
	if s == nil {
		return nil, nil
	}
	era := func(year, month int, name string) {
		from := float64(year) + float64(max(month, 1)-1)/12
		if n := len(eras); n > 0 {
			eras[n-1].to = from
		}
		eras = append(eras, span{from, m.to, sentence(name)})
	}
	for _, e := range s.Eras {
		era(e.From.Year, e.From.Month, e.System)
	}
	for _, e := range m.in.Log.Events {
		if e.To != "" {
			era(e.Year, e.Month, e.To)
		}
	}

	years := slices.Sorted(maps.Keys(s.Nature.War))
	for i, year := range years {
		if s.Nature.War[year] < fightingFrom {
			continue
		}
		to := m.to
		if i+1 < len(years) {
			to = float64(years[i+1])
		}
		if n := len(wars); n > 0 && wars[n-1].to == float64(year) {
			wars[n-1].to = to
			continue
		}
		wars = append(wars, span{float64(year), to, "war"})
	}
	return eras, wars
}

// fightingFrom is how far at war the country is in years shaded as war.
const fightingFrom = 0.1

// chart draws a series at a place, or returns nil if there is nothing to show.
func (m *maker) chart(name, where string, s size) *chart {
	d := m.defs[name]
	if d == nil {
		return nil
	}
	m.used[name] = true
	unit, by := series.Shown(d.Unit)
	c := &chart{
		ID: "c-" + slug(name), Series: name, Title: d.Title, Unit: unit, Basis: d.Basis, Meaning: meaning(d),
		Status: d.Status, Size: s, from: m.from, to: m.to, eras: m.eras, shaded: m.wars, scale: by,
	}
	if where != series.Nation {
		c.ID += "-" + slug(where)
	}
	lived := m.run.without(name, where)
	rebase := m.rebases(d, lived)
	own := func(x index) float64 {
		if rebase {
			return by * toBase(x.yearly(name, where))
		}
		return by
	}
	c.sim = times(lived, own(m.run))
	curves := [][]dot{c.sim}
	for _, o := range m.others {
		curves = append(curves, times(o.without(name, where), own(o)))
	}
	if d.Every == series.Quarterly && s != small {
		c.faint = times(m.run.quarters(name, where), own(m.run))
	}
	if len(m.others) > 0 {
		c.seeds, c.median = spread(curves), true
		c.Notes = append(c.Notes, fmt.Sprintf("The line is seed %d; the thin line is the median and the band the middle 80 %% of %d seeds.", m.in.Seed, 1+len(m.others)))
	}
	record, sources := past(m.in.History, name, where)
	c.past, c.Sources = timesReach(record, by), sources
	c.Asides = asides(m.in.History, name, where, by)
	if c.empty() {
		return nil
	}
	if where == series.Nation && c.still() {
		m.still = append(m.still, d.Title)
		return nil
	}
	c.cutPeaks()
	if rebase {
		rest, level := onLevel(c.Meaning)
		c.Meaning = rest
		if len(c.past) > 0 {
			c.Notes = append(c.Notes, levels(100/toBase(lived), level))
		}
	}
	if len(c.past)+len(c.Asides) > 0 {
		if n := notion(name); n != "" {
			c.Notes = append(c.Notes, n)
		}
	}
	return c
}

// title is that of a series of the run.
func (m *maker) title(name string) string {
	if d := m.defs[name]; d != nil {
		return d.Title
	}
	return sentence(spaced(name))
}

// slug makes a name safe as an id.
func slug(s string) string {
	return strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return '-'
	}, s), "-")
}

// charts draws the national charts of several series.
func (m *maker) charts(names []string, s size) []*chart {
	var out []*chart
	for _, name := range names {
		if m.used[name] {
			continue
		}
		if c := m.chart(name, series.Nation, s); c != nil {
			out = append(out, c)
		}
	}
	return out
}

// sections draws the parts that have anything to show.
func (m *maker) sections() []*section {
	var out []*section
	for _, p := range parts {
		s := &section{ID: p.id, Title: p.title, Text: p.text}
		if p.id == "famine" {
			m.famine(s)
		}
		if p.lead != "" {
			s.Lead = m.charts([]string{p.lead}, wide)
		}
		s.Charts = append(s.Charts, m.charts(p.series, medium)...)
		s.Herds = m.charts(p.herds, small)
		if p.id == "output" {
			s.Growth = m.growth()
		}
		if p.id == "systems" {
			s.Events = m.in.Log.Events
		}
		if len(s.Lead)+len(s.Charts)+len(s.Herds)+len(s.Regions) > 0 {
			out = append(out, s)
		}
	}

	rest := &section{ID: "further", Title: "Further series"}
	for _, d := range m.in.Log.Definitions() {
		if d == nil || m.used[d.Name] {
			continue
		}
		for _, where := range m.in.Log.Places(d.Name) {
			c := m.chart(d.Name, where, medium)
			if c == nil {
				continue
			}
			if where != series.Nation {
				c.Title += ", " + where
			}
			rest.Charts = append(rest.Charts, c)
		}
	}
	if len(rest.Charts) > 0 {
		out = append(out, rest)
	}
	return out
}

// meaning is how a series is counted. That it is also written by region
// matters to those who read the tables, not here.
func meaning(d *series.Definition) string {
	text := d.Meaning
	if short, cut := strings.CutSuffix(text, "; also by region."); cut {
		text = short + "."
	}
	if d.Why != "" && d.Why != d.Meaning {
		text += " " + strings.ToUpper(string(d.Status[:1])) + string(d.Status[1:]) + ": " + d.Why
	}
	return text
}
