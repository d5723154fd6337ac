package gosplan

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"gosplan/draw"
	"gosplan/economy"
	"gosplan/par"
	"gosplan/parameter"
	"gosplan/politics"
	"gosplan/scenario"
	"gosplan/schedule"
	"gosplan/series"
	"gosplan/system"
)

var (
	askAhead = draw.Ask("politics.ahead")
	askAdopt = draw.Ask("politics.adopt")
)

// taken are the decisions that politics takes in a scenario, a bit each.
func taken(sc *scenario.Scenario) (bits uint64, err error) {
	var names []string
	for _, k := range system.Ruled {
		names = append(names, k.String())
		if len(sc.Politics.Decides) == 0 || slices.Contains(sc.Politics.Decides, k.String()) {
			bits |= 1 << k
		}
	}
	for _, name := range sc.Politics.Decides {
		if _, err := parameter.Match(name, names); err != nil {
			return 0, sc.Wrong("politics.decides."+name, fmt.Errorf("politics cannot decide %s; it can decide %s", name, strings.Join(names, ", ")))
		}
	}
	return bits, nil
}

// leaders act in the table of the year where politics governs.
const leaders = "leaders"

// compose makes the year of an era, with the acts of those who rule after the
// contest.
func (e *era) compose() {
	m, name := e.model, e.system
	ruling := &m.Politics.Ruling
	usual := func(k scenario.Decision, years int) (float64, bool) { return system.Usual(name, k, years) }
	e.year = slices.Insert(m.System.Year(&m.Behaviour, &m.Politics), 2,
		schedule.OpeningQuarter(leaders, "move policy and put it into force", "Polity Rule", func(w *economy.World, s *economy.State) {
			if s.Polity.Governs == 0 {
				return
			}
			if s.Month%12 == 0 {
				ruling.Move(s)
				e.bind(s)
			}
			ruling.Order(w, s, usual)
			m.Politics.Relieve(w, s, &m.Behaviour, means(&m.System))
		}))
}

// means are what the institutions of a system can do against hunger.
func means(y *system.System) (m politics.Means) {
	m = politics.Means{Cards: y.Retail.Ration, Found: y.Buying.Found, Left: y.Buying.Left, Season: y.Buying.Season, Hungry: y.Offices.Hungry, Lending: y.Offices.Months}
	if y.Trade.Monopoly > 0 {
		m.Machines = y.Trade.Machines
	}
	return m
}

// bind leaves those choices of policy to politics that the system has somebody
// to carry out: no farm is collective, no grain is requisitioned and no pay is
// set where nobody does it.
func (e *era) bind(s *economy.State) {
	x := &s.Polity.Policy
	if !e.model.Kolkhoz.Active() {
		x[economy.Collective] = 0
	}
	if e.model.Requisition.Reach == 0 {
		x[economy.Requisition] = 0
	}
	if !e.model.Labour.Tariffs() {
		x[economy.SkillPay] = s.Terms.Premium
	}
}

// govern is what comes before the year: how deep the crisis is, whether output
// has collapsed, and, where politics decides, whether another system takes the
// place of the one in force. No row can do it, since it changes the table.
func (s *Simulation) govern() error {
	p, st := &s.config.Scenario.Politics, s.state
	rules := &s.now().model.Politics
	ruling := &rules.Ruling
	january := st.Month%12 == 0
	if january {
		rules.Reckon(s.world, st)
		s.watch(ruling)
	}
	if begins := (p.From.Year-s.world.StartYear)*12 + p.From.Month - 1; !p.Governs() || st.Month < begins {
		return nil
	}
	if st.Polity.Governs == 0 {
		ruling.Begin(s.world, st, s.taken)
		st.Rule.Since = int64(s.now().from)
	}
	if !january || !ruling.Looks(st) && !s.lapses(ruling) {
		return nil
	}
	return s.choose(ruling)
}

// lapses tells whether the system in force was there for an emergency that is
// over.
func (s *Simulation) lapses(ruling *politics.Ruling) bool {
	for _, c := range s.config.Scenario.Politics.Candidates {
		if c.Called() == s.now().name {
			return c.Lapses() && !ruling.Emergency(s.world, s.state)
		}
	}
	return false
}

