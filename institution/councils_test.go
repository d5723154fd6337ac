package institution

import (
	"math"
	"testing"

	"gosplan/behaviour"
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/mechanism"
	"gosplan/unit"
)

// talks are councils that negotiate in a country whose costs are known.
func talks(rounds float64) (*Plan, *economy.World, *economy.State) {
	w, s := country(12)
	rule := mechanism.PublishedIndicative()
	rule.Rounds = rounds
	i := &Plan{Indicative: rule, Rating: 2, PlanPractice: PlanPractice{
		Discount: 0.03, WageShare: 0.6, HiringLow: 0.25, Seller: 3, Buyer: 1.05, BuyerSD: 0.1, MarginLow: 0.5, MarginHigh: 2.5, Floor: 0.1,
	}}
	for g := range economy.Goods {
		s.Branch[g].Unit = economy.BasePrice[g] * economy.KopecksPerPoint
	}
	for g := range s.Terms.Offer {
		s.Terms.Offer[g] = economy.BasePrice[g] * economy.KopecksPerPoint
	}
	behaviour.Order(w, s) // which reviews plant
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		e.Ref, e.Met = 3*e.Capacity, 1
		for g, need := range economy.Needs[e.Good] {
			e.Need[g] = need * e.Ref / 3
		}
	}
	for k := range s.Shop {
		for g := range economy.Goods {
			s.Shop[k].Meant[g] = 1e-3 * economy.ReferenceOutput[g] * s.Branch[g].Unit
		}
	}
	s.Centre.Plan[economy.Machinery], s.Centre.Plan[economy.Construction], s.Centre.Plan[economy.Arms] = 3, 4, 0.5
	return i, w, s
}

func (i *Plan) talk(w *economy.World, s *economy.State) {
	i.Negotiate(w, s, &Army{}, &Retail{RetailPractice: RetailPractice{Home: 0.55}}, &Supply{}, &Bank{Interest: 0.05}, &Labour{})
}

// gap is the worst imbalance at the prices announced.
func (i *Plan) gap(w *economy.World, s *economy.State) (worst float64) {
	x := session{plan: i, w: w, s: s, hour: hour(s)}
	for g := range economy.Goods {
		if g >= economy.FirstBranch {
			x.problem[g] = i.asked(w, s, g, &Supply{}, &Bank{Interest: 0.05}, &Labour{})
		}
		x.price[g] = announced(s, g)
	}
	x.first = x.price
	x.open(&Army{}, &Retail{RetailPractice: RetailPractice{Home: 0.55}})
	supplied, demanded, _, _ := x.round()
	for _, g := range taxed {
		worst = max(worst, mechanism.Imbalance(supplied[g], demanded[g]))
	}
	return worst
}

// Rounds bring what is offered to consumers and asked for by them together,
// move nothing that anybody holds, and end in what each has agreed to make.
func TestNegotiationBringsProposalsTogether(t *testing.T) {
	i, w, s := talks(60)
	before := i.gap(w, s)
	cash, depot := s.Enterprise[0].Cash.Held(), s.Branch[economy.Fuel].Depot.Held()
	i.talk(w, s)
	after := i.gap(w, s)
	if !(before > 0.3 && after < before/2) {
		t.Errorf("imbalance %.3f, then %.3f", before, after)
	}
	if s.Enterprise[0].Cash.Held() != cash || s.Branch[economy.Fuel].Depot.Held() != depot {
		t.Error("talk has moved money or goods")
	}
	i.Target(w, s)
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		if want := max(i.Floor*e.Rated, e.Shown/4-over(e)); e.Target != want || !(e.Shown >= 0) {
			t.Fatalf("enterprise %d has agreed to %v and has a target of %v", k, e.Shown, e.Target)
		}
	}
	books(t, s)
}

