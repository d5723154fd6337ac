package parameter

import (
	"fmt"
	"strings"
	"unicode"
)

// longest is the length beyond which a word is no misspelling of a name.
const longest = 120

// Nearest returns the name that somebody who typed word may have meant, or ""
// when none is close. It counts letters added, left out, changed and swapped,
// does not mind the case, and also looks at runs of elements inside a name,
// so that "ratchet" finds "Plan.Ratchet.Pull". The first of several equally
// near names wins.
func Nearest(word string, among []string) string {
	typed := fold(word)
	if len(typed) == 0 || len(typed) > longest {
		return ""
	}
	best, found := 1<<30, ""
	for _, name := range among {
		if s, near := score(typed, fold(name)); near && s < best {
			best, found = s, name
		}
	}
	return found
}

// Suggest is a half sentence for an error message, "; did you mean X?", or ""
// when no name is near.
func Suggest(word string, among []string) string {
	if n := Nearest(word, among); n != "" {
		return fmt.Sprintf("; did you mean %s?", n)
	}
	return ""
}

// Match turns what somebody typed into one of the names: the name itself, or
// its last elements if they end one name only, whatever the case.
func Match(word string, among []string) (string, error) {
	var ends []string
	typed := string(fold(word))
	for _, name := range among {
		if name == word {
			return name, nil
		}
	}
	for _, name := range among {
		folded := string(fold(name))
		if folded == typed {
			return name, nil
		}
		if typed != "" && strings.HasSuffix(folded, "."+typed) {
			ends = append(ends, name)
		}
	}
	switch len(ends) {
	case 0:
		return "", fmt.Errorf("no %q%s", word, Suggest(word, among))
	case 1:
		return ends[0], nil
	}
	return "", fmt.Errorf("%q is not clear: it may be %s or %s; write more of the path",
		word, strings.Join(ends[:len(ends)-1], ", "), ends[len(ends)-1])
}

// fold makes names comparable: lower case, one kind of hyphen.
func fold(name string) []rune {
	return []rune(strings.Map(func(r rune) rune {
		if r == '_' || r == ' ' {
			return '-'
		}
		return unicode.ToLower(r)
	}, name))
}

// What a run of elements inside a name costs against the whole name, and a
// beginning against the whole run; a letter costs letterCost.
const (
	letterCost    = 4
	lastRunCost   = 1
	otherRunCost  = 2
	beginningCost = 5
)

// score tells how far a name is from a word, the smaller the nearer.
func score(word, name []rune) (int, bool) {
	best, near := 0, false
	for start := range name {
		if start > 0 && !separates(name[start-1]) {
			continue
		}
		for end := start + 1; end <= len(name); end++ {
			if end < len(name) && !separates(name[end]) {
				continue
			}
			cost, ok := compare(word, name[start:end])
			if !ok {
				continue
			}
			switch {
			case end < len(name):
				cost += otherRunCost
			case start > 0:
				cost += lastRunCost
			}
			if !near || cost < best {
				best, near = cost, true
			}
		}
	}
	return best, near
}

func separates(r rune) bool { return r == '.' || r == '-' || r == '[' || r == ']' }

// compare returns the cost of taking run for word, and whether it is within
// reason: a third of the letters wrong, or a beginning of three letters.
func compare(word, run []rune) (int, bool) {
	allowed := 0
	if len(word) >= 3 {
		allowed = min((len(word)+1)/3, 4)
		if len(run) > len(word) && string(run[:len(word)]) == string(word) {
			return beginningCost, true
		}
	}
	if gap := len(word) - len(run); gap > allowed || -gap > allowed {
		return 0, false
	}
	d := distance(word, run)
	return letterCost * d, d <= allowed
}

// distance is the Damerau–Levenshtein distance with swaps of neighbours.
func distance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
