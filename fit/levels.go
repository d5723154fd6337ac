package fit

import (
	"fmt"
	"math"
	"strings"

	"gosplan/data"
)

// A levelGoal is a mean absolute percentage error, to 1970 and after; 0 is no
// goal for that half.
type levelGoal struct {
	title, reference string
	calibrated, held float64
	note             string
}

// levelGoals are those that judge a run.
var levelGoals = []levelGoal{
	{"GDP per head", "gdp_per_head", 10, 13, "Both sides are indexes, 1928 = 100; the war years 1941-45 have no figure."},
	{"Population before the war", "population_interwar", 2, 0, "Figures end on 1 January 1939, before the annexations. 1917-20 have no figure."},
	{"Population after the war", "population_mpd", 2, 3, "Figures are mid-year and so is the run, as the mean of two first Januaries."},
	{"Urban share", "urban_share", 7, 7, "Census years only."},
	{"Grain harvest", "grain_output", 9, 6, "For 1941-44 the record counts land that was not occupied, and so does the run."},
	{"Sown area", "sown_area", 8, 0, "Grain. Our goal: peasants before 1925 hid about a tenth of what they sowed."},
	{"Grain procured by the state", "grain_procurement", 10, 0, "1918-21 and 1926-40."},
	{"Horses", "horses", 15, 0, ""},
	{"Cattle", "cattle", 17, 0, ""},
	{"Pigs", "pigs", 25, 0, ""},
	{"Sheep and goats", "sheep", 15, 0, ""},
	{"Employed outside agriculture", "employed_outside_farms", 6, 6, "Workers and employees of the record without those of state farms, whom the model has among farmers, and with craftsmen and private trade, who are on their own account or among employees here, and with prisoners, whom the model has among employees."},
	{"Agriculture in employment", "farm_employment_share", 7, 6, ""},
	{"Investment", "investment_share", 12, 0, ""},
	{"Military spending", "military_share", 20, 0, "Of the years of the war only 1944 is in it, between two price bases."},
}

// warGoals joined after values were searched.
var warGoals = []levelGoal{
	{"Military spending in the war", "military_share_war", 20, 0, "1944 is in the row of the peace, between two bases. Other outlays are counted than in the years before and after; the goal is that of the peace."},
}

// moneyGoals judge no run. A search for values sees them, so that it does not find values by which people hold a
// year's income that buys nothing, or none.
var moneyGoals = []levelGoal{
	{"Mean money wage", "wage", 20, 0, "The goal is judged."},
	{"Real wage", "real_wage", 20, 0, "The goal is judged."},
	{"Cash of households", "cash_months", 40, 0, "The goal is judged; all but deposits is recalled roughly."},
}

// shelves is a guide beside them: what people hold more may still be what they want to hold. No level was
// ever published; studies of whole economies under planners found few years to 1975 in which demand for
// all goods together went beyond supply (Portes and Winter 1980, of four countries, recalled).
var shelves = Band{
	Name: "shelves", Title: "Purchases that fail", Series: "frustrated_share", Kind: Range, Accept: atMost(0.1),
	From: 1966, To: 1970, Unit: "share of intentions", Period: Calibration, gauge: meanLevel, Recalled: true, Note: "The goal is judged.",
}

// added marks bands that joined after values were searched.
func added(bands []Band) []Band {
	for i := range bands {
		b := &bands[i]
		b.Added = true
		if b.Period != HeldOut {
			b.Period = Unused
		}
	}
	return bands
}

// guides lays runs beside the figures that guide a search and judge no run.
func guides(runs []*run) []Row {
	var rows []Row
	for _, b := range append(levels(moneyGoals), shelves) {
		b.explain()
		row := judge(b, runs, nil)
		row.SetsExitStatus = false
		rows = append(rows, row)
	}
	return rows
}

// levels are the bands on whole series.
func levels(goals []levelGoal) []Band {
	var out []Band
	for _, g := range goals {
		c := compared(g.reference)
		for _, half := range []struct {
			goal     float64
			period   Period
			from, to int
		}{{g.calibrated, Calibration, 1917, calibrationEnds}, {g.held, HeldOut, calibrationEnds + 1, 1991}} {
			if half.goal == 0 {
				continue
			}
			points := c.points(half.from, half.to)
			b := Band{
				Name: g.reference, Title: g.title, Series: c.series, Reference: g.reference, Kind: MAPE,
				Period: half.period, From: points[0].Year, To: points[len(points)-1].Year, Goal: half.goal,
				Unit: "% off on average", Note: g.note,
				gauge: meanError,
			}
			if half.period == HeldOut {
				b.Name += "_held_out"
			}
			b.cite(points)
			b.Accept = atMost(math.Max(b.Goal, spread(points)))
			b.expected = [3]float64{0, 0, spread(points)}
			if b.Accept.High > b.Goal {
				b.say(fmt.Sprintf("Widened from %s to the mean half-spread of published estimates.", number(b.Goal)))
			}
			out = append(out, b)
		}
	}
	return out
}

// meanError is the mean absolute error over the years of the band.
func meanError(b *Band, r, _ *run) (float64, bool) {
	c := compared(b.Reference)
	absolute, _, n := c.misfit(r, b.From, b.To)
	if n == 0 || float64(n) < Coverage*float64(len(c.points(b.From, b.To))) {
		return 0, false
	}
	return absolute, true
}

// cite copies what the reader must know of the reference into the band.
func (b *Band) cite(points []data.Point) {
	s := reference(b.Reference)
	b.Basis, b.Borders = s.Basis, s.Borders
	for _, p := range points {
		b.Tier = max(b.Tier, p.Tier) // A < B < C < R
	}
	b.Recalled = b.Tier == data.Recalled
}

// say adds a sentence to the note.
func (b *Band) say(sentence string) { b.Note = strings.TrimSpace(b.Note + " " + sentence) }
