package report

// A part is a section of charts: the first series is drawn wide, those in
// herds small and side by side.
type part struct {
	id, title, text string
	lead            string
	series          []string
	herds           []string
}

// parts is the order of the charts on the page. A series that is in none of
// them appears at the end, under "Further series".
var parts = []part{
	{
		id: "output", title: "Output and growth",
		text: "Value added of everything made, farms included. The same output is valued twice: with the relative prices of the mature economy, and with early prices, in which machinery still weighed much. The gap between the two is the Gerschenkron effect, not an error.",
		lead: "gdp_per_head",
		series: []string{
			"gdp", "gdp_early", "gdp_quarter", "consumption_per_head", "investment_share", "capital", "nonfarm_output",
			"output_fuel", "output_materials", "output_machinery", "output_construction", "output_consumer", "output_services",
		},
	},
	{
		id: "people", title: "People",
		text:   "Every simulated person has an age, a sex, a place, some schooling and, in working age, an occupation. Historical population before the war follows the demographic reconstruction that keeps the famines visible; long international series smooth them away. The land annexed in 1939–40 makes a step.",
		lead:   "population",
		series: []string{"births", "deaths", "urban_share", "schooling"},
	},
	{
		id: "villages", title: "Villages",
		text:   "Peasant households divide time, sow, feed, slaughter and sell; the state taxes, buys or takes. Animals are counted on 1 January: figures of a summer count are a fifth higher and must not be mixed with these.",
		lead:   "grain_output",
		series: []string{"grain_output_free", "grain_procurement", "sown_area", "collectivised_share", "food_per_head_rural", "food_per_head_urban"},
		herds:  []string{"horses", "cattle", "pigs", "sheep"},
	},
	{id: "famine", title: "Famine"},
	{
		id: "work", title: "Work",
		text:   "People are hired, quit, stay away and choose how hard to work. Where enterprises may not dismiss and do not fail, whether jobs or workers are short follows from what enterprises ask for.",
		lead:   "employed_outside_farms",
		series: []string{"state_employees", "farm_employment_share", "unemployment_rate", "own_account", "vacancy_rate", "turnover", "freedom_to_quit", "posts_to_quit_for", "freedom_to_leave_village", "say_at_work", "effort", "overtime", "hours", "overstaffing", "officials", "women_share"},
	},
	{
		id: "money", title: "Money and shops",
		text: "Prices in shops are set; what cannot be bought is queued for, replaced by something else or saved. Money is counted in whole kopecks and balances to zero in every step.",
		lead: "frustrated_share",
		series: []string{"wage", "real_wage", "retail_price", "market_price_ratio", "scissors", "queue_hours", "saving_rate", "cash_months", "second_economy_share", "budget_deficit",
			"gini", "gini_consumption", "top_tenth", "top_tenth_consumption", "income_deciles", "consumption_deciles", "pay_deciles"},
	},
	{
		id: "planning", title: "The planning syndrome",
		text:   "What managers do under targets, rationed supply and soft budgets: nobody in the model is told to hoard, to storm or to pad. These figures exist for few years in the historical record and often rest on single studies.",
		lead:   "fulfilment",
		series: []string{"spike_share", "plan_imbalance", "month3_share", "defect_rate", "stock_ratio", "input_months", "over_request", "fill_rate", "padding", "utilisation", "soft_budget", "enterprise_losses", "profit_investment_correlation", "return_dispersion", "unfinished_construction", "equipment_age", "diffusion_years", "technique_gap"},
	},
	{
		id: "systems", title: "Systems and crises",
		text:   "Troubles are weighed into one index; above one the system in force is put to the question. Where politics governs, groups then look ahead on copies of the economy, and those who would gain change the system if they weigh enough. Every weight is assumed. Where a script governs, the index is only measured.",
		lead:   "crisis_index",
		series: []string{"regime", "regime_change", "market_regime", "candidate_support", "market_support", "market_support_officials", "crisis_food", "crisis_grain", "crisis_unrest", "crisis_arms", "crisis_growth", "crisis_shortage"},
	},
	{
		id: "politics", title: "Politics",
		text:   "Who could have had a say, and who had: groups by number, organisation, leverage and access to decisions, the members of the ruling party by where they work now, what punishment people believe in. Nearly every weight behind these figures is assumed: theory names the causes, and nobody has measured how much they count. Where the scenario decides, they are measured and move nothing. Read the direction and not the level.",
		lead:   "power_workers",
		series: []string{"power_peasants", "power_specialists", "power_officials", "power_managers", "power_soldiers", "power_holders", "policy_distance_workers", "policy_distance_peasants", "policy_distance_specialists", "policy_distance_officials", "franchise", "coercion", "organisation_workers", "unrest", "strike_days", "strikes", "strike_length", "party_members", "party_bench_share", "party_official_share", "officials_from_bench", "specialists_in_posts", "specialist_pay", "elite_persistence", "class_division"},
	},
	{
		id: "abroad", title: "Other countries of the model",
		text:   "Eight countries that the model makes up beside this one: a revolution may succeed there, and their rulers may take over the order they see here. They are no countries of history, and no record is about them. Where the scenario decides what happens here, as in the scripted history, nothing on these two charts moves the run.",
		series: []string{"foreign_revolutions", "adopting_countries"},
	},
	{
		id: "world", title: "War and the world",
		text:   "Wars, threats, the oil price and allied deliveries come from the scenario; what the economy makes of them does not.",
		lead:   "military_share",
		series: []string{"output_arms", "war_deaths", "oil_output", "oil_rent", "grain_export", "grain_import"},
	},
}