// A prospect is what a look ahead has shown of a candidate.
type prospect struct {
	regime  int // number of the candidate; 0 for the system in force
	lives   politics.Lives
	bought  bool // inputs are bought
	verdict politics.Verdict
}

// choose looks ahead at every candidate that can be reached, and changes the
// system if those who gain by it prevail.
func (s *Simulation) choose(ruling *politics.Ruling) error {
	st := s.state
	prospects, err := s.prospects(ruling)
	if err != nil {
		return err
	}
	verdicts, lives := make([]politics.Verdict, len(prospects)-1), make([]politics.Lives, len(prospects)-1)
	for i := range verdicts {
		verdicts[i], lives[i] = prospects[i+1].verdict, prospects[i+1].lives
	}
	asked, lapses := ruling.Asks(st), s.lapses(ruling)
	best := ruling.Best(st, verdicts, lives, lapses)
	s.note(prospects[1:], best >= 0)
	switch {
	case best < 0:
		return nil
	case lapses:
	case !asked || s.world.Deck.Uniform(askAdopt, 0, st.Month) >= verdicts[best].Chance:
		return nil
	}
	s.adopt(prospects[best+1])
	return nil
}

// prospects are the system in force and every candidate that can be reached,
// with what a look ahead shows of them. Those whose gain chance may have made
// are lived again, with other lucks, until it is clear or there is no time left.
func (s *Simulation) prospects(ruling *politics.Ruling) ([]*prospect, error) {
	all := []*prospect{{regime: int(s.state.Rule.Regime), bought: !s.now().model.Supply.Allotment()}}
	emergency := ruling.Emergency(s.world, s.state)
	for i, c := range s.config.Scenario.Politics.Candidates {
		if now := s.now().name; c.Called() != now && c.Follows(now) && (!c.Lapses() || emergency) {
			all = append(all, &prospect{regime: i + 1, bought: !s.choice[i].model.Supply.Allotment()})
		}
	}
	lucks := max(1, int(ruling.Lucks))
	for doubtful := all; ; {
		if err := s.lookAhead(doubtful, lucks); err != nil {
			return nil, err
		}
		again := all[:1:1]
		for _, p := range all[1:] {
			p.verdict = ruling.Judge(s.state, all[0].lives, p.lives)
			if ruling.Doubtful(&p.verdict) && float64(len(p.lives)) < ruling.Doubt*ruling.Lucks {
				again = append(again, p)
			}
		}
		if len(again) == 1 {
			return all, nil
		}
		doubtful = again
	}
}

// note keeps what the look ahead has shown of support, and whether there was
// anything to adopt.
func (s *Simulation) note(prospects []*prospect, found bool) {
	rule := &s.state.Rule
	rule.Settled = rule.Crisis()
	if found {
		rule.Settled = 0
	}
	rule.Looked, rule.Support, rule.Market, rule.Officers = float64(s.state.Month), 0, 0, 0
	for _, p := range prospects {
		rule.Support = max(rule.Support, p.verdict.Support)
		if p.bought && p.verdict.Support >= rule.Market {
			rule.Market, rule.Officers = p.verdict.Support, 0
			if p.verdict.Gain[economy.Officials] > 0 {
				rule.Officers = 1
			}
		}
	}
}

// spare are States that nobody looks at any more, to copy others into.
var spare = sync.Pool{New: func() any { return new(economy.State) }}

