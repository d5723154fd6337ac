package gosplan

import (
	"fmt"

	"gosplan/economy"
	"gosplan/parameter"
)

// subjects are the kinds of agent that can be traced.
var subjects = []string{"enterprise", "person", "farm", "kolkhoz", "office"}

// Follow makes the run keep the life of a subject; call it before Run.
func (s *Simulation) Follow(who Subject) error {
	l := &Life{Subject: who}
	st := s.state
	count, limits := 0, map[string]func() int{
		"enterprise": func() int { return len(st.Enterprise) },
		"person":     func() int { return len(st.Block[0].Person) },
		"farm":       func() int { return len(st.Block[0].House) },
		"kolkhoz":    func() int { return len(st.Village) },
		"office":     func() int { return economy.Regions },
	}
	limit, ok := limits[who.Kind]
	if !ok {
		return fmt.Errorf("nobody of the kind %q can be traced%s", who.Kind, parameter.Suggest(who.Kind, subjects))
	}
	if count = limit(); who.ID < 0 || who.ID >= count {
		return fmt.Errorf("%s %d: there are %d, numbered 0 to %d", who.Kind, who.ID, count, count-1)
	}
	switch who.Kind {
	case "enterprise":
		e := &st.Enterprise[who.ID]
		l.About = fmt.Sprintf("%s works in %s, with about %.0f thousand posts", e.Good, economy.RegionNames[e.Region], 1000*e.Posts)
		l.Columns = enterpriseColumns
	case "person":
		l.About = fmt.Sprintf("one of the simulated people, standing for %d", s.world.Weight)
		l.Columns, l.luck = personColumns, st.Block[0].Person[who.ID].Luck
	case "farm":
		l.About = fmt.Sprintf("one of the simulated households, standing for %d", s.world.Weight)
		l.Columns, l.luck = farmColumns, st.Block[0].House[who.ID].Luck
	case "kolkhoz":
		v := &st.Village[who.ID]
		l.About = "villages in " + economy.RegionNames[v.Region]
		l.Columns = kolkhozColumns
	case "office":
		l.About = "offices in " + economy.RegionNames[who.ID]
		l.Columns = officeColumns()
	}
	s.life = l
	return nil
}

// Life returns what Follow asked for.
func (s *Simulation) Life() *Life { return s.life }

// youngest is the age before which nobody works.
const youngest = 14

// bury notes the month in which the life that is followed ends. Its place is
// given to another soon after, by whose luck that is seen.
func (s *Simulation) bury(year, month int) {
	l := s.life
	if l == nil || l.Ended != "" {
		return
	}
	switch block := &s.state.Block[0]; l.Subject.Kind {
	case "person":
		if p := &block.Person[l.Subject.ID]; !p.Is(economy.Alive) || p.Luck != l.luck {
			l.How = "died"
		}
	case "farm":
		if h := &block.House[l.Subject.ID]; h.Village == economy.Vacant || h.Luck != l.luck {
			l.How = "the house closed, nobody living there any more"
		}
	}
	if l.How != "" {
		l.Ended = fmt.Sprintf("%d-%02d", year, month)
	}
}

// follow adds a quarter to the traced life.
func (s *Simulation) follow(year, quarter int) {
	l := s.life
	if l == nil || l.Ended != "" {
		return
	}
	row := []string{fmt.Sprintf("%d-Q%d", year, quarter)}
	add := func(format string, values ...float64) {
		for _, v := range values {
			row = append(row, fmt.Sprintf(format, v))
		}
	}
	st, weight := s.state, float64(s.world.Weight)
	switch l.Subject.Kind {
	case "enterprise":
		e := &st.Enterprise[l.Subject.ID]
		b := &st.Branch[e.Good]
		var known float64
		for k := range 32 {
			known += float64(e.Adopted >> k & 1)
		}
		add("%.2f", e.Target*millions, (e.Made[0]+e.Made[1]+e.Made[2])*millions)
		add("%.3f", e.Fulfil)
		add("%.1f", float64(e.Staff)/1000, float64(e.Wanted)/1000)
		add("%.2f", e.Capacity*millions)
		add("%.3f", e.Upto, e.Request, e.Pace, e.Care, e.Wip, e.Shape)
		add("%.0f", known)
		add("%.2f", e.Met, b.Problem.Expect.Late, b.Problem.Expect.Cut, e.Wage/100)
	case "person":
		p := &st.Block[0].Person[l.Subject.ID]
		h := &st.Block[0].House[p.House]
		row = append(row, fmt.Sprint(p.Years(st.Month)), place(h), work(p))
		add("%.1f", float64(p.School)/10)
		if p.Years(st.Month) < youngest { // skill is of a post, and nobody has had one
			row = append(row, "")
		} else {
			add("%.0f", float64(p.Skill))
		}
		add("%.0f", float64(p.Tenure), h.Purse.Held().Rubles()/weight/max(1, float64(h.Members)))
		add("%.2f", float64(h.Hunger))
	case "farm":
		h := &st.Block[0].House[l.Subject.ID]
		per := 1e6 / weight
		add("%.0f", float64(h.Members))
		row = append(row, []string{"no", "yes"}[h.Joined])
		add("%.2f", float64(h.Land)*per, float64(h.Sown)*per, h.Grain.Held()*per)
		for _, n := range h.Herd {
			add("%.2f", float64(n)*per)
		}
		add("%.2f", float64(h.Feed), float64(h.Hunger), float64(h.Taken))
		add("%.0f", h.Purse.Held().Rubles()/weight)
	case "kolkhoz":
		v := &st.Village[l.Subject.ID]
		add("%.3f", v.People, v.Member, v.Press, v.Anger, v.Rumour, v.Land, v.Sown, v.Harvest, v.Estimate, v.Quota, v.Grain.Held(), v.Herd[0], v.Herd[1], v.Effort, v.Pay, v.Hunger)
	case "office":
		c := &st.Cell[economy.Cell(l.Subject.ID, economy.Office)]
		add("%.1f", float64(c.Staff)/1000, float64(c.Wanted)/1000)
		for g := economy.FirstBranch; g <= economy.Office; g++ {
			add("%.1f", float64(st.Bureau[economy.Cell(l.Subject.ID, g)].Posts)/1000)
		}
		for g := economy.FirstBranch; g < economy.Office; g++ {
			add("%.2f", st.Bureau[economy.Cell(l.Subject.ID, g)].Trouble)
		}
	}
	l.Rows = append(l.Rows, row)
}

func place(h *economy.House) string {
	if h.Village >= 0 {
		return fmt.Sprintf("village %d, %s", h.Village, economy.RegionNames[h.Region])
	}
	return "town, " + economy.RegionNames[h.Region]
}

func work(p *economy.Person) string {
	switch p.Job {
	case economy.AtHome:
		return "at home"
	case economy.OnFarm:
		return "on the land"
	case economy.InArmy:
		return "in the army"
	case economy.Seeking:
		return "looking for work"
	}
	cell, _ := p.Works()
	r, g := economy.CellOf(cell)
	return g.String() + ", " + economy.RegionNames[r]
}
