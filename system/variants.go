package system

import (
	"fmt"
	"reflect"
	"strings"

	"gosplan/parameter"
)

// A Variant is a named form of one institution. It is what the institution
// is in the system where it is at home, practice and calibration included.
type Variant struct {
	Institution string // a field of System: Labour
	Name        string // at-will
	Means       string // in one line
	home        string // a system; "" for the institution's absence
}

// variants are the forms of institutions that occur in the systems, in the
// order of the fields of System.
var variants = []Variant{
	{"Plan", "profit", "nobody sets targets; managers are paid by profit", "nep"},
	{"Plan", "crash", "targets by a few new offices, whatever was achieved", "war-communism"},
	{"Plan", "taut", "targets from the achieved level, drawn tight", "plan-1929"},
	{"Plan", "targets", "targets from the achieved level", "plan-1956"},
	{"Plan", "sales-profit", "targets for sales, and a part of pay by profit", "sales-profit-1965"},
	{"Plan", "self-finance", "fading targets, and most of pay by profit", "state-orders-1988"},
	{"Plan", "income-a-head", "nobody sets targets; who decides goes by income per head of the staff", "self-management"},
	{"Plan", "computed", "targets from a plan that is computed each year out of reports", "computed-planning"},
	{"Plan", "computed-truthful", "as computed, by what is and not by what is reported; false reports are found out", "computed-planning-truthful"},
	{"Plan", "councils", "councils propose what they make and use at announced prices, and are rated by benefit over cost", "democratic-planning"},
	{"Supply", "market", "inputs are bought where they are found", "nep"},
	{"Supply", "emergency", "inputs are allotted by a few new offices", "war-communism"},
	{"Supply", "allotment", "inputs are allotted by a central office", "plan-1956"},
	{"Supply", "by-need", "as allotment, by what users need and not by what they request", "computed-planning-truthful"},
	{"Supply", "councils", "inputs are allotted, and regions serve their own first", "councils-1957"},
	{"Supply", "contracts", "inputs are allotted as far as state orders go, and the rest is bargained for", "state-orders-1988"},
	{"Supply", "renegotiated", "inputs are bought, and suppliers go where they are offered more until chains are agreed anew", "transition"},
	{"Investment", "trusts", "leaders set how much; plant that does not pay is retired", "nep"},
	{"Investment", "emergency", "leaders set how much; nothing is replaced", "war-communism"},
	{"Investment", "ministries", "leaders set how much, ministries begin too much", "plan-1956"},
	{"Investment", "late-ministries", "as ministries, and nothing is earmarked for replacement", "state-orders-1988"},
	{"Investment", "state", "leaders set how much; plant that does not pay is retired fast", "lange-socialism"},
	{"Investment", "rivalry", "as state, and more the further rivals are ahead", "state-capitalism"},
	{"Investment", "profit", "firms build what profit and sales call for, as far as money and credit go", "competitive-capitalism"},
	{"Investment", "councils", "leaders set how much; branches talk over who gets it by benefit over cost", "democratic-planning"},
	{"Prices", "markup", "costs and a margin, moved by stocks every month", "nep"},
	{"Prices", "reviewed", "a list every other year, at cost", "war-communism"},
	{"Prices", "lists", "a list every few years, at cost and a margin", "plan-1956"},
	{"Prices", "firms", "normal costs and a margin, moved by stocks, by who waits and by what shops take, never below cost", "competitive-capitalism"},
	{"Prices", "owner", "as firms, moved less by stocks", "state-capitalism"},
	{"Prices", "cartels", "normal costs and a high margin, moved by stocks, never below cost", "tsarist"},
	{"Prices", "shared", "costs and what the staff share out, moved by stocks and by what shops take", "self-management"},
	{"Prices", "board", "normal costs alone, moved by what is left and what is short, never below cost", "lange-socialism"},
	{"Prices", "indicative", "as announced to councils", "democratic-planning"},
	{"Bank", "tight", "a fifth of losses is covered; credit for three months", "nep"},
	{"Bank", "grants", "all losses are covered, all profits are taken", "war-communism"},
	{"Bank", "soft", "all losses are covered, most profits are taken", "plan-1956"},
	{"Bank", "charged", "nearly all losses are covered, and capital is charged for", "sales-profit-1965"},
	{"Bank", "mixed", "most losses are covered, half of profits is kept", "state-orders-1988"},
	{"Bank", "hard", "no losses are covered, profits are kept", "competitive-capitalism"},
	{"Bank", "one-owner", "no losses are covered, most profits are taken", "state-capitalism"},
	{"Bank", "social", "one account of society: all losses covered, all surpluses taken, plant charged for", "democratic-planning"},
	{"Labour", "committees", "hiring and firing with the say of the staff", "soviets-1917"},
	{"Labour", "militarised", "nobody may leave or be dismissed", "war-communism"},
	{"Labour", "unions", "hiring and firing, wages that follow unemployment, and a benefit", "nep"},
	{"Labour", "drive", "nobody is dismissed, wages drift with open posts", "plan-1929"},
	{"Labour", "edict", "nobody is dismissed, and leaving is an offence", "plan-1940"},
	{"Labour", "job-right", "nobody is dismissed, leaving is free", "plan-1956"},
	{"Labour", "levelled", "nobody is dismissed, leaving is free, and grades lie close together", "sales-profit-1965"},
	{"Labour", "loose-wages", "nobody is dismissed, and little holds wages", "state-orders-1988"},
	{"Labour", "at-will", "hiring and firing, wages bid up by open posts and down by the unemployed", "competitive-capitalism"},
	{"Labour", "uninsured", "as at-will, without a benefit", "tsarist"},
	{"Labour", "self-managed", "as at-will, by the staff, who share what is left", "self-management"},
	{"Labour", "councils", "pay by effort as colleagues rate it, tasks that take turns, dismissal with consent", "democratic-planning"},
	{"Retail", "regulated", "prices that move with shortage, a third of them held", "nep"},
	{"Retail", "cards", "fixed prices, bread on cards, a forbidden market", "war-communism"},
	{"Retail", "closed-shops", "fixed prices, bread on cards when ordered, a market half free", "plan-1929"},
	{"Retail", "shops", "fixed prices and a peasant market", "plan-1956"},
	{"Retail", "cooperatives", "fixed prices beside trade that is free", "state-orders-1988"},
	{"Retail", "free", "free prices of shops that compete", "competitive-capitalism"},
	{"Retail", "merchants", "free prices of shops that hardly compete", "tsarist"},
	{"Retail", "tokens", "prices that clear, paid in tokens that are cancelled; no peasant market", "democratic-planning"},
	{"Buying", "wartime", "a third of what is marketed, at fixed prices", "soviets-1917"},
	{"Buying", "low", "a third of what is marketed, below parity", "war-communism"},
	{"Buying", "market", "half of what is marketed, near parity", "nep"},
	{"Buying", "procurement", "most of what is marketed, at the leaders' price", "plan-1956"},
	{"Buying", "merchants", "at prices that follow those in towns", "competitive-capitalism"},
	{"Buying", "councils", "nearly all of what is marketed, at prices that follow those in towns", "democratic-planning"},
	{"Buying", "none", "the state buys nothing from farms", ""},
	{"Requisition", "none", "nobody takes grain by order", ""},
	{"Requisition", "detachments", "grain and animals are taken by order", "war-communism"},
	{"Tax", "none", "harvests are not taxed", ""},
	{"Tax", "in-kind", "a share of the harvest is taxed", "nep"},
	{"Tax", "rents", "a share of the harvest goes to landlords", "tsarist"},
	{"Kolkhoz", "none", "farms are peasant households", ""},
	{"Kolkhoz", "campaign", "a drive into collective farms with high quotas", "plan-1929"},
	{"Kolkhoz", "exacting", "as campaign, with quotas that forgive next to nothing", "plan-1940"},
	{"Kolkhoz", "settled", "collective farms with quotas that leave more", "plan-1956"},
	{"Kolkhoz", "paid", "collective farms with deliveries that are paid", "state-orders-1988"},
	{"Army", "standing", "an army that follows the threat", "plan-1956"},
	{"Trade", "closed", "nothing is traded abroad", "war-communism"},
	{"Trade", "monopoly", "the state trades abroad", "plan-1956"},
	{"Trade", "open", "as monopoly, and merchants give manufactures for food", "competitive-capitalism"},
	{"Trade", "narrow", "as open, with little food", "tsarist"},
	{"Offices", "trade", "officials for a country of markets", "nep"},
	{"Offices", "emergency", "officials in numbers for all that does not work", "war-communism"},
	{"Offices", "planning", "officials who plan", "plan-1956"},
	{"Offices", "ample", "as planning, in establishments as they were before they were cut", "plan-1929"},
	{"Owners", "none", "firms belong to nobody who is paid for it", ""},
	{"Owners", "households", "a twelfth of the houses in towns own the firms", "competitive-capitalism"},
	{"Owners", "few", "one house in thirty owns the firms and the land", "tsarist"},
	{"Owners", "all", "all houses in towns share rent and profits", "lange-socialism"},
	{"Owners", "society", "all houses in towns share the rent of plant", "self-management"},
	{"Owners", "many", "half of the houses in towns hold shares in the firms", "transition"},
	{"Credit", "none", "there are no private banks, and no firm fails", ""},
	{"Credit", "banks", "credit on plant and sales at interest; who cannot pay fails", "competitive-capitalism"},
	{"Entry", "none", "no firms are founded", ""},
	{"Entry", "free", "firms are founded where profit is high", "competitive-capitalism"},
	{"Fisc", "none", "no tax follows the budget", ""},
	{"Fisc", "sales-tax", "a tax on sales follows the budget", "competitive-capitalism"},
}

