package replica

import (
	"math"
	"slices"
	"testing"
	"time"

	"gonum.org/v1/gonum/stat"

	"gosplan/draw"
)

// Capacity is that of the machines there are, shares are of one market, and
// goods are made before they are sold.
func TestKSKeepsItsAccounts(t *testing.T) {
	s := newKS().begin(draw.Deck{Seed: 2})
	for range 150 {
		goods := 0.0
		for _, there := range s.inventory {
			goods += there
		}
		s.make()
		for j, made := range s.planned {
			goods += made
			goods -= s.inventory[j]
			if made > s.capacity[j]+1e-6 || s.inventory[j] < 0 || s.unfilled[j] < 0 {
				t.Fatalf("step %d: firm %d makes %v of %v, has %v", s.now, j, made, s.capacity[j], s.inventory[j])
			}
		}
		if math.Abs(goods-s.consumption) > 1e-6*s.consumption {
			t.Fatalf("step %d: %v goods went, %v were sold", s.now, goods, s.consumption)
		}
		s.settle()
		shares := 0.0
		for j := range s.stock {
			machines := 0.0
			for _, v := range s.stock[j] {
				if v.machines < 0 {
					t.Fatalf("step %d: firm %d has %v machines", s.now, j, v.machines)
				}
				machines += v.machines
			}
			if math.Abs(machines*s.Machine-s.capacity[j]) > 1e-6*(1+s.capacity[j]) {
				t.Fatalf("step %d: firm %d has a capacity of %v and machines for %v", s.now, j, s.capacity[j], machines*s.Machine)
			}
			shares += s.share[j]
		}
		if math.Abs(shares-1) > 1e-9 || s.employed > s.Workers*(1+1e-9) {
			t.Fatalf("step %d: shares add up to %v, %v of %v work", s.now, shares, s.employed, s.Workers)
		}
	}
}

// Nobody plans what he cannot pay, and who has most cash over sales is served
// first by the bank.
func TestKSFirmsPayWhatTheyPlan(t *testing.T) {
	s := newKS().begin(draw.Deck{Seed: 3})
	borrowers := 0
	for range 60 {
		s.now++
		s.advertise()
		for j := range s.capacity {
			s.plan(j)
		}
		sound := make([]float64, len(s.cash))
		for j := range sound {
			sound[j] = s.cash[j] / s.sales[j]
		}
		owed := slices.Clone(s.debt)
		s.finance()
		for k, j := range s.queue[1:] {
			if sound[j] > sound[s.queue[k]]+1e-12 {
				t.Fatalf("step %d: firm %d is served after %d", s.now, j, s.queue[k])
			}
		}
		for j := range s.cash {
			costs := s.planned[j]*s.unitCost[j] + (s.expansion[j]+s.renewal[j])*s.Machine*s.toolPrice[s.supplier[j]]
			if costs > s.cash[j]*(1+1e-9)+1e-6 {
				t.Fatalf("step %d: firm %d plans for %v with %v", s.now, j, costs, s.cash[j])
			}
			if s.debt[j] > owed[j] {
				borrowers++
				if s.debt[j] > s.Debt*s.sales[j]*(1+1e-9) {
					t.Fatalf("step %d: firm %d owes %v on sales of %v", s.now, j, s.debt[j], s.sales[j])
				}
			}
		}
		s.produce()
		s.trade()
		s.settle()
	}
	if borrowers == 0 {
		t.Error("nobody borrowed: the test sees nothing")
	}
}

func TestKSLeapIsTheBetaOfThePaper(t *testing.T) {
	s := newKS().begin(draw.Deck{Seed: 9})
	var leaps, entrants []float64
	for i := range 20_000 {
		leaps, entrants = append(leaps, s.leap(askLeap, i)), append(entrants, s.beta(askEntrantTool, i, 2))
	}
	for _, c := range []struct {
		name            string
		x               []float64
		mean, deviation float64
	}{
		{"Beta(3,3) on [−0.15, 0.15]", leaps, 0, 0.15 / math.Sqrt(7)},
		{"Beta(2,4)", entrants, 1.0 / 3, math.Sqrt(8.0 / (36 * 7))},
	} {
		mean, deviation := stat.MeanStdDev(c.x, nil)
		if math.Abs(mean-c.mean) > 0.004 || math.Abs(deviation-c.deviation) > 0.004 {
			t.Errorf("%s: mean %v and deviation %v, want %v and %v", c.name, mean, deviation, c.mean, c.deviation)
		}
	}
}

// The best machines run first.
func TestKSUsesTheBestMachinesFirst(t *testing.T) {
	s := newKS().begin(draw.Deck{Seed: 1})
	s.stock[0] = [vintages]vintage{{1, 1}, {4, 1}, {2, 1}}
	for _, c := range []struct {
		name         string
		output, want float64
	}{
		{"the best alone", s.Machine, 4},
		{"the best two", 2 * s.Machine, 2 / (1.0/4 + 1.0/2)},
		{"all", 3 * s.Machine, 3 / (1.0/4 + 1.0/2 + 1)},
		{"none: what the first would take", 0, 4},
	} {
		if got := s.inUse(0, c.output); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// Whatever the age at which machines are scrapped, those of the first day are
// gone after so many steps, some in every step.
func TestKSScrapsItsFirstMachinesInTime(t *testing.T) {
	for _, age := range []int{2, 3, 7, 18, 19} {
		p := newKS()
		p.Age, p.FirstCapital = age, 2000*p.Machine
		s := p.begin(draw.Deck{Seed: 1})
		for range age {
			before := s.capacity[0]
			s.now++
			if s.plan(0); s.capacity[0] >= before {
				t.Errorf("scrapped at %d: nothing is scrapped in step %d", age, s.now)
			}
		}
		if s.capacity[0] != 0 || s.stock[0] != [vintages]vintage{} {
			t.Errorf("scrapped at %d: %v of the first capacity are left", age, s.capacity[0])
		}
	}
}

// BenchmarkKS is the economy of 250 firms, of which 50 make machines, over
// 300 steps.
func BenchmarkKS(b *testing.B) {
	const steps = 300
	b.ReportAllocs()
	began, least := processor(), time.Duration(math.MaxInt64)
	for b.Loop() {
		at := time.Now()
		s := newKS().begin(draw.Deck{Seed: 1})
		for range steps {
			s.step()
		}
		least = min(least, time.Since(at))
	}
	b.ReportMetric(float64(least.Nanoseconds())/steps, "least-ns/step")
	b.ReportMetric((processor()-began)/float64(b.N)/steps, "processor-ns/step")
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/steps, "ns/step")
}
