package replica

import (
	"errors"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"

	"gosplan/draw"
)

// LawOfValue is Wright's simple commodity economy: people who make one good
// each, want all, and bid what comes to their minds.
type LawOfValue struct {
	Actors    int     `unit:"people" range:"2 10000" source:"Borba's version: 100" means:"actors"`
	Goods     int     `unit:"goods" range:"2 100" source:"Borba's version: 3" means:"kinds of goods"`
	Money     float64 `unit:"coins per actor" range:"0.01 1e9" source:"Borba's version: 100" means:"coins at the start"`
	Longest   float64 `unit:"steps" range:"1 1000" source:"Borba's version: 20" means:"longest time in which one unit of a good is used up"`
	Patience  float64 `unit:"times" range:"1 100" source:"Borba's version: 2" means:"longest times of use between looks back"`
	Steps     int     `unit:"steps" range:"10 1000000" source:"Borba's version: 10000" means:"steps lived"`
	LeastUsed float64 `unit:"share" range:"0 0.5" source:"assumed: 0.1" means:"least part of the day that making a good takes"`
}

var (
	askMake, askUse       = draw.Ask("value.make"), draw.Ask("value.use")
	askTrade, askMood     = draw.Ask("value.trade"), draw.Ask("value.mood")
	askMarket, askSwitch  = draw.Ask("value.market"), draw.Ask("value.switch")
	askPartner, askVocate = draw.Ask("value.partner"), draw.Ask("value.vocation")
)

func lawOfValue() *Model {
	p := &LawOfValue{Actors: 100, Goods: 3, Money: 100, Longest: 20, Patience: 2, Steps: 10_000, LeastUsed: 0.1}
	return &Model{
		Name:  "law-of-value",
		Title: "The emergence of the law of value",
		Claim: "Where people make goods, bid at random within their means, and leave a trade that serves them worse than before, prices come to be in proportion to labour values and labour goes where it is needed, though nobody knows a value.",
		Equations: `each step an actor makes 1/l_j of its good and comes to want 1/c_j of every good;  Σ l_j/c_j = 1
a good has a market while somebody has more and somebody less than he wants: a buyer b and a seller s at random
bid x ~ U[0, m_b] and y ~ U[0, m_s]; the price is even between x and y; they trade a unit if b has the money
from time to time an actor whose wants have grown, ‖deficit‖, takes up a good at random
in the end a_j = l_j/c_j of people make good j, and prices are in proportion to l_j`,
		Source:     "Wright, The emergence of the law of value in a dynamic simple commodity economy, Review of Political Economy 20 (2008) 367–91; rules as restated by Borba",
		Unknown:    "How a sale ends for which the buyer has not the money is not said: here the buyer leaves the market of that good until the next step; trying again changes little. Goods are drawn anew for every seed.",
		Parameters: p,
		Lucky:      true,
		Figures: figures(Verified, "Wright 2008, result: prices in proportion to values, labour where it is needed",
			ours("in proportion", above("correlation", "Mean price with labour value", "correlation", 0.9)),
			missed(ours("in proportion", below("spread", "Price over value, standard deviation over the mean", "share", 0.2)),
				"prices stand on a line with values, but the line does not pass through nothing: what is bid hangs on purses, so that goods of little value stay dear; the version followed here fits its line with an intercept, too"),
			ours("none in the end", below("misplaced", "Labour not where it is needed", "share", 0.15)),
			ours("falls", below("before", "The same over that at the start", "ratio", 0.7)),
		),
		Run: p.run,
	}
}

// A bazaar is the state of the model.
type bazaar struct {
	*LawOfValue
	luck     draw.Deck
	now      int
	value    []float64 // [good] l, steps to make one
	use      []float64 // [good] c, steps to use one up
	trade    []int     // [actor] good made
	money    []float64 // [actor]
	holding  []float64 // [actor·good]
	deficit  []float64 // [actor·good]
	regret   []float64 // [actor] deficit at the last look back
	buyers   []int
	sellers  []int
	sold     []float64 // [good] coins
	units    []float64 // [good]
	deals    uint64
	lookBack int
}

// begin draws goods whose making takes all of everybody's day.
func (p *LawOfValue) begin(luck draw.Deck) (*bazaar, error) {
	s := &bazaar{LawOfValue: p, luck: luck}
	n := p.Actors * p.Goods
	s.holding, s.deficit, s.regret = make([]float64, n), make([]float64, n), make([]float64, p.Actors)
	s.sold, s.units = make([]float64, p.Goods), make([]float64, p.Goods)
	const most = 10_000
	for try := range most {
		value, need, total := make([]float64, p.Goods), make([]float64, p.Goods), 0.0
		for j := range value {
			value[j] = 1 + 9*luck.Uniform(askMake, uint64(j), try)
			need[j] = luck.Uniform(askUse, uint64(j), try)
			total += need[j]
		}
		s.value, s.use = value, make([]float64, p.Goods)
		fits := true
		for j := range need {
			s.use[j] = value[j] * total / need[j]
			fits = fits && s.use[j] <= p.Longest && need[j]/total >= p.LeastUsed
		}
		if fits {
			s.lookBack = int(math.Round(p.Patience * slices.Max(s.use)))
			for i := range p.Actors {
				s.trade = append(s.trade, int(luck.Uniform(askVocate, uint64(i), 0)*float64(p.Goods)))
				s.money = append(s.money, p.Money)
			}
			return s, nil
		}
	}
	return nil, errors.New("law of value: no goods fit: allow a longer time of use, or fewer goods")
}

