package system

import (
	"gosplan/institution"
	"gosplan/mechanism"
)

// rivals are systems that history did not try here.
var rivals = []kind{
	{"competitive-capitalism", "private firms that invest for profit, on credit, enter and fail; owners who live by dividends", competitiveCapitalism},
}

// competitiveCapitalism is firms that live by profit and can fail.
func competitiveCapitalism() System {
	y := nep()
	y.Plan.Bonus.Profit = 2
	y.Bank = institution.Bank{Interest: 0.05, Credit: 4}
	y.Prices = institution.Prices{Markup: 0.08, Flex: 0.05, Follow: 0.03}
	y.Investment.Private = mechanism.Accumulation{
		Base: 0.06, Profit: 0.4, Normal: 0.08, Press: 0.3, Use: 0.85, Slump: 0.3, Boom: 0.2, Most: 0.2, Deepen: 0.05, Plant: 1.6,
	}
	y.Investment.Ahead, y.Investment.Idle = 1, 0.1
	y.Investment.Hunger = mechanism.InvestmentHunger{}
	y.Investment.Scrap = 0.25
	y.Labour.Tariff, y.Labour.Phillips, y.Labour.Normal, y.Labour.Drift, y.Labour.Claim = 0.03, 0.25, 0.06, 0.5, 0.2
	y.Retail.Fixed.Hold = 0
	y.Retail.Compete = 0.05
	y.Buying = institution.Buying{Share: 0.5, Produce: 0.5, Price: 1.15, Index: 0.5, Follow: 0.2}
	y.Tax = institution.Tax{}
	y.Trade.Open = 0.5
	y.Owners = institution.Owners{Share: 0.08, Payout: 0.2}
	y.Credit = institution.Credit{Rate: 0.05, Plant: 0.4, Sales: 1, Ruin: 1.2, Sellers: 4, Salvage: 0.3}
	y.Entry = institution.Entry{Rate: 2, Normal: 0.08, Size: 0.5, Small: 0.3}
	y.Fisc = institution.Fisc{Aim: 0.02, Response: 0.7, Step: 0.05, Low: 0.02, High: 1.5}
	return y
}
