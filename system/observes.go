package system

// A Truth is something that only those see of themselves who do it: others
// are told, or count, or find out. Fields are where it stands in the State.
type Truth struct {
	Name, Means string
	Fields      []string
}

// truths are what reports can differ from.
var truths = []Truth{
	{"capacity", "what plant and staff of an enterprise can make", []string{"Enterprise.Capacity", "Enterprise.Rated"}},
	{"output", "what an enterprise made, and what of it is faulty", []string{"Enterprise.Made", "Enterprise.Faulty", "BranchState.Waste"}},
	{"need", "what inputs an enterprise needs, and what output it reckons with", []string{"Enterprise.Need", "Enterprise.Ref", "Enterprise.Expected"}},
	{"stocks", "what lies in an enterprise's yard", []string{"Enterprise.In", "Enterprise.Out"}},
	{"plant", "which plant and techniques an enterprise has, and their state", []string{"Enterprise.Vintage", "Enterprise.Adopted", "Enterprise.Shape"}},
	{"work", "how hard and how well people work", []string{"Enterprise.Effort", "Enterprise.Skill", "Enterprise.Pace", "Enterprise.Care"}},
	{"profit", "what an enterprise earned", []string{"Enterprise.Profit"}},
	{"demand", "what households meant to buy, and what they did not find", []string{"ShopState.Meant", "ShopState.Failed", "RegionState.Asked"}},
	{"harvest", "what was reaped, and in which weather", []string{"Village.Harvest", "Village.PrivateHarvest", "Village.Weather", "Account.Harvest"}},
	{"barns", "the grain and produce of a house", []string{"House.Grain", "House.Larder", "House.Sown"}},
	{"herds", "the animals of a house", []string{"House.Herd", "Village.Private"}},
}

// What an institution does with what it sees.
const (
	Decides = "decides by it"
	Moves   = "moves or pays it"
	Counts  = "counts it"
)

// A Sight is an institution that sees a truth as it is. Unequal says who has
// a like task and does not see it, or pays for it; "" where it is the same
// for all who have the task.
type Sight struct {
	Institution, Truth, Does, How, Unequal string
}