// lookAhead lives each prospect, the first of which is the system in force, on
// copies of the economy, all with the same few lucks that none of them has had
// yet and none of which is the run's, in a world and under orders as people
// expect them.
func (s *Simulation) lookAhead(prospects []*prospect, lucks int) error {
	p, ruling := &s.config.Scenario.Politics, &s.now().model.Politics.Ruling
	year, _ := s.state.Date(s.world)
	expected := scenario.Expected{War: ruling.Wars, Harvests: max(1, int(ruling.Harvests))}
	given, decided := s.world.Given.Standing(year-1, p.Years()+1, expected), s.world.Decided.Standing(year, p.Years(), expected)
	before, lives := len(prospects[0].lives), len(prospects)*lucks
	payoffs, errs := make([][economy.Groups]float64, lives), make([]error, lives)
	par.Blocks(lives, func(i int) {
		state := spare.Get().(*economy.State)
		defer spare.Put(state)
		state.Copy(s.state)
		world := *s.world
		world.Deck = draw.Deck{Seed: s.world.Deck.Word(askAhead, uint64(before+i%lucks), s.state.Month)}
		world.Given, world.Decided = &given, &decided
		look := &Simulation{config: s.config, world: &world, state: state, eras: s.eras, choice: s.choice, first: s.first, last: s.last}
		if i >= lucks {
			look.install(prospects[i/lucks].regime)
		}
		payoffs[i], errs[i] = look.live(12 * p.Years())
	})
	for i, err := range errs {
		if err != nil {
			return fmt.Errorf("looking ahead: %w", err)
		}
		prospects[i/lucks].lives = append(prospects[i/lucks].lives, payoffs[i])
	}
	return nil
}

// live lives whole years, from January on, without choosing or measuring, and
// gives what every group gets in them and afterwards, in the weighted mean.
func (s *Simulation) live(months int) (mean [economy.Groups]float64, err error) {
	found, begun := politics.Capital(s.state), s.state.Month
	weights := s.now().model.Politics.Ruling.Account.Weights(months / 12)
	for range months {
		if err := s.step(); err != nil {
			return mean, err
		}
		statistics := &s.now().model.Statistics
		if s.state.Month%3 == 2 {
			statistics.Quarter(s.world, s.state)
		}
		if s.state.Month%12 == 11 {
			statistics.Close(s.world, s.state)
			for g, v := range s.now().model.Politics.Payoffs(s.world, s.state, &s.now().model.Behaviour) {
				mean[g] += v * weights[(s.state.Month-begun)/12]
			}
		}
		s.state.Month++
	}
	legacy := s.now().model.Politics.Legacy(s.world, found, politics.Capital(s.state), float64(months)/12)
	for g := range mean {
		mean[g] += legacy
	}
	return mean, nil
}

// install puts a candidate into force this month, with what belongs to it.
func (s *Simulation) install(regime int) {
	st := s.state
	st.Rule.Regime, st.Rule.Since = int64(regime), int64(st.Month)
	for k := range scenario.Decisions {
		if c, ok := politics.Chosen(k); ok {
			if v, ok := system.Usual(s.now().system, k, 0); ok {
				st.Polity.Policy[c] = v
			}
		}
	}
	s.now().bind(st)
}

// event is what is known of any event.
func (s *Simulation) event() series.Event {
	year, month := s.state.Date(s.world)
	e := series.Event{Year: year, Month: month, From: s.now().name, Crisis: s.state.Rule.Crisis()}
	for k, part := range s.state.Rule.Trouble {
		e.Parts = append(e.Parts, series.Part{Name: economy.TroubleNames[k], Value: part})
	}
	return e
}

// watch notes a collapse of output.
func (s *Simulation) watch(ruling *politics.Ruling) {
	if fall, collapsed := ruling.Collapsed(s.world, s.state); collapsed {
		e := s.event()
		e.Fall = fall
		s.log.Events = append(s.log.Events, e)
	}
}

// adopt changes the system of the run.
func (s *Simulation) adopt(p *prospect) {
	e := s.event()
	e.Support, e.Gain = p.verdict.Support, p.verdict.Total
	for g, gain := range p.verdict.Gain {
		switch {
		case gain > 0:
			e.For = append(e.For, economy.Group(g).String())
		case gain < 0:
			e.Against = append(e.Against, economy.Group(g).String())
		}
	}
	s.install(p.regime)
	s.state.Rule.Changes++
	s.state.Rule.Settled = e.Crisis
	e.To = s.now().name
	s.log.Events = append(s.log.Events, e)
}
