package behaviour

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat"

	"gosplan/draw"
	"gosplan/economy"
	"gosplan/mechanism"
)

// leavers are houses with two elders of some schooling and one of sixteen.
func leavers(p *Primitives, houses int) (*life, []float64) {
	b := &economy.Block{}
	l := &life{w: &economy.World{Deck: draw.Deck{Seed: 3}, Weight: 1000}, s: &economy.State{}, p: p, b: b, month: 1000, school: 6}
	var known []float64
	for i := range houses {
		at := int32(len(b.House))
		b.House = append(b.House, economy.House{Village: -1})
		years := uint8(10 + i*70/houses)
		for k := range 2 {
			b.Person = append(b.Person, economy.Person{House: at, Luck: uint32(7*i + k), Born: int16(l.month - 12*40), Flags: economy.Alive, School: years})
		}
		b.Person = append(b.Person, economy.Person{House: at, Luck: uint32(7*i + 3), Born: int16(l.month - 12*15), Flags: economy.Alive})
		known = append(known, float64(years)/10)
	}
	for range 2 { // the second count knows what the first found at home
		b.Sum = economy.BlockSum{}
		for i := range b.House {
			atHome(&b.House[i])
		}
		for i := range b.Person {
			p := &b.Person[i]
			l.learns(p, &b.House[p.House], p.Years(l.month))
		}
	}
	for i := range b.House {
		atHome(&b.House[i])
	}
	l.schools = admissions(p, l.school, &b.Sum)
	return l, known
}

func TestChildrenOfTheSchooledGetFurther(t *testing.T) {
	const houses = 4000
	for _, c := range []struct {
		name      string
		admission mechanism.Admission
		quota     float64
		low, high float64 // correlation with what was known at home
	}{
		{"points count", mechanism.Admission{Capital: 0.4, Full: 15}, 0, 0.33, 0.45},
		{"origin counts", mechanism.Admission{Capital: 0.4, Full: 15}, 1, -0.05, 0.05},
		{"luck alone", mechanism.Admission{}, 0, -0.05, 0.05},
	} {
		p := Default()
		p.Admission = c.admission
		l, known := leavers(&p, houses)
		l.s.Terms.Quota = c.quota
		var got []float64
		for i := range l.b.Person {
			if x := &l.b.Person[i]; x.School == 0 {
				l.grow(x, &l.b.House[x.House])
				got = append(got, float64(x.School)/10)
			}
		}
		if len(got) != houses {
			t.Fatalf("%s: %d left school", c.name, len(got))
		}
		if r := stat.Correlation(known, got, nil); r < c.low || r > c.high {
			t.Errorf("%s: correlation %.3f, want %.2f to %.2f", c.name, r, c.low, c.high)
		}
		if mean := stat.Mean(got, nil); mean < 5.8 || mean > 6.2 {
			t.Errorf("%s: %.2f years for each where there are places for 6", c.name, mean)
		}
	}
}

// Those of a year are as many years apart whether the year learned long or not, as far as it learned that
// long, and on average get what there are places for.
func TestSchoolingOfAYearIsSpreadByYears(t *testing.T) {
	for _, c := range []struct{ mean, spread float64 }{{3, 3 / math.Sqrt(3)}, {6, 5 / math.Sqrt(3)}, {9, 5 / math.Sqrt(3)}} {
		p := Default()
		l := &life{w: &economy.World{Deck: draw.Deck{Seed: 3}, Weight: 1000}, s: &economy.State{}, p: &p, month: 1000, school: c.mean}
		var got []float64
		for i := range 4000 {
			x := economy.Person{Luck: uint32(i), Flags: economy.Alive}
			l.grow(&x, &economy.House{Village: -1})
			got = append(got, float64(x.School)/10)
		}
		if mean, spread := stat.MeanStdDev(got, nil); math.Abs(mean-c.mean) > 0.15 || math.Abs(spread-c.spread) > 0.1 {
			t.Errorf("%.2f years with a deviation of %.2f, want %v and %.2f", mean, spread, c.mean, c.spread)
		}
	}
}

// Who has left school does not leave it again, even if she gives up a post at
// sixteen for a child, so that nothing else tells her from one who has not.
func TestNobodyIsSchooledTwice(t *testing.T) {
	p := Default()
	l, _ := leavers(&p, 50)
	for i := range l.b.Person {
		x := &l.b.Person[i]
		if x.School != 0 {
			continue
		}
		x.Born = int16(l.month - 12*16)
		l.b.House[x.House].Members = 3
		for _, before := range []uint8{0, 33} {
			x.Job, x.Tenure, x.School = economy.AtHome, 0, before
			l.quarter(i, [2]float64{1, 1})
			if after := l.b.Person[i].School; after == 0 || before != 0 && after != before {
				t.Fatalf("somebody of sixteen had %d and has %d", before, after)
			}
		}
	}
}
