// Package mechanism holds one cause to a file: its claim, equation, source,
// parameters and a pure function; that of the pay of managers (Bonus) is
// decide.Payoff, since it is part of their decision problem. A mechanism knows no other mechanism, no
// World and no State. The zero value of a mechanism that an institution owns
// does nothing; that is how it is taken out.
package mechanism
