package institution

import (
	"math"

	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/mechanism"
	"gosplan/scenario"
	"gosplan/unit"
)

// Labour sets wages, the law of work and who is admitted to schools.
type Labour struct {
	JobRight       mechanism.JobRight
	Coercion       mechanism.Coercion
	Specialists    mechanism.Specialists
	Rating         mechanism.PeerRating
	Rotation       mechanism.Rotation
	Scale          mechanism.PayScale
	Limit          mechanism.StaffLimit
	Tariff         float64                `unit:"per year" range:"-0.05 0.2" source:"TsSU wages; calibrated" means:"growth of wages that is planned whatever output is to do"`
	Part           float64                `unit:"share" range:"0 1" source:"calibrated: wages 1928-70; directives of the eighth to eleventh plan: 20, 20 to 22, 16 to 18 and 14.5 % for pay beside 38 to 41, 37 to 40, 24 to 28 and 18 to 20 % for national income, six tenths (recalled)" means:"planned growth of wages over that of output"`
	Balance        float64                `unit:"per year" range:"0 2" source:"balances of money incomes and outlays of the population, drawn up from the 1930s on (Holzman 1955, recalled); the weight judged" means:"planned growth of wages more or less, per log of goods in shops over money meant for them"`
	Drift          float64                `unit:"per year per unit of vacancies" range:"0 2" source:"Filtzer 1986: loose norms; trial economies" means:"growth of wages when posts stay open"`
	Phillips       float64                `unit:"per year" range:"0 1" source:"trial economies: 0.02 a quarter" means:"response of free wages to unemployment"`
	Normal         float64                `unit:"share" range:"0 0.2" source:"trial economies: 0.06" means:"unemployment at which free wages stand still"`
	Claim          float64                `unit:"per year" range:"0 2" source:"assumed: Rowthorn 1977 on claims" means:"growth of wages, free or listed, where the real wage lies below the habitual one"`
	BillFrom       float64                `unit:"ratio" range:"0 10" source:"assumed" means:"a year's wages over all that is made in it, at shops' prices, from which wages rise slower, under any way of setting them"`
	BillMost       float64                `unit:"ratio" range:"0 10" source:"assumed" means:"that at which they rise no more; 0 where nothing holds them back"`
	WageFund       float64                `unit:"base pay per unit of staff" range:"0 1" source:"bank control of the wage fund; calibrated" means:"what a manager risks by overspending wages"`
	Benefit        float64                `unit:"share of the mean wage" range:"0 1" source:"insurance law 1922" means:"paid to the unemployed"`
	Pension        float64                `unit:"share of the mean wage" range:"0 1" source:"pension law 1956" means:"paid to the old in towns"`
	Grade          [economy.Goods]float64 `unit:"ratio" range:"0 3" source:"tariffs after 1931: mining and heavy industry first; TsSU wages by branch 1940-85" means:"tariff of a branch over the mean wage; 0 where nobody sets one"`
	Voice          float64                `unit:"share" range:"0 1" source:"assumed" means:"say of workers in their enterprise"`
	Consent        float64                `unit:"share" range:"0 1" source:"assumed" means:"how far dismissal needs the consent of the staff, who give it as far as posts are open elsewhere"`
	Surplus        float64                `unit:"per month" range:"0 1" source:"assumed: Ward 1958, Vanek 1970" means:"cash beyond what their enterprise needs that the staff share out among themselves"`
	Passport       float64                `unit:"share" range:"0 1" source:"law of 27 December 1932" means:"bar to leaving the village"`
	Quota          float64                `unit:"share" range:"0 1" source:"recalled: Fitzpatrick 1979 on admission by class 1921-35; degree assumed" means:"how far places in schools are given by origin and not by what parents taught"`
	Protection     float64                `unit:"share" range:"0 1" source:"recalled: Ledeneva 1998 on blat; degree assumed" means:"how far officials can get their children into schools"`
	LabourPractice `keep:"wages are paid under any system"`
}

