package schedule

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/par"
)

// Every kind of row is due in the months its name says.
func TestDue(t *testing.T) {
	for _, c := range []struct {
		when When
		want []int
	}{
		{Month, []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}},
		{QuarterOpen, []int{0, 3, 6, 9}},
		{QuarterEnd, []int{2, 5, 8, 11}},
		{YearOpen, []int{0}},
	} {
		for _, year := range []int{0, 31} {
			var got []int
			for month := range 12 {
				if c.when.Due(12*year + month) {
					got = append(got, month)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%s is due in %v, want %v", c.when, got, c.want)
			}
		}
	}
}

// note is a row that leaves its name.
func note(names *[]string, when When, name string) Row {
	return Row{When: when, Who: "somebody", Does: name, Act: func(*economy.World, *economy.State) { *names = append(*names, name) }}
}

// Rows act from top to bottom; in a first month what opens a quarter acts too.
func TestStepKeepsTheOrder(t *testing.T) {
	var got []string
	table := Table{note(&got, Month, "first"), note(&got, QuarterOpen, "opens"), note(&got, QuarterEnd, "closes"), note(&got, Month, "last")}
	for _, c := range []struct {
		month int
		fresh bool
		want  string
	}{{0, false, "first opens last"}, {1, false, "first last"}, {1, true, "first opens last"}, {11, false, "first closes last"}} {
		got = nil
		if err := table.Step(nil, &economy.State{Month: c.month}, true, c.fresh); err != nil {
			t.Fatal(err)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("month %d, fresh %v: %v, want %s", c.month, c.fresh, got, c.want)
		}
	}
}

// A leak of money is reported by the row that made it and stops the month;
// without the audit it is still found when the month ends.
func TestALeakIsNamed(t *testing.T) {
	var outside ledger.Purse // no part of the State: money paid there is lost
	var after []string
	table := Table{
		note(&after, Month, "honest"),
		{Month, "thief", "carries money out of the world", "Centre", func(_ *economy.World, s *economy.State) { ledger.Pay(&s.Centre.Treasury, &outside, 7) }},
		note(&after, Month, "later"),
	}
	err := table.Step(nil, &economy.State{}, true, false)
	var breach *Breach
	if !errors.As(err, &breach) || breach.Row.Who != "thief" {
		t.Fatalf("the error is %v", err)
	}
	var leak *economy.Leak
	if !errors.As(err, &leak) || leak.What != "money" || leak.By != -7 {
		t.Errorf("the cause is %v", err)
	}
	for _, word := range []string{"thief", "carries money out of the world", "money", "7"} {
		if !strings.Contains(err.Error(), word) {
			t.Errorf("%q does not say %q", err, word)
		}
	}
	if slices.Contains(after, "later") {
		t.Error("the month went on after the leak")
	}
	if err := table.Step(nil, &economy.State{}, false, false); err == nil {
		t.Error("without the audit the leak is not found at all")
	}
}

// A panic is an error that names the act, also where a worker of many panics.
func TestAPanicIsAnErrorOfItsAct(t *testing.T) {
	for name, act := range map[string]Act{
		"alone":     func(*economy.World, *economy.State) { panic("planted") },
		"in a gang": func(*economy.World, *economy.State) { par.Blocks(8, func(int) { panic("planted") }) },
	} {
		err := Table{{Month, "somebody", "falls over", "nothing", act}}.Step(nil, &economy.State{}, false, false)
		if err == nil || !strings.Contains(err.Error(), "falls over") || !strings.Contains(err.Error(), "planted") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
