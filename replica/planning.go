package replica

import (
	"context"
	"fmt"
	"slices"

	"gosplan/draw"
	"gosplan/linalg"
	"gosplan/plan"
	"gosplan/production"
)

func harmony() *Model {
	var list []Figure
	for _, c := range []struct {
		capacity, harmony float64
		decimals          int
	}{{50, -0.625, 3}, {90, -0.105, 3}, {110, 0.0953, 4}} {
		list = append(list, digits(at("harmony", c.capacity), fmt.Sprintf("Harmony of %g made of 100 wanted", c.capacity), "", c.harmony, c.decimals))
	}
	return &Model{
		Name:      "harmony",
		Title:     "Cockshott's harmony",
		Claim:     "A plan may be judged by how near it comes to what is wanted of every good, so that a shortfall counts the more the larger it is and a surplus the less; a simple procedure comes near the best.",
		Equations: "s = (net output − target)/target\nH = s − s²/2 if s < 0, ln(1 + s) if not\neighty to a hundred rounds of moving techniques to where harmony is gained",
		Source:    "Cockshott and Cottrell, Towards a New Socialism, 1993; Cockshott's programme 5yearplan, 2018",
		Unknown:   "No figure is published for how near a hundred rounds come to the best. On Kantorovich's excavators, with the programme's targets, they stay some 0.1 a need below the bound that plan.Make proves; series harmony and best of a recorded run are the two.",
		Figures:   figures(Computed, "the function of the programme, as plan.Make values a plan", list...),
		Run:       runHarmony,
	}
}

// machine is one good made by one machine.
func machine(capacity float64) *production.Table {
	return &production.Table{
		N: 1, Makes: []int32{0}, Input: linalg.New(1, 1), Factors: []string{"machine"}, Use: linalg.FromRows([][]float64{{1}}, 1),
		Periods: []production.Period{{Need: []float64{100}, Capacity: []float64{capacity}}},
	}
}

// excavators is Kantorovich's example of three machines on three soils, with
// the targets of Cockshott's programme.
func excavators() *production.Table {
	t := &production.Table{N: 3, Factors: []string{"M1", "M2", "M3"}, Input: linalg.New(9, 3)}
	var out, use [][]float64
	for soil, rates := range [][]float64{{105, 107, 64}, {56, 66, 38}, {56, 83, 53}} {
		for digger, rate := range rates {
			made, used := make([]float64, 3), make([]float64, 3)
			made[soil], used[digger] = rate, 1
			out, use, t.Makes = append(out, made), append(use, used), append(t.Makes, int32(soil))
		}
	}
	t.Output, t.Use = linalg.FromRows(out, 3), linalg.FromRows(use, 3)
	t.Periods = []production.Period{{Need: []float64{64, 64, 64}, Capacity: []float64{1, 1, 1}}}
	return t
}

func runHarmony(_ draw.Deck, log *Log) (Readings, error) {
	const rounds, tight = 100, 1e-9
	out := Readings{}
	for _, capacity := range []float64{50, 90, 110} {
		p, err := plan.Make(context.Background(), machine(capacity), plan.Request{Task: plan.Harmony, Tolerance: tight})
		if err != nil {
			return nil, err
		}
		out[at("harmony", capacity)] = p.Value
	}
	soils := excavators()
	best, err := plan.Make(context.Background(), soils, plan.Request{Task: plan.Harmony, Tolerance: 1e-6})
	if err != nil {
		return nil, err
	}
	simple, err := plan.Make(context.Background(), soils, plan.Request{Task: plan.Harmony, Rounds: rounds})
	if err != nil {
		return nil, err
	}
	for i, round := range simple.Rounds {
		log.Write("harmony", "harmony of all needs; steps are rounds", i+1, round.Value)
		log.Write("best", "harmony of all needs", i+1, best.Bound)
	}
	return out, nil
}

// Participation is the procedure of participatory planning on the economy on
// which it was tried.
type Participation struct {
	Goods     int `unit:"goods of a kind" range:"1 1000" source:"Hahnel 2021, chapter 9: 10 kinds tried by Pequod" means:"goods of each of five kinds"`
	Workers   int `unit:"councils" range:"3 100000" source:"Hahnel 2021, chapter 9: 30000; a tenth here" means:"councils of workers"`
	Consumers int `unit:"councils" range:"1 100000" source:"Hahnel 2021, chapter 9: 30000; a tenth here" means:"councils of consumers"`
}

// councilGoals are the imbalances of the worst good at which rounds are counted.
var councilGoals = []float64{0.10, 0.05, 0.03}

func participation() *Model {
	p := &Participation{Goods: 10, Workers: 3000, Consumers: 3000}
	var list []Figure
	for year, c := range [2][3][3]float64{
		{{7.7, 6, 9}, {11.2, 9, 13}, {19.3, 15, 23}},
		{{4.0, 3.5, 4.5}, {5.2, 5, 7}, {9.0, 8.5, 9.5}},
	} {
		for g, goal := range councilGoals {
			f := Figure{
				Name: at(fmt.Sprintf("rounds_%d", year+1), goal), Unit: "rounds", Published: fmt.Sprintf("%.1f", c[g][0]), Low: c[g][1], High: c[g][2],
				Title: fmt.Sprintf("Rounds until all goods are within %g %%, year %d", 100*goal, year+1),
			}
			if year == 0 || g == 1 {
				f.Published += fmt.Sprintf(", single runs %g to %g", c[g][1], c[g][2])
			}
			list = append(list, f)
		}
	}
	return &Model{
		Name:  "participatory-planning",
		Title: "Participatory planning by rounds",
		Claim: "Councils of workers and consumers that answer indicative prices with proposals come to agree on a plan in some twenty rounds, and in fewer in a year that begins with the last one's prices.",
		Equations: `imbalance g = 2·|S − D|/(S + D) of a good;  κ = 1.05 − ½^g;  δ = max(0.001, min(κ, κ·last g, at most ¼))
price up by δ when demand exceeds supply, down by δ when supply exceeds demand
a worker council maximises p·Y − Σ p_i·x_i − e^k with Y = a·e^c·Π x_i^b_i;  a consumer council spends its income by fixed shares`,
		Source:     "Albert and Hahnel, The Political Economy of Participatory Economics, 1991; Hahnel, Democratic Economic Planning, 2021, chapter 9; experiments of Szczepanczyk's Pequod",
		Unknown:    "A tenth of the published councils: rounds hardly depend on their number. Where no single runs are published the range is half a round about the mean.",
		Parameters: p,
		Lucky:      true,
		Seeds:      12,
		Figures:    figures(Verified, "tables of fifty experiments", list...),
		Run:        p.run,
	}
}

func (p *Participation) run(luck draw.Deck, log *Log) (Readings, error) {
	const years, most = 2, 200
	out := Readings{}
	society := plan.NewSociety(luck.Seed, p.Goods, p.Workers, p.Consumers)
	told := 0
	for year := range years {
		rounds := society.Negotiate(councilGoals[len(councilGoals)-1], most)
		for _, goal := range councilGoals {
			met := 1 + slices.IndexFunc(rounds, func(r plan.Round) bool { return r.Imbalance < goal })
			if met == 0 {
				return nil, fmt.Errorf("participatory planning: year %d: not within %g in %d rounds", year+1, goal, most)
			}
			out[at(fmt.Sprintf("rounds_%d", year+1), goal)] = float64(met)
		}
		for _, round := range rounds {
			told++
			log.Write("imbalance", "of the worst good; steps are rounds of both years", told, round.Imbalance)
		}
		society.NextYear()
	}
	return out, nil
}
