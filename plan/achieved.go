package plan

import (
	"context"
	"fmt"
	"math"

	"gosplan/production"
)

// The practice of planning from the achieved level (Montias 1959; Levine 1959;
// Manove 1971): how many rounds of balances there is time for, and how far
// each way of closing a gap goes before the next is tried.
const (
	achievedRounds = 3    // two to four in practice
	normCut        = 0.08 // of users' norms: the first resort
	userCut        = 0.25 // of deliveries to users of the last tier, then of those before
	tautness       = 0.05 // of targets, raised without the inputs for it: the last resort
)

// achieved plans as the planning office did: last year's output and a
// percentage, a few rounds of material balances
//
//	x ← A·x + y,
//
// whose residual falls as the spectral radius of A to the power of the round,
// and then the gaps closed on paper: norms are cut a little, then deliveries
// to users of low priority, then targets are raised. Last year is
// Request.From, and needs where there is none. Round k tells the imbalance
// that k rounds leave, the last one what is left when the gaps have been
// closed; Short is what the table's own norms say would be missing.
func achieved(ctx context.Context, t *production.Table, r Request) (*Plan, error) {
	rounds := r.Rounds
	if rounds == 0 {
		rounds = achievedRounds
	}
	limits := capacities(t)
	level := make([][]float64, len(t.Periods))
	var all []Round
	var last []float64
	open := 0.0 // the largest imbalance that is left in any period
	if r.From != nil && len(r.From.Level) > 0 && len(r.From.Level[0]) == t.Ways() {
		last = r.From.Level[len(r.From.Level)-1]
	}
	for period := range t.Periods {
		b := newBooks(t, period, last)
		for k := range b.target {
			b.target[k] *= 1 + r.Growth
		}
		b.run()
		for range rounds {
			b.balance()
			all = append(all, b.state())
			if ctx.Err() != nil {
				break
			}
		}
		level[period] = b.close(limits[period])
		all = append(all, b.state())
		open = max(open, all[len(all)-1].Imbalance)
		last = level[period]
	}
	p := heuristic(t, r, level, nil, nil)
	p.Rounds = all
	if ctx.Err() != nil {
		p.Status = Stopped
	}
	left := "every balance is closed on paper"
	if open > 0.0005 {
		left = fmt.Sprintf("a product is still %.1f %% out of balance on paper", 100*open)
	}
	p.Says = fmt.Sprintf("planned from the achieved level in %d rounds; %s once norms, deliveries and needs are cut, and what the table's own norms then lack is listed as short%s", rounds, left, unbuilt(t))
	return p, nil
}

// books are the balances of a period: one line a product.
type books struct {
	t      *production.Table
	period int
	share  []float64 // [technique] part of its main product, as last year
	target []float64 // [product] gross output
	level  []float64 // [technique]
	need   []float64 // [product] final, net of what comes from outside
	use    []float64 // [product] final need and what techniques use less what they yield besides
	gap    []float64 // [product] paper deficit that is left
	made   []bool    // [product] by some technique
	closed bool
}

// newBooks opens the books with last year's outputs and mix of techniques.
func newBooks(t *production.Table, period int, last []float64) *books {
	b := &books{t: t, period: period,
		share: make([]float64, t.Ways()), level: make([]float64, t.Ways()),
		target: make([]float64, t.N), need: make([]float64, t.N), use: make([]float64, t.N), gap: make([]float64, t.N),
		made: make([]bool, t.N)}
	made, ways := make([]float64, t.N), make([]float64, t.N)
	for way, i := range t.Makes {
		ways[i]++
		b.made[i] = true
		if last != nil {
			made[i] += last[way] * yield(t, way)
		}
	}
	for way, i := range t.Makes {
		b.share[way] = 1 / ways[i]
		if made[i] > 0 {
			b.share[way] = last[way] * yield(t, way) / made[i]
		}
	}
	for i := range b.need {
		need, outside := wanted(t, period, i)
		b.need[i] = need - outside
		b.target[i] = made[i]
		if last == nil && b.made[i] {
			b.target[i] = max(0, b.need[i])
		}
	}
	b.run()
	return b
}

