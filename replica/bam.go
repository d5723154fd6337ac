package replica

// Bam is the economy of firms, households and banks of Macroeconomics from
// the Bottom-up. A step is a quarter.
type Bam struct {
	Firms        int     `unit:"firms" range:"5 1000000" source:"Delli Gatti et al. 2011, section 3.9.1: 100" means:"firms"`
	Households   int     `unit:"households" range:"5 10000000" source:"Delli Gatti et al. 2011, section 3.9.1: 500" means:"households, each one worker"`
	Banks        int     `unit:"banks" range:"2 1000000" source:"Delli Gatti et al. 2011, section 3.9.1: 10" means:"banks"`
	Quarters     int     `unit:"quarters" range:"20 100000" source:"Delli Gatti et al. 2011, section 3.9.1: 1000" means:"quarters lived"`
	Burn         int     `unit:"quarters" range:"1 100000" source:"BAM Engine: 500" means:"first quarters that are not counted"`
	Output       float64 `unit:"share a quarter" range:"0 1" source:"Delli Gatti et al. 2011: h_ρ = 0.1" means:"largest change of planned output"`
	Price        float64 `unit:"share a quarter" range:"0 1" source:"Delli Gatti et al. 2011: h_η = 0.1" means:"largest change of a price"`
	Wage         float64 `unit:"share a quarter" range:"0 1" source:"Delli Gatti et al. 2011: h_ξ = 0.05" means:"largest rise of a wage offer"`
	Cost         float64 `unit:"share" range:"0 1" source:"Delli Gatti et al. 2011: h_φ = 0.1" means:"largest mark-up of a bank's rate"`
	Loans        int     `unit:"banks" range:"1 2" source:"Delli Gatti et al. 2011: H = 2" means:"banks a firm asks"`
	Productivity float64 `unit:"goods per worker" range:"0.01 100" source:"BAM Engine: 0.5" means:"α, output of a worker"`
	Contract     int     `unit:"quarters" range:"1 100" source:"BAM Engine: θ = 8" means:"length of a contract"`
	Capital      float64 `unit:"share" range:"0.01 1" source:"BAM Engine: ν = 0.10" means:"a bank's equity over its loans, at least"`
	Rate         float64 `unit:"per quarter" range:"0 1" source:"BAM Engine: 0.02" means:"r̄, base rate"`
	Thrift       float64 `unit:"exponent" range:"0 20" source:"BAM Engine: β = 2.5" means:"how saving rises with savings"`
	Dividend     float64 `unit:"share" range:"0 1" source:"BAM Engine: δ = 0.10" means:"share of profit paid out"`
	FirstPrice   float64 `unit:"coins" range:"0.001 1e6" source:"BAM Engine: 0.5" means:"price at the start; wages are a third of it, the minimum half of that"`
	FirstWorth   float64 `unit:"revenues" range:"0.1 1e6" source:"BAM Engine: 6" means:"net worth of a firm at the start, in first revenues"`
	FirstEquity  float64 `unit:"coins" range:"0.001 1e9" source:"BAM Engine: 5" means:"equity of a bank at the start"`
	FirstSavings float64 `unit:"coins" range:"0 1e9" source:"BAM Engine: 1" means:"savings of a household at the start"`
	Entrant      float64 `unit:"share" range:"0.01 1" source:"BAM Engine: 0.5" means:"size, output and wage of a new firm over the trimmed mean"`
	EntrantPrice float64 `unit:"share" range:"0.5 2" source:"BAM Engine: 1.20" means:"price of a new firm over the mean"`
	Leverage     float64 `unit:"ratio" range:"1 1e6" source:"BAM Engine: 10" means:"fragility beyond which a rate rises no more"`
	Cap          float64 `unit:"net worths" range:"0.1 1e6" source:"BAM Engine: 2" means:"largest loan"`
}

// What the rules have and no run varies.
const (
	bamSearches = 4    // firms a worker applies to
	bamReview   = 4    // quarters between changes of the minimum wage, and a year
	bamNothing  = 1e-9 // amounts below it are none
)

func newBam() *Bam {
	return &Bam{
		Firms: 100, Households: 500, Banks: 10, Quarters: 1000, Burn: 500,
		Output: 0.1, Price: 0.1, Wage: 0.05, Cost: 0.1, Loans: 2,
		Productivity: 0.5, Contract: 8, Capital: 0.1, Rate: 0.02, Thrift: 2.5, Dividend: 0.1,
		FirstPrice: 0.5, FirstWorth: 6, FirstEquity: 5, FirstSavings: 1,
		Entrant: 0.5, EntrantPrice: 1.2, Leverage: 10, Cap: 2,
	}
}

