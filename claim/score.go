package claim

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"

	"gosplan/draw"
	"gosplan/statistic"
)

// A Score is how many of the tests that tell theories apart one theory gets
// right. A row counts as right if all predictions it makes there are, as wrong
// if one is shown to be false, and as open otherwise.
type Score struct {
	Theory, Name       string
	Right, Wrong, Open int
	Silent             int     // rows on which it says nothing
	Share              float64 // of right ones among the decided; NaN if none is
	Low, High          float64 // 95 % interval of the share of right ones among rows that could be run, over resampled seeds
	Best               float64 // share of resamples in which no theory does better
	Rows               []Mark  // by tell, by its latest design
	First              []Mark  // by tell, by its first
}

// A Mark is how a theory did on a row.
type Mark string

// The marks.
const (
	Right  Mark = "right"
	Wrong  Mark = "wrong"
	Open   Mark = "open"
	Silent Mark = "–"
)

// resamples of the seeds behind the intervals of scores.
const resamples = 1000

// Scores rates every theory that speaks to one of the tells.
func (r *Registry) Scores(results map[*Test]*Result) []Score {
	var out []Score
	for _, code := range r.Codes() {
		s := Score{Theory: code, Name: r.Theories[code]}
		for i := range r.Tells {
			told := func(t *Test) Sign { return results[t].Told() }
			m := mark(r.Tells[i].Counts(), code, told)
			s.Rows, s.First = append(s.Rows, m), append(s.First, mark(r.Tells[i].Each(), code, told))
			switch m {
			case Right:
				s.Right++
			case Wrong:
				s.Wrong++
			case Open:
				s.Open++
			default:
				s.Silent++
			}
		}
		if s.Silent == len(r.Tells) {
			continue
		}
		s.Share = math.NaN()
		if n := s.Right + s.Wrong; n > 0 {
			s.Share = float64(s.Right) / float64(n)
		}
		out = append(out, s)
	}
	r.resample(out, results)
	return out
}

// mark judges one row by where effects were found.
func mark(tests []*Test, theory string, found func(*Test) Sign) Mark {
	out := Silent
	for _, t := range tests {
		predicted := t.Predicts[theory]
		if predicted == "" {
			continue
		}
		switch f := found(t); {
		case f == Unknown:
			if out != Wrong {
				out = Open
			}
		case f != predicted:
			out = Wrong
		case out == Silent:
			out = Right
		}
	}
	return out
}

// resample draws the seeds anew, the same for all tests, and says how the
// share of right rows moves when every effect is read by its mean alone.
func (r *Registry) resample(scores []Score, results map[*Test]*Result) {
	seeds := r.seeds(results)
	deck, question := draw.Deck{Seed: 1}, draw.Ask("claim.scores")
	shares, best := make([][]float64, len(scores)), make([]float64, len(scores))
	drawn, now := make([]int, seeds), make([]float64, len(scores))
	for n := range resamples {
		for at := range drawn {
			drawn[at] = statistic.Pick(deck.Uniform(question, uint64(n), at), seeds)
		}
		top := math.Inf(-1)
		for i := range scores {
			now[i] = r.share(scores[i].Theory, func(t *Test) Sign { return results[t].signOf(drawn) })
			if !math.IsNaN(now[i]) {
				shares[i] = append(shares[i], now[i])
				top = max(top, now[i])
			}
		}
		for i, v := range now {
			if v == top {
				best[i]++
			}
		}
	}
	for i := range scores {
		scores[i].Low, scores[i].High, scores[i].Best = math.NaN(), math.NaN(), math.NaN()
		if seeds >= 2 && len(shares[i]) > 0 {
			slices.Sort(shares[i])
			scores[i].Low, scores[i].High = stat.Quantile(0.025, stat.Empirical, shares[i], nil), stat.Quantile(0.975, stat.Empirical, shares[i], nil)
			scores[i].Best = best[i] / resamples
		}
	}
}

// seeds is how many seeds some test has an effect for.
func (r *Registry) seeds(results map[*Test]*Result) int {
	n := 0
	for _, t := range r.TellTests() {
		for seed := range results[t].By { // order does not matter: the largest is sought
			n = max(n, seed+1)
		}
	}
	return n
}

// share is that of right rows among those decided.
func (r *Registry) share(theory string, found func(*Test) Sign) float64 {
	right, decided := 0.0, 0.0
	for i := range r.Tells {
		switch mark(r.Tells[i].Counts(), theory, found) {
		case Right:
			right++
			decided++
		case Wrong:
			decided++
		}
	}
	return right / decided
}

// signOf reads the mean effect of some seeds against the smallest that counts.
func (r *Result) signOf(seeds []int) Sign {
	sum, n := 0.0, 0
	if r.Test.fixed != nil {
		return Unknown
	}
	for _, seed := range seeds {
		if v, ok := r.By[seed]; ok {
			sum += v
			n++
		}
	}
	switch {
	case n == 0:
		return Unknown
	case sum/float64(n) >= r.Test.Smallest:
		return Above
	case sum/float64(n) <= -r.Test.Smallest:
		return Below
	}
	return None
}
