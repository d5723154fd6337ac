package replica

import (
	"gonum.org/v1/gonum/stat"

	"gosplan/draw"
	"gosplan/statistic"
)

// SocialArchitecture is Wright's economy of nothing but money, hiring and
// chance, in which classes, firms and crises appear.
type SocialArchitecture struct {
	Actors   int     `unit:"people" range:"10 100000" source:"Wright 2005: 1000" means:"actors"`
	Money    float64 `unit:"coins" range:"1 1e9" source:"Wright 2005: 100000" means:"all the money there is"`
	LowWage  float64 `unit:"coins a month" range:"0 1e6" source:"Wright 2005: 10" means:"least wage"`
	HighWage float64 `unit:"coins a month" range:"0 1e6" source:"Wright 2005: 90" means:"highest wage"`
	Years    int     `unit:"years" range:"21 1000" source:"derivation of the golden figures: 120" means:"years lived"`
	Burn     int     `unit:"years" range:"0 1000" source:"derivation of the golden figures: 20" means:"first years that are not counted"`
}

func socialArchitecture() *Model {
	p := &SocialArchitecture{Actors: 1000, Money: 100_000, LowWage: 10, HighWage: 90, Years: 120, Burn: 20}
	return &Model{
		Name:  "social-architecture",
		Title: "The social architecture of capitalism",
		Claim: "Random hiring, spending and paying of wages, under conservation of money, are enough for a small class of employers, a power law of firm sizes, recessions of exponential length and a wage share above one half.",
		Equations: `N times a month an actor i is picked:
if unemployed, i is hired by j among those not employed, with chance ∝ w_j, if w_j ≥ p̄ = (a+b)/2
another actor k spends s ~ U[0, w_k] into the market:  w_k −= s, V += s
if not unemployed, i's firm sells r ~ U[0, V]:  V −= r, w_employer += r
if an employer, i dismisses max(n − w_i/p̄, 0) of its n workers
and pays each of the others a wage ~ U[a, b], or U[0, w_i] when that is more than it has`,
		Source:     "Wright, The social architecture of capitalism, Physica A 346 (2005) 589–620; rules as restated in Borba, arXiv 2410.22369",
		Parameters: p,
		Lucky:      true,
		Figures: figures(Computed, "rules of Wright 2005, 120 years, the first 20 dropped",
			digits("workers", "Share of workers", "share", 0.71, 2),
			digits("capitalists", "Share of employers", "share", 0.12, 2),
			missed(digits("unemployed", "Share of unemployed", "share", 0.167, 3),
				"one run published to three digits; runs differ in the second, and the three published shares add up to 0.997"),
			between("wage_share", "Wages in revenue", "share", 0.53, 0.54, 2),
			between("firm_size", "Mean employees of a firm", "people", 5.7, 6.1, 1),
			digits("firm_exponent", "Exponent of the density of firm sizes, from two employees on", "", 1.9, 1),
			missed(digits("firm_exponent_all", "The same over all firms", "", 1.9, 1),
				"how it was estimated is not said; firms of one are fewer than the power law of the others has"),
			between("recession", "Mean length of recessions", "years", 1.5, 1.7, 1),
			between("one_year", "Recessions of a single year", "share", 0.5, 0.6, 1),
			between("growth_sd", "Standard deviation of growth", "log a year", 0.07, 0.10, 2),
		),
		Run: p.run,
	}
}

// A society is the state of the social architecture.
type society struct {
	*SocialArchitecture
	luck     draw.Deck
	wealth   []float64 // [actor] coins
	employer []int     // [actor] who employs it, −1 for nobody
	staff    [][]int   // [actor] whom it employs
	market   float64   // coins spent and not yet earned
	step     uint64    // actors picked so far
	revenue  float64   // of this year
	wages    float64   // of this year
}

var (
	askActor, askSpender  = draw.Ask("social.actor"), draw.Ask("social.spender")
	askEmployer, askSpend = draw.Ask("social.employer"), draw.Ask("social.spend")
	askSale, askWage      = draw.Ask("social.sale"), draw.Ask("social.wage")
	askDismissal          = draw.Ask("social.dismissal")
)

func (p *SocialArchitecture) begin(luck draw.Deck) *society {
	s := &society{SocialArchitecture: p, luck: luck}
	s.wealth, s.employer, s.staff = make([]float64, p.Actors), make([]int, p.Actors), make([][]int, p.Actors)
	for i := range s.wealth {
		s.wealth[i], s.employer[i] = p.Money/float64(p.Actors), -1
	}
	return s
}

func (p *SocialArchitecture) meanWage() float64 { return (p.LowWage + p.HighWage) / 2 }

