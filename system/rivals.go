package system

import (
	"gosplan/institution"
	"gosplan/mechanism"
)

// rivals are systems that history did not try here.
var rivals = []kind{
	{"tsarist", "landlords who live by rents, few owners, cartels whose mark-ups nobody undercuts", tsarist},
	{"competitive-capitalism", "private firms that invest for profit, on credit, enter and fail; owners who live by dividends", competitiveCapitalism},
	{"state-capitalism", "one owner: enterprises accountable in value, profits to the state, funds raised by what rivals can do", stateCapitalism},
	{"lange-socialism", "a board that moves prices by what is left, capital rented by enterprises, a dividend to all in towns", langeSocialism},
	{"self-management", "firms run by their staff for income a head, on credit, with capital rented from society", selfManagement},
	{"computed-planning", "the plan of 1956 with the largest bundle of needs computed each year, out of reports as they are made", computedPlanning},
	{"computed-planning-truthful", "computed planning with full information: capacities, needs, stocks and demand as they are", computedPlanningTruthful},
	{"democratic-planning", "councils that propose at announced prices, pay by effort as colleagues rate it, tokens for what people consume", democraticPlanning},
	{"transition", "prices freed and firms private at once, while suppliers and buyers still have to find one another", transition},
}

// markets is what the rivals that sell and buy have in common: makers and
// shops that compete, hands that are hired and dismissed, merchants who trade
// in farm produce at home and abroad, and a tax on sales.
func markets() System {
	y := nep()
	y.Bank = institution.Bank{Interest: 0.05, Credit: 4}
	y.Prices = institution.Prices{Markup: 0.08, Flex: 0.02, Follow: 0.03, Least: 1, Normal: 1, Wanted: 1}
	y.Investment.Scrap = 0.25
	y.Investment.Standing = 1
	y.Labour.Tariff, y.Labour.Phillips, y.Labour.Normal, y.Labour.Drift, y.Labour.Claim = 0.03, 0.25, 0.06, 0.25, 0.1
	y.Labour.Scale = mechanism.PayScale{Span: 2.4, Pieces: 0.3}
	y.Labour.Benefit = 0.4
	y.Labour.Quota = 0
	y.Retail.Fixed.Hold, y.Retail.Compete = 0, 0.05
	y.Buying = institution.Buying{Share: 0.5, Produce: 0.5, Price: 1.15, Index: 0.5, Follow: 0.2}
	y.Tax = institution.Tax{}
	y.Trade.Open = 0.5
	y.Fisc = institution.Fisc{Aim: 0.06, Response: 0.3, Step: 0.03, Low: 0.02, High: 1.5}
	return y
}

// competitiveCapitalism is firms that live by profit and can fail.
func competitiveCapitalism() System {
	y := markets()
	y.Prices.Flex = 0.05
	y.Investment.Losing = 3
	y.Investment.Private = mechanism.Accumulation{
		Base: 0.07, Profit: 0.25, Normal: 0.08, Press: 0.05, Use: 0.85, Slump: 0.3, Boom: 0.2, Most: 0.2, Deepen: 0.05, Plant: 1.6,
	}
	y.Investment.Hunger = mechanism.InvestmentHunger{}
	y.Investment.Ahead, y.Investment.Idle = 1, 0.1
	y.Owners = institution.Owners{Share: 0.08, Payout: 0.2}
	y.Credit = institution.Credit{Rate: 0.05, Plant: 0.4, Sales: 1, Ruin: 1.2, Sellers: 4, Salvage: 0.3}
	y.Entry = institution.Entry{Rate: 2, Normal: 0.08, Size: 0.5, Small: 0.3}
	return y
}

// tsarist is capitalism with landlords and cartels: rents from the harvest, no
// new firms, high mark-ups, no insurance of the unemployed, private trade.
func tsarist() System {
	y := competitiveCapitalism()
	y.Prices.Markup, y.Prices.Follow = 0.25, 0
	y.Labour.Benefit = 0
	y.Retail.Compete = 0.02
	y.Trade.Open = 0.2
	y.Tax.Rent = 0.2
	y.Owners = institution.Owners{Share: 0.03, Payout: 0.2}
	y.Entry = institution.Entry{}
	return y
}

