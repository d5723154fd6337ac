// Package politics is the contest over policy: who is how strong, what each
// group wants, who sits in the party and in its posts, what is punished, who
// strikes. It reads the State, asks mechanisms and writes the Polity. Unless
// politics governs, it is measured and moves nothing.
package politics

import (
	"gosplan/behaviour"
	"gosplan/economy"
	"gosplan/mechanism"
)

// Rules are the numbers of politics. They are the same under all systems.
// Nearly all are assumed: theory names the causes and no one has measured the
// weights. The zero value does nothing.
type Rules struct {
	Contest      mechanism.Contest
	Leverage     mechanism.Leverage
	Organisation mechanism.Organisation
	Strike       mechanism.Strike
	Promotion    mechanism.Promotion
	Suffrage     mechanism.Suffrage
	Obedience    mechanism.Obedience
	Contagion    mechanism.Contagion
	Emulation    mechanism.Emulation
	Wishes       Wishes
	Opening      Opening
	Ruling       Ruling

	Centralism float64 `unit:"share" range:"0 1" source:"assumed; statutes of 1919 and 1921" means:"voice of members without posts that passes to those with posts, who also choose whom to promote"`
	Recall     float64 `unit:"per year" range:"0 1" source:"scenario; Marx 1871" means:"members in posts who are called back to where they came from; while any are, a post pays no more than the bench"`
	Rotation   float64 `unit:"share" range:"0 1" source:"scenario; Albert and Hahnel 1991 on balanced jobs" means:"staff of branches who change tasks in a year, and workers who could then do the work of specialists"`
	Teach      float64 `unit:"years" range:"0 2" source:"assumed" means:"schooling that a year at the tasks of those who know more is worth"`
	Isolation  float64 `unit:"share" range:"0 1" source:"scenario: 1 as it was" means:"how far the other powers are free to put down revolutions elsewhere"`
	Comintern  float64 `unit:"share" range:"0 1" source:"scenario: 1 as it was" means:"how far parties elsewhere are bound to the interest of those in office here"`
	Threat     float64 `unit:"ratio" range:"0 1" source:"scenario: 1 as it was" means:"threat and war from abroad that politics meets, over those given"`

	Learned   float64 `unit:"years" range:"0 8" source:"assumed" means:"schooling above the mean of adults from which a wage earner counts as a specialist"`
	Heads     float64 `unit:"share" range:"0 0.1" source:"assumed; recalled: about 2 % of employees head enterprises and shops, census of 1939" means:"staff of branches who are managers"`
	Traders   float64 `unit:"share" range:"0 0.2" source:"assumed; census 1926: about half a million private traders" means:"townspeople who live by private trade where all trade is private"`
	Scattered float64 `unit:"share" range:"0 1" source:"Marx 1852 on smallholders and Bates 1981 on the costs of their acting together; assumed; Rigby 1968 on how few villages had a cell of the party" means:"meeting of villagers over that of people at one workplace, and how far they find a party to join"`
	Hope      float64 `unit:"quarters" range:"1 80" source:"assumed" means:"quarters in which a worse living comes to be expected; a better one is at once"`
	Stride    float64 `unit:"share" range:"0.01 1" source:"assumed" means:"of the bounds of a choice, the farthest that a group looks for its ideal"`
}

// Opening is what the first January of a run finds; nothing later sets it.
type Opening struct {
	Member     [economy.Groups]float64 `unit:"million" range:"0 5" source:"recalled: Rigby 1968 and the Mandate Commission of 1917, 200 thousand members in October of whom 60 % workers, 8 % peasants, 32 % others" means:"members of the ruling party"`
	Ties       [economy.Groups]float64 `unit:"share" range:"0 1" source:"assumed: factory committees, communes, unions of employees, army committees" means:"organisation"`
	Franchise  float64                 `unit:"share" range:"0 1" source:"assumed: soviets of 1917" means:"how far votes decide"`
	Reputation float64                 `unit:"share" range:"0 1" source:"assumed" means:"belief in punishment"`
	Crisis     float64                 `unit:"index" range:"0 1" source:"assumed: the war of 1914" means:"crisis of the other countries"`
}