// LabourPractice is how wages are reckoned and paid.
type LabourPractice struct {
	Shelved    float64 `unit:"months" range:"0 12" source:"stocks of trade of 80 to 90 days' sales (Narodnoe khozyaistvo, recalled)" means:"stock in shops that is not taken for goods without buyers"`
	SellOff    float64 `unit:"share" range:"0 1" source:"assumed" means:"of goods without buyers, what is to be sold in a year"`
	TariffMost float64 `unit:"per year" range:"0 1" source:"assumed" means:"fastest planned growth of wages"`
	ClaimMost  float64 `unit:"share" range:"0 1" source:"assumed" means:"largest distance of the real wage from the habitual one that moves wages"`
	OpenMost   float64 `unit:"share" range:"0 1" source:"assumed" means:"largest share of open posts that moves wages"`
	Easy       float64 `unit:"share" range:"0.001 0.5" source:"assumed" means:"open posts at which a staff consents to any dismissal"`
	OpenNormal float64 `unit:"share" range:"0 0.2" source:"assumed" means:"open posts at which wages do not drift"`
	IdleMost   float64 `unit:"share" range:"0 1" source:"assumed" means:"largest gap of unemployment that moves wages"`
	Level      float64 `unit:"per month" range:"0 1" source:"assumed" means:"speed at which an enterprise's wage goes to the mean"`
	Habit      float64 `unit:"months" range:"1 240" source:"assumed" means:"months over which a real wage becomes habitual"`
	Overtime   float64 `unit:"ratio" range:"0 2" source:"assumed" means:"pay for pace over normal"`
	OfficePay  float64 `unit:"ratio" range:"0.1 5" source:"assumed" means:"pay of officials over the mean wage"`
	RateMost   float64 `unit:"ratio" range:"1 5" source:"assumed" means:"most paid out over the wage"`
	Rewrite    float64 `unit:"per month" range:"0 1" source:"Kirsch 1972, recalled: the scales of 1956 took until 1960; assumed for others" means:"of the way to another span, what is gone in a month, as branch after branch gets the new scale"`
}

// Rule sets the terms of work and moves wages.
func (i *Labour) Rule(w *economy.World, s *economy.State, reform *mechanism.PartialReform) {
	year, _ := s.Date(w)
	t, c := &s.Terms, &s.Centre
	t.Dismissal = 1 - i.protected(s)
	t.Rated, t.Effort = i.Rating.Share, i.Rating.Pull()
	t.Penalty = i.Coercion.Penalty(w.Ordered(s, scenario.Repression, year))
	t.Quota, t.Protection = i.Quota, i.Protection
	t.Benefit, t.Pension, t.Voice, t.Passport = i.Benefit, i.Pension, i.Voice, i.Passport
	for r := range t.Closed {
		t.Closed[r] = w.OrderedFor(s, w.Decided.ClosedBorders, year, r, 0)
	}
	t.Premium = i.Specialists.Premium(c.Seats)
	if s.Polity.Governs > 0 && i.Tariffs() { // pay is set, by those who govern
		t.Premium = s.Polity.Policy[economy.SkillPay]
	}
	t.Premium = i.Rotation.Premium(t.Premium)
	i.scale(t)
	extra := reform.Wages * (1 - w.Ordered(s, scenario.StateOrders, year))
	var sum, staff, unemployed, force float64
	for r := range s.Region {
		unemployed += s.Region[r].Unemployed * s.Region[r].Town
		force += s.Region[r].Town
	}
	idle := unemployed / max(1e-9, force)
	claim := 0.0
	if i.Claim > 0 && c.MeanWage > 0 {
		claim = i.Claim * unit.Clip(c.RefWage*c.Prices/c.MeanWage-1, -i.ClaimMost, i.ClaimMost)
	}
	sober := i.sober(s)
	tariffs := i.Tariff + i.Part*w.Ordered(s, scenario.PlannedGrowth, year)
	planned := i.planned(s, tariffs, claim, w.Ordered(s, scenario.LimitsWaived, year))
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		open := unit.Clip(1-float64(e.Staff)/float64(max(1, e.Wanted)), 0, i.OpenMost)
		grow := planned + i.Drift*max(0, open-i.OpenNormal) + i.Phillips*unit.Clip(i.Normal-idle, -i.IdleMost, i.IdleMost) + extra
		if grow > 0 {
			grow *= sober
		}
		e.Wage *= 1 + grow/12
		tariff := c.MeanWage
		if i.Grade[e.Good] > 0 {
			tariff *= i.Grade[e.Good]
		}
		e.Wage += (tariff - e.Wage) * i.Level
		sum += e.Wage * float64(e.Staff)
		staff += float64(e.Staff)
	}
	c.MeanWage = sum / max(1, staff)
	c.RefWage += (c.MeanWage/max(0.01, c.Prices) - c.RefWage) / i.Habit
}