// sights are all there are; a test holds them to the code.
var sights = []Sight{
	{"Plan", "capacity", Decides, "no target lies above what plant and staff in hand can make (Most), nor far below what full plant could (Floor); councils propose from their own",
		"A plan that is computed (Planner above 0) goes by what was reported, a quarter of every change a year late (Delay), unless Truth is given to it, as computed-planning-truthful has it: planning from the achieved level is told more here than a computer is."},
	{"Plan", "output", Decides, "first targets, and the part that is spoiled (Waste); fulfilment itself is reported, padding and all",
		"A computed plan hears of output as reported and of nothing faulty, unless Truth is given to it; balances of ministries allow for what is spoiled."},
	{"Plan", "need", Decides, "hoards are what lies beyond the need, where Truth is above 0", "Nobody but a computed plan with Truth sees hoards."},
	{"Plan", "stocks", Decides, "hoards, where Truth is above 0", "As need."},
	{"Plan", "plant", Decides, "capital and plant coming by branch, for the shares of funds; techniques in use, where Truth is above 0", ""},
	{"Plan", "work", Decides, "what people could make, where Truth is above 0", "Nobody but a computed plan with Truth sees how people work."},
	{"Plan", "demand", Decides, "purchases that failed, where Truth is above 0; what households mean to spend, where councils of consumers propose",
		"Makers under every system learn what households meant to buy (Sales), and shops move free prices by what was not found; a computed plan without Truth learns neither."},

	{"Supply", "need", Decides, "what is granted is the need times the request, less a cut that is learned, or the need alone where Truth is above 0; output reckoned with is what will come", ""},
	{"Supply", "stocks", Decides, "goods leave yards and come into them; where Truth is above 0, what lies there is taken off what is granted", "Nobody but an office of supply with Truth sees yards; others grant what is requested."},
	{"Supply", "demand", Decides, "weights of prices in shops where orders have ended", ""},

	{"Investment", "plant", Decides, "capital of a branch, plant that no longer pays its wages; without error or delay", ""},
	{"Investment", "output", Decides, "norms of use cover what is spoiled, as remembered over quarters (Experience); balances go by last year's output as made", "As Plan, output: ministries know the true rate, a computed plan without Truth does not."},
	{"Investment", "capacity", Decides, "use of plant, where firms build for profit: each firm sees its own", ""},
	{"Investment", "need", Decides, "expected sales, where firms build for profit: each firm sees its own", ""},
	{"Investment", "work", Decides, "what old plant earns with its people, where firms retire it by prices of years (Losing): each firm sees its own", "Who retires plant by prices of the day reckons with what it was built for."},
	{"Investment", "profit", Decides, "where firms build for profit: each firm sees its own", "Ministries that share out funds do not look at profit; it is there to be seen."},

	{"Prices", "capacity", Decides, "costs are reckoned at what the staff in hand can make, where makers reckon so (Normal): each branch its own mean", "Lists and markets of the historical systems go by last year's output."},
	{"Prices", "stocks", Decides, "unsold stock in yards and shops moves prices that move", ""},
	{"Prices", "demand", Decides, "weights of prices in shops, which makers' prices follow where shops compete", ""},

	{"Bank", "need", Moves, "cash an account needs goes by the output reckoned with", ""},
	{"Labour", "need", Moves, "as Bank, where the staff share what their enterprise does not need", ""},
	{"Labour", "work", Moves, "pace beyond normal is paid for, and effort where colleagues rate it, as far as they see it", ""},
	{"Labour", "demand", Decides, "stock in shops counts as goods without buyers beyond some months of what customers meant to spend, where tariffs follow a balance of money and goods (Balance)", "Only a plan of wages draws such a balance; where wages are free nobody needs it."},

	{"Retail", "demand", Decides, "goods go to shops by what customers meant to buy, as noticed over months (Trend); free prices follow what was not found", "Fixed prices move by sums of money meant and spent, and not by what was short where."},
	{"Retail", "stocks", Moves, "raw produce is brought to yards that lack it", ""},
	{"Retail", "need", Moves, "as stocks", ""},
	{"Retail", "output", Moves, "freight goes by what was made", ""},

	{"Buying", "need", Decides, "barns are full when they cover what industry needs", ""},
	{"Buying", "barns", Decides, "deliveries, where leaders order them, go by what houses hold, as far as it is found (Found)", "As Requisition."},
	{"Requisition", "barns", Decides, "detachments find what houses have, as far as they reach (Reach)", "Kolkhoz quotas go by an estimate with a bias; detachments and tax collectors see single barns."},
	{"Requisition", "herds", Moves, "animals are taken", ""},
	{"Tax", "barns", Moves, "a share of what a house has", "As Requisition: nobody hides grain from the tax."},

	{"Kolkhoz", "harvest", Decides, "quotas go by an estimate that is the harvest with a bias (Bias); shares within the farm by the harvest", ""},
	{"Kolkhoz", "barns", Moves, "grain of members is searched for and taken", ""},
	{"Kolkhoz", "need", Decides, "the state sells as feed what industry does not need", ""},
	{"Kolkhoz", "demand", Decides, "the state sells as feed what is beyond the bread asked for in shops", "Farms that belong to houses buy no feed from the state."},
	{"Kolkhoz", "herds", Moves, "animals are brought in, given back, and delivered by what houses have", ""},

	{"Army", "herds", Moves, "horses are taken where leaders order it", ""},
	{"Offices", "barns", Moves, "grain is lent into the barns of hungry villages; how hungry they are, offices know", ""},

	{"Trade", "need", Decides, "as Buying, where merchants keep stores filled", ""},
	{"Trade", "harvest", Decides, "grain is bought abroad by what was reaped, without error or delay, and not by what was reported", "Quotas go by a biased estimate of the same harvest."},
	{"Trade", "herds", Decides, "as harvest: by what herds need", ""},

	{"Owners", "plant", Moves, "rent goes by the cost of plant", ""},
	{"Owners", "need", Moves, "what is paid out leaves what the firm needs", ""},
	{"Credit", "plant", Decides, "credit goes by the cost of plant, without error", ""},
	{"Credit", "need", Decides, "and by expected sales", ""},
	{"Entry", "profit", Decides, "founders go where profit is high, over a year and without error", "Ministries, trusts and councils do not look."},
	{"Entry", "plant", Moves, "a new firm has the techniques of the best one of its branch at once", "Everybody else hears of techniques by word and loses output while plant is changed over."},
	{"Fisc", "demand", Counts, "sales are what was meant less what failed", ""},
	{"Sales", "capacity", Decides, "each enterprise expects its part by its capacity, and as far as buyers seek (Seeking), by what its plant could make", ""},
	{"Sales", "plant", Decides, "buyers who seek a maker see which plant stands in repair", ""},
	{"Sales", "output", Decides, "sales of services are what was made", ""},
	{"Sales", "need", Decides, "its own expectation", ""},
	{"Sales", "stocks", Decides, "unsold stock lowers what is expected", ""},
	{"Sales", "demand", Decides, "makers learn what households meant to buy, found or not, a part a month (Speed), under every system",
		"As Plan, demand: the makers know, a computed plan without Truth does not."},
	{"Outside", "herds", Moves, "war destroys them", ""},
	{"Statistics", "harvest", Counts, "as reaped", ""},
}

// Truths lists what only those see who do it, for the tests that hold it to the
// code and write it into the documentation.
func Truths() []Truth { return append([]Truth(nil), truths...) }

// Sights lists who else sees it, for the same tests.
func Sights() []Sight { return append([]Sight(nil), sights...) }