func bam() *Model {
	p := newBam()
	const book = "Delli Gatti et al. 2011, section 3.9.1 and figures 3.2 and 3.3, as read off in the targets of BAM Engine 0.10.2"
	return &Model{
		Name:  "bam",
		Title: "The BAM economy: macroeconomics from the bottom up",
		Claim: "Firms, households and banks that know a few partners each and adapt by small steps bring about unemployment, inflation, skewed firm sizes, and the curves of Phillips, Okun and Beveridge, without any of them being written down.",
		Equations: `sold out and price ≥ mean: plan Y(1 + ρ);  unsold and price < mean: plan Y(1 − ρ);  ρ ~ U[0, h_ρ]
sold out and price < mean: P(1 + η);  unsold and price ≥ mean: P(1 − η);  never below cost per unit planned;  η ~ U[0, h_η]
vacancies = max(0, ⌈Y/α⌉ − L);  wage offer = max(w_min, w·(1 + ξ)) with vacancies, ξ ~ U[0, h_ξ]
the unemployed apply to M firms, the old employer first, the others by wage; contracts last θ quarters
credit asked for = max(0, wages − net worth);  rate = r̄·(1 + φ·fragility), φ ~ U[0, h_φ];  a bank lends equity/ν, to the sound first
spending = wealth/(1 + tanh(savings/mean)^β), at the larger firm of last time and one other, the cheaper first
what is unsold perishes; profit pays δ to all; a firm whose net worth is gone is replaced by a smaller one`,
		Source:     "Delli Gatti, Desiderio, Gaffeo, Cirillo and Gallegati, Macroeconomics from the Bottom-up, Springer 2011, chapter 3",
		Unknown:    "The book leaves open β, δ, ν, the start and the size of entrants; the values are those by which BAM Engine 0.10.2 calibrated its own replication, and every parameter says which it is. Of two firms that make the same the cheaper is remembered, as there: if the one known is kept, unemployment is half a point lower.",
		Parameters: p,
		Lucky:      true,
		Seeds:      20,
		Figures: append(figures(Verified, book,
			between("unemployment", "Unemployment, mean", "share", 0.04, 0.09, 3),
			between("unemployment_sd", "Unemployment, standard deviation", "share", 0.010, 0.030, 3),
			below("unemployment_most", "Unemployment, highest", "share", 0.20),
			above("unemployment_over_2", "Quarters with unemployment of 2 % or more", "share", 0.90),
			above("unemployment_under_12", "Quarters with unemployment of 12 % or less", "share", 0.85),
			missed(between("inflation", "Inflation over four quarters, mean", "share", 0.02, 0.08, 3),
				"it hangs on values that the book leaves open; at the ones used here BAM Engine 0.10.2 itself gave 0.0102 over twelve seeds"),
			between("inflation_sd", "Inflation, standard deviation", "share", 0.01, 0.03, 3),
			above("inflation_bounds", "Quarters with inflation of −5 to 15 %", "share", 0.80),
			between("output", "Logarithm of output, mean", "log goods", 5.394, 5.501, 3),
			between("real_wage", "Real wage, mean", "goods", 0.31, 0.37, 3),
			between("real_wage_sd", "Real wage, standard deviation", "goods", 0.002, 0.022, 3),
			between("wage_share", "Real wage over productivity", "share", 0.60, 0.70, 3),
			between("vacancies", "Vacancies over workers, mean", "share", 0.10, 0.16, 3),
			above("vacancies_bounds", "Quarters with vacancies of 8 to 20 %", "share", 0.80),
			between("phillips", "Phillips: wage inflation with unemployment", "correlation", -0.50, -0.05, 2),
			between("okun", "Okun: growth of output with that of unemployment", "correlation", -0.98, -0.70, 2),
			between("beveridge", "Beveridge: vacancies with unemployment", "correlation", -0.65, -0.10, 2),
			between("skew", "Skewness of firm sizes", "", 1, 10, 1),
			between("small", "Firms below an output of 5", "share", 0.80, 0.99, 2),
			above("medium", "Firms below an output of 10", "share", 0.92),
			between("tail", "Largest firm over the median", "ratio", 2, 10, 1),
		), figures(Verified, "Delli Gatti et al. 2011, section 3.10.1 and figure 3.9, means over runs, as read off in BAM Engine 0.10.2",
			missed(ours("−0.59", between("cycle_unemployment", "Cycle of unemployment with that of output", "correlation", -0.75, -0.45, 2)),
				"the book's figure has a productivity that moves, and so is of its economy with research; without research, as here, output is employment times a constant"),
			ours("0.65, with the cycle", between("cycle_wage", "Cycle of the real wage with that of output", "correlation", 0.4, 0.9, 2)),
			ours("−0.08, neither", between("cycle_price", "Cycle of the mean price with that of output", "correlation", -0.28, 0.12, 2)),
			ours("about 0.8", between("cycle_memory", "Cycle of output, autocorrelation at one quarter", "correlation", 0.7, 0.9, 1)),
		)...),
		Run: p.run,
	}
}
