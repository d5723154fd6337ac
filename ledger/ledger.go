// Package ledger holds the two things that may not get lost, money and goods.
// A Purse or a Store can be changed by its verbs only (Pay, Ship, Make, Use),
// because no other package can name what is inside; so conservation is a
// property of the building and not of anybody's care.
package ledger

import "gosplan/unit"

// A Purse is an account of money. The bank's own purse is negative: it holds
// the money it has issued, so that all purses together are always zero.
type Purse struct{ held unit.Kopecks }

// Held is what the purse contains.
func (p *Purse) Held() unit.Kopecks { return p.held }

// Pay moves m kopecks, whatever the sign of the balances that follow. Who may
// not overdraw asks Held first. A negative m is paid the other way.
func Pay(from, to *Purse, m unit.Kopecks) {
	from.held -= m
	to.held += m
}

// PayUpTo moves m, or all there is if that is less, and returns what moved.
func PayUpTo(from, to *Purse, m unit.Kopecks) unit.Kopecks {
	m = max(0, min(m, from.held))
	Pay(from, to, m)
	return m
}

// A Store is a quantity of one good at one place.
type Store struct{ held float64 }

// Held is what the store contains.
func (s *Store) Held() float64 { return s.held }

// Ship moves q of a good, or all there is if that is less, and returns what
// moved.
func Ship(from, to *Store, q float64) float64 {
	q = upTo(q, from.held)
	from.held -= q
	to.held += q
	return q
}

// upTo is q, but no more than is held and not less than nothing. What is no
// number stays none, so that the audit finds it.
func upTo(q, held float64) float64 {
	switch {
	case q <= 0:
		return 0
	case q > held:
		return held
	}
	return q
}

// A Tally counts what was made and used of one good, so that an audit can
// compare it with what is in the stores. Work on different blocks keeps
// tallies of its own and adds them up in block order.
type Tally struct{ Made, Used float64 }

// Make brings q of a good into being.
func (t *Tally) Make(s *Store, q float64) {
	if q > 0 {
		s.held += q
		t.Made += q
	}
}

// Use takes q of a good out of the world, or all there is if that is less,
// and returns what was used.
func (t *Tally) Use(s *Store, q float64) float64 {
	q = upTo(q, s.held)
	s.held -= q
	t.Used += q
	return q
}

// Add takes over another tally.
func (t *Tally) Add(u Tally) {
	t.Made += u.Made
	t.Used += u.Used
}
