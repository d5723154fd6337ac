// Package measure reads a State and changes nothing. One indicator to a
// function; its comment is its definition. It may not know which institutions
// are in force.
package measure

import "gosplan/series"

const (
	lateprices  = "late weights: relative values of 1928 with machinery and arms at their cheap mature prices"
	earlyprices = "early weights: machinery and arms at three times their mature relative price, as before mass production"
)

// Catalogue defines every series a run can report. Series marked regional in
// their Meaning are also written for each region. Why a series does not
// emerge is in given.
var Catalogue = []*series.Definition{
	define("population", "Population", "million", "People alive on 1 January; also by region.", "", series.Yearly, series.Driven),
	define("births", "Births", "million a year", "Children born alive; also by region.", "", series.Yearly, series.Emerges),
	define("deaths", "Deaths", "million a year", "All deaths including war deaths; also by region.", "", series.Yearly, series.Driven),
	define("excess_deaths", "Deaths from hunger", "million a year", "Deaths that the hunger of the household caused; also by region.", "", series.Yearly, series.Emerges),
	define("excess_deaths_quarter", "Deaths from hunger by quarter", "million a quarter", "Deaths that the hunger of the household caused, by quarter.", "", series.Quarterly, series.Emerges),
	define("war_deaths", "War deaths", "million a year", "Given by the scenario.", "", series.Yearly, series.Imposed),
	define("urban_share", "Urban share of the population", "share", "People living in towns over all people, 1 January.", "", series.Yearly, series.Emerges),
	define("schooling", "Schooling of adults", "years", "Mean years of schooling of people aged 16 to 59.", "", series.Yearly, series.Driven),

	define("gdp", "Gross domestic product", "1928 = 100", "Value added of all branches and of agriculture. 100 is the level of the record in 1928, not the run's own.", lateprices, series.Yearly, series.Emerges),
	define("gdp_early", "Gross domestic product, early weights", "1928 = 100", "Value added of all branches and of agriculture, in early weights. 100 is the level of the record in 1928, not the run's own.", earlyprices, series.Yearly, series.Emerges),
	define("gdp_per_head", "GDP per head", "1928 = 100", "Gross domestic product over population. 100 is the level of the record in 1928, not the run's own.", lateprices, series.Yearly, series.Emerges),
	define("gdp_quarter", "GDP by quarter", "1928 = 100, yearly rate", "Value added of the quarter; the farm year's product is spread evenly.", lateprices, series.Quarterly, series.Emerges),
	define("consumption_per_head", "Consumption per head", "1928 = 100", "Food eaten, goods and services bought by households, over population. 100 is a level assumed for 1928, not the run's own.", lateprices, series.Yearly, series.Emerges),
	define("investment_share", "Investment", "share of GDP", "Machinery and construction put into projects and farms.", lateprices, series.Yearly, series.Driven),
	define("military_share", "Military spending", "share of GDP", "Arms delivered and the upkeep of men under arms.", lateprices, series.Yearly, series.Driven),
	define("capital", "Fixed capital outside agriculture", "1928 = 100", "Cost of the plant in place.", lateprices, series.Yearly, series.Driven),
	define("nonfarm_output", "Output outside agriculture", "1928 GDP = 100", "Value added of the branches.", lateprices, series.Yearly, series.Emerges),
	define("output_fuel", "Fuel output", "1928 GDP = 100", "Value added of fuel and energy.", lateprices, series.Yearly, series.Emerges),
	define("output_materials", "Materials output", "1928 GDP = 100", "Value added of metals, timber, chemicals and building materials.", lateprices, series.Yearly, series.Emerges),
	define("output_machinery", "Machinery output", "1928 GDP = 100", "Value added of civilian machine building.", lateprices, series.Yearly, series.Emerges),
	define("output_construction", "Construction output", "1928 GDP = 100", "Value added of building.", lateprices, series.Yearly, series.Emerges),
	define("output_consumer", "Consumer goods output", "1928 GDP = 100", "Value added of textiles, clothing and processed food.", lateprices, series.Yearly, series.Emerges),
	define("output_arms", "Arms output", "1928 GDP = 100", "Value added of the arms industry.", lateprices, series.Yearly, series.Driven),
	define("output_services", "Services output", "1928 GDP = 100", "Value added of transport, trade, housing, schools, health and offices.", lateprices, series.Yearly, series.Emerges),
	define("oil_output", "Oil output", "Mt", "Crude oil inside the fuel good; what part of it is oil is given, as fields are found.", "", series.Yearly, series.Driven),
	define("oil_rent", "Oil rent from abroad", "share of GDP", "Export revenue over the cost of oil.", lateprices, series.Yearly, series.Driven),

	define("grain_output", "Grain harvest", "Mt", "Grain in the barn after losses; also by region.", "", series.Yearly, series.Driven),
	define("grain_output_free", "Grain harvest on land not cut off", "Mt", "Of the harvest, what grew on land that no front or occupation cut off; also by region.", "", series.Yearly, series.Driven),
	define("sown_area", "Sown area under grain", "Mha", "Sum over households and kolkhozes; also by region.", "", series.Yearly, series.Driven),
	define("grain_procurement", "Grain procured by the state", "Mt", "Taken, taxed or bought from this harvest by state and cooperatives; also by region.", "", series.Yearly, series.Driven),
	define("grain_export", "Grain exports", "Mt", "Shipped abroad from this harvest.", "", series.Yearly, series.Driven),
	define("grain_import", "Grain imports", "Mt", "Bought abroad in the year.", "", series.Yearly, series.Driven),
	define("collectivised_share", "Households in kolkhozes", "share", "Of peasant households on 1 July; also by region.", "", series.Yearly, series.Driven),
	define("horses", "Horses", "million", "1 January; also by region.", "", series.Yearly, series.Driven),
	define("cattle", "Cattle", "million", "1 January; also by region.", "", series.Yearly, series.Emerges),
	define("pigs", "Pigs", "million", "1 January; also by region.", "", series.Yearly, series.Emerges),
	define("sheep", "Sheep and goats", "million", "1 January; also by region.", "", series.Yearly, series.Emerges),
	define("food_per_head_rural", "Grain eaten per head, villages", "kg a year", "Grain eaten by rural households, by those who live at home, which soldiers do not; also by region.", "", series.Yearly, series.Emerges),
	define("food_per_head_urban", "Grain eaten per head, towns", "kg a year", "Grain eaten by urban households, by those who live at home, which soldiers do not.", "", series.Yearly, series.Emerges),

	define("state_employees", "Workers and employees", "million", "People paid a wage by enterprises and offices, mean of the months.", "", series.Yearly, series.Emerges),
	define("employed_outside_farms", "Employed outside agriculture", "million", "Workers and employees, and the time of people who work on their own account, mean of the months.", "", series.Yearly, series.Emerges),
	define("farm_employment_share", "Agriculture in employment", "share", "Working peasants and kolkhoz members over all who work.", "", series.Yearly, series.Emerges),
	define("own_account", "Work on own account", "share of the urban labour force", "People without a post whom work for neighbours fills; who finds half of that counts half.", "", series.Quarterly, series.Emerges),
	define("unemployment_rate", "Unemployment", "share of the urban labour force", "Urban people who look for work and have none, on their own account neither.", "", series.Quarterly, series.Emerges),
	define("vacancy_rate", "Vacancies", "share of jobs", "Posts that enterprises want to fill, over posts.", "", series.Quarterly, series.Emerges),
	define("women_share", "Women among employees", "share", "Women over all workers and employees.", "", series.Yearly, series.Emerges),
	define("officials", "Officials", "million", "Staff of ministries, planning, supply, local soviets.", "", series.Yearly, series.Emerges),
	define("turnover", "Labour turnover", "separations per year per job", "All who left a post over employment: quits, dismissals, retirement, call-up and death.", "", series.Yearly, series.Emerges),
	define("freedom_to_quit", "Freedom to quit", "share of who would quit", "Of employees who would leave their post at the wages there are, had all another to go to, those whom the law lets go.", "", series.Yearly, series.Imposed),
	define("posts_to_quit_for", "Posts to quit for", "share of who would quit and may", "Of employees who would leave their post and whom the law lets go, those who do, as posts are open elsewhere.", "", series.Yearly, series.Emerges),
	define("freedom_to_leave_village", "Freedom to leave the village", "share of who would leave", "Of villagers who would go to a town for what it offers, or out of hunger, those whom no passport and no closed border holds back.", "", series.Yearly, series.Driven),
	define("say_at_work", "Say at work", "share", "What say in their enterprise the rules give to its staff, mean over all who are employed; who works in an office has none. What is decided with it the model does not know: a say raises effort.", "", series.Yearly, series.Imposed),
	define("real_wage", "Real wage", "1928 = 100", "Mean wage over the mean of prices that households paid. 100 is a level assumed for 1928, not the run's own.", "paid prices", series.Yearly, series.Emerges),
	define("wage", "Mean money wage", "rubles a month", "Wage bill over employees, in the rubles of before 1961, as runs know no new ones.", "current rubles", series.Yearly, series.Emerges),
	define("retail_price", "State retail prices", "1928 = 1", "Food and goods at state prices. 1 is a level assumed for 1928, not the run's own.", "current rubles", series.Yearly, series.Driven),
	define("market_price_ratio", "Free-market over state price of food", "ratio", "Price on the peasant market over the state price.", "current rubles", series.Yearly, series.Emerges),
	define("scissors", "Scissors", "1913 = 1", "Price of manufactures over price of farm produce, as peasants met them.", "current rubles", series.Yearly, series.Driven),
	define("saving_rate", "Household saving", "share of money income", "Income not spent.", "current rubles", series.Yearly, series.Emerges),
	define("cash_months", "Cash of households", "months of income", "Cash and savings over monthly money income.", "current rubles", series.Yearly, series.Emerges),
	define("budget_deficit", "Budget deficit", "share of GDP at current prices", "Money the state created.", "current rubles", series.Yearly, series.Emerges),

	define("fulfilment", "Plan fulfilment", "ratio", "Mean of reported output over target of enterprises with a target.", "", series.Quarterly, series.Emerges),
	define("plan_imbalance", "Imbalance of the plan", "share of inputs", "Fuel and materials that the targets of their users would take, at the technical need, and that the targets of their makers, less what is faulty, do not provide.", "base prices", series.Quarterly, series.Emerges),
	define("spike_share", "Fulfilment between 100 and 103 %", "share of enterprises", "Of enterprises with a target.", "", series.Quarterly, series.Emerges),
	define("month3_share", "Output of the third month", "share of the quarter", "Mean over enterprises, weighted by output.", "", series.Quarterly, series.Emerges),
	define("defect_rate", "Defects", "share of output", "Output that buyers cannot use.", "", series.Quarterly, series.Emerges),
	define("stock_ratio", "Input over output stocks", "ratio", "Value of enterprises' input stocks over their output stocks.", "base prices", series.Quarterly, series.Emerges),
	define("input_months", "Input stocks", "months of need", "Input stocks over monthly need.", "", series.Quarterly, series.Emerges),
	define("frustrated_share", "Frustrated purchases", "share of intentions", "Money value of what households meant to buy in shops and could not.", "current rubles", series.Quarterly, series.Emerges),
	define("queue_hours", "Queuing", "hours per adult per day", "Time spent waiting in shops.", "", series.Quarterly, series.Emerges),
	define("over_request", "Over-requesting", "ratio", "Inputs requested over inputs needed.", "", series.Quarterly, series.Emerges),
	define("padding", "Padding of reports", "share of output", "Output reported and not made.", "", series.Quarterly, series.Emerges),
	define("overstaffing", "Staff over need", "ratio", "Staff over what would do, at usual effort, for the output that managers went for, mean over staff, an enterprise counting for 3 at most: who stands idle because inputs did not come is not counted.", "", series.Quarterly, series.Emerges),
	define("utilisation", "Use of capacity", "share", "Output over what plant and staff in hand could make.", "", series.Quarterly, series.Emerges),
	define("effort", "Effort", "usual effort = 1", "Mean effort at work, over that which is given at a habitual wage with a tenth of purchases failing and nothing to fear.", "", series.Quarterly, series.Emerges),
	define("overtime", "Overtime", "share of normal time", "Work beyond the normal pace, which is paid as overtime, mean over the staff of enterprises.", "", series.Quarterly, series.Emerges),
	define("hours", "Hours at work and in queues", "hours a day, per employed person", "Eight hours on each of 300 workdays a year, which is assumed and the same under all systems, with overtime on top, and the time that an adult waits in shops; all days of the year counted. The model knows no working day that is made shorter or longer. Hours of peasants and at home are not counted.", "", series.Quarterly, series.Emerges),
	define("fill_rate", "Deliveries that came", "share of orders", "Inputs delivered over inputs ordered.", "", series.Quarterly, series.Emerges),
	define("equipment_age", "Age of equipment", "years", "Mean age of plant in place, weighted by cost.", "", series.Yearly, series.Emerges),
	define("unfinished_construction", "Unfinished construction", "share of a year's investment", "Money sunk in projects not yet commissioned.", "base prices", series.Yearly, series.Emerges),
	define("diffusion_years", "Years from 10 to 90 % adoption", "years", "Median over techniques that passed 90 % so far.", "", series.Yearly, series.Emerges),
	define("technique_gap", "Plant using the newest known technique", "share", "Adopted over available improvements, mean over enterprises.", "", series.Yearly, series.Emerges),
	define("second_economy_share", "Second economy", "share of household income", "Income from private plots sold and from goods diverted.", "current rubles", series.Yearly, series.Emerges),
	define("regime", "System in force", "number", "Place of the system among the candidates of a scenario whose systems are chosen within the run; 0 is its own, by script.", "", series.Yearly, series.Emerges),
	define("regime_change", "Changes of system", "in the year", "Times that politics put another system into force.", "", series.Yearly, series.Emerges),
	define("market_regime", "Inputs that are bought", "share of enterprises", "Enterprises whose inputs are bought and not allotted.", "", series.Yearly, series.Driven),
	define("crisis_index", "Crisis", "index, 1 = the system is put to the question", "Sum of the troubles below, as the year begins.", "", series.Yearly, series.Emerges),
	define("crisis_food", "Crisis: food of towns", "index", "Grain that towns lacked last year, weighted.", "", series.Yearly, series.Emerges),
	define("crisis_grain", "Crisis: grain of the state", "index", "Grain that the state got less than it wanted last year, weighted.", "", series.Yearly, series.Emerges),
	define("crisis_unrest", "Crisis: unrest", "index", "Unrest of organised people and anger of villages that are pressed, weighted.", "", series.Yearly, series.Emerges),
	define("crisis_arms", "Crisis: heavy industry", "index", "How far materials, machinery and arms lag behind those of rivals, times the threat, weighted.", "", series.Yearly, series.Emerges),
	define("crisis_growth", "Crisis: growth", "index", "Growth that is missed, over the years that are felt, weighted.", "", series.Yearly, series.Emerges),
	define("crisis_shortage", "Crisis: shortage", "index", "Purchases that failed last year beyond what people are used to, weighted.", "", series.Yearly, series.Emerges),
	define("candidate_support", "Support for another system", "share of influence", "Weight of the groups that gain by the best other system, when it was last looked ahead; every few years and in crises.", "", series.Yearly, series.Emerges),
	define("market_support", "Support for markets", "share of influence", "As support for another system, of the best under which inputs are bought.", "", series.Yearly, series.Emerges),
	define("market_support_officials", "Officials for markets", "0 or 1", "Whether officials would gain by that system.", "", series.Yearly, series.Emerges),
	define("power_workers", "Influence of workers", "share", "Of the influence of all groups, by number, organisation, leverage and access, as reckoned on 1 January. All weights are assumed.", "", series.Yearly, series.Emerges),
	define("power_peasants", "Influence of peasants", "share", "As the influence of workers.", "", series.Yearly, series.Emerges),
	define("power_specialists", "Influence of specialists", "share", "As the influence of workers.", "", series.Yearly, series.Emerges),
	define("power_officials", "Influence of officials", "share", "As the influence of workers.", "", series.Yearly, series.Emerges),
	define("power_managers", "Influence of managers", "share", "As the influence of workers.", "", series.Yearly, series.Emerges),
	define("power_soldiers", "Influence of soldiers", "share", "As the influence of workers.", "", series.Yearly, series.Emerges),
	define("power_holders", "Influence of owners and traders", "share", "As the influence of workers.", "", series.Yearly, series.Emerges),
	define("policy_distance_workers", "Policy from workers' wishes", "index 0 to 1", "Root mean square over the choices of policy, in the bounds of each, between the policy in force and the one that serves the group best in a year, reckoned on 1 January.", "", series.Yearly, series.Emerges),
	define("policy_distance_peasants", "Policy from peasants' wishes", "index 0 to 1", "As policy from workers' wishes.", "", series.Yearly, series.Emerges),
	define("policy_distance_specialists", "Policy from specialists' wishes", "index 0 to 1", "As policy from workers' wishes.", "", series.Yearly, series.Emerges),
	define("policy_distance_officials", "Policy from officials' wishes", "index 0 to 1", "As policy from workers' wishes.", "", series.Yearly, series.Emerges),
	define("franchise", "Franchise", "index 0 to 1", "How far votes decide and not posts, as those in office choose it.", "", series.Yearly, series.Emerges),
	define("coercion", "Coercion", "index 0 to 1", "Severity of the penal law times the punishment that people believe in.", "", series.Yearly, series.Driven),
	define("organisation_workers", "Workers' organisation", "index 0 to 1", "Mean over the cells of the branches, weighted by workers.", "", series.Yearly, series.Emerges),
	define("unrest", "Unrest", "index 0 to 1", "Discontent of workers and peasants times their organisation, over all groups.", "", series.Yearly, series.Emerges),
	define("strikes", "Workers who strike", "share of workers", "Staff of branches whose enterprise had a strike in the quarter.", "", series.Quarterly, series.Emerges),
	define("strike_length", "Length of strikes", "quarters", "Days of strike of those who strike, counted on from quarter to quarter as long as each has some; most of it is set by the mean length of a strike. None where nobody strikes.", "", series.Quarterly, series.Emerges),
	define("strike_days", "Strikes", "million days, yearly rate", "Days of work lost to strikes; they lower output only where politics governs.", "", series.Quarterly, series.Emerges),
	define("party_members", "Party members", "million", "Members of the ruling party at the end of January.", "", series.Yearly, series.Emerges),
	define("party_bench_share", "Party members at the bench", "share of members", "Members who work as workers now, whatever they were.", "", series.Yearly, series.Emerges),
	define("party_official_share", "Party members in offices", "share of members", "Members who are staff of offices now.", "", series.Yearly, series.Emerges),
	define("officials_from_bench", "Posts held by former workers", "share of members in offices", "Members in offices who came there from the bench.", "", series.Yearly, series.Emerges),
	define("specialists_in_posts", "Specialists in offices", "share of staff", "Staff of offices who were specialists or have as much schooling.", "", series.Yearly, series.Emerges),
	define("specialist_pay", "Pay of specialists over workers", "ratio", "Mean pay of wage earners in branches with more schooling than the mean of adults by the years of a specialist, over that of the others.", "current rubles", series.Yearly, series.Emerges),
	define("pay_deciles", "Pay, ninth decile over first", "ratio", "Pay above which a tenth of wage earners are over that below which a tenth are, counted in steps of two hundredths of the mean on 1 January.", "current rubles", series.Yearly, series.Emerges),
	define("gini", "Inequality of money income", "Gini", "Over all people, each with an equal part of the money income of his house, remembered over a year: wages, benefits, sales of farm produce and what a kolkhoz pays in money. Food of one's own is not in it.", "current rubles", series.Yearly, series.Emerges),
	define("gini_consumption", "Inequality of consumption", "Gini", "Over all people, each with an equal part of what his house consumes, remembered over a year: money paid for food, goods and services at the prices paid, and food of one's own at the price of the shop it would be bought in.", "current rubles", series.Yearly, series.Emerges),
	define("top_tenth", "Money income of the top tenth", "share", "Part of all money income that the tenth of people has who have most, counted as for inequality of money income.", "current rubles", series.Yearly, series.Emerges),
	define("top_tenth_consumption", "Consumption of the top tenth", "share", "Part of all consumption of the tenth of people who consume most, counted as for inequality of consumption.", "current rubles", series.Yearly, series.Emerges),
	define("income_deciles", "Money income, ninth decile over first", "ratio", "Money income per head above which a tenth of people are over that below which a tenth are; none where a tenth have no money income.", "current rubles", series.Yearly, series.Emerges),
	define("consumption_deciles", "Consumption, ninth decile over first", "ratio", "As money income, ninth decile over first, of consumption.", "current rubles", series.Yearly, series.Emerges),
	define("profit_investment_correlation", "Investment after profit", "correlation", "Over enterprises, between the profit of the year before and the investment of the year, both over their plant. Profit is what sales leave over inputs and wages at the prices in force.", "current rubles", series.Yearly, series.Emerges),
	define("return_dispersion", "Rates of return between branches", "points", "Standard deviation over branches of the year's profit over their plant at the price of new plant, in hundredths.", "current rubles", series.Yearly, series.Emerges),
	define("elite_persistence", "Schooling of generations", "correlation", "Between the schooling of people of 17 to 25 and the mean of those over 35 in their house.", "", series.Yearly, series.Emerges),
	define("class_division", "Class division", "index 0 to 1", "Mean of three: one less the tenth over the ninetieth percentile of pay, the correlation of generations if positive, and the share of specialists in offices.", "", series.Yearly, series.Emerges),
	define("foreign_revolutions", "Revolutions abroad", "countries", "Of eight other countries, those in which a revolution has succeeded.", "", series.Yearly, series.Emerges),
	define("adopting_countries", "Countries that took the order over", "countries", "Of eight other countries, those whose rulers have taken over the order of this one.", "", series.Yearly, series.Emerges),
	define("soft_budget", "Losses covered by the state", "share of losses", "Subsidies over losses of loss-making enterprises.", "current rubles", series.Yearly, series.Driven),
	define("enterprise_losses", "Losses of enterprises", "share of GDP at current prices", "Debts of enterprises when months are settled, and of those that fail; where it is 0, nothing was to be covered.", "current rubles", series.Yearly, series.Emerges),
}

func define(name, title, unit, meaning, basis string, every series.Frequency, status series.Status) *series.Definition {
	return &series.Definition{Name: name, Title: title, Unit: unit, Meaning: meaning, Basis: basis, Every: every, Status: status, Why: given[name]}
}

// Find returns the definition of a series, or nil.
func Find(name string) *series.Definition {
	for _, d := range Catalogue {
		if d.Name == name {
			return d
		}
	}
	return nil
}
