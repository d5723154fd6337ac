package replica

// KS is the K+S economy: machine makers who innovate (Schumpeter) and makers of
// consumer goods whose demand comes from wages (Keynes). A step is a year.
type KS struct {
	Makers       int     `unit:"firms" range:"2 10000" source:"Dosi et al. 2010: 50" means:"firms that make machines"`
	Firms        int     `unit:"firms" range:"2 100000" source:"Dosi et al. 2010: 200" means:"firms that make consumer goods"`
	Workers      float64 `unit:"workers" range:"1 1e9" source:"K+S for JAS-mine: 250000" means:"labour supply"`
	Steps        int     `unit:"steps" range:"60 10000" source:"Dosi et al. 2010: 600" means:"steps lived"`
	Burn         int     `unit:"steps" range:"0 10000" source:"assumed: the start is arbitrary" means:"first steps that are not counted"`
	Research     float64 `unit:"share" range:"0 1" source:"K+S for JAS-mine: ν = 0.04" means:"share of sales spent on research"`
	Innovation   float64 `unit:"share" range:"0 1" source:"K+S for JAS-mine: ξ = 0.5" means:"share of research that goes into innovation, the rest into imitation"`
	Found        float64 `unit:"per researcher" range:"0 10" source:"K+S for JAS-mine: ζ1 = 0.3" means:"how innovation succeeds with research"`
	Copied       float64 `unit:"per researcher" range:"0 10" source:"K+S for JAS-mine: ζ2 = 0.3" means:"how imitation succeeds with research"`
	Leap         float64 `unit:"share" range:"0 1" source:"K+S for JAS-mine: Beta(3,3) on [−0.15, 0.15]" means:"largest change of productivity at once"`
	MakerMarkup  float64 `unit:"share" range:"0 5" source:"K+S for JAS-mine: 0.04" means:"mark-up on machines"`
	Markup       float64 `unit:"share" range:"0 5" source:"Dosi et al. 2010: 0.20" means:"first mark-up on consumer goods"`
	MarkupShare  float64 `unit:"elasticity" range:"0 1" source:"Dosi et al. 2010: υ = 0.04" means:"how a mark-up follows the market share"`
	NewClients   float64 `unit:"share" range:"0 10" source:"K+S for JAS-mine: γ = 0.5" means:"new firms a maker shows its machines to, over its clients"`
	Inventories  float64 `unit:"share" range:"0 1" source:"K+S for JAS-mine: 0.1" means:"stocks wanted over expected demand"`
	Use          float64 `unit:"share" range:"0.1 1" source:"K+S for JAS-mine: 0.75" means:"use of capacity aimed at"`
	Craft        float64 `unit:"machines per worker" range:"0.001 1000" source:"K+S for LSD, recalled: 0.1" means:"machines a worker makes at the start"`
	Machine      float64 `unit:"goods a step" range:"0.01 1e6" source:"K+S for JAS-mine: 40" means:"capacity of a machine"`
	Growth       float64 `unit:"share" range:"0 5" source:"K+S for JAS-mine: 0.5" means:"largest expansion of capacity in a step"`
	Age          int     `unit:"steps" range:"2 19" source:"K+S for JAS-mine: 19" means:"age at which a machine is scrapped"`
	Payback      float64 `unit:"steps" range:"0 1000" source:"Dosi et al. 2010: b = 3" means:"time in which a new machine must pay for itself"`
	Selection    float64 `unit:"elasticity" range:"0 10" source:"K+S for JAS-mine: χ = 1" means:"how shares follow competitiveness"`
	Debt         float64 `unit:"sales" range:"0 100" source:"Dosi et al. 2010: Λ = 2" means:"largest debt over last sales"`
	Interest     float64 `unit:"per step" range:"0 1" source:"Dosi et al. 2010: 0.025" means:"interest on debt"`
	Repay        float64 `unit:"share" range:"0 1" source:"assumed: one third" means:"debt repaid in a step, out of cash beyond the wage bill"`
	Tax          float64 `unit:"share" range:"0 1" source:"Dosi et al. 2010: 0.10" means:"tax on profits"`
	Benefit      float64 `unit:"of the wage" range:"0 1" source:"Dosi et al. 2010: 0.40" means:"unemployment benefit"`
	Indexed      float64 `unit:"elasticity" range:"0 2" source:"K+S for JAS-mine: ψ1 = 1" means:"how wages follow productivity"`
	Cash         float64 `unit:"coins" range:"0 1e9" source:"K+S for JAS-mine: 1000" means:"liquid assets of a firm at the start"`
	FirstCapital float64 `unit:"goods a step" range:"1 1e9" source:"K+S for JAS-mine: 800" means:"capacity of a firm at the start"`
	Patience     int     `unit:"steps" range:"0 1000" source:"assumed: 10" means:"steps without a sale after which a maker gives up"`
	EntrantLeast float64 `unit:"share" range:"0 1" source:"Dosi et al. 2010: φ1 = φ3 = 0.10" means:"least size of an entrant over the mean"`
	EntrantMost  float64 `unit:"share" range:"0 2" source:"Dosi et al. 2010: φ2 = φ4 = 0.90" means:"largest size of an entrant over the mean"`
}