// run sets techniques to the targets and books what is wanted of each product.
func (b *books) run() {
	t := b.t
	for way, i := range t.Makes {
		b.level[way] = 0
		if y := yield(t, way); y > 0 {
			b.level[way] = max(0, b.target[i]) * b.share[way] / y
		}
	}
	copy(b.use, b.need)
	for way, x := range b.level {
		products, amounts := t.Input.Row(way)
		for k, i := range products {
			b.use[i] += amounts[k] * x
		}
		makes(t, way, func(i int, amount float64) {
			if i != int(t.Makes[way]) {
				b.use[i] -= amount * x
			}
		})
	}
}

// balance is one round: every target becomes what users were just told.
func (b *books) balance() {
	for i, use := range b.use {
		if b.made[i] {
			b.target[i] = max(0, use)
		}
	}
	b.run()
}

// state is how far targets and uses are apart.
func (b *books) state() Round {
	if !b.closed {
		return summary(b.target, b.use)
	}
	var r Round
	for i, gap := range b.gap {
		share := gap / max(b.use[i], math.SmallestNonzeroFloat64)
		r.Imbalance = max(r.Imbalance, share)
		r.Mean += share / float64(len(b.gap))
	}
	return r
}

// close closes the gaps on paper and returns the levels that are ordered.
func (b *books) close(capacity []float64) []float64 {
	fit(b.t, b.level, capacity)
	k := newTally(b.t)
	k.count(b.t, b.level)
	for i, inputs := range k.used {
		b.target[i], b.use[i] = k.made[i], b.need[i]+inputs
		b.gap[i] = max(0, b.use[i]-b.target[i])
		b.gap[i] -= min(b.gap[i], normCut*inputs)
	}
	b.cutUsers()
	raise := make([]float64, b.t.N)
	for i := range b.gap {
		more := min(b.gap[i], tautness*b.target[i])
		b.gap[i] -= more
		raise[i] = more / max(b.target[i], math.SmallestNonzeroFloat64)
	}
	for way, i := range b.t.Makes {
		b.level[way] *= 1 + raise[i]
	}
	fit(b.t, b.level, capacity)
	b.closed = true
	return b.level
}

// tier is the place of a product's users in the order in which they are
// spared: 1 is spared longest.
func (b *books) tier(product int) int8 {
	if tiers := b.t.Periods[b.period].Tier; tiers != nil {
		return tiers[product]
	}
	return 1
}

// cutUsers takes what is missing from users, those of the last tier first: of
// techniques by the tier of what they make, and of final needs of that tier.
func (b *books) cutUsers() {
	last := int8(1)
	for i := range b.t.N {
		last = max(last, b.tier(i))
	}
	for rank := last; rank >= 1; rank-- {
		cut := b.cutTier(rank)
		for way := range b.level {
			if b.tier(int(b.t.Makes[way])) != rank {
				continue
			}
			worst := 0.0
			products, _ := b.t.Input.Row(way)
			for _, i := range products {
				worst = max(worst, cut[i])
			}
			b.level[way] *= 1 - worst
		}
	}
}

// cutTier is the share of every product that users of a tier do without.
func (b *books) cutTier(rank int8) []float64 {
	users := make([]float64, b.t.N)
	for way, x := range b.level {
		if b.tier(int(b.t.Makes[way])) != rank {
			continue
		}
		products, amounts := b.t.Input.Row(way)
		for k, i := range products {
			users[i] += amounts[k] * x
		}
	}
	cut := make([]float64, b.t.N)
	for i, of := range users {
		if b.tier(i) == rank {
			of += max(0, b.need[i])
		}
		if of > 0 {
			cut[i] = min(b.gap[i]/of, userCut)
			b.gap[i] -= cut[i] * of
		}
	}
	return cut
}
