package claim

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"sync"

	"gosplan"
	"gosplan/ensemble"
	"gosplan/scenario"
	"gosplan/series"
)

// A Shelf keeps finished runs under a key. What is put there is there whole
// or not at all.
type Shelf interface {
	Get(key string) ([]byte, bool)
	Put(key string, data []byte) error
}

// A Laboratory lives arms over seeds.
type Laboratory struct {
	Version string          // of the program; runs of another are not used
	Scale   int             // of all arms; 0 for that of each
	Pairs   int             // seeds, from 1 on
	First   map[string]int  // first seed of scenarios that begin with another
	Kept    bool            // nothing is lived: only runs on the shelf are used, as many of an arm as there are without a gap
	Enough  <-chan struct{} // when it is closed nothing more is lived, and what is on the shelf is used as with Kept; nil for never
	Check   func(*scenario.Scenario) error
	Live    func(context.Context, gosplan.Config) (*series.Log, error) // with an error, the log of the years before it if they can be used
	Shelf   Shelf
	Told    func(Progress) // after every run; may be nil
}

// Progress is how far the runs are.
type Progress struct {
	Done, All     int     // runs
	Kept          int     // of those done, from before
	Lived, Left   float64 // what those cost that were lived now, and what those may cost that are left, in one measure
	Whole, Wholes int     // groups of arms whose runs are all there, and groups
}

// Runs are the figures of every arm by name, in the order of the seeds.
type Runs struct {
	Of     map[string][]*Figures
	Broken map[string]error // arms that cannot be lived, and why
	Done   int              // how many runs there are in all
	Kept   int              // of these, how many had been kept from before
	Lived  float64          // what those cost that were lived now, in the measure of Progress
	Scale  int              // at which all were lived; 0 for that of each
	Wars   map[string]func(year int) bool
}

// A task is one run.
type task struct {
	arm    string
	key    string
	cost   float64
	group  int // the first that needs it
	config gosplan.Config
}

// Run lives the arms that can be lived, each with the same seeds, and of arms
// that belong together first those that cost least, seed after seed, so that
// comparisons are complete early. Runs that are on the shelf are taken from it.
// When ctx ends, what was finished is on the shelf.
func (l *Laboratory) Run(ctx context.Context, arms map[string]Arm, together ...[]string) (*Runs, error) {
	scenarios, scales, broken := map[string]*scenario.Scenario{}, map[string]int{}, map[string]error{}
	for _, name := range sortedKeys(arms) {
		s, err := arms[name].Build()
		if err == nil {
			err = l.Check(s)
		}
		if err != nil {
			broken[name] = err
			continue
		}
		scenarios[name], scales[name] = s, arms[name].Scale
	}
	out, err := l.scenarios(ctx, scenarios, scales, together)
	if err == nil {
		out.Broken = broken
	}
	return out, err
}

// Scenarios is Run for scenarios that are composed already. Equal ones are
// lived once.
func (l *Laboratory) Scenarios(ctx context.Context, scenarios map[string]*scenario.Scenario) (*Runs, error) {
	return l.scenarios(ctx, scenarios, nil, nil)
}

func (l *Laboratory) scenarios(ctx context.Context, scenarios map[string]*scenario.Scenario, scales map[string]int, together [][]string) (*Runs, error) {
	out := &Runs{Of: map[string][]*Figures{}, Broken: map[string]error{}, Wars: map[string]func(int) bool{}, Scale: l.Scale}
	var built []task
	owner, same := map[string]string{}, map[string]string{}
	for _, name := range sortedKeys(scenarios) {
		s := scenarios[name]
		out.Wars[name] = func(year int) bool { return fought(s, year) }
		scale := l.Scale
		if scale == 0 {
			scale = scales[name]
		}
		essence, err := l.essence(s, scale)
		if err != nil {
			return nil, err
		}
		if owner[essence] != "" {
			same[name] = owner[essence]
			continue
		}
		owner[essence] = name
		built = append(built, task{arm: name, key: essence, cost: cost(s, scale), config: gosplan.Config{Scenario: s, Scale: scale}})
	}
	groups := inOrder(built, together, same)
	if err := l.live(ctx, groups, out); err != nil {
		return nil, err
	}
	for name, other := range same {
		out.Of[name] = out.Of[other]
	}
	return out, nil
}

