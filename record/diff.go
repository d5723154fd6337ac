package record

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"gosplan/series"
)

// A Difference says where two runs part.
type Difference struct {
	Inputs      []string           `json:"inputs"`       // what the runs were given that differs
	Parted      string             `json:"parted"`       // date of the first rows that differ, "" when none do
	PartedBy    []string           `json:"parted_by"`    // the series that differ at that date
	StateParted string             `json:"state_parted"` // first recorded state that differs, "" when none does
	Same        bool               `json:"same"`         // equal to the last bit
	From        string             `json:"from"`         // dates that both runs report, the first and the last; "" when there are none
	To          string             `json:"to"`
	Series      []SeriesDifference `json:"series"` // in those dates, largest relative difference first
}

// A SeriesDifference compares one series at one place.
type SeriesDifference struct {
	Name     string   `json:"series"`
	Place    string   `json:"place"`
	Unit     string   `json:"unit"`
	First    string   `json:"first"` // date of the first difference
	Worst    string   `json:"worst"` // date of the largest difference
	A        *float64 `json:"a"`     // values at the worst date, null when no date has both
	B        *float64 `json:"b"`
	Relative float64  `json:"relative"` // |a−b| over the mean size of the series in both runs
	Missing  int      `json:"missing"`  // rows that only one of the runs has, or that are no number in one
}

// Diff compares two runs.
func Diff(a, b *Run) Difference {
	d := Difference{Inputs: inputs(a.Manifest, b.Manifest), StateParted: stateParted(a.Manifest, b.Manifest)}
	left, order := columns(a.Log, nil)
	right, order := columns(b.Log, order)
	from, to, alike := common(a.Log, b.Log)
	if from <= to {
		d.From, d.To = dateOf(from), dateOf(to)
	}
	first := math.MaxInt
	for _, k := range order {
		s, at, differs := compare(k, left[k], right[k], from, to)
		if !differs {
			continue
		}
		d.Series = append(d.Series, s)
		if at < first {
			first, d.Parted, d.PartedBy = at, s.First, nil
		}
		if at == first {
			d.PartedBy = append(d.PartedBy, s.Name+", "+s.Place)
		}
	}
	slices.SortStableFunc(d.Series, func(x, y SeriesDifference) int {
		// the country first: small counts in a region differ by much and say little
		return cmp.Or(-cmp.Compare(nation(x.Place), nation(y.Place)), cmp.Compare(y.Relative, x.Relative))
	})
	d.Same = alike && len(d.Series) == 0 && a.Manifest.State == b.Manifest.State
	return d
}

// common is the first and the last moment that both runs report, and whether
// neither reports others.
func common(a, b *series.Log) (from, to int, alike bool) {
	spanOf := func(log *series.Log) (from, to int) {
		from, to = math.MaxInt, math.MinInt
		for _, row := range log.Rows {
			from, to = min(from, moment(row)), max(to, moment(row))
		}
		return from, to
	}
	fromA, toA := spanOf(a)
	fromB, toB := spanOf(b)
	return max(fromA, fromB), min(toA, toB), fromA == fromB && toA == toB
}

func nation(place string) int {
	if place == series.Nation {
		return 1
	}
	return 0
}

// A place of a series, and its values by moment.
type column struct{ name, place, unit string }

func columns(log *series.Log, order []column) (map[column]map[int]float64, []column) {
	out := map[column]map[int]float64{}
	for _, k := range order {
		out[k] = map[int]float64{}
	}
	for _, row := range log.Rows {
		k := column{row.Def.Name, row.Place, row.Def.Unit}
		if out[k] == nil {
			out[k] = map[int]float64{}
			order = append(order, k)
		}
		out[k][moment(row)] = row.Value
	}
	return out, order
}

// moment orders dates: a year is as late as its last quarter, and after it.
func moment(row series.Row) int {
	if row.Quarter == 0 {
		return row.Year*5 + 5
	}
	return row.Year*5 + row.Quarter
}

func dateOf(moment int) string {
	year, quarter := (moment-1)/5, (moment-1)%5+1
	if quarter == 5 {
		quarter = 0
	}
	return series.Row{Year: year, Quarter: quarter}.Date()
}

