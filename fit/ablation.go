package fit

import (
	"fmt"
	"strconv"
	"strings"

	"gonum.org/v1/gonum/stat"

	"gosplan/draw"
	"gosplan/measure"
	"gosplan/series"
	"gosplan/statistic"
)

// Direction is where theory says a series moves when its cause is taken out.
type Direction string

const (
	Falls Direction = "falls"
	Rises Direction = "rises"
)

// An Ablation takes out one cause of one row, or sets one number of it. Whoever
// runs it passes the logs of paired seeds with and without.
type Ablation struct {
	Row    string    `json:"row"`  // name of the band
	Path   string    `json:"path"` // what the runs go without, as `--without` takes it, or "number=value", as `--set` does
	Series string    `json:"series"`
	Own    bool      `json:"own"`            // what is measured is the row's own figure, and not the mean of the series over From to To
	Even   float64   `json:"even,omitempty"` // value at which there would be nothing to see, 0 if it is that
	From   int       `json:"from"`
	To     int       `json:"to"`
	Expect Direction `json:"expect"`
	Theory string    `json:"theory"`
}

// Set splits a path that sets a number; ok is false for what is taken out.
func (a Ablation) Set() (path string, value float64, ok bool) {
	path, text, ok := strings.Cut(a.Path, "=")
	if !ok {
		return a.Path, 0, false
	}
	value, err := strconv.ParseFloat(text, 64)
	if err != nil {
		panic("fit: " + a.Path + " sets no number")
	}
	return path, value, true
}

// Ablations is a cause or two for each row of the syndrome, and one for the
// famine of 1931-34.
func Ablations() []Ablation {
	list := []Ablation{
		{Row: "unemployment", Path: "Labour.JobRight", Series: "unemployment_rate", Expect: Rises, Theory: "without the right to a job, staff not needed are dismissed (Granick 1987)"},
		{Row: "vacancies", Path: "Bank.Soft", Series: "vacancy_rate", Expect: Falls, Theory: "whoever pays his own losses does not want every hand (Kornai 1980)"},
		{Row: "stock_ratio", Path: "Supply.Late", Series: "stock_ratio", Expect: Falls, Theory: "stocks of inputs insure against supply (Kornai 1980)"},
		{Row: "stock_ratio", Path: "Bank.Soft", Series: "stock_ratio", Expect: Falls, Theory: "stocks cost nothing under a soft budget (Kornai 1980)"},
		{Row: "spike", Path: "Plan.Ratchet", Series: "spike_share", Expect: Falls, Theory: "the target of next year punishes the excess of this one (Berliner 1957)"},
		{Row: "storming", Path: "Plan.Bonus.Deadline", Series: "month3_share", Even: evenPace, Expect: Falls, Theory: "where the end of the quarter does not count, no month is better than another (Berliner 1957)"},
		{Row: "storming", Path: "Supply.Late", Series: "month3_share", Even: evenPace, Expect: Falls, Theory: "inputs that come late make the last month (Berliner 1957)"},
		{Row: "defects", Path: "Plan.Bonus.Step", Series: "defect_rate", Expect: Falls, Theory: "quantity is paid, quality is not (Nove 1977)"},
		{Row: "frustrated", Path: "Retail.Fixed", Series: "frustrated_share", Expect: Falls, Theory: "prices that clear leave nobody unserved (Nuti 1986)"},
		{Row: "shortage_late", Path: "Retail.Fixed", Series: "frustrated_share", Own: true, Expect: Falls, Theory: "as above"},
		{Row: "queues", Path: "Retail.Fixed", Series: "queue_hours", Expect: Falls, Theory: "as above"},
		{Row: "ageing", Path: replaced, Series: "equipment_age", Expect: Falls, Theory: "where more of investment replaces old plant, equipment is younger (Popov 2010)"},
		{Row: "unfinished", Path: "Bank.Soft", Series: "unfinished_construction", Expect: Falls, Theory: "whoever pays for capital does not start everything (Kornai 1980)"},
		{Row: "unfinished", Path: "Investment.Hunger.Scatter=1", Series: "unfinished_construction", Expect: Falls, Theory: "who begins no more than a year's funds finishes sooner (Kornai 1980)"},
		{Row: "diffusion", Path: "Plan.Ratchet", Series: "diffusion_years", Own: true, Expect: Falls, Theory: "gains of a new technique become next year's target (Berliner 1976)"},
		{Row: "elasticity", Path: replaced, Series: "nonfarm_output", Own: true, Expect: Rises, Theory: "plant that is replaced frees its workers (Easterly and Fischer 1995 ask); there is less plant then as well"},
		{Row: "early_weights", Path: "Plan.Balance", Series: "gdp_early", Own: true, Expect: Falls, Theory: "machinery grew fastest because the plan put it first (Gerschenkron 1947)"},
		{Row: "famine_1931_34", Path: "Physics.Farming.Novice=1", Series: "excess_deaths", Own: true, Expect: Falls, Theory: "harvests of people new to a large farm are set lower, by a search on grain of 1930-40; it is no finding that this costs bread"},
	}
	for i := range list {
		if list[i].Own {
			b := list[i].own()
			list[i].From, list[i].To = b.From, b.To
		} else {
			list[i].From, list[i].To = matureFrom, matureTo
		}
	}
	return list
}

