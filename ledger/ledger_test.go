package ledger

import (
	"testing"

	"gosplan/unit"
)

// Whatever is paid and in whichever direction, money adds up to what it was.
func FuzzPayKeepsMoney(f *testing.F) {
	f.Add(int64(100), int64(0), int64(30))
	f.Add(int64(-5), int64(8), int64(-30))
	f.Fuzz(func(t *testing.T, a, b, m int64) {
		const most = 1 << 60
		if max(a, b, m) > most || min(a, b, m) < -most {
			t.Skip()
		}
		from, to := Purse{unit.Kopecks(a)}, Purse{unit.Kopecks(b)}
		Pay(&from, &to, unit.Kopecks(m))
		if from.Held()+to.Held() != unit.Kopecks(a+b) || to.Held() != unit.Kopecks(b+m) {
			t.Errorf("%d and %d became %d and %d by paying %d", a, b, from.Held(), to.Held(), m)
		}
		from, to = Purse{unit.Kopecks(a)}, Purse{unit.Kopecks(b)}
		moved := PayUpTo(&from, &to, unit.Kopecks(m))
		if moved < 0 || moved > max(0, unit.Kopecks(m)) || from.Held() < min(0, unit.Kopecks(a)) {
			t.Errorf("PayUpTo moved %d of %d, with %d in the purse", moved, m, a)
		}
		if from.Held()+to.Held() != unit.Kopecks(a+b) {
			t.Errorf("PayUpTo lost %d", unit.Kopecks(a+b)-from.Held()-to.Held())
		}
	})
}

// A store is never overdrawn, and what leaves one arrives in the other.
func FuzzShipAndUseNeverOverdraw(f *testing.F) {
	f.Add(10.0, 3.0)
	f.Add(10.0, 30.0)
	f.Add(10.0, -3.0)
	f.Add(0.0, 1e-300)
	f.Fuzz(func(t *testing.T, held, want float64) {
		if !(held >= 0 && held < 1e12 && want > -1e12 && want < 1e12) {
			t.Skip()
		}
		from, to := Store{held}, Store{}
		moved := Ship(&from, &to, want)
		if moved < 0 || moved > held || moved > max(0, want) || from.Held() < 0 || to.Held() != moved || from.Held() != held-moved {
			t.Errorf("Ship(%v of %v) moved %v and left %v", want, held, moved, from.Held())
		}
		var tally Tally
		store := Store{held}
		used := tally.Use(&store, want)
		if used != moved || tally.Used != used || tally.Made != 0 || store.Held() != from.Held() {
			t.Errorf("Use(%v of %v) used %v, counted %v, left %v", want, held, used, tally.Used, store.Held())
		}
		tally = Tally{}
		store = Store{held}
		tally.Make(&store, want)
		if made := max(0, want); tally.Made != made || store.Held() != held+made || tally.Used != 0 {
			t.Errorf("Make(%v) onto %v left %v and counted %v", want, held, store.Held(), tally.Made)
		}
	})
}

func TestTallyAdds(t *testing.T) {
	a, b := Tally{1, 2}, Tally{10, 20}
	if a.Add(b); a != (Tally{11, 22}) {
		t.Errorf("sum is %v", a)
	}
}
