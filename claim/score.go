package claim

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"

	"gosplan/draw"
	"gosplan/statistic"
)

// A Score is how many of the tests that tell theories apart one theory gets
// right. A row counts as right if all predictions it makes there are, as wrong
// if one is shown to be false, and as open otherwise, also where the model
// misses the record and so cannot judge.
type Score struct {
	Theory, Name       string
	Right, Wrong, Open int
	Silent             int     // rows on which it says nothing
	Share              float64 // of right ones among the decided; NaN if none is
	Low, High          float64 // 95 % interval of the share of right ones among rows like these, over resampled seeds; NaN if none is decided
	Rows               []Mark  // by tell, by its latest design
	First              []Mark  // by tell, by its first
}

// Speaks is how many rows a theory speaks on.
func (s *Score) Speaks() int { return s.Right + s.Wrong + s.Open }

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

// resample draws the seeds anew, the same for all tests, reads the effects of
// decided rows by their means alone, and draws what share of many rows like these may be right
// when so many of so few were: from the beta distribution with half a right and
// half a wrong row more (Jeffreys). Drawing rows anew would call a theory
// certain that has all of three rows right. Where all rows are right, or none,
// the interval ends at their share, as is usual for that distribution.
func (r *Registry) resample(scores []Score, results map[*Test]*Result) {
	seeds := r.seeds(results)
	deck, question, row := draw.Deck{Seed: 1}, draw.Ask("claim.scores"), draw.Ask("claim.scores.rows")
	shares := make([][]float64, len(scores))
	drawn := make([]int, seeds)
	for n := range resamples {
		for at := range drawn {
			drawn[at] = statistic.Pick(deck.Uniform(question, uint64(n), at), seeds)
		}
		for i := range scores {
			right, decided := r.share(&scores[i], func(t *Test) Sign { return results[t].signOf(drawn) })
			if decided > 0 {
				rows := distuv.Beta{Alpha: right + 0.5, Beta: decided - right + 0.5}
				shares[i] = append(shares[i], rows.Quantile(deck.Uniform(row, uint64(n), i)))
			}
		}
	}
	for i := range scores {
		scores[i].Low, scores[i].High = math.NaN(), math.NaN()
		if seeds >= 2 && len(shares[i]) > 0 {
			slices.Sort(shares[i])
			scores[i].Low = min(scores[i].Share, stat.Quantile(0.025, stat.Empirical, shares[i], nil))
			scores[i].High = max(scores[i].Share, stat.Quantile(0.975, stat.Empirical, shares[i], nil))
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

// share is how many of the rows that a score has decided are right, and how
// many of them are decided.
func (r *Registry) share(score *Score, found func(*Test) Sign) (right, decided float64) {
	for i := range r.Tells {
		if score.Rows[i] != Right && score.Rows[i] != Wrong {
			continue
		}
		switch mark(r.Tells[i].Counts(), score.Theory, found) {
		case Right:
			right++
			decided++
		case Wrong:
			decided++
		}
	}
	return right, decided
}

// signOf reads the mean effect of some seeds against the smallest that counts.
func (r *Result) signOf(seeds []int) Sign {
	sum, n := 0.0, 0
	if r.mute() {
		return Unknown
	}
	for _, seed := range seeds {
		if v, ok := r.By[seed]; ok {
			sum += v
			n++
		}
	}
	if n == 0 {
		return Unknown
	}
	return signOf(sum/float64(n), r.Test.Smallest)
}
