package mechanism

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestPayScale(t *testing.T) {
	six, even := PayScale{Span: 4, Grades: 6}, PayScale{Span: 4}
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"a newcomer is in the lowest of six grades", six.Grade(0), 0.5},
		{"and stays there until he knows a sixth", six.Grade(0.16), 0.5},
		{"then he is in the second", six.Grade(0.17), math.Pow(4, 0.2-0.5)},
		{"a master is in the highest", six.Grade(1), 2},
		{"who knows more than a master is there too", six.Grade(1.3), 2},
		{"and who knows less than a newcomer is in the lowest", six.Grade(-1), 0.5},
		{"without steps pay rises evenly", even.Grade(0.25), math.Pow(4, -0.25)},
		{"in the middle is the middle", even.Grade(0.5), 1},
		{"a span of one pays all alike", PayScale{Span: 1, Grades: 8}.Grade(0.9), 1},
	} {
		if !near(c.got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
	if (PayScale{Grades: 6, Pieces: 0.5}).Active() {
		t.Error("off: without a span there is a scale")
	}
}

func TestPayScaleSpansWhatItSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[PayScale](t)
		m.Span = some(t, "span", 1, 10)
		less, more := two(t, "know-how", -1, 2)
		rises(t, "more know-how, no less pay", m.Grade(less), m.Grade(more))
		within(t, "pay over the middle", m.Grade(more), 1/math.Sqrt(m.Span), math.Sqrt(m.Span))
		within(t, "highest over lowest", m.Grade(1)/m.Grade(0), m.Span, m.Span)
	})
}
