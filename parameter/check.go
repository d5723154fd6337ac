package parameter

import (
	"errors"
	"fmt"
	"math"
)

// Check holds every leaf of root to the rule that a number carries its unit,
// range, source and meaning and lies within its range, and every other field
// to being a struct or a number. It reports all that is wrong at once. It is
// for tests of what holds parameters.
func Check(root any) error {
	var wrong []error
	complain := func(format string, arguments ...any) {
		wrong = append(wrong, fmt.Errorf(format, arguments...))
	}
	for _, e := range entries(root) {
		switch e.kind {
		case other:
			complain("%s: a %s is no parameter; make it a number or tag it `parameter:\"-\"`", e.path, e.value.Type())
		case leaf:
			for _, key := range []string{"unit", "source", "means"} {
				if e.tag.Get(key) == "" {
					complain("%s: no %s; add the tag `%s:\"…\"`", e.path, key, key)
				}
			}
			low, high, err := ParseRange(e.tag.Get("range"))
			if err != nil {
				complain("%s: %w", e.path, err)
				continue
			}
			if v := number(e.value); !(v >= low && v <= high) {
				complain("%s: %s is out of range: %s", e.path, Format(v), extent(low, high, e.tag.Get("unit")))
			} else if e.choice() && v != math.Trunc(v) {
				complain("%s: %s is between two choices", e.path, Format(v))
			}
		}
	}
	return errors.Join(wrong...)
}