func newKS() *KS {
	return &KS{
		Makers: 50, Firms: 200, Workers: 250_000, Steps: 600, Burn: 100,
		Research: 0.04, Innovation: 0.5, Found: 0.3, Copied: 0.3, Leap: 0.15, MakerMarkup: 0.04, Markup: 0.2, MarkupShare: 0.04,
		NewClients: 0.5, Inventories: 0.1, Use: 0.75, Craft: 0.1, Machine: 40, Growth: 0.5, Age: 19, Payback: 3, Selection: 1,
		Debt: 2, Interest: 0.025, Repay: 1.0 / 3, Tax: 0.1, Benefit: 0.4, Indexed: 1, Cash: 1000, FirstCapital: 800, Patience: 10,
		EntrantLeast: 0.1, EntrantMost: 0.9,
	}
}

func ks() *Model {
	p := newKS()
	return &Model{
		Name:  "ks",
		Title: "K+S: Schumpeter meeting Keynes",
		Claim: "Innovation by machine makers and demand out of wages together give growth that goes on, cycles in which investment moves most and consumption least, lumpy investment, and unemployment.",
		Equations: `maker: p = (1 + μ1)·w/B a machine;  research ν·sales;  success with chance 1 − exp(−ζ·researchers)
an innovation is A(1 + x), B(1 + x'), x ~ Beta(3,3) on [−0.15, 0.15]; an imitation is the nearer technique the more likely
a technique is taken when it lowers p/size + b·w/A
firm: plan = demand of last time·(1 + ι) − stocks;  capacity wanted = plan/u, in whole machines, at most half more at once
a machine is replaced when p/size/(w/A_old − w/A_new) ≤ b or it is too old;  the best machines run first
price = (1 + μ)·w/π;  μ' = μ(1 + υ·Δf/f);  competitiveness E = −price/mean − share of demand unfilled;  f' = f(1 + χ(E − Ē)/|Ē|)
wages and machines are paid for out of cash, then debt up to Λ·sales, the soundest first; renewal is cut first and production last
demand = wages + benefits;  wages follow productivity;  a firm without cash or customers is replaced, and a maker without sales`,
		Source: "Dosi, Fagiolo and Roventini, Schumpeter meeting Keynes, JEDC 34 (2010) 1748–67; parameters of its implementation for JAS-mine",
		Unknown: "What the paper does not settle is settled so: a maker keeps up its research without sales while it has cash, and gives up after ten steps without a sale (growth hangs on this: 5.6 % a step without patience, 2.1 % with thirty steps); debt is repaid by thirds out of cash beyond the wage bill; entrants get the market share of their capacity; the bank lends what firms own; coins that find no goods are not spent later. " +
			"The paper's figures, and the parameters said to be from it, are recalled and not looked up, and the ranges are ours.",
		Parameters: p,
		Lucky:      true,
		Figures: figures(Recalled, "Dosi, Fagiolo and Roventini 2010, tables and text on the benchmark, means of 100 runs",
			ours("0.025", between("growth", "Growth of output, mean", "log a step", 0.020, 0.032, 3)),
			ours("alike", between("growth_gap", "Growth of investment less that of consumption", "log a step", -0.005, 0.005, 3)),
			ours("0.081", between("output_sd", "Output, standard deviation, 6 to 32 steps", "log", 0.04, 0.12, 2)),
			ours("0.84", between("consumption_relative", "The same of consumption over that of output", "ratio", 0.5, 0.99, 2)),
			ours("5.8", between("investment_relative", "The same of investment over that of output", "ratio", 2, 10, 1)),
			ours("high", above("output_memory", "Output, autocorrelation at one step", "correlation", 0.5)),
			ours("high", above("consumption_together", "Consumption with output", "correlation", 0.5)),
			ours("positive", above("investment_together", "Investment with output", "correlation", 0.2)),
			ours("negative", below("unemployment_together", "Unemployment with output", "correlation", -0.2)),
			missed(ours("some", between("unemployment", "Unemployment, mean", "share", 0.02, 0.20, 2)),
				"with a mark-up of 0.20 and benefits of 0.40, out of which alone demand comes, a third would be without work if nobody invested; what lowers that is investment"),
			ours("many", above("idle", "Firms that do not invest in a step", "share", 0.1)),
			ours("some", above("spikes", "Firms whose investment exceeds 35 % of their capacity", "share", 0.02)),
			ours("persistent", above("dispersion", "Spread of productivity among firms, standard deviation", "log", 0.02)),
			ours("right-skewed", above("size_skew", "Skewness of firm sizes", "", 0.5)),
		),
		Run: p.run,
	}
}
