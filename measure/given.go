package measure

// given says of every series that does not emerge what gives it, for readers:
// no code reads it. A series is driven where a decision or a force of nature
// that the scenario gives decides most of it, or was itself read off the record
// of the same figure.
var given = map[string]string{
	"war_deaths":               "Copied from the scenario.",
	"population":               "War deaths, the decline of mortality and annexations are given; births and deaths from hunger emerge.",
	"deaths":                   "War deaths and the decline of mortality are given; deaths from hunger emerge.",
	"schooling":                "Places in schools are given by year.",
	"investment_share":         "Its share of GDP is ordered year by year, after the record.",
	"military_share":           "The threat that arms follow was found back from what was spent on arms.",
	"capital":                  "The share of GDP that is invested is given, and plant is retired by a share of that; the output it is a share of emerges.",
	"output_arms":              "The army orders by a threat that was found back from what was spent on arms.",
	"oil_output":               "The part of fuel that is oil is given, after the record; how much fuel is made emerges.",
	"oil_rent":                 "The world price of oil and its part of fuel are given.",
	"grain_output":             "Good and bad years are given as weather, which just before the world war, and again from some years after it, is the record's own yield over its trend and at the end of the civil war was lowered so that harvests come near the record; the trend emerges.",
	"grain_output_free":        "Weather is given as for the harvest, and so is what land a front cuts off.",
	"sown_area":                "Land is given, with the virgin land as decided, and kolkhozes are ordered to sow it as far as teams and seed go; what peasants sow emerges.",
	"grain_procurement":        "Shares of requisition were judged after what was procured, and quotas of regions, fines and taxes are given.",
	"grain_export":             "Exports are ordered by year.",
	"grain_import":             "A ceiling is given and the price of oil raises it; bad years, which call for imports, are given too.",
	"collectivised_share":      "The share that leaders order is given by year; how far peasants resist it emerges.",
	"horses":                   "The army's levy in the civil war was set so that horses fall as they did, and that in the world war is judged; what becomes of them as kolkhozes come emerges.",
	"retail_price":             "Lists of prices are ordered by year, after the record.",
	"scissors":                 "What the state pays for grain is given as a share of parity.",
	"market_regime":            "A switch of the system in force, which is given by date unless the country chooses.",
	"coercion":                 "Severity of the penal law is given by date; how much of it people believe in emerges.",
	"freedom_to_quit":          "One less the penalty that the law of the system in force sets on leaving a post, at the severity ordered by date; nothing else moves it.",
	"freedom_to_leave_village": "Passports and closed borders are given by date; how many go for what a town offers, whom a passport stops, and how many out of hunger, whom a border does, emerges.",
	"say_at_work":              "The rules of the system in force give it; how much is made of it is not in the figure.",
	"soft_budget":              "Whether the state covers losses is a switch of the system in force, which is given by date unless the country chooses.",
}
