// Package data holds the historical figures a run is compared with: one table
// to a file, each with its unit, its source and what a careful reader should
// know. It knows nothing of runs.
package data

import (
	"embed"
	"fmt"
	"math"
	"strings"
	"sync"
)

//go:embed *.csv
var files embed.FS

// Tiers say how far a figure can be trusted.
const (
	Archival       = "A" // archival-grade or physical quantity
	Reconstruction = "B" // scholarly reconstruction
	Contested      = "C" // contested or sensitive to definition
	Recalled       = "R" // recalled from memory of the publication, not looked up
)

// A Series is one published column of numbers.
type Series struct {
	Name    string
	Unit    string
	Source  string // the publication
	Tier    string // the weakest tier that matters; points carry their own
	Borders string
	Basis   string // price basis, or "physical"
	Caveat  string // what a careful reader should know
	Licence string
	Points  []Point // in order of Year
}

// A Point is one figure. From is the first year of a period that ends in Year,
// and Year itself for a figure of one year. Low and High span the published
// estimates; both are Value where only one is at hand.
type Point struct {
	From, Year       int
	Region           string // a region, a country or an item; "" for the whole country
	Value, Low, High float64
	Tier             string
}

// Spread is half the distance between the estimates over the value.
func (p Point) Spread() float64 {
	if p.Value == 0 {
		return 0
	}
	return (p.High - p.Low) / 2 / math.Abs(p.Value)
}

// Load reads one table.
func Load(name string) (*Series, error) {
	text, err := files.ReadFile(name + ".csv")
	if err != nil {
		return nil, fmt.Errorf("data: %s: no such series", name)
	}
	return parse(name, string(text))
}

// All reads every table, in order of name.
func All() []*Series {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic(err) // the folder is embedded
	}
	out := make([]*Series, 0, len(entries))
	for _, e := range entries {
		s, err := Load(strings.TrimSuffix(e.Name(), ".csv"))
		if err != nil {
			panic(err) // a test reads every table
		}
		out = append(out, s)
	}
	return out
}

// Find is a table by its name, nil if there is none. It is read once: who
// changes it copies it.
func Find(name string) *Series { return byName()[name] }

var byName = sync.OnceValue(func() map[string]*Series {
	out := map[string]*Series{}
	for _, s := range All() {
		out[s.Name] = s
	}
	return out
})

// At is the figure of the whole country for a year, or for the period that
// ends in it.
func (s *Series) At(year int) (Point, bool) { return s.AtPlace(year, "") }

// AtPlace is the figure of a region, country or item for a year.
func (s *Series) AtPlace(year int, region string) (Point, bool) {
	for _, p := range s.Points {
		if p.Year == year && p.Region == region {
			return p, true
		}
	}
	return Point{}, false
}

// Over is the figure of the whole country for a period.
func (s *Series) Over(from, to int) (Point, bool) {
	for _, p := range s.Points {
		if p.From == from && p.Year == to && p.Region == "" {
			return p, true
		}
	}
	return Point{}, false
}

// Between lists the figures of the whole country from one year to another.
func (s *Series) Between(from, to int) []Point {
	var out []Point
	for _, p := range s.Points {
		if p.Region == "" && p.From >= from && p.Year <= to {
			out = append(out, p)
		}
	}
	return out
}

// plain are names of tables that say too little when spelled as words.
var plain = map[string]string{
	"consumption_index":     "consumption per head",
	"gdp_per_head":          "GDP per head",
	"gini":                  "Gini coefficient of income",
	"pay_deciles":           "pay, ninth decile over first",
	"cash_months":           "cash and savings",
	"population_interwar":   "people between the wars",
	"population_mpd":        "people after the war",
	"farm_employment_share": "farm employment share",
	"oil_output":            "output of oil",
	"birth_rate":            "birth rate, on births per thousand people",
	"union_unemployment":    "unemployment in trade unions",
	"grain_output":          "grain in the barn",
}

// Plain is the name of a table for people.
func Plain(name string) string {
	if words, ok := plain[name]; ok {
		return words
	}
	return strings.ReplaceAll(name, "_", " ")
}
