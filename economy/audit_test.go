package economy

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"testing"
	"unsafe"

	"gosplan/ledger"
	"gosplan/unit"
)

// places visits every Purse and Store in a value, with its path.
func places(v reflect.Value, path string, purse func(string, *ledger.Purse), store func(string, *ledger.Store)) {
	switch at := v.Addr().Interface().(type) {
	case *ledger.Purse:
		purse(path, at)
		return
	case *ledger.Store:
		store(path, at)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				places(v.Field(i), path+"."+f.Name, purse, store)
			}
		}
	case reflect.Slice, reflect.Array:
		if holds(v.Type().Elem()) {
			for i := range v.Len() {
				places(v.Index(i), fmt.Sprintf("%s[%d]", path, i), purse, store)
			}
		}
	}
}

// holds tells whether a type has purses or stores inside.
func holds(t reflect.Type) bool {
	switch t {
	case reflect.TypeFor[ledger.Purse](), reflect.TypeFor[ledger.Store]():
		return true
	}
	switch t.Kind() {
	case reflect.Struct:
		for i := range t.NumField() {
			if holds(t.Field(i).Type) {
				return true
			}
		}
	case reflect.Slice, reflect.Array:
		return holds(t.Elem())
	}
	return false
}

// goodAt is the good a store keeps, by where it is.
func goodAt(s *State, path string) (Good, bool) {
	var i, j, k int
	scan := func(format string, into ...any) bool {
		n, err := fmt.Sscanf(path, format, into...)
		return err == nil && n == len(into)
	}
	farm := func(k int) (Good, bool) { return [2]Good{Grain, Produce}[k], true }
	last := regexp.MustCompile(`\[(\d+)\]$`).FindStringSubmatch(path)
	if last != nil {
		fmt.Sscan(last[1], &k)
	}
	kind := regexp.MustCompile(`\[\d+\]`).ReplaceAllString(path, "")
	switch kind {
	case ".Block.House.Grain", ".Village.Grain", ".Centre.Granary":
		return Grain, true
	case ".Block.House.Larder", ".Centre.Barn":
		return Produce, true
	case ".Block.Counter.Stock", ".Shop.Stock", ".Enterprise.In":
		return Good(k), true
	case ".Block.Counter.Under", ".Shop.Aside":
		return Consumer, true
	case ".Centre.Landed":
		return Machinery, true
	case ".Block.Pool.Market", ".Block.Pool.Barn", ".Block.Pool.Hired", ".Region.Market":
		return farm(k)
	case ".Enterprise.Out":
		if scan(".Enterprise[%d].Out", &i) {
			return s.Enterprise[i].Good, true
		}
	case ".Branch.Depot":
		if scan(".Branch[%d].Depot", &j) {
			return Good(j), true
		}
	}
	return 0, false
}

// No kopeck and no grain can leave the world by a place that the audit does
// not look into: every purse and every store of the State is corrupted in
// turn, and every time the audit says so and names what is wrong.
func TestEveryPurseAndStoreIsAudited(t *testing.T) {
	_, s := country(1, 5_000_000)
	if err := s.Check(); err != nil {
		t.Fatalf("the first day: %v", err)
	}
	purses, stores := 0, 0
	seen := map[string]int{} // kinds of place; a few of each kind are enough
	rare := func(path string) bool {
		kind := regexp.MustCompile(`\[\d+\]`).ReplaceAllString(path, "")
		seen[kind]++
		return seen[kind] <= 25
	}
	places(reflect.ValueOf(s).Elem(), "", func(path string, p *ledger.Purse) {
		if !rare(path) {
			return
		}
		purses++
		held := (*unit.Kopecks)(unsafe.Pointer(p))
		*held++
		var leak *Leak
		if err := s.Check(); !errors.As(err, &leak) || leak.What != "money" || leak.By != 1 {
			t.Errorf("a kopeck planted in %s: the audit says %v", path, err)
		}
		if s.CheckMoney() == nil {
			t.Errorf("a kopeck planted in %s: the audit of money alone does not see it", path)
		}
		*held--
	}, func(path string, at *ledger.Store) {
		if !rare(path) {
			return
		}
		stores++
		good, known := goodAt(s, path)
		if !known {
			t.Errorf("%s: which good is kept there? Tell the audit and this test", path)
			return
		}
		if good == Office { // the depot of offices has no good
			return
		}
		held := (*float64)(unsafe.Pointer(at))
		before := *held
		*held += 1e-3
		var leak *Leak
		if err := s.Check(); !errors.As(err, &leak) || leak.What != GoodNames[good] {
			t.Errorf("%s planted in %s: the audit says %v", GoodNames[good], path, err)
		}
		*held = before
	})
	if purses < 100 || stores < 200 {
		t.Errorf("only %d purses and %d stores were tried", purses, stores)
	}
	if err := s.Check(); err != nil {
		t.Errorf("after all is put back: %v", err)
	}
}

// What is made or used and not entered is a leak; what is entered is none.
func TestGoodsMadeOffTheBooksAreALeak(t *testing.T) {
	for _, c := range []struct {
		name string
		act  func(*State) (made ledger.Tally)
	}{
		{"made", func(s *State) (t ledger.Tally) { t.Make(&s.Branch[Machinery].Depot, 0.01); return t }},
		{"used", func(s *State) (t ledger.Tally) { t.Use(&s.Branch[Machinery].Depot, 0.01); return t }},
	} {
		_, s := country(1, 5_000_000)
		tally := c.act(s)
		var leak *Leak
		if err := s.Check(); !errors.As(err, &leak) || leak.What != "machinery" {
			t.Errorf("%s and not entered: %v", c.name, err)
		}
		s.Audit.Take(Machinery, tally)
		if err := s.Check(); err != nil {
			t.Errorf("%s and entered: %v", c.name, err)
		}
	}
}

// Not a number is a leak too, wherever it lies.
func TestNotANumberIsALeak(t *testing.T) {
	_, s := country(1, 5_000_000)
	nan := 0.0
	*(*float64)(unsafe.Pointer(&s.Centre.Granary)) = nan / nan
	if err := s.Check(); err == nil {
		t.Error("the granary holds NaN and the books are in order")
	}
}

// Money that can no longer be counted ends a run before it turns negative.
func TestMoneyBeyondCounting(t *testing.T) {
	for _, c := range []struct {
		name   string
		issued unit.Kopecks
		want   error
	}{{"a great deal", countable / 2, nil}, {"too much", countable, ErrWorthless}} {
		_, s := country(1, 5_000_000)
		ledger.Pay(&s.Centre.Treasury, &s.Cell[0].Purse, c.issued)
		ledger.Pay(&s.Centre.Treasury, &s.Cell[0].Purse, 1)
		if err := s.Issued(); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}