// statusWords explains the three badges.
var statusWords = []struct{ Status, Words string }{
	{"emerges", "follows from what people and enterprises in the model decide"},
	{"driven", "follows closely from a decision or a force of nature that the scenario gives, or a given input was read off the record of the same figure; under the title of a chart stands which"},
	{"imposed", "is given by the scenario; agreement with history means nothing"},
}

// An episode is a famine and what is published about it.
type episode struct {
	Name      string
	From, To  int // years over which the model's deaths are summed
	Published string
}

var episodes = []episode{
	{"1921–22", 1921, 1922, "1–10 million; central figure about 5"},
	{"1932–33", 1931, 1934, "5–8.5 million"},
	{"1946–47", 1946, 1947, "1–2 million"},
}

// famineText stands before every figure of that section.
const famineText = "Millions of people died of hunger in 1921–22, 1932–33 and 1946–47. The curves below are not a count of them. They are the excess deaths of a model: the deaths of simulated people whose households had too little to eat, each standing for many. They follow from harvests, from what was taken and from what was left, and they leave out much of what made hunger deadly: blockade of single villages and districts, deportation, disease. Of the closing of roads they know at most that a part of villagers cannot leave regions whose borders the scenario closes; nobody is caught and sent back on the way. What historians and demographers know comes from registers that were kept badly or falsified and from censuses years apart, so the estimates differ widely and are given here as ranges. Agreement in a total does not show that the model has found the causes, and disagreement takes nothing away from what is known."

// famineFrom and famineTo are the years that pictures of famine show.
const famineFrom, famineTo = 1917, 1950

// A period over which growth is compared.
type period struct {
	From, To int
	HeldOut  bool // the years after 1970 are not used in calibration
}

var periods = []period{
	{1928, 1937, false},
	{1928, 1940, false},
	{1940, 1950, false},
	{1950, 1960, false},
	{1960, 1970, false},
	{1970, 1975, true},
	{1975, 1980, true},
	{1980, 1985, true},
	{1985, 1989, true},
	{1989, 1991, true},
}

// growthOf are the series whose growth is compared.
var growthOf = []string{"gdp", "gdp_early", "gdp_per_head", "consumption_per_head", "capital", "population", "grain_output"}
