package politics

import (
	"math"

	"gosplan/economy"
	"gosplan/mechanism"
	"gosplan/scenario"
	"gosplan/unit"
)

// A Ruling is how policy moves and when the system itself is put to the
// question.
type Ruling struct {
	Crisis     mechanism.Crisis
	Coalition  mechanism.Coalition
	Compromise mechanism.Compromise
	Rest       float64 `unit:"years" range:"0 20" source:"assumed: trial economies" means:"time after a change of system in which no other is considered, unless the crisis is deeper by Worse"`
	Pause      float64 `unit:"years" range:"0 20" source:"assumed" means:"time in which a question is not asked again after nothing was found to adopt, unless the crisis is deeper by a half"`
	Survey     float64 `unit:"years" range:"0 50" source:"assumed" means:"time after which it is looked ahead without a crisis, to see who would gain; 0 never"`
	Worse      float64 `unit:"index" range:"0 5" source:"assumed" means:"crisis over that at the change, or at the start, at which another system is considered before its time"`
	Lucks      float64 `unit:"lives" range:"1 16" source:"assumed" means:"times that each candidate is lived ahead, with different luck, to tell a gain from chance"`
	Doubt      float64 `unit:"ratio" range:"1 8" source:"assumed; Wald 1945 for the idea of going on while in doubt" means:"most lives of a candidate whose gain chance may have made, over Lucks"`
	Wars       float64 `unit:"years" range:"1 20" source:"the wars of 1904-05, 1914-17 and 1918-20 lasted between one and a half and three and a half years" means:"time that a war is believed to go on, whenever one looks"`
	Harvests   float64 `unit:"years" range:"1 30" source:"assumed" means:"years whose weather makes up the harvest that is expected"`
	Account    Account
	Memory     float64                 `unit:"years" range:"1 20" source:"assumed: trial economies" means:"years over which growth is felt"`
	Exposed    [economy.Groups]float64 `unit:"share" range:"0 1" source:"assumed: trial economies" means:"how far coercion can silence a group: workers, peasants, specialists, officials, managers, soldiers, holders"`
	Wanted     float64                 `unit:"t a year" range:"0 1" source:"assumed: trial economies" means:"grain a head of townspeople that the state wants to have, as far as it feeds them"`
	Want       float64                 `unit:"share" range:"0 1" source:"assumed: an eighth less bread than enough" means:"food that towns lack from which there is an emergency, as there is in war"`
	Fear       float64                 `unit:"index" range:"0 1" source:"assumed: trial economies" means:"threat that leaders feel at least, while nobody stands by them"`
	Rival      float64                 `unit:"points a year" range:"1 500" source:"assumed: trial economies" means:"materials, machinery and arms that rivals have in 1928"`
	RivalPace  float64                 `unit:"per year" range:"0 0.1" source:"assumed: trial economies" means:"growth of that"`
	Collapse   float64                 `unit:"share" range:"0 1" source:"assumed" means:"fall of output within three years that is called a collapse"`
	War        Wartime
	Purse      float64 `unit:"share" range:"0 1" source:"assumed" means:"of what bread is short of, how much more workers go without than the mean, and others less, where there are no cards"`
}

// An Account is what those go by who decide, beside the years that they look
// ahead: what is built bears fruit later, and a life counts for the years that it
// might have had.
type Account struct {
	Discount float64 `unit:"per year" range:"0.01 0.2" source:"Ramsey 1928 for the form; about 5 % in cost-benefit practice, recalled" means:"part by which what comes a year later counts less"`
	Fading   float64 `unit:"per year" range:"0 0.2" source:"assumed: plant serves some thirty years" means:"part of what growth has brought that is lost in a year as plant wears and ages"`
	Life     float64 `unit:"log points per percent a year" range:"0 50" source:"recalled: Viscusi and Aldy 2003, a life that is risked is worth about a hundred years of its income" means:"loss from deaths of hunger"`
}

// Patience is for how many years a year's growth counts.
func (a Account) Patience() float64 { return 1 / max(1e-3, a.Discount+a.Fading) }

// Weights are those of so many years looked ahead, summing to one. The last
// stands for all that come after it, since what has been reached by then is what
// there is to go on with.
func (a Account) Weights(years int) []float64 {
	out, part, left := make([]float64, years), 1-1/(1+1/a.Patience()), 1.0
	for y := range out {
		out[y] = part * left
		left -= out[y]
	}
	out[years-1] += left
	return out
}