func (s *bazaar) step() {
	s.now++
	for i, j := range s.trade {
		s.holding[i*s.Goods+j] += 1 / s.value[j]
		for k := range s.Goods {
			at := i*s.Goods + k
			s.deficit[at] += 1 / s.use[k]
			used := math.Floor(min(s.deficit[at], s.holding[at]))
			s.deficit[at] -= used
			s.holding[at] -= used
		}
	}
	first := int(s.luck.Uniform(askMarket, 0, s.now) * float64(s.Goods))
	for k := range s.Goods {
		s.market((first + k) % s.Goods)
	}
	if s.now%s.lookBack == 0 {
		s.reconsider()
	}
}

// market lets those who have more than they want of a good sell units to
// those who have less.
func (s *bazaar) market(j int) {
	s.buyers, s.sellers = s.buyers[:0], s.sellers[:0]
	for i := range s.Actors {
		has, wants := math.Floor(s.holding[i*s.Goods+j]), math.Floor(s.deficit[i*s.Goods+j])
		if has > wants {
			s.sellers = append(s.sellers, i)
		} else if wants > has {
			s.buyers = append(s.buyers, i)
		}
	}
	for len(s.buyers) > 0 && len(s.sellers) > 0 {
		s.deals++
		one, two := s.luck.Uniforms(askPartner, s.deals, 0)
		b, v := int(one*float64(len(s.buyers))), int(two*float64(len(s.sellers)))
		buyer, seller := s.buyers[b], s.sellers[v]
		bid, ask := s.luck.Uniforms(askTrade, s.deals, 0)
		bid, ask = bid*s.money[buyer], ask*s.money[seller]
		price := bid + (ask-bid)*s.luck.Uniform(askMood, s.deals, 0)
		atBuyer, atSeller := buyer*s.Goods+j, seller*s.Goods+j
		paid := price <= s.money[buyer]
		if paid {
			s.money[buyer] -= price
			s.money[seller] += price
			s.holding[atBuyer]++
			s.holding[atSeller]--
			s.sold[j] += price
			s.units[j]++
		}
		if !paid || math.Floor(s.deficit[atBuyer]) <= math.Floor(s.holding[atBuyer]) {
			s.buyers[b] = s.buyers[len(s.buyers)-1]
			s.buyers = s.buyers[:len(s.buyers)-1]
		}
		if math.Floor(s.holding[atSeller]) <= math.Floor(s.deficit[atSeller]) {
			s.sellers[v] = s.sellers[len(s.sellers)-1]
			s.sellers = s.sellers[:len(s.sellers)-1]
		}
	}
}

// reconsider lets those whose wants have grown take up another good.
func (s *bazaar) reconsider() {
	for i := range s.trade {
		regret := 0.0
		for _, d := range s.deficit[i*s.Goods : (i+1)*s.Goods] {
			regret += d * d
		}
		if regret > s.regret[i] {
			s.trade[i] = int(s.luck.Uniform(askSwitch, uint64(i), s.now) * float64(s.Goods))
		}
		s.regret[i] = regret
	}
}

// misplaced is the share of people who would have to change their good for
// labour to be where it is needed.
func (s *bazaar) misplaced() (share float64) {
	people := make([]float64, s.Goods)
	for _, j := range s.trade {
		people[j] += 1 / float64(s.Actors)
	}
	for j, is := range people {
		share += math.Abs(is-s.value[j]/s.use[j]) / 2
	}
	return share
}

func (p *LawOfValue) run(luck draw.Deck, log *Log) (Readings, error) {
	s, err := p.begin(luck)
	if err != nil {
		return nil, err
	}
	start := s.misplaced()
	settled, misplaced := p.Steps/2, 0.0
	for range p.Steps {
		s.step()
		if s.now == settled {
			clear(s.sold)
			clear(s.units)
		}
		if s.now > settled {
			misplaced += s.misplaced() / float64(p.Steps-settled)
		}
		if s.now%100 == 0 {
			log.Write("misplaced", "share; step n is 100·n", s.now/100, s.misplaced())
		}
	}
	price, ratio := make([]float64, p.Goods), make([]float64, p.Goods)
	for j := range price {
		price[j] = s.sold[j] / s.units[j]
		ratio[j] = price[j] / s.value[j]
	}
	mean, deviation := stat.MeanStdDev(ratio, nil)
	return Readings{
		"correlation": stat.Correlation(price, s.value, nil), "spread": deviation / mean,
		"misplaced": misplaced, "before": misplaced / start,
	}, nil
}