func (p *SocialArchitecture) run(luck draw.Deck, log *Log) (Readings, error) {
	s := p.begin(luck)
	var output, share, workers, employers, unemployed, sizes []float64
	for year := range p.Years {
		s.revenue, s.wages = 0, 0
		for range 12 * p.Actors {
			s.pick()
		}
		employed, firms := s.census()
		log.Write("output", "coins a year", year+1, s.revenue)
		log.Write("employed", "people", year+1, float64(employed))
		log.Write("firms", "firms", year+1, float64(len(firms)))
		if year < p.Burn {
			continue
		}
		n := float64(p.Actors)
		output, share = append(output, s.revenue), append(share, s.wages/s.revenue)
		workers, employers = append(workers, float64(employed)/n), append(employers, float64(len(firms))/n)
		unemployed = append(unemployed, 1-float64(employed+len(firms))/n)
		sizes = append(sizes, firms...)
	}
	exponent, _, err := statistic.Zeta(sizes, 2)
	if err != nil {
		return nil, err
	}
	exponentOfAll, _, err := statistic.Zeta(sizes, 1)
	if err != nil {
		return nil, err
	}
	lengths := statistic.Recessions(output)
	total, single := 0, 0
	for _, years := range lengths {
		total += years
		if years == 1 {
			single++
		}
	}
	return Readings{
		"workers": stat.Mean(workers, nil), "capitalists": stat.Mean(employers, nil), "unemployed": stat.Mean(unemployed, nil),
		"wage_share": stat.Mean(share, nil), "firm_size": stat.Mean(sizes, nil), "firm_exponent": exponent, "firm_exponent_all": exponentOfAll,
		"recession": float64(total) / float64(len(lengths)), "one_year": float64(single) / float64(len(lengths)),
		"growth_sd": stat.StdDev(statistic.Growth(output), nil),
	}, nil
}

// uniform is a number in [0, most) for this step.
func (s *society) uniform(q draw.Question, most float64) float64 {
	return most * s.luck.Uniform(q, s.step, 0)
}

// pick lets one actor act.
func (s *society) pick() {
	s.step++
	n := float64(s.Actors)
	i := int(s.uniform(askActor, n))
	if s.employer[i] < 0 && len(s.staff[i]) == 0 {
		s.hire(i)
	}
	spender := int(s.uniform(askSpender, n-1))
	if spender >= i {
		spender++
	}
	spent := s.uniform(askSpend, s.wealth[spender])
	s.wealth[spender] -= spent
	s.market += spent
	owner := s.employer[i]
	if owner < 0 {
		if len(s.staff[i]) == 0 {
			return
		}
		owner = i
	}
	sold := s.uniform(askSale, s.market)
	s.market -= sold
	s.wealth[owner] += sold
	s.revenue += sold
	if owner == i {
		s.dismiss(i)
		s.pay(i)
	}
}

// hire finds an unemployed actor a master, if the one who is found can pay.
func (s *society) hire(i int) {
	total := 0.0
	for j, w := range s.wealth {
		if s.employer[j] < 0 && j != i {
			total += w
		}
	}
	at := s.uniform(askEmployer, total)
	for j, w := range s.wealth {
		if s.employer[j] >= 0 || j == i {
			continue
		}
		if at -= w; at < 0 {
			if w >= s.meanWage() {
				s.employer[i] = j
				s.staff[j] = append(s.staff[j], i)
			}
			return
		}
	}
}

// dismiss lets go of workers whom the mean wage could not pay, by lot.
func (s *society) dismiss(i int) {
	staff := s.staff[i]
	for float64(len(staff))-s.wealth[i]/s.meanWage() > 0 {
		out := int(s.luck.Uniform(askDismissal, s.step, len(staff)) * float64(len(staff)))
		s.employer[staff[out]] = -1
		staff[out] = staff[len(staff)-1]
		staff = staff[:len(staff)-1]
	}
	s.staff[i] = staff
}

// pay pays the staff of an employer.
func (s *society) pay(i int) {
	for _, worker := range s.staff[i] {
		luck := s.luck.Uniform(askWage, s.step, worker)
		wage := s.LowWage + luck*(s.HighWage-s.LowWage)
		if wage > s.wealth[i] {
			wage = luck * s.wealth[i]
		}
		s.wealth[i] -= wage
		s.wealth[worker] += wage
		s.wages += wage
	}
}

// census counts employees and lists the sizes of firms.
func (s *society) census() (employed int, firms []float64) {
	for i := range s.wealth {
		if n := len(s.staff[i]); n > 0 {
			firms = append(firms, float64(n))
			employed += n
		}
	}
	return employed, firms
}
