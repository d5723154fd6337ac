// Package series holds what a run reports: numbers with a name, a place, a
// date and a unit. It knows nothing of where they come from.
package series

import "fmt"

// Frequency is how often a series is written.
type Frequency int

const (
	Yearly    Frequency = 1
	Quarterly Frequency = 4
)

// Status says where a series of a run comes from. A figure met by imposing
// it does not count as met.
type Status string

const (
	Emerges Status = "emerges" // follows from what agents do
	Driven  Status = "driven"  // follows closely from imposed decisions or nature
	Imposed Status = "imposed" // copied from the scenario
)

// Nation is the place of a series of the whole country.
const Nation = "USSR"

// A Definition says what a series is.
type Definition struct {
	Name    string // urban_share
	Title   string // Urban share of the population
	Unit    string // share
	Meaning string // how it is counted, one sentence
	Basis   string // price basis of a value, "" for physical series
	Every   Frequency
	Status  Status
	Why     string // it does not emerge, one sentence, "" where it does
}

// A Row is one number. Quarter is 1 to 4, or 0 for a whole year.
type Row struct {
	Def     *Definition
	Place   string
	Year    int
	Quarter int
	Value   float64
}

// Date is "1933" or "1933-Q2".
func (r Row) Date() string {
	if r.Quarter == 0 {
		return fmt.Sprintf("%04d", r.Year)
	}
	return fmt.Sprintf("%04d-Q%d", r.Year, r.Quarter)
}

// A Log is all the rows of a run in the order they were written, and its events.
type Log struct {
	Rows   []Row
	Events []Event
}

// Add appends a row.
func (l *Log) Add(d *Definition, place string, year, quarter int, value float64) {
	l.Rows = append(l.Rows, Row{d, place, year, quarter, value})
}

// Year collects the yearly values of one series at one place. The values of
// a quarterly series are averaged over the quarters present.
func (l *Log) Year(name, place string) map[int]float64 {
	sum, n := map[int]float64{}, map[int]int{}
	for _, r := range l.Rows {
		if r.Def.Name == name && r.Place == place {
			sum[r.Year] += r.Value
			n[r.Year]++
		}
	}
	for y := range sum {
		sum[y] /= float64(n[y])
	}
	return sum
}

// Definitions lists the definitions that have rows, in order of appearance.
func (l *Log) Definitions() []*Definition {
	var out []*Definition
	seen := map[*Definition]bool{}
	for _, r := range l.Rows {
		if !seen[r.Def] {
			seen[r.Def] = true
			out = append(out, r.Def)
		}
	}
	return out
}

// Places lists where a series was written, in order of appearance.
func (l *Log) Places(name string) []string {
	var out []string
	seen := map[string]bool{}
	for _, r := range l.Rows {
		if r.Def.Name == name && !seen[r.Place] {
			seen[r.Place] = true
			out = append(out, r.Place)
		}
	}
	return out
}
