package replica

import (
	"fmt"
	"math"
	"runtime"
	"slices"
	"testing"
	"time"

	"gonum.org/v1/gonum/stat"

	"gosplan/draw"
)

// sized is the economy of the book with so many firms for each of its hundred.
func sized(times int) *Bam {
	p := newBam()
	p.Firms, p.Households, p.Banks = 100*times, 500*times, 10*times
	return p
}

// Every worker is employed by a firm that counts it and pays it, or is idle,
// once.
func TestBamWorkersAreWhereTheyAre(t *testing.T) {
	s := sized(1).begin(draw.Deck{Seed: 3})
	for range 120 {
		s.step()
		seen, labour, wages := make([]int, s.Households), make([]int32, s.Firms), make([]float64, s.Firms)
		for w, h := range s.household {
			at := s.employer[w]
			if at < 0 {
				if h.wage != 0 {
					t.Fatalf("quarter %d: %d earns %v without work", s.now, w, h.wage)
				}
				continue
			}
			if h.wage < s.leastWage-1e-12 {
				t.Fatalf("quarter %d: %d earns %v, the least is %v", s.now, w, h.wage, s.leastWage)
			}
			seen[w]++
			labour[at]++
			wages[at] += h.wage
		}
		for _, at := range s.idle {
			seen[at.worker]++
		}
		for w, n := range seen {
			if n != 1 {
				t.Fatalf("quarter %d: worker %d is in %d places", s.now, w, n)
			}
		}
		for i, f := range s.firm {
			if f.labour != labour[i] || math.Abs(f.wages-wages[i]) > 1e-9 {
				t.Fatalf("quarter %d: firm %d counts %d at %v and has %d at %v", s.now, i, f.labour, f.wages, labour[i], wages[i])
			}
		}
	}
}

// What households spend is what firms take, and goods sold were made.
func TestBamMarketConservesCoinsAndGoods(t *testing.T) {
	s := sized(2).begin(draw.Deck{Seed: 5})
	for range 40 {
		s.step()
	}
	before := s.saved + s.owed*float64(s.Households)
	s.replace()
	s.make()
	s.shop()
	sold := 0.0
	for f, at := range s.shelf {
		if at.stock < 0 || at.stock > at.made {
			t.Errorf("firm %d made %v and has %v", f, at.made, at.stock)
		}
		sold += at.price * (at.made - at.stock)
	}
	if want := before + s.paid - s.saved; math.Abs(sold-want) > 1e-6*want {
		t.Errorf("firms took %v, households gave %v", sold, want)
	}
}

