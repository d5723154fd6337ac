package replica

import (
	"fmt"

	"gosplan/draw"
)

// Feldman is the two-sector growth model of Fel'dman and Domar.
type Feldman struct {
	ProducerYield float64 `unit:"output a year per capital" range:"0 2" source:"derivation of the golden figures: 0.4" means:"a, yield of capital that makes producer goods"`
	ConsumerYield float64 `unit:"output a year per capital" range:"0 2" source:"derivation of the golden figures: 0.35" means:"b, yield of capital that makes consumer goods"`
	Wear          float64 `unit:"per year" range:"0 1" source:"derivation of the golden figures: 0.03" means:"d, capital lost a year"`
	Producer      float64 `unit:"capital" range:"0 1e9" source:"derivation of the golden figures: 0.5" means:"first capital for producer goods"`
	Consumer      float64 `unit:"capital" range:"0 1e9" source:"derivation of the golden figures: 2.6" means:"first capital for consumer goods"`
}

func newFeldman() *Feldman {
	return &Feldman{ProducerYield: 0.4, ConsumerYield: 0.35, Wear: 0.03, Producer: 0.5, Consumer: 2.6}
}

func feldman() *Model {
	p := newFeldman()
	var list []Figure
	for _, c := range []struct {
		share, consumption, investment float64
		decimals                       int
	}{{0.07, 1.443, 0.97, 2}, {0.15, 1.540, 1.47, 2}, {0.23, 1.647, 2.19, 2}} {
		list = append(list,
			digits(at("consumption_13", c.share), fmt.Sprintf("Consumption after 13 years, e = %.2f", c.share), "first year = 1", c.consumption, 3),
			digits(at("investment_13", c.share), fmt.Sprintf("Producer goods after 13 years, e = %.2f", c.share), "first year = 1", c.investment, c.decimals))
	}
	list = append(list,
		digits(at("consumption_13", 0.6), "Consumption after 13 years, e = 0.60", "first year = 1", 2.115, 3),
		digits(at("consumption_5", 0.07), "Consumption after 5 years, e = 0.07", "first year = 1", 1.194, 3),
		digits(at("consumption_5", 0.9), "Consumption after 5 years, e = 0.90", "first year = 1", 0.929, 3),
		digits("falls_in_share", "Steps of e up at which consumption after 5 years is lower", "share", 1, 2),
		digits("asymptote", "Growth of producer goods in the end less (a·e − d), e = 0.23", "per year", 0, 6))
	return &Model{
		Name:       "feldman-domar",
		Title:      "Fel'dman's two sectors",
		Claim:      "The larger the share of producer goods that goes back into making them, the faster everything grows in the end, and the lower consumption is at first.",
		Equations:  "y_p = a·k_p,  y_c = b·k_c\nk_p' = (1 − d)·k_p + e·y_p\nk_c' = (1 − d)·k_c + (1 − e)·y_p\nin the end all grows at a·e − d",
		Source:     "Fel'dman 1928; Domar, Essays in the Theory of Economic Growth, 1957, chapter 9",
		Unknown:    "Fel'dman's own numerical plan is not reproduced; the figures are those of the equations at the parameters shown.",
		Parameters: p,
		Figures:    figures(Computed, "the equations at the parameters shown", list...),
		Run:        p.run,
	}
}

// at names a figure for a value of what is varied.
func at(name string, value float64) string { return fmt.Sprintf("%s_at_%g", name, value) }

// path is consumption and producer goods over years, in units of the first.
func (p *Feldman) path(share float64, years int) (consumption, investment []float64) {
	producer, consumer := p.Producer, p.Consumer
	for range years + 1 {
		made := p.ProducerYield * producer
		consumption = append(consumption, consumer/p.Consumer)
		investment = append(investment, producer/p.Producer)
		producer = (1-p.Wear)*producer + share*made
		consumer = (1-p.Wear)*consumer + (1-share)*made
	}
	return consumption, investment
}

func (p *Feldman) run(_ draw.Deck, log *Log) (Readings, error) {
	const span, short, long = 13, 5, 400
	out := Readings{}
	for _, share := range []float64{0.07, 0.15, 0.23, 0.6, 0.9} {
		consumption, investment := p.path(share, span)
		out[at("consumption_13", share)], out[at("investment_13", share)] = consumption[span], investment[span]
		out[at("consumption_5", share)] = consumption[short]
		for year := range consumption {
			log.Write(at("consumption", share), "first year = 1", year+1, consumption[year])
			log.Write(at("investment", share), "first year = 1", year+1, investment[year])
		}
	}
	const steps = 100
	last, falls := 2.0*steps, 0
	for i := range steps + 1 {
		consumption, _ := p.path(float64(i)/steps, short)
		if consumption[short] < last {
			falls++
		}
		last = consumption[short]
	}
	out["falls_in_share"] = float64(falls) / (steps + 1)
	consumption, _ := p.path(0.23, long)
	out["asymptote"] = consumption[long]/consumption[long-1] - 1 - (p.ProducerYield*0.23 - p.Wear)
	return out, nil
}
