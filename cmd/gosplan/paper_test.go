package main

import (
	"strings"
	"testing"
)

// A line goes on under what it says and not under its label, and a wide paper
// changes nothing.
func TestRecite(t *testing.T) {
	for _, c := range []struct {
		name  string
		width int
		text  string
		want  string
	}{
		{"no limit", 0, "   a label   one two three four five six\n", "   a label   one two three four five six\n"},
		{"room enough", 60, "E1  one\n\n   scale  two\n", "E1  one\n\n   scale  two\n"},
		{"under the words", 30, "   scale      one two three four five\n", "   scale      one two three\n              four five\n"},
		{"under the first word", 30, "Verdict: one two three four five six\n", "Verdict: one two three four\nfive six\n"},
		{"indented", 30, "      plan: one two three four five\n", "      plan: one two three four\n      five\n"},
		{"a label that leaves no room", 24, "              plan: one two three\n", "              plan: one\ntwo three\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b strings.Builder
			recite(&paper{w: &b, width: c.width}, c.text)
			if b.String() != c.want {
				t.Errorf("got\n%swant\n%s", b.String(), c.want)
			}
		})
	}
}
