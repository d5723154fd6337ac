package parameter

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

type ratchet struct {
	Pull float64 `unit:"share of overfulfilment" range:"0 1" source:"Weitzman 1980" means:"how far next year's target follows this year's output"`
	Lag  int     `unit:"quarters" range:"0 8" source:"assumed" means:"delay of the target"`
}

type bonus struct {
	Pull float64 `unit:"share of pay" range:"-1 3" source:"assumed" means:"bonus at fulfilment"`
}

type plan struct {
	Ratchet ratchet
	Bonus   bonus `keep:"managers must be paid"`
}

type share float64

type sample struct {
	shared
	Plan    plan
	Weight  [3]float64 `unit:"share" range:"0 1" source:"assumed" means:"weight of a good"`
	Sectors [2]bonus
	Far     *ratchet
	Least   float64 `unit:"share" range:"0.1 1" source:"assumed" means:"what no one can do without"`
	Absent  *ratchet
	Note    string `parameter:"-"`
	hidden  float64
}

type shared struct {
	Discount share `unit:"per year" range:"0 0.5" source:"calibrated:saving rate" means:"discount"`
}

func fresh() *sample {
	return &sample{Plan: plan{ratchet{0.5, 4}, bonus{1}}, Weight: [3]float64{0.2, 0.3, 0.5}, Far: &ratchet{Pull: 0.1}, Least: 0.4, hidden: 1}
}

func TestListFollowsTheDeclaration(t *testing.T) {
	var got []string
	for _, p := range List(fresh()) {
		got = append(got, p.Path)
	}
	want := []string{
		"Discount", "Plan.Ratchet.Pull", "Plan.Ratchet.Lag", "Plan.Bonus.Pull", "Weight[0]", "Weight[1]", "Weight[2]",
		"Sectors[0].Pull", "Sectors[1].Pull", "Far.Pull", "Far.Lag", "Least",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	first := List(fresh())[1]
	if want := (Parameter{"Plan.Ratchet.Pull", 0.5, 0, 1, "share of overfulfilment", "Weitzman 1980", "how far next year's target follows this year's output", ""}); first != want {
		t.Errorf("got %+v", first)
	}
	if err := Check(fresh()); err != nil {
		t.Error(err)
	}
}

func TestSetRefuses(t *testing.T) {
	for _, c := range []struct {
		path  string
		value float64
		want  string
	}{
		{"Plan.Rachet.Pull", 0.5, "no parameter Plan.Rachet.Pull; did you mean Plan.Ratchet.Pull?"},
		{"ratchet", 0.5, "no parameter ratchet; did you mean Plan.Ratchet.Pull?"},
		{"Ratchet.Pull", 0.5, "no parameter Ratchet.Pull; did you mean Plan.Ratchet.Pull?"},
		{"Wieght[1]", 0.5, "no parameter Wieght[1]; did you mean Weight[1]?"},
		{"Plan", 0, "no parameter Plan; did you mean Plan.Ratchet.Pull?"},
		{"Entirely.Else", 0, "no parameter Entirely.Else"},
		{"Plan.Ratchet.Pull", 2, "parameter Plan.Ratchet.Pull: 2 is out of range: give a value from 0 to 1 share of overfulfilment"},
		{"Plan.Ratchet.Pull", math.NaN(), "parameter Plan.Ratchet.Pull: NaN is not a finite number"},
		{"Plan.Bonus.Pull", math.Inf(1), "parameter Plan.Bonus.Pull: +Inf is not a finite number"},
		{"Plan.Ratchet.Lag", 1.5, "parameter Plan.Ratchet.Lag: 1.5 is not a whole number that fits: give a value from 0 to 8 quarters"},
	} {
		s := fresh()
		err := Set(s, c.path, c.value)
		if err == nil || err.Error() != c.want {
			t.Errorf("Set(%s, %v): %v, want %s", c.path, c.value, err, c.want)
		}
		if !reflect.DeepEqual(s, fresh()) {
			t.Errorf("Set(%s, %v) changed something", c.path, c.value)
		}
	}
}

func TestWithout(t *testing.T) {
	s := fresh()
	for _, path := range []string{"Plan.Ratchet", "Weight", "Far.Pull"} {
		if err := Without(s, path); err != nil {
			t.Error(err)
		}
	}
	if s.Plan.Ratchet != (ratchet{}) || s.Weight != [3]float64{} || s.Far.Pull != 0 || s.Plan.Bonus.Pull != 1 {
		t.Errorf("left %+v", s)
	}
	if err := Without(s, "Plan.Bonus"); err == nil || err.Error() != "Plan.Bonus cannot be taken out: managers must be paid" {
		t.Error(err)
	}
	if err := Without(s, "Plan.Ratched"); err == nil || !strings.Contains(err.Error(), "did you mean Plan.Ratchet?") {
		t.Error(err)
	}
	if err := Without(s, "Least"); err == nil || !strings.Contains(err.Error(), "cannot be zero: give a value from 0.1 to 1") || s.Least != 0.4 {
		t.Error(err, s.Least)
	}
	want := []string{"Plan", "Plan.Ratchet", "Sectors[0]", "Sectors[1]", "Far"}
	if got := Removable(s); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestResolve(t *testing.T) {
	for _, c := range []struct{ word, path, err string }{
		{"Plan.Ratchet.Pull", "Plan.Ratchet.Pull", ""},
		{"ratchet.pull", "Plan.Ratchet.Pull", ""},
		{"ratchet", "Plan.Ratchet", ""},
		{"PLAN", "Plan", ""},
		{"weight[2]", "Weight[2]", ""},
		{"weight", "Weight", ""},
		{"Pull", "", `"Pull" is not clear: it may be Plan.Ratchet.Pull, Plan.Bonus.Pull, Sectors[0].Pull, Sectors[1].Pull or Far.Pull; write more of the path`},
		{"rachet", "", `no "rachet"; did you mean Plan.Ratchet?`},
		{"", "", `no ""`},
	} {
		path, err := Resolve(fresh(), c.word)
		message := ""
		if err != nil {
			message = err.Error()
		}
		if path != c.path || message != c.err {
			t.Errorf("Resolve(%q) = %q, %q", c.word, path, message)
		}
	}
}

func TestCheckComplains(t *testing.T) {
	var bad struct {
		NoUnit  float64 `range:"0 1" source:"s" means:"m"`
		NoRange float64 `unit:"u" source:"s" means:"m"`
		Wrong   float64 `unit:"u" range:"1 0" source:"s" means:"m"`
		High    float64 `unit:"u" range:"1 2" source:"s" means:"m"`
		Word    string
		Switch  bool
	}
	err := Check(&bad)
	if err == nil {
		t.Fatal("nothing found")
	}
	for _, want := range []string{"NoUnit: no unit", `NoRange: range "": write two numbers`, "Wrong: range \"1 0\": low is not below high", "High: 0 is out of range: give a value from 1 to 2 u", "Word: a string is no parameter", "Switch: a bool"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in\n%v", want, err)
		}
	}
	if n := strings.Count(err.Error(), "\n") + 1; n != 6 {
		t.Errorf("%d complaints:\n%v", n, err)
	}
}

// A setter does what Set does, with its messages.
func TestSetter(t *testing.T) {
	s := fresh()
	set := Setter(s)
	if err := set("Plan.Ratchet.Pull", 0.7); err != nil || s.Plan.Ratchet.Pull != 0.7 {
		t.Errorf("%v, %+v", err, s.Plan)
	}
	for _, c := range []struct {
		path  string
		value float64
	}{{"Plan.Rachet.Pull", 0.5}, {"Plan", 0}, {"Plan.Ratchet.Pull", 2}} {
		err, want := set(c.path, c.value), Set(fresh(), c.path, c.value)
		if err == nil || err.Error() != want.Error() {
			t.Errorf("%s: %v, want %v", c.path, err, want)
		}
	}
}

// What is set is got back, and nothing else moves.
func TestSetMovesOneNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := fresh()
		all := List(s)
		chosen := rapid.IntRange(0, len(all)-1).Draw(t, "which")
		p := all[chosen]
		value := rapid.Float64Range(p.Low, p.High).Draw(t, "value")
		if strings.HasSuffix(p.Path, "Lag") {
			value = math.Trunc(value)
		}
		if err := Set(s, p.Path, value); err != nil {
			t.Fatal(err)
		}
		for i, now := range List(s) {
			want := all[i].Value
			if i == chosen {
				want = value
			}
			if now.Value != want {
				t.Fatalf("%s is %v, not %v", now.Path, now.Value, want)
			}
			if got, err := Get(s, now.Path); err != nil || got != want {
				t.Fatalf("Get(%s) = %v, %v", now.Path, got, err)
			}
		}
	})
}

