package claim

import (
	"cmp"
	"fmt"
	"slices"

	"gosplan/scenario"
	"gosplan/series"
)

// Paths is which systems the seeds of a governed scenario went through.
type Paths struct {
	Seeds    int                `json:"seeds"`
	Broken   int                `json:"broken"` // runs that did not come to their end
	Years    []int              `json:"years"`
	Systems  []SystemShares     `json:"systems"`
	Changes  []Turn             `json:"changes"`  // the first of each kind in a run, most frequent first
	Outcomes []OutcomeShare     `json:"outcomes"` // shares of seeds
	PerRun   map[string]float64 `json:"per_run"`  // means over seeds
}

// SystemShares is the share of seeds under a system in each of the years.
type SystemShares struct {
	Name   string    `json:"name"`
	Shares []float64 `json:"shares"`
}

// A Turn is one system in the place of another, in any run at least once.
type Turn struct {
	From  string  `json:"from"`
	To    string  `json:"to"`
	Share float64 `json:"share"` // of seeds
	Early int     `json:"p10"`   // of the years in which it came first
	Mid   int     `json:"median"`
	Late  int     `json:"p90"`
}

// An OutcomeShare is how many of the seeds came to something.
type OutcomeShare struct {
	Name  string  `json:"name"`
	Means string  `json:"means"`
	Share float64 `json:"share"`
}

// deadly are deaths from hunger in a year that count as a famine, million; a
// year as bad as that before lean is that of the civil war, which the scenario
// scripts.
const (
	deadly = 1
	lean   = 1924
	great  = 4 // and in two years in a row
)

// stride is how many years lie between the columns of the table of systems.
const stride = 5

// NewPaths reads the paths from the figures of runs of a scenario.
func NewPaths(s *scenario.Scenario, runs []*Figures) *Paths {
	p := &Paths{PerRun: map[string]float64{}}
	names := []string{s.Eras[len(s.Eras)-1].System + ", by script"}
	for i := range s.Politics.Candidates {
		names = append(names, s.Politics.Candidates[i].Called())
	}
	var seeds []trail
	for _, f := range runs {
		if f.Failure != "" {
			p.Broken++
			continue
		}
		seeds = append(seeds, newTrail(s, f))
	}
	p.Seeds = len(seeds)
	if p.Seeds == 0 {
		return p
	}
	p.systems(s, names, seeds)
	p.changes(names, seeds)
	for _, o := range outcomes(names, s) {
		var n float64
		for _, t := range seeds {
			if o.is(t) {
				n++
			}
		}
		p.Outcomes = append(p.Outcomes, OutcomeShare{o.name, o.means, n / float64(p.Seeds)})
	}
	for _, t := range seeds {
		p.PerRun["changes"] += float64(len(t.moves)) / float64(p.Seeds)
		p.PerRun["famine deaths from 1924"] += t.dead / float64(p.Seeds)
	}
	return p
}

// A trail is the path of one seed.
type trail struct {
	at     map[int]int // system by year
	moves  []move
	market map[int]bool // years in which most inputs were bought
	last   int
	dead   float64 // of hunger after lean, million
	worst  float64 // in one year after lean
	pair   float64 // in two years in a row
	joined float64 // largest share of households in collective farms
}

type move struct{ year, from, to int }

func newTrail(s *scenario.Scenario, f *Figures) trail {
	t := trail{at: map[int]int{}, market: map[int]bool{}}
	before, last := 0, 0.0
	from, to, _ := f.Span("regime", series.Nation)
	for year := from; year <= to; year++ {
		v, ok := f.Value("regime", series.Nation, year)
		if !ok {
			continue
		}
		t.at[year], t.last = int(v), year
		if int(v) != before {
			t.moves = append(t.moves, move{year, before, int(v)})
			before = int(v)
		}
		bought, _ := f.Value("market_regime", series.Nation, year)
		t.market[year] = bought > 0.5
		joined, _ := f.Value("collectivised_share", series.Nation, year)
		t.joined = max(t.joined, joined)
		if dead, _ := f.Value("excess_deaths", series.Nation, year); year >= lean {
			t.dead += dead
			t.worst = max(t.worst, dead)
			t.pair = max(t.pair, dead+last)
			last = dead
		}
	}
	return t
}

