package mechanism

// Cuts — M2. The office cuts requests because it has learned that they are
// inflated.
//
// Claim: who asks for what he needs gets less; so all ask for more.
//
//	c' = c + Learning·(1 − 1/Z − c)
//
// where Z is requests over needs as the norms show them.
//
// Source: Levine 1959; Berliner 1957.
// Ablation: Supply.Cuts; theory expects requests to fall to what is needed.
type Cuts struct {
	Learning float64 `unit:"per quarter" range:"0 1" source:"assumed" means:"how fast the office learns how far requests are inflated"`
	Most     float64 `unit:"share" range:"0 0.8" source:"assumed" means:"largest cut"`
}

// Next is the cut after a quarter of requests at z times the need.
func (m Cuts) Next(cut, z float64) float64 {
	return min(m.Most, max(0, cut+m.Learning*(1-1/max(1, z)-cut)))
}
