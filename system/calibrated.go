package system

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"gosplan/parameter"
)

// calibratedText holds the values that the search of cmd/calibrate found, one
// to a line: path value [system,system,…]. They replace the first guesses in
// the code, and are all there is to a calibration.
//
//go:embed calibrated.txt
var calibratedText string

// A found value is one line of the calibration.
type found struct {
	path    string
	value   float64
	systems []string // in which it holds; none means all
}

var calibration = sync.OnceValue(func() []found {
	var all []found
	for line := range strings.Lines(calibratedText) {
		words := strings.Fields(line)
		if len(words) < 2 || strings.HasPrefix(words[0], "#") {
			continue
		}
		value, err := strconv.ParseFloat(words[1], 64)
		if err != nil {
			panic(fmt.Sprintf("system: calibrated.txt: %s: %v", words[0], err))
		}
		f := found{path: words[0], value: value}
		if len(words) > 2 {
			f.systems = strings.Split(words[2], ",")
		}
		all = append(all, f)
	}
	return all
})

// composed are systems that history did not try and that are made of the parts
// of one that it did; those parts keep the values found for it.
var composed = map[string]string{"computed-planning": "plan-1956", "computed-planning-truthful": "plan-1956"}

// holds tells whether the value is for a system.
func (f *found) holds(name string) bool {
	if of, ok := composed[name]; ok {
		name = of
	}
	return len(f.systems) == 0 || slices.Contains(f.systems, name)
}

// Calibrated tells whether a parameter of a system has its value from the
// calibration.
func Calibrated(path, name string) bool {
	return slices.ContainsFunc(calibration(), func(f found) bool { return f.path == path && f.holds(name) })
}

// calibrate lays the calibration over a model of the named system.
func calibrate(m *Model, name string) {
	set := parameter.Setter(m)
	for _, f := range calibration() {
		if !f.holds(name) {
			continue
		}
		if err := set(f.path, f.value); err != nil {
			panic(fmt.Sprintf("system: calibrated.txt: %v", err)) // a test builds every model
		}
	}
}
