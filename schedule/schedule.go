// Package schedule is the year as a table: who does what, when, and what it
// writes. The table is the order of the economy; there is no other.
package schedule

import (
	"fmt"
	"runtime/debug"

	"gosplan/economy"
)

// When a row is due.
type When string

const (
	Month       When = "month"
	QuarterOpen When = "quarter's start"
	QuarterEnd  When = "quarter's end"
	YearOpen    When = "January"
)

// Due tells whether a row of this kind acts in a month counted from 0.
func (w When) Due(month int) bool {
	switch w {
	case QuarterOpen:
		return month%3 == 0
	case QuarterEnd:
		return month%3 == 2
	case YearOpen:
		return month%12 == 0
	}
	return true
}

// Act is what an institution, or the people, do to the economy.
type Act func(*economy.World, *economy.State)

// A Row is one act. Does is a verb phrase and names the row in tables and
// errors; Writes names the parts of State that the act may change.
type Row struct {
	When              When
	Who, Does, Writes string
	Act               Act
}

// Monthly is a row that acts every month.
func Monthly(who, does, writes string, a Act) Row { return Row{Month, who, does, writes, a} }

// OpeningQuarter is a row that acts in the first month of a quarter, and when
// an era begins.
func OpeningQuarter(who, does, writes string, a Act) Row {
	return Row{QuarterOpen, who, does, writes, a}
}

// ClosingQuarter is a row that acts in the last month of a quarter.
func ClosingQuarter(who, does, writes string, a Act) Row {
	return Row{QuarterEnd, who, does, writes, a}
}

// EachJanuary is a row that acts once a year.
func EachJanuary(who, does, writes string, a Act) Row { return Row{YearOpen, who, does, writes, a} }

// A Table is run from top to bottom, once a month.
type Table []Row

// A Breach is a row after which money no longer added up.
type Breach struct {
	Row   Row
	Cause error
}

func (b *Breach) Error() string {
	return fmt.Sprintf("after %q (%s): %v", b.Row.Does, b.Row.Who, b.Cause)
}

func (b *Breach) Unwrap() error { return b.Cause }

// Step lives one month, without turning the calendar, and checks the books of
// money and goods at its end. With audit money is also checked after every act,
// so that a leak of it is reported by the row that made it.
//
// In the first month of a run or of an era fresh is true: what opens a
// quarter is done then, whatever the month.
func (t Table) Step(w *economy.World, s *economy.State, audit, fresh bool) error {
	for _, row := range t {
		if !row.When.Due(s.Month) && !(fresh && row.When == QuarterOpen) {
			continue
		}
		if err := row.act(w, s); err != nil {
			return err
		}
		if audit {
			if err := s.CheckMoney(); err != nil {
				return &Breach{row, err}
			}
		}
	}
	return s.Check()
}

// act does what a row does. A panic, of whatever worker, is an error of the row.
func (r *Row) act(w *economy.World, s *economy.State) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = &Breach{*r, fmt.Errorf("panic: %v\n%s", cause, debug.Stack())}
		}
	}()
	r.Act(w, s)
	return nil
}