func FuzzSet(f *testing.F) {
	f.Add("Plan.Ratchet.Pull", 0.5)
	f.Add("Weight[9]", -1.0)
	f.Add("..", math.Inf(-1))
	f.Fuzz(func(t *testing.T, path string, value float64) {
		s := fresh()
		if err := Set(s, path, value); err != nil {
			if !reflect.DeepEqual(s, fresh()) {
				t.Fatal("changed in spite of", err)
			}
		} else if err := Check(s); err != nil {
			t.Fatal(err)
		}
		if resolved, err := Resolve(s, path); err == nil {
			if again, err := Resolve(s, resolved); err != nil || again != resolved {
				t.Fatal(resolved, again, err)
			}
		}
	})
}

// A choice takes what can be chosen and nothing between, whether it is set or
// written in the program.
func TestChoicesAreWhole(t *testing.T) {
	type chosen struct {
		How float64 `unit:"choice" range:"0 2" source:"practice" means:"what is done: 0 nothing, 1 this, 2 that"`
	}
	for _, c := range []struct {
		value float64
		takes bool
	}{{0, true}, {1, true}, {2, true}, {0.5, false}, {1.999, false}, {3, false}} {
		if err := Set(&chosen{}, "How", c.value); (err == nil) != c.takes {
			t.Errorf("%v: %v", c.value, err)
		}
		if err := Check(&chosen{How: c.value}); (err == nil) != c.takes {
			t.Errorf("written %v: %v", c.value, err)
		}
	}
}

func TestWithin(t *testing.T) {
	for _, c := range []struct {
		path, of string
		want     bool
	}{
		{"Labour", "Labour", true},
		{"Labour.Grade[3]", "Labour", true},
		{"Labour.Grade[3]", "Labour.Grade", true},
		{"Labour.Graded", "Labour.Grade", false},
		{"Labour", "Labour.Grade", false},
		{"Plan.Ratchet.Up", "Ratchet", false},
	} {
		if got := Within(c.path, c.of); got != c.want {
			t.Errorf("%s within %s: %v", c.path, c.of, got)
		}
	}
}
