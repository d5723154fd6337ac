package report

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"gosplan/data"
	"gosplan/series"
	"gosplan/sheet"
)

// baseYear is the year indices of value are 100 in.
const baseYear = 1928

// product is output, income and population, which need more than a table.
func product() []Published {
	head, people, before := data.Find("gdp_per_head"), data.Find("population_mpd"), data.Find("population_interwar")
	if head == nil || people == nil || before == nil {
		return nil
	}
	first, _ := head.At(baseYear)
	peopleFirst, ok := people.At(baseYear)
	if !ok || first.Value == 0 {
		return nil
	}

	total := Published{Series: "gdp", Place: series.Nation, Source: cite(head) + ", times the population of the same source", Tier: head.Tier}
	level := map[int]float64{}
	for _, p := range head.Points {
		if n, ok := people.At(p.Year); ok {
			level[p.Year] = 100 * p.Value * n.Value / first.Value / peopleFirst.Value
			total.Points = append(total.Points, Point{Year: p.Year, Value: level[p.Year]})
		}
	}
	late := keep(people, func(p data.Point) bool { return p.Year > 1945 })
	out := []Published{published("gdp_per_head", head, 100/first.Value), published("population", before, 1), published("population", late, 1), total}

	if war := data.Find("gdp_index_war"); war != nil && level[1940] > 0 {
		war = keep(war, func(p data.Point) bool { return p.Year > 1940 })
		out = append(out, published("gdp", war, level[1940]/100))
	}
	if rate := data.Find("birth_rate"); rate != nil {
		births := Published{Series: "births", Place: series.Nation, Source: cite(rate) + ", times population", Tier: rate.Tier}
		for _, p := range rate.Points {
			if n, ok := people.At(p.Year); ok && p.Year > 1945 {
				births.Points = append(births.Points, Point{Year: p.Year, Value: p.Value * n.Value / 1000})
			}
		}
		out = append(out, births)
	}
	return out
}

// published turns a table into the record of a series.
func published(name string, t *data.Series, by float64) Published {
	out := Published{Series: name, Place: series.Nation, Source: cite(t), Tier: tier(t.Points)}
	for _, p := range t.Points {
		if p.Region != "" {
			continue
		}
		since := 0
		if p.From != p.Year {
			since = p.From
		}
		out.Points = append(out.Points, Point{Since: since, Year: p.Year, Value: p.Value * by, Low: p.Low * by, High: p.High * by})
	}
	return out
}

// only keeps the points of one region, as if they were of the whole.
func only(t *data.Series, region string) *data.Series {
	out := keep(t, func(p data.Point) bool { return p.Region == region })
	for i := range out.Points {
		out.Points[i].Region = ""
	}
	return out
}

func keep(t *data.Series, want func(data.Point) bool) *data.Series {
	out := *t
	out.Points = slices.DeleteFunc(slices.Clone(t.Points), func(p data.Point) bool { return !want(p) })
	return &out
}

// cite names the publications of a table as authors and year, with its price
// basis; the list of sources has the rest.
func cite(t *data.Series) string {
	var names []string
	for _, part := range apart(t.Source) {
		switch end := publicationYear.FindStringIndex(part); {
		case end != nil:
			part = part[:end[1]]
		case remark.MatchString(part): // how it was put together
			part = remark.ReplaceAllString(part, "")
		default:
			part = part[:len(part)-len(work.FindString(part))]
		}
		if !slices.Contains(names, part) {
			names = append(names, part)
		}
	}
	if t.Basis != "" && t.Basis != "physical" {
		return strings.Join(names, "; ") + ", in " + t.Basis
	}
	return strings.Join(names, "; ")
}

var (
	publicationYear = regexp.MustCompile(`\([12]\d{3}[a-z]?\)`)
	remark          = regexp.MustCompile(` \([^)]*\)`)
	work            = regexp.MustCompile(`, [^\d].*`) // of a work, behind its author; a year is none
)

// apart splits a list of sources at semicolons that are in no brackets.
func apart(list string) []string {
	var out []string
	from, depth := 0, 0
	for i, r := range list {
		switch r {
		case '(':
			depth++
		case ')':
			depth--
		case ';':
			if depth == 0 {
				out = append(out, list[from:i])
				from = i + 1
			}
		}
	}
	out = append(out, list[from:])
	for i := range out {
		out[i] = strings.TrimSpace(out[i])
	}
	return out
}

// Library lists every table of package data with its source and caveat.
func Library() []Source {
	var out []Source
	for _, t := range data.All() {
		out = append(out, Source{
			Title: sentence(spaced(t.Name)), Unit: t.Unit, Source: t.Source, Tier: t.Tier,
			Caveat: t.Caveat, Borders: t.Borders, Basis: t.Basis, Licence: t.Licence,
		})
	}
	return out
}

// growthTables are published growth rates by period, the preferred first.
var growthTables = map[string][]string{
	"gdp":                  {"gdp_growth_mpd", "gdp_growth_cia", "gdp_growth_ofer", "gdp_growth_khanin"},
	"gdp_early":            {"gdp_growth_early"},
	"consumption_per_head": {"consumption_growth"},
	"capital":              {"capital_growth"},
}

// recordedGrowth is the published growth rate of a period and the range of
// the estimates of it.
func recordedGrowth(name string, p period) (rate, low, high float64, ok bool) {
	for _, published := range growthTables[name] {
		t := data.Find(published)
		if t == nil {
			continue
		}
		q, found := t.Over(p.From, p.To)
		switch {
		case !found:
		case !ok:
			rate, low, high, ok = q.Value/100, q.Low/100, q.High/100, true
		default:
			low, high = min(low, q.Value/100, q.Low/100), max(high, q.Value/100, q.High/100)
		}
	}
	return rate, low, high, ok
}

// recordedDeaths are the published excess deaths of a region in an episode.
func recordedDeaths(where string, e episode) string {
	t := data.Find("famine_deaths_regions")
	if t == nil {
		return ""
	}
	for _, p := range t.Points {
		if p.Region != where || p.From > e.To || p.Year < e.From {
			continue
		}
		switch {
		case p.High > p.Low && p.Value == p.High:
			return fmt.Sprintf("published %s up to %s", sheet.Number(p.Low), sheet.Number(p.High))
		case p.High > p.Low:
			return fmt.Sprintf("published %s (%s–%s)", sheet.Number(p.Value), sheet.Number(p.Low), sheet.Number(p.High))
		}
		return "published " + sheet.Number(p.Value)
	}
	return ""
}

// spaced makes a file name readable.
func spaced(name string) string { return strings.ReplaceAll(name, "_", " ") }
