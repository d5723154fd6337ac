package gosplan

import (
	"bytes"
	"context"
	"fmt"

	"gosplan/draw"
	"gosplan/economy"
	"gosplan/measure"
	"gosplan/scenario"
	"gosplan/series"
	"gosplan/system"
)

// A Simulation is a run in progress.
type Simulation struct {
	config Config
	world  *economy.World
	state  *economy.State
	eras   []era // by script
	choice []era // that politics can choose
	log    series.Log
	last   int // last month, counted as State.Month
	first  int
	life   *Life
	audit  bool

	taken uint64 // decisions that politics will take, a bit each

	copied bytes.Buffer // the state that is being hashed
	hashed func() string
}

// New prepares a run. Its error names what in the Config is wrong.
func New(c Config) (*Simulation, error) {
	s, model, err := prepare(c)
	if err != nil {
		return nil, err
	}
	s.state = economy.Begin(s.world, &model.Start, s.first, &economy.Customs{CallUp: model.Army.CallUp, Ready: model.Behaviour.Ready})
	s.now().model.Statistics.Quarter(s.world, s.state)
	return s, nil
}

// prepare builds the world and the eras of a run.
func prepare(c Config) (*Simulation, *system.Model, error) {
	if c.Scenario == nil {
		return nil, nil, fmt.Errorf("no scenario given")
	}
	if c.Scale < 1 || c.Scale > 10_000_000 {
		return nil, nil, fmt.Errorf("scale 1:%d: give a number of people from 1 to 10000000 for whom one simulated person stands, such as 1:10000", c.Scale)
	}
	from, to := c.Scenario.From, c.Scenario.To
	if c.From != 0 && c.From > from.Year {
		from = scenario.Month{Year: c.From, Month: 1}
	}
	if c.From != 0 && c.From < c.Scenario.From.Year {
		return nil, nil, fmt.Errorf("from %d: scenario %s begins in %d", c.From, c.Scenario.Name, c.Scenario.From.Year)
	}
	if from.Year > to.Year {
		return nil, nil, fmt.Errorf("from %d: scenario %s ends in %d", c.From, c.Scenario.Name, to.Year)
	}
	if c.To != 0 {
		if c.To < from.Year {
			return nil, nil, fmt.Errorf("to %d: that is before the run begins in %d", c.To, from.Year)
		}
		if c.To < to.Year {
			to = scenario.Month{Year: c.To, Month: 12}
		} else if c.To > to.Year {
			return nil, nil, fmt.Errorf("to %d: scenario %s ends in %d", c.To, c.Scenario.Name, to.Year)
		}
	}
	eras, err := buildAll(c.Scenario)
	if err != nil {
		return nil, nil, err
	}
	taken, err := taken(c.Scenario)
	if err != nil {
		return nil, nil, err
	}
	// A run always begins with the scenario, since there is no state to begin
	// from later; From says from when on it reports.
	begin := c.Scenario.From
	scripted := len(c.Scenario.Eras)
	s := &Simulation{config: c, eras: eras[:scripted], choice: eras[scripted:], taken: taken, first: begin.Month - 1, last: (to.Year-begin.Year)*12 + to.Month - 1}
	for i := range s.eras {
		s.eras[i].from -= begin.Year * 12
	}
	model := eras[0].model
	s.world = &economy.World{
		Deck: draw.Deck{Seed: c.Seed}, Weight: int64(c.Scale), Physics: model.Physics, Work: model.Work,
		Decided: &c.Scenario.Decisions, Given: &c.Scenario.Nature, StartYear: begin.Year, Policies: &decisions,
	}
	return s, model, nil
}

// Audit makes the run check money after every act and not only after every
// month, so that a leak of it is reported by the act that made it.
func (s *Simulation) Audit() { s.audit = true }