// Wartime is what war does to orders, whoever governs.
type Wartime struct {
	Men    float64 `unit:"million" range:"0 20" source:"judged: men under arms of the script in 1918-20 and 1941-45" means:"men called up in total war on top of those of peace"`
	Thrift float64 `unit:"share" range:"0 1" source:"judged: accumulation of the script in 1941-45" means:"part of accumulation that total war takes"`
	Growth float64 `unit:"per year" range:"-0.1 0.4" source:"judged: plans of the script in 1941-45" means:"growth that plans ask for in war"`
	Fought float64 `unit:"index" range:"0 1" source:"assumed" means:"index of war from which there is an emergency, plans ask for less and prices of shops stand still"`
}

// rivalBase is the base year of Ruling.Rival: what rivals have grows from it by RivalPace in every history.
const rivalBase = 1928

// DefaultRuling is the ruling of every scenario.
func DefaultRuling() Ruling {
	return Ruling{
		Crisis:     mechanism.Crisis{Hunger: 1.2, Barns: 1.5, Unrest: 0.5, Weakness: 2.5, Slowness: 1, Queues: 1, Growth: 0.03, Worst: 1.2, Used: 0.08},
		Coalition:  mechanism.Coalition{Majority: 0.5, Least: 0.03, Eager: 8, Most: 0.6, Silence: 0.8},
		Compromise: mechanism.Compromise{Speed: 0.25},
		Rest:       3, Pause: 2, Survey: 5, Worse: 1, Lucks: 2, Doubt: 3, Wars: 2.5, Harvests: 10, Memory: 5,
		Account: Account{Discount: 0.05, Fading: 0.03, Life: 1},
		Exposed: [economy.Groups]float64{economy.Workers: 1, economy.Peasants: 1, economy.Specialists: 1, economy.Managers: 0.5, economy.Holders: 1},
		Want:    0.125, Wanted: 0.45, Fear: 0.5,
		Rival: 30, RivalPace: 0.035, Collapse: 0.15,
		War:   Wartime{Men: 8, Thrift: 0.65, Growth: 0.05, Fought: 0.1},
		Purse: 0.5,
	}
}

// Reckon works out how deep the crisis is, from what the year before was.
func (rules *Rules) Reckon(w *economy.World, s *economy.State) {
	r := &rules.Ruling
	rule, last := &s.Rule, &s.Last
	if gdp := s.Centre.GDP; gdp > 0 {
		if rule.Level[0] > 0 {
			rule.Growth += (math.Log(gdp/rule.Level[0]) - rule.Growth) / max(1, r.Memory)
		}
		copy(rule.Level[1:], rule.Level[:])
		rule.Level[0] = gdp
	}
	rule.Changes = 0
	if last.Home[1] == 0 {
		return
	}
	year, _ := s.Date(w)
	hunger := unit.Clip(1-last.EatenTown/last.Home[1]*12/max(0.01, w.Physics.Food.Town), 0, 1)
	months := max(1, last.Months)
	feeds := max(s.Terms.StateShare[economy.PoolGrain], w.Ordered(s, scenario.BreadCards, year-1))
	wanted := feeds*r.Wanted*last.Home[1]/months + w.Ordered(s, scenario.GrainExport, year-1) + 12*s.Centre.Promised
	var procured float64
	for _, q := range last.Procured {
		procured += q * 12 / months
	}
	barns := unit.Clip(1-procured/max(0.01, wanted), 0, 1)
	rival := r.Rival * math.Exp(r.RivalPace*float64(year-rivalBase))
	heavy := (last.Output[economy.Materials] + last.Output[economy.Machinery] + last.Output[economy.Arms]) * 12 / months
	gap := rules.threat(s) * unit.Clip(1-heavy/max(0.01, rival), 0, 1)
	rule.Trouble = r.Crisis.Parts(hunger, barns, unrest(s), gap, rule.Growth, last.Failed/max(1, last.Meant))
}

// unrest is that of organised people, and the anger of villages that are
// pressed into collective farms.
func unrest(s *economy.State) float64 {
	var angry, people float64
	for k := range s.Village {
		angry += min(1, s.Village[k].Anger) * s.Village[k].People
		people += s.Village[k].People
	}
	for r := range s.Region {
		people += s.Region[r].Town
	}
	return unit.Clip(s.Polity.Unrest+angry/max(1e-9, people), 0, 1)
}

// threat is what leaders feel: what is given, and at least what a country
// feels that is alone; less of both where others stand by it.
func (rules *Rules) threat(s *economy.State) float64 {
	var won float64
	for k := range s.Polity.Country {
		won += s.Polity.Country[k].Revolution
	}
	return max(s.Centre.Threat, rules.Ruling.Fear) * rules.Threat * (1 - rules.Contagion.Relief*won/economy.Countries)
}