// Variants lists the named forms of institutions, all or those of one.
func Variants(institution string) (out []Variant) {
	for _, v := range variants {
		if institution == "" || v.Institution == institution {
			out = append(out, v)
		}
	}
	return out
}

// Institutions lists the institutions that can be swapped, in the order in
// which System declares them.
func Institutions() (out []string) {
	for i, v := range variants {
		if i == 0 || variants[i-1].Institution != v.Institution {
			out = append(out, v.Institution)
		}
	}
	return out
}

// Swap gives a system one institution in a named form. The error says what
// there is.
func (y *System) Swap(institution, name string) error {
	field, err := parameter.Match(institution, Institutions())
	if err != nil {
		if parameter.Nearest(institution, Institutions()) != "" {
			return fmt.Errorf("no such institution: %w", err)
		}
		return fmt.Errorf("no such institution: %w; there are %s", err, strings.Join(Institutions(), ", "))
	}
	var names []string
	for _, v := range Variants(field) {
		if strings.EqualFold(v.Name, name) {
			reflect.ValueOf(y).Elem().FieldByName(field).Set(v.value())
			return nil
		}
		names = append(names, v.Name)
	}
	mend := parameter.Suggest(name, names)
	if mend == "" {
		mend = "; there are " + strings.Join(names, ", ")
	}
	return fmt.Errorf("%s has no form %q%s", field, name, mend)
}

// value is the institution in this form.
func (v Variant) value() reflect.Value {
	if v.home == "" {
		return reflect.ValueOf(bare()).Elem().FieldByName(v.Institution)
	}
	m, _ := NewModel(v.home)
	return reflect.ValueOf(&m.System).Elem().FieldByName(v.Institution)
}

// bare is a system without institutions, whose offices know their practice.
func bare() *System {
	y := practised(System{})
	return &y
}

// Form names the variant that an institution of a system is, or "" where it
// is none of them.
func (y *System) Form(institution string) string {
	here := reflect.ValueOf(y).Elem().FieldByName(institution).Interface()
	for _, v := range Variants(institution) {
		if reflect.DeepEqual(here, v.value().Interface()) {
			return v.Name
		}
	}
	return ""
}
