package main

import (
	"gosplan/fit"
	"gosplan/record"
	"gosplan/series"
)

// outcomeView is an outcome as JSON. The bands are named as validate names
// them.
type outcomeView struct {
	Dir      string                 `json:"dir"`
	Scenario string                 `json:"scenario"`
	Seed     uint64                 `json:"seed"`
	Scale    int                    `json:"scale"`
	From     int                    `json:"from"`
	To       int                    `json:"to"`
	State    string                 `json:"state"`
	Seconds  float64                `json:"wall_seconds"`
	Events   []series.Event         `json:"events,omitempty"`
	Periods  []periodView           `json:"periods"`
	Errors   []errorView            `json:"errors"`
	Statuses map[string][]string    `json:"statuses"`
	Bands    map[fit.Verdict][]band `json:"bands"`
}

type periodView struct {
	Title      string `json:"title"`
	From       int    `json:"from"`
	To         int    `json:"to"`
	Simulated  number `json:"simulated"`
	Historical number `json:"historical"`
	Low        number `json:"low"`
	High       number `json:"high"`
	HeldOut    bool   `json:"not_used_in_calibration"`
	Unit       string `json:"unit"`
	Basis      string `json:"basis"`
}

type errorView struct {
	Series     string     `json:"series"`
	Reference  string     `json:"reference"`
	Status     string     `json:"status"`
	Tier       string     `json:"tier"`
	Calibrated misfitView `json:"to_1970"`
	HeldOut    misfitView `json:"after_1970"`
}

type misfitView struct {
	Years    int    `json:"years"`
	Absolute number `json:"mean_absolute_percent"`
	Bias     number `json:"bias_percent"`
	Spread   number `json:"published_half_spread_percent"`
}

type band struct {
	Name   string        `json:"name"`
	Title  string        `json:"title"`
	Period fit.Period    `json:"period"`
	Status string        `json:"status"`
	Unit   string        `json:"unit"`
	Seeds  int           `json:"seeds"`
	Median number        `json:"median"`
	P10    number        `json:"p10"`
	P90    number        `json:"p90"`
	Accept fit.Interval  `json:"accept"`
	Known  *fit.Interval `json:"published,omitempty"`
	Words  string        `json:"verdict"`
	Counts bool          `json:"sets_exit_status"`
}

func (o *outcome) view(dir string, m *record.Manifest) outcomeView {
	v := outcomeView{Dir: dir, Scenario: m.Name, Seed: m.Seed, Scale: m.Scale, From: m.From, To: m.To,
		State: m.State, Seconds: m.WallSeconds, Events: o.log.Events, Statuses: map[string][]string{}, Bands: bandViews(o.fit.Rows)}
	for _, p := range o.periods {
		if p.Ran {
			v.Periods = append(v.Periods, periodView{p.Title, p.From, p.To, number(p.Simulated), number(p.Value),
				number(p.Low), number(p.High), p.HeldOut, "% a year", p.Basis})
		}
	}
	for _, e := range o.fit.Errors {
		v.Errors = append(v.Errors, errorView{e.Series, e.Reference, string(e.Status), e.Tier, misfitOf(e.Calibrated), misfitOf(e.HeldOut)})
	}
	for status, names := range o.statuses() { // order does not matter: a map to a map
		v.Statuses[string(status)] = names
	}
	return v
}

func misfitOf(m fit.Misfit) misfitView {
	return misfitView{m.Years, number(m.Absolute), number(m.Bias), number(m.Spread)}
}

func bandViews(rows []fit.Row) map[fit.Verdict][]band {
	out := map[fit.Verdict][]band{}
	for _, r := range rows {
		out[r.Verdict] = append(out[r.Verdict], band{r.Name, r.Title, r.Period, string(r.Status), r.Unit, r.Seeds,
			number(r.Median), number(r.P10), number(r.P90), r.Accept, published(&r), r.Words(), r.SetsExitStatus})
	}
	return out
}

// published is the range of published figures, nil where there is none.
func published(r *fit.Row) *fit.Interval {
	if !r.HasValue || r.Kind == fit.MAPE {
		return nil
	}
	return &fit.Interval{Low: r.Least, High: r.Most}
}
