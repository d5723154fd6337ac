package mechanism

import "math"

// Bureaucracy — M20. Offices grow with what stays unsettled.
//
// Claim: who heads an office answers for what the enterprises under it cannot
// settle. Every failure of supply makes work for the office, and posts are asked
// for until one more would cost the head as much as it spares him.
//
//	m = clients·(1 + Allotted·p + Failed·t)
//	n = argmax −blame·m/(1 + n/(Work·m)) − n/Work = Work·m·(√blame − 1)
//
// approached at Speed, where m are the matters of an office, clients the staff of
// the enterprises under it, p is 1 when their inputs are allotted, t the share of
// their orders that fail, remembered over Memory, and blame what the head stands to
// lose by matters unsettled over what posts for them cost him, which institutions set.
// With none of it offices keep the posts they have.
//
// Source: the form and n are ours; Niskanen 1971 on heads who gain by staff; Figes 1996
// (officials 0.6 to 2.4 million 1917–21); Lewin 1985.
// Ablation: Behaviour.Bureaucracy; theory expects fewer officials and, at first, more late deliveries.
type Bureaucracy struct {
	Work     float64 `unit:"officials per employee" range:"0 0.2" source:"assumed" means:"officials with whom half of an office's matters stay unsettled"`
	Allotted float64 `unit:"ratio" range:"0 3" source:"assumed" means:"matters of allotment over those of a client who buys by himself"`
	Failed   float64 `unit:"ratio" range:"0 10" source:"assumed: with officials of 1917-21 in sight" means:"matters of a client none of whose orders are filled, over those of one who lacks nothing"`
	Memory   float64 `unit:"quarters" range:"1 40" source:"assumed" means:"quarters over which failed orders are remembered"`
	Speed    float64 `unit:"per year" range:"0 3" source:"assumed" means:"how fast posts are asked for"`
}

// Posts are those that the head of an office wants, in the unit of clients.
func (m Bureaucracy) Posts(clients, planned, trouble, blame float64) float64 {
	if blame <= 1 {
		return 0
	}
	return m.Work * clients * (1 + m.Allotted*planned + m.Failed*trouble) * (math.Sqrt(blame) - 1)
}

// Remembered is the share of orders that fail, as it is remembered after a quarter
// in which some part failed.
func (m Bureaucracy) Remembered(trouble, failed float64) float64 {
	return trouble + (failed-trouble)/max(1, m.Memory)
}