// stateCapitalism is one firm that competes with other countries: the state
// takes the profits, hires and dismisses, and builds more the stronger its
// rivals.
func stateCapitalism() System {
	y := markets()
	y.Bank.Sweep = 0.8
	y.Investment.Rival = 0.5
	return y
}

// langeSocialism is Lange's board: prices by trial and error, managers told to
// gain, capital at a rent that, with the profits, is everybody's income.
func langeSocialism() System {
	y := markets()
	y.Prices.Markup, y.Prices.Flex, y.Prices.Follow = 0, 0.03, 0.05
	y.Owners = institution.Owners{Share: 1, Rent: 0.05, Payout: 0.2}
	return y
}

// selfManagement is the firm of Ward and Vanek: the staff share what is left
// and hire as long as that raises what each of them gets.
func selfManagement() System {
	y := markets()
	y.Plan.Income = 0.6
	y.Prices.Markup = 0.3 // out of which the staff has more than wages
	y.Labour.Voice = 0.5
	y.Labour.Surplus = 0.15
	y.Owners = institution.Owners{Share: 1, Rent: 0.05}
	return y
}

// computedPlanning is the planning of 1956 with a plan that is computed each
// year: the largest multiple of final needs that plant and labour allow, as far
// as enterprises report them. Pay, prices, labour law, shops and farms are those
// of 1956.
func computedPlanning() System {
	y := plan1956()
	y.Plan.Planner = 2
	return y
}

// computedPlanningTruthful is computed planning with reports that are the truth:
// the office knows what can be made, is needed, lies in yards and was not found
// in shops, inputs are allotted by need, and every false report is found out.
func computedPlanningTruthful() System {
	y := computedPlanning()
	y.Plan.Truth, y.Supply.Truth, y.Plan.Bonus.Found = 1, 1, 1
	return y
}

// democraticPlanning is Albert and Hahnel's participatory planning with the
// tokens of Cockshott and Cottrell: councils answer announced prices, work is
// rated by those who see it and takes turns, branches talk over investment, and
// farms stay with their peasants.
func democraticPlanning() System {
	y := markets()
	rule := mechanism.PublishedIndicative()
	rule.Rounds = 25
	y.Plan = institution.Plan{Indicative: rule, Rating: 1, Bonus: mechanism.Bonus{Reject: 1, Miss: 0.2, MissBelow: 0.95, Blame: 3, Fine: 1, Found: 0.3}}
	y.Prices = institution.Prices{Told: 0.25}
	y.Bank = institution.Bank{Soft: mechanism.SoftBudget{Cover: 1}, Interest: 0.05, Credit: 24, Sweep: 1}
	y.Investment.Talks = mechanism.Negotiation{Weigh: 5}
	y.Investment.Scrap, y.Investment.Scrapping.Replacement = 0, 0.2
	y.Labour = institution.Labour{
		Rating: mechanism.PeerRating{Share: 1, Seen: 0.5}, Rotation: mechanism.Rotation{Share: 0.3, Period: 4, Taught: 0.02},
		Tariff: 0.02, Voice: 0.9, Consent: 1, Benefit: 0.4,
	}
	y.Retail = institution.Retail{Speed: 0.05, Village: 1, Tokens: mechanism.Tokens{Cancelled: 1, Response: 0.5}}
	y.Buying = institution.Buying{Share: 0.9, Produce: 0.9, Price: 1.15, Index: 0.5, Follow: 0.2}
	return y
}

// transition is a market without markets: firms are private and prices free
// from the first day, most people in towns hold a share, and suppliers go where
// they are offered more.
func transition() System {
	y := competitiveCapitalism()
	y.Supply.Chains = mechanism.Disorganisation{Outside: 1, Renew: 0.35}
	y.Owners = institution.Owners{Share: 0.5, Payout: 0.2}
	return y
}
