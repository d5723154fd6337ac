package fit

import (
	"sync"

	"gosplan/data"
)

// tables are the historical series by name, read once and never changed.
var tables = sync.OnceValue(func() map[string]*data.Series {
	out := map[string]*data.Series{}
	for _, s := range data.All() {
		out[s.Name] = s
	}
	return out
})

// reference is a table that the lists of this package name; a test asks for
// every one.
func reference(name string) *data.Series {
	s := tables()[name]
	if s == nil {
		panic("fit: no table " + name)
	}
	return s
}