// Default are the values in force when nothing is changed.
func Default() Rules {
	return Rules{
		Contest:      mechanism.Contest{Crowd: 0.5},
		Leverage:     mechanism.Leverage{Hands: 1, Guide: 0.5, Ready: 0.3, Beyond: 0.3},
		Organisation: mechanism.Organisation{Tenure: 0.03, Success: 10, Turnover: 0.1, Repression: 0.4, Patronage: 0.05},
		Strike:       mechanism.Strike{Anger: 0.5, Caution: 0.35, Spread: 0.15, Fear: 0.6, Days: 5, Yield: 0.3},
		Promotion:    mechanism.Promotion{Rise: 0.2, Party: 0.2, Belief: 0.001, Career: 0.1, Privilege: 0.3, Alike: 4, Lapse: 0.03},
		Suffrage:     mechanism.Suffrage{Vote: 4, Revolt: 20, Least: 0.03, Speed: 0.3},
		Obedience:    mechanism.Obedience{Learning: 0.2, Gain: 0.3, Occasion: 0.3, Reach: 10, Open: 0.5},
		Contagion: mechanism.Contagion{Base: 0.12, Example: 2, Powers: 0.7, Bound: 0.5, Calm: 0.2, Shock: 0.4,
			Often: 0.04, Relief: 0.7},
		Emulation: mechanism.Emulation{Switch: 0.3, Memory: 5, Growth: 0.017, Swing: 0.04, Slump: 0.1, Hands: 0.18, Apart: 1.5, Command: 0.5, Size: 0.1},
		Wishes: Wishes{Patience: 5, Hunger: 2, Death: 5, Defeat: 0.5, Guard: 0.05, Hurt: 0.5, Voice: 1, Command: 0.5, Office: 0.5, Idle: 1,
			Shirk: 0.15, Grip: 0.3, Supply: 0.3, Step: 0.05},
		Opening: Opening{
			Member:     [economy.Groups]float64{economy.Workers: 0.12, economy.Peasants: 0.016, economy.Specialists: 0.04, economy.Soldiers: 0.024},
			Ties:       [economy.Groups]float64{0.8, 0.3, 0.4, 0.3, 0.4, 0.6, 0.4},
			Franchise:  0.9,
			Reputation: 0.3,
			Crisis:     0.6,
		},
		Ruling:     DefaultRuling(),
		Centralism: 0.3, Teach: 0.2, Isolation: 1, Comintern: 1, Threat: 1,
		Learned: 1.5, Heads: 0.02, Traders: 0.02, Scattered: 0.2, Hope: 12, Stride: 0.5,
	}
}

// Year takes stock in January: who is how many and how strong, what each
// group would choose, what is punished, how far votes decide, who joins the
// party and rises in it, and what happens abroad. Owned is the share of town
// households to whom firms belong.
func (r *Rules) Year(w *economy.World, s *economy.State, p *behaviour.Primitives, owned float64) {
	if *r == (Rules{}) {
		return
	}
	o := &s.Polity
	first := o.Policy == economy.Policy{}
	c := take(w, s, p, r)
	r.number(s, c, owned)
	if first {
		r.open(s, c)
	}
	r.inForce(w, s)
	r.abroad(w, s)
	r.emulate(w, s, p)
	r.grieve(s)
	r.enforce(s)
	r.stop(w, s, c, owned)
	if !first {
		r.organise(s, c)
	}
	r.weigh(s)
	r.wish(w, s, p)
	r.defend(s)
	r.promote(s, c, owned == 0)
	r.rotate(w, s)
	o.Won = [economy.Cells]float64{}
}

// open founds the polity of the first January.
func (r *Rules) open(s *economy.State, c *census) {
	o, begin := &s.Polity, &r.Opening
	for g := range economy.Groups {
		o.Group[g].Organisation = begin.Ties[g]
		var all float64
		for at := range economy.Regions {
			all += c.people[at][g]
		}
		for at := range economy.Regions {
			if all > 0 {
				o.Party.Member[at][g] = min(begin.Member[g], o.Group[g].Number) * c.people[at][g] / all
			}
		}
	}
	for k := range o.Organised {
		o.Organised[k] = begin.Ties[economy.Workers]
	}
	o.Policy[economy.Franchise] = begin.Franchise
	o.Reputation = begin.Reputation
	for k := range o.Country {
		o.Country[k].Crisis = begin.Crisis
	}
}

// inForce reads the policy in force from what was decided, unless politics
// decides it.
func (r *Rules) inForce(w *economy.World, s *economy.State) {
	if s.Polity.Governs > 0 {
		return
	}
	year, _ := s.Date(w)
	d, x := w.Decided, &s.Polity.Policy
	x[economy.Accumulation] = d.AccumulationShare.At(year)
	x[economy.UnderArms] = d.UnderArms.At(year)
	x[economy.Severity] = d.Repression.At(year)
	x[economy.FarmPrice] = d.ProcurementPrice.At(year)
	x[economy.Collective] = d.CollectiveTarget.At(year)
	x[economy.Requisition] = d.Requisition.At(year)
	x[economy.SkillPay] = s.Terms.Premium
}
