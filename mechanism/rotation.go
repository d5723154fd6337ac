package mechanism

import "math"

// Rotation — tasks of the head and of the hand take turns.
//
// Claim: who changes tasks loses practice, and what only some knew comes to be
// known by many, so that nobody is paid, or obeyed, for knowing it alone.
//
//	skill after a turn = N + (s − N)·(1 − (1 − l)^(q/2))
//	schooling gained in a turn = Taught·Period·max(0, mean − schooling)
//	premium of the schooled = premium·(1 − Share)
//
// for who takes part, every Period quarters: N is a newcomer's skill, s his
// own, l what is learned in a quarter and q the quarters he has been there, of
// which he spent half at the other task.
//
// Source: Albert and Hahnel 1991 on balanced jobs; Marx 1875; learning by doing as everywhere.
// Ablation: Labour.Rotation; theory expects more output at first and dearer specialists.
type Rotation struct {
	Share  float64 `unit:"share" range:"0 1" source:"scenario" means:"people at work who take turns"`
	Period float64 `unit:"quarters" range:"1 40" source:"assumed: a year" means:"quarters between turns"`
	Taught float64 `unit:"per quarter" range:"0 0.2" source:"assumed: trial economies 0.02" means:"part of what somebody lacks in schooling, against the mean, that the other task teaches"`
}

// Kept is the skill at the other task of who has skill at this one and has
// been here for some quarters; learned is the part of the missing skill
// learned in a quarter.
func (m Rotation) Kept(skill, newcomer, learned, quarters float64) float64 {
	if skill <= newcomer {
		return skill
	}
	return newcomer + (skill-newcomer)*(1-math.Pow(1-learned, quarters/2))
}

// Gained is the schooling, years, that a turn gives to who has some.
func (m Rotation) Gained(school, mean float64) float64 {
	return min(1, m.Taught*m.Period) * max(0, mean-school)
}

// Premium is what is left of the premium of the schooled.
func (m Rotation) Premium(premium float64) float64 { return premium * (1 - m.Share) }
