package report

import (
	"fmt"

	"gosplan"
)

// A yearView is the year of one era, with what is new in it.
type yearView struct {
	From, System, ID string
	Rows             []rowView
	Gone             []gosplan.ScheduleRow // rows of the era before that are no more
	Changed, New     int
	First            bool
}

type rowView struct {
	gosplan.ScheduleRow
	Mark string // "", "new" or "changed"
}

// act is what a row is, whatever it writes and whenever it happens.
type act struct{ who, does string }

// viewYears marks in every era what the era before did not have.
func viewYears(in []gosplan.EraSchedule) []yearView {
	var out []yearView
	before := map[act]gosplan.ScheduleRow{}
	for i, e := range in {
		v := yearView{From: e.From, System: e.System, ID: fmt.Sprintf("year-%d", i+1), First: i == 0}
		now := map[act]gosplan.ScheduleRow{}
		for _, r := range e.Rows {
			now[act{r.Who, r.Does}] = r
			row := rowView{ScheduleRow: r}
			last, was := before[act{r.Who, r.Does}]
			switch {
			case i == 0:
			case !was:
				row.Mark = "new"
				v.New++
			case last != r:
				row.Mark = "changed"
				v.Changed++
			}
			v.Rows = append(v.Rows, row)
		}
		if i > 0 {
			for _, r := range in[i-1].Rows {
				if _, still := now[act{r.Who, r.Does}]; !still {
					v.Gone = append(v.Gone, r)
				}
			}
		}
		out = append(out, v)
		before = now
	}
	return out
}
