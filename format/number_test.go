package format

import (
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		decimal byte
		text    string
		want    float64
		why     string
	}{
		{'.', "12.5", 12.5, ""},
		{'.', "-0.001", -0.001, ""},
		{'.', "1,234,567.5", 1234567.5, ""},
		{'.', "1e3", 1000, ""},
		{'.', "1 234.5", 1234.5, ""},
		{'.', "−7", -7, ""},
		{'.', "0.21801815945783289962812", 0.21801815945783289962812, ""},
		{',', "12,5", 12.5, ""},
		{',', "1.234.567,5", 1234567.5, ""},
		{',', "1 234,5", 1234.5, ""},
		{',', "7", 7, ""},
		{'.', "12,5", 0, "another decimal sign"},
		{'.', "0,123", 0, "another decimal sign"},
		{',', "12.5", 0, "another decimal sign"},
		{',', "1,5,5", 0, "mixes decimal signs"},
		{'.', "1.5,5", 0, "mixes decimal signs"},
		{'.', "NaN", 0, "no finite number"},
		{'.', "-Inf", 0, "no finite number"},
		{'.', "1e999", 0, "too large"},
		{'.', "0x1p3", 0, "not a number"},
		{'.', "1_000", 0, "not a number"},
		{'.', "12%", 0, "percentage"},
		{'.', "#DIV/0!", 0, "a spreadsheet left"},
		{'.', "twelve", 0, "not a number"},
		{'.', ".", 0, "not a number"},
		{'.', "-", 0, "not a number"},
		{'.', "1 2", 0, "blanks"},
		{'.', "1e", 0, "not a number"},
	} {
		got, why, mend := (manner{c.decimal}).number([]byte(c.text))
		if got != c.want || c.why == "" && why != "" || !strings.Contains(why, c.why) || why != "" && mend == "" {
			t.Errorf("%q with %q is %v (%s; %s), want %v (%s)", c.text, c.decimal, got, why, mend, c.want, c.why)
		}
	}
}

// The fast reader of numbers gives the same bits as Go's, or leaves the number
// to it.
func TestPlainReadsAsGoDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`-?[0-9]{0,18}(\.[0-9]{0,24})?`).Draw(t, "number")
		got, ok := plain([]byte(text))
		want, err := strconv.ParseFloat(text, 64)
		if ok && (err != nil || got != want) {
			t.Errorf("%q is %v, want %v (%v)", text, got, want, err)
		}
	})
}

func TestMannerOfAFile(t *testing.T) {
	for _, c := range []struct {
		numbers []string
		want    byte
		what    string
	}{
		{[]string{"1", "2.5"}, '.', ""},
		{[]string{"1.234", "2.5"}, '.', ""},
		{[]string{"1,234", "2.5"}, '.', ""},
		{[]string{"1,234,567"}, '.', ""},
		{[]string{"1,234.5"}, '.', ""},
		{[]string{"2,5"}, ',', ""},
		{[]string{"0,125"}, ',', ""},
		{[]string{"1.234,5"}, ',', ""},
		{[]string{"2,5", "2.5"}, 0, "mixed"},
		{[]string{"1,234"}, 0, "can be read as"},
		{[]string{"12", "13"}, '.', ""},
	} {
		var e evidence
		for _, n := range c.numbers {
			e.see(n)
		}
		m, what := e.manner("")
		if m.decimal != c.want || c.what == "" && what != "" || !strings.Contains(what, c.what) {
			t.Errorf("%v is read with %q (%s), want %q", c.numbers, m.decimal, what, c.want)
		}
	}
	if m, _ := (evidence{unclear: "1,234"}).manner(","); m.decimal != ',' {
		t.Error("what is asked for does not count")
	}
}
