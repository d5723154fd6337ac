package claim

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A term is an arm and its weight in a comparison.
type term struct {
	weight float64
	arm    string
}

// readTerms reads "plan - 0.5 trusts": names of arms with a sign between them
// and, if it is not one, a weight before them, all apart by blanks.
func readTerms(text string) ([]term, error) {
	var out []term
	sign, weight, signed := 1.0, 1.0, true
	for _, word := range strings.Fields(text) {
		switch number, err := strconv.ParseFloat(word, 64); {
		case word == "+" || word == "-":
			if signed {
				return nil, fmt.Errorf("%q: no arm before %q", text, word)
			}
			if signed = true; word == "-" {
				sign = -1
			}
		case err == nil:
			weight = number
		case !signed:
			return nil, fmt.Errorf("%q: no sign before %q", text, word)
		default:
			out = append(out, term{sign * weight, word})
			sign, weight, signed = 1, 1, false
		}
	}
	if signed {
		return nil, fmt.Errorf("%q: it must end with an arm", text)
	}
	return out, nil
}

// sortedKeys are the keys of a map in order.
func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