func compare(k column, a, b map[int]float64, from, to int) (s SeriesDifference, first int, differs bool) {
	s = SeriesDifference{Name: k.name, Place: k.place, Unit: k.unit}
	var moments []int
	size, n := 0.0, 0
	for at := range a { // order does not matter: sorted below
		moments = append(moments, at)
	}
	for at := range b { // order does not matter: sorted below
		if _, both := a[at]; !both {
			moments = append(moments, at)
		}
	}
	slices.Sort(moments)
	worst := -1.0
	for _, at := range moments {
		if at < from || at > to {
			continue
		}
		x, hasA := a[at]
		y, hasB := b[at]
		inA, inB := hasA && isFinite(x), hasB && isFinite(y)
		if inA && inB {
			size, n = size+(math.Abs(x)+math.Abs(y))/2, n+1
		}
		if math.Float64bits(x) == math.Float64bits(y) && hasA == hasB {
			continue
		}
		if !differs {
			first, s.First, differs = at, dateOf(at), true
		}
		if !inA || !inB {
			s.Missing++
			continue
		}
		if by := math.Abs(x - y); by > worst {
			worst, s.Worst, s.A, s.B = by, dateOf(at), &x, &y
		}
	}
	if worst > 0 {
		s.Relative = worst / (size / float64(n))
	}
	return s, first, differs
}

func isFinite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// inputs lists what the runs were given that differs.
func inputs(a, b *Manifest) []string {
	var out []string
	note := func(what string, x, y any) {
		if x != y {
			out = append(out, fmt.Sprintf("%s: %v, %v", what, x, y))
		}
	}
	note("scenario", a.Name, b.Name)
	note("seed", a.Seed, b.Seed)
	note("scale", a.Scale, b.Scale)
	note("from", a.From, b.From)
	note("to", a.To, b.To)
	note("program", a.Program, b.Program)
	note("platform", a.Platform, b.Platform)
	out = append(out, parameters(a, b)...)
	if len(out) == 0 && string(compact(a.Scenario)) != string(compact(b.Scenario)) {
		out = append(out, "scenario: the files differ")
	}
	return out
}

func stateParted(a, b *Manifest) string {
	other := map[string]string{}
	for _, h := range b.Hashes {
		other[h.Date] = h.Hash
	}
	for _, h := range a.Hashes {
		if hash, has := other[h.Date]; has && hash != h.Hash {
			return h.Date
		}
	}
	return ""
}

// parameters lists the values that differ: a system that only one of the runs
// knows by its name, and not by its hundreds of values.
func parameters(a, b *Manifest) []string {
	var alone, values []string
	inA, systemsA := byPath(a)
	inB, systemsB := byPath(b)
	lone := func(path string, value float64, there map[string]bool, here, pair string) {
		system, _, in := strings.Cut(path, " ")
		if !in || there[system] {
			values = append(values, fmt.Sprintf(pair, path, value))
			return
		}
		if line := "system " + strings.Trim(system, "[]") + ": only in " + here; !slices.Contains(alone, line) {
			alone = append(alone, line)
		}
	}
	for _, p := range a.Parameters {
		if value, both := inB[p.Path]; !both {
			lone(p.Path, p.Value, systemsB, "A", "%s: %v, absent")
		} else if value != p.Value {
			values = append(values, fmt.Sprintf("%s: %v, %v", p.Path, p.Value, value))
		}
	}
	for _, p := range b.Parameters {
		if _, both := inA[p.Path]; !both {
			lone(p.Path, p.Value, systemsA, "B", "%s: absent, %v")
		}
	}
	return append(alone, values...)
}

// byPath are the values of a run by their path, and the systems it knows, in
// brackets as paths have them.
func byPath(m *Manifest) (values map[string]float64, systems map[string]bool) {
	values, systems = map[string]float64{}, map[string]bool{}
	for _, p := range m.Parameters {
		values[p.Path] = p.Value
		if system, _, in := strings.Cut(p.Path, " "); in {
			systems[system] = true
		}
	}
	return values, systems
}