// Tariffs tells whether pay is set by tariffs, of grades or of branches, and not by who bids for posts.
func (i *Labour) Tariffs() bool {
	return i.Phillips == 0 && (i.Scale.Active() && i.Scale.Grades >= 2 || i.Grade != [economy.Goods]float64{})
}

// planned is how fast tariffs rise: by what the plan gives them, by more where goods lie in shops for want of money and by less
// where money has found no goods, unless leaders let that pass.
func (i *Labour) planned(s *economy.State, tariffs, claim, waived float64) float64 {
	if i.Balance == 0 || s.Centre.Meant <= 0 {
		return tariffs + claim
	}
	goods := s.Centre.Supplied
	for k := range s.Shop {
		shop := &s.Shop[k]
		for g := range shop.Stock {
			goods += i.SellOff * overstock(shop, economy.Good(g), i.Shelved)
		}
	}
	gap := i.Balance * math.Log(goods/s.Centre.Meant)
	if gap < 0 {
		gap *= 1 - waived
	}
	return unit.Clip(tariffs+gap+claim, 0, i.TariffMost)
}

// Allow holds the posts of the quarter to the plan for labour.
func (i *Labour) Allow(w *economy.World, s *economy.State) {
	if i.Limit.Reach == 0 {
		return
	}
	year, _ := s.Date(w)
	waived := w.Ordered(s, scenario.LimitsWaived, year)
	var staff, places float64
	for k := range s.Enterprise {
		staff += float64(s.Enterprise[k].Staff)
		places += s.Enterprise[k].Posts * 1e6
	}
	list := i.Limit.List(staff, places)
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		e.Wanted = int64(i.Limit.Allowed(float64(e.Wanted), list*e.Posts*1e6, waived))
	}
}

// scale brings the scale of pay in force nearer to the one that is set, and at
// once where there was none or shall be none.
func (i *Labour) scale(t *economy.Terms) {
	if t.Span == 0 || !i.Scale.Active() {
		t.Span = i.Scale.Span
	}
	t.Span += (i.Scale.Span - t.Span) * i.Rewrite
	t.Grades, t.Pieces = i.Scale.Grades, i.Scale.Pieces
}

// sober is how far wages still rise: in full while a year's wages are worth no more than BillFrom of all that is made
// in it, at shops' prices, and not at all where they are worth BillMost of it.
func (i *Labour) sober(s *economy.State) float64 {
	if i.BillMost <= 0 {
		return 1
	}
	var bill float64
	for k := range s.Enterprise {
		bill += 12 * s.Enterprise[k].Wage * float64(s.Enterprise[k].Staff)
	}
	product := s.Centre.GDP * s.Centre.Prices * economy.KopecksPerPoint
	if product <= 0 {
		return 1
	}
	return unit.Clip((i.BillMost-bill/product)/max(1e-9, i.BillMost-i.BillFrom), 0, 1)
}

