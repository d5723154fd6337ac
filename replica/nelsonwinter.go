package replica

import (
	"math"

	"gosplan/draw"
	"gosplan/statistic"
)

// NelsonWinter is an industry whose firms innovate, imitate, and grow out of
// profit. A step is a quarter.
type NelsonWinter struct {
	Firms        int     `unit:"firms" range:"2 1000" source:"Nelson and Winter for LSD: 16" means:"firms"`
	Quarters     int     `unit:"quarters" range:"2 10000" source:"Nelson and Winter 1982: 100" means:"quarters lived"`
	Demand       float64 `unit:"coins" range:"0.001 1e9" source:"Nelson and Winter 1982: 67" means:"D, coins spent on the good"`
	Elasticity   float64 `unit:"ratio" range:"0.1 10" source:"Nelson and Winter 1982: 1" means:"η, of demand"`
	Cost         float64 `unit:"coins per capital" range:"0 10" source:"Nelson and Winter 1982: 0.16" means:"c, running cost"`
	Imitation    float64 `unit:"coins per capital" range:"0 1" source:"Nelson and Winter for LSD: 0.00112" means:"spent on imitation"`
	Innovation   float64 `unit:"coins per capital" range:"0 1" source:"Nelson and Winter for LSD: 0.0223" means:"spent on innovation"`
	Copied       float64 `unit:"chance per coin" range:"0 100" source:"Nelson and Winter 1982: a_m = 1.25" means:"success of imitation"`
	Found        float64 `unit:"chance per coin" range:"0 100" source:"Nelson and Winter 1982: a_n = 0.125" means:"success of innovation"`
	Spread       float64 `unit:"goods per capital" range:"0 1" source:"Nelson and Winter for LSD: 0.01" means:"standard deviation of what is found"`
	Wear         float64 `unit:"per quarter" range:"0 1" source:"Nelson and Winter 1982: 0.03" means:"δ, capital lost"`
	Bank         float64 `unit:"share" range:"0 100" source:"Nelson and Winter for LSD: 0" means:"credit over profit"`
	Credit       float64 `unit:"share" range:"0 100" source:"Nelson and Winter 1982: 2.5" means:"the same where holding back is tried out: without credit profit alone limits growth"`
	Restraint    float64 `unit:"share" range:"0 1" source:"Nelson and Winter for LSD: 0 or 1" means:"whether large firms hold back, 1 or 0"`
	Productivity float64 `unit:"goods per capital" range:"0.001 10" source:"Nelson and Winter 1982: 0.16" means:"A at the start"`
	Capital      float64 `unit:"capital" range:"0.001 1e9" source:"Nelson and Winter for LSD: 22.425" means:"K of a firm at the start"`
}

func nelsonWinter() *Model {
	p := &NelsonWinter{
		Firms: 16, Quarters: 100, Demand: 67, Elasticity: 1, Cost: 0.16, Imitation: 0.00112, Innovation: 0.0223,
		Copied: 1.25, Found: 0.125, Spread: 0.01, Wear: 0.03, Credit: 2.5, Productivity: 0.16, Capital: 22.425,
	}
	rest := p.Cost + p.Imitation + p.Innovation + p.Wear // revenue per capital at which capital stays
	return &Model{
		Name:  "nelson-winter",
		Title: "Nelson and Winter's Schumpeterian competition",
		Claim: "Firms that search for better techniques and grow out of profit bring productivity up and prices down, and few of them end up with most of the market, the fewer the less they hold back and the harder imitation is.",
		Equations: `Q = A·K,  P = D/(ΣQ)^η,  profit per capital π = P·A − c − r_im − r_in
with chance a_m·r_im·K a firm copies the best A;  with chance a_n·r_in·K it finds one ~ N(A, σ);  it keeps the best of all
wants I = 1 + δ − μ*·c/(P·A),  μ* = η/(η − s) for a market share s if it holds back, 1 if not;  gets at most π·(1 + bank)
K' = K·(1 − δ + max(0, I))`,
		Source:     "Nelson and Winter, An Evolutionary Theory of Economic Change, 1982, chapter 12; its version for LSD by Andersen, 2004",
		Unknown:    "The tables of chapter 12 are not at hand: what is marked R are its conclusions, as signs. In the version for LSD the values of a_m and a_n stand the other way round from its own comments and from the book; those of the book, recalled as is its credit of 2.5, are used.",
		Parameters: p,
		Lucky:      true,
		Figures: append(figures(Computed, "the equations: without search capital stays where profit is δ, and Price's equation holds",
			digits("price", "Price in the end without search", "coins", rest/p.Productivity, 4),
			digits("capital", "Capital in the end without search", "capital", p.Demand/rest, 1),
			digits("alike", "Firms of equal size without search, in numbers of equals", "firms", float64(p.Firms), 6),
			digits("decomposed", "Change of mean productivity less innovation and selection, largest", "", 0, 9),
		), figures(Recalled, "Nelson and Winter 1982, chapter 12, conclusions",
			above("rises", "Mean productivity in the end over the start", "ratio", 1.1),
			below("falls", "Price in the end over the start", "ratio", 1),
			below("equals", "Numbers of equal firms in the end", "firms", float64(p.Firms)),
			above("restraint", "Numbers of equal firms with restraint less those without, on credit", "firms", 0),
			above("imitation", "The same with imitation ten times easier", "firms", 0),
			above("selection", "Selection's part of the rise of productivity", "share", 0),
		)...),
		Run: p.run,
	}
}