// ordered are the decisions that are choices of policy.
var ordered = map[scenario.Decision]economy.Choice{
	scenario.AccumulationShare: economy.Accumulation,
	scenario.UnderArms:         economy.UnderArms,
	scenario.Repression:        economy.Severity,
	scenario.ProcurementPrice:  economy.FarmPrice,
	scenario.CollectiveTarget:  economy.Collective,
	scenario.Requisition:       economy.Requisition,
}

// Chosen is the choice of policy behind a decision, if it is one.
func Chosen(k scenario.Decision) (economy.Choice, bool) {
	c, ok := ordered[k]
	return c, ok
}

// Begin hands the decisions over to politics: policy is what the script
// ordered last.
func (r *Ruling) Begin(w *economy.World, s *economy.State, taken uint64) {
	year, _ := s.Date(w)
	s.Polity.Governs, s.Rule.Since, s.Rule.Taken = 1, int64(s.Month), taken
	for k := range scenario.Decisions {
		if c, ok := Chosen(k); ok {
			v := w.Decided.Of(k).At(year)
			if k == scenario.UnderArms {
				v -= r.War.Men * w.Given.War.At(year)
			}
			s.Polity.Policy[c] = bound(c, v)
		}
	}
	s.Polity.Policy[economy.SkillPay] = bound(economy.SkillPay, s.Terms.Premium)
	s.Rule.Settled = s.Rule.Crisis()
}

func bound(c economy.Choice, v float64) float64 {
	return unit.Clip(v, economy.ChoiceBounds[c][0], economy.ChoiceBounds[c][1])
}

// Move moves policy to the wishes of those who count. How far votes decide is
// another matter: those in office see to it.
func (r *Ruling) Move(s *economy.State) {
	weights := r.weights(s)
	wishes := make([]float64, economy.Groups)
	for c := range economy.Franchise {
		for g := range wishes {
			wishes[g] = s.Polity.Group[g].Ideal[c]
		}
		s.Polity.Policy[c] = bound(c, r.Compromise.Next(s.Polity.Policy[c], weights, wishes))
	}
}

// weights are the groups' influence after coercion.
func (r *Ruling) weights(s *economy.State) []float64 {
	influence := make([]float64, economy.Groups)
	for g := range influence {
		influence[g] = s.Polity.Group[g].Influence
	}
	return r.Coalition.Weights(influence, r.Exposed[:], s.Polity.Coercion)
}

// Order puts policy into force: choices as they have been made, and what
// belongs to the system in force as it usually is there. What hunger makes of
// exports and cards those who govern decide by what they see (Relieve).
func (r *Ruling) Order(w *economy.World, s *economy.State, usual func(k scenario.Decision, years int) (float64, bool)) {
	year, _ := s.Date(w)
	war := w.Given.War.At(year)
	for k := range scenario.Decisions {
		if !s.Rule.Takes(k) {
			continue
		}
		v := 0.0
		if c, ok := Chosen(k); ok {
			v = s.Polity.Policy[c]
		} else if u, ok := usual(k, (s.Month-int(s.Rule.Since))/12); ok {
			v = u
		}
		low, high := k.Bounds()
		s.Rule.Order[k] = unit.Clip(r.inWar(k, v, war), low, high)
	}
}

// inWar is what war makes of an order.
func (r *Ruling) inWar(k scenario.Decision, v, war float64) float64 {
	fought := war > r.War.Fought
	switch {
	case k == scenario.UnderArms:
		return v + r.War.Men*war
	case k == scenario.AccumulationShare:
		return v * (1 - r.War.Thrift*war)
	case k == scenario.PlannedGrowth && fought:
		return min(v, r.War.Growth)
	case k == scenario.RetailPriceReview && fought:
		return 0 // nobody decides prices here; they stand still
	}
	return v
}

// Asks tells whether the system is put to the question: it is in crisis, has
// had its time unless the crisis is far deeper than when it came, and the
// question was not settled a short while ago.
func (r *Ruling) Asks(s *economy.State) bool {
	const deeper = 0.5
	rule, month := &s.Rule, float64(s.Month)
	if rule.Crisis() <= 1 {
		return false
	}
	if month-float64(rule.Since) < 12*r.Rest {
		return rule.Crisis() > rule.Settled+r.Worse
	}
	return rule.Settled == 0 || rule.Crisis() > rule.Settled+deeper || month-rule.Looked >= 12*r.Pause
}