// replaced is half of investment that replaces old plant, three times what it
// is. With nine tenths or all of it nothing is left to grow on: the oldest plant
// was cheap, so that more of it goes than comes, and investment dies out.
const replaced = "Investment.Scrapping.Replacement=0.5"

// An Effect is the difference that a cause makes: with it taken out, less with
// it in.
type Effect struct {
	Seeds      int     `json:"seeds"` // pairs that have the figure
	With       float64 `json:"with"`
	Without    float64 `json:"without"`
	Difference float64 `json:"difference"`
	Low        float64 `json:"low"`
	High       float64 `json:"high"` // 95 % interval over seeds
	Finding    Finding `json:"finding"`
}

// A Trial is an ablation and the effect it had.
type Trial struct {
	Ablation Ablation `json:"ablation"`
	Effect   Effect   `json:"effect"`
}

// Levels are the figure with the cause and without it as people read them; where
// there is an even pace, by how much they are over it.
func (t Trial) Levels() (with, without string) {
	unit, by := series.Shown(t.Ablation.unit())
	level := func(v float64) string {
		percent := ""
		if strings.HasPrefix(unit, "%") {
			percent = " %"
		}
		if even := t.Ablation.Even; even != 0 {
			return fmt.Sprintf("%s%s (%+.2f over an even pace)", series.Digits(v*by, 4), percent, (v-even)*by)
		}
		return number(v*by) + percent
	}
	return level(t.Effect.With), level(t.Effect.Without)
}

// Shown is the effect as people read it, with the unit of its difference:
// shares in per cent, and what they differ by in percentage points.
func (t Trial) Shown() (Effect, string) {
	e := t.Effect
	unit, by := series.ShownDifference(t.Ablation.unit())
	if unit == "number" {
		unit = ""
	}
	for _, v := range []*float64{&e.With, &e.Without, &e.Difference, &e.Low, &e.High} {
		*v *= by
	}
	return e, unit
}

// unit is that of the figure that is compared.
func (a Ablation) unit() string {
	if a.Own {
		return a.own().Unit
	}
	if d := measure.Find(a.Series); d != nil {
		return d.Unit
	}
	return ""
}

// Finding is what an ablation showed. No effect is a finding.
type Finding string

const (
	AsExpected Finding = "as theory says"
	Opposite   Finding = "against theory"
	NoEffect   Finding = "no effect beyond the interval"
	NoPairs    Finding = "not run"
)

// Effect compares runs with the cause and without it, seed by seed.
func (a Ablation) Effect(base, ablated []*series.Log) Effect {
	gauge := a.gauge()
	var with, without, differences []float64
	for i := range min(len(base), len(ablated)) {
		v, ok := gauge(read(base[i]))
		w, has := gauge(read(ablated[i]))
		if ok && has {
			with, without, differences = append(with, v), append(without, w), append(differences, w-v)
		}
	}
	e := Effect{Seeds: len(differences), Finding: NoPairs}
	if e.Seeds == 0 {
		return e
	}
	e.With, e.Without, e.Difference = stat.Mean(with, nil), stat.Mean(without, nil), stat.Mean(differences, nil)
	e.Low, e.High = statistic.Bootstrap(differences, luck)
	switch {
	case e.Low <= 0 && e.High >= 0:
		e.Finding = NoEffect
	case (e.Difference > 0) == (a.Expect == Rises):
		e.Finding = AsExpected
	default:
		e.Finding = Opposite
	}
	return e
}

// gauge is the figure of the row, or the mean of the series where that of the
// row compares two things at once.
func (a Ablation) gauge() func(*run) (float64, bool) {
	if a.Own {
		b := a.own()
		return func(r *run) (float64, bool) { return b.gauge(b, r, nil) }
	}
	return func(r *run) (float64, bool) { return r.mean(a.Series, a.From, a.To) }
}

// own is the row whose own figure is compared.
func (a Ablation) own() *Band {
	for _, b := range Bands() {
		if b.Name == a.Row {
			return &b
		}
	}
	panic("fit: no row " + a.Row)
}

var askEffect = draw.Ask("fit.effect")

// luck is the same for all effects, so that the same differences always give
// the same interval.
func luck(resample, at int) float64 {
	return draw.Deck{Seed: 1}.Uniform(askEffect, uint64(at), resample)
}
