package plan

import (
	"math"
	"slices"

	"gosplan/draw"
)

// A Society is the economy in which the participatory procedure was tried
// out: worker councils with decreasing returns that weigh the effort of work,
// and consumer councils with incomes to spend (Hahnel, Democratic Economic
// Planning, 2021, chapter 9; experiments of Szczepanczyk's Pequod, whose
// numbers these are). A worker council makes
//
//	Y = a·e^c·Π x_i^b_i
//
// of inputs x and effort e and proposes what maximises p·Y − Σ p_i·x_i − e^k,
// taking prices as given. A consumer council divides its income by exponents.
// A public good is consumed by all and paid for in equal parts.
type Society struct {
	goods    int // of each of the five kinds
	worker   []worker
	consumer []consumer
	board    *board
	deck     draw.Deck
	year     int
}

// A worker is a worker council.
type worker struct {
	makes    int       // commodity
	input    []int     // commodities
	exponent []float64 // b
	a, c, k  float64
}

// A consumer is a consumer council.
type consumer struct {
	exponent []float64 // of private goods, then of public goods
	income   float64
}

// Kinds of commodity, goods of each, in this order.
const (
	private = iota
	intermediate
	nature
	labour
	public
	kinds
)

// Experiments of Pequod: ranges are of uniform draws.
const (
	endowment     = 1000.0 // of every kind of labour and of natural resource
	income        = 5000.0 // of a consumer council of ten people
	mostInputs    = 4      // intermediate goods a council uses, at least one
	mostResources = 2      // kinds of labour, and of natural resources
	taste         = 0.5    // sum of a consumer's exponents over the smallest it can be
)

var (
	returns      = [2]float64{0.75, 0.85} // sum of a worker council's exponents
	effortPart   = [2]float64{0.05, 0.10} // c
	effortWeight = [2]float64{3, 4}       // k
	skill        = [2]float64{4, 6}       // a
)

var (
	askWorker   = draw.Ask("plan.worker")
	askConsumer = draw.Ask("plan.consumer")
	askChange   = draw.Ask("plan.change")
)

// NewSociety draws a society with so many goods of each kind and councils:
// 10, 3,000 and 3,000 in the published experiments. Every good has as many
// producers as any other.
func NewSociety(seed uint64, goods, workers, consumers int) *Society {
	s := &Society{goods: goods, deck: draw.Deck{Seed: seed}, board: newBoard(slices.Repeat([]float64{firstPrice}, kinds*goods))}
	makers := []int{private, intermediate, public}
	for i := range workers {
		s.worker = append(s.worker, s.drawWorker(i, makers[i%3]*goods+i/3%goods))
	}
	for i := range consumers {
		d := &dealer{deck: s.deck, ask: askConsumer, agent: uint64(i)}
		least := taste / float64(2*goods)
		c := consumer{income: income, exponent: make([]float64, 2*goods)}
		for g := range c.exponent {
			c.exponent[g] = d.between([2]float64{least, 2 * least})
		}
		s.consumer = append(s.consumer, c)
	}
	return s
}

func (s *Society) drawWorker(id, product int) worker {
	d := &dealer{deck: s.deck, ask: askWorker, agent: uint64(id)}
	w := worker{makes: product}
	for _, part := range []struct{ kind, most int }{{intermediate, mostInputs}, {nature, mostResources}, {labour, mostResources}} {
		for _, g := range d.some(s.goods, min(part.most, s.goods)) {
			w.input = append(w.input, part.kind*s.goods+g)
		}
	}
	n := float64(len(w.input))
	for range w.input {
		w.exponent = append(w.exponent, d.between(returns)/n)
	}
	w.c, w.k, w.a = d.between(effortPart), d.between(effortWeight), d.between(skill)
	return w
}

// Negotiate holds rounds until the worst imbalance is below a goal, at most so
// many, and tells them.
func (s *Society) Negotiate(goal float64, most int) (rounds []Round) {
	supply, demand := make([]float64, kinds*s.goods), make([]float64, kinds*s.goods)
	for range most {
		r := s.board.meet(s, supply, demand)
		rounds = append(rounds, r)
		if r.Imbalance < goal {
			break
		}
	}
	return rounds
}

// NextYear changes technique and taste a little; prices stay where they were.
func (s *Society) NextYear() {
	s.year++
	for i := range s.worker {
		d := &dealer{deck: s.deck, ask: askChange, agent: uint64(i), month: s.year}
		for k := range s.worker[i].exponent {
			s.worker[i].exponent[k] += 0.001 * float64(d.below(5))
		}
	}
	for i := range s.consumer {
		d := &dealer{deck: s.deck, ask: askChange, agent: 1<<32 | uint64(i), month: s.year}
		for k := range s.consumer[i].exponent {
			s.consumer[i].exponent[k] += 0.001 * float64(d.below(5)-2)
		}
	}
}

// propose sums what councils propose at prices.
func (s *Society) propose(price, supply, demand []float64) {
	clear(supply)
	clear(demand)
	for g := range 2 * s.goods {
		supply[nature*s.goods+g] = endowment // natural resources, then labour
	}
	for i := range s.worker {
		s.worker[i].propose(price, supply, demand)
	}
	share := 1 / float64(len(s.consumer))
	for i := range s.consumer {
		c := &s.consumer[i]
		var all float64
		for _, e := range c.exponent {
			all += e
		}
		for g := range s.goods {
			demand[g] += c.income * c.exponent[g] / (all * price[g])
			everybody := public*s.goods + g
			demand[everybody] += share * c.income * c.exponent[s.goods+g] / (all * price[everybody] * share)
		}
	}
}

// propose adds a worker council's best plan: with x_i = p·b_i·Y/p_i and
// k·e^k = p·c·Y, log Y is linear in the logs of prices.
func (w *worker) propose(price, supply, demand []float64) {
	p := price[w.makes]
	effort := w.c / w.k
	left, log := 1-effort, math.Log(w.a)+effort*math.Log(p*w.c/w.k)
	for i, b := range w.exponent {
		log += b * math.Log(p*b/price[w.input[i]])
		left -= b
	}
	y := math.Exp(log / left)
	supply[w.makes] += y
	for i, b := range w.exponent {
		demand[w.input[i]] += p * b * y / price[w.input[i]]
	}
}

// A dealer asks one agent's questions one after the other.
type dealer struct {
	deck  draw.Deck
	ask   draw.Question
	agent uint64
	month int
	asked uint64
}

func (d *dealer) uniform() float64 {
	d.asked++
	return d.deck.Uniform(d.ask, d.agent<<12|d.asked, d.month)
}

func (d *dealer) between(r [2]float64) float64 { return r[0] + (r[1]-r[0])*d.uniform() }

func (d *dealer) below(n int) int { return int(d.uniform() * float64(n)) }

// some are one to most of n things, in ascending order.
func (d *dealer) some(n, most int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	count := 1 + d.below(most)
	for i := range count {
		j := i + d.below(n-i)
		all[i], all[j] = all[j], all[i]
	}
	slices.Sort(all[:count])
	return all[:count]
}
