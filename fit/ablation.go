package fit

import (
	"math"

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

// An Ablation takes out one cause of one row of the syndrome. Whoever runs it
// passes the logs of paired seeds with and without.
type Ablation struct {
	Row    string    `json:"row"`    // name of the band
	Path   string    `json:"path"`   // what the runs go without, as `--without` takes it
	Series string    `json:"series"` // what is measured, averaged over From to To
	From   int       `json:"from"`
	To     int       `json:"to"`
	Expect Direction `json:"expect"`
	Theory string    `json:"theory"`
}

// Ablations is one cause, or two, for each row of the syndrome. Paths are
// what --without takes.
func Ablations() []Ablation {
	list := []Ablation{
		{Row: "unemployment", Path: "Labour.JobRight", Series: "unemployment_rate", Expect: Rises, Theory: "without the right to a job, staff not needed are dismissed (Granick 1987)"},
		{Row: "vacancies", Path: "Bank.Soft", Series: "vacancy_rate", Expect: Falls, Theory: "whoever pays his own losses does not want every hand (Kornai 1980)"},
		{Row: "stock_ratio", Path: "Supply.Late", Series: "stock_ratio", Expect: Falls, Theory: "stocks of inputs insure against supply (Kornai 1980)"},
		{Row: "stock_ratio", Path: "Bank.Soft", Series: "stock_ratio", Expect: Falls, Theory: "stocks cost nothing under a soft budget (Kornai 1980)"},
		{Row: "spike", Path: "Plan.Ratchet", Series: "spike_share", Expect: Falls, Theory: "the target of next year punishes the excess of this one (Berliner 1957)"},
		{Row: "storming", Path: "Plan.Bonus.Deadline", Series: "month3_share", Expect: Falls, Theory: "where the end of the quarter does not count, no month is better than another (Berliner 1957)"},
		{Row: "storming", Path: "Supply.Late", Series: "month3_share", Expect: Falls, Theory: "inputs that come late make the last month (Berliner 1957)"},
		{Row: "defects", Path: "Plan.Bonus.Step", Series: "defect_rate", Expect: Falls, Theory: "quantity is paid, quality is not (Nove 1977)"},
		{Row: "frustrated", Path: "Retail.Fixed", Series: "frustrated_share", Expect: Falls, Theory: "prices that clear leave nobody unserved (Nuti 1986)"},
		{Row: "queues", Path: "Retail.Fixed", Series: "queue_hours", Expect: Falls, Theory: "as above"},
		{Row: "ageing", Path: "Investment.Scrapping", Series: "equipment_age", Expect: Falls, Theory: "old plant is kept because new is rationed (Popov 2010)"},
		{Row: "unfinished", Path: "Bank.Soft", Series: "unfinished_construction", Expect: Falls, Theory: "whoever pays for capital does not start everything (Kornai 1980)"},
		{Row: "diffusion", Path: "Plan.Ratchet", Series: "diffusion_years", Expect: Falls, Theory: "gains of a new technique become next year's target (Berliner 1976)"},
		{Row: "elasticity", Path: "Investment.Scrapping", Series: "nonfarm_output", From: elasticFrom, To: elasticTo, Expect: Rises, Theory: "plant that is scrapped frees its workers (Easterly and Fischer 1995 ask)"},
		{Row: "early_weights", Path: "Plan.Balance", Series: "gdp_early", From: 1928, To: 1940, Expect: Falls, Theory: "machinery grew fastest because the plan put it first (Gerschenkron 1947)"},
	}
	for i := range list {
		if list[i].From == 0 {
			list[i].From, list[i].To = matureFrom, matureTo
		}
	}
	return list
}

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

// Shown is the effect as people read it, with the unit of its difference:
// shares in per cent, and what they differ by in percentage points.
func (t Trial) Shown() (Effect, string) {
	e := t.Effect
	unit, by := series.ShownDifference(t.Ablation.unit())
	for _, v := range []*float64{&e.With, &e.Without, &e.Difference, &e.Low, &e.High} {
		*v *= by
	}
	return e, unit
}

// unit is that of the figure that is compared.
func (a Ablation) unit() string {
	if b := a.own(); b != nil {
		return b.Unit
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

// Effect compares runs with the cause and without it, seed by seed. The figure
// is the mean of the series; of the rows whose figure is another, that of the
// row (the elasticity, the rise in age, the effect of prices, the way of the
// latest technique).
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
	e.With, e.Without, e.Difference = average(with), average(without), average(differences)
	e.Low, e.High = bootstrap(differences)
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
	if b := a.own(); b != nil {
		return func(r *run) (float64, bool) { return b.gauge(b, r, nil) }
	}
	return func(r *run) (float64, bool) { return r.mean(a.Series, a.From, a.To) }
}

// own is the row whose own figure is compared, nil where it is the mean of the
// series.
func (a Ablation) own() *Band {
	for _, b := range syndrome() {
		if b.Name == a.Row && (b.Name == "ageing" || b.Name == "elasticity" || b.Name == "early_weights" || b.Name == "diffusion") {
			return &b
		}
	}
	return nil
}

func average(values []float64) float64 {
	total := 0.0
	for _, v := range values {
		total += v
	}
	return total / float64(len(values))
}

const resamples = 2000

// bootstrap is the 95 % interval of the mean. Its luck is fixed, so that the
// same differences always give the same interval.
func bootstrap(values []float64) (low, high float64) {
	means := make([]float64, resamples)
	state := uint64(1)
	for i := range means {
		for range values {
			state = state*6364136223846793005 + 1442695040888963407 // Knuth's congruential generator
			pick := float64(state>>11) / (1 << 53) * float64(len(values))
			means[i] += values[int(math.Floor(pick))] / float64(len(values))
		}
	}
	return statistic.Quantile(means, 0.025), statistic.Quantile(means, 0.975)
}
