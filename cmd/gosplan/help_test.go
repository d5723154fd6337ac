package main

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/mattn/go-runewidth"

	"gosplan"
)

// Every verb has a line of help and an example that names it.
func TestEveryVerbHasAnExample(t *testing.T) {
	all := reflect.TypeFor[verbs]()
	for i := range all.NumField() {
		field := all.Field(i)
		helper, ok := reflect.New(field.Type).Interface().(interface{ Help() string })
		if !ok {
			t.Errorf("%s has no help", field.Name)
			continue
		}
		if want := "gosplan " + strings.ToLower(field.Name); !strings.Contains(helper.Help(), want) || field.Tag.Get("help") == "" {
			t.Errorf("the help of %s has no example with %q", field.Name, want)
		}
	}
}

// The line of the bar fits any terminal, and says most on a wide one.
func TestProgressLineFits(t *testing.T) {
	p := gosplan.Progress{Year: 1933, Quarter: 2, Done: 0.21, Headlines: [3]gosplan.Headline{
		{Label: "GDP per head", Unit: "1928 = 100", Value: 91.234}, {Label: "Grain", Unit: "Mt", Value: 68.4}, {Label: "Hunger", Unit: "m", Value: 3.1}}}
	for width := range 160 {
		line := progressLine(width, p, 3*time.Second, 0)
		if runewidth.StringWidth(line) > width {
			t.Errorf("width %d: %q", width, line)
		}
	}
	wide := progressLine(160, p, 3*time.Second, 0)
	for _, word := range []string{"1933 Q2", "21%", "left", "█", "GDP per head 91.23", "Grain 68.4 Mt", "Hunger"} {
		if !strings.Contains(wide, word) {
			t.Errorf("%q does not say %q", wide, word)
		}
	}
	if narrow := progressLine(12, p, 3*time.Second, 0); !strings.HasPrefix(narrow, "1933 Q2") {
		t.Errorf("a narrow terminal shows %q", narrow)
	}
}

func TestScale(t *testing.T) {
	for _, c := range []struct {
		text string
		want scale
	}{{"1:10000", 10000}, {"1:1", 1}, {"200000", 200000}, {"1:10_000", 10000}, {"1:0", 0}, {"1:-5", 0}, {"2:10", 0}, {"much", 0}, {"", 0}, {"1:9999999999", 0}} {
		var got scale
		err := got.UnmarshalText([]byte(c.text))
		if got != c.want || (err == nil) != (c.want != 0) {
			t.Errorf("%q gave %d, %v", c.text, got, err)
		}
		if err != nil && !strings.Contains(err.Error(), "1:") {
			t.Errorf("%q: %v does not say how to mend it", c.text, err)
		}
	}
}
