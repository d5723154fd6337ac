package economy

// What people do, in Person.Job. Codes from FirstCell on are cells: the
// enterprises of one branch in one region, or its offices.
const (
	AtHome         uint8 = iota // children, housewives, the old
	OnFarm                      // own land or kolkhoz
	InArmy                      //
	Seeking                     // looks for work in town
	FirstCell                   // + region*CellsPerRegion + branch
	CellsPerRegion = uint8(Branches + 1)
	Cells          = Regions * (Branches + 1)
)

// Cell is the index of the cell of good g (a branch or Office) in region r.
func Cell(r int, g Good) int { return r*int(CellsPerRegion) + int(g-FirstBranch) }

// CellOf tells the region and the good of a cell.
func CellOf(cell int) (region int, g Good) {
	return cell / int(CellsPerRegion), FirstBranch + Good(cell%int(CellsPerRegion))
}

// Ages in years from which and until which people are counted as able to work,
// and women bear children.
const (
	WorkFrom, WorkUntil       = 16, 60
	FertileFrom, FertileUntil = 15, 50
)

// Flags of a person.
const (
	Female  uint8 = 1 << iota
	Married       // lives with a spouse in the same household
	Alive
	Served // has been in the army
)

// A Person stands for World.Weight people of one birth month and one fate.
type Person struct {
	House  int32  // in the same block
	Luck   uint32 // identity for draws; made from the mother's and the month
	Born   int16  // month, counted as State.Month
	Job    uint8
	Flags  uint8
	School uint8 // years times ten, known at sixteen; 0 before
	Skill  uint8 // percent of full, at the work done now
	Tenure uint8 // months at the present work, at most 255
	Due    uint8 // quarters until she bears a child; 0 for none
}

// Is tells whether all given flags are set.
func (p *Person) Is(flags uint8) bool { return p.Flags&flags == flags }

// Years is the age in years at a month.
func (p *Person) Years(month int) int { return (month - int(p.Born)) / 12 }

// SchoolYears are the years of a person's School.
func SchoolYears(school uint8) float64 { return schoolYears[school] }

var schoolYears = func() (years [256]float64) {
	for k := range years {
		years[k] = float64(k) / 10
	}
	return years
}()

// Works tells whether the person has a post at an enterprise or office, and
// in which cell.
func (p *Person) Works() (cell int, ok bool) { return int(p.Job) - int(FirstCell), p.Job >= FirstCell }
