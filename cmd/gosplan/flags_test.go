package main

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/kong"
)

// some is a command line with a flag of every kind.
type some struct {
	Files  []string `arg:"" optional:""`
	Count  int
	Least  *int
	Luck   uint64
	Name   string
	Change []string `sep:"none"`
	Drop   []string
	Loud   bool
	Share  float64
	Time   time.Duration
}

func read(t *testing.T, args ...string) (some, error) {
	t.Helper()
	var got some
	parser, err := kong.New(&got, readers())
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := parser.Parse(args)
	if err == nil {
		err = repeated(parsed)
	}
	return got, err
}

func TestFlagsAreRead(t *testing.T) {
	got, err := read(t, "a,b", "c", "--count", "-3", "--least=-4", "--luck", "7", "--name", "-1", "--change", "P=1,2", "--change", "Q=2", "--drop", "x, y", "--share", "-1e-3", "--time", "90s")
	if err != nil {
		t.Fatal(err)
	}
	if got.Count != -3 || *got.Least != -4 || got.Luck != 7 || got.Name != "-1" || got.Share != -1e-3 || got.Time != 90*time.Second || !slices.Equal(got.Change, []string{"P=1,2", "Q=2"}) ||
		!slices.Equal(got.Drop, []string{"x", "y"}) || !slices.Equal(got.Files, []string{"a,b", "c"}) {
		t.Errorf("read %+v, least %d", got, *got.Least)
	}
}

func TestFlagsAreRefusedInPlainWords(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"--count", "--count: there is no value behind it"},
		{"--count --loud", "--count: there is no value behind it"},
		{"--count 1.5", `--count: "1.5" is not a whole number`},
		{"--count 99999999999999999999", "--count: 99999999999999999999 is too large a number"},
		{"--luck -1", `--luck: "-1" is not a whole number from 0 to 18446744073709551615`},
		{"--share lots", `--share: "lots" is no number; write one such as 0.05`},
		{"--share nan", `--share: "nan" is no number`},
		{"--time abc", `--time: "abc" is no time; write one with its unit`},
		{"--name=", "--name: the word is empty"},
		{"--change --loud", "--change: there is no value behind it"},
		{"--count 1 --count 2", "--count is given more than once"},
		{"--loud --loud", "--loud is given more than once"},
	} {
		if _, err := read(t, strings.Fields(c.args)...); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.args, err, c.want)
		}
	}
}