// protected is how far dismissal is barred: by law, and where the staff has to
// consent, by how few posts are open elsewhere.
func (i *Labour) protected(s *economy.State) float64 {
	if i.Consent == 0 {
		return i.JobRight.Barred(0)
	}
	var open, people float64
	for r := range s.Region {
		open += s.Region[r].VacancyRate * s.Region[r].Town
		people += s.Region[r].Town
	}
	refused := i.Consent * (1 - unit.Clip(open/max(1e-9, people*i.Easy), 0, 1))
	return i.JobRight.Barred(refused)
}

// meanEffort is the effort of all staff.
func meanEffort(s *economy.State) float64 {
	var effort, staff float64
	for k := range s.Enterprise {
		effort += s.Enterprise[k].Effort * float64(s.Enterprise[k].Staff)
		staff += float64(s.Enterprise[k].Staff)
	}
	return effort / max(1, staff)
}

// Pay pays the month's wages into the cells, less what is withheld as tax and for bonds.
func (i *Labour) Pay(w *economy.World, s *economy.State, bank *Bank) {
	var bill [economy.Cells]float64
	var paid [economy.Cells]unit.Kopecks
	usual := meanEffort(s)
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		c := economy.Cell(int(e.Region), e.Good)
		rated := e.Wage * i.Rating.Staff(e.Effort, usual)
		wage := rated * (1 + i.Overtime*max(0, e.Pace-1))
		m := unit.Kopecks(wage * float64(e.Staff))
		ledger.Pay(&e.Cash, &s.Cell[c].Purse, m)
		bill[c] += rated * float64(e.Staff)
		paid[c] += m
		if free := e.Cash.Held() - bank.need(s, e); i.Surplus > 0 && free > 0 && e.Staff > 0 {
			extra := free.Share(i.Surplus)
			ledger.Pay(&e.Cash, &s.Cell[c].Purse, extra)
			bill[c] += float64(extra)
			paid[c] += extra
			s.Year.Wages += float64(extra)
		}
		s.Year.Wages += float64(m)
		s.Year.WageMonths += float64(e.Staff)
	}
	year, _ := s.Date(w)
	withheld := min(1, w.Ordered(s, scenario.IncomeTax, year)+w.Ordered(s, scenario.StateLoans, year))
	for c := range s.Cell {
		cell := &s.Cell[c]
		if _, g := economy.CellOf(c); g == economy.Office {
			cell.Wage = s.Centre.MeanWage * i.OfficePay
			m := unit.Kopecks(cell.Wage * float64(cell.Staff))
			ledger.Pay(&s.Centre.Treasury, &cell.Purse, m)
			paid[c] += m
			s.Year.Wages += float64(m)
			s.Year.WageMonths += float64(cell.Staff)
		} else if here := cell.Here(); here > 0 {
			cell.Wage = bill[c] / float64(here)
		}
		tax := paid[c].Share(withheld)
		ledger.Pay(&cell.Purse, &s.Centre.Treasury, tax)
		paid[c] -= tax
	}
	payLent(s, &paid)
	for c := range s.Cell {
		cell := &s.Cell[c]
		cell.Rate = unit.Clip(float64(cell.Purse.Held())/max(1, cell.Weight), 0, i.RateMost*cell.Wage)
	}
}

// payLent hands the wages of who works for other cells of his region this month to his own, after tax. All who
// are lent get the mean of what the cells that borrow pay.
func payLent(s *economy.State, paid *[economy.Cells]unit.Kopecks) {
	for r := range economy.Regions {
		first := economy.Cell(r, economy.FirstBranch)
		cells := s.Cell[first:][:economy.Branches]
		var pot ledger.Purse
		var lent float64
		for k := range cells {
			cell := &cells[k]
			if cell.Lent < 0 {
				part := float64(-cell.Lent) / float64(cell.Here())
				ledger.Pay(&cell.Purse, &pot, paid[first+k].Share(part))
			}
			lent += float64(max(0, cell.Lent))
		}
		for k := range cells {
			if n := float64(cells[k].Lent); n > 0 {
				ledger.Pay(&pot, &cells[k].Purse, pot.Held().Share(min(1, n/lent)))
				lent -= n
			}
		}
	}
}
