package mechanism

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/stat"
	"pgregory.net/rapid"
)

func TestAdmissionRefuses(t *testing.T) {
	m := Admission{Full: 15}
	for _, c := range []struct {
		name              string
		least, most, want float64
	}{
		{"schools for few", 2, 5, 1},
		{"half of a year get all they want", 12, 18, 0.5},
		{"places for all", 15, 20, 0},
		{"all get the same, too little", 8, 8, 1},
		{"all get the same, enough", 16, 16, 0},
	} {
		if got := m.Refused(c.least, c.most); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s: %v are refused, want %v", c.name, got, c.want)
		}
	}
}

func TestAdmissionIsLuckWhereNothingCounts(t *testing.T) {
	m := Admission{Capital: 0.4, Favour: 0.5, Full: 15}
	rapid.Check(t, func(t *rapid.T) {
		luck := rapid.Float64Range(0, 0.999999).Draw(t, "luck")
		a := Applicant{Parents: rapid.Float64Range(-4, 4).Draw(t, "parents"), Protected: rapid.Float64Range(-1, 1).Draw(t, "protected")}
		quota, word := rapid.Float64Range(0, 1).Draw(t, "quota"), rapid.Float64Range(0, 1).Draw(t, "protection")
		for name, got := range map[string]float64{
			"off":                  Admission{Full: 15}.Rank(luck, a, 1, quota, word),
			"places for all":       m.Rank(luck, a, 0, quota, word),
			"origin is evened out": m.Rank(luck, a, 1, 1, 0),
		} {
			if got != luck {
				t.Errorf("%s: rank %v of luck %v", name, got, luck)
			}
		}
		if got := m.Rank(luck, a, 1, quota, word); !(got >= 0 && got <= 1) {
			t.Errorf("rank %v", got)
		}
		more := a
		more.Parents += 0.5
		if m.Rank(luck, more, 1, quota, word) < m.Rank(luck, a, 1, quota, word) {
			t.Error("a child of the schooled comes behind another of the same luck")
		}
	})
}

// Places are conserved: the mean rank of a year stays a half. Parents count as
// much as is said, a quota halves it, and protection helps the protected.
func TestAdmissionOfAYear(t *testing.T) {
	const children = 40_000
	m := Admission{Capital: 0.4, Favour: 0.5, Full: 15}
	for _, c := range []struct {
		name              string
		quota, protection float64
		want, ahead       float64 // correlation with parents; how far the protected are before others
	}{
		{"points alone", 0, 0, 0.385, 0},
		{"half by origin", 0.5, 0, 0.192, 0},
		{"officials put in a word", 0, 1, 0.385, 0.13},
	} {
		r := rand.New(rand.NewPCG(7, 8))
		var parents, ranks []float64
		var sum [2]float64
		var n [2]int
		for range children {
			x, protected := r.NormFloat64(), 0
			if r.Float64() < 0.1 {
				protected = 1
			}
			rank := m.Rank(r.Float64(), Applicant{Parents: x, Protected: float64(protected) - 0.1}, 1, c.quota, c.protection)
			parents, ranks = append(parents, x), append(ranks, rank)
			sum[protected] += rank
			n[protected]++
		}
		mean, of := stat.Mean(ranks, nil), stat.Correlation(parents, ranks, nil)
		ahead := sum[1]/float64(n[1]) - sum[0]/float64(n[0])
		if math.Abs(mean-0.5) > 0.01 || math.Abs(of-c.want) > 0.02 || math.Abs(ahead-c.ahead) > 0.03 {
			t.Errorf("%s: mean rank %.3f, correlation %.3f, protected ahead by %.3f; want 0.5, %.3f, %.3f", c.name, mean, of, ahead, c.want, c.ahead)
		}
	}
}
