package claim

import "gosplan/series"

// FiguresOf are the yearly values of a run's log.
func FiguresOf(log *series.Log) *Figures { return newFigures(log) }