func (p *Paths) systems(s *scenario.Scenario, names []string, seeds []trail) {
	for year := s.Politics.From.Year; year <= s.To.Year; year++ {
		if year%stride == 0 || year == s.To.Year {
			p.Years = append(p.Years, year)
		}
	}
	for k, name := range names {
		row := SystemShares{Name: name, Shares: make([]float64, len(p.Years))}
		for i, year := range p.Years {
			for _, t := range seeds {
				if t.at[year] == k {
					row.Shares[i] += 1 / float64(len(seeds))
				}
			}
		}
		p.Systems = append(p.Systems, row)
	}
}

func (p *Paths) changes(names []string, seeds []trail) {
	first := map[[2]int][]int{}
	for _, t := range seeds {
		seen := map[[2]int]bool{}
		for _, m := range t.moves {
			if key := [2]int{m.from, m.to}; !seen[key] {
				seen[key] = true
				first[key] = append(first[key], m.year)
			}
		}
	}
	for key, years := range first { // sorted below
		slices.Sort(years)
		at := func(q float64) int { return years[int(q*float64(len(years)-1)+0.5)] }
		p.Changes = append(p.Changes, Turn{names[key[0]], names[key[1]], float64(len(years)) / float64(len(seeds)), at(0.1), at(0.5), at(0.9)})
	}
	slices.SortFunc(p.Changes, func(a, b Turn) int {
		return cmp.Or(cmp.Compare(b.Share, a.Share), cmp.Compare(a.Mid, b.Mid), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
}

// A pathOutcome is something that a path can come to.
type pathOutcome struct {
	name, means string
	is          func(trail) bool
}

// outcomes are those that history and rival theories speak of.
func outcomes(names []string, s *scenario.Scenario) []pathOutcome {
	reform := slices.Index(names, "state-orders-1988")
	goes := func(t trail, from, to, until int) bool { // from bought to allotted inputs or back
		for year := s.Politics.From.Year + 1; year <= min(t.last, until); year++ {
			if t.market[year-1] == (from == 1) && t.market[year] == (to == 1) && from != to {
				return true
			}
		}
		return false
	}
	visits := func(t trail, system int) bool {
		return system > 0 && slices.ContainsFunc(t.moves, func(m move) bool { return m.to == system })
	}
	const decade = 10
	return []pathOutcome{
		{"market early", "inputs are bought within ten years of the first choice", func(t trail) bool {
			for year := s.Politics.From.Year; year <= s.Politics.From.Year+decade; year++ {
				if t.market[year] {
					return true
				}
			}
			return false
		}},
		{"market to plan by 1940", "bought inputs give way to allotted ones", func(t trail) bool { return goes(t, 1, 0, 1940) }},
		{"market to plan", "the same, at any time", func(t trail) bool { return goes(t, 1, 0, s.To.Year) }},
		{"collectivisation", "at least half of peasant households in collective farms at some time", func(t trail) bool { return t.joined >= 0.5 }},
		{"famine", fmt.Sprintf("%d million or more dead of hunger in a year from %d on", deadly, lean), func(t trail) bool { return t.worst >= deadly }},
		{"great famine", fmt.Sprintf("%d million or more in two years in a row", great), func(t trail) bool { return t.pair >= great }},
		{"partial reform", "state orders that fade, at some time", func(t trail) bool { return visits(t, reform) }},
		{"plan to market", "allotted inputs give way to bought ones, after the first five years", func(t trail) bool {
			for year := s.Politics.From.Year + 6; year <= t.last; year++ {
				if !t.market[year-1] && t.market[year] {
					return true
				}
			}
			return false
		}},
		{"market at the end", "inputs are bought in the last year", func(t trail) bool { return t.market[t.last] }},
		{"nothing changes", "the system of the script to the end", func(t trail) bool { return len(t.moves) == 0 }},
	}
}

// Share is the share of an outcome by its name.
func (p *Paths) Share(name string) float64 {
	for _, o := range p.Outcomes {
		if o.Name == name {
			return o.Share
		}
	}
	return 0
}
