package docs

import (
	"strings"
	"testing"

	"gosplan/system"
)

// truths is what only those see who do it.
func truths(*testing.T) string {
	out := head("truth", "what it is", "where it stands")
	for _, t := range system.Truths() {
		out += row(t.Name, t.Means, "`"+strings.Join(t.Fields, "`, `")+"`")
	}
	return out
}

// sights is who else sees it.
func sights(*testing.T) string {
	out := head("institution", "sees", "and", "how", "who does not")
	for _, s := range system.Sights() {
		out += row(s.Institution, s.Truth, s.Does, s.How, s.Unequal)
	}
	return out
}
