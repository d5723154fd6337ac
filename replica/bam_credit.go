package replica

import (
	"cmp"
	"slices"
)

// A borrower is a firm that cannot pay its wages.
type borrower struct {
	firm      int32
	bank      int32 // asked in this round
	other     int32 // asked in the next, −1 for none
	fragility float64
}

// lend matches firms short of money with banks, and lets go of workers who
// still cannot be paid.
func (s *bamState) lend() {
	for b := range s.equity {
		s.supply[b] = max(0, s.equity[b]/s.Capital)
		s.markup[b] = s.Cost * s.luck.Uniform(askMarkup, uint64(b), s.now)
	}
	s.loans, s.borrowers = s.loans[:0], s.borrowers[:0]
	for f := range s.firm {
		s.interest[f], s.principal[f] = 0, 0
		s.asked[f] = max(0, s.firm[f].wages-s.funds[f])
		if s.asked[f] > 0 {
			s.borrowers = append(s.borrowers, s.borrower(int32(f)))
		}
	}
	for range s.Loans {
		slices.SortFunc(s.borrowers, soundFirst)
		for _, b := range s.borrowers {
			s.grant(b)
		}
		left := s.borrowers[:0]
		for _, b := range s.borrowers {
			if s.asked[b.firm] > 0 && b.other >= 0 {
				left = append(left, borrower{firm: b.firm, bank: b.other, other: -1, fragility: b.fragility})
			}
		}
		s.borrowers = left
	}
	s.cutWages()
}

// soundFirst orders the applicants of every bank by fragility.
func soundFirst(a, b borrower) int {
	return cmp.Or(cmp.Compare(a.bank, b.bank), cmp.Compare(a.fragility, b.fragility), cmp.Compare(a.firm, b.firm))
}

// borrower picks two banks, the cheaper first.
func (s *bamState) borrower(f int32) borrower {
	n := len(s.equity)
	bits := lanes(s.luck, askBank, uint64(f), s.now)
	one, two := pick(bits[0], n), pick(bits[1], n-1)
	if two >= one {
		two++
	}
	if s.markup[two] < s.markup[one] {
		one, two = two, one
	}
	fragility := s.Leverage
	if s.worth[f] > 0 {
		fragility = min(s.asked[f]/s.worth[f], s.Leverage)
	}
	return borrower{firm: f, bank: one, other: two, fragility: fragility}
}

// grant lends what the bank still has, up to a multiple of net worth.
func (s *bamState) grant(b borrower) {
	amount := min(s.asked[b.firm], s.Cap*s.worth[b.firm], s.supply[b.bank])
	if amount <= bamNothing {
		return
	}
	rate := s.Rate * (1 + s.markup[b.bank]*b.fragility)
	s.loans = append(s.loans, loan{b.firm, b.bank, amount, amount * rate})
	s.supply[b.bank] -= amount
	s.asked[b.firm] -= amount
	s.funds[b.firm] += amount
	s.principal[b.firm] += amount
	s.interest[b.firm] += amount * rate
}

// replaceBanks puts a copy of another bank in the place of one that failed.
func (s *bamState) replaceBanks() {
	s.scratch = s.scratch[:0]
	for _, e := range s.equity {
		if e >= bamNothing {
			s.scratch = append(s.scratch, e)
		}
	}
	if len(s.scratch) == len(s.equity) {
		return
	}
	if len(s.scratch) == 0 {
		s.collapsed = true
		return
	}
	for b, e := range s.equity {
		if e < bamNothing {
			s.equity[b] = s.scratch[int(s.luck.Uniform(askReplaced, uint64(b), s.now)*float64(len(s.scratch)))]
		}
	}
}
