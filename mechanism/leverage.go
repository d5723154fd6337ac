package mechanism

// Leverage is what stops when a group withdraws.
//
// Claim: knowledge that few have, and posts that nobody else can fill, give
// power beyond numbers; where many could step in the same work gives little.
//
//	stopped = Need·posts/(posts + Ready·pool)
//
// of the output that depends on the posts, where pool is who could take them
// over within a quarter.
//
// Source: hold-up after Klein, Crawford and Alchian 1978; strategic position after Perrone 1984 and Wallace, Griffin and Rubin 1989; numbers assumed.
// Ablation: Politics.Leverage; theory expects no group to be able to enforce anything.
type Leverage struct {
	Hands  float64 `unit:"share" range:"0 1" source:"assumed: plant without workers makes nothing" means:"output of a quarter that stops without those who do the work"`
	Guide  float64 `unit:"share" range:"0 1" source:"assumed" means:"output of a quarter that stops without those who know the technique or direct the work"`
	Ready  float64 `unit:"share" range:"0 1" source:"assumed" means:"of those who could take over, who would be at work within a quarter"`
	Beyond float64 `unit:"share" range:"0 1" source:"assumed" means:"output at stake when nobody holds a front that is fully threatened"`
}

// Stopped is the share of output that stops, of what needs the posts by the
// share need, when those who hold them withdraw.
func (m Leverage) Stopped(need, posts, pool float64) float64 {
	if posts <= 0 {
		return 0
	}
	return need * posts / (posts + m.Ready*max(0, pool))
}