// live lives the seeds of all tasks, group after group. Where time may run out
// every group first gets the two pairs that can be judged.
func (l *Laboratory) live(ctx context.Context, groups [][]task, out *Runs) error {
	first := l.Pairs
	if l.Enough != nil {
		first = min(first, leastPairs)
	}
	tasks, open := l.tasks(groups, 0, first)
	if first < l.Pairs {
		more, _ := l.tasks(groups, first, l.Pairs)
		tasks = append(tasks, more...)
	}
	p := Progress{Wholes: len(groups), All: len(tasks)}
	for _, t := range tasks {
		p.Left += t.cost
	}
	living, cut := context.WithCancel(ctx)
	defer cut()
	go func() {
		select {
		case <-l.Enough:
			cut()
		case <-living.Done():
		}
	}()
	var mutex sync.Mutex
	found, err := ensemble.Each(ctx, len(tasks), func(i uint64) (*Figures, error) {
		f, kept, err := l.one(ctx, living, tasks[i])
		if f == nil || err != nil {
			return nil, err
		}
		mutex.Lock()
		defer mutex.Unlock()
		p.Done++
		p.Left -= tasks[i].cost
		if kept {
			p.Kept++
		} else {
			p.Lived += tasks[i].cost
		}
		if k := tasks[i].group; k >= 0 {
			open[k]--
		}
		for p.Whole < len(open) && open[p.Whole] == 0 {
			p.Whole++
		}
		if l.Told != nil {
			l.Told(p)
		}
		return f, nil
	})
	if err != nil {
		return err
	}
	out.Done, out.Kept, out.Lived = p.Done, p.Kept, p.Lived
	gap := map[string]bool{}
	for i, f := range found {
		if arm := tasks[i].arm; f == nil {
			gap[arm] = true
		} else if !gap[arm] {
			out.Of[arm] = append(out.Of[arm], f)
		}
	}
	return nil
}

// tasks are runs of groups, of each seed after seed, and how many each group
// has. Of seeds after the first the groups are not counted.
func (l *Laboratory) tasks(groups [][]task, from, to int) (tasks []task, count []int) {
	count = make([]int, len(groups))
	for k, group := range groups {
		for seed := from; seed < to; seed++ {
			for _, t := range group {
				t.config.Seed = uint64(seed + max(1, l.First[t.arm]))
				t.key, t.group = digest(fmt.Sprintf("%s seed %d", t.key, t.config.Seed)), k
				if from > 0 {
					t.group = -1
				}
				tasks = append(tasks, t)
				count[k]++
			}
		}
	}
	return tasks, count
}

// one takes a run from the shelf or lives it and puts it there. A run that
// fails is kept as a failure; it would fail again. One that is not lived, or
// not to its end since living ended before ctx did, is nil.
func (l *Laboratory) one(ctx, living context.Context, t task) (f *Figures, kept bool, err error) {
	if data, ok := l.Shelf.Get(t.key); ok {
		if f, err := decode(data); err == nil {
			return f, true, nil
		}
	}
	if l.Kept || living.Err() != nil && ctx.Err() == nil {
		return nil, false, nil
	}
	log, err := l.Live(living, t.config)
	switch {
	case err != nil && living.Err() != nil:
		return nil, false, ctx.Err()
	case err != nil && log != nil:
		f = FiguresOf(log)
		f.Failure = err.Error()
	case err != nil:
		f = &Figures{Failure: err.Error()}
		f.index()
	default:
		f = FiguresOf(log)
	}
	data, err := f.encode()
	if err == nil {
		err = l.Shelf.Put(t.key, data)
	}
	return f, false, err
}

// essence is all that a run depends on but its seed.
func (l *Laboratory) essence(s *scenario.Scenario, scale int) (string, error) {
	bare := *s
	bare.Name, bare.Title, bare.Description = "", "", ""
	text, err := json.Marshal(struct {
		Program  string
		Scale    int
		Scenario *scenario.Scenario
	}{l.Version, scale, &bare})
	if err != nil {
		return "", fmt.Errorf("scenario %s: %w", s.Name, err)
	}
	return digest(string(text)), nil
}

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}
