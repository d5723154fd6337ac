// Package mechanism holds one cause to a file: its claim, equation, source,
// parameters and a pure function. A mechanism knows no other mechanism, no
// World and no State. The zero value of a mechanism that an institution owns
// does nothing; that is how it is taken out.
package mechanism