// now is the era in force.
func (s *Simulation) now() *era {
	if n := s.state.Rule.Regime; n > 0 {
		return &s.choice[n-1]
	}
	at := &s.eras[0]
	for i := range s.eras {
		if s.eras[i].from <= s.state.Month {
			at = &s.eras[i]
		}
	}
	return at
}

// begins tells whether the system in force comes into force this month.
func (s *Simulation) begins() bool {
	if s.state.Rule.Regime > 0 {
		return int(s.state.Rule.Since) == s.state.Month
	}
	return s.now().from == s.state.Month
}

// Run lives the economy to its last month, or until ctx is done, in which
// case it stops at the end of a month and returns ctx.Err(). It calls
// progress, if not nil, after every quarter.
func (s *Simulation) Run(ctx context.Context, progress func(Progress)) error {
	for s.state.Month <= s.last {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := s.month(); err != nil {
			return err
		}
		if s.state.Month%3 == 0 && progress != nil {
			progress(s.progress())
		}
	}
	return nil
}

// month lives one month and measures it.
func (s *Simulation) month() error {
	w, st := s.world, s.state
	year, month := st.Date(w)
	report := s.config.From == 0 || year >= s.config.From
	log := &s.log
	if !report {
		log = &series.Log{}
	}
	if err := s.govern(); err != nil {
		return err
	}
	switch month {
	case 1:
		measure.Opening(w, st, log)
	case 7:
		measure.Summer(w, st, log)
	case 8:
		if st.Month > 12 {
			measure.Harvested(w, st, log)
		}
	}
	err := s.step()
	if err == nil {
		err = s.located(st.Issued())
	}
	if err != nil {
		return err
	}
	s.bury(year, month)
	statistics := &s.now().model.Statistics
	if month%3 == 0 {
		measure.Quarter(w, st, log)
		s.follow(year, month/3)
		statistics.Quarter(w, st)
	}
	if month == 12 {
		whole := st.Year.Months == 12
		statistics.Close(w, st)
		if whole {
			measure.Year(w, st, log)
		}
	}
	st.Month++
	return nil
}

// step lives the acts of a month.
func (s *Simulation) step() error {
	return s.located(s.now().year.Step(s.world, s.state, s.audit, s.state.Month == s.first || s.begins()))
}

// located says in which run and month an error came up, if there is one.
func (s *Simulation) located(err error) error {
	if err == nil {
		return nil
	}
	year, month := s.state.Date(s.world)
	return fmt.Errorf("%s, seed %d, scale 1:%d, %d-%02d: %w", s.config.Scenario.Name, s.config.Seed, s.config.Scale, year, month, err)
}

func (s *Simulation) progress() Progress {
	month := s.state.Month - 1
	p := Progress{Year: s.world.StartYear + month/12, Quarter: month%12/3 + 1, Done: float64(s.state.Month-s.first) / float64(s.last-s.first+1)}
	var people, grain float64
	for r := range s.state.Region {
		people += s.state.Region[r].People
		grain += s.state.Last.Harvest[r]
	}
	p.Headlines = [3]Headline{
		{"GDP", "1928 of the record = 100", s.state.Centre.GDP},
		{"people", "M", people},
		{"grain", "Mt", grain},
	}
	return p
}

// Flows are the flows of goods of the last full year, and that year.
func (s *Simulation) Flows() (flows []measure.Flow, year int) {
	return measure.Flows(s.world, s.state), s.world.StartYear + s.state.Month/12 - 1
}

// Log is what the run has reported so far.
func (s *Simulation) Log() *series.Log { return &s.log }

// Hash identifies the state to the last bit.
func (s *Simulation) Hash() string { return s.state.Hash() }

// HashLater is Hash of the state as it is now, worked out while the run goes
// on. It keeps a copy of the state, and waits for the hash before it.
func (s *Simulation) HashLater() (hash func() string) {
	if s.hashed != nil {
		s.hashed()
	}
	s.hashed = s.state.HashLater(&s.copied)
	return s.hashed
}
