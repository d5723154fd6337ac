package replica

import (
	"fmt"

	"gosplan/draw"
	"gosplan/mechanism"
)

// Disorganisation is Blanchard and Kremer's chain of suppliers.
type Disorganisation struct {
	Outside float64 `unit:"share of joint output" range:"0 3" source:"Blanchard and Kremer 1997: 1" means:"c̄, largest outside offer"`
	Trials  int     `unit:"chains" range:"1 1e9" source:"assumed" means:"chains lived through one by one"`
}

var askOffer = draw.Ask("disorganisation.offer")

func disorganisation() *Model {
	p := &Disorganisation{Outside: 1, Trials: 40_000}
	var list, lived []Figure
	for _, c := range []struct{ n, output float64 }{{1, 0.875}, {2, 0.796}, {4, 0.746}} {
		list = append(list, digits(at("output", c.n), fmt.Sprintf("Output of a chain of %g", c.n), "of before", c.output, 3))
		f := digits(at("lived", c.n), fmt.Sprintf("The same, chains lived one by one, of %g", c.n), "of before", c.output, 2)
		f.Published = fmt.Sprint(c.output)
		lived = append(lived, f)
	}
	list = append(list,
		digits("unbroken", "Least output while offers are at most n/(n+1), chains to ten", "of before", 1, 6),
		digits("deeper", "Chains to ten whose worst fall is deeper than that of one shorter", "share", 1, 2))
	return &Model{
		Name:  "blanchard-kremer",
		Title: "Blanchard and Kremer's disorganisation",
		Claim: "When suppliers find offers outside and their buyer cannot tell how good these are, chains of production break although keeping them would be worth more; the longer the chain, the deeper the fall.",
		Equations: `each of n suppliers has an offer c ~ U[0, c̄]; the buyer offers all p* = min(c̄, n/(n+1))
Y/n = (p/c̄)^n·(1 − p/2) + c̄/2`,
		Source:     "Blanchard and Kremer, Disorganization, QJE 112 (1997) 1091–1126",
		Parameters: p,
		Lucky:      true,
		Figures: append(figures(Computed, "the formula at c̄ = 1, which is that of mechanism.Chain", list...),
			figures(Computed, "suppliers who accept or leave, one by one", lived...)...),
		Run: p.run,
	}
}

func (p *Disorganisation) run(luck draw.Deck, log *Log) (Readings, error) {
	const longest, finest = 10, 1000
	out := Readings{"unbroken": 1}
	for _, n := range []int{1, 2, 4} {
		out[at("output", float64(n))] = mechanism.Chain(float64(n), p.Outside)
		out[at("lived", float64(n))] = p.live(luck, n)
	}
	before, deeper := 1.0, 0
	for n := 1.0; n <= longest; n++ {
		worst := 1.0
		for i := range finest + 1 {
			offer := 2 * float64(i) / finest
			output := mechanism.Chain(n, offer)
			worst = min(worst, output)
			if offer <= n/(n+1) {
				out["unbroken"] = min(out["unbroken"], output)
			}
		}
		if worst < before {
			deeper++
		}
		before = worst
		log.Write("worst_output", "of before; step n is a chain of n", int(n), worst)
	}
	out["deeper"] = float64(deeper) / longest
	return out, nil
}

// live lets every supplier of many chains choose.
func (p *Disorganisation) live(luck draw.Deck, n int) float64 {
	price := min(p.Outside, float64(n)/float64(n+1))
	total := 0.0
	for trial := range p.Trials {
		outside, all := 0.0, true
		for i := range n {
			offer := p.Outside * luck.Uniform(askOffer, uint64(trial), n<<8|i)
			outside += offer
			all = all && offer <= price
		}
		if all {
			total += float64(n)
		} else {
			total += outside
		}
	}
	return total / float64(n*p.Trials)
}
