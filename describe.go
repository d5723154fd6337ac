package gosplan

import (
	"fmt"
	"strings"

	"gosplan/parameter"
	"gosplan/scenario"
	"gosplan/system"
)

// Parameters lists every number of a scenario: physics, behaviour and the
// start, and the institutions of each era that brings a new system.
func Parameters(s *scenario.Scenario) ([]Parameter, error) {
	eras, err := buildAll(s)
	if err != nil {
		return nil, err
	}
	var out []Parameter
	add := func(mark, prefix, name string, root any) {
		for _, p := range parameter.List(root) {
			source := p.Source
			if system.Calibrated(prefix+p.Path, name) && !strings.Contains(source, "calibrated") {
				source += "; value calibrated"
			}
			out = append(out, Parameter{mark + prefix + p.Path, p.Value, p.Unit, p.Low, p.High, source, p.Meaning})
		}
	}
	first := eras[0].model
	add("", "Physics.", eras[0].name, &first.Physics)
	add("", "Work.", eras[0].name, &first.Work)
	add("", "Behaviour.", eras[0].name, &first.Behaviour)
	add("", "Start.", eras[0].name, &first.Start)
	add("", "Politics.", eras[0].name, &first.Politics)
	seen := map[string]bool{}
	for i := range eras {
		if !seen[eras[i].name] {
			seen[eras[i].name] = true
			add("["+eras[i].name+"] ", "", eras[i].name, &eras[i].model.System)
		}
	}
	return out, nil
}

// WatchDecisions has the time counted that the managers' decision problems
// take, in seconds of a clock that the caller gives.
func WatchDecisions(clock func() float64) { decisions.Watch(clock) }

// Decisions tells how many of the managers' decision problems have been
// solved in this process, and in how many of the seconds watched.
func Decisions() (problems int, seconds float64) { return decisions.Len(), decisions.Spent() }

// DecisionLosses are what managers lose by solving their problems on a coarse
// grid, for each problem solved in this process, as shares of base pay, the
// smallest first. It takes some tenths of a second for each.
func DecisionLosses() []float64 { return decisions.Losses() }

// Schedule lists the year of every era of a scenario, without the rows of
// institutions that are absent then and of acts that nobody does.
func Schedule(s *scenario.Scenario) ([]EraSchedule, error) {
	eras, err := buildAll(s)
	if err != nil {
		return nil, err
	}
	var out []EraSchedule
	for i := range eras {
		e := EraSchedule{From: fmt.Sprintf("%04d-%02d", eras[i].from/12, eras[i].from%12+1), System: eras[i].name}
		if i >= len(s.Eras) {
			e.From = "the day it is chosen"
		}
		for _, r := range eras[i].year {
			if eras[i].model.Absent(r.Who, r.Does) || r.Who == leaders && !s.Politics.Governs() {
				continue
			}
			e.Rows = append(e.Rows, ScheduleRow{string(r.When), r.Who, r.Does, r.Writes})
		}
		out = append(out, e)
	}
	return out, nil
}

// Removable lists what Without can take out: institutions and mechanisms, and
// single parameters of them that may be zero.
func Removable(s *scenario.Scenario) ([]string, error) {
	if _, err := buildAll(s); err != nil {
		return nil, err
	}
	m, _ := system.NewModel(s.Eras[0].System)
	paths := parameter.Removable(m)
	for _, p := range parameter.List(m) {
		if p.Low <= 0 && !strings.HasPrefix(p.Path, "Start.") {
			paths = append(paths, p.Path)
		}
	}
	return paths, nil
}