// Where a good is worth more its councils offer more of it, and users ask for
// less; who makes what is not worth its inputs offers least.
func TestCouncilsAnswerPrices(t *testing.T) {
	i, w, s := talks(1)
	offer := func(price float64) (offered, asked float64) {
		x := session{plan: i, w: w, s: s, hour: 1}
		for g := range economy.Goods {
			if g >= economy.FirstBranch {
				x.problem[g] = i.asked(w, s, g, &Supply{}, &Bank{Interest: 0.05}, &Labour{})
			}
			x.price[g] = announced(s, g)
		}
		x.price[economy.Materials] *= price
		supplied, demanded, _, _ := x.round()
		return supplied[economy.Materials], demanded[economy.Materials]
	}
	last, least := 0.0, math.Inf(1)
	for _, price := range []float64{0.5, 0.8, 1, 1.2, 1.6, 2.2} {
		offered, asked := offer(price)
		if offered < last-1e-9 || asked > least+1e-9 {
			t.Errorf("at %v of cost %v is offered and %v asked for", price, offered, asked)
		}
		last, least = offered, asked
	}
	if few, _ := offer(0.5); !(last > 1.2*few) {
		t.Errorf("%v is offered at half its cost and %v at more than twice", few, last)
	}
}

// Without a year behind them, or without time, councils announce nothing; and
// where nobody announces, what is reckoned with is what is paid.
func TestNobodyNegotiates(t *testing.T) {
	i, w, s := talks(25)
	s.Branch[economy.Arms].Unit = 0
	before := s.Hash()
	if i.talk(w, s); s.Hash() != before {
		t.Error("councils talk about costs that nobody knows")
	}
	i, w, s = talks(0)
	before = s.Hash()
	if i.talk(w, s); s.Hash() != before {
		t.Error("councils that are absent talk")
	}
	if got := announced(s, economy.Fuel); got != s.Branch[economy.Fuel].Price || hour(s) != 1 {
		t.Errorf("fuel is announced at %v, paid at %v, an hour at %v", got, s.Branch[economy.Fuel].Price, hour(s))
	}
}

// Who is rated by colleagues earns by effort and not by skill; where nobody
// rates wages are what they were.
func TestRatingPaysStaffByEffort(t *testing.T) {
	w, s := country(12)
	one, two := &s.Enterprise[0], &s.Enterprise[1]
	one.Effort, two.Effort = 1.2, 0.8
	one.Staff, two.Staff, one.Wage, two.Wage = 1000, 1000, 5000, 5000
	for k := 2; k < len(s.Enterprise); k++ {
		s.Enterprise[k].Staff = 0
	}
	pay := func(i *Labour) (a, b unit.Kopecks) {
		before := [2]unit.Kopecks{one.Cash.Held(), two.Cash.Held()}
		i.Pay(w, s, &Bank{})
		return before[0] - one.Cash.Held(), before[1] - two.Cash.Held()
	}
	if a, b := pay(&Labour{}); a != b {
		t.Errorf("unrated staffs get %v and %v", a, b)
	}
	if a, b := pay(&Labour{Rating: mechanism.PeerRating{Share: 1, Seen: 0.5}}); a != 5_500_000 || b != 4_500_000 {
		t.Errorf("rated staffs get %v and %v, want 5500000 and 4500000", a, b)
	}
	books(t, s)
}

// A staff consents to dismissals as far as there are posts elsewhere.
func TestDismissalWithConsent(t *testing.T) {
	_, s := country(12)
	for _, c := range []struct{ consent, protection, open, want float64 }{
		{0, 0, 0, 0}, {0, 0.4, 0, 0.4}, {1, 0, 0, 1}, {1, 0, 0.05, 0}, {1, 0, 0.025, 0.5}, {0.5, 0, 0, 0.5}, {1, 0.5, 0.025, 0.75},
	} {
		for r := range s.Region {
			s.Region[r].VacancyRate = c.open
		}
		i := &Labour{Consent: c.consent, JobRight: mechanism.JobRight{Protection: c.protection}, LabourPractice: LabourPractice{Easy: 0.05}}
		if got := i.protected(s); !nearly(got, c.want) {
			t.Errorf("consent %v, law %v and %v of posts open protect %v, want %v", c.consent, c.protection, c.open, got, c.want)
		}
	}
}