// Emergency tells whether there is one: a war is being fought or towns go hungry.
func (r *Ruling) Emergency(w *economy.World, s *economy.State) bool {
	year, _ := s.Date(w)
	return w.Given.War.At(year) > r.War.Fought || s.Rule.Trouble[economy.Hunger] >= r.Crisis.Hunger*r.Want && s.Rule.Trouble[economy.Hunger] > 0
}

// Looks tells whether it is looked ahead: in a crisis, and every few years.
func (r *Ruling) Looks(s *economy.State) bool {
	return r.Asks(s) || r.Survey > 0 && float64(s.Month)-s.Rule.Looked >= 12*r.Survey
}

// Lives are what the groups got in lives of one system with different luck,
// the same lucks in the same order for all systems.
type Lives [][economy.Groups]float64

// mean is what they got in the mean.
func (l Lives) mean() (mean [economy.Groups]float64) {
	for _, payoff := range l {
		for g, v := range payoff {
			mean[g] += v / float64(len(l))
		}
	}
	return mean
}

// A Verdict is what a look ahead at one candidate has shown.
type Verdict struct {
	Gain    [economy.Groups]float64 // of each group over the system in force
	Support float64                 // weight of those who gain
	Total   float64                 // weighted gain of all
	Error   float64                 // standard error of that, over the lucks
	Chance  float64                 // that it is adopted now
}

// Judge weighs what each group would gain, with the lucks that both have had.
// What may be chance is no gain.
func (r *Ruling) Judge(s *economy.State, here, there Lives) (v Verdict) {
	weights, n := r.weights(s), min(len(here), len(there))
	here, there = here[:n], there[:n]
	now, then := here.mean(), there.mean()
	for g := range v.Gain {
		v.Gain[g] = then[g] - now[g]
	}
	v.Support, v.Total = r.Coalition.Support(weights, v.Gain[:])
	if n > 1 {
		var sum, squares float64
		for k := range n {
			var gain [economy.Groups]float64
			for g := range gain {
				gain[g] = there[k][g] - here[k][g]
			}
			_, total := r.Coalition.Support(weights, gain[:])
			sum += total
			squares += total * total
		}
		v.Error = math.Sqrt(max(0, squares-sum*sum/float64(n)) / float64(n*(n-1)))
	}
	v.Chance = r.Coalition.Chance(v.Support, v.Total-v.Error)
	return v
}

// Doubtful tells whether more lives could tell whether a candidate is adopted
// or not: its gain is within two standard errors of the least that moves
// anybody.
func (r *Ruling) Doubtful(v *Verdict) bool {
	return v.Support > r.Coalition.Majority && math.Abs(v.Total-r.Coalition.Least) < 2*v.Error
}

// Best is the candidate that is tried, -1 if none is: of those that can be
// adopted, or of all where the system in force lapses, the one against which no
// other gains, as one compares them in turn with the best so far. Against the
// system in force alone all would do that are better than ruin.
func (r *Ruling) Best(s *economy.State, verdicts []Verdict, lives []Lives, lapses bool) int {
	best := -1
	for i := range verdicts {
		if verdicts[i].Chance == 0 && !lapses {
			continue
		}
		if best < 0 || r.Judge(s, lives[best], lives[i]).Total > 0 {
			best = i
		}
	}
	return best
}

// CollapseYears are the years within which output falls in a collapse.
const CollapseYears = len(economy.Rule{}.Level) - 1

// Fall is how far output has fallen from one level to another within
// CollapseYears, and whether that is a collapse.
func (r *Ruling) Fall(before, after float64) (fall float64, collapse bool) {
	if r.Collapse == 0 || before <= 0 {
		return 0, false
	}
	fall = 1 - after/before
	return fall, fall > r.Collapse
}

// Collapsed is how far output has fallen from the highest level of the years
// before, if that is a collapse in peace, and none was found in as many years.
func (r *Ruling) Collapsed(w *economy.World, s *economy.State) (fall float64, collapsed bool) {
	rule := &s.Rule
	year, _ := s.Date(w)
	if rule.Fallen > 0 && float64(s.Month)-rule.Fallen < 12*float64(CollapseYears) {
		return 0, false
	}
	for ago := 1; ago <= CollapseYears && w.Given.War.At(year-ago) <= r.War.Fought; ago++ {
		if by, deep := r.Fall(rule.Level[ago], rule.Level[0]); deep {
			fall, collapsed = max(fall, by), true
		}
	}
	if collapsed {
		rule.Fallen = float64(s.Month)
	}
	return fall, collapsed
}
