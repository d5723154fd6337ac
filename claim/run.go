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
	Version string // of the program; runs of another are not used
	Scale   int
	Pairs   int // seeds, from 1 on
	Check   func(*scenario.Scenario) error
	Live    func(context.Context, gosplan.Config) (*series.Log, error)
	Shelf   Shelf
	Told    func(done, all int) // after every run; may be nil
}

// Runs are the figures of every arm by name, in the order of the seeds.
type Runs struct {
	Of     map[string][]*Figures
	Broken map[string]error // arms that cannot be lived, and why
	Done   int              // how many runs there were in all
	Kept   int              // of these, how many had been kept from before
	Wars   map[string]func(year int) bool
}

// A task is one run.
type task struct {
	arm    string
	key    string
	config gosplan.Config
}

// Run lives the arms that can be lived, each with the same seeds, seed after
// seed, so that pairs are complete early. Runs that are on the shelf are taken
// from it. When ctx ends, what was finished is on the shelf.
func (l *Laboratory) Run(ctx context.Context, arms map[string]Arm) (*Runs, error) {
	scenarios, broken := map[string]*scenario.Scenario{}, map[string]error{}
	for _, name := range sortedKeys(arms) {
		s, err := arms[name].Build()
		if err == nil {
			err = l.Check(s)
		}
		if err != nil {
			broken[name] = err
			continue
		}
		scenarios[name] = s
	}
	out, err := l.Scenarios(ctx, scenarios)
	if err == nil {
		out.Broken = broken
	}
	return out, err
}

// Scenarios is Run for scenarios that are composed already. Equal ones are
// lived once.
func (l *Laboratory) Scenarios(ctx context.Context, scenarios map[string]*scenario.Scenario) (*Runs, error) {
	out := &Runs{Of: map[string][]*Figures{}, Broken: map[string]error{}, Wars: map[string]func(int) bool{}}
	var built []task
	owner, same := map[string]string{}, map[string]string{}
	for _, name := range sortedKeys(scenarios) {
		s := scenarios[name]
		out.Wars[name] = func(year int) bool { return fought(s, year) }
		essence, err := l.essence(s)
		if err != nil {
			return nil, err
		}
		if owner[essence] != "" {
			same[name] = owner[essence]
			continue
		}
		owner[essence] = name
		built = append(built, task{arm: name, key: essence, config: gosplan.Config{Scenario: s, Scale: l.Scale}})
	}
	if err := l.live(ctx, built, out); err != nil {
		return nil, err
	}
	for name, other := range same {
		out.Of[name] = out.Of[other]
	}
	return out, nil
}

// live lives the seeds of all tasks.
func (l *Laboratory) live(ctx context.Context, built []task, out *Runs) error {
	var tasks []task
	for seed := range l.Pairs {
		for _, t := range built {
			t.config.Seed = uint64(seed) + 1
			t.key = digest(fmt.Sprintf("%s seed %d", t.key, t.config.Seed))
			tasks = append(tasks, t)
		}
	}
	var mutex sync.Mutex
	found, err := ensemble.Each(ctx, len(tasks), func(i uint64) (*Figures, error) {
		f, kept, err := l.one(ctx, tasks[i])
		if err != nil {
			return nil, err
		}
		mutex.Lock()
		defer mutex.Unlock()
		if out.Done++; kept {
			out.Kept++
		}
		if l.Told != nil {
			l.Told(out.Done, len(tasks))
		}
		return f, nil
	})
	if err != nil {
		return err
	}
	for i, f := range found {
		out.Of[tasks[i].arm] = append(out.Of[tasks[i].arm], f)
	}
	return nil
}

// one takes a run from the shelf or lives it and puts it there. A run that
// fails is kept as a failure; it would fail again.
func (l *Laboratory) one(ctx context.Context, t task) (f *Figures, kept bool, err error) {
	if data, ok := l.Shelf.Get(t.key); ok {
		if f, err := decode(data); err == nil {
			return f, true, nil
		}
	}
	log, err := l.Live(ctx, t.config)
	switch {
	case ctx.Err() != nil:
		return nil, false, ctx.Err()
	case err != nil:
		f = &Figures{Failure: err.Error()}
		f.index()
	default:
		f = newFigures(log)
	}
	data, err := f.encode()
	if err == nil {
		err = l.Shelf.Put(t.key, data)
	}
	return f, false, err
}

// essence is all that a run depends on but its seed.
func (l *Laboratory) essence(s *scenario.Scenario) (string, error) {
	bare := *s
	bare.Name, bare.Title, bare.Description = "", "", ""
	text, err := json.Marshal(struct {
		Program  string
		Scale    int
		Scenario *scenario.Scenario
	}{l.Version, l.Scale, &bare})
	if err != nil {
		return "", fmt.Errorf("scenario %s: %w", s.Name, err)
	}
	return digest(string(text)), nil
}

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}
