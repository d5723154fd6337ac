package replica

import (
	"gosplan/draw"
)

// A shelf is what a shopper sees of a firm, in one place in memory.
type shelf struct {
	price   float64 // coins per good
	perCoin float64 // goods per coin
	stock   float64 // goods left
	made    float64 // goods made this quarter
}

// A household shops and works.
type household struct {
	savings float64 // coins
	wage    float64 // coins this quarter, 0 without work
	loyal   int32   // the larger firm visited last time
	hired   int32   // quarter of the contract
}

// A firm is what the labour market sees of one.
type firm struct {
	offer     float64 // wage offered
	wages     float64 // wage bill
	labour    int32   // workers
	vacancies int32
	wanted    int32 // workers the plan needs
	_         int32
}

// A loan lasts a quarter.
type loan struct {
	firm, bank int32
	principal  float64
	interest   float64
}

// A bamState is the BAM economy at the end of a quarter. Slices are by firm,
// household or bank and never grow once the economy has settled.
type bamState struct {
	*Bam
	luck draw.Deck
	now  int // quarters begun

	// Firms
	shelf     []shelf
	firm      []firm
	bill      []float64 // [firm] wages paid this quarter
	interest  []float64 // [firm] owed on this quarter's loans
	principal []float64 // [firm]
	worth     []float64 // [firm] net worth
	funds     []float64 // [firm] coins at hand
	asked     []float64 // [firm] credit still wanted; in settling, who did not repay

	// Households
	household []household
	employer  []int32 // [household] firm, −1 for none
	idle      []seeker
	order     []int32   // runs of households in the order in which they shop
	start     []int32   // [run] its first place in the line
	visit     []visit   // [place in the line]
	cohort    [][]int32 // [quarter mod contract] households hired then

	// Banks
	equity []float64
	supply []float64
	markup []float64

	// Markets
	applications []application
	called       []int32 // firms that dismiss
	isCalled     []bool  // [firm]
	place        []int32 // [firm] where its workers end in crew
	crew         []int32 // workers of the firms called
	borrowers    []borrower
	loans        []loan
	thrift       thriftTable

	meanPrice float64
	prices    [bamReview + 1]float64 // mean prices of this quarter and the four before, by quarter
	leastWage float64
	inflation float64
	owed      float64 // dividend for every household, not yet credited
	saved     float64 // savings of all, without what is owed
	perMean   float64 // one over mean savings, what is owed included
	scratch   []float64
	other     []float64
	worths    trim
	outputs   trim

	// Observed
	employed  int
	openings  int
	output    float64
	paid      float64 // all wages
	failures  int
	collapsed bool

	block []blockSum // by block of firms
}

var (
	askPlan, askFire    = draw.Ask("bam.plan"), draw.Ask("bam.fire")
	askSearch, askQueue = draw.Ask("bam.search"), draw.Ask("bam.queue")
	askBank, askMarkup  = draw.Ask("bam.bank"), draw.Ask("bam.markup")
	askShop, askFirst   = draw.Ask("bam.shop"), draw.Ask("bam.first")
	askReplaced         = draw.Ask("bam.replaced")
)

// pick is a number below n from 32 random bits.
func pick(bits uint32, n int) int32 { return int32(uint64(bits) * uint64(n) >> 32) }

// lanes are four numbers of 32 bits each.
func lanes(d draw.Deck, q draw.Question, agent uint64, month int) [4]uint32 {
	a, b := d.Words(q, agent, month)
	return [4]uint32{uint32(a), uint32(a >> 32), uint32(b), uint32(b >> 32)}
}

func (p *Bam) begin(luck draw.Deck) *bamState {
	n, h, banks := p.Firms, p.Households, p.Banks
	s := &bamState{
		Bam: p, luck: luck,
		shelf: make([]shelf, n), firm: make([]firm, n), bill: make([]float64, n), interest: make([]float64, n),
		principal: make([]float64, n), worth: make([]float64, n), funds: make([]float64, n), asked: make([]float64, n),
		household: make([]household, h), employer: make([]int32, h), visit: make([]visit, h), start: make([]int32, runs(h)), idle: make([]seeker, 0, h), isCalled: make([]bool, n), place: make([]int32, n),
		cohort: make([][]int32, p.Contract),
		equity: make([]float64, banks), supply: make([]float64, banks), markup: make([]float64, banks),
		applications: make([]application, 0, h), borrowers: make([]borrower, 0, n), loans: make([]loan, 0, 2*n),
		thrift: newThrift(p.Thrift), scratch: make([]float64, 0, n), other: make([]float64, 0, n), block: make([]blockSum, blocks(n, firmBlock)),
	}
	made := float64(h) * p.Productivity / float64(n)
	for f := range s.shelf {
		s.shelf[f] = shelf{price: p.FirstPrice, perCoin: 1 / p.FirstPrice, made: made}
		s.firm[f] = firm{offer: p.FirstPrice / 3}
		s.worth[f] = made * p.FirstPrice * p.FirstWorth
		s.funds[f] = s.worth[f]
	}
	for i := range s.household {
		bits := lanes(luck, askFirst, uint64(i), 0)
		s.household[i] = household{savings: p.FirstSavings, loyal: pick(bits[0], n)}
		s.employer[i] = -1
		s.idle = append(s.idle, seeker{int32(i), -1})
	}
	for i := range s.cohort {
		s.cohort[i] = make([]int32, 0, h)
	}
	for i := range runs(h) {
		s.order = append(s.order, int32(i))
	}
	for b := range s.equity {
		s.equity[b] = p.FirstEquity
	}
	s.saved = float64(h) * p.FirstSavings
	s.meanPrice, s.leastWage = p.FirstPrice, p.FirstPrice/3/2
	s.prices[0] = s.meanPrice
	return s
}

// step puts new firms in the place of those that failed, and lives a quarter.
func (s *bamState) step() {
	if s.now > 0 {
		s.replace()
	}
	s.make()
	s.shop()
	s.expire()
	s.settle()
}

// make is the quarter up to the market: plans, work, credit, goods.
func (s *bamState) make() {
	s.now++
	s.reviewMinimum()
	s.plan()
	s.dismiss()
	s.hire()
	s.lend()
	s.produce()
}