// Those who take turns lose practice and learn, in a year each once; the
// others, and all where nobody does, stay as they are.
func TestTurns(t *testing.T) {
	const share = 0.4
	w, s := country(12)
	s.Centre.Seats = 8
	before := s.Hash()
	if (&Labour{}).Turn(w, s); s.Hash() != before {
		t.Error("nobody takes turns and somebody has changed")
	}
	type about struct{ skill, school uint8 }
	was := map[*economy.Person]about{}
	workers := 0.0
	for b := range s.Block {
		for k := range s.Block[b].Person {
			p := &s.Block[b].Person[k]
			if was[p] = (about{p.Skill, p.School}); p.Job >= economy.FirstCell {
				workers++
				p.Skill, p.Tenure = 120, 0
				was[p] = about{120, p.School}
			}
		}
	}
	i := &Labour{Rotation: mechanism.Rotation{Share: share, Period: 4, Taught: 0.02}}
	for range 4 {
		i.Turn(w, s)
		s.Month += 3
	}
	turned := 0.0
	for p, old := range was {
		changed := p.Skill != old.skill
		if changed {
			turned++
		}
		if changed && (p.Job < economy.FirstCell || p.Skill != uint8(math.Round(100*w.Physics.Works.Newcomer))) {
			t.Fatalf("%+v took a turn", *p)
		}
		if !changed && p.School != old.school || p.School < old.school {
			t.Fatalf("schooling %d became %d", old.school, p.School)
		}
	}
	if math.Abs(turned/workers-share) > 2.5*math.Sqrt(share*(1-share)/workers) {
		t.Errorf("%.3f of %v took a turn, want %v", turned/workers, workers, share)
	}
}

// Tokens that shops take are cancelled to the last, makers are credited all the
// same, and money is where it would be with a treasury in between.
func TestTokensAreCancelled(t *testing.T) {
	with, without := mechanism.Tokens{Cancelled: 1}, mechanism.Tokens{}
	deficit := func(tokens mechanism.Tokens) (got float64, bank unit.Kopecks) {
		_, s := country(12)
		i := &Retail{Tokens: tokens}
		shop := &s.Shop[0]
		ledger.Pay(&s.Block[0].House[0].Purse, &shop.Till, 7_000_000)
		i.Cancel(nil, s)
		if left := shop.Till.Held(); tokens.Active() && left != 0 {
			t.Errorf("%v is left in the till", left)
		}
		(&Bank{}).Settle(nil, s)
		books(t, s)
		return s.Year.Deficit, s.Centre.Bank.Held()
	}
	a, x := deficit(with)
	b, y := deficit(without)
	if a != b || x != y {
		t.Errorf("with tokens the deficit is %v and the bank holds %v; without %v and %v", a, x, b, y)
	}
}

// What is dear against its hours is wanted more, and funds go with it; they
// stay whole.
func TestTokensTellMakers(t *testing.T) {
	_, s := country(12)
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		s.Branch[g].Wanted, s.Branch[g].Share = 10, 1.0/float64(economy.Branches)
	}
	before := s.Hash()
	if (&Retail{}).Tell(nil, s); s.Hash() != before {
		t.Error("prices tell makers something where there are no tokens")
	}
	for k := range s.Shop {
		s.Shop[k].Price[economy.Consumer] *= 3
		s.Shop[k].Meant[economy.Consumer], s.Shop[k].Meant[economy.Services] = 1e12, 1e12
	}
	(&Retail{Tokens: mechanism.Tokens{Cancelled: 1, Response: 0.5}}).Tell(nil, s)
	goods, services := &s.Branch[economy.Consumer], &s.Branch[economy.Services]
	if !(goods.Wanted > 10 && services.Wanted < 10 && goods.Share > services.Share) {
		t.Errorf("goods are wanted %.2f with %.3f of funds, services %.2f with %.3f", goods.Wanted, goods.Share, services.Wanted, services.Share)
	}
	sum := 0.0
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		sum += s.Branch[g].Share
	}
	if !nearly(sum, 1) {
		t.Errorf("funds add up to %v", sum)
	}
}
