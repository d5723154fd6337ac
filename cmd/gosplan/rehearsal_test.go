package main

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strconv"
	"time"

	"gosplan"
	"gosplan/measure"
	"gosplan/parameter"
	"gosplan/scenario"
	"gosplan/series"
)

// A rehearsal is an engine that goes through the motions: two numbers that
// wander. With it the command is tested for what is its own: folders,
// checkpoints, signals, messages. REHEARSAL_MONTH makes a month last,
// REHEARSAL_FAIL makes something fail.
type rehearsal struct{}

type motions struct {
	config gosplan.Config
	state  motionState
	life   *gosplan.Life
}

type motionState struct {
	Year, Month int
	Level       float64
	Sum         float64
	Rows        []motionRow
}

type motionRow struct {
	Name          string
	Year, Quarter int
	Value         float64
}

func (rehearsal) New(c gosplan.Config) (simulation, error) {
	known, _ := rehearsal{}.Parameters(c.Scenario)
	for path := range c.Scenario.Set {
		found := false
		for _, p := range known {
			_, name := splitEra(p.Path)
			found = found || name == path
		}
		if !found {
			return nil, fmt.Errorf("no parameter %q%s", path, parameter.Suggest(path, []string{"Wander.Pull", "Wander.Width"}))
		}
	}
	first, last := c.Scenario.From.Year, c.Scenario.To.Year
	if c.From == 0 {
		c.From = first
	}
	if c.To == 0 {
		c.To = last
	}
	if c.From < first || c.To > last {
		return nil, fmt.Errorf("the scenario %s runs from %d to %d, not from %d to %d", c.Scenario.Name, first, last, c.From, c.To)
	}
	return &motions{config: c, state: motionState{Year: c.From, Month: 1, Level: 100}}, nil
}

func (e rehearsal) Resume(c gosplan.Config, r io.Reader) (simulation, error) {
	sim, err := e.New(c)
	if err != nil {
		return nil, err
	}
	return sim, json.NewDecoder(r).Decode(&sim.(*motions).state)
}

func (m *motions) Run(ctx context.Context, progress func(gosplan.Progress)) error {
	pause, _ := time.ParseDuration(os.Getenv("REHEARSAL_MONTH"))
	s := &m.state
	for s.Year <= m.config.To {
		if err := ctx.Err(); err != nil {
			return err
		}
		time.Sleep(pause)
		if os.Getenv("REHEARSAL_FAIL") == strconv.Itoa(s.Year) {
			return fmt.Errorf("books: %d kopecks came from nowhere", s.Month)
		}
		x := float64(wander(m.config.Seed, s.Year*12+s.Month))
		s.Level *= 1 + 0.004*x + m.config.Scenario.Set["Wander.Pull"]/1000
		s.Sum += s.Level
		year, quarter := s.Year, (s.Month+2)/3
		if s.Month++; s.Month > 12 {
			s.Year, s.Month = s.Year+1, 1
		}
		if s.Month%3 != 1 {
			continue
		}
		s.Rows = append(s.Rows, motionRow{"defect_rate", year, quarter, 5 / s.Level})
		if quarter == 4 {
			s.Rows = append(s.Rows, motionRow{"gdp", year, 0, s.Level}, motionRow{"gdp_per_head", year, 0, s.Level}, motionRow{"war_deaths", year, 0, 0})
		}
		if m.life != nil && os.Getenv("REHEARSAL_FAIL") == "life" && year == 1921 {
			m.life.Ended, m.life.How = fmt.Sprintf("%d-%02d", year, 3*quarter), "died"
		} else if m.life != nil {
			m.life.Rows = append(m.life.Rows, []string{fmt.Sprintf("%d-Q%d", year, quarter), fmt.Sprintf("%.2f", s.Level)})
		}
		months := float64((s.Year-m.config.From)*12 + s.Month - 1)
		if progress != nil {
			progress(gosplan.Progress{Year: year, Quarter: quarter, Done: months / float64(12*(m.config.To-m.config.From+1)),
				Headlines: [3]gosplan.Headline{{Label: "GDP", Unit: "1928 = 100", Value: s.Level}}})
		}
	}
	return nil
}

// wander is −1, 0 or 1.
func wander(seed uint64, at int) int {
	sum := sha256.Sum256(binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(nil, seed), uint64(at)))
	return int(sum[0]%3) - 1
}

func (m *motions) Log() *series.Log {
	log := &series.Log{}
	for _, r := range m.state.Rows {
		log.Add(measure.Find(r.Name), series.Nation, r.Year, r.Quarter, r.Value)
	}
	return log
}

func (m *motions) Hash() string {
	text, _ := json.Marshal(m.state)
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

func (m *motions) HashLater() func() string {
	hash := m.Hash()
	return func() string { return hash }
}

func (m *motions) Checkpoint(w io.Writer) error {
	if os.Getenv("REHEARSAL_FAIL") == "disk" && m.state.Year > 1925 {
		io.WriteString(w, "{")
		return errors.New("no space left on device")
	}
	return json.NewEncoder(w).Encode(m.state)
}

func (m *motions) Follow(who gosplan.Subject) error {
	if who.ID > 20 {
		return fmt.Errorf("there is no %s %d: they are numbered 0 to 20", who.Kind, who.ID)
	}
	m.life = &gosplan.Life{Subject: who, About: "one of 21", Columns: []gosplan.Column{{Name: "date"}, {Name: "level", Unit: "1928 = 100", Means: "of what wanders"}}}
	return nil
}

func (m *motions) Flows() ([]measure.Flow, int) { return nil, 0 }

func (m *motions) Life() *gosplan.Life { return m.life }

func (rehearsal) Parameters(s *scenario.Scenario) ([]gosplan.Parameter, error) {
	return []gosplan.Parameter{
		{Path: "Wander.Pull", Value: s.Set["Wander.Pull"], Unit: "per mille a month", Low: 0, High: 10, Source: "assumed", Meaning: "upward drift"},
		{Path: "[nep] Market.Pull", Value: 1, Unit: "ratio", Low: 0, High: 2, Source: "assumed", Meaning: "a parameter of one system"},
		{Path: "[plan-1929] Market.Pull", Value: 1, Unit: "ratio", Low: 0, High: 2, Source: "assumed", Meaning: "the same in another"},
		{Path: "Wander.Width", Value: 4, Unit: "per mille a month", Low: 0, High: math.MaxInt8, Source: "assumed", Meaning: "size of a step"},
	}, nil
}

func (rehearsal) Schedule(*scenario.Scenario) ([]gosplan.EraSchedule, error) {
	if os.Getenv("REHEARSAL_FAIL") == "report" {
		return nil, errors.New("no schedule today")
	}
	return []gosplan.EraSchedule{{From: "1917-11", System: "rehearsal", Rows: []gosplan.ScheduleRow{{When: "every month", Who: "level", Does: "wanders", Writes: "Level"}}}}, nil
}

func (rehearsal) Removable(*scenario.Scenario) ([]string, error) {
	return []string{"Wander", "Plan.Ratchet", "Bank"}, nil
}
