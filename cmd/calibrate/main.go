// Command calibrate searches parameters that bring a run of scenario ussr
// closer to the figures up to 1970. It reads a list of parameters to move,
// tries random steps around the best set so far, goes on along a step that
// helped, and prints every improvement. With -around it lays lines through
// many runs instead and goes where they lead. Figures after 1970 and the
// syndrome are never looked at.
//
//	go run ./cmd/calibrate -minutes 20 -scale 100000 < parameters.txt
//
// A line of the input is: path low high [system,system,…]; without systems
// the parameter is set in every era.
package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"gosplan"
	"gosplan/fit"
	"gosplan/parameter"
	"gosplan/scenario"
	"gosplan/series"
	"gosplan/system"
)

// A knob is one parameter to move.
type knob struct {
	path      string
	low, high float64
	systems   []string
}

// clip holds a value in the knob's range.
func (k knob) clip(v float64) float64 { return min(k.high, max(k.low, v)) }

// A search is what is moved, how a set of values is tried, and the best set so far.
type search struct {
	knobs        []knob
	scale, seeds int
	best         []float64
	loss         float64 // of the best set
}

func main() {
	minutes := flag.Float64("minutes", 10, "how long to search")
	scale := flag.Int("scale", 100_000, "people for whom one simulated person stands")
	seeds := flag.Int("seeds", 2, "seeds per trial")
	around := flag.Int("around", 0, "instead of stepping, live so many runs around the best set, each with all parameters moved, and go where lines through them lead")
	rounds := flag.Int("rounds", 1, "how often to do that")
	spread := flag.Float64("spread", 0.05, "how far parameters are moved, over their range")
	verbose := flag.Bool("v", false, "print the terms of the loss of the first trial and the last")
	from := flag.String("from", "", "begin with the values in the last line of this output of an earlier search")
	flag.Parse()
	knobs, best, err := read()
	if err == nil && *from != "" {
		err = continueFrom(*from, knobs, best)
	}
	if err != nil {
		fail(2, err)
	}
	s := &search{knobs: knobs, scale: *scale, seeds: *seeds, best: best}
	s.loss = s.trial(best, *verbose)
	fmt.Printf("start %.4f\n", s.loss)
	if *around > 0 {
		e, err := newEmulator(s, *around, *spread)
		if err != nil {
			fail(1, err)
		}
		for number := range *rounds {
			e.round(uint64(number))
		}
	} else {
		s.step(time.Duration(*minutes * float64(time.Minute)))
	}
	s.trial(s.best, *verbose)
}

func fail(status int, err error) {
	fmt.Fprintln(os.Stderr, "calibrate:", err)
	os.Exit(status)
}

// read takes the knobs from standard input and their values from the model.
func read() (knobs []knob, values []float64, err error) {
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		f := strings.Fields(in.Text())
		if len(f) < 3 || strings.HasPrefix(f[0], "#") {
			continue
		}
		k := knob{path: f[0]}
		if k.low, err = strconv.ParseFloat(f[1], 64); err != nil {
			return nil, nil, err
		}
		if k.high, err = strconv.ParseFloat(f[2], 64); err != nil {
			return nil, nil, err
		}
		name := "plan-1929"
		if len(f) > 3 {
			k.systems = strings.Split(f[3], ",")
			name = k.systems[0]
		}
		m, ok := system.NewModel(name)
		if !ok {
			return nil, nil, fmt.Errorf("no system %q", name)
		}
		v, err := parameter.Get(m, k.path)
		if err != nil {
			return nil, nil, err
		}
		knobs, values = append(knobs, k), append(values, v)
	}
	if in.Err() == nil && len(knobs) == 0 {
		return nil, nil, errors.New("standard input names no values to search: give lines of a parameter's path, its low and its high")
	}
	return knobs, values, in.Err()
}

