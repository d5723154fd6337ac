package main

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"os"
	"runtime"
	"strings"
	"time"

	"gosplan"
)

// What a run takes, measured; bench/README.md says how. The people of a run
// that is not the usual one are taken for as many.
const (
	peopleFirst     = 143.5e6 // of the country at the beginning
	peopleGrow      = 0.0085  // a year
	bytesAPerson    = 70      // at the most
	bytesOfTheRest  = 60e6
	nanosecondsEach = 150 // a simulated person and month, on one core
)

// A burden is what a run is expected to take.
type burden struct {
	people float64 // simulated at the end
	bytes  float64
	time   time.Duration
}

// What is said before a run begins, since it will be long or large.
const (
	longRun  = 2 * time.Minute
	largeRun = 2e9 // bytes
)

func burdenOf(c gosplan.Config, seeds int) burden {
	last := c.Scenario.To.Year
	if c.To != 0 {
		last = min(last, c.To)
	}
	first, months := peopleFirst/float64(c.Scale), 0.0
	years := max(0, last-c.Scenario.From.Year+1)
	for y := range years {
		months += 12 * first * math.Exp(peopleGrow*float64(y))
	}
	people := first * math.Exp(peopleGrow*float64(years))
	return burden{people, bytesOfTheRest + bytesAPerson*people,
		time.Duration(float64(max(1, seeds)) * months * nanosecondsEach / float64(runtime.GOMAXPROCS(0)))}
}

// tell says what will be long or large before it begins.
func (b burden) tell(w io.Writer) {
	if b.time >= longRun || b.bytes >= largeRun {
		say(w, "%s people are simulated; that takes about %s and %s of memory.\n", roughly(b.people), roundTime(b.time), gigabytes(b.bytes))
	}
}

// bearable refuses a run for which the machine has no memory, unless it is
// forced; have is 0 where nobody knows.
func (b burden) bearable(scale int, have float64, forced bool) error {
	if forced || have == 0 || b.bytes <= have {
		return nil
	}
	fits := float64(scale) * bytesAPerson * b.people / max(1, have-bytesOfTheRest)
	return wrong("--scale 1:%d: %s simulated people need about %s of memory, and this machine has %s; write --scale 1:%.0f or coarser, a nearer --to, or --force to begin all the same",
		scale, roughly(b.people), gigabytes(b.bytes), gigabytes(have), upward(fits))
}

// upward is the next round number.
func upward(v float64) float64 {
	unit := math.Pow(10, math.Floor(math.Log10(v)))
	for _, round := range []float64{1, 2, 5, 10} {
		if v <= round*unit {
			return round * unit
		}
	}
	return v
}

// roughly writes a number of people.
func roughly(v float64) string {
	if v >= 1e6 {
		return fmt.Sprintf("%.0f million", v/1e6)
	}
	return fmt.Sprintf("%.0f thousand", math.Ceil(v/1e3))
}

func gigabytes(v float64) string { return fmt.Sprintf("%.1f GB", v/1e9) }

// memory is what the machine has, in bytes; 0 where it does not say.
func memory() float64 {
	file, err := os.Open("/proc/meminfo")
	if err != nil {
		return 0
	}
	defer file.Close()
	return totalOf(file)
}

// totalOf reads the total of /proc/meminfo, 0 if it has none.
func totalOf(r io.Reader) float64 {
	for lines := bufio.NewScanner(r); lines.Scan(); {
		var kilobytes float64
		if rest, is := strings.CutPrefix(lines.Text(), "MemTotal:"); is {
			if n, _ := fmt.Sscanf(rest, "%f kB", &kilobytes); n == 1 {
				return 1024 * kilobytes
			}
		}
	}
	return 0
}
