package economy

import "gosplan/ledger"

// A CellState is the staff, posts and pay of a cell.
type CellState struct {
	Staff   int64 // people who belong there
	Lent    int64 // of the staff, those who work in other cells of the region this month; below zero where others' work here
	Wanted  int64
	Open    float64 // posts still vacant this month, people
	Shifts  float64 // part of them in later shifts, at plant that is manned by day
	Joined  int64   // this month
	Left    int64
	Gone    float64 // left this quarter without being dismissed
	Wage    float64 // mean, kopecks per person and month
	Effort  float64
	Skill   float64
	Purse   ledger.Purse // wages to be paid out
	Rate    float64      // pay per head this month by skill, kopecks
	Dismiss float64      // share of staff to be dismissed this month
	Weight  float64      // people weighted by pay grade
	Women   float64
}

// Here is how many people work in a cell this month, whoever they belong to.
func (c *CellState) Here() int64 { return c.Staff - c.Lent }

// Vacant is how many of the posts wanted in a cell nobody works at this month.
func (c *CellState) Vacant() int64 { return max(0, c.Wanted-c.Here()) }

// A Bureau is an office of a ministry or a soviet: that over the enterprises of one
// branch in one region, or over a region's offices themselves. Together those of a
// region are the staff of its cell of offices.
type Bureau struct {
	Posts   int64   // asked for
	Ordered float64 // by its clients this quarter, points
	Came    float64 // of that
	Trouble float64 // share of orders that fail, remembered
}

// Belong is how many people belong to an enterprise, wherever they work this month.
func (e *Enterprise) Belong() int64 { return e.Staff + e.Lent }

// Establish gives the offices of every region the posts their heads ask for.
func (s *State) Establish() {
	for r := range Regions {
		posts := int64(0)
		for g := FirstBranch; g <= Office; g++ {
			posts += s.Bureau[Cell(r, g)].Posts
		}
		s.Cell[Cell(r, Office)].Wanted = posts
	}
}

// Officials is the staff of all offices, people.
func (s *State) Officials() (n int64) {
	for r := range Regions {
		n += s.Cell[Cell(r, Office)].Staff
	}
	return n
}