// continueFrom takes over the values that an earlier search printed last.
func continueFrom(file string, knobs []knob, best []float64) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	last := ""
	for line := range strings.Lines(string(text)) {
		if strings.Count(line, "=") > len(knobs)/2 {
			last = line
		}
	}
	if last == "" {
		return fmt.Errorf("%s: no line has values for half of the parameters", file)
	}
	for _, word := range strings.Fields(last) {
		name, value, ok := strings.Cut(word, "=")
		if !ok {
			continue
		}
		value, first, _ := strings.Cut(value, "@")
		for i, k := range knobs {
			if k.path == name && (first == "" && len(k.systems) == 0 || len(k.systems) > 0 && k.systems[0] == first) {
				if best[i], err = strconv.ParseFloat(value, 64); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// step tries steps from the best set, on all cores, until time is up.
func (s *search) step(long time.Duration) {
	var mu sync.Mutex
	var wait sync.WaitGroup
	end := time.Now().Add(long)
	tries := 0
	for worker := range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			luck := rand.New(rand.NewPCG(uint64(worker), 7))
			step, again := make([]float64, len(s.knobs)), false
			for time.Now().Before(end) {
				mu.Lock()
				from := slices.Clone(s.best)
				mu.Unlock()
				x := slices.Clone(from)
				if again { // a step that helped is taken once more
					for i, k := range s.knobs {
						x[i] = k.clip(x[i] + step[i])
					}
				}
				for moved := again; !moved; {
					for i, k := range s.knobs {
						if luck.Float64() < 4/float64(len(s.knobs)) {
							moved = true
							width := (k.high - k.low) * []float64{0.2, 0.08, 0.03}[luck.IntN(3)]
							x[i] = k.clip(x[i] + luck.NormFloat64()*width)
						}
					}
				}
				for i := range x {
					step[i] = x[i] - from[i]
				}
				loss := s.trial(x, false)
				mu.Lock()
				tries++
				again = s.keep(x, loss, tries)
				mu.Unlock()
			}
		})
	}
	wait.Wait()
}

// keep takes a set over as the best one if its loss is less, and prints it with the runs or tries so far.
func (s *search) keep(x []float64, loss float64, tries int) bool {
	if !(loss < s.loss) {
		return false
	}
	s.loss = loss
	copy(s.best, x)
	fmt.Printf("%4d  %.4f %s\n", tries, loss, written(s.knobs, x))
	return true
}

// written is a set of values in the form that continueFrom reads.
func written(knobs []knob, x []float64) string {
	var out strings.Builder
	for i, k := range knobs {
		fmt.Fprintf(&out, " %s=%.4g", k.path, x[i])
		if len(k.systems) > 0 {
			fmt.Fprintf(&out, "@%s", k.systems[0])
		}
	}
	return out.String()
}

// trial lives seeds 1, 2, ... with a set of values and returns the loss.
func (s *search) trial(x []float64, verbose bool) float64 {
	var logs []*series.Log
	for seed := range s.seeds {
		log, err := s.live(x, uint64(seed+1))
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return math.Inf(1)
		}
		logs = append(logs, log)
	}
	_, rows := laid(logs...)
	return lossOf(rows, verbose)
}

// live runs the scenario to 1971 with a set of values.
func (s *search) live(x []float64, seed uint64) (*series.Log, error) {
	story, err := scenario.Load("ussr")
	if err != nil {
		return nil, err
	}
	story.Set = story.Set.With(nil)
	for i, k := range s.knobs {
		if len(k.systems) == 0 {
			story.Set[k.path] = x[i]
		}
	}
	for e := range story.Eras {
		set := story.Eras[e].Set.With(nil)
		for i, k := range s.knobs {
			if slices.Contains(k.systems, story.Eras[e].System) {
				set[k.path] = x[i]
			}
		}
		story.Eras[e].Set = set
	}
	run, err := gosplan.New(gosplan.Config{Scenario: story, Seed: seed, Scale: s.scale, To: 1971})
	if err != nil {
		return nil, err
	}
	if err := run.Run(context.Background(), nil); err != nil {
		return nil, err
	}
	return run.Log(), nil
}

// lossOf is the mean of the terms of rows, over bands up to 1970 and figures on money that are no bands.
func lossOf(rows []fit.Row, verbose bool) float64 {
	var sum, n float64
	for _, r := range rows {
		if !counts(&r) || r.Verdict == fit.NotRun {
			continue
		}
		t := term(&r.Band, r.Median)
		if verbose {
			fmt.Printf("  %-40s median %8.3g accept %8.3g..%-8.3g term %.2f\n", r.Name, r.Median, r.Accept.Low, r.Accept.High, t)
		}
		sum += t
		n++
	}
	if n == 0 {
		return math.Inf(1) // nothing to fit is no fit
	}
	return sum / n
}

// counts says whether a search looks at a row.
func counts(r *fit.Row) bool { return r.Period == fit.Calibration }

// term is the error of a figure over what is accepted.
func term(b *fit.Band, v float64) (t float64) {
	low, high := b.Accept.Low, b.Accept.High
	half, outside := (high-low)/2, max(0, low-v, v-high)
	switch {
	case b.Kind == fit.MAPE:
		t = v / high
	case math.IsInf(low, 0):
		t = 5 * outside / max(1e-9, math.Abs(high))
	case math.IsInf(high, 0):
		t = 5 * outside / max(1e-9, math.Abs(low))
	case b.Unit == "year":
		t = outside / 2
	default:
		t = math.Abs(v-(high+low)/2) / max(1e-9, half)
	}
	if t > 1 { // far misses pull, but no single one drags
		t = 1 + 1.5*math.Log(t)
	}
	return t
}
