package fit

import "gosplan/data"

// reference is a table that the lists of this package name; a test asks for
// every one.
func reference(name string) *data.Series {
	s := data.Find(name)
	if s == nil {
		panic("fit: no table " + name)
	}
	return s
}