// Banks lend what their capital allows, the sound are served first, and who
// still cannot pay has dismissed.
func TestBamBanksLendWithinTheirCapital(t *testing.T) {
	p := sized(1)
	p.FirstEquity, p.FirstWorth = 0.05, 0.4 // poor firms, poorer banks
	s := p.begin(draw.Deck{Seed: 6})
	granted, refused := 0, 0
	for quarter := range 30 {
		if quarter > 0 {
			s.replace()
		}
		s.make()
		lent := make([]float64, p.Banks)
		borrowed := make([]float64, p.Firms)
		for _, l := range s.loans {
			granted++
			lent[l.bank] += l.principal
			borrowed[l.firm] += l.principal
		}
		for b, coins := range lent {
			if limit := max(0, s.equity[b]) / p.Capital; coins > limit*(1+1e-9)+1e-9 {
				t.Fatalf("quarter %d: bank %d lent %v of %v", s.now, b, coins, limit)
			}
		}
		for i, f := range s.firm {
			if f.wages > s.worth[i]+borrowed[i]+1e-6 && f.labour > 0 {
				t.Fatalf("quarter %d: firm %d pays %v out of %v and a loan of %v", s.now, i, f.wages, s.worth[i], borrowed[i])
			}
			if s.asked[i] > 0 {
				refused++
			}
		}
		s.shop()
		s.expire()
		s.settle()
		if s.failures == p.Firms {
			break
		}
	}
	if granted == 0 || refused == 0 {
		t.Errorf("%d loans and %d refusals: the test sees nothing", granted, refused)
	}
	for _, c := range []struct {
		name string
		a, b borrower
		want int
	}{
		{"the sound before the fragile", borrower{firm: 9, bank: 1, fragility: 0.1}, borrower{firm: 2, bank: 1, fragility: 0.2}, -1},
		{"bank by bank", borrower{firm: 9, bank: 2}, borrower{firm: 2, bank: 1, fragility: 5}, 1},
	} {
		if got := soundFirst(c.a, c.b); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

func TestBamThriftTable(t *testing.T) {
	for _, beta := range []float64{1, 2.5, 4} {
		table := newThrift(beta)
		for x := 0.0; x < 9; x += 0.00123 {
			want := 1 / (1 + math.Pow(math.Tanh(x), beta))
			if got := table.at(x); math.Abs(got-want) > 1e-5 {
				t.Fatalf("β %v: at %v the table has %v, want %v", beta, x, got, want)
			}
		}
	}
}

// However the last cuts lay, the mean is that of the values in between.
func TestTrimTakesTheMiddle(t *testing.T) {
	luck := draw.Deck{Seed: 1}
	for _, c := range []struct {
		name string
		last trim
	}{
		{"nothing known", trim{}}, {"cuts hold", trim{0.05, 0.95}}, {"cuts are too near the ends", trim{0.001, 0.999}},
		{"cuts are beyond the values", trim{-5, 7}}, {"cuts cross", trim{0.9, 0.1}},
	} {
		for _, n := range []int{1, 19, 20, 39, 400, 2000} {
			x := make([]float64, n)
			for i := range x {
				x[i] = luck.Uniform(askFirst, uint64(i), n)
			}
			sorted, cut := slices.Sorted(slices.Values(x)), int(trimShare*float64(n))
			want := stat.Mean(sorted[cut:n-cut], nil)
			last := c.last
			if got := last.mean(x); math.Abs(got-want) > 1e-12 {
				t.Errorf("%s, %d values: %v, want %v", c.name, n, got, want)
			}
		}
	}
}

// The k smallest come first.
func TestPart(t *testing.T) {
	luck := draw.Deck{Seed: 1}
	for n := range 200 {
		x := make([]float64, n)
		for i := range x {
			x[i] = math.Floor(20 * luck.Uniform(askFirst, uint64(i), n))
		}
		want := slices.Sorted(slices.Values(x))
		k := n / 3
		part(x, k)
		head := slices.Sorted(slices.Values(x[:k]))
		if !slices.Equal(head, want[:k]) {
			t.Fatalf("%d of %d: %v, want %v", k, n, head, want[:k])
		}
	}
}

func TestBamSearchFindsDifferentFirmsByWage(t *testing.T) {
	s := sized(1).begin(draw.Deck{Seed: 2})
	for f := range s.firm {
		s.firm[f].offer = float64((f * 37) % 100)
	}
	asked := make([]int, s.Firms)
	for w := range s.Households {
		for _, loyal := range []int32{-1, int32(w % s.Firms)} {
			firms := s.search(seeker{int32(w), loyal})
			rest := firms[:]
			if loyal >= 0 {
				if firms[0] != loyal {
					t.Fatalf("worker %d asks %v first, not its old employer %d", w, firms, loyal)
				}
				rest = rest[1:]
			}
			for i, f := range firms {
				if slices.Contains(firms[:i], f) {
					t.Fatalf("worker %d asks %v", w, firms)
				}
			}
			for i := 1; i < len(rest); i++ {
				if s.firm[rest[i]].offer > s.firm[rest[i-1]].offer {
					t.Fatalf("worker %d asks %v out of the order of wages", w, rest)
				}
			}
			if loyal < 0 {
				for _, f := range firms {
					asked[f]++
				}
			}
		}
	}
	if least, most := slices.Min(asked), slices.Max(asked); least < 4 || most > 45 {
		t.Errorf("of %d applications a firm got %d to %d", 4*s.Households, least, most)
	}
}

// The number of cores shows nowhere, also where blocks are worked on at once.
func TestBamIsTheSameOnAnyNumberOfCores(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	lived := func(cores int) *bamState {
		runtime.GOMAXPROCS(cores)
		s := sized(100).begin(draw.Deck{Seed: 4})
		for range 15 {
			s.step()
		}
		return s
	}
	one, more := lived(1), lived(3)
	if !slices.Equal(one.household, more.household) || !slices.Equal(one.worth, more.worth) || one.meanPrice != more.meanPrice {
		t.Error("one core and three give different economies")
	}
}

// BenchmarkBam reports, besides the mean, the least time of a single period,
// which a busy machine disturbs least, and the time of processors.
func BenchmarkBam(b *testing.B) {
	for _, times := range []int{1, 10, 100, 200} {
		p := sized(times)
		b.Run(fmt.Sprintf("agents=%d", p.Firms+p.Households+p.Banks), func(b *testing.B) {
			s := p.begin(draw.Deck{Seed: 1})
			for range 100 {
				s.step()
			}
			b.ReportAllocs()
			began, least := processor(), time.Duration(math.MaxInt64)
			for b.Loop() {
				at := time.Now()
				s.step()
				least = min(least, time.Since(at))
			}
			b.ReportMetric(float64(least.Nanoseconds()), "least-ns")
			b.ReportMetric((processor()-began)/float64(b.N), "processor-ns/op")
		})
	}
}
