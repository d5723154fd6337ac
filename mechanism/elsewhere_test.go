package mechanism

import (
	"strings"
	"testing"
)

// With those that live elsewhere, no number from M1 to M25 is without a card,
// and none has two.
func TestNoNumberIsMissing(t *testing.T) {
	told := map[int]string{}
	for _, c := range Cards() {
		told[c.Order()] = c.Name
	}
	for _, c := range Elsewhere() {
		if other, twice := told[c.Order()]; twice {
			t.Errorf("%s has a file, %s, and is said to live elsewhere", c.Number, other)
		}
		told[c.Order()] = c.Name
		if !strings.HasPrefix(c.Legend, "Where: ") {
			t.Errorf("%s: %+v", c.Number, c)
		}
	}
	for number := 1; number <= 25; number++ {
		if told[number] == "" {
			t.Errorf("M%d has no card", number)
		}
	}
}
