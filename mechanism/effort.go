package mechanism

// Effort — M11. Workers give the effort that pays them.
//
// Claim: effort follows what a wage can buy, the fear of losing the post or
// of the law, and a say in the work; shortage in the shops takes the sense
// out of piece rates.
//
//	e* = Base + Voice·v + [Piece·ω·(1−ς) + Fear·D]/Curvature
//
// where ω is the real wage over its habitual level, ς the share of purchases
// that fail, D the cost of losing the post (idle months a dismissed worker
// expects times the monitoring, or the penalty of the law), v the voice of
// workers. It maximises e·Piece·ω(1−ς) + Fear·D·e − Curvature/2·(e−e0)².
//
// Source: Shapiro and Stiglitz 1984 (fear of unemployment); Filtzer 1986 and
// Granick 1987 (norms and job rights); Ticktin 1992 (voice).
// Ablation: Behaviour.Effort.Piece, Behaviour.Effort.Fear or Behaviour.Effort.Voice; theory expects output per worker to fall by what the channel carries.
type Effort struct {
	Base      float64 `unit:"1 = full" range:"0 1.2" source:"trial economies; assumed" means:"effort given for nothing"`
	Piece     float64 `unit:"1 = full" range:"0 1" source:"trial economies; assumed" means:"weight of what piece work buys"`
	Fear      float64 `unit:"1 = full" range:"0 1" source:"trial economies; assumed" means:"weight of the fear of losing the post or of the law"`
	Voice     float64 `unit:"1 = full" range:"0 1" source:"assumed" means:"weight of a say in the work"`
	Curvature float64 `unit:"utility" range:"0.5 10" source:"trial economies; assumed" means:"how fast more effort hurts"`
}

// Usual is the effort at a habitual wage, a tenth of purchases failing and no
// fear. Effort is reported relative to it.
func (m Effort) Usual() float64 { return max(0.05, m.Chosen(1, 0.1, 0, 0)) }

// Chosen is the effort e* that a worker gives, between 0.3 and 1.2 of full.
func (m Effort) Chosen(realWage, shortage, danger, voice float64) float64 {
	pull := m.Piece*realWage*(1-shortage) + m.Fear*danger
	if m.Curvature > 0 {
		pull /= m.Curvature
	}
	return min(1.2, max(0.3, m.Base+m.Voice*voice+pull))
}
