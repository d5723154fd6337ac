package report

import "testing"

func TestParagraphsAreMarked(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"plain", "plain"},
		{"with `A.B` 1.25", "with <code>A.B</code> 1.25"},
		{"one ` mark", "one ` mark"},
		{"a < b and `c < d`", "a &lt; b and <code>c &lt; d</code>"},
	} {
		if got := string(marked(c.text)); got != c.want {
			t.Errorf("%q became %q, want %q", c.text, got, c.want)
		}
	}
}
