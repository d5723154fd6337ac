package report

import "fmt"

// finest is the scale from which on, coarser, the luck of few people moves
// results.
const finest = 20_000

// Coarse says that a run is of so few people that its results are moved by
// their luck, "" for a run that is fine enough.
func Coarse(scale int) string {
	if scale <= finest {
		return ""
	}
	return fmt.Sprintf("At 1:%d there are so few people that the luck of single ones moves results, and their means over seeds too, deaths from hunger most of all; for figures take 1:%d or finer.", scale, finest)
}