// An industry is the state of the model.
type industry struct {
	*NelsonWinter
	luck         draw.Deck
	now          int
	productivity []float64 // [firm] A
	capital      []float64 // [firm] K
	output       []float64 // [firm] Q of this quarter
	price        float64
	selection    float64 // what shares of capital that move add to mean productivity
	innovation   float64 // what firms that change add to it
}

var askCopy, askResearch, askFind = draw.Ask("nelson.copy"), draw.Ask("nelson.search"), draw.Ask("nelson.find")

func (p *NelsonWinter) begin(luck draw.Deck) *industry {
	s := &industry{NelsonWinter: p, luck: luck}
	for range p.Firms {
		s.productivity, s.capital = append(s.productivity, p.Productivity), append(s.capital, p.Capital)
	}
	s.output = make([]float64, p.Firms)
	return s
}

// mean is productivity weighted by capital, and all capital.
func (s *industry) mean() (mean, capital float64) {
	for i, k := range s.capital {
		mean += k * s.productivity[i]
		capital += k
	}
	return mean / capital, capital
}

// step lives a quarter.
func (s *industry) step() {
	s.now++
	supply, best := 0.0, 0.0
	for i := range s.output {
		s.output[i] = s.capital[i] * s.productivity[i]
		supply += s.output[i]
		best = max(best, s.productivity[i])
	}
	s.price = s.Demand / math.Pow(supply, s.Elasticity)
	before, _ := s.mean()
	grown, weighted, changed := 0.0, 0.0, 0.0
	for i, a := range s.productivity {
		k := s.capital[i]
		found := s.search(i, best)
		growth := 1 - s.Wear + s.invest(i, found, s.output[i]/supply)
		grown += k * growth
		weighted += k * growth * a
		changed += k * growth * (found - a)
		s.productivity[i], s.capital[i] = found, k*growth
	}
	s.selection, s.innovation = weighted/grown-before, changed/grown
}

// search is the best a firm has, copies or finds.
func (s *industry) search(i int, best float64) float64 {
	a, k := s.productivity[i], s.capital[i]
	found := a
	if s.luck.Uniform(askCopy, uint64(i), s.now) < s.Copied*s.Imitation*k {
		found = best
	}
	if s.luck.Uniform(askResearch, uint64(i), s.now) < s.Found*s.Innovation*k {
		found = max(found, a+s.Spread*s.luck.Normal(askFind, uint64(i), s.now))
	}
	return found
}

// invest is gross investment over capital.
func (s *industry) invest(i int, found, share float64) float64 {
	profit := s.price*s.productivity[i] - s.Cost - s.Imitation - s.Innovation
	if profit > 0 {
		profit *= 1 + s.Bank
	}
	target := 1.0
	if s.Restraint > 0 {
		target = s.Elasticity / (s.Elasticity - min(share, 0.999*s.Elasticity))
	}
	wanted := 1 + s.Wear - target*s.Cost/(s.price*found)
	return max(0, min(profit, wanted))
}

// lived is the industry after its quarters.
func (p *NelsonWinter) lived(luck draw.Deck, quarters int, watch func(*industry)) *industry {
	s := p.begin(luck)
	for range quarters {
		s.step()
		if watch != nil {
			watch(s)
		}
	}
	return s
}

func (s *industry) equals() float64 { return 1 / statistic.Herfindahl(s.output) }

func (p *NelsonWinter) run(luck draw.Deck, log *Log) (Readings, error) {
	out := Readings{}
	still := *p
	still.Copied, still.Found = 0, 0
	const settled = 2000
	end := still.lived(luck, settled, nil)
	_, out["capital"] = end.mean()
	out["price"], out["alike"] = end.price, end.equals()

	mean, first, selected, all := p.Productivity, 0.0, 0.0, 0.0
	s := p.lived(luck, p.Quarters, func(s *industry) {
		now, _ := s.mean()
		out["decomposed"] = max(out["decomposed"], math.Abs(now-mean-s.selection-s.innovation))
		selected += s.selection
		all += now - mean
		mean = now
		if s.now == 1 {
			first = s.price
		}
		log.Write("price", "coins", s.now, s.price)
		log.Write("productivity", "goods per capital", s.now, now)
		log.Write("equals", "firms", s.now, s.equals())
	})
	out["rises"], out["falls"], out["equals"] = mean/p.Productivity, s.price/first, s.equals()
	out["selection"] = selected / all
	bold := *p
	bold.Bank = p.Credit
	held := bold
	held.Restraint = 1
	out["restraint"] = held.lived(luck, p.Quarters, nil).equals() - bold.lived(luck, p.Quarters, nil).equals()
	easy := *p
	easy.Copied *= 10
	out["imitation"] = easy.lived(luck, p.Quarters, nil).equals() - out["equals"]
	return out, nil
}
