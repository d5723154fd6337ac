package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/alecthomas/kong"
)

// unfilled says in plain words which arguments a verb wants and was not given,
// with the example of its help. Other failures stay as they are.
func unfilled(parsed *kong.Context, failure error) error {
	if parsed == nil || parsed.Selected() == nil || !strings.HasPrefix(failure.Error(), "expected ") {
		return failure
	}
	verb := parsed.Selected()
	var wanted []string
	for _, p := range verb.Positional {
		if p.Required && strings.Contains(failure.Error(), "<"+p.Name+">") {
			wanted = append(wanted, fmt.Sprintf("%s (%s)", p.Name, strings.TrimSuffix(p.Help, ".")))
		}
	}
	if len(wanted) == 0 {
		return failure
	}
	words := "missing: " + strings.Join(wanted, ", ")
	if example := exampleOf(verb); example != "" {
		words += "; for example: " + example
	}
	return errors.New(words)
}

// exampleOf is the first command in the help of a verb, "" without one.
func exampleOf(verb *kong.Node) string {
	for line := range strings.Lines(verb.Detail) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, verb.FullPath()+" ") {
			return line
		}
	}
	return ""
}
